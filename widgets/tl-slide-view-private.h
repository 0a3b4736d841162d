/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the view of a slide share.
 */
#pragma once

#include "tl-picture.h"
#include "tl-slide-view.h"

G_BEGIN_DECLS

/* A part of the slide: painted only where it is new, so that the other one
 * costs nothing. */
typedef struct
{
  TlPicture     *picture;
  TlScene       *scene; /* (nullable) */
  GskRenderNode *node;  /* (nullable): it, painted */
} TlSlideViewPart;

struct _TlSlideView
{
  GtkWidget parent_instance;

  TlShow          *show;
  TlTextPango     *text;
  TlSlideViewKind  kind;
  TlSlideViewPart  lanes; /* that move */
  TlSlideViewPart  words; /* that do not */
  guint            tick;
  guint            idle;
  int              width;
  int              height;
  gboolean         is_frozen; /* what the audience sees stays */
  GskRenderNode   *frozen_ink; /* (nullable): what is drawn on that */

  /* Input. */
  double  x; /* of the pointer */
  double  y;
  double  dragged; /* how far a drag has moved the view */
  double  pinched; /* how much a pinch has enlarged it */
  guint   hiding;  /* a source: hides the pointer that rests */
};

/* tl-slide-view-paint.c */

gboolean tl_slide_view_is_for_audience (TlSlideView *self);

gint64 tl_slide_view_get_now (TlSlideView *self);

void tl_slide_view_forget (TlSlideView     *self,
                           TlSlideViewPart *part);

void tl_slide_view_clear_part (TlSlideViewPart *part);

gboolean tl_slide_view_make_scenes (TlSlideView *self);

void tl_slide_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot);

double tl_slide_view_get_scale (TlSlideView *self);

void tl_slide_view_get_origin (TlSlideView *self,
                               double      *x,
                               double      *y);

/* tl-slide-view-input.c */

enum
{
  TL_SLIDE_VIEW_SOURCES_ACTIVATED,
  TL_N_SLIDE_VIEW_SIGNALS
};

extern guint tl_slide_view_signals[TL_N_SLIDE_VIEW_SIGNALS];

void tl_slide_view_add_input (TlSlideView *self);

void tl_slide_view_stop_input (TlSlideView *self);

void tl_slide_view_update_cursor (TlSlideView *self);

/* tl-slide-view-ink.c */

void tl_slide_view_snapshot_ink (TlSlideView *self,
                                 GtkSnapshot *snapshot);

GskRenderNode *tl_slide_view_keep_ink (TlSlideView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
