/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_ROW_MODEL (tl_row_model_get_type ())

G_DECLARE_DERIVABLE_TYPE (TlRowModel, tl_row_model, TL, ROW_MODEL, GObject)

/**
 * TlRowModelClass:
 * @get_n_rows: returns the number of rows
 * @get_event: returns the event that a row is about, or TL_NONE
 * @find_event: returns the first row about an event, or
 *   %GTK_INVALID_LIST_POSITION
 */
struct _TlRowModelClass
{
  GObjectClass parent_class;

  guint   (*get_n_rows) (TlRowModel *self);
  guint32 (*get_event) (TlRowModel *self,
                        guint       row);
  guint   (*find_event) (TlRowModel *self,
                         guint32     event);
};

TlTimeline *tl_row_model_get_timeline (TlRowModel *self);

guint tl_row_model_get_n_rows (TlRowModel *self);

guint32 tl_row_model_get_event (TlRowModel *self,
                                guint       row);

guint tl_row_model_find_event (TlRowModel *self,
                               guint32     event);

guint32 tl_row_model_get_selected (TlRowModel *self);

void tl_row_model_set_selected (TlRowModel *self,
                                guint32     event);

G_END_DECLS
