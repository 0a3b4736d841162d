/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-private.h"

#include "tl-talk-words.h"

#include <glib/gi18n-lib.h>

/* Step by step of the talk: what it says, and its events. */

#define STEP_SPACE    44.0
#define DATE_SIZE     11.0
#define TITLE_SIZE    22.0
#define TEXT_SIZE     13.5
#define FIGURE_SIZE   22.0
#define TEXT_SPACE    5.0
#define SEE_SPACE     8.0
#define SEE_SIZE      12.5
#define TEXT_PART     0.9 /* of the width: long lines are hard to follow */
#define SEPARATOR     " · "

/* What stands above a heading. */
static void
begin_section (TlHandout *handout)
{
  tl_handout_flow_begin (&handout->flow, STEP_SPACE);
  handout->flow.block.rule = handout->drawing.theme->grid;
}

/* When the step is, and whether it is one of those in reserve. */
static char *
say_date (const TlHandout  *handout,
          const TlTalkStep *step)
{
  const TlWords *words = handout->drawing.words;
  g_autofree char *date = tl_talk_step_dup_date (handout->timeline, step, handout->axis, words);
  /* Translators: of a step of a talk that is only shown where somebody asks */
  const char *reserve = step->is_hidden ? tl_words_get (words, "handout", NC_("handout", "Kept in reserve")) : NULL;

  if (date == NULL || reserve == NULL)
    return date != NULL ? g_steal_pointer (&date) : g_strdup (reserve);

  return g_strconcat (date, SEPARATOR, reserve, NULL);
}

static void
add_heading (TlHandout  *handout,
             const char *date,
             const char *title,
             const char *id)
{
  TlHandoutText small = tl_handout_text (handout, DATE_SIZE, TL_WEIGHT_SEMIBOLD, TRUE, TL_ITEM_SUBTITLE);
  TlHandoutText large = tl_handout_text (handout, TITLE_SIZE, TL_WEIGHT_BOLD, FALSE, TL_ITEM_TITLE);
  double width = tl_handout_flow_get_width (&handout->flow);
  double y = 0;

  begin_section (handout);
  /* The item that comes first is where links lead to. */
  small.id = large.id = id;
  if (date != NULL)
    y = tl_handout_flow_add (&handout->flow, date, &small, 0, 0, width) + 2;
  tl_handout_flow_add (&handout->flow, title, &large, 0, y, width);
  tl_handout_flow_end (&handout->flow, TRUE);
}

static void
add_step_head (TlHandout        *handout,
               const TlTalkStep *step,
               guint             number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *id = g_strdup_printf ("step-%u", number);
  g_autofree char *date = say_date (handout, step);
  /* Translators: the number of a step of a talk, and what it is headed */
  g_autofree char *title = tl_words_fill (handout->drawing.words, "handout", NC_("handout", "%1$s. %2$s"), digits,
                                          step->title, NULL);
  const TlHandoutText text = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, FALSE, TL_ITEM_SUBTITLE);

  tl_outline_add (handout->outline, 0, title, id);
  add_heading (handout, date, title, id);
  if (step->text != NULL)
    {
      tl_handout_flow_begin (&handout->flow, TEXT_SPACE);
      tl_handout_flow_add (&handout->flow, step->text, &text, 0, 0,
                           tl_handout_flow_get_width (&handout->flow) * TEXT_PART);
      /* A heading has its first lines then. */
      tl_handout_flow_end (&handout->flow, step->n_figures > 0);
    }
  tl_handout_add_figures (handout, step->figures, step->n_figures, 0, FIGURE_SIZE, step->text == NULL);
}

