/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-text-pango.h"
#include "tl-theme.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())

G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

/* Text may be as small and as large as this. */
#define TL_MIN_TEXT_SCALE 0.5
#define TL_MAX_TEXT_SCALE 3.0

GtkWidget *tl_canvas_new (TlViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

TlTextPango *tl_canvas_get_text (TlCanvas *self);

void tl_canvas_set_font (TlCanvas   *self,
                         const char *family);

void tl_canvas_set_theme (TlCanvas    *self,
                          TlThemeKind  theme);

double tl_canvas_get_text_scale (TlCanvas *self);

void tl_canvas_set_text_scale (TlCanvas *self,
                               double    scale);

double tl_canvas_get_gutter (TlCanvas *self);

void tl_canvas_set_hover (TlCanvas *self,
                          double    unit);

const TlScene *tl_canvas_get_scene (TlCanvas *self);

/* Going somewhere. */

void tl_canvas_go (TlCanvas       *self,
                   const TlCamera *camera);

void tl_canvas_zoom (TlCanvas *self,
                     double    factor);

void tl_canvas_zoom_to_fit (TlCanvas *self);

void tl_canvas_zoom_to_event (TlCanvas *self,
                              guint32   event);

void tl_canvas_zoom_to_lane (TlCanvas *self,
                             guint32   lane);

void tl_canvas_zoom_to_era (TlCanvas *self,
                            guint32   era);

void tl_canvas_zoom_to_span (TlCanvas *self);

void tl_canvas_reveal (TlCanvas *self,
                       guint32   event);

G_END_DECLS
