/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a talk that is being given share.
 */
#pragma once

#include "tl-show.h"

G_BEGIN_DECLS

struct _TlShow
{
  GObject parent_instance;

  TlViewport   *viewport;
  TlTalk       *talk;
  TlViewport   *next_viewport; /* (nullable): of what the file has become, for when the step changes */
  TlTalk       *next_talk;     /* (nullable) */
  TlTextMeasure measure;
  TlPace        pace;

  /* How it looks. */
  double      shape; /* its width as a part of its height */
  gboolean    is_mirrored;
  gboolean    is_animated;

  /* What is shown. */
  TlSlides     slides;
  TlSlide    **made; /* for each step, or NULL */
  guint        n_steps;
  guint        step;
  TlSlide     *shown;  /* (nullable): made when it is first asked for */
  TlSlideMove *move;   /* (nullable): on its way to that */
  TlScene     *still;  /* (nullable): of what is shown */
  guint32      opened; /* an event, or TL_NONE */
  gboolean     is_roaming;
  gboolean     is_at_end;
  gboolean     is_black;
  gboolean     is_frozen;

  /* What is pointed at. */
  TlTool   tool;
  int      tool_sizes[TL_TOOL_SPOTLIGHT + 1]; /* steps from the usual one */
  TlPoint  pointer;
  gboolean has_pointer;
  GArray  *strokes;  /* of TlStroke */
  gboolean hides_ink;
  gint64   ink_gone; /* when strokes begin to fade, in microseconds; 0: they stay */
};

/* tl-show.c */

void tl_show_tell (TlShow      *self,
                   TlShowChange change);

void tl_show_set_talk (TlShow     *self,
                       TlViewport *viewport,
                       TlTalk     *talk);

/* tl-show-view.c */

void tl_show_forget_slides (TlShow *self);

void tl_show_move_to (TlShow  *self,
                      TlSlide *slide,
                      gint64   now,
                      gint64   duration);

TlSlide *tl_show_get_slide (TlShow *self,
                            guint   step);

/* tl-show-ink.c */

void tl_show_init_ink (TlShow *self);

void tl_show_fade_ink (TlShow *self,
                       gint64  now);

G_END_DECLS
