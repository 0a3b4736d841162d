/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-show.h"

G_BEGIN_DECLS

#define TL_TYPE_SPEAKER_CLOCK (tl_speaker_clock_get_type ())

G_DECLARE_FINAL_TYPE (TlSpeakerClock, tl_speaker_clock, TL, SPEAKER_CLOCK, GtkBox)

GtkWidget *tl_speaker_clock_new (TlShow *show) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
