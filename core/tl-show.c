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
  self->theme = TL_THEME_DARK;
  self->shape = TL_SLIDE_WIDE_WIDTH / TL_SLIDE_HEIGHT;
  self->opened = TL_NONE;
  tl_show_init_ink (self);
}

static void
set_talk (TlShow     *self,
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
  set_talk (self, viewport, talk);
  tl_show_set_planned (self, tl_talk_get_minutes (talk));
  tl_show_go_to_side (self, TRUE, 0);

  return self;
}

/* A newer version of the file */

/* The step of the other talk that is the same: by its id, else the nearest one
 * of the same title, since titles repeat, else the one at its place. */
static guint
find_same_step (TlShow *self,
                guint   step,
                TlTalk *other)
{
  const TlTalkStep *wanted = &tl_talk_get_steps (self->talk, &self->n_steps)[step];
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (other, &n_steps);

  for (guint i = 0; i < n_steps && wanted->id != NULL; i++)
    if (g_strcmp0 (steps[i].id, wanted->id) == 0)
      return i;
  for (guint away = 0; away < MAX (n_steps, step + 1); away++)
    {
      if (step + away < n_steps && g_strcmp0 (steps[step + away].title, wanted->title) == 0)
        return step + away;
      if (step >= away && step - away < n_steps && g_strcmp0 (steps[step - away].title, wanted->title) == 0)
        return step - away;
    }

  return MIN (step, n_steps - 1);
}

/* From here on, steps are those of the newer version. */
static void
take_next_talk (TlShow *self)
{
  g_autoptr (TlTalk) talk = g_steal_pointer (&self->next_talk);
  g_autoptr (TlViewport) viewport = g_steal_pointer (&self->next_viewport);

  if (talk == NULL)
    return;

  self->step = find_same_step (self, self->step, talk);
  set_talk (self, viewport, talk);
  self->is_roaming = FALSE;
  self->opened = TL_NONE;
  tl_show_tell (self, TL_SHOW_TALK | TL_SHOW_STEP | TL_SHOW_PICTURE);
}

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

/* Its steps */

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

/**
 * tl_show_get_step:
 * @self: a show
 *
 * Returns: the place of the step that is shown, or that one has left for a
 *   while or is on the way to
 */
guint
tl_show_get_step (TlShow *self)
{
  return self->step;
}

/**
 * tl_show_count_steps:
 * @self: a show
 * @number: (out) (optional): the number of the step that is shown among them,
 *   from 1; of one in reserve, that of the one before it
 *
 * Returns: how many steps there are without those in reserve
 */
guint
tl_show_count_steps (TlShow *self,
                     guint  *number)
{
  if (number != NULL)
    *number = tl_talk_count_told (self->talk, self->step + 1);

  return tl_talk_count_told (self->talk, self->n_steps);
}

/**
 * tl_show_find_step:
 * @self: a show
 * @direction: 1 or -1
 * @step: (out): the step
 *
 * Looks for the next step, or the previous one, that is not in reserve.
 *
 * Returns: whether there is one
 */
gboolean
tl_show_find_step (TlShow *self,
                   int     direction,
                   guint  *step)
{
  const TlTalkStep *steps = tl_talk_get_steps (self->talk, &self->n_steps);

  for (int i = (int) self->step + direction; i >= 0 && i < (int) self->n_steps; i += direction)
    if (!steps[i].is_hidden)
      {
        *step = (guint) i;
        return TRUE;
      }

  return FALSE;
}

/* Strokes belong to a step; the clock goes from when the first one is left. */
static void
leave_step (TlShow *self,
            guint   step,
            gint64  now)
{
  if (step != self->step)
    {
      tl_show_fade_ink (self, now);
      if (now != 0 && self->pace.elapsed == 0)
        tl_pace_start (&self->pace, now);
    }
  self->step = step;
}

/**
 * tl_show_go_to:
 * @self: a show
 * @step: the place of a step, in the talk that is shown
 * @now: the time
 *
 * Goes there from wherever it is, also on the way to another one. Light comes
 * on, and what one has left the steps for is over.
 */
