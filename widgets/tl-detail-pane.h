/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAIL_PANE (tl_detail_pane_get_type ())

G_DECLARE_FINAL_TYPE (TlDetailPane, tl_detail_pane, TL, DETAIL_PANE, GtkWidget)

GtkWidget *tl_detail_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_detail_pane_get_timeline (TlDetailPane *self);

void tl_detail_pane_set_timeline (TlDetailPane *self,
                                  TlTimeline   *timeline);

void tl_detail_pane_set_events (TlDetailPane  *self,
                                const guint32 *events,
                                guint          n_events);

guint32 tl_detail_pane_get_event (TlDetailPane *self);

void tl_detail_pane_set_event (TlDetailPane *self,
                               guint32       event);

void tl_detail_pane_set_compared (TlDetailPane *self,
                                  guint32       event,
                                  const char   *words_between);

void tl_detail_pane_set_theme (TlDetailPane *self,
                               TlThemeKind   theme);

G_END_DECLS
