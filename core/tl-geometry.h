/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths in pixels of 1/96 inch, from the top left, y downwards. */

typedef struct
{
  double x;
  double y;
} TlPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlRect;

static inline gboolean
tl_rect_contains (const TlRect *rect,
                  double        x,
                  double        y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static inline gboolean
tl_rect_overlaps (const TlRect *a,
                  const TlRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline TlRect
tl_rect_grow (const TlRect *rect,
              double        by)
{
  TlRect grown = { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };

  return grown;
}

/* What both have in common; without width or height where that is nothing. */
static inline TlRect
tl_rect_intersection (const TlRect *a,
                      const TlRect *b)
{
  double x = a->x > b->x ? a->x : b->x;
  double y = a->y > b->y ? a->y : b->y;
  double right = a->x + a->width < b->x + b->width ? a->x + a->width : b->x + b->width;
  double bottom = a->y + a->height < b->y + b->height ? a->y + a->height : b->y + b->height;
  TlRect both = { x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0 };

  return both;
}

TlRect tl_rect_union (const TlRect *a,
                      const TlRect *b);

void tl_append_length (GString *text,
                       double   length);

double tl_segment_get_distance_squared (const TlPoint *a,
                                        const TlPoint *b,
                                        const TlPoint *point);

G_END_DECLS
