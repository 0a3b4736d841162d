/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include "tl-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a slide says below its lanes: date, title, text, figures, sources and
 * how far the talk is.
 */

#define SIDE        48.0
#define TEXT_PART   0.62 /* of the width between the sides, where there are figures */
#define COLUMN_GAP  40.0
#define AFTER_DATE  6.0
#define AFTER_TITLE 8.0
#define AFTER_FIGURE 14.0
#define FOOT        30.0 /* from the lower edge to the top of the foot's line */
#define GAP         11.0 /* above and below the words */
#define PROGRESS    3.0
#define MOST_FIGURES 2
#define TITLE_LINES  2
#define TEXT_LINES   4

static const TlTextStyle date_style = { 13.5, TL_WEIGHT_SEMIBOLD };
static const TlTextStyle text_style = { 17, TL_WEIGHT_REGULAR };
static const TlTextStyle amount_style = { 38, TL_WEIGHT_BOLD };
static const TlTextStyle label_style = { 13, TL_WEIGHT_REGULAR };
static const TlTextStyle foot_style = { 10.5, TL_WEIGHT_REGULAR };

/* The largest in which a title does not break into more lines than it has,
 * and its words do not break. */
static const double title_sizes[] = { 36, 31, 27, 23 };

/* The room for words, between lanes and foot. */
typedef struct
{
  const TlSlides   *slides;
  const TlTalkStep *step;
  TlScene          *scene;
  double            bottom;
  double            text_width;
  double            figures_x;
  double            figures_width;
} Room;

static TlSceneItem *
begin_item (const Room *room,
            TlItemKind  kind,
            guint32     index)
{
  TlSceneItem *item = tl_scene_begin_item (room->scene, kind, index);


  return item;
}

/* In the colour of the one lane that a step is about, if it is one. */
static TlRgba
find_hue (const Room *room)
{
  const TlDrawing *drawing = &room->slides->drawing;
  TlTimeline *timeline = drawing->timeline;
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  guint32 lane = TL_NONE;
  guint n_events;
  const guint32 *events = tl_talk_step_get_subjects (room->step, &n_events);

  for (guint i = 0; i < n_events; i++)
    {
      guint32 found = tl_timeline_get_event_lane (timeline, &all[events[i]]);

      if (lane != TL_NONE && lane != found)
        return drawing->theme->accent;
      lane = found;
    }

  return lane == TL_NONE ? drawing->theme->accent
                         : tl_theme_get_hue (drawing->theme, tl_timeline_get_lanes (timeline, NULL)[lane].colour, lane).text;
}

static double
draw_date (const Room *room,
           double      y)
{
  g_autofree char *date = tl_slides_say_date (room->slides, room->step);
  const TlTextRoom line = { room->text_width, 1 };
  double height;

  if (date == NULL)
    return y;

  begin_item (room, TL_ITEM_SUBTITLE, TL_SLIDE_DATE)->name = tl_scene_keep_text (room->scene, date);
  height = tl_drawing_add_text (&room->slides->drawing, room->scene, date, &date_style, &line, SIDE, y,
                                find_hue (room)).height;

  return y + height + AFTER_DATE;
}

static TlTextStyle
choose_title_style (const Room *room)
{
  TlTextStyle style = { title_sizes[0], TL_WEIGHT_BOLD };
  const TlTextRoom lines = { room->text_width, TITLE_LINES };

  for (gsize i = 0; i < G_N_ELEMENTS (title_sizes); i++)
    {
      TlTextBlock block;

      style.size = title_sizes[i];
      tl_text_measure (room->slides->drawing.measure, room->step->title, &style, &lines, &block);
      if (block.n_lines == 0 || !block.lines[block.n_lines - 1].is_cut)
        break;
    }

  return style;
}

static double
draw_title (const Room *room,
            double      y)
{
  const TlTextStyle style = choose_title_style (room);
  const TlTextRoom lines = { room->text_width, TITLE_LINES };
  TlSceneItem *item = begin_item (room, TL_ITEM_TITLE, 0);

  item->name = tl_scene_keep_text (room->scene, room->step->title);

  return y + AFTER_TITLE + tl_drawing_add_text (&room->slides->drawing, room->scene, room->step->title, &style, &lines,
                                                SIDE, y, room->slides->drawing.theme->text).height;
}

