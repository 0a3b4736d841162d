/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-find-passage.h"

#include "tl-search.h"

#include <string.h>

/* Where in what is said of an event a search has found its first word. */

/* So much of a text is shown before and after what is found in it. */
#define CONTEXT 60

static void
embolden (GtkLabel *label,
          gsize     start,
          gsize     end)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = underline->start_index = (guint) start;
  bold->end_index = underline->end_index = (guint) end;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, underline);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

/* What is around the word, with the word marked. */
static void
set_passage (GtkLabel   *label,
             const char *text,
             gsize       start,
             gsize       length)
{
  glong at = g_utf8_pointer_to_offset (text, text + start);
  glong end = g_utf8_pointer_to_offset (text, text + start + length);
  glong whole = g_utf8_strlen (text, -1);
  glong from = MAX (at - CONTEXT, 0);
  glong to = MIN (end + CONTEXT, whole);
  const char *first = g_utf8_offset_to_pointer (text, from);
  const char *last = g_utf8_offset_to_pointer (text, to);
  g_autofree char *part = g_strndup (first, (gsize) (last - first));
  g_autofree char *shown = g_strdup_printf ("%s%s%s", from > 0 ? "…" : "", part, to < whole ? "…" : "");
  gsize before = (gsize) (text + start - first) + (from > 0 ? strlen ("…") : 0);

  for (char *p = shown; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  gtk_label_set_text (label, shown);
  embolden (label, before, before + length);
}

/**
 * tl_find_passage_show:
 * @label: where to show it
 * @words: what has been looked for, see tl_search_new()
 * @timeline: a timeline
 * @event: an event that is found
 *
 * Shows what is around the first of the words, with the word marked.
 *
 * Returns: whether it is anywhere
 */
gboolean
tl_find_passage_show (GtkLabel   *label,
                      const char *words,
                      TlTimeline *timeline,
                      guint32     event)
{
  g_autoptr (TlSearch) search = tl_search_new (words);
  const char *text = NULL;
  gsize start, length;

  if (!tl_search_is_empty (search))
    text = tl_search_find_passage (search, timeline, &tl_timeline_get_events (timeline, NULL)[event], &start, &length);
  if (text != NULL)
    set_passage (label, text, start, length);

  return text != NULL;
}
