/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-event-sources.h"
#include "tl-event-words.h"
#include "tl-symbol.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Events, as items of the scene: mark and label together. */

#define META_GAP   10.0

/* So that the "!" of a bar does not cover the end of its label. */
#define ALERT_ROOM 5.0

static const TlTextStyle bar_meta_style = { 11, TL_WEIGHT_REGULAR };
static const TlTextStyle badge_style = { 11.5, TL_WEIGHT_SEMIBOLD };

/**
 * tl_layout_get_mark_style:
 * @self: a layout
 * @placed: one of its events
 *
 * Returns: how its mark looks
 */
TlMarkStyle
tl_layout_get_mark_style (const TlLayout *self,
                          const TlPlaced *placed)
{
  TlTimeline *timeline = self->options.drawing.timeline;
  const TlEvent *event = tl_layout_get_event (self, placed->event);
  const TlTheme *theme = self->options.drawing.theme;
  TlMarkStyle style = {
    .hue = tl_layout_get_hue (self, tl_layout_get_band (self, placed->lane)->lane),
    .ground = placed->lane % 2 == 0 ? theme->lane_even : theme->lane_odd,
    .radius = tl_mark_get_radius (event->importance),
    .is_hollow = !tl_event_has_sources (timeline, event),
  };

  if (event->category != TL_NONE)
    style.symbol = tl_timeline_get_categories (timeline, NULL)[event->category].symbol;

  return style;
}

/* Marks are cut where the content has multiples of this: a bar that is cut
 * then moves with the view and does not become another one with each step. */
#define CUT_STEP 1024.0

/* What is far outside of the view is cut off, so that no coordinate is
 * larger than what draws it can hold. */
static TlMark
cut_mark (const TlLayoutPainter *painter,
          const TlMark          *mark)
{
  double left = floor ((painter->lanes.x - painter->left - 200) / CUT_STEP) * CUT_STEP;
  double right = ceil ((painter->lanes.x - painter->left + painter->lanes.width + 200) / CUT_STEP) * CUT_STEP;
  TlMark cut = *mark;

  if (mark->kind == TL_MARK_DISC)
    return cut;

  cut.x0 = MAX (cut.x0, left);
  cut.x1 = MIN (cut.x1, right);
  cut.solid0 = CLAMP (cut.solid0, left, right);
  cut.solid1 = CLAMP (cut.solid1, left, right);
  if (cut.x0 > mark->x0)
    cut.left = TL_END_CUT;
  if (cut.x1 < mark->x1)
    cut.right = TL_END_CUT;

  return cut;
}

/* What stands in a bar behind its title: as much as there is room for, the
 * date before all else. */
static char *
choose_bar_meta (const TlLayout *self,
                 const TlEvent  *event,
                 double          room,
                 double         *width)
{
  const TlDrawing *drawing = &self->options.drawing;
  g_autofree char *meta = tl_card_dup_meta (drawing, event);
  g_autofree char *date = tl_card_dup_date (drawing, event);
  g_autofree char *notes = tl_card_dup_notes (drawing, event, TL_CARD_FULL);
  const char *const tries[][2] = { { meta, notes }, { date, notes }, { date, "" }, { notes, "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autofree char *text = g_strstrip (g_strconcat (tries[i][0], " ", tries[i][1], NULL));

      *width = tl_text_measure_width (drawing->measure, text, &bar_meta_style);
      if (*text != '\0' && *width <= room)
        return g_steal_pointer (&text);
    }

  *width = 0;

  return NULL;
}

/**
 * tl_layout_place_bar_label:
 * @self: a layout
 * @placed: an event with a label in its bar
 * @title: (out): its title, as it is set
 *
 * Finds where symbol and title are while the bar begins in view. That is
 * what links keep clear of.
 *
 * Returns: their box, in the coordinates of the content
 */
TlRect
tl_layout_place_bar_label (const TlLayout *self,
                           const TlPlaced *placed,
                           TlTextBlock    *title)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlEvent *event = tl_layout_get_event (self, placed->event);
  TlTextStyle style = tl_card_get_title_style (event);

  tl_text_measure (drawing->measure, tl_card_get_title (drawing, event), &style, NULL, title);

  return (TlRect){ placed->mark.solid0 + TL_BAR_PAD, placed->y - TL_BAR_HEIGHT / 2, TL_BAR_SYMBOL + title->width,
                   TL_BAR_HEIGHT };
}

