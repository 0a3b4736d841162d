/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-lane-choice.h"
#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_LANE_CHOOSER (tl_lane_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlLaneChooser, tl_lane_chooser, TL, LANE_CHOOSER, GtkWidget)

GtkWidget *tl_lane_chooser_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_lane_chooser_get_timeline (TlLaneChooser *self);

void tl_lane_chooser_set_timeline (TlLaneChooser *self,
                                   TlTimeline    *timeline);

GArray *tl_lane_chooser_get_lanes (TlLaneChooser *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_lane_chooser_set_lanes (TlLaneChooser      *self,
                                const TlLaneChoice *lanes,
                                guint               n_lanes);

void tl_lane_chooser_set_theme (TlLaneChooser *self,
                                TlThemeKind    theme);

G_END_DECLS
