/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM_PROXY (tl_item_proxy_get_type ())

G_DECLARE_FINAL_TYPE (TlItemProxy, tl_item_proxy, TL, ITEM_PROXY, GtkWidget)

GtkWidget *tl_item_proxy_new (TlItemKind kind,
                              guint32    index) G_GNUC_WARN_UNUSED_RESULT;

TlItemKind tl_item_proxy_get_kind (TlItemProxy *self);

guint32 tl_item_proxy_get_index (TlItemProxy *self);

const TlRect *tl_item_proxy_get_box (TlItemProxy *self);

void tl_item_proxy_set_box (TlItemProxy  *self,
                            const TlRect *box);

void tl_item_proxy_set_name (TlItemProxy *self,
                             const char  *name,
                             const char  *description);

void tl_item_proxy_set_selected (TlItemProxy *self,
                                 gboolean     is_selected);

void tl_item_proxy_set_place (TlItemProxy *self,
                              guint        place,
                              guint        n_places);

G_END_DECLS
