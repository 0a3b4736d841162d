/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-card.h"

#include "tl-event-sources.h"
#include "tl-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The label of an event: title, date, the one figure that tells most, and
 * the numbers of its source notes.
 */

#define PAD_X  8.0
#define PAD_Y  3.5

/* So that all short cards are as high as the smallest. */
#define COMPACT_PAD_Y 2.0

/* So that the "!" at a card's corner does not cover the end of its title. */
#define ALERT_ROOM 5.0

/* A title of up to this width stays on one line. */
#define ONE_LINE 150.0

/* Lines of a title are at most so wide, and at least where it has two. */
#define NARROW 104.0
#define WIDE   184.0

/* The width of a character, as a part of the font's size, where texts are
 * only estimated. */
#define ROUGH_ADVANCE 0.6
#define ROUGH_NOTES   30.0

/* Keeps the numbers of notes on one line. */
#define NARROW_SPACE "\u202f"

/* How many notes a card names before it breaks off. */
#define MAX_NOTES       5
#define MAX_SHORT_NOTES 2

/* Between the title of a short card and its notes. */
#define NOTES_GAP 4.0

#define MAX_META_LINES 3

static const TlTextStyle meta_style = { 11, TL_WEIGHT_REGULAR };

/**
 * tl_card_get_title:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer none): what its card is headed: its label, else its
 *   title
 */
const char *
tl_card_get_title (const TlDrawing *drawing,
                   const TlEvent   *event)
{
  return tl_timeline_get_text (drawing->timeline, event->label != 0 ? event->label : event->title);
}

/**
 * tl_card_get_title_style:
 * @event: an event
 *
 * Returns: how its title is set
 */
TlTextStyle
tl_card_get_title_style (const TlEvent *event)
{
  static const double sizes[] = { 12.5, 12, 12, 12.5, 13, 14 };
  TlTextStyle style = { sizes[MIN (event->importance, 5)], TL_WEIGHT_SEMIBOLD };

  return style;
}

/**
 * tl_card_dup_date:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer full): its date in words
 */
char *
tl_card_dup_date (const TlDrawing *drawing,
                  const TlEvent   *event)
{
  char *words = tl_timeline_get_event_date_words (drawing->timeline, event, drawing->words);

  return words != NULL ? words : g_strdup (tl_timeline_get_text (drawing->timeline, event->when_text));
}

/* In order, each once. */
static void
insert_number (GArray *numbers,
               guint32 number)
{
  guint at = numbers->len;

  while (at > 0 && g_array_index (numbers, guint32, at - 1) > number)
    at--;
  if (number > 0 && (at == 0 || g_array_index (numbers, guint32, at - 1) != number))
    g_array_insert_val (numbers, at, number);
}

static void
append_superscript (GString *text,
                    guint32  number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *plain = g_strdup_printf ("%u", number);

  for (const char *at = plain; *at != '\0'; at++)
    g_string_append (text, digits[*at - '0']);
}

/**
 * tl_card_dup_notes:
 * @drawing: what is drawn
 * @event: one of its events
 * @form: how much its card tells
 *
 * Returns: (transfer full): the numbers of the notes of its sources, set
 *   high; empty where there are none
 */
char *
tl_card_dup_notes (const TlDrawing *drawing,
                   const TlEvent   *event,
                   TlCardForm       form)
{
  guint most = form == TL_CARD_FULL ? MAX_NOTES : MAX_SHORT_NOTES;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) citations = NULL;
  GString *text = g_string_new (NULL);

  if (drawing->note_numbers == NULL)
    return g_string_free (text, FALSE);

  citations = tl_event_get_citations (drawing->timeline, event);
  for (guint i = 0; i < citations->len; i++)
    insert_number (numbers, drawing->note_numbers[g_array_index (citations, TlCitation, i).source]);

  for (guint i = 0; i < numbers->len; i++)
    {
      if (i == most && numbers->len > most + 1)
        {
          g_string_append (text, NARROW_SPACE "…");
          break;
        }
      if (i > 0)
        g_string_append (text, NARROW_SPACE);
      append_superscript (text, g_array_index (numbers, guint32, i));
    }

  return g_string_free (text, FALSE);
}

/**
 * tl_card_dup_meta:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer full): what stands below the title: the date, and the
 *   first figure
 */
char *
tl_card_dup_meta (const TlDrawing *drawing,
                  const TlEvent   *event)
{
  g_autofree char *date = tl_card_dup_date (drawing, event);
  g_autofree char *figure = NULL;
  const TlFigure *first;

  if (event->figures.count == 0)
    return g_steal_pointer (&date);

  first = tl_timeline_get_figures (drawing->timeline, event->figures);
  figure = tl_figure_to_words (first, tl_timeline_get_text (drawing->timeline, first->unit), drawing->words);

  return tl_words_fill (drawing->words, "card",
                        /* Translators: a date and a figure, as in 12 June 2025 · $14.3 bn */
                        NC_("card", "%1$s · %2$s"), date, figure, NULL);
}

