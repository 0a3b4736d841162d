/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-geometry.h"

#include <math.h>

/**
 * tl_rect_union:
 * @a: a rectangle, maybe without width or height
 * @b: another one
 *
 * Returns: the smallest rectangle around both
 */
TlRect
tl_rect_union (const TlRect *a,
               const TlRect *b)
{
  double left = fmin (a->x, b->x);
  double top = fmin (a->y, b->y);
  double right = fmax (a->x + a->width, b->x + b->width);
  double bottom = fmax (a->y + a->height, b->y + b->height);

  return (TlRect) { left, top, right - left, bottom - top };
}

/**
 * tl_append_length:
 * @text: where to write
 * @length: a length or position
 *
 * Writes @length for files: with at most two decimals and no more of them than
 * it takes, with a point in every locale, and zero without a sign. Reckoned in
 * whole numbers, since a chart has thousands of them.
 */
void
tl_append_length (GString *text,
                  double   length)
{
  const double most = 1e12;
  char digits[32];
  char *p = digits + sizeof digits;
  gint64 hundredths = isfinite (length) ? llround (CLAMP (length, -most, most) * 100) : 0;
  guint64 rest = (guint64) ABS (hundredths);
  guint n_decimals = rest % 100 == 0 ? 0 : rest % 10 == 0 ? 1 : 2;

  rest /= n_decimals == 0 ? 100 : n_decimals == 1 ? 10 : 1;
  for (guint i = 0; i < n_decimals; i++, rest /= 10)
    *--p = (char) ('0' + rest % 10);
  if (n_decimals > 0)
    *--p = '.';
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (hundredths < 0)
    *--p = '-';

  g_string_append_len (text, p, digits + sizeof digits - p);
}

/**
 * tl_segment_get_distance_squared:
 * @a: where a straight line begins
 * @b: where it ends
 * @point: a point
 *
 * Returns: the square of how far @point is from the line
 */
double
tl_segment_get_distance_squared (const TlPoint *a,
                                 const TlPoint *b,
                                 const TlPoint *point)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((point->x - a->x) * dx + (point->y - a->y) * dy) / length : 0;
  double t = fmax (0, fmin (1, along));
  double x = a->x + t * dx - point->x;
  double y = a->y + t * dy - point->y;

  return x * x + y * y;
}
