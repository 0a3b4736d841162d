/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-edit.h"

#include "tl-talk-place.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

/* Puts the steps of a talk into the text of a timeline. What is not touched
 * stays byte for byte: the rest of the file, other steps, keys that nobody
 * knows, indentation, line ends. What is new is written as what is beside it.
 */

G_DEFINE_QUARK (tl-talk-edit-error-quark, tl_talk_edit_error)

/* The list of steps as it stands. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       start; /* of the list, at its bracket */
  gsize       end;   /* after its last bracket */
  GArray     *steps; /* of TlTalkPiece */
} List;

static void
find_items (List *list)
{
  gsize at = tl_talk_skip_space (list->text, list->length, list->start + 1);

  while (at < list->end - 1)
    {
      TlTalkPiece step = tl_talk_find_value (list->text, list->length, at);

      g_array_append_val (list->steps, step);
      at = tl_talk_skip_space (list->text, list->length, step.end);
      if (list->text[at] == ',')
        at = tl_talk_skip_space (list->text, list->length, at + 1);
    }
}

/* Writing. */

static char *
dump (json_t *value)
{
  char *dumped = json_dumps (value, JSON_ENCODE_ANY);
  char *text = g_strdup (dumped);

  free (dumped);
  json_decref (value);

  return text;
}

static char *
dump_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return g_strdup (text);

  return dump (json_string (text));
}

static char *
dump_ids (const char *const *ids)
{
  json_t *list = json_array ();

  for (; *ids != NULL; ids++)
    json_array_append_new (list, json_string (*ids));

  return dump (list);
}

/* The keys of a step that may be set, with what they are set to. */
typedef struct
{
  const char *key;
  char       *value; /* (nullable): JSON; empty where it is not to be there */
} Member;

#define N_MEMBERS 7

static void
list_members (const TlStepEdit *step,
              Member            members[N_MEMBERS])
{
  members[0] = (Member){ "title", dump_text (step->title) };
  members[1] = (Member){ "text", dump_text (step->text) };
  members[2] = (Member){ "events", step->events != NULL ? dump_ids (step->events) : NULL };
  members[3] = (Member){ "window", dump_text (step->window) };
  members[4] = (Member){ "highlight", step->highlight != NULL ? dump_ids (step->highlight) : NULL };
  members[5] = (Member){ "figures", step->figures != NULL ? dump_ids (step->figures) : NULL };
  members[6] = (Member){ "notes", dump_text (step->notes) };
}

static void
clear_members (Member members[N_MEMBERS])
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (members[i].value);
}

static void
append_changed (GString          *out,
                const List       *list,
                const TlStepEdit *step)
{
  const TlTalkPiece *piece = &g_array_index (list->steps, TlTalkPiece, step->number);
  GString *object = g_string_new_len (list->text + piece->start, piece->end - piece->start);
  Member members[N_MEMBERS];

  list_members (step, members);
  for (guint i = 0; i < N_MEMBERS && object->str[0] == '{'; i++)
    if (members[i].value != NULL && *members[i].value == '\0')
      tl_talk_remove_member (object, members[i].key);
    else if (members[i].value != NULL)
      tl_talk_set_member (object, members[i].key, members[i].value);
  clear_members (members);
  g_string_append_len (out, object->str, object->len);
  g_string_free (object, TRUE);
}

/* @lead is what the step itself is begun with, @indent one step more to the
 * right. */
static void
append_new (GString          *out,
            const TlStepEdit *step,
            const char       *lead,
            const char       *indent)
{
  Member members[N_MEMBERS];
  gboolean is_first = TRUE;

  list_members (step, members);
  g_string_append_c (out, '{');
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      if (members[i].value == NULL || *members[i].value == '\0')
        continue;
      g_string_append_printf (out, "%s%s%s\"%s\": %s", is_first ? "" : ",", lead, *lead != '\0' ? indent : " ",
                              members[i].key, members[i].value);
      is_first = FALSE;
    }
  g_string_append_printf (out, "%s}", *lead != '\0' ? lead : " ");
  clear_members (members);
}

/* One step to the right: the blanks that the first member of the document
 * has before it. */
