/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <cairo.h>

#include "tl-scene.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

/**
 * TlPicture:
 *
 * A scene, painted, for a window that shows one after the other. Where the
 * next scene is the last one moved sideways, what was painted is moved along,
 * and only what is new is painted.
 */
typedef struct _TlPicture TlPicture;

TlPicture *tl_picture_new (TlTextPango *text) G_GNUC_WARN_UNUSED_RESULT;

void tl_picture_free (TlPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPicture, tl_picture_free)

/* The part of a scene that has moved since the last one. */
typedef struct
{
  TlRect area; /* in pixels of the scene */
  double dx;   /* to the right */
} TlPictureMove;

cairo_surface_t *tl_picture_paint (TlPicture           *self,
                                   TlScene             *scene,
                                   double               scale,
                                   const TlPictureMove *move);

double tl_picture_get_painted_share (const TlPicture *self);

G_END_DECLS
