/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-lanes.h"

struct _TlPacker
{
  double  height;
  double  gap;
  double  reach;  /* how far left of its anchor a box may begin */
  GArray *placed; /* of TlRect: those of earlier rounds, by x */
  GArray *fresh;  /* of TlRect: those of this round */
  GArray *near;   /* of TlRect: those that a box to come may touch, by y */
  guint   next;   /* the first of placed that is not near yet */
  double  bottom;
};

/**
 * tl_packer_new:
 * @height: the room there is, in pixels
 * @gap: the room between two boxes, in pixels
 * @reach: how far left of its anchor a box may begin at most
 *
 * Returns: (transfer full): a packer with nothing in it
 */
TlPacker *
tl_packer_new (double height,
               double gap,
               double reach)
{
  TlPacker *self = g_new0 (TlPacker, 1);

  self->height = height;
  self->gap = gap;
  self->reach = reach;
  self->placed = g_array_new (FALSE, FALSE, sizeof (TlRect));
  self->fresh = g_array_new (FALSE, FALSE, sizeof (TlRect));
  self->near = g_array_new (FALSE, FALSE, sizeof (TlRect));

  return self;
}

/**
 * tl_packer_free:
 * @self: (transfer full): a packer
 */
void
tl_packer_free (TlPacker *self)
{
  g_array_unref (self->placed);
  g_array_unref (self->fresh);
  g_array_unref (self->near);
  g_free (self);
}

static int
compare_x_cb (gconstpointer a,
              gconstpointer b)
{
  const TlRect *first = a;
  const TlRect *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

/**
 * tl_packer_begin_round:
 * @self: a packer
 *
 * Starts again at the left, with less important boxes.
 */
void
tl_packer_begin_round (TlPacker *self)
{
  if (self->fresh->len > 0)
    {
      g_array_append_vals (self->placed, self->fresh->data, self->fresh->len);
      g_array_sort (self->placed, compare_x_cb);
    }
  g_array_set_size (self->fresh, 0);
  g_array_set_size (self->near, 0);
  self->next = 0;
}

static void
insert_near (TlPacker     *self,
             const TlRect *box)
{
  guint at = self->near->len;

  while (at > 0 && g_array_index (self->near, TlRect, at - 1).y > box->y)
    at--;

  g_array_insert_val (self->near, at, *box);
}

/* Forgets boxes that end too far left to matter to any that is to come. */
static void
drop_passed (TlPacker *self,
             double    left)
{
  guint kept = 0;

  for (guint i = 0; i < self->near->len; i++)
    {
      const TlRect *box = &g_array_index (self->near, TlRect, i);

      if (box->x + box->width + self->gap > left)
        g_array_index (self->near, TlRect, kept++) = *box;
    }

  g_array_set_size (self->near, kept);
}

static void
gather_near (TlPacker *self,
             double    anchor,
             double    right)
{
  drop_passed (self, anchor - self->reach);

  for (; self->next < self->placed->len; self->next++)
    {
      const TlRect *box = &g_array_index (self->placed, TlRect, self->next);

      if (box->x >= right + self->gap)
        break;
      if (box->x + box->width + self->gap > anchor - self->reach)
        insert_near (self, box);
    }
}

/**
 * tl_packer_find:
 * @self: a packer
 * @anchor: what boxes of a round are ordered by, never smaller than the last
 * @box: (inout): a box of which x, width and height are set
 *
 * Finds the highest place for @box that is free. It is not taken before
 * tl_packer_add().
 *
 * Returns: whether there is room; then @box has its y
 */
gboolean
tl_packer_find (TlPacker *self,
                double    anchor,
                TlRect   *box)
{
  double left = box->x - self->gap;
  double right = box->x + box->width + self->gap;
  double y = 0;

  gather_near (self, anchor, box->x + box->width);

  for (guint i = 0; i < self->near->len; i++)
    {
      const TlRect *other = &g_array_index (self->near, TlRect, i);

      if (other->x >= right || other->x + other->width <= left)
        continue;
      if (other->y >= y + box->height + self->gap)
        break;
      if (other->y + other->height + self->gap > y)
        y = other->y + other->height + self->gap;
    }

  if (y + box->height > self->height)
    return FALSE;

  box->y = y;

  return TRUE;
}

/**
 * tl_packer_add:
 * @self: a packer
 * @box: a box as tl_packer_find() has left it
 *
 * Takes the place.
 */
void
tl_packer_add (TlPacker     *self,
               const TlRect *box)
{
  double bottom = box->y + box->height;

  insert_near (self, box);
  g_array_append_val (self->fresh, *box);
  self->bottom = MAX (self->bottom, bottom);
}

/**
 * tl_packer_get_bottom:
 * @self: a packer
 *
 * Returns: how far down the boxes reach, in pixels
 */
double
tl_packer_get_bottom (const TlPacker *self)
{
  return self->bottom;
}