static char *
find_indent (const List *list)
{
  gsize first = tl_talk_skip_space (list->text, list->length, 0);
  g_autofree char *lead = NULL;
  const char *blanks;

  first = tl_talk_skip_space (list->text, list->length, first + 1);
  lead = tl_talk_find_lead (list->text, first);
  blanks = strrchr (lead, '\n');

  return g_strdup (blanks != NULL ? blanks + 1 : "");
}

/* What each step is begun with, and what stands before the last bracket. */
static void
find_leads (const List *list,
            const char *indent,
            char      **lead,
            char      **end)
{
  gsize close = list->end - 1;

  *end = tl_talk_find_lead (list->text, close);
  if (list->steps->len > 0)
    *lead = tl_talk_find_lead (list->text, g_array_index (list->steps, TlTalkPiece, 0).start);
  else
    *lead = **end != '\0' ? g_strconcat (*end, indent, NULL) : g_strdup ("");
}

/* The list anew, between its brackets. Blanks between steps stay where they
 * are, whichever step is there now. */
static void
append_list (GString          *out,
             const List       *list,
             const TlStepEdit *steps,
             guint             n_steps)
{
  g_autofree char *indent = find_indent (list);
  g_autofree char *lead = NULL;
  g_autofree char *end = NULL;

  find_leads (list, indent, &lead, &end);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n_steps; i++)
    {
      gsize before = i > 0 && i < list->steps->len ? g_array_index (list->steps, TlTalkPiece, i - 1).end : list->start + 1;

      if (i < list->steps->len)
        g_string_append_len (out, list->text + before, g_array_index (list->steps, TlTalkPiece, i).start - before);
      else
        g_string_append_printf (out, "%s%s", i > 0 ? "," : "", *lead != '\0' ? lead : i > 0 ? " " : "");

      if (steps[i].number == TL_NONE)
        append_new (out, &steps[i], lead, indent);
      else
        append_changed (out, list, &steps[i]);
    }
  if (list->steps->len > 0 && n_steps > 0)
    {
      gsize last = g_array_index (list->steps, TlTalkPiece, list->steps->len - 1).end;

      g_string_append_len (out, list->text + last, list->end - 1 - last);
    }
  else if (n_steps > 0)
    g_string_append (out, end);
  g_string_append_c (out, ']');
}

static gboolean
check_steps (const List       *list,
             const TlStepEdit *steps,
             guint             n_steps,
             GError          **error)
{
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].number != TL_NONE && steps[i].number >= list->steps->len)
      {
        g_set_error (error, TL_TALK_EDIT_ERROR, TL_TALK_EDIT_ERROR_NO_STEP,
                     _("the file has no step %u any more"), steps[i].number + 1);
        return FALSE;
      }

  return TRUE;
}

static const char bom[] = "\xef\xbb\xbf";

static char *
edit_list (const char       *text,
           gsize             length,
           TlTalkPiece       place,
           const TlStepEdit *steps,
           guint             n_steps,
           gsize            *new_length,
           GError          **error)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlTalkPiece));
  List list = { text, length, place.start, place.end, pieces };
  GString *out;

  find_items (&list);
  if (!check_steps (&list, steps, n_steps, error))
    return NULL;

  out = g_string_new_len (text, place.start);
  append_list (out, &list, steps, n_steps);
  g_string_append_len (out, text + place.end, length - place.end);
  *new_length = out->len;

  return g_string_free (out, FALSE);
}

/* What stands before the text of a timeline: a mark of its encoding. */
static gsize
measure_mark (const char *text,
              gsize       length)
{
  return length >= strlen (bom) && memcmp (text, bom, strlen (bom)) == 0 ? strlen (bom) : 0;
}

static gboolean
check_object (const char *text,
              gsize       length,
              gsize       mark,
              GError    **error)
{
  gsize first = tl_talk_skip_space (text, length, mark);

  if (first < length && text[first] == '{')
    return TRUE;

  g_set_error (error, TL_TALK_EDIT_ERROR, TL_TALK_EDIT_ERROR_NO_OBJECT, _("the file is not a timeline any more"));

  return FALSE;
}

