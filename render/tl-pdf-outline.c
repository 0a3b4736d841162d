/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-pdf-private.h"

#include "tl-address.h"
#include "tl-edtf.h"

#include <string.h>

/* Timelines of more years than these have headings of years, others of
 * months.
 */
#define YEARS_BY_MONTH 3

/* What a heading stands for: a month or a year. */
typedef struct
{
  gint64 year;
  guint8 month;    /* 0 for a year */
  guint  is_known : 1;
} Heading;

/* The latest start, where nobody knows how early it was. */
static TlInstant
get_start (const TlEvent *event)
{
  return event->when.start_earliest > TL_INSTANT_MIN ? event->when.start_earliest : event->when.start_latest;
}

static gboolean
is_short (const TlEvent *events,
          guint          n_events)
{
  gint64 first = tl_instant_to_civil (get_start (&events[0])).year;
  gint64 last = tl_instant_to_civil (get_start (&events[n_events - 1])).year;

  return last - first < YEARS_BY_MONTH;
}

static Heading
find_heading (const TlEvent *event,
              gboolean       by_month)
{
  TlInstant start = get_start (event);
  TlCivil civil = tl_instant_to_civil (start);
  Heading heading = { .year = civil.year };

  heading.is_known = start > TL_INSTANT_MIN && event->when.start.precision >= TL_PRECISION_YEAR;
  if (by_month && event->when.start.precision >= TL_PRECISION_MONTH)
    heading.month = civil.month;

  return heading;
}

static char *
say_heading (const Heading *heading,
             const TlWords *words)
{
  guint64 years = (guint64) ABS (heading->year);
  const char *sign = heading->year < 0 ? "-" : "";
  g_autofree char *edtf = NULL;

  if (years > 9999)
    edtf = g_strdup_printf ("Y%s%" G_GUINT64_FORMAT, sign, years);
  else if (heading->month > 0)
    edtf = g_strdup_printf ("%s%04" G_GUINT64_FORMAT "-%02d", sign, years, heading->month);
  else
    edtf = g_strdup_printf ("%s%04" G_GUINT64_FORMAT, sign, years);

  return tl_edtf_to_words (edtf, words);
}

static char *
say_date (TlTimeline    *timeline,
          const TlEvent *event,
          const TlWords *words)
{
  const char *start = tl_timeline_get_text (timeline, event->when_text);
  const char *end = tl_timeline_get_text (timeline, event->when_end_text);

  return end != NULL ? tl_edtf_range_to_words (start, end, words) : tl_edtf_to_words (start, words);
}

/* The id that the event has in a scene. */
static char *
get_place (TlTimeline    *timeline,
           const TlEvent *event)
{
  return g_strconcat ("event-", tl_timeline_get_text (timeline, event->id), NULL);
}

static int
add_entry (cairo_surface_t *surface,
           int              parent,
           const char      *title,
           const char      *id)
{
  g_autofree char *name = tl_address_encode_name (id);
  g_autofree char *place = g_strdup_printf ("dest='%s'", name);

  return cairo_pdf_surface_add_outline (surface, parent, title, place,
                                        parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static void
add_event (cairo_surface_t    *surface,
           int                 parent,
           const TlEvent      *event,
           const char         *id,
           const TlPdfOptions *options)
{
  TlTimeline *timeline = options->timeline;
  g_autofree char *date = say_date (timeline, event, options->words);
  g_autofree char *title = g_strdup_printf ("%s: %s", date, tl_timeline_get_text (timeline, event->title));

  add_entry (surface, parent, title, id);
}

/* How deep entries may be below others; nobody opens more. */
#define MOST_LEVELS 4

static void
add_given (cairo_surface_t *surface,
           GHashTable      *places,
           const TlOutline *outline)
{
  int parents[MOST_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };
  guint n_entries;
  const TlOutlineEntry *entries = tl_outline_get_entries (outline, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      guint level = MIN (entries[i].level, MOST_LEVELS - 1);

      if (g_hash_table_contains (places, entries[i].id))
        parents[level + 1] = add_entry (surface, parents[level], entries[i].title, entries[i].id);
    }
}

/**
 * tl_pdf_add_outline: (skip)
 * @surface: a PDF that is painted
 * @places: (element-type utf8 utf8): the ids that are found in it
 * @options: how it is made
 *
 * Adds the outline that @options have; else the events that are drawn, in
 * the order of time, under their months or years; those of a date that is
 * vaguer stand by themselves.
 */
void
tl_pdf_add_outline (cairo_surface_t    *surface,
                    GHashTable         *places,
                    const TlPdfOptions *options)
{
  const TlEvent *events;
  guint n_events;
  Heading last = { 0 };
  gboolean by_month;
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (options->outline != NULL)
    {
      add_given (surface, places, options->outline);
      return;
    }
  if (options->timeline == NULL)
    return;
  events = tl_timeline_get_events (options->timeline, &n_events);
  if (n_events == 0)
    return;

  by_month = is_short (events, n_events);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = get_place (options->timeline, &events[i]);
      Heading heading = find_heading (&events[i], by_month);

      if (!g_hash_table_contains (places, id))
        continue;
      if (!heading.is_known)
        parent = CAIRO_PDF_OUTLINE_ROOT;
      else if (!last.is_known || heading.year != last.year || heading.month != last.month)
        {
          g_autofree char *words = say_heading (&heading, options->words);

          parent = add_entry (surface, CAIRO_PDF_OUTLINE_ROOT, words, id);
        }
      last = heading;
      add_event (surface, parent, &events[i], id, options);
    }
}
