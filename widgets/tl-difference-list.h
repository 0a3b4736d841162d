/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_DIFFERENCE_LIST (tl_difference_list_get_type ())

G_DECLARE_FINAL_TYPE (TlDifferenceList, tl_difference_list, TL, DIFFERENCE_LIST, GtkWidget)

GtkWidget *tl_difference_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_difference_list_get_timeline (TlDifferenceList *self);

void tl_difference_list_set_timeline (TlDifferenceList *self,
                                      TlTimeline       *timeline);

void tl_difference_list_set_events (TlDifferenceList *self,
                                    const guint32    *events,
                                    guint             n_events);

guint32 tl_difference_list_get_selected (TlDifferenceList *self);

void tl_difference_list_set_selected (TlDifferenceList *self,
                                      guint32           event);

G_END_DECLS