static void
draw_text (const Room *room,
           double      y)
{
  TlTextRoom lines = { room->text_width, TEXT_LINES };
  double n_lines = floor ((room->bottom - y) / (text_style.size * 1.35));

  if (room->step->text == NULL || n_lines < 1)
    return;

  lines.n_lines = (guint) MIN (n_lines, TEXT_LINES);
  begin_item (room, TL_ITEM_SUBTITLE, TL_SLIDE_TEXT)->name = tl_scene_keep_text (room->scene, room->step->text);
  tl_drawing_add_text (&room->slides->drawing, room->scene, room->step->text, &text_style, &lines, SIDE, y,
                       room->slides->drawing.theme->text_dim);
}

/* Returns where the next one may begin. */
static double
draw_figure (const Room *room,
             guint32     index,
             double      y)
{
  const TlDrawing *drawing = &room->slides->drawing;
  const TlRange range = { index, 1 };
  const TlFigure *figure = tl_timeline_get_figures (drawing->timeline, range);
  g_autofree char *amount = tl_figure_to_words (figure, tl_timeline_get_text (drawing->timeline, figure->unit),
                                                drawing->words);
  const char *label = tl_timeline_get_text (drawing->timeline, figure->label);
  TlTextStyle style = amount_style;
  double width = tl_text_measure_width (drawing->measure, amount, &style);
  const TlTextRoom line = { room->figures_width, 1 };
  const TlTextRoom lines = { room->figures_width, 2 };

  if (width > room->figures_width)
    style.size = MAX (style.size * room->figures_width / width, label_style.size);
  begin_item (room, TL_ITEM_SUBTITLE, TL_SLIDE_FIGURE + 2 * index)->name = tl_scene_keep_text (room->scene, amount);
  y += tl_drawing_add_text (drawing, room->scene, amount, &style, &line, room->figures_x, y,
                            drawing->theme->text).height;
  begin_item (room, TL_ITEM_SUBTITLE, TL_SLIDE_FIGURE + 2 * index + 1)->name = tl_scene_keep_text (room->scene, label);
  y += tl_drawing_add_text (drawing, room->scene, label, &label_style, &lines, room->figures_x, y,
                            drawing->theme->text_dim).height;

  return y + AFTER_FIGURE;
}

/* One piece of the foot; does nothing where it has no room. */
static gboolean
add_to_foot (const Room *room,
             const char *text,
             double      right,
             double     *x)
{
  const TlDrawing *drawing = &room->slides->drawing;
  double width = tl_text_measure_width (drawing->measure, text, &foot_style);

  if (*x + width > right)
    return FALSE;

  *x += tl_drawing_add_text (drawing, room->scene, text, &foot_style, NULL, *x, room->slides->height - FOOT,
                             drawing->theme->text_dim).width;

  return TRUE;
}

/* So many as there is room for, and how many more there are. */
static void
draw_sources (const Room *room,
              double      right)
{
  const TlDrawing *drawing = &room->slides->drawing;
  const TlSource *sources = tl_timeline_get_sources (drawing->timeline, NULL);
  g_autoptr (GArray) citations = tl_talk_step_get_citations (drawing->timeline, room->step);
  double separator = tl_text_measure_width (drawing->measure, TL_SLIDE_SEPARATOR_TEXT, &foot_style);
  double x = SIDE;

  for (guint i = 0; i < citations->len; i++)
    {
      guint32 index = g_array_index (citations, TlCitation, i).source;
      g_autofree char *name = tl_slides_say_source (room->slides, &sources[index]);
      g_autofree char *number = g_strdup_printf ("%u", citations->len - i);
      g_autofree char *rest = tl_words_fill (drawing->words, "source",
                                             citations->len - i == 1 ? NC_("source", "and %1$s more source")
                                                                     : NC_("source", "and %1$s more sources"),
                                             number, NULL);
      double rest_width = i + 1 < citations->len ? tl_text_measure_width (drawing->measure, rest, &foot_style) + separator
                                                 : 0;
      TlSceneItem *item = begin_item (room, TL_ITEM_NOTE, index);

      item->name = tl_scene_keep_text (room->scene, name);
      item->link = tl_scene_keep_text (room->scene, tl_timeline_get_text (drawing->timeline, sources[index].url));
      if (!add_to_foot (room, name, right - rest_width, &x))
        {
          item->link = NULL;
          item->name = tl_scene_keep_text (room->scene, rest);
          add_to_foot (room, rest, right, &x);
          return;
        }
      if (i + 1 < citations->len)
        {
          begin_item (room, TL_ITEM_NOTES, TL_SLIDE_SEPARATOR + i);
          add_to_foot (room, TL_SLIDE_SEPARATOR_TEXT, right, &x);
        }
    }
}

