/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-private.h"

#include "tl-edtf.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* The sources by their numbers, with their addresses and where they are named. */

#define TITLE_SIZE    22.0
#define SECTION_SPACE 44.0
#define SOURCE_SPACE  9.0
#define TEXT_SIZE     12.0
#define SMALL_SIZE    10.5
#define NUMBER_ROOM   14.0 /* besides the digits */
#define SEPARATOR     " · "

/* A source that is named everywhere has no need of more. */
#define MOST_PAGES 12

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", part);
}

/* Its author and date, and whose report it passes on. */
static char *
say_more (const TlHandout *handout,
          const TlSource  *source)
{
  TlTimeline *timeline = handout->timeline;
  const TlWords *words = handout->drawing.words;
  const char *author = tl_timeline_get_text (timeline, source->author);
  const char *published = tl_timeline_get_text (timeline, source->published_text);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, words) : NULL;
  g_autofree char *nature = tl_source_dup_nature (timeline, source, words);
  GString *text = g_string_new (NULL);

  if (author != NULL && !g_str_equal (author, tl_source_get_publisher (timeline, source)))
    append_part (text, author);
  append_part (text, date);
  append_part (text, tl_source_say_kind (source, words));
  append_part (text, nature);

  return g_string_free (text, FALSE);
}

static char *
say_pages (const TlHandout *handout,
           guint32          source)
{
  const GArray *pages = handout->flow.pages_of->pdata[source];
  GString *list = g_string_new (NULL);
  g_autofree char *numbers = NULL;

  for (guint i = 0; i < pages->len && i < MOST_PAGES; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (pages, guint, i));
  if (pages->len > MOST_PAGES)
    g_string_append (list, ", " TL_ELLIPSIS);
  numbers = g_string_free (list, FALSE);

  return tl_words_fill (handout->drawing.words, "handout",
                        pages->len == 1
                          /* Translators: where a source is named; the number of a page */
                          ? NC_("handout", "Named on page %1$s")
                          /* Translators: where a source is named; numbers of pages, as in 3, 4, 7 */
                          : NC_("handout", "Named on pages %1$s"),
                        numbers, NULL);
}

static double
find_number_room (const TlHandout *handout)
{
  const TlTextStyle style = { TEXT_SIZE, TL_WEIGHT_SEMIBOLD };
  g_autofree char *last = g_strdup_printf ("[%u]", handout->notes.sources->len);

  return tl_text_measure_width (handout->drawing.measure, last, &style) + NUMBER_ROOM;
}

static void
add_source (TlHandout *handout,
            guint      index,
            double     indent)
{
  TlHandoutFlow *flow = &handout->flow;
  guint32 number = g_array_index (handout->notes.sources, guint32, index);
  const TlSource *source = &tl_timeline_get_sources (handout->timeline, NULL)[number];
  const char *title = tl_timeline_get_text (handout->timeline, source->title);
  const char *url = tl_timeline_get_text (handout->timeline, source->url);
  TlHandoutText bold = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_SEMIBOLD, FALSE, TL_ITEM_NOTE);
  TlHandoutText text = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, FALSE, TL_ITEM_NOTE);
  TlHandoutText small = tl_handout_text (handout, SMALL_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_NOTE);
  g_autofree char *digits = g_strdup_printf ("[%u]", index + 1);
  g_autofree char *id = g_strdup_printf ("source-%u", index + 1);
  g_autofree char *more = say_more (handout, source);
  g_autofree char *pages = say_pages (handout, number);
  double width = tl_handout_flow_get_width (flow) - indent;
  double y;

  tl_handout_flow_begin (flow, SOURCE_SPACE);
  bold.id = id;
  bold.index = text.index = small.index = number;
  tl_handout_flow_add (flow, digits, &bold, 0, 0, indent);
  y = tl_handout_flow_add (flow, tl_source_get_publisher (handout->timeline, source), &bold, indent, 0, width);
  y = tl_handout_flow_add (flow, title, &text, indent, y, width);
  y = tl_handout_flow_add (flow, more, &small, indent, y, width);
  small.link = tl_source_get_address (handout->timeline, source);
  y = tl_handout_flow_add (flow, url, &small, indent, y, width);
  small.link = NULL;
  tl_handout_flow_add (flow, pages, &small, indent, y, width);
  tl_handout_flow_end (flow, FALSE);
}

/**
 * tl_handout_add_sources:
 * @handout: a handout that has all else
 *
 * Adds the sources that have a number.
 */
void
tl_handout_add_sources (TlHandout *handout)
{
  const char *heading = tl_words_get (handout->drawing.words, "chart", NC_("chart", "Sources"));
  TlHandoutText large = tl_handout_text (handout, TITLE_SIZE, TL_WEIGHT_BOLD, FALSE, TL_ITEM_TITLE);
  double indent;

  if (handout->notes.sources->len == 0)
    return;

  indent = find_number_room (handout);
  large.id = TL_HANDOUT_ID_SOURCES;
  tl_outline_add (handout->outline, 0, heading, TL_HANDOUT_ID_SOURCES);
  tl_handout_flow_begin_page (&handout->flow);
  tl_handout_flow_begin (&handout->flow, SECTION_SPACE);
  tl_handout_flow_add (&handout->flow, heading, &large, 0, 0, tl_handout_flow_get_width (&handout->flow));
  tl_handout_flow_end (&handout->flow, TRUE);
  for (guint i = 0; i < handout->notes.sources->len; i++)
    if (!g_cancellable_is_cancelled (handout->options->chart.cancellable))
      add_source (handout, i, indent);
}