/* What stands below the title with the numbers of the notes. */
static char *
dup_meta_with_notes (const TlDrawing *drawing,
                     const TlEvent   *event)
{
  g_autofree char *meta = tl_card_dup_meta (drawing, event);
  g_autofree char *notes = tl_card_dup_notes (drawing, event, TL_CARD_FULL);

  return *notes != '\0' ? g_strconcat (meta, " ", notes, NULL) : g_steal_pointer (&meta);
}

static double
get_line_height (double size)
{
  return ceil (size * 1.3);
}

static void
set_size (TlCardSize    *size,
          const TlEvent *event,
          double         room)
{
  TlTextStyle style = tl_card_get_title_style (event);
  double texts = ceil (room) + 1;

  size->room = MIN (texts, TL_CARD_MAX_WIDTH - 2 * PAD_X - ALERT_ROOM);
  size->width = size->room + 2 * PAD_X + (event->differences.count > 0 ? ALERT_ROOM : 0);
  size->width = MAX (size->width, TL_CARD_MIN_WIDTH);
  size->height = 2 * (size->form == TL_CARD_COMPACT ? COMPACT_PAD_Y : PAD_Y)
                 + size->n_title_lines * get_line_height (style.size)
                 + size->n_meta_lines * get_line_height (meta_style.size);
  size->height = MAX (size->height, TL_CARD_MIN_HEIGHT);
}

/* The room for a title of width @whole that is too long for one line, on a
 * card that is as wide as @least anyway. */
static double
fold_title (const TlDrawing *drawing,
            const char      *title,
            TlTextStyle      style,
            double           whole,
            double           least,
            guint8          *n_lines)
{
  TlTextBlock block;

  for (double width = CLAMP (MAX (whole * 0.55, least), NARROW, WIDE);; width = MIN (width * 1.2, WIDE))
    {
      const TlTextRoom room = { width, 2 };

      tl_text_measure (drawing->measure, title, &style, &room, &block);
      if (width >= WIDE || !block.lines[block.n_lines - 1].is_cut)
        break;
    }

  *n_lines = block.n_lines;

  return block.width;
}

/* The room for date and figure: one line, else two of about the same length.
 * A date that was cut could be read as another one: where two lines at their
 * widest do not hold it, it gets a third. */
static double
fold_meta (const TlDrawing *drawing,
           const TlEvent   *event,
           guint8          *n_lines)
{
  g_autofree char *meta = dup_meta_with_notes (drawing, event);
  double whole = tl_text_measure_width (drawing->measure, meta, &meta_style);
  TlTextRoom room = { CLAMP (whole * 0.6, NARROW, WIDE), 2 };
  TlTextBlock block;

  *n_lines = 1;
  if (whole <= WIDE)
    return whole;

  for (;; room.width = MIN (room.width * 1.2, WIDE))
    {
      tl_text_measure (drawing->measure, meta, &meta_style, &room, &block);
      if (!block.lines[block.n_lines - 1].is_cut || room.n_lines == MAX_META_LINES)
        break;
      if (room.width >= WIDE)
        room.n_lines = MAX_META_LINES;
    }

  *n_lines = block.n_lines;

  return block.width;
}

/* What the notes of a short card take beside its title. */
static double
measure_short_notes (const TlDrawing *drawing,
                     const char      *notes)
{
  return *notes != '\0' ? NOTES_GAP + tl_text_measure_width (drawing->measure, notes, &meta_style) : 0;
}

/**
 * tl_card_measure:
 * @drawing: what is drawn
 * @event: one of its events
 * @form: how much its card is to tell
 *
 * Finds the smallest card that holds the event's texts well.
 *
 * Returns: its size
 */
TlCardSize
tl_card_measure (const TlDrawing *drawing,
                 const TlEvent   *event,
                 TlCardForm       form)
{
  const char *title = tl_card_get_title (drawing, event);
  TlTextStyle style = tl_card_get_title_style (event);
  TlCardSize size = { .n_title_lines = 1, .form = form };
  double width = tl_text_measure_width (drawing->measure, title, &style);
  double meta;

  if (form == TL_CARD_COMPACT)
    {
      g_autofree char *notes = tl_card_dup_notes (drawing, event, form);

      set_size (&size, event, MIN (width, WIDE) + measure_short_notes (drawing, notes));
      return size;
    }

  /* Beside a long date a title needs no second line. */
  meta = fold_meta (drawing, event, &size.n_meta_lines);
  if (width > MAX (ONE_LINE, meta))
    width = fold_title (drawing, title, style, width, meta, &size.n_title_lines);
  set_size (&size, event, MAX (width, meta));

  return size;
}

