/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"

TlScene *create_demo_scene (const TlTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
