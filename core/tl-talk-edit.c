/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-edit.h"

#include "tl-json-scan.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

/* Puts the steps of a talk into the text of a timeline. What is not touched
 * stays byte for byte: the rest of the file, other steps, keys that nobody
 * knows, indentation, line ends. What is new is written as what is beside it.
 */

G_DEFINE_QUARK (tl-talk-edit-error-quark, tl_talk_edit_error)

/* A part of the text. */
typedef struct
{
  gsize start;
  gsize end;
} Piece;

/* The list of steps as it stands. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       start; /* of the list, at its bracket */
  gsize       end;   /* after its last bracket */
  GArray     *steps; /* of Piece */
} List;

static gsize
skip_space (const char *text,
            gsize       length,
            gsize       at)
{
  while (at < length && tl_json_is_space (text[at]))
    at++;

  return at;
}

static Piece
find_value (const char *text,
            gsize       length,
            gsize       at)
{
  return (Piece){ at, at + tl_json_scan_measure (text + at, length - at) };
}

/* Where the value of @key is in the object that is all of @text; nothing
 * where it has none. */
static Piece
find_member (const char *text,
             gsize       length,
             const char *key)
{
  const TlPathStep path = { key, 0 };
  gsize at = tl_json_scan_find (text, length, &path, 1, TL_PLACE_VALUE);
  Piece none = { 0, 0 };

  return at > 0 ? find_value (text, length, at) : none;
}

static void
find_items (List *list)
{
  gsize at = skip_space (list->text, list->length, list->start + 1);

  while (at < list->end - 1)
    {
      Piece step = find_value (list->text, list->length, at);

      g_array_append_val (list->steps, step);
      at = skip_space (list->text, list->length, step.end);
      if (list->text[at] == ',')
        at = skip_space (list->text, list->length, at + 1);
    }
}

/* Writing. */

/* The line end and the blanks that stand before a place: what a neighbour of
 * it is begun with. Empty where the place is not the first of its line. */
static char *
find_lead (const char *text,
           gsize       at)
{
  gsize start = at;

  while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '\t'))
    start--;
  if (start == 0 || text[start - 1] != '\n')
    return g_strdup ("");
  start -= start > 1 && text[start - 2] == '\r' ? 2 : 1;

  return g_strndup (text + start, at - start);
}

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
  char       *value; /* (nullable): JSON */
} Member;

#define N_MEMBERS 6

static void
list_members (const TlStepEdit *step,
              Member            members[N_MEMBERS])
{
  members[0] = (Member){ "title", step->title != NULL ? dump_text (step->title) : NULL };
  members[1] = (Member){ "text", step->text != NULL ? dump_text (step->text) : NULL };
  members[2] = (Member){ "events", step->events != NULL ? dump_ids (step->events) : NULL };
  members[3] = (Member){ "window", step->window != NULL ? dump_text (step->window) : NULL };
  members[4] = (Member){ "highlight", step->highlight != NULL ? dump_ids (step->highlight) : NULL };
  members[5] = (Member){ "notes", step->notes != NULL ? dump_text (step->notes) : NULL };
}

static void
clear_members (Member members[N_MEMBERS])
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (members[i].value);
}

/* Sets one member of the object that is all of @object. */
static void
set_member (GString    *object,
            const char *key,
            const char *value)
{
  Piece found = find_member (object->str, object->len, key);
  gsize first = skip_space (object->str, object->len, 1);
  gboolean is_empty = object->str[first] == '}';
  g_autofree char *lead = find_lead (object->str, first);
  g_autofree char *member = NULL;
  gsize last;

  if (found.end > 0)
    {
      g_string_erase (object, found.start, found.end - found.start);
      g_string_insert (object, found.start, value);
      return;
    }

  /* Behind the last member, which ends before the blanks at the end. */
  last = object->len - 1;
  while (last > 1 && tl_json_is_space (object->str[last - 1]))
    last--;
  member = g_strdup_printf ("%s%s\"%s\": %s", is_empty ? "" : ",", is_empty ? "" : *lead != '\0' ? lead : " ", key, value);
  g_string_insert (object, last, member);
}