/* The label in a bar slides with the view, within its bar. */
static void
draw_bar_label (const TlLayoutPainter *painter,
                const TlPlaced        *placed,
                const TlMarkStyle     *style,
                double                 y)
{
  const TlLayout *self = painter->layout;
  const TlDrawing *drawing = &self->options.drawing;
  const TlEvent *event = tl_layout_get_event (self, placed->event);
  TlTextStyle title_style = tl_card_get_title_style (event);
  TlRgba ink = tl_mark_is_solid (&placed->mark, style) ? style->hue.on_fill : drawing->theme->text;
  TlTextBlock title;
  TlRect label = tl_layout_place_bar_label (self, placed, &title);
  double start = painter->left + label.x;
  double end = painter->left + placed->mark.solid1 - TL_BAR_PAD
               - (event->differences.count > 0 ? ALERT_ROOM : 0);
  double x, meta_width, taken;
  g_autofree char *meta = choose_bar_meta (self, event, end - start - label.width - META_GAP, &meta_width);

  taken = label.width + (meta != NULL ? META_GAP + meta_width : 0);
  x = MIN (painter->lanes.x + TL_BAR_PAD, end - taken);
  x = MAX (start, x);

  tl_symbol_draw (painter->scene, style->symbol, x + 6, y, 6, ink);
  tl_scene_add_text (painter->scene, tl_card_get_title (drawing, event), &title_style, &title, x + TL_BAR_SYMBOL,
                     y - title.line_height / 2, ink);
  if (meta != NULL)
    tl_drawing_add_text (drawing, painter->scene, meta, &bar_meta_style, NULL, x + label.width + META_GAP,
                         y - bar_meta_style.size * 0.65, ink);
  if (event->differences.count > 0)
    tl_card_draw_alert (drawing, painter->left + placed->mark.x1 - 6 - (placed->mark.is_uncertain ? 16 : 0),
                        y - TL_BAR_HEIGHT / 2 + 1, painter->scene);
}

static void
draw_ring (const TlLayoutPainter *painter,
           const TlPlaced        *placed,
           const TlMarkStyle     *style,
           double                 y)
{
  const TlPen pen = { .stroke = painter->layout->options.drawing.theme->accent, .line_width = 2 };
  double x = painter->left + placed->mark.anchor;

  if (placed->mark.kind == TL_MARK_BAR)
    {
      const TlRect frame = { painter->left + placed->mark.x0 - 2, y - TL_BAR_HEIGHT / 2 - 2,
                             placed->mark.x1 - placed->mark.x0 + 4, TL_BAR_HEIGHT + 4 };

      tl_scene_add_rect (painter->scene, &frame, 9, &pen);
    }
  else
    tl_scene_add_circle (painter->scene, x, y, style->radius + 2, &pen);
}

static void
name_item (const TlLayoutPainter *painter,
           const TlEvent         *event,
           TlSceneItem           *item)
{
  const TlDrawing *drawing = &painter->layout->options.drawing;
  g_autofree char *id = tl_event_dup_id (drawing, event);
  g_autofree char *description = tl_event_describe (drawing, event);
  g_autofree char *link = tl_event_dup_link (drawing, event);

  item->id = tl_scene_keep_text (painter->scene, id);
  item->name = tl_scene_keep_text (painter->scene, tl_timeline_get_text (drawing->timeline, event->title));
  item->description = tl_scene_keep_text (painter->scene, description);
  item->link = tl_scene_keep_text (painter->scene, link);
}

/**
 * tl_layout_get_fade:
 * @self: a layout
 * @placed: one of its events
 *
 * Returns: how much of it is to be seen
 */
TlFade
tl_layout_get_fade (const TlLayout *self,
                    const TlPlaced *placed)
{
  return self->fades != NULL ? self->fades[placed - self->placed] : (TlFade){ 1, 1 };
}

