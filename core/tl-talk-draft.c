/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-draft.h"

#include "tl-talk-edit.h"

/**
 * TlTalkDraft:
 *
 * The steps of a talk while somebody edits them, and all states that they
 * have been in. The steps keep their places in the text as it was when it
 * began: so also a step that has been removed and saved comes back as it was,
 * with all that nobody here knows of.
 */
struct _TlTalkDraft
{
  GObject parent_instance;

  GBytes       *base;   /* that the steps' numbers are about */
  GBytes       *text;   /* that the file has now, as far as is known */
  GPtrArray    *origin; /* of TlDraftStep: as they are in the base, by number */
  GPtrArray    *states; /* of TlDraftState: the first one, and what came then */
  guint         now;    /* which of them there is */
  TlDraftState *saved;
  guint         typing_step;  /* of the last change, where more of the same */
  TlDraftWords  typing_words; /* goes into the same state */
  gboolean      is_typing;
};

G_DEFINE_FINAL_TYPE (TlTalkDraft, tl_talk_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_talk_draft_finalize (GObject *object)
{
  TlTalkDraft *self = TL_TALK_DRAFT (object);

  g_bytes_unref (self->base);
  g_bytes_unref (self->text);
  g_ptr_array_unref (self->origin);
  g_ptr_array_unref (self->states);
  tl_draft_state_unref (self->saved);

  G_OBJECT_CLASS (tl_talk_draft_parent_class)->finalize (object);
}

static void
tl_talk_draft_class_init (TlTalkDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_talk_draft_finalize;

  /**
   * TlTalkDraft::changed:
   * @self: the draft
   *
   * Its steps are others, or they have been saved.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_TALK_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_talk_draft_init (TlTalkDraft *self)
{
  self->origin = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_draft_step_unref);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_draft_state_unref);
}

static char **
list_ids (TlTimeline    *timeline,
          const guint32 *events,
          guint          n_events)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n_events; i++)
    g_strv_builder_add (builder,
                        tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[events[i]].id));

  return n_events > 0 ? g_strv_builder_end (builder) : NULL;
}

/* One without an id cannot be named. */
static char **
list_figures (TlTimeline    *timeline,
              const guint32 *figures,
              guint          n_figures)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_named = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      const TlRange one = { figures[i], 1 };
      const char *id = tl_timeline_get_text (timeline, tl_timeline_get_figures (timeline, one)->id);

      if (id == NULL)
        continue;
      g_strv_builder_add (builder, id);
      n_named++;
    }

  return n_named > 0 ? g_strv_builder_end (builder) : NULL;
}

static TlDraftStep *
take_step (TlTimeline   *timeline,
           const TlStep *step)
{
  TlDraftStep *taken = tl_draft_step_new (step->number);

  taken->words[TL_DRAFT_TITLE] = g_strdup (tl_timeline_get_text (timeline, step->title));
  taken->words[TL_DRAFT_TEXT] = g_strdup (tl_timeline_get_text (timeline, step->text));
  taken->words[TL_DRAFT_NOTES] = g_strdup (tl_timeline_get_text (timeline, step->notes));
  taken->window = g_strdup (tl_timeline_get_text (timeline, step->window_text));
  taken->events = list_ids (timeline, tl_timeline_get_indices (timeline, step->events), step->events.count);
  taken->highlight = list_ids (timeline, tl_timeline_get_indices (timeline, step->highlight), step->highlight.count);
  /* It names some, and none of them is there. */
  if (taken->events == NULL && step->names_events)
    taken->events = g_new0 (char *, 1);

  return taken;
}

static GPtrArray *
copy_steps (GPtrArray *steps)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_draft_step_unref);

  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (copy, tl_draft_step_ref (g_ptr_array_index (steps, i)));

  return copy;
}

/**
 * tl_talk_draft_new:
 * @text: (transfer none): a timeline file
 * @timeline: (transfer none): what has been loaded from just that
 *
 * Returns: (transfer full): a draft of its steps
 */
