/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include "tl-edtf.h"
#include "tl-event-sources.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Numbered source notes: publisher, date, address. */

#define COLUMN_MIN 330.0
#define COLUMN_GAP 24.0
#define MOST_COLUMNS 4
#define NUMBER     24.0

static const TlTextStyle note_style = { 10.5, TL_WEIGHT_REGULAR };

/**
 * tl_chart_notes_init:
 * @notes: notes
 * @timeline: what they are for
 *
 * Begins with none.
 */
void
tl_chart_notes_init (TlChartNotes *notes,
                     TlTimeline   *timeline)
{
  guint n_sources;

  tl_timeline_get_sources (timeline, &n_sources);
  notes->sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  notes->numbers = g_new0 (guint32, MAX (n_sources, 1));
}

/**
 * tl_chart_notes_reset:
 * @notes: notes
 *
 * Takes all numbers back.
 */
void
tl_chart_notes_reset (TlChartNotes *notes)
{
  for (guint i = 0; i < notes->sources->len; i++)
    notes->numbers[g_array_index (notes->sources, guint32, i)] = 0;
  g_array_set_size (notes->sources, 0);
}

/**
 * tl_chart_notes_clear:
 * @notes: notes
 */
void
tl_chart_notes_clear (TlChartNotes *notes)
{
  g_clear_pointer (&notes->sources, g_array_unref);
  g_clear_pointer (&notes->numbers, g_free);
}

/**
 * tl_chart_notes_add:
 * @notes: notes
 * @source: a source
 *
 * Gives a number to a source that has none.
 *
 * Returns: its number
 */
guint32
tl_chart_notes_add (TlChartNotes *notes,
                    guint32       source)
{
  if (notes->numbers[source] == 0)
    {
      g_array_append_val (notes->sources, source);
      notes->numbers[source] = notes->sources->len;
    }

  return notes->numbers[source];
}

/**
 * tl_chart_notes_add_event:
 * @notes: notes
 * @drawing: what is drawn
 * @event: an event that is shown
 *
 * Gives a number to each of its sources that has none.
 */
void
tl_chart_notes_add_event (TlChartNotes    *notes,
                          const TlDrawing *drawing,
                          const TlEvent   *event)
{
  g_autoptr (GArray) citations = tl_event_get_citations (drawing->timeline, event);

  for (guint i = 0; i < citations->len; i++)
    tl_chart_notes_add (notes, g_array_index (citations, TlCitation, i).source);
}

/* An address as one reads it out: without what every address begins with. */
static const char *
strip_address (const char *url)
{
  static const char *const prefixes[] = { "https://", "http://", "www." };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (url, prefixes[i]))
      url += strlen (prefixes[i]);

  return url;
}

/* With the address as it is, for where it can be copied from, or short. */
static char *
say_source (const TlDrawing *drawing,
            const TlSource  *source,
            gboolean         is_whole)
{
  const char *published = tl_timeline_get_text (drawing->timeline, source->published_text);
  const char *url = tl_timeline_get_text (drawing->timeline, source->url);
  const char *title = tl_timeline_get_text (drawing->timeline, source->title);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, drawing->words) : NULL;
  g_autofree char *publisher = tl_source_say_publisher (drawing->timeline, source, drawing->words);
  GString *text = g_string_new (publisher);

  if (date != NULL)
    g_string_append_printf (text, ", %s", date);
  if (url != NULL)
    g_string_append_printf (text, " · %s", is_whole ? url : strip_address (url));
  else if (title != NULL)
    g_string_append_printf (text, " · %s", title);
  if (text->len > 0 && text->str[text->len - 1] == '/' && !is_whole)
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* How many columns there may be in @width. */
static guint
count_columns (double width)
{
  double n_columns = floor ((width + COLUMN_GAP) / (COLUMN_MIN + COLUMN_GAP));

  return (guint) CLAMP (n_columns, 1, MOST_COLUMNS);
}

/**
 * tl_chart_notes_get_height:
 * @notes: notes
 * @width: the room for them, in pixels
 * @limit: the height that they may take at most; 0 for any
 *
 * Returns: the height that they take
 */
double
tl_chart_notes_get_height (const TlChartNotes *notes,
                           double              width,
                           double              limit)
{
  guint n_columns = count_columns (width);
  double height = ceil ((double) notes->sources->len / n_columns) * TL_CHART_NOTE_LINE;

  return limit > 0 && height > limit ? floor (limit / TL_CHART_NOTE_LINE) * TL_CHART_NOTE_LINE : height;
}

