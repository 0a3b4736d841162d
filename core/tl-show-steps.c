/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-private.h"

/* Going through the steps of a talk, also where its file has become another
 * one meanwhile: each way of going takes that first.
 */

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
  tl_show_set_talk (self, viewport, talk);
  self->is_roaming = FALSE;
  self->opened = TL_NONE;
  tl_show_tell (self, TL_SHOW_TALK | TL_SHOW_STEP | TL_SHOW_PICTURE);
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