/* The step's number, and a line as long as the talk is told. Returns where
 * sources have to end. */
static double
draw_progress (const Room    *room,
               const TlSlide *slide)
{
  const TlSlides *slides = room->slides;
  const TlDrawing *drawing = &slides->drawing;
  guint n_shown = tl_talk_count_told (slide->talk, G_MAXUINT);
  guint number = tl_talk_count_told (slide->talk, slide->place + 1);
  g_autofree char *text = tl_slide_say_number (slide);
  double width = tl_text_measure_width (drawing->measure, text, &foot_style);
  const TlRect track = { 0, slides->height - PROGRESS, slides->width, PROGRESS };
  TlRect bar = track;
  const TlPen track_pen = { .fill = drawing->theme->grid };
  const TlPen pen = { .fill = drawing->theme->accent };

  bar.width = n_shown > 0 ? slides->width * number / n_shown : 0;
  begin_item (room, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (room->scene, &track, 0, &track_pen);
  tl_scene_add_rect (room->scene, &bar, 0, &pen);
  if (room->step->is_hidden)
    return slides->width - SIDE;

  begin_item (room, TL_ITEM_NOTES, TL_SLIDE_NUMBER)->name = tl_scene_keep_text (room->scene, text);
  tl_drawing_add_text (drawing, room->scene, text, &foot_style, NULL, slides->width - SIDE - width,
                       slides->height - FOOT, drawing->theme->text_dim);

  return slides->width - SIDE - width - COLUMN_GAP;
}

static double
measure_words (const Room *room)
{
  const TlTextStyle style = choose_title_style (room);
  const TlTextRoom lines = { room->text_width, TITLE_LINES };
  const TlTextRoom text_lines = { room->text_width, TEXT_LINES };
  TlTextBlock title, text = { .n_lines = 0 };

  tl_text_measure (room->slides->drawing.measure, room->step->title, &style, &lines, &title);
  if (room->step->text != NULL)
    tl_text_measure (room->slides->drawing.measure, room->step->text, &text_style, &text_lines, &text);

  return date_style.size * 1.4 + AFTER_DATE + title.n_lines * title.line_height + AFTER_TITLE
         + text.n_lines * text.line_height;
}

/**
 * tl_slide_get_columns:
 * @self: a slide
 * @text: (out): the room that date, title and text have, in pixels
 * @figures: (out): that of the figures; nothing where there are none
 *
 * Where a slide's words stand, between its lanes and its foot.
 */
void
tl_slide_get_columns (const TlSlide *self,
                      TlRect        *text,
                      TlRect        *figures)
{
  const TlSlides *slides = &self->slides;
  const TlRect area = tl_slides_get_area (slides);
  double top = area.y + area.height + GAP;

  *text = (TlRect){ SIDE, top, slides->width - 2 * SIDE, slides->height - FOOT - GAP - top };
  *figures = (TlRect){ 0, 0, 0, 0 };
  if (self->step->n_figures == 0)
    return;

  text->width = floor (text->width * TEXT_PART);
  *figures = *text;
  figures->x = SIDE + text->width + COLUMN_GAP;
  figures->width = slides->width - SIDE - figures->x;
}

/**
 * tl_slide_draw_words:
 * @self: a slide
 * @scene: a scene that is being built
 *
 * Adds what it says below the lanes.
 */
void
tl_slide_draw_words (const TlSlide *self,
                     TlScene       *scene)
{
  TlRect text, figures;
  Room room = {
    .slides = &self->slides,
    .step = self->step,
    .scene = scene,
  };
  double y, figures_y;

  tl_slide_get_columns (self, &text, &figures);
  room.bottom = text.y + text.height;
  room.text_width = text.width;
  room.figures_x = figures.x;
  room.figures_width = figures.width;

  /* In the middle of their room, so that nothing hangs. */
  y = text.y + MAX ((text.height - measure_words (&room)) / 2, 0);
  figures_y = y;
  y = draw_date (&room, y);
  y = draw_title (&room, y);
  draw_text (&room, y);
  for (guint i = 0; i < MIN (room.step->n_figures, MOST_FIGURES); i++)
    figures_y = draw_figure (&room, room.step->figures[i], figures_y);
  draw_sources (&room, draw_progress (&room, self));
}
