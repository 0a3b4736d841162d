/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include "tl-event-words.h"
#include "tl-symbol.h"

#include <glib/gi18n-lib.h>

/* The legend: only what occurs, drawn by what draws it in the chart. What
 * occurs is found in tl-chart-legend-find.c. */

#define ROW      23.0
#define ICON     34.0
#define ICON_GAP 7.0
#define GAP      18.0

static const TlTextStyle text_style = { 11.5, TL_WEIGHT_REGULAR };

typedef enum
{
  ICON_CATEGORY,
  ICON_PERIOD,
  ICON_SOFT,
  ICON_UNCERTAIN,
  ICON_BRACKET,
  ICON_CHAIN,
  ICON_ARROW,
  ICON_TORN,
  ICON_HOLLOW,
  ICON_ALERT,
  ICON_TIE,
  ICON_LINK,
  ICON_FOLD,
  ICON_BADGE,
} Icon;

typedef struct
{
  const TlDrawing *drawing;
  TlScene         *scene;
  double           left;
  double           right;
  double           x; /* of the next entry */
  double           y; /* the middle of the row */
} Pen;

static void
draw_bar_icon (const Pen *pen,
               double     x,
               TlEndShape left,
               TlEndShape right,
               gboolean   is_uncertain)
{
  const TlTheme *theme = pen->drawing->theme;
  const TlMarkStyle style = { .hue = theme->hues[4], .ground = theme->page, .radius = 8 };
  TlMark mark = {
    .kind = TL_MARK_BAR,
    .left = left,
    .right = right,
    .x0 = 0,
    .x1 = ICON,
    .solid0 = left == TL_END_SOFT ? 13 : 0,
    .solid1 = right == TL_END_SOFT ? ICON - 13 : ICON,
    .is_uncertain = is_uncertain,
  };

  tl_mark_draw (&mark, &style, x, pen->y, pen->scene);
}

static void
draw_disc_icon (const Pen *pen,
                double     x,
                TlMarkKind kind,
                TlSymbol   symbol,
                gboolean   is_hollow)
{
  const TlTheme *theme = pen->drawing->theme;
  const TlMarkStyle style = {
    .hue = theme->hues[4],
    .ground = theme->page,
    .symbol = symbol,
    .radius = kind == TL_MARK_DISC ? 9 : 6,
    .is_hollow = is_hollow,
  };
  const TlMark mark = {
    .kind = kind,
    .x0 = 0,
    .x1 = ICON,
    .solid0 = 6,
    .solid1 = ICON - 6,
    .anchor = kind == TL_MARK_DISC ? 9 : ICON / 2,
  };

  tl_mark_draw (&mark, &style, x, pen->y, pen->scene);
}

static void
draw_link_icon (const Pen *pen,
                double     x,
                TlLinkKind kind)
{
  const TlPen line = { .stroke = pen->drawing->theme->link, .line_width = 1.5, .dash = tl_link_kind_get_dash (kind) };
  const TlPen head = { .fill = pen->drawing->theme->link };

  tl_scene_add_line (pen->scene, x, pen->y, x + ICON - 7, pen->y, &line);
  tl_scene_move_to (pen->scene, x + ICON, pen->y);
  tl_scene_line_to (pen->scene, x + ICON - 8, pen->y - 4);
  tl_scene_line_to (pen->scene, x + ICON - 8, pen->y + 4);
  tl_scene_close_path (pen->scene);
  tl_scene_add_path (pen->scene, &head);
}

static void
draw_tie_icon (const Pen *pen,
               double     x)
{
  const TlPen line = { .stroke = pen->drawing->theme->hues[4].fill, .line_width = 1.5 };
  const TlPen ring = { .fill = pen->drawing->theme->page, .stroke = line.stroke, .line_width = 1.5 };

  tl_scene_add_line (pen->scene, x + 8, pen->y - 9, x + 8, pen->y + 2, &line);
  tl_scene_add_circle (pen->scene, x + 8, pen->y + 5, 3.5, &ring);
}

static void
draw_fold_icon (const Pen *pen,
                double     x)
{
  tl_symbol_draw_zigzag (pen->scene, x + 8.5, pen->y - 9, TL_ZIGZAG_STEP, 3, pen->drawing->theme->fold);
}

static void
draw_badge_icon (const Pen *pen,
                 double     x)
{
  const TlTheme *theme = pen->drawing->theme;
  const TlRect box = { x, pen->y - 8, 26, 16 };
  const TlPen fill = { .fill = theme->badge, .stroke = theme->hues[4].fill, .line_width = 1 };

  tl_scene_add_rect (pen->scene, &box, 8, &fill);
  tl_drawing_add_text (pen->drawing, pen->scene, "+2", &text_style, NULL, x + 6, pen->y - 7.5, theme->on_badge);
}

/* How much room an icon takes. */
static double
get_icon_width (Icon icon)
{
  switch (icon)
    {
    case ICON_CATEGORY:
    case ICON_HOLLOW:
    case ICON_ALERT:
    case ICON_TIE:
    case ICON_FOLD:
      return 18;
    case ICON_BADGE:
      return 26;
    case ICON_PERIOD:
    case ICON_SOFT:
    case ICON_UNCERTAIN:
    case ICON_BRACKET:
    case ICON_CHAIN:
    case ICON_ARROW:
    case ICON_TORN:
    case ICON_LINK:
    default:
      return ICON;
    }
}