/* What steps back lets nothing through that lies behind it. */
static void
cover_ground (const TlLayoutPainter *painter,
              const TlPlaced        *placed,
              const TlMarkStyle     *style)
{
  const TlPen pen = { .fill = style->ground };
  const TlRect card = { painter->left + placed->card.x, painter->top + placed->card.y, placed->card.width,
                        placed->card.height };

  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_BACKGROUND, placed->event);

  item->opacity = tl_layout_get_fade (painter->layout, placed).whole;
  tl_layout_clip (painter, item);
  if (placed->card.width > 0)
    tl_scene_add_rect (painter->scene, &card, TL_CARD_CORNER, &pen);
  if (placed->mark.kind != TL_MARK_BAR)
    tl_scene_add_circle (painter->scene, painter->left + placed->mark.anchor, painter->top + placed->y,
                         style->radius, &pen);
}

/* A label that fades by itself is an item by itself, of the same event. */
static void
begin_label (const TlLayoutPainter *painter,
             const TlPlaced        *placed,
             double                 opacity)
{
  TlFade fade = tl_layout_get_fade (painter->layout, placed);
  TlSceneItem *item;

  if (fade.label == 1)
    return;

  item = tl_scene_begin_item (painter->scene, TL_ITEM_EVENT, placed->event);
  item->opacity = opacity * fade.label;
  tl_layout_clip (painter, item);
}

static void
draw_label (const TlLayoutPainter *painter,
            const TlPlaced        *placed,
            const TlMark          *cut,
            const TlMarkStyle     *style,
            double                 opacity)
{
  const TlDrawing *drawing = &painter->layout->options.drawing;
  double y = painter->top + placed->y;

  if (placed->label != TL_LABEL_INSIDE && cut->kind == TL_MARK_BAR && cut->x1 - cut->x0 >= 22)
    tl_symbol_draw (painter->scene, style->symbol, painter->left + (cut->x0 + cut->x1) / 2, y, 6,
                    tl_mark_is_solid (cut, style) ? style->hue.on_fill : style->hue.fill);
  begin_label (painter, placed, opacity);
  if (placed->label == TL_LABEL_INSIDE)
    draw_bar_label (painter, placed, style, y);
  if (placed->label == TL_LABEL_CARD)
    tl_card_draw (drawing, tl_layout_get_event (painter->layout, placed->event), &placed->size,
                  painter->left + placed->card.x, painter->top + placed->card.y,
                  placed->event == painter->view->selected, painter->scene);
}

static void
draw_event (const TlLayoutPainter *painter,
            const TlPlaced        *placed)
{
  const TlEvent *event = tl_layout_get_event (painter->layout, placed->event);
  TlMarkStyle style = tl_layout_get_mark_style (painter->layout, placed);
  TlMark mark = cut_mark (painter, &placed->mark);
  TlFade fade = tl_layout_get_fade (painter->layout, placed);
  gboolean is_selected = placed->event == painter->view->selected;
  double presence = tl_layout_get_presence (painter, placed->event);
  double opacity = fade.whole * presence;
  double y = painter->top + placed->y;
  TlSceneItem *item;

  if (presence < 1)
    cover_ground (painter, placed, &style);
  item = tl_scene_begin_item (painter->scene, TL_ITEM_EVENT, placed->event);
  name_item (painter, event, item);
  item->opacity = opacity;
  tl_layout_clip (painter, item);

  tl_mark_draw (&mark, &style, painter->left, y, painter->scene);
  /* The ring stays while the label fades. */
  if (is_selected && fade.label < 1)
    draw_ring (painter, placed, &style, y);
  draw_label (painter, placed, &mark, &style, opacity);
  if (is_selected && fade.label == 1)
    draw_ring (painter, placed, &style, y);
}

/**
 * tl_layout_draw_events:
 * @painter: what is being drawn
 * @bars: whether those that lasted are drawn, or the others
 *
 * Adds an item for each event that has a label.
 */