/* With the mark again. */
static char *
join (const char *mark,
      gsize       mark_length,
      const char *text,
      gsize      *length)
{
  char *whole = g_malloc (mark_length + *length + 1);

  memcpy (whole, mark, mark_length);
  memcpy (whole + mark_length, text, *length + 1);
  *length += mark_length;

  return whole;
}

/**
 * tl_talk_edit:
 * @text: (array length=length): a timeline file, sound JSON
 * @length: its length in bytes
 * @steps: (array length=n_steps): the steps that it is to have, in order
 * @n_steps: how many
 * @new_length: (out): the length of what is returned
 * @error: set, in the domain %TL_TALK_EDIT_ERROR, where @text is not an
 *   object or does not have a step that is named
 *
 * Sets the steps of a timeline's talk. Those that the file has and that are
 * not among @steps go. All else stays byte for byte.
 *
 * Returns: (transfer full) (nullable): the file with them, with a zero byte
 *   behind it
 */
char *
tl_talk_edit (const char       *text,
              gsize             length,
              const TlStepEdit *steps,
              guint             n_steps,
              gsize            *new_length,
              GError          **error)
{
  gsize mark = measure_mark (text, length);
  g_autofree char *made = NULL;
  g_autofree char *edited = NULL;
  gsize made_length;
  TlTalkPiece list;

  if (!check_object (text, length, mark, error))
    return NULL;

  list = tl_talk_find_list (text + mark, length - mark, &made, &made_length);
  edited = edit_list (made != NULL ? made : text + mark, made_length, list, steps, n_steps, new_length, error);

  return edited != NULL ? join (text, mark, edited, new_length) : NULL;
}

/**
 * tl_talk_edit_count_steps:
 * @text: (array length=length): a timeline file, sound JSON
 * @length: its length in bytes
 *
 * Returns: how many entries its list of steps has, sound ones or not
 */
guint
tl_talk_edit_count_steps (const char *text,
                          gsize       length)
{
  gsize mark = measure_mark (text, length);
  g_autofree char *made = NULL;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlTalkPiece));
  gsize made_length;
  TlTalkPiece place;
  List list;

  if (!check_object (text, length, mark, NULL))
    return 0;

  place = tl_talk_find_list (text + mark, length - mark, &made, &made_length);
  list = (List){ made != NULL ? made : text + mark, made_length, place.start, place.end, pieces };
  find_items (&list);

  return pieces->len;
}

/**
 * tl_talk_edit_copy_steps:
 * @from: (array length=from_length): a timeline file, sound JSON
 * @from_length: its length in bytes
 * @text: (array length=length): another version of it
 * @length: its length in bytes
 * @new_length: (out): the length of what is returned
 * @error: set, in the domain %TL_TALK_EDIT_ERROR, where one of them is not
 *   an object
 *
 * Puts the list of steps of @from in the place of that of @text. All else of
 * @text stays byte for byte.
 *
 * Returns: (transfer full) (nullable): @text with it, with a zero byte
 *   behind it
 */
char *
tl_talk_edit_copy_steps (const char *from,
                         gsize       from_length,
                         const char *text,
                         gsize       length,
                         gsize      *new_length,
                         GError    **error)
{
  gsize from_mark = measure_mark (from, from_length);
  gsize mark = measure_mark (text, length);
  g_autofree char *from_made = NULL;
  g_autofree char *made = NULL;
  TlTalkPiece list, place;
  gsize from_made_length, made_length;
  GString *out;

  if (!check_object (from, from_length, from_mark, error) || !check_object (text, length, mark, error))
    return NULL;

  list = tl_talk_find_list (from + from_mark, from_length - from_mark, &from_made, &from_made_length);
  place = tl_talk_find_list (text + mark, length - mark, &made, &made_length);
  out = g_string_new_len (text, mark);
  g_string_append_len (out, made != NULL ? made : text + mark, place.start);
  g_string_append_len (out, (from_made != NULL ? from_made : from + from_mark) + list.start, list.end - list.start);
  g_string_append_len (out, (made != NULL ? made : text + mark) + place.end, made_length - place.end);
  *new_length = out->len;

  return g_string_free (out, FALSE);
}
