/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_DOT (tl_dot_get_type ())

G_DECLARE_FINAL_TYPE (TlDot, tl_dot, TL, DOT, GtkWidget)

GtkWidget *tl_dot_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlRgba tl_dot_get_colour (TlDot *self);

void tl_dot_set_colour (TlDot *self,
                        TlRgba colour);

G_END_DECLS
