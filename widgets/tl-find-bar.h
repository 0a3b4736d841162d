/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

void tl_find_bar_set_viewport (TlFindBar  *self,
                               TlViewport *viewport);

void tl_find_bar_open (TlFindBar *self);

void tl_find_bar_close (TlFindBar *self);

void tl_find_bar_step (TlFindBar *self,
                       int        direction);

const char *tl_find_bar_get_count (TlFindBar *self);

G_END_DECLS