static void
draw_note (const TlChartNotes *notes,
           const TlDrawing    *drawing,
           guint               index,
           double              x,
           double              y,
           double              width,
           TlScene            *scene)
{
  guint32 number = g_array_index (notes->sources, guint32, index);
  const TlSource *source = &tl_timeline_get_sources (drawing->timeline, NULL)[number];
  const char *source_id = tl_timeline_get_text (drawing->timeline, source->id);
  g_autofree char *text = say_source (drawing, source, FALSE);
  g_autofree char *digits = g_strdup_printf ("%u", index + 1);
  g_autofree char *id = g_strconcat ("note-", source_id, NULL);
  g_autofree char *self_link = g_strconcat ("#", id, NULL);
  const char *url = tl_timeline_get_text (drawing->timeline, source->url);
  const TlTextRoom room = { width - NUMBER, 1 };
  TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_NOTE, number);

  item->id = tl_scene_keep_text (scene, id);
  item->name = tl_scene_keep_text (scene, text);
  item->description = tl_scene_keep_text (scene, tl_timeline_get_text (drawing->timeline, source->title));
  item->link = tl_scene_keep_text (scene, url != NULL ? url : self_link);
  tl_drawing_add_text (drawing, scene, digits, &note_style, NULL, x, y, drawing->theme->text);
  tl_drawing_add_text (drawing, scene, text, &note_style, &room, x + NUMBER, y, drawing->theme->text_dim);
}

static void
draw_rest (const TlDrawing *drawing,
           guint            n_rest,
           double           x,
           double           y,
           TlScene         *scene)
{
  g_autofree char *number = g_strdup_printf ("%u", n_rest);
  g_autofree char *text = tl_words_fill (drawing->words, "source",
                                         n_rest == 1 ? NC_("source", "and %1$s more source")
                                                     : NC_("source", "and %1$s more sources"),
                                         number, NULL);

  tl_scene_begin_item (scene, TL_ITEM_NOTES, 0);
  tl_drawing_add_text (drawing, scene, text, &note_style, NULL, x + NUMBER, y, drawing->theme->text_dim);
}

/**
 * tl_chart_notes_draw:
 * @notes: notes
 * @drawing: what is drawn
 * @area: the room for them
 * @first: the first to draw
 * @counts_rest: whether those that have no room are counted at the end
 * @scene: a scene that is being built
 *
 * Adds an item for each note that has room.
 *
 * Returns: the first that has none
 */
guint
tl_chart_notes_draw (const TlChartNotes *notes,
                     const TlDrawing    *drawing,
                     const TlRect       *area,
                     guint               first,
                     gboolean            counts_rest,
                     TlScene            *scene)
{
  guint most = count_columns (area->width);
  guint n_rows = (guint) (area->height / TL_CHART_NOTE_LINE + 0.01);
  guint n_notes = notes->sources->len - first;
  guint n_shown = n_notes;
  guint wanted = n_rows > 0 ? (n_notes + n_rows - 1) / n_rows : most;
  guint n_columns = CLAMP (wanted, 1, most);
  double width = (area->width - (n_columns - 1) * COLUMN_GAP) / n_columns;

  if (n_rows == 0)
    return first;
  if (n_notes > n_rows * n_columns)
    n_shown = n_rows * n_columns - (counts_rest ? 1 : 0);
  else
    n_rows = (n_notes + n_columns - 1) / n_columns;

  for (guint i = 0; i < n_shown; i++)
    {
      guint column = i / n_rows, row = i % n_rows;

      draw_note (notes, drawing, first + i, area->x + column * (width + COLUMN_GAP),
                 area->y + row * TL_CHART_NOTE_LINE, width, scene);
    }
  if (n_shown < n_notes && counts_rest)
    {
      guint column = n_shown / n_rows, row = n_shown % n_rows;

      draw_rest (drawing, n_notes - n_shown, area->x + column * (width + COLUMN_GAP),
                 area->y + row * TL_CHART_NOTE_LINE, scene);
    }

  return first + n_shown;
}

/**
 * tl_chart_notes_to_text:
 * @notes: notes
 * @drawing: what is drawn
 *
 * Returns: (transfer full): one line for each, with whole addresses
 */
char *
tl_chart_notes_to_text (const TlChartNotes *notes,
                        const TlDrawing    *drawing)
{
  const TlSource *sources = tl_timeline_get_sources (drawing->timeline, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->sources->len; i++)
    {
      g_autofree char *line = say_source (drawing, &sources[g_array_index (notes->sources, guint32, i)], TRUE);

      g_string_append_printf (text, "%s%u %s", i > 0 ? "\n" : "", i + 1, line);
    }

  return g_string_free (text, FALSE);
}
