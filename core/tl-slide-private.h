/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a slide share.
 */
#pragma once

#include "tl-slide.h"

G_BEGIN_DECLS

struct _TlSlide
{
  guint             n_refs;
  TlSlides          slides;
  TlTalk           *talk;
  guint             place; /* of the step in it */
  TlTalk           *told;  /* what the step is of: the talk, or something beside it */
  const TlTalkStep *step;
  guint8           *marks; /* (nullable): for each event of the timeline, whether it stands out */
  TlLaneChoice     *lanes;
  guint             n_lanes;
  TlCamera          camera;
  TlLayout         *layout;
};

TlScene *tl_slide_begin (const TlSlide *self) G_GNUC_WARN_UNUSED_RESULT;

TlScene *tl_slide_begin_page (const TlSlide *self,
                              double         height,
                              TlRgba         colour) G_GNUC_WARN_UNUSED_RESULT;

/* Between what stands on one line. */
#define TL_SLIDE_SEPARATOR_TEXT " · "

char *tl_slides_say_date (const TlSlides   *self,
                          const TlTalkStep *step) G_GNUC_WARN_UNUSED_RESULT;

char *tl_slides_say_source (const TlSlides *self,
                            const TlSource *source) G_GNUC_WARN_UNUSED_RESULT;

char *tl_slide_say_number (const TlSlide *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
