/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"
#include "tl-scene.h"
#include "tl-text-pango.h"
#include "tl-words.h"

G_BEGIN_DECLS

/* So the files begin that this program has written and nobody has changed. */
#define TL_ODP_MIME_TYPE "application/vnd.oasis.opendocument.presentation"
#define TL_ODP_GENERATOR "<meta:generator>Throughline "

/**
 * TlOdpOptions:
 * @width: of a slide, in pixels as it is laid out
 * @height: its height
 * @page: its colour
 * @text: what its texts were measured with
 * @scale: pixels of the picture for each of the slide, for programs that take
 *   pixels only
 * @is_small: whether to take the time that the smallest of these takes
 * @author: (nullable): who made it
 * @words: (nullable): the language of what its frames are called
 * @about: the talk
 *
 * What all slides of a presentation have in common. What it points to
 * outlives it.
 */
typedef struct
{
  double         width;
  double         height;
  TlRgba         page;
  TlTextPango   *text;
  double         scale;
  gboolean       is_small;
  const char    *author;
  const TlWords *words;
  TlSceneAbout   about;
} TlOdpOptions;

/**
 * TlOdpSlide:
 * @title: what it is headed
 * @notes: (nullable): for the speaker
 * @picture: what becomes a picture; transparent, and as wide as the slide
 * @words: what becomes text: what tl_slide_draw_words() draws
 * @text_column: the room that date, title and text have
 * @figures_column: that of the figures
 * @is_mirrored: whether all of it has been, so that lines stand at the right
 * @is_hidden: whether it is kept in reserve
 */
typedef struct
{
  const char *title;
  const char *notes;
  TlScene    *picture;
  TlScene    *words;
  TlRect      text_column;
  TlRect      figures_column;
  gboolean    is_mirrored;
  gboolean    is_hidden;
} TlOdpSlide;

/**
 * TlOdp:
 *
 * A presentation (OpenDocument 1.3) that is being written. The same slides
 * give the same bytes.
 */
typedef struct _TlOdp TlOdp;

TlOdp *tl_odp_new (const TlOdpOptions *options,
                   TlOutput           *output) G_GNUC_WARN_UNUSED_RESULT;

void tl_odp_free (TlOdp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOdp, tl_odp_free)

void tl_odp_add_slide (TlOdp            *self,
                       const TlOdpSlide *slide);

gboolean tl_odp_finish (TlOdp *self);

G_END_DECLS
