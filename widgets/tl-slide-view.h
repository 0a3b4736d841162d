/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-talk.h"
#include "tl-theme.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_SLIDE_VIEW (tl_slide_view_get_type ())

G_DECLARE_FINAL_TYPE (TlSlideView, tl_slide_view, TL, SLIDE_VIEW, GtkWidget)

GtkWidget *tl_slide_view_new (TlViewport *viewport,
                              TlTalk     *talk,
                              const char *font) G_GNUC_WARN_UNUSED_RESULT;

void tl_slide_view_set_theme (TlSlideView *self,
                              TlThemeKind  theme);

guint tl_slide_view_get_step (TlSlideView *self);

void tl_slide_view_show_step (TlSlideView *self,
                              guint        step);

gboolean tl_slide_view_is_moving (TlSlideView *self);

void tl_slide_view_set_black (TlSlideView *self,
                              gboolean     is_black);

gboolean tl_slide_view_is_black (TlSlideView *self);

G_END_DECLS
