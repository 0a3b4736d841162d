/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

GtkWidget *tl_source_details_new (TlTimeline       *timeline,
                                  const TlCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
