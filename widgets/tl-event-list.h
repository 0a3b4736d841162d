/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_EVENT_LIST (tl_event_list_get_type ())

G_DECLARE_FINAL_TYPE (TlEventList, tl_event_list, TL, EVENT_LIST, GtkWidget)

GtkWidget *tl_event_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_event_list_get_timeline (TlEventList *self);

void tl_event_list_set_timeline (TlEventList *self,
                                 TlTimeline  *timeline);

void tl_event_list_set_events (TlEventList   *self,
                               const guint32 *events,
                               guint          n_events);

guint tl_event_list_get_n_events (TlEventList *self);

guint32 tl_event_list_get_selected (TlEventList *self);

void tl_event_list_set_selected (TlEventList *self,
                                 guint32      event);

void tl_event_list_set_theme (TlEventList *self,
                              TlThemeKind  theme);

void tl_event_list_use_as_menu (TlEventList *self,
                                int          max_height);

G_END_DECLS
