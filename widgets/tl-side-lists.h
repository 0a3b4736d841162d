/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_SIDE_LISTS (tl_side_lists_get_type ())

G_DECLARE_FINAL_TYPE (TlSideLists, tl_side_lists, TL, SIDE_LISTS, GtkWidget)

GtkWidget *tl_side_lists_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_side_lists_get_timeline (TlSideLists *self);

void tl_side_lists_set_timeline (TlSideLists *self,
                                 TlTimeline  *timeline);

void tl_side_lists_set_events (TlSideLists   *self,
                               const guint32 *events,
                               guint          n_events);

guint32 tl_side_lists_get_selected (TlSideLists *self);

void tl_side_lists_set_selected (TlSideLists *self,
                                 guint32      event);

void tl_side_lists_set_theme (TlSideLists *self,
                              TlThemeKind  theme);

const char *tl_side_lists_get_page (TlSideLists *self);

void tl_side_lists_show (TlSideLists *self,
                         const char  *page);

G_END_DECLS
