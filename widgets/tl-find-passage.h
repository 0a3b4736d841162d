/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

gboolean tl_find_passage_show (GtkLabel   *label,
                               const char *words,
                               TlTimeline *timeline,
                               guint32     event);

G_END_DECLS
