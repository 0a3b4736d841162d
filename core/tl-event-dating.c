/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-dating.h"

#include <glib/gi18n-lib.h>

/* How well an event's date is known, and by whom. */

static const char *const precisions[] = {
  [TL_PRECISION_NONE] = NULL,
  [TL_PRECISION_MILLENNIUM] = NC_("precision", "known to the millennium"),
  [TL_PRECISION_CENTURY] = NC_("precision", "known to the century"),
  [TL_PRECISION_DECADE] = NC_("precision", "known to the decade"),
  [TL_PRECISION_YEAR] = NC_("precision", "known to the year"),
  [TL_PRECISION_SEASON] = NC_("precision", "known to the part of the year"),
  [TL_PRECISION_MONTH] = NC_("precision", "known to the month"),
  [TL_PRECISION_DAY] = NC_("precision", "known to the day"),
  [TL_PRECISION_SECOND] = NC_("precision", "known to the time of day"),
};

/* Of two ends, the one that is known less well; an open end is no matter of
 * precision.
 */
static TlPrecision
get_coarser (const TlDate *date)
{
  if (date->start.precision == TL_PRECISION_NONE)
    return date->end.precision;
  if (date->end.precision == TL_PRECISION_NONE)
    return date->start.precision;

  return MIN (date->start.precision, date->end.precision);
}

static void
add (GString       *text,
     const char    *sentence,
     const TlWords *words)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, tl_words_get (words, "precision", sentence));
}

static void
add_qualifiers (GString       *text,
                const TlDate  *date,
                const TlWords *words)
{
  guint qualifiers = date->start.qualifiers | date->end.qualifiers;

  if ((qualifiers & TL_QUALIFIER_APPROXIMATE) != 0)
    add (text, NC_("precision", "approximate"), words);
  if ((qualifiers & TL_QUALIFIER_UNCERTAIN) != 0)
    add (text, NC_("precision", "uncertain"), words);
}

static void
add_ends (GString       *text,
          const TlDate  *date,
          const TlWords *words)
{
  if (date->start.state == TL_END_UNKNOWN)
    add (text, NC_("precision", "nobody says when it began"), words);
  if (date->end.state == TL_END_UNKNOWN)
    add (text, NC_("precision", "nobody says when it ended"), words);
}

/**
 * tl_event_say_precision:
 * @event: an event
 * @words: (nullable): the language
 *
 * Returns: (transfer full): how well its date is known: "known to the month,
 *   approximate"
 */
char *
tl_event_say_precision (const TlEvent *event,
                        const TlWords *words)
{
  GString *text = g_string_new (NULL);

  /* Translators: of an event that happened once, on one of several days */
  if (event->when.kind == TL_DATE_ONE_OF)
    add (text, NC_("precision", "somewhere within this span"), words);
  else
    add (text, precisions[get_coarser (&event->when)], words);
  add_qualifiers (text, &event->when, words);
  if (event->when.kind == TL_DATE_LASTED)
    add_ends (text, &event->when, words);

  return g_string_free (text, FALSE);
}

/**
 * tl_event_say_dated_by:
 * @event: an event
 * @words: (nullable): the language
 *
 * Returns: (transfer none): what comes before the sources of its date
 */
const char *
tl_event_say_dated_by (const TlEvent *event,
                       const TlWords *words)
{
  if (event->dated_by.count == 0)
    return tl_words_get (words, "dating", NC_("dating", "No source is named for the date."));
  if (!event->dated_by_own)
    return tl_words_get (words, "dating", NC_("dating", "Only outside sources give the date:"));

  return tl_words_get (words, "dating", NC_("dating", "The date is from:"));
}
