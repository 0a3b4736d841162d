/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_EVENT_POPOVER (tl_event_popover_get_type ())

G_DECLARE_FINAL_TYPE (TlEventPopover, tl_event_popover, TL, EVENT_POPOVER, GtkPopover)

GtkWidget *tl_event_popover_new (TlTimeline    *timeline,
                                 const guint32 *events,
                                 guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

void tl_event_popover_set_theme (TlEventPopover *self,
                                 TlThemeKind     theme);

G_END_DECLS
