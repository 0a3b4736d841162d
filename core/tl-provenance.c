/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-timeline.h"

/* Loading has made sure that relays lead in no circle. */
static guint32
find_origin (const TlSource   *sources,
             const TlCitation *citation)
{
  guint32 origin = citation->via != TL_NONE ? citation->via : citation->source;

  while (sources[origin].relays != TL_NONE)
    origin = sources[origin].relays;

  return origin;
}

/**
 * tl_timeline_count_independent:
 * @self: a timeline
 * @citations: (array length=n_citations): who carries a claim, or several
 * @n_citations: their number
 *
 * Counts reports, not links: sources that relay the same report, as a whole
 * or for this claim, count once together with it.
 *
 * Returns: the number of independent sources
 */
guint
tl_timeline_count_independent (TlTimeline       *self,
                               const TlCitation *citations,
                               guint             n_citations)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (TL_IS_TIMELINE (self), 0);

  for (guint i = 0; i < n_citations; i++)
    {
      guint32 origin = find_origin (tl_timeline_get_sources (self, NULL), &citations[i]);

      g_hash_table_add (origins, GUINT_TO_POINTER (origin));
    }

  return g_hash_table_size (origins);
}