static void
draw_icon (const Pen *pen,
           Icon       icon,
           guint      detail,
           double     x)
{
  switch (icon)
    {
    case ICON_CATEGORY:
      draw_disc_icon (pen, x, TL_MARK_DISC, detail, FALSE);
      break;
    case ICON_HOLLOW:
      draw_disc_icon (pen, x, TL_MARK_DISC, TL_SYMBOL_NONE, TRUE);
      break;
    case ICON_BRACKET:
      draw_disc_icon (pen, x, TL_MARK_BRACKET, TL_SYMBOL_NONE, FALSE);
      break;
    case ICON_CHAIN:
      draw_disc_icon (pen, x, TL_MARK_CHAIN, TL_SYMBOL_NONE, FALSE);
      break;
    case ICON_PERIOD:
      draw_bar_icon (pen, x, TL_END_SOFT, TL_END_SOFT, FALSE);
      break;
    case ICON_SOFT:
      draw_bar_icon (pen, x, TL_END_SOFT, TL_END_ROUND, FALSE);
      break;
    case ICON_UNCERTAIN:
      draw_bar_icon (pen, x, TL_END_ROUND, TL_END_ROUND, TRUE);
      break;
    case ICON_ARROW:
      draw_bar_icon (pen, x, TL_END_ROUND, TL_END_ARROW, FALSE);
      break;
    case ICON_TORN:
      draw_bar_icon (pen, x, TL_END_ROUND, TL_END_TORN, FALSE);
      break;
    case ICON_ALERT:
      tl_card_draw_alert (pen->drawing, x + 9, pen->y, pen->scene);
      break;
    case ICON_TIE:
      draw_tie_icon (pen, x);
      break;
    case ICON_LINK:
      draw_link_icon (pen, x, detail);
      break;
    case ICON_FOLD:
      draw_fold_icon (pen, x);
      break;
    case ICON_BADGE:
    default:
      draw_badge_icon (pen, x);
      break;
    }
}

static void
add_entry (Pen        *pen,
           Icon        icon,
           guint       detail,
           const char *text)
{
  double icon_width = get_icon_width (icon);
  double width = icon_width + ICON_GAP + tl_text_measure_width (pen->drawing->measure, text, &text_style);

  if (pen->x > pen->left && pen->x + width > pen->right)
    {
      pen->x = pen->left;
      pen->y += ROW;
    }
  if (pen->scene != NULL)
    {
      draw_icon (pen, icon, detail, pen->x);
      tl_drawing_add_text (pen->drawing, pen->scene, text, &text_style, NULL, pen->x + icon_width + ICON_GAP,
                           pen->y - text_style.size * 0.65, pen->drawing->theme->text);
    }
  pen->x += width + GAP;
}

static void
add_cues (Pen                 *pen,
          const TlChartLegend *legend)
{
  const struct
  {
    gboolean    occurs;
    Icon        icon;
    const char *text;
  } cues[] = {
    { legend->has_period, ICON_PERIOD, NC_("legend", "some time in this period") },
    { legend->has_soft, ICON_SOFT, NC_("legend", "not known exactly") },
    { legend->has_uncertain, ICON_UNCERTAIN, NC_("legend", "uncertain") },
    { legend->has_bracket, ICON_BRACKET, NC_("legend", "some time between") },
    { legend->has_chain, ICON_CHAIN, NC_("legend", "several times") },
    { legend->has_arrow, ICON_ARROW, NC_("legend", "goes on") },
    { legend->has_torn, ICON_TORN, NC_("legend", "start or end not known") },
    { legend->has_hollow, ICON_HOLLOW, NC_("legend", "no source") },
    { legend->has_alert, ICON_ALERT, NC_("legend", "sources differ, or it is disputed") },
    { legend->has_tie, ICON_TIE, NC_("legend", "also involves") },
    { legend->has_fold, ICON_FOLD, NC_("legend", "time left out") },
    { legend->has_badge, ICON_BADGE, NC_("legend", "more events") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cues); i++)
    if (cues[i].occurs)
      add_entry (pen, cues[i].icon, 0, tl_words_get (pen->drawing->words, "legend", cues[i].text));
}

/**
 * tl_chart_legend_draw:
 * @legend: what is to be explained
 * @drawing: what is drawn
 * @x: its left edge, in pixels
 * @y: its top
 * @width: the room for it
 * @scene: (nullable): a scene that is being built; %NULL only to measure
 *
 * Adds the legend to a scene.
 *
 * Returns: its height
 */
double
tl_chart_legend_draw (const TlChartLegend *legend,
                      const TlDrawing     *drawing,
                      double               x,
                      double               y,
                      double               width,
                      TlScene             *scene)
{
  Pen pen = { drawing, scene, x, x + width, x, y + ROW / 2 };
  guint n_categories;
  const TlCategory *categories = tl_timeline_get_categories (drawing->timeline, &n_categories);

  if (scene != NULL)
    tl_scene_begin_item (scene, TL_ITEM_LEGEND, 0);

  for (guint i = 0; i < MIN (n_categories, (guint) TL_CHART_MAX_CATEGORIES); i++)
    if (legend->categories[i / 32] & 1u << i % 32)
      add_entry (&pen, ICON_CATEGORY, categories[i].symbol, tl_timeline_get_text (drawing->timeline, categories[i].name));
  add_cues (&pen, legend);
  for (guint i = TL_LINK_LED_TO; i <= TL_LINK_REPEATS; i++)
    if (legend->links & 1u << i)
      add_entry (&pen, ICON_LINK, i, tl_link_kind_to_words (i, drawing->words));

  return pen.x > x || pen.y > y + ROW / 2 ? pen.y + ROW / 2 - y : 0;
}