/* An event that is told of elsewhere is only named. */
static void
add_reference (TlHandout *handout,
               guint32    event)
{
  const TlEvent *known = &tl_timeline_get_events (handout->timeline, NULL)[event];
  TlHandoutText title = tl_handout_text (handout, SEE_SIZE, TL_WEIGHT_SEMIBOLD, FALSE, TL_ITEM_EVENT);
  TlHandoutText small = tl_handout_text (handout, DATE_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_EVENT);
  g_autofree char *number = g_strdup_printf ("%u", handout->homes[event]);
  /* Translators: where an event is told of; %1$s is the number of a step of the talk */
  g_autofree char *see = tl_words_fill (handout->drawing.words, "handout", NC_("handout", "see step %1$s"), number, NULL);
  g_autofree char *id = tl_handout_dup_entry_id (handout, event);
  g_autofree char *link = g_strconcat ("#", id, NULL);
  double width = tl_handout_flow_get_width (&handout->flow);

  title.link = small.link = link;
  tl_handout_flow_begin (&handout->flow, SEE_SPACE);
  tl_handout_flow_add (&handout->flow, tl_timeline_get_text (handout->timeline, known->title), &title, 0, 0, width);
  tl_handout_flow_append (&handout->flow, see, &small, SEE_SIZE * 0.6, 0, width);
  tl_handout_flow_end (&handout->flow, FALSE);
}

static void
add_step (TlHandout        *handout,
          const TlTalkStep *step,
          guint             number)
{
  guint n_events;
  const guint32 *events = tl_talk_step_get_subjects (step, &n_events);

  handout->step = step;
  add_step_head (handout, step, number);
  for (guint i = 0; i < n_events; i++)
    {
      if (g_cancellable_is_cancelled (handout->options->chart.cancellable))
        return;
      if (handout->homes[events[i]] == number)
        tl_handout_add_event (handout, events[i]);
      else
        add_reference (handout, events[i]);
    }
  tl_handout_flow_finish (&handout->flow);
  handout->step = NULL;
}

/* Those that are kept in reserve after the others. */
static GPtrArray *
order_steps (const TlHandout *handout)
{
  GPtrArray *ordered = g_ptr_array_new ();
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (handout->options->talk, &n_steps);

  for (guint reserve = 0; reserve < 2; reserve++)
    for (guint i = 0; i < n_steps; i++)
      if (steps[i].is_hidden == (gboolean) reserve)
        g_ptr_array_add (ordered, (gpointer) &steps[i]);

  return ordered;
}

/* An event is told of once, under the first step that is about it; one that
 * looks at the whole timeline leaves it to those that look closer.
 */
static void
find_homes (TlHandout *handout,
            GPtrArray *steps)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < steps->len; i++)
      {
        const TlTalkStep *step = steps->pdata[i];
        guint n_events;
        const guint32 *events = tl_talk_step_get_subjects (step, &n_events);

        if ((step->n_events == 0) != (round == 1))
          continue;
        for (guint k = 0; k < n_events; k++)
          if (handout->homes[events[k]] == 0)
            handout->homes[events[k]] = i + 1;
      }
}

/**
 * tl_handout_add_steps:
 * @handout: a handout
 *
 * Adds the steps of the talk, those that are kept in reserve after the
 * others.
 */
void
tl_handout_add_steps (TlHandout *handout)
{
  g_autoptr (GPtrArray) steps = order_steps (handout);

  find_homes (handout, steps);
  for (guint i = 0; i < steps->len; i++)
    add_step (handout, steps->pdata[i], i + 1);
}

/**
 * tl_handout_add_further:
 * @handout: a handout whose steps have been added
 *
 * Adds the events that are shown and are in no step.
 */
void
tl_handout_add_further (TlHandout *handout)
{
  const TlChartOptions *chart = &handout->options->chart;
  const char *heading = tl_words_get (handout->drawing.words, "handout", NC_("handout", "Further events"));
  gboolean has_heading = FALSE;

  for (guint i = 0; i < chart->n_events && !g_cancellable_is_cancelled (chart->cancellable); i++)
    {
      if (handout->homes[chart->events[i]] != 0)
        continue;
      if (!has_heading)
        {
          tl_outline_add (handout->outline, 0, heading, TL_HANDOUT_ID_FURTHER);
          add_heading (handout, NULL, heading, TL_HANDOUT_ID_FURTHER);
          has_heading = TRUE;
        }
      tl_handout_add_event (handout, chart->events[i]);
    }
}