void
tl_layout_draw_events (const TlLayoutPainter *painter,
                       gboolean               bars)
{
  for (guint i = 0; i < painter->visible->len; i++)
    {
      const TlPlaced *placed = &painter->layout->placed[g_array_index (painter->visible, guint32, i)];
      double y = painter->top + placed->box.y;

      if (y >= painter->lanes.y + painter->lanes.height || y + placed->box.height <= painter->lanes.y)
        continue;
      if ((placed->mark.kind == TL_MARK_BAR) == bars)
        draw_event (painter, placed);
    }
}

static char *
list_events (const TlLayout *self,
             const TlBadge  *badge)
{
  const guint32 *events = tl_layout_get_badge_events (self, badge);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < badge->count && i < 8; i++)
    {
      const TlEvent *event = tl_layout_get_event (self, self->placed[events[i]].event);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              tl_timeline_get_text (self->options.drawing.timeline, event->title));
    }
  if (badge->count > 8)
    g_string_append (text, "; …");

  return g_string_free (text, FALSE);
}

/* A badge does not step back with something in it that stands out. */
static gboolean
is_badge_dimmed (const TlLayoutPainter *painter,
                 const TlBadge         *badge)
{
  const guint32 *events = tl_layout_get_badge_events (painter->layout, badge);
  const guint8 *highlighted = painter->view->highlighted;

  for (guint i = 0; highlighted != NULL && i < badge->count; i++)
    if (highlighted[painter->layout->placed[events[i]].event])
      return FALSE;

  return tl_layout_has_focus (painter);
}

static void
draw_badge (const TlLayoutPainter *painter,
            guint                  index)
{
  const TlLayout *self = painter->layout;
  const TlDrawing *drawing = &self->options.drawing;
  const TlBadge *badge = &g_array_index (self->badges, TlBadge, index);
  const TlRect box = { painter->left + badge->box.x, painter->top + badge->box.y, badge->box.width, badge->box.height };
  TlHue hue = tl_layout_get_hue (self, tl_layout_get_band (self, badge->lane)->lane);
  const TlPen pen = { .fill = drawing->theme->badge, .stroke = hue.fill, .line_width = 1 };
  g_autofree char *number = g_strdup_printf ("%u", badge->count);
  g_autofree char *count = tl_words_fill (drawing->words, "badge", NC_("badge", "+%1$s"), number, NULL);
  g_autofree char *name = tl_words_fill (drawing->words, "badge",
                                         badge->count == 1 ? NC_("badge", "%1$s more event")
                                                           : NC_("badge", "%1$s more events"),
                                         number, NULL);
  g_autofree char *titles = list_events (self, badge);
  g_autofree char *id = g_strdup_printf ("badge-%u", index);
  double width = tl_text_measure_width (drawing->measure, count, &badge_style);
  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_BADGE, index);

  item->id = tl_scene_keep_text (painter->scene, id);
  item->name = tl_scene_keep_text (painter->scene, name);
  item->description = tl_scene_keep_text (painter->scene, titles);
  item->opacity = self->badge_opacity * (is_badge_dimmed (painter, badge) ? drawing->theme->dim : 1);
  tl_layout_clip (painter, item);
  tl_scene_add_rect (painter->scene, &box, box.height / 2, &pen);
  tl_drawing_add_text (drawing, painter->scene, count, &badge_style, NULL, box.x + (box.width - width) / 2,
                       box.y + (box.height - badge_style.size * 1.3) / 2, drawing->theme->on_badge);
}

/**
 * tl_layout_draw_badges:
 * @painter: what is being drawn
 *
 * Adds an item for each badge in view.
 */
void
tl_layout_draw_badges (const TlLayoutPainter *painter)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (painter->layout->badge_opacity <= 0)
    return;

  tl_intervals_find (painter->layout->badge_intervals, painter->view->x,
                     painter->view->x + painter->lanes.width, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      double y = painter->top + g_array_index (painter->layout->badges, TlBadge, index).box.y;

      if (y < painter->lanes.y + painter->lanes.height && y + TL_BADGE_HEIGHT > painter->lanes.y)
        draw_badge (painter, index);
    }
}
