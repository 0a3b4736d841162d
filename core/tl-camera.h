/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which part of a drawing is in view: how many pixels a unit of the axis
 * takes, and which pixel of the content is at the upper left of the lanes. */
typedef struct
{
  double scale;
  double x;
  double y;
} TlCamera;

/* A way from one view to another. */
typedef struct
{
  TlCamera from;
  TlCamera to;
  gint64   begin; /* in microseconds, of the same clock as what is asked for */
  gint64   duration;
} TlCameraMove;

/* How long moves take, in microseconds. */
#define TL_CAMERA_SHORT 250000 /* what answers each turn of a wheel */
#define TL_CAMERA_LONG  400000 /* what goes somewhere else */

double tl_camera_move_get_progress (const TlCameraMove *move,
                                    gint64              now);

TlCamera tl_camera_move_get (const TlCameraMove *move,
                             gint64              now);

gboolean tl_camera_equal (const TlCamera *a,
                          const TlCamera *b);

G_END_DECLS
