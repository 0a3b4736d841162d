/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-row-model.h"

G_BEGIN_DECLS

#define TL_TYPE_ROW_LIST (tl_row_list_get_type ())

G_DECLARE_FINAL_TYPE (TlRowList, tl_row_list, TL, ROW_LIST, GtkWidget)

/* Makes the widgets of a row, which show nothing yet. */
typedef GtkWidget *(*TlRowCreate) (gpointer owner);

/* Puts a row of the list's model into them. Returns what the row is called
 * for assistive technology, for the caller to free. */
typedef char *(*TlRowFill) (GtkWidget  *content,
                            TlRowModel *model,
                            guint       row,
                            gpointer    owner);

GtkWidget *tl_row_list_new (const char *label,
                            TlRowCreate create,
                            TlRowFill   fill,
                            gpointer    owner) G_GNUC_WARN_UNUSED_RESULT;

TlRowModel *tl_row_list_get_model (TlRowList *self);

void tl_row_list_take_model (TlRowList  *self,
                             TlRowModel *model);

guint32 tl_row_list_get_selected (TlRowList *self);

void tl_row_list_set_selected (TlRowList *self,
                               guint32    event);

void tl_row_list_use_as_menu (TlRowList *self,
                              int        max_height);

void tl_row_list_refill (TlRowList *self);

G_END_DECLS
