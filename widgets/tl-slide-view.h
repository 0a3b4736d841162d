/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-show.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

/* Who looks at it. */
typedef enum
{
  TL_SLIDE_VIEW_AUDIENCE, /* what is made black or frozen for them is; the camera moves */
  TL_SLIDE_VIEW_SPEAKER,  /* always what the speaker has chosen, without the way there */
  TL_SLIDE_VIEW_NEXT,     /* the step that comes next */
} TlSlideViewKind;

#define TL_TYPE_SLIDE_VIEW (tl_slide_view_get_type ())

G_DECLARE_FINAL_TYPE (TlSlideView, tl_slide_view, TL, SLIDE_VIEW, GtkWidget)

GtkWidget *tl_slide_view_new (TlShow          *show,
                              TlTextPango     *text,
                              TlSlideViewKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
