/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-layout.h"
#include "tl-talk.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* Slides are laid out so small and painted larger, so that the drawing's
 * letters are read from the last row: at 1080 lines none has less than 18
 * pixels, those of the sources excepted. */
#define TL_SLIDE_HEIGHT      600.0
#define TL_SLIDE_WIDE_WIDTH  (TL_SLIDE_HEIGHT * 16 / 9)
#define TL_SLIDE_NARROW_WIDTH (TL_SLIDE_HEIGHT * 4 / 3)

/**
 * TlSlides:
 * @drawing: what all slides are drawn with
 * @viewport: events, axis and lanes; its room is that of a slide's lanes,
 *   see tl_slides_init()
 * @width: of a slide, in pixels
 * @height: its height
 *
 * What the slides of a talk have in common. What it points to outlives it.
 */
typedef struct
{
  TlDrawing   drawing;
  TlViewport *viewport;
  double      width;
  double      height;
} TlSlides;

void tl_slides_init (const TlSlides *self);

TlRect tl_slides_get_area (const TlSlides *self);

TlStretch tl_slides_find_stretch (const TlSlides *self,
                                  const guint32  *events,
                                  guint           n_events) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TlSlide:
 *
 * A step of a talk as a picture: where the camera is, what stands out, and
 * the lanes laid out for that. Made once; drawn for every frame. Counts who
 * holds it.
 */
typedef struct _TlSlide TlSlide;

TlSlide *tl_slide_new (const TlSlides *slides,
                       TlTalk         *talk,
                       guint           step) G_GNUC_WARN_UNUSED_RESULT;

TlSlide *tl_slide_new_for_event (const TlSlides *slides,
                                 TlTalk         *talk,
                                 guint           step,
                                 guint32         event) G_GNUC_WARN_UNUSED_RESULT;

TlSlide *tl_slide_new_elsewhere (const TlSlide  *self,
                                 const TlCamera *camera) G_GNUC_WARN_UNUSED_RESULT;

TlSlide *tl_slide_ref (TlSlide *self);

void tl_slide_unref (TlSlide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSlide, tl_slide_unref)

void tl_slide_set_x (TlSlide *self,
                     double   x);

const TlTalkStep *tl_slide_get_step (const TlSlide *self);

TlCamera tl_slide_get_camera (const TlSlide *self);

const TlLayout *tl_slide_get_layout (const TlSlide *self);

/* What a slide says, by the index of an item of the kind %TL_ITEM_SUBTITLE... */
enum
{
  TL_SLIDE_DATE,
  TL_SLIDE_TEXT,
  TL_SLIDE_FIGURE, /* twice the index of the figure after it: the amount; its label comes next */
};

/* ...and of %TL_ITEM_NOTES; a %TL_ITEM_NOTE is a source. */
enum
{
  TL_SLIDE_NUMBER,
  TL_SLIDE_SEPARATOR, /* between sources; and which one of them */
};

void tl_slide_get_columns (const TlSlide *self,
                           TlRect        *text,
                           TlRect        *figures);

TlScene *tl_slide_begin_lanes (const TlSlide *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_slide_draw_lanes (const TlSlide *self,
                          TlScene       *scene);

void tl_slide_draw_words (const TlSlide *self,
                          TlScene       *scene);

TlScene *tl_slide_draw (const TlSlide *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_slide_draw_notes (const TlSlide *self,
                          double         ratio,
                          GPtrArray     *pages);

/* How long the camera takes from one step to the next, in microseconds: long
 * enough to be followed by an audience. */
#define TL_SLIDE_MOVE 450000

/**
 * TlSlideMove:
 *
 * The way from one slide to another: the camera moves, lanes grow and shrink,
 * what stood out steps back. Words have no way: they are there at once, to be
 * read while the eye follows the camera. Holds both slides.
 */
typedef struct _TlSlideMove TlSlideMove;

TlSlideMove *tl_slide_move_new (TlSlide *from,
                                TlSlide *to,
                                gint64   begin,
                                gint64   duration) G_GNUC_WARN_UNUSED_RESULT;

void tl_slide_move_free (TlSlideMove *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSlideMove, tl_slide_move_free)

void tl_slide_move_turn (TlSlideMove *self,
                         TlSlide     *to,
                         gint64       now,
                         gint64       duration);

double tl_slide_move_get_progress (const TlSlideMove *self,
                                   gint64             now);

TlCamera tl_slide_move_get_camera (const TlSlideMove *self,
                                   gint64             now);

gboolean tl_slide_move_is_over (const TlSlideMove *self,
                                gint64             now);

TlScene *tl_slide_move_draw_lanes (const TlSlideMove *self,
                                   gint64             now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
