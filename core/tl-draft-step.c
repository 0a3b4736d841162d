/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-draft-step.h"

#include "tl-talk-edit.h"

#include <glib/gi18n-lib.h>

/* The steps of a talk that is being edited, and how they get into its file. */

/**
 * tl_draft_step_new:
 * @number: which of the file's steps it is, from 0, or %TL_NONE
 *
 * Returns: (transfer full): a step without anything, to be filled
 */
TlDraftStep *
tl_draft_step_new (guint32 number)
{
  TlDraftStep *self = g_atomic_rc_box_new0 (TlDraftStep);

  self->number = number;

  return self;
}

/**
 * tl_draft_step_copy:
 * @self: a step
 *
 * Returns: (transfer full): another one that is the same, to be changed
 */
TlDraftStep *
tl_draft_step_copy (const TlDraftStep *self)
{
  TlDraftStep *copy = tl_draft_step_new (self->number);

  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    copy->words[i] = g_strdup (self->words[i]);
  copy->window = g_strdup (self->window);
  copy->events = g_strdupv (self->events);
  copy->highlight = g_strdupv (self->highlight);
  copy->figures = g_strdupv (self->figures);
  copy->changed = self->changed;
  copy->is_unknown = self->is_unknown;

  return copy;
}

/**
 * tl_draft_step_ref:
 * @self: a step
 *
 * Returns: (transfer full): @self
 */
TlDraftStep *
tl_draft_step_ref (TlDraftStep *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_step (gpointer data)
{
  TlDraftStep *self = data;

  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    g_free (self->words[i]);
  g_free (self->window);
  g_strfreev (self->events);
  g_strfreev (self->highlight);
  g_strfreev (self->figures);
}

/**
 * tl_draft_step_unref:
 * @self: (transfer full): a step
 */
void
tl_draft_step_unref (TlDraftStep *self)
{
  g_atomic_rc_box_release_full (self, clear_step);
}

static gboolean
have_same_ids (char **a,
               char **b)
{
  return a == NULL || b == NULL ? a == b
                                : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/* A file has no empty texts. */
static gboolean
have_same_words (const char *a,
                 const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/**
 * tl_draft_step_equal:
 * @a: a step
 * @b: another one
 *
 * Returns: whether a file would have the same of both
 */
gboolean
tl_draft_step_equal (const TlDraftStep *a,
                     const TlDraftStep *b)
{
  if (a == b)
    return TRUE;
  if (a->number != b->number || g_strcmp0 (a->window, b->window) != 0 || !have_same_ids (a->events, b->events)
      || !have_same_ids (a->highlight, b->highlight) || !have_same_ids (a->figures, b->figures))
    return FALSE;

  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    if (!have_same_words (a->words[i], b->words[i]))
      return FALSE;

  return TRUE;
}

/* All of them at a moment */

struct _TlDraftState
{
  GBytes    *base;
  GPtrArray *steps; /* of TlDraftStep */
};

/**
 * tl_draft_state_new:
 * @base: (transfer none): the text that the steps' numbers are about
 * @steps: (transfer full) (element-type TlDraftStep): steps
 *
 * Returns: (transfer full): these
 */
TlDraftState *
tl_draft_state_new (GBytes    *base,
                    GPtrArray *steps)
{
  TlDraftState *self = g_atomic_rc_box_new0 (TlDraftState);

  self->base = g_bytes_ref (base);
  self->steps = steps;

  return self;
}

/**
 * tl_draft_state_ref:
 * @self: a state
 *
 * Returns: (transfer full): @self
 */
TlDraftState *
tl_draft_state_ref (TlDraftState *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_state (gpointer data)
{
  TlDraftState *self = data;

  g_bytes_unref (self->base);
  g_ptr_array_unref (self->steps);
}

/**
 * tl_draft_state_unref:
 * @self: (transfer full): a state
 */
void
tl_draft_state_unref (TlDraftState *self)
{
  g_atomic_rc_box_release_full (self, clear_state);
}

/**
 * tl_draft_state_get_steps:
 * @self: a state
 *
 * Returns: (transfer none) (element-type TlDraftStep): its steps, in order
 */
GPtrArray *
tl_draft_state_get_steps (TlDraftState *self)
{
  return self->steps;
}

/**
 * tl_draft_state_equal:
 * @a: a state
 * @b: another one of the same draft
 *
 * Returns: whether a file would have the same of both
 */
gboolean
tl_draft_state_equal (TlDraftState *a,
                      TlDraftState *b)
{
  if (a->steps->len != b->steps->len)
    return FALSE;

  for (guint i = 0; i < a->steps->len; i++)
    if (!tl_draft_step_equal (g_ptr_array_index (a->steps, i), g_ptr_array_index (b->steps, i)))
      return FALSE;

  return TRUE;
}

/* Only what is not in the file already. A file has no step without a title. */
static TlStepEdit
make_edit (const TlDraftStep *step)
{
  TlStepEdit edit = { .number = step->number };
  const char *words[TL_N_DRAFT_WORDS];

  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    words[i] = step->number == TL_NONE || (step->changed & (1u << i)) != 0 ? step->words[i] : NULL;
  edit.title = words[TL_DRAFT_TITLE] != NULL && *words[TL_DRAFT_TITLE] == '\0' ? _("Untitled step") : words[TL_DRAFT_TITLE];
  edit.text = words[TL_DRAFT_TEXT];
  edit.notes = words[TL_DRAFT_NOTES];
  if (step->number != TL_NONE)
    return edit;

  edit.window = step->window;
  edit.events = (const char *const *) step->events;
  edit.highlight = (const char *const *) step->highlight;
  edit.figures = (const char *const *) step->figures;

  return edit;
}

/**
 * tl_draft_state_to_bytes:
 * @self: a state
 * @text: what the file has now
 * @error: set, in the domain %TL_TALK_EDIT_ERROR, where @text is no timeline
 *
 * Puts the steps into @text. What has not been edited of them is as in the
 * text that they are from, all else as in @text, both byte for byte.
 *
 * Returns: (transfer full) (nullable): the text that the file is to have
 */
GBytes *
tl_draft_state_to_bytes (TlDraftState *self,
                         GBytes       *text,
                         GError      **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (TlStepEdit));
  gsize base_length, length, edited_length, whole_length;
  const char *base = g_bytes_get_data (self->base, &base_length);
  const char *around = g_bytes_get_data (text, &length);
  g_autofree char *edited = NULL;
  char *whole;

  for (guint i = 0; i < self->steps->len; i++)
    {
      TlStepEdit edit = make_edit (g_ptr_array_index (self->steps, i));

      g_array_append_val (edits, edit);
    }

  edited = tl_talk_edit (base, base_length, (const TlStepEdit *) (void *) edits->data, edits->len, &edited_length, error);
  if (edited == NULL)
    return NULL;
  if (text == self->base)
    return g_bytes_new_take (g_steal_pointer (&edited), edited_length);

  whole = tl_talk_edit_copy_steps (edited, edited_length, around, length, &whole_length, error);

  return whole != NULL ? g_bytes_new_take (whole, whole_length) : NULL;
}
