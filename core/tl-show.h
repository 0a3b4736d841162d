/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-pace.h"
#include "tl-slide.h"

G_BEGIN_DECLS

/* What "changed" is about. */
typedef enum
{
  TL_SHOW_PICTURE = 1 << 0, /* how the lanes are drawn */
  TL_SHOW_STEP    = 1 << 1, /* the step, the event that is opened, the end, or how words are drawn */
  TL_SHOW_STATE   = 1 << 2, /* black, frozen, the tool or the clock */
  TL_SHOW_TALK    = 1 << 3, /* the talk is another one */
  TL_SHOW_INK     = 1 << 4, /* strokes, or the place of the pointer */
} TlShowChange;

/* What the pointer does. */
typedef enum
{
  TL_TOOL_NONE,
  TL_TOOL_POINTER,   /* a dot that is seen from the last row */
  TL_TOOL_PEN,
  TL_TOOL_ERASER,
  TL_TOOL_SPOTLIGHT, /* all but a circle is dark */
} TlTool;

/* A line drawn by hand, in pixels of the slide. */
typedef struct
{
  GArray *points; /* of TlPoint */
  double  width;
} TlStroke;

#define TL_TYPE_SHOW (tl_show_get_type ())

G_DECLARE_FINAL_TYPE (TlShow, tl_show, TL, SHOW, GObject)

TlShow *tl_show_new (TlViewport          *viewport,
                     TlTalk              *talk,
                     const TlTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

/* How it looks. */

void tl_show_set_shape (TlShow *self,
                        double  shape);

void tl_show_set_mirrored (TlShow   *self,
                           gboolean  is_mirrored);

void tl_show_set_animated (TlShow   *self,
                           gboolean  is_animated);

const TlSlides *tl_show_get_slides (TlShow *self);

/* Its steps. */

TlTalk *tl_show_get_talk (TlShow *self);

TlTimeline *tl_show_get_timeline (TlShow *self);

TlViewport *tl_show_get_viewport (TlShow *self);

void tl_show_replace_talk (TlShow     *self,
                           TlViewport *viewport,
                           TlTalk     *talk);

guint tl_show_get_step (TlShow *self);

const TlTalkStep *tl_show_get_shown (TlShow *self);

guint tl_show_count_steps (TlShow *self,
                           guint  *number);

gboolean tl_show_find_step (TlShow *self,
                            int     direction,
                            guint  *step);

void tl_show_go_to (TlShow *self,
                    guint   step,
                    gint64  now);

gboolean tl_show_go_to_number (TlShow *self,
                               guint   number,
                               gint64  now);

void tl_show_go_by (TlShow *self,
                    int     direction,
                    gint64  now);

void tl_show_go_to_next_of_all (TlShow *self,
                                gint64  now);

void tl_show_go_to_side (TlShow   *self,
                         gboolean  is_first,
                         gint64    now);

gboolean tl_show_is_at_end (TlShow *self);

/* Beside its steps. */

gboolean tl_show_is_roaming (TlShow *self);

guint32 tl_show_get_opened (TlShow *self);

void tl_show_return (TlShow *self,
                     gint64  now);

void tl_show_pan (TlShow *self,
                  double  pixels,
                  gint64  now);

void tl_show_zoom (TlShow   *self,
                   double    factor,
                   double    x,
                   gboolean  is_eased,
                   gint64    now);

void tl_show_fit (TlShow *self,
                  gint64  now);

gboolean tl_show_look_at (TlShow       *self,
                          const TlDate *date,
                          gint64        now);

void tl_show_look_closer (TlShow *self,
                          gint64  now);

void tl_show_open_event (TlShow  *self,
                         guint32  event,
                         gint64   now);

void tl_show_open_neighbour (TlShow *self,
                             int     direction,
                             gint64  now);

/* What the audience sees. */

void tl_show_set_black (TlShow   *self,
                        gboolean  is_black);

gboolean tl_show_is_black (TlShow *self);

void tl_show_set_frozen (TlShow   *self,
                         gboolean  is_frozen);

gboolean tl_show_is_frozen (TlShow *self);

gboolean tl_show_is_moving (TlShow *self,
                            gint64  now);

TlScene *tl_show_draw_lanes (TlShow *self,
                             gint64  now) G_GNUC_WARN_UNUSED_RESULT;

TlScene *tl_show_draw_words (TlShow *self) G_GNUC_WARN_UNUSED_RESULT;

TlScene *tl_show_get_still (TlShow *self);

TlScene *tl_show_draw_step (TlShow *self,
                            guint   step) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_show_prepare (TlShow *self);

/* Pointing at it. */

void tl_show_set_tool (TlShow *self,
                       TlTool  tool);

TlTool tl_show_get_tool (TlShow *self);

void tl_show_resize_tool (TlShow *self,
                          int     direction);

double tl_show_get_tool_size (TlShow *self);

void tl_show_set_pointer (TlShow        *self,
                          const TlPoint *pointer);

gboolean tl_show_get_pointer (TlShow  *self,
                              TlPoint *pointer);

void tl_show_begin_stroke (TlShow        *self,
                           const TlPoint *point);

void tl_show_extend_stroke (TlShow        *self,
                            const TlPoint *point);

void tl_show_erase (TlShow        *self,
                    const TlPoint *point);

void tl_show_clear_ink (TlShow *self);

const TlStroke *tl_show_get_strokes (TlShow *self,
                                     guint  *n_strokes);

void tl_show_toggle_ink (TlShow *self);

gboolean tl_show_is_ink_fading (TlShow *self);

double tl_show_get_ink_opacity (TlShow *self,
                                gint64  now);

/* Its clock. */

void tl_show_set_planned (TlShow *self,
                          double  minutes);

const TlPace *tl_show_get_pace (TlShow *self);

void tl_show_toggle_clock (TlShow *self,
                           gint64  now);

void tl_show_reset_clock (TlShow *self);

G_END_DECLS
