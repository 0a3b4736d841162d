/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_LIST (tl_source_list_get_type ())

G_DECLARE_FINAL_TYPE (TlSourceList, tl_source_list, TL, SOURCE_LIST, GtkWidget)

GtkWidget *tl_source_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_source_list_get_timeline (TlSourceList *self);

void tl_source_list_set_timeline (TlSourceList *self,
                                  TlTimeline   *timeline);

void tl_source_list_set_events (TlSourceList  *self,
                                const guint32 *events,
                                guint          n_events);

guint32 tl_source_list_get_selected (TlSourceList *self);

void tl_source_list_set_selected (TlSourceList *self,
                                  guint32       event);

G_END_DECLS
