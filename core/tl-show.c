/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-private.h"

/**
 * TlShow:
 *
 * A talk that is being given: where in it one is, what the audience sees,
 * what is pointed at, and how long it has taken. All windows of a talk show
 * this one. Times are those of the frame clock, in microseconds.
 */
G_DEFINE_FINAL_TYPE (TlShow, tl_show, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * tl_show_tell:
 * @self: a show
 * @change: what has changed
 *
 * Tells all that show it.
 */
void
tl_show_tell (TlShow      *self,
              TlShowChange change)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) change);
}

static void
tl_show_finalize (GObject *object)
{
  TlShow *self = TL_SHOW (object);

  tl_show_forget_slides (self);
  g_free (self->made);
  g_array_unref (self->strokes);
  g_clear_object (&self->viewport);
  g_clear_object (&self->next_viewport);
  g_clear_pointer (&self->talk, tl_talk_unref);
  g_clear_pointer (&self->next_talk, tl_talk_unref);

  G_OBJECT_CLASS (tl_show_parent_class)->finalize (object);
}

static void
tl_show_class_init (TlShowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_show_finalize;

  /**
   * TlShow::changed:
   * @self: a show
   * @change: of what kind, a #TlShowChange
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_UINT);
}

static void
tl_show_init (TlShow *self)
{
  self->shape = TL_SLIDE_WIDE_WIDTH / TL_SLIDE_HEIGHT;
  self->opened = TL_NONE;
  tl_show_init_ink (self);
}

/**
 * tl_show_set_talk:
 * @self: a show
 * @viewport: (transfer none): see tl_show_new()
 * @talk: (transfer none): a talk with a step at least
 *
 * All slides are of that from now on.
 */
void
tl_show_set_talk (TlShow     *self,
                  TlViewport *viewport,
                  TlTalk     *talk)
{
  tl_show_forget_slides (self);
  g_free (self->made);
  g_set_object (&self->viewport, viewport);
  tl_talk_ref (talk);
  g_clear_pointer (&self->talk, tl_talk_unref);
  self->talk = talk;
  tl_talk_get_steps (talk, &self->n_steps);
  self->made = g_new0 (TlSlide *, self->n_steps);
}

/**
 * tl_show_new:
 * @viewport: (transfer none): events, axis and lanes of the talk's timeline;
 *   nobody else's: its room is that of slides
 * @talk: (transfer none): a talk with a step at least
 * @measure: how wide its words are
 *
 * Returns: (transfer full): the show of it, at its first step
 */
TlShow *
tl_show_new (TlViewport          *viewport,
             TlTalk              *talk,
             const TlTextMeasure *measure)
{
  TlShow *self = g_object_new (TL_TYPE_SHOW, NULL);

  self->measure = *measure;
  tl_show_set_talk (self, viewport, talk);
  tl_show_set_planned (self, tl_talk_get_minutes (talk));
  tl_show_go_to_side (self, TRUE, 0);

  return self;
}

/* A newer version of the file */

/**
 * tl_show_replace_talk:
 * @self: a show
 * @viewport: (transfer none): see tl_show_new()
 * @talk: (transfer none): what the talk has become, with a step at least
 *
 * Shows another version of the talk when the step changes next: nothing
 * changes before the eyes of the audience.
 */
void
tl_show_replace_talk (TlShow     *self,
                      TlViewport *viewport,
                      TlTalk     *talk)
{
  g_return_if_fail (TL_IS_SHOW (self));

  g_set_object (&self->next_viewport, viewport);
  tl_talk_ref (talk);
  g_clear_pointer (&self->next_talk, tl_talk_unref);
  self->next_talk = talk;
}

/**
 * tl_show_get_talk:
 * @self: a show
 *
 * Returns: (transfer none): its talk
 */
TlTalk *
tl_show_get_talk (TlShow *self)
{
  return self->talk;
}

/**
 * tl_show_get_viewport:
 * @self: a show
 *
 * Returns: (transfer none): events, axis and lanes of its slides
 */
TlViewport *
tl_show_get_viewport (TlShow *self)
{
  return self->viewport;
}

/**
 * tl_show_get_timeline:
 * @self: a show
 *
 * Returns: (transfer none): what is talked about
 */
TlTimeline *
tl_show_get_timeline (TlShow *self)
{
  return tl_viewport_get_timeline (self->viewport);
}

/* What the audience sees */

/**
 * tl_show_set_black:
 * @self: a show
 * @is_black: whether there is nothing to be seen, so that people listen
 */
void
tl_show_set_black (TlShow   *self,
                   gboolean  is_black)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->is_black = is_black;
  tl_show_tell (self, TL_SHOW_STATE);
}

/**
 * tl_show_is_black:
 * @self: a show
 *
 * Returns: whether there is nothing to be seen
 */
gboolean
tl_show_is_black (TlShow *self)
{
  return self->is_black;
}

/**
 * tl_show_set_frozen:
 * @self: a show
 * @is_frozen: whether the audience goes on to see what it sees now, whatever
 *   the speaker does
 */
void
tl_show_set_frozen (TlShow   *self,
                    gboolean  is_frozen)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->is_frozen = is_frozen;
  tl_show_tell (self, TL_SHOW_STATE);
}

/**
 * tl_show_is_frozen:
 * @self: a show
 *
 * Returns: whether the audience sees what it saw when it was frozen
 */
gboolean
tl_show_is_frozen (TlShow *self)
{
  return self->is_frozen;
}

/* Its clock */

/**
 * tl_show_set_planned:
 * @self: a show
 * @minutes: how long it is meant to take
 */
void
tl_show_set_planned (TlShow *self,
                     double  minutes)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->pace.planned = MAX (minutes, 0) * 60;
}

/**
 * tl_show_get_pace:
 * @self: a show
 *
 * Returns: (transfer none): its clock, that goes since the first step was left
 */
const TlPace *
tl_show_get_pace (TlShow *self)
{
  return &self->pace;
}

/**
 * tl_show_toggle_clock:
 * @self: a show
 * @now: the time
 *
 * Stops the clock, or lets it go on.
 */
void
tl_show_toggle_clock (TlShow *self,
                      gint64  now)
{
  g_return_if_fail (TL_IS_SHOW (self));

  if (tl_pace_is_running (&self->pace))
    tl_pace_stop (&self->pace, now);
  else
    tl_pace_start (&self->pace, now);
  tl_show_tell (self, TL_SHOW_STATE);
}

/**
 * tl_show_reset_clock:
 * @self: a show
 *
 * Puts the clock back to the start.
 */
void
tl_show_reset_clock (TlShow *self)
{
  g_return_if_fail (TL_IS_SHOW (self));

  tl_pace_reset (&self->pace);
  tl_show_tell (self, TL_SHOW_STATE);
}
