/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* Which events share a badge: those that begin near each other. */

static int
compare_anchor_cb (gconstpointer a,
                   gconstpointer b)
{
  const TlLaneMember *first = a;
  const TlLaneMember *second = b;

  if (first->anchor != second->anchor)
    return first->anchor < second->anchor ? -1 : 1;

  return (first->item > second->item) - (first->item < second->item);
}

static double
get_width (guint32 count)
{
  double width = 28;

  for (guint32 rest = count; rest >= 10; rest /= 10)
    width += 7;

  return width;
}

/* A badge stands where its first event does, but never on an edge. */
static double
get_x (const TlLayout *self,
       double          anchor,
       double          width)
{
  double page = self->options.page > 0 ? self->options.page : self->width;
  double x = MAX (anchor - 10, 0);
  double end = (floor (x / page) + 1) * page;

  end = MIN (end, self->width) - width;

  return MIN (x, end);
}

/**
 * tl_layout_gather_badges:
 * @self: a layout
 * @lane: a lane of which it is known who has no room
 *
 * Counts those in badges that do not touch. Their height in the lane is not
 * known yet.
 */
void
tl_layout_gather_badges (const TlLayout *self,
                         TlLaneContents *lane)
{
  double widest = get_width (lane->left_over->len);
  TlBadge *badge = NULL;

  g_array_set_size (lane->badges, 0);
  g_array_sort (lane->left_over, compare_anchor_cb);
  for (guint32 i = 0; i < lane->left_over->len; i++)
    {
      double x = get_x (self, g_array_index (lane->left_over, TlLaneMember, i).anchor, widest);

      if (badge == NULL || x >= badge->box.x + widest + TL_BOX_GAP)
        {
          const TlBadge fresh = { { x, 0, 0, TL_BADGE_HEIGHT }, 0, i, 0 };

          g_array_append_val (lane->badges, fresh);
          badge = &g_array_index (lane->badges, TlBadge, lane->badges->len - 1);
        }
      badge->count++;
      badge->box.width = get_width (badge->count);
    }
}
