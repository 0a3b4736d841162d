/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-item-proxy.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM_GROUP (tl_item_group_get_type ())

G_DECLARE_FINAL_TYPE (TlItemGroup, tl_item_group, TL, ITEM_GROUP, GtkWidget)

GtkWidget *tl_item_group_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;

void tl_item_group_begin (TlItemGroup *self);

TlItemProxy *tl_item_group_add (TlItemGroup *self,
                                TlItemKind   kind,
                                guint32      index);

void tl_item_group_end (TlItemGroup *self);

TlItemProxy *tl_item_group_find (TlItemGroup *self,
                                 TlItemKind   kind,
                                 guint32      index);

gboolean tl_item_group_has_named (TlItemGroup *self,
                                  TlItemProxy *proxy);

TlItemProxy *tl_item_group_get_focused (TlItemGroup *self);

G_END_DECLS
