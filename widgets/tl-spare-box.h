/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_SPARE_BOX (tl_spare_box_get_type ())

G_DECLARE_FINAL_TYPE (TlSpareBox, tl_spare_box, TL, SPARE_BOX, GtkWidget)

GtkWidget *tl_spare_box_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_spare_box_append (TlSpareBox *self,
                          GtkWidget  *child,
                          gboolean    is_spare);

void tl_spare_box_get_range (TlSpareBox *self,
                             int        *least,
                             int        *usual);

void tl_spare_box_share_room (TlSpareBox *first,
                              TlSpareBox *second,
                              int         wanted);

G_END_DECLS
