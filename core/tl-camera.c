/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-camera.h"

#include "tl-mark.h"

#include <math.h>

/* How a view moves. Whatever a zoom leaves where it is stays there all the
 * way: between two views that differ in scale there is one place of the axis
 * that both show at the same pixel, and the move turns about it. Scales are
 * passed in equal proportions, as that looks even.
 */

/* Scales that differ by less than this are the same, and the move is one to
 * the side. */
#define SAME_SCALE 1e-6

/* A place further out than this many pixels is no centre to turn about. */
#define FAR 1e6

/**
 * tl_camera_move_get_progress:
 * @move: a move
 * @now: the time, in microseconds
 *
 * Fast at first, since it answers somebody, and slow at the end.
 *
 * Returns: how much of it is done, from 0 to 1
 */
double
tl_camera_move_get_progress (const TlCameraMove *move,
                             gint64              now)
{
  double t;

  if (now >= move->begin + move->duration)
    return 1;
  if (now <= move->begin)
    return 0;

  t = 1 - (double) (now - move->begin) / move->duration;

  return 1 - t * t * t;
}

static double
mix (double from,
     double to,
     double t)
{
  return from + (to - from) * t;
}

/**
 * tl_camera_move_get:
 * @move: a move
 * @now: the time, in microseconds
 *
 * Returns: what is in view then
 */
TlCamera
tl_camera_move_get (const TlCameraMove *move,
                    gint64              now)
{
  const TlCamera *from = &move->from;
  const TlCamera *to = &move->to;
  double t = tl_camera_move_get_progress (move, now);
  TlCamera camera = { mix (from->scale, to->scale, t), mix (from->x, to->x, t), mix (from->y, to->y, t) };
  double proportion = to->scale / from->scale;
  double unit, pixel;

  if (t <= 0)
    return *from;
  if (t >= 1)
    return *to;
  if (!isnormal (proportion) || fabs (log (proportion)) < SAME_SCALE)
    return camera;

  unit = (to->x - from->x) / (to->scale - from->scale);
  pixel = TL_LEAD_IN + unit * from->scale - from->x;
  if (fabs (pixel) > FAR)
    return camera;

  camera.scale = from->scale * pow (proportion, t);
  camera.x = TL_LEAD_IN + unit * camera.scale - pixel;

  return camera;
}

/**
 * tl_camera_equal:
 * @a: a view
 * @b: another
 *
 * Returns: whether nobody could tell them apart
 */
gboolean
tl_camera_equal (const TlCamera *a,
                 const TlCamera *b)
{
  return fabs (a->x - b->x) < 0.01 && fabs (a->y - b->y) < 0.01
         && fabs (a->scale - b->scale) <= 1e-9 * fabs (b->scale);
}
