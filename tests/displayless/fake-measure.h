/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-text-measure.h"

G_BEGIN_DECLS

/* Measures text without any font, the same on every machine: each character
 * has a width that depends on nothing but its kind. */
extern const TlTextMeasure tl_fake_measure;

G_END_DECLS
