/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"

G_BEGIN_DECLS

GtkWidget *tl_filter_chip_new (TlTimeline *timeline,
                               TlCondition condition,
                               const char *value) G_GNUC_WARN_UNUSED_RESULT;

TlCondition tl_filter_chip_get_condition (GtkWidget *chip);

const char *tl_filter_chip_get_value (GtkWidget *chip);

G_END_DECLS
