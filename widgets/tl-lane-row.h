/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-lane-choice.h"
#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_LANE_ROW (tl_lane_row_get_type ())

G_DECLARE_FINAL_TYPE (TlLaneRow, tl_lane_row, TL, LANE_ROW, GtkWidget)

/* Which of its buttons. */
typedef enum
{
  TL_LANE_ROW_UP,
  TL_LANE_ROW_DOWN,
} TlLaneRowMove;

GtkWidget *tl_lane_row_new (TlTimeline *timeline,
                            guint32     lane,
                            guint       n_events) G_GNUC_WARN_UNUSED_RESULT;

guint32 tl_lane_row_get_lane (TlLaneRow *self);

TlLaneChoice tl_lane_row_get_choice (TlLaneRow *self);

void tl_lane_row_set_choice (TlLaneRow   *self,
                             TlLaneChoice choice);

void tl_lane_row_set_limits (TlLaneRow *self,
                             gboolean   may_hide,
                             gboolean   may_go_up,
                             gboolean   may_go_down);

void tl_lane_row_set_theme (TlLaneRow  *self,
                            TlThemeKind theme);

void tl_lane_row_focus_move (TlLaneRow    *self,
                             TlLaneRowMove move);

G_END_DECLS
