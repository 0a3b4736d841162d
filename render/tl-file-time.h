/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

char *tl_file_get_time (const TlSceneAbout *about) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
