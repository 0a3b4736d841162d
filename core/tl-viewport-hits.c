/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport-private.h"

#include <string.h>

/* What a search has found. */

/**
 * tl_viewport_get_hits:
 * @self: a viewport
 * @n_hits: (out): their number
 *
 * Returns: (transfer none) (array length=n_hits): the events that a search
 *   has found, shown or not, in the timeline's order
 */
const guint32 *
tl_viewport_get_hits (TlViewport *self,
                      guint      *n_hits)
{
  *n_hits = 0;
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  *n_hits = self->hits->len;

  return (const guint32 *) (void *) self->hits->data;
}

/**
 * tl_viewport_set_hits:
 * @self: a viewport
 * @hits: (nullable) (array length=n_hits): events, in the timeline's order;
 *   copied
 * @n_hits: their number
 *
 * Has them marked. They go with the timeline.
 */
void
tl_viewport_set_hits (TlViewport    *self,
                      const guint32 *hits,
                      guint          n_hits)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (n_hits == self->hits->len && (n_hits == 0 || memcmp (hits, self->hits->data, n_hits * sizeof *hits) == 0))
    return;

  g_array_set_size (self->hits, 0);
  g_array_append_vals (self->hits, hits, n_hits);
  tl_viewport_tell (self, TL_VIEWPORT_HITS);
}

/**
 * tl_viewport_list_shown_hits:
 * @self: a viewport
 *
 * Returns: (transfer full) (element-type guint32): those of the hits that
 *   lanes and filter let through, in the timeline's order
 */
GArray *
tl_viewport_list_shown_hits (TlViewport *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (TL_IS_VIEWPORT (self), shown);

  for (guint i = 0; i < self->hits->len; i++)
    if (tl_viewport_shows (self, g_array_index (self->hits, guint32, i)))
      g_array_append_val (shown, g_array_index (self->hits, guint32, i));

  return shown;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/**
 * tl_viewport_is_hit:
 * @self: a viewport
 * @event: an event
 *
 * Returns: whether a search has found it
 */
gboolean
tl_viewport_is_hit (TlViewport *self,
                    guint32     event)
{
  guint at;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  return g_array_binary_search (self->hits, &event, compare_cb, &at);
}
