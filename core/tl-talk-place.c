/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-place.h"

#include "tl-json-scan.h"

#include <string.h>

/* Where in the text of a timeline the steps of its talk are, and room for
 * them where there are none.
 */

/**
 * tl_talk_skip_space:
 * @text: (array length=length): JSON
 * @length: its length in bytes
 * @at: a place in it
 *
 * Returns: the first place from there on that is not blank
 */
gsize
tl_talk_skip_space (const char *text,
                    gsize       length,
                    gsize       at)
{
  while (at < length && tl_json_is_space (text[at]))
    at++;

  return at;
}

/**
 * tl_talk_find_value:
 * @text: (array length=length): JSON
 * @length: its length in bytes
 * @at: where a value begins
 *
 * Returns: all of the value
 */
TlTalkPiece
tl_talk_find_value (const char *text,
                    gsize       length,
                    gsize       at)
{
  return (TlTalkPiece){ at, at + tl_json_scan_measure (text + at, length - at) };
}

/**
 * tl_talk_find_member:
 * @text: (array length=length): a JSON object
 * @length: its length in bytes
 * @key: a key
 *
 * Returns: the value of @key; nothing where it has none
 */
TlTalkPiece
tl_talk_find_member (const char *text,
                     gsize       length,
                     const char *key)
{
  const TlPathStep path = { key, 0 };
  gsize at = tl_json_scan_find (text, length, &path, 1, TL_PLACE_VALUE);
  TlTalkPiece none = { 0, 0 };

  return at > 0 ? tl_talk_find_value (text, length, at) : none;
}

/**
 * tl_talk_find_lead:
 * @text: JSON
 * @at: a place in it
 *
 * Returns: (transfer full): the line end and the blanks that stand before
 *   @at: what a neighbour of it is begun with. Empty where it is not the
 *   first of its line
 */
char *
tl_talk_find_lead (const char *text,
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

/**
 * tl_talk_set_member:
 * @object: a JSON object
 * @key: a key
 * @value: its value from now on, JSON
 */
void
tl_talk_set_member (GString    *object,
                    const char *key,
                    const char *value)
{
  TlTalkPiece found = tl_talk_find_member (object->str, object->len, key);
  gsize first = tl_talk_skip_space (object->str, object->len, 1);
  gboolean is_empty = object->str[first] == '}';
  g_autofree char *lead = tl_talk_find_lead (object->str, first);
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

/* Where its comma is, and the blanks before that: the part of a list that
 * goes with what stands at @piece. */
static TlTalkPiece
with_comma (const char *text,
            gsize       length,
            TlTalkPiece piece)
{
  gsize before = piece.start;
  gsize after = tl_talk_skip_space (text, length, piece.end);

  while (before > 0 && tl_json_is_space (text[before - 1]))
    before--;
  if (before > 0 && text[before - 1] == ',')
    return (TlTalkPiece){ before - 1, piece.end };
  if (text[after] == ',')
    return (TlTalkPiece){ piece.start, tl_talk_skip_space (text, length, after + 1) };

  return piece;
}

/**
 * tl_talk_remove_member:
 * @object: a JSON object
 * @key: a key that it may not have any more
 */
void
tl_talk_remove_member (GString    *object,
                       const char *key)
{
  const TlPathStep path = { key, 0 };

  for (TlTalkPiece value = tl_talk_find_member (object->str, object->len, key); value.end > 0;
       value = tl_talk_find_member (object->str, object->len, key))
    {
      TlTalkPiece member = { tl_json_scan_find (object->str, object->len, &path, 1, TL_PLACE_KEY), value.end };

      member = with_comma (object->str, object->len, member);
      g_string_erase (object, (gssize) member.start, (gssize) (member.end - member.start));
    }
}

/* Makes room for a list where there is none: returns a text that has one,
 * empty. */
static char *
add_list (const char  *text,
                  gsize        length,
                  TlTalkPiece  talk,
                  gsize       *new_length)
{
  GString *out = g_string_new_len (text, length);
  gsize first = tl_talk_skip_space (text, length, 0);
  gsize last;
  g_autofree char *lead = tl_talk_find_lead (text, tl_talk_skip_space (text, length, first + 1));
  g_autofree char *inner = g_strconcat (lead, strrchr (lead, '\n') != NULL ? strrchr (lead, '\n') + 1 : " ", NULL);
  g_autofree char *added = NULL;

  if (talk.end > 0)
    {
      /* A talk without a list, or that is none. */
      gboolean is_object = text[talk.start] == '{';
      GString *object = g_string_new_len (is_object ? text + talk.start : "{}", is_object ? talk.end - talk.start : 2);
      g_autofree char *list = *lead != '\0' ? g_strdup_printf ("[%s]", inner) : g_strdup ("[]");

      tl_talk_set_member (object, "steps", list);
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

/* Where the list of steps is; nothing where there is none. */
static TlTalkPiece
find_list (const char *text,
           gsize       length)
{
  TlTalkPiece talk = tl_talk_find_member (text, length, "talk");
  TlTalkPiece list = { 0, 0 };

  if (talk.end > 0 && text[talk.start] == '{')
    list = tl_talk_find_member (text + talk.start, talk.end - talk.start, "steps");
  if (list.end == 0 || text[talk.start + list.start] != '[')
    return (TlTalkPiece){ 0, 0 };

  return (TlTalkPiece){ talk.start + list.start, talk.start + list.end };
}

/**
 * tl_talk_find_list:
 * @text: (array length=length): a JSON object, without a mark before it
 * @length: its length in bytes
 * @made: (out) (transfer full) (nullable): where it has no list of steps,
 *   the same with an empty one
 * @new_length: (out): the length of that, else @length
 *
 * Returns: where the list is, in @made where there is one
 */
TlTalkPiece
tl_talk_find_list (const char *text,
                   gsize       length,
                   char      **made,
                   gsize      *new_length)
{
  TlTalkPiece list = find_list (text, length);

  *made = NULL;
  *new_length = length;
  if (list.end > 0)
    return list;

  *made = add_list (text, length, tl_talk_find_member (text, length, "talk"), new_length);

  return find_list (*made, *new_length);
}