static void
append_changed (GString          *out,
                const List       *list,
                const TlStepEdit *step)
{
  const Piece *piece = &g_array_index (list->steps, Piece, step->number);
  GString *object = g_string_new_len (list->text + piece->start, piece->end - piece->start);
  Member members[N_MEMBERS];

  list_members (step, members);
  for (guint i = 0; i < N_MEMBERS && object->str[0] == '{'; i++)
    if (members[i].value != NULL)
      set_member (object, members[i].key, members[i].value);
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
      if (members[i].value == NULL)
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
  gsize first = skip_space (list->text, list->length, 0);
  g_autofree char *lead = NULL;
  const char *blanks;

  first = skip_space (list->text, list->length, first + 1);
  lead = find_lead (list->text, first);
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

  *end = find_lead (list->text, close);
  if (list->steps->len > 0)
    *lead = find_lead (list->text, g_array_index (list->steps, Piece, 0).start);
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
      gsize before = i > 0 && i < list->steps->len ? g_array_index (list->steps, Piece, i - 1).end : list->start + 1;

      if (i < list->steps->len)
        g_string_append_len (out, list->text + before, g_array_index (list->steps, Piece, i).start - before);
      else
        g_string_append_printf (out, "%s%s", i > 0 ? "," : "", *lead != '\0' ? lead : i > 0 ? " " : "");

      if (steps[i].number == TL_NONE)
        append_new (out, &steps[i], lead, indent);
      else
        append_changed (out, list, &steps[i]);
    }
  if (list->steps->len > 0 && n_steps > 0)
    {
      gsize last = g_array_index (list->steps, Piece, list->steps->len - 1).end;

      g_string_append_len (out, list->text + last, list->end - 1 - last);
    }
  else if (n_steps > 0)
    g_string_append (out, end);
  g_string_append_c (out, ']');
}

/* Makes room for a list where there is none: returns a text that has one,
 * empty. */
static char *
add_talk (const char *text,
          gsize       length,
          Piece       talk,
          gsize      *new_length)
{
  GString *out = g_string_new_len (text, length);
  gsize first = skip_space (text, length, 0);
  gsize last;
  g_autofree char *lead = find_lead (text, skip_space (text, length, first + 1));
  g_autofree char *inner = g_strconcat (lead, strrchr (lead, '\n') != NULL ? strrchr (lead, '\n') + 1 : " ", NULL);
  g_autofree char *added = NULL;

  if (talk.end > 0)
    {
      /* A talk without a list, or that is none. */
      gboolean is_object = text[talk.start] == '{';
      GString *object = g_string_new_len (is_object ? text + talk.start : "{}", is_object ? talk.end - talk.start : 2);
      g_autofree char *list = *lead != '\0' ? g_strdup_printf ("[%s]", inner) : g_strdup ("[]");

      set_member (object, "steps", list);
      g_string_erase (out, talk.start, talk.end - talk.start);
      g_string_insert_len (out, talk.start, object->str, object->len);
      g_string_free (object, TRUE);
    }
  else
    {
      last = length;
      while (last > 0 && text[last - 1] != '}')
        last--;
      last--;
      while (last > 0 && tl_json_is_space (text[last - 1]))
        last--;
      added = *lead != '\0' ? g_strdup_printf ("%s%s\"talk\": {%s\"steps\": [%s]%s}", text[last - 1] == '{' ? "" : ",",
                                               lead, inner, inner, lead)
                            : g_strdup_printf ("%s\"talk\": { \"steps\": [] }", text[last - 1] == '{' ? "" : ", ");
      g_string_insert (out, last, added);
    }
  *new_length = out->len;

  return g_string_free (out, FALSE);
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
           Piece             place,
           const TlStepEdit *steps,
           guint             n_steps,
           gsize            *new_length,
           GError          **error)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
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

/* Without the mark at the beginning. */
static char *
edit (const char       *text,
      gsize             length,
      const TlStepEdit *steps,
      guint             n_steps,
      gsize            *new_length,
      GError          **error)
{
  Piece talk = find_member (text, length, "talk");
  Piece list = { 0, 0 };
  g_autofree char *with_talk = NULL;
  gsize with_length;

  if (talk.end > 0 && text[talk.start] == '{')
    list = find_member (text + talk.start, talk.end - talk.start, "steps");
  if (list.end > 0 && text[talk.start + list.start] == '[')
    return edit_list (text, length, (Piece){ talk.start + list.start, talk.start + list.end }, steps, n_steps,
                      new_length, error);

  with_talk = add_talk (text, length, talk, &with_length);

  return edit (with_talk, with_length, steps, n_steps, new_length, error);
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
  gsize mark = length >= strlen (bom) && memcmp (text, bom, strlen (bom)) == 0 ? strlen (bom) : 0;
  gsize first = skip_space (text, length, mark);
  g_autofree char *edited = NULL;
  char *whole;

  if (first >= length || text[first] != '{')
    {
      g_set_error (error, TL_TALK_EDIT_ERROR, TL_TALK_EDIT_ERROR_NO_OBJECT, _("the file is not a timeline any more"));
      return NULL;
    }

  edited = edit (text + mark, length - mark, steps, n_steps, new_length, error);
  if (edited == NULL)
    return NULL;

  whole = g_malloc (mark + *new_length + 1);
  memcpy (whole, text, mark);
  memcpy (whole + mark, edited, *new_length + 1);
  *new_length += mark;

  return whole;
}