void
tl_show_go_to (TlShow *self,
               guint   step,
               gint64  now)
{
  g_return_if_fail (TL_IS_SHOW (self));

  step = MIN (step, self->n_steps - 1);
  if (self->next_talk != NULL)
    step = find_same_step (self, step, self->next_talk);
  take_next_talk (self);
  leave_step (self, step, now);
  self->is_at_end = FALSE;
  self->is_black = FALSE;
  self->is_roaming = FALSE;
  self->opened = TL_NONE;
  tl_viewport_select (self->viewport, TL_NONE);
  tl_show_move_to (self, tl_show_get_slide (self, step), now, TL_SLIDE_MOVE);
  tl_show_tell (self, TL_SHOW_STEP | TL_SHOW_STATE | TL_SHOW_PICTURE);
}

/**
 * tl_show_go_to_number:
 * @self: a show
 * @number: the number of a step among those that are not in reserve, from 1
 * @now: the time
 *
 * Returns: whether there is such a step; only then it goes there
 */
gboolean
tl_show_go_to_number (TlShow *self,
                      guint   number,
                      gint64  now)
{
  const TlTalkStep *steps;
  guint count = 0;

  g_return_val_if_fail (TL_IS_SHOW (self), FALSE);

  take_next_talk (self);
  steps = tl_talk_get_steps (self->talk, &self->n_steps);
  for (guint i = 0; i < self->n_steps; i++)
    {
      count += steps[i].is_hidden ? 0 : 1;
      if (!steps[i].is_hidden && count == number)
        {
          tl_show_go_to (self, i, now);
          return TRUE;
        }
    }

  return FALSE;
}

/* There nothing is left to be taken back but the end itself. */
static void
set_at_end (TlShow   *self,
            gboolean  is_at_end,
            gint64    now)
{
  tl_show_go_to (self, self->step, now);
  self->is_at_end = is_at_end;
  self->tool = TL_TOOL_NONE;
  tl_show_tell (self, TL_SHOW_STEP | TL_SHOW_STATE);
}

/**
 * tl_show_go_by:
 * @self: a show
 * @direction: 1 for the next step, -1 for the previous one
 * @now: the time
 *
 * Passes those in reserve by. Behind the last one is an end. From beside the
 * steps, going back is going back to the step.
 */
void
tl_show_go_by (TlShow *self,
               int     direction,
               gint64  now)
{
  gboolean was_roaming = self->is_roaming;
  guint step;

  g_return_if_fail (TL_IS_SHOW (self));

  take_next_talk (self);
  if (self->is_at_end)
    {
      if (direction < 0)
        set_at_end (self, FALSE, now);
      return;
    }
  if (direction < 0 && was_roaming)
    tl_show_go_to (self, self->step, now);
  else if (tl_show_find_step (self, direction, &step))
    tl_show_go_to (self, step, now);
  else if (direction > 0)
    set_at_end (self, TRUE, now);
  else
    tl_show_go_to (self, self->step, now);
}

/**
 * tl_show_go_to_next_of_all:
 * @self: a show
 * @now: the time
 *
 * Goes on to the next step, be it in reserve or not.
 */
void
tl_show_go_to_next_of_all (TlShow *self,
                           gint64  now)
{
  g_return_if_fail (TL_IS_SHOW (self));

  take_next_talk (self);
  if (self->step + 1 < self->n_steps)
    tl_show_go_to (self, self->step + 1, now);
}

/**
 * tl_show_go_to_side:
 * @self: a show
 * @is_first: whether to go to the first step, else to the last one
 * @now: the time
 *
 * Passes those in reserve by, unless there is nothing else.
 */
void
tl_show_go_to_side (TlShow   *self,
                    gboolean  is_first,
                    gint64    now)
{
  const TlTalkStep *steps;
  guint found;

  g_return_if_fail (TL_IS_SHOW (self));

  take_next_talk (self);
  steps = tl_talk_get_steps (self->talk, &self->n_steps);
  found = is_first ? 0 : self->n_steps - 1;
  for (guint i = 0; i < self->n_steps; i++)
    {
      guint step = is_first ? i : self->n_steps - 1 - i;

      if (!steps[step].is_hidden)
        {
          found = step;
          break;
        }
    }
  tl_show_go_to (self, found, now);
}

/**
 * tl_show_is_at_end:
 * @self: a show
 *
 * Returns: whether one has gone beyond the last step
 */
gboolean
tl_show_is_at_end (TlShow *self)
{
  return self->is_at_end;
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