TlTalkDraft *
tl_talk_draft_new (GBytes     *text,
                   TlTimeline *timeline)
{
  TlTalkDraft *self = g_object_new (TL_TYPE_TALK_DRAFT, NULL);
  guint n_steps, n_entries;
  const TlStep *steps = tl_timeline_get_steps (timeline, &n_steps);

  n_entries = tl_talk_edit_count_steps (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  self->base = g_bytes_ref (text);
  self->text = g_bytes_ref (text);
  for (guint32 i = 0, next = 0; i < n_entries; i++)
    {
      while (next < n_steps && steps[next].number < i)
        next++;
      if (next < n_steps && steps[next].number == i)
        g_ptr_array_add (self->origin, take_step (timeline, &steps[next]));
      else
        {
          TlDraftStep *unknown = tl_draft_step_new (i);

          unknown->is_unknown = TRUE;
          g_ptr_array_add (self->origin, unknown);
        }
    }
  g_ptr_array_add (self->states, tl_draft_state_new (text, copy_steps (self->origin)));
  self->saved = tl_draft_state_ref (g_ptr_array_index (self->states, 0));

  return self;
}

static GPtrArray *
get_steps (TlTalkDraft *self)
{
  return tl_draft_state_get_steps (g_ptr_array_index (self->states, self->now));
}

/**
 * tl_talk_draft_get_n_steps:
 * @self: a draft
 *
 * Returns: how many steps it has
 */
guint
tl_talk_draft_get_n_steps (TlTalkDraft *self)
{
  g_return_val_if_fail (TL_IS_TALK_DRAFT (self), 0);

  return get_steps (self)->len;
}

/**
 * tl_talk_draft_get_step:
 * @self: a draft
 * @index: which one
 *
 * Returns: (transfer none): it, until the draft changes
 */
const TlDraftStep *
tl_talk_draft_get_step (TlTalkDraft *self,
                        guint        index)
{
  g_return_val_if_fail (index < tl_talk_draft_get_n_steps (self), NULL);

  return g_ptr_array_index (get_steps (self), index);
}

/* Changing it */

/* A further state, behind the one that there is: what was undone is gone. */
static void
take_steps (TlTalkDraft *self,
            GPtrArray   *steps)
{
  g_ptr_array_set_size (self->states, (int) self->now + 1);
  g_ptr_array_add (self->states, tl_draft_state_new (self->base, steps));
  self->now++;
}

static void
tell (TlTalkDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_talk_draft_settle:
 * @self: a draft
 *
 * What is typed next is undone by itself.
 */
void
tl_talk_draft_settle (TlTalkDraft *self)
{
  g_return_if_fail (TL_IS_TALK_DRAFT (self));

  self->is_typing = FALSE;
}

/**
 * tl_talk_draft_add:
 * @self: a draft
 * @index: the place that it gets; of those that there are the nearest one
 * @step: (transfer full): a new step
 *
 * Returns: its place
 */
guint
tl_talk_draft_add (TlTalkDraft *self,
                   guint        index,
                   TlDraftStep *step)
{
  GPtrArray *steps;

  g_return_val_if_fail (TL_IS_TALK_DRAFT (self), 0);

  steps = copy_steps (get_steps (self));
  index = MIN (index, steps->len);
  g_ptr_array_insert (steps, (int) index, step);
  take_steps (self, steps);
  tl_talk_draft_settle (self);
  tell (self);

  return index;
}

/**
 * tl_talk_draft_add_talk:
 * @self: a draft
 * @talk: a talk
 * @timeline: its timeline
 *
 * Adds the talk's steps behind those that there are.
 */
void
tl_talk_draft_add_talk (TlTalkDraft  *self,
                        const TlTalk *talk,
                        TlTimeline   *timeline)
{
  guint n_steps;
  const TlTalkStep *made = tl_talk_get_steps (talk, &n_steps);
  GPtrArray *steps;

  g_return_if_fail (TL_IS_TALK_DRAFT (self));

  steps = copy_steps (get_steps (self));
  for (guint i = 0; i < n_steps; i++)
    {
      TlDraftStep *step = tl_draft_step_new (TL_NONE);

      step->words[TL_DRAFT_TITLE] = g_strdup (made[i].title);
      step->words[TL_DRAFT_TEXT] = g_strdup (made[i].text);
      step->words[TL_DRAFT_NOTES] = g_strdup (made[i].notes);
      step->events = list_ids (timeline, made[i].events, made[i].n_events);
      step->highlight = list_ids (timeline, made[i].highlighted, made[i].n_highlighted);
      step->figures = list_figures (timeline, made[i].figures, made[i].n_figures);
      g_ptr_array_add (steps, step);
    }
  take_steps (self, steps);
  tl_talk_draft_settle (self);
  tell (self);
}

/**
 * tl_talk_draft_move:
 * @self: a draft
 * @from: one of its steps
 * @to: the place that it gets
 */
void
tl_talk_draft_move (TlTalkDraft *self,
                    guint        from,
                    guint        to)
{
  GPtrArray *steps;

  g_return_if_fail (from < tl_talk_draft_get_n_steps (self));
  g_return_if_fail (to < tl_talk_draft_get_n_steps (self));

  if (from == to)
    return;

  steps = copy_steps (get_steps (self));
  g_ptr_array_insert (steps, (int) to, g_ptr_array_steal_index (steps, from));
  take_steps (self, steps);
  tl_talk_draft_settle (self);
  tell (self);
}

/**
 * tl_talk_draft_remove:
 * @self: a draft
 * @index: one of its steps
 */
void
tl_talk_draft_remove (TlTalkDraft *self,
                      guint        index)
{
  GPtrArray *steps;

  g_return_if_fail (index < tl_talk_draft_get_n_steps (self));

  steps = copy_steps (get_steps (self));
  g_ptr_array_remove_index (steps, index);
  take_steps (self, steps);
  tl_talk_draft_settle (self);
  tell (self);
}

/* Words that are the file's again are not written. */
static void
note_change (TlTalkDraft *self,
             TlDraftStep *step,
             TlDraftWords words)
{
  const TlDraftStep *origin = step->number != TL_NONE ? g_ptr_array_index (self->origin, step->number) : NULL;
  const char *before = origin != NULL && origin->words[words] != NULL ? origin->words[words] : "";

  if (g_str_equal (before, step->words[words]))
    step->changed &= ~(1u << words);
  else
    step->changed |= 1u << words;
}

/**
 * tl_talk_draft_set_words:
 * @self: a draft
 * @index: one of its steps, not an unknown one
 * @words: which of its words
 * @text: what they are from now on
 *
 * Changes of the same words one after the other, as when they are typed, are
 * undone together, up to tl_talk_draft_settle().
 */
void
tl_talk_draft_set_words (TlTalkDraft *self,
                         guint        index,
                         TlDraftWords words,
                         const char  *text)
{
  TlDraftStep *step;
  GPtrArray *steps;
  const char *before;

  g_return_if_fail (index < tl_talk_draft_get_n_steps (self));
  g_return_if_fail (text != NULL);

  before = tl_talk_draft_get_step (self, index)->words[words];
  if (g_str_equal (before != NULL ? before : "", text))
    return;

  step = tl_draft_step_copy (tl_talk_draft_get_step (self, index));
  g_free (step->words[words]);
  step->words[words] = g_strdup (text);
  note_change (self, step, words);

  steps = copy_steps (get_steps (self));
  tl_draft_step_unref (g_ptr_array_index (steps, index));
  g_ptr_array_index (steps, index) = step;
  if (self->is_typing && self->typing_step == index && self->typing_words == words && self->now > 0)
    self->now--;
  take_steps (self, steps);
  self->is_typing = TRUE;
  self->typing_step = index;
  self->typing_words = words;
  tell (self);
}

/**
 * tl_talk_draft_can_undo:
 * @self: a draft
 *
 * Returns: whether there is a state before this one
 */
gboolean
tl_talk_draft_can_undo (TlTalkDraft *self)
{
  return self->now > 0;
}

/**
 * tl_talk_draft_can_redo:
 * @self: a draft
 *
 * Returns: whether something has been undone
 */
gboolean
tl_talk_draft_can_redo (TlTalkDraft *self)
{
  return self->now + 1 < self->states->len;
}

/* The first step that is another one than before. */
static guint
go (TlTalkDraft *self,
    guint        state)
{
  GPtrArray *before = get_steps (self);
  GPtrArray *steps;
  guint index = 0;

  self->now = state;
  steps = get_steps (self);
  while (index < steps->len && index < before->len
         && tl_draft_step_equal (g_ptr_array_index (steps, index), g_ptr_array_index (before, index)))
    index++;
  tl_talk_draft_settle (self);
  tell (self);

  return index;
}

/**
 * tl_talk_draft_undo:
 * @self: a draft
 *
 * Goes back to the state before, if there is one.
 *
 * Returns: the first place where there is another step now; the number of
 *   steps where that is behind the last one
 */
guint
tl_talk_draft_undo (TlTalkDraft *self)
{
  g_return_val_if_fail (TL_IS_TALK_DRAFT (self), 0);

  return go (self, tl_talk_draft_can_undo (self) ? self->now - 1 : self->now);
}

/**
 * tl_talk_draft_redo:
 * @self: a draft
 *
 * Goes on to the state that was undone last, if there is one.
 *
 * Returns: as tl_talk_draft_undo()
 */
guint
tl_talk_draft_redo (TlTalkDraft *self)
{
  g_return_val_if_fail (TL_IS_TALK_DRAFT (self), 0);

  return go (self, tl_talk_draft_can_redo (self) ? self->now + 1 : self->now);
}

/* And the file */

/**
 * tl_talk_draft_get_text:
 * @self: a draft
 *
 * Returns: (transfer none): what the file has, as far as is known
 */
GBytes *
tl_talk_draft_get_text (TlTalkDraft *self)
{
  return self->text;
}

/**
 * tl_talk_draft_set_text:
 * @self: a draft
 * @text: (transfer none): what the file has now
 *
 * Takes note that the file has changed. The steps stay as they are.
 */
void
tl_talk_draft_set_text (TlTalkDraft *self,
                        GBytes      *text)
{
  g_return_if_fail (TL_IS_TALK_DRAFT (self));

  g_bytes_ref (text);
  g_bytes_unref (self->text);
  self->text = text;
}

/**
 * tl_talk_draft_dup_state:
 * @self: a draft
 *
 * Returns: (transfer full): its steps as they are now
 */
TlDraftState *
tl_talk_draft_dup_state (TlTalkDraft *self)
{
  return tl_draft_state_ref (g_ptr_array_index (self->states, self->now));
}

/**
 * tl_talk_draft_is_dirty:
 * @self: a draft
 *
 * Returns: whether its steps are others than those that were saved
 */
gboolean
tl_talk_draft_is_dirty (TlTalkDraft *self)
{
  g_return_val_if_fail (TL_IS_TALK_DRAFT (self), FALSE);

  return !tl_draft_state_equal (g_ptr_array_index (self->states, self->now), self->saved);
}

/**
 * tl_talk_draft_note_saved:
 * @self: a draft
 * @state: what has been saved of it
 * @text: what the file has now
 */
void
tl_talk_draft_note_saved (TlTalkDraft  *self,
                          TlDraftState *state,
                          GBytes       *text)
{
  g_return_if_fail (TL_IS_TALK_DRAFT (self));

  tl_draft_state_ref (state);
  tl_draft_state_unref (self->saved);
  self->saved = state;
  tl_talk_draft_set_text (self, text);
  tl_talk_draft_settle (self);
  tell (self);
}
