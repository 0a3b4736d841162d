/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tl_chart_worker_run (GTask          *task,
                          GTaskThreadFunc function);

G_END_DECLS