/**
 * tl_card_estimate:
 * @drawing: what is drawn
 * @event: one of its events
 * @form: how much its card is to tell
 *
 * Like tl_card_measure(), but from the number of characters: for timelines
 * of so many events that measuring all their texts would be felt.
 *
 * Returns: its size
 */
TlCardSize
tl_card_estimate (const TlDrawing *drawing,
                  const TlEvent   *event,
                  TlCardForm       form)
{
  const char *title = tl_card_get_title (drawing, event);
  TlTextStyle style = tl_card_get_title_style (event);
  TlCardSize size = { .n_title_lines = 1, .n_meta_lines = form == TL_CARD_FULL, .form = form };
  double width = g_utf8_strlen (title, 64) * style.size * ROUGH_ADVANCE;

  if (width > ONE_LINE && form == TL_CARD_FULL)
    {
      size.n_title_lines = 2;
      width = width * 0.6;
    }
  if (form == TL_CARD_COMPACT && drawing->note_numbers != NULL)
    width += ROUGH_NOTES;
  set_size (&size, event, CLAMP (width, form == TL_CARD_FULL ? NARROW : 0, WIDE));

  return size;
}

/**
 * tl_card_draw_alert:
 * @drawing: what is drawn
 * @x: its middle, in pixels
 * @y: its middle
 * @scene: a scene that is being built
 *
 * Adds the "!" that says that sources differ, or that somebody denies it.
 */
void
tl_card_draw_alert (const TlDrawing *drawing,
                    double           x,
                    double           y,
                    TlScene         *scene)
{
  const TlRect stroke = { x - 0.9, y - 4, 1.8, 5 };
  const TlPen disc = { .fill = drawing->theme->warning, .stroke = drawing->theme->card, .line_width = 1.5 };
  const TlPen ink = { .fill = drawing->theme->on_warning };

  tl_scene_add_circle (scene, x, y, 7, &disc);
  tl_scene_add_rect (scene, &stroke, 0, &ink);
  tl_scene_add_circle (scene, x, y + 3.1, 1.1, &ink);
}

static void
draw_texts (const TlDrawing  *drawing,
            const TlEvent    *event,
            const TlCardSize *size,
            double            x,
            double            y,
            TlScene          *scene)
{
  TlTextStyle style = tl_card_get_title_style (event);
  g_autofree char *meta = size->form == TL_CARD_COMPACT ? tl_card_dup_notes (drawing, event, TL_CARD_COMPACT)
                                                        : dup_meta_with_notes (drawing, event);
  double notes_width = size->form == TL_CARD_COMPACT ? measure_short_notes (drawing, meta) : 0;
  const TlTextRoom title_room = { size->room - notes_width, size->n_title_lines };
  const TlTextRoom meta_room = { size->room, size->n_meta_lines };
  TlRect title = tl_drawing_add_text (drawing, scene, tl_card_get_title (drawing, event), &style, &title_room,
                                      x, y, drawing->theme->text);

  if (notes_width > 0)
    {
      tl_drawing_add_text (drawing, scene, meta, &meta_style, NULL, x + title.width + NOTES_GAP,
                           y + (style.size - meta_style.size) / 2, drawing->theme->text_dim);
      return;
    }
  if (size->n_meta_lines == 0)
    return;

  tl_drawing_add_text (drawing, scene, meta, &meta_style, &meta_room,
                       x, y + size->n_title_lines * get_line_height (style.size), drawing->theme->text_dim);
}

/**
 * tl_card_draw:
 * @drawing: what is drawn
 * @event: one of its events
 * @size: its size
 * @x: its left edge, in pixels
 * @y: its top
 * @is_selected: whether it is outlined
 * @scene: a scene that is being built
 *
 * Adds the card to the item that was begun last.
 */
void
tl_card_draw (const TlDrawing  *drawing,
              const TlEvent    *event,
              const TlCardSize *size,
              double            x,
              double            y,
              gboolean          is_selected,
              TlScene          *scene)
{
  const TlRect frame = { x + 0.5, y + 0.5, size->width - 1, size->height - 1 };
  const TlPen pen = {
    .fill = drawing->theme->card,
    .stroke = is_selected ? drawing->theme->accent : drawing->theme->card_border,
    .line_width = is_selected ? 2 : 1,
  };
  TlTextStyle style = tl_card_get_title_style (event);
  double texts = size->n_title_lines * get_line_height (style.size)
                 + size->n_meta_lines * get_line_height (meta_style.size);

  tl_scene_add_rect (scene, &frame, TL_CARD_CORNER, &pen);
  draw_texts (drawing, event, size, x + PAD_X, y + (size->height - texts) / 2, scene);
  if (event->differences.count > 0)
    tl_card_draw_alert (drawing, x + size->width - 3, y + 4, scene);
}
