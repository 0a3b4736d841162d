/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-step-sources.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

#define TL_TYPE_SPEAKER_VIEW (tl_speaker_view_get_type ())

G_DECLARE_FINAL_TYPE (TlSpeakerView, tl_speaker_view, TL, SPEAKER_VIEW, GtkWidget)

GtkWidget *tl_speaker_view_new (TlShow      *show,
                                TlTextPango *text) G_GNUC_WARN_UNUSED_RESULT;

TlStepSources *tl_speaker_view_get_sources (TlSpeakerView *self);

GtkWidget *tl_speaker_view_get_steps (TlSpeakerView *self);

void tl_speaker_view_resize_notes (TlSpeakerView *self,
                                   int            direction);

void tl_speaker_view_scroll_notes (TlSpeakerView *self,
                                   int            direction);

G_END_DECLS
