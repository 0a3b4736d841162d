/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_BUTTON (tl_source_button_get_type ())

G_DECLARE_FINAL_TYPE (TlSourceButton, tl_source_button, TL, SOURCE_BUTTON, GtkWidget)

GtkWidget *tl_source_button_new (TlTimeline       *timeline,
                                 const TlCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

char *tl_source_button_dup_description (TlSourceButton *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
