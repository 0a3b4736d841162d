/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-edit.h"

#include <jansson.h>
#include <string.h>

/* A talk's steps in the text of a file: what is not touched stays. */

typedef struct
{
  const char *name;
  const char *before;
  TlStepEdit  steps[4];
  guint       n_steps;
  const char *after;
} Row;

static const char *const two_ids[] = { "a", "b", NULL };

#define ODD_HEAD  "\xef\xbb\xbf{\r\n\t\"zeta\" :1,\r\n\t\"talk\":{\"odd\":[ 1,2 ],\r\n\t\t\"steps\" : [\r\n"
#define ODD_FIRST "\t\t\t{ \"note\":\"x\", \"title\" :\"One\",\"mine\": {\"k\":[]}}"
#define ODD_OTHER "\t\t\t{\"title\":\"Two\"}"
#define ODD_TAIL  "\r\n\t\t]},\r\n\t\"alpha\": null\r\n}\r\n"

static const Row rows[] = {
  { "as-it-is", ODD_HEAD ODD_FIRST ",\r\n" ODD_OTHER ODD_TAIL, { { .number = 0 }, { .number = 1 } }, 2,
    ODD_HEAD ODD_FIRST ",\r\n" ODD_OTHER ODD_TAIL },
  { "moved", ODD_HEAD ODD_FIRST ",\r\n" ODD_OTHER ODD_TAIL, { { .number = 1 }, { .number = 0 } }, 2,
    ODD_HEAD ODD_OTHER ",\r\n" ODD_FIRST ODD_TAIL },
  { "removed", ODD_HEAD ODD_FIRST ",\r\n" ODD_OTHER ODD_TAIL, { { .number = 1 } }, 1, ODD_HEAD ODD_OTHER ODD_TAIL },
  { "renamed", ODD_HEAD ODD_FIRST ",\r\n" ODD_OTHER ODD_TAIL, { { .number = 0, .title = "“É”\n" }, { .number = 1 } }, 2,
    ODD_HEAD "\t\t\t{ \"note\":\"x\", \"title\" :\"“É”\\n\",\"mine\": {\"k\":[]}}" ",\r\n" ODD_OTHER ODD_TAIL },
  { "notes-added", ODD_HEAD ODD_OTHER ODD_TAIL, { { .number = 0, .notes = "Say" } }, 1,
    ODD_HEAD "\t\t\t{\"title\":\"Two\", \"notes\": \"Say\"}" ODD_TAIL },
  { "notes-removed", ODD_HEAD "\t\t\t{\"title\":\"Two\" , \"notes\" : \"x, y\"}" ODD_TAIL, { { .number = 0, .notes = "" } }, 1,
    ODD_HEAD "\t\t\t{\"title\":\"Two\" }" ODD_TAIL },
  { "first-removed", ODD_HEAD "\t\t\t{ \"text\": \"x\" ,  \"title\":\"Two\"}" ODD_TAIL, { { .number = 0, .text = "" } }, 1,
    ODD_HEAD "\t\t\t{ \"title\":\"Two\"}" ODD_TAIL },
  { "all-notes-removed", ODD_HEAD "\t\t\t{\"notes\":1,\"title\":\"Two\",\"notes\":\"x\"}" ODD_TAIL,
    { { .number = 0, .notes = "" } }, 1, ODD_HEAD "\t\t\t{\"title\":\"Two\"}" ODD_TAIL },
  { "only-removed", ODD_HEAD "\t\t\t{ \"notes\":\"x\" }" ODD_TAIL, { { .number = 0, .notes = "" } }, 1,
    ODD_HEAD "\t\t\t{  }" ODD_TAIL },
  { "step-added", ODD_HEAD ODD_OTHER ODD_TAIL, { { .number = 0 }, { .number = TL_NONE, .title = "New", .events = two_ids } }, 2,
    ODD_HEAD ODD_OTHER ",\r\n\t\t\t{\r\n\t\t\t\t\"title\": \"New\",\r\n\t\t\t\t\"events\": [\"a\", \"b\"]\r\n\t\t\t}" ODD_TAIL },
  { "all-removed", ODD_HEAD ODD_FIRST ODD_TAIL, { { .number = 0 } }, 0,
    "\xef\xbb\xbf{\r\n\t\"zeta\" :1,\r\n\t\"talk\":{\"odd\":[ 1,2 ],\r\n\t\t\"steps\" : []},\r\n\t\"alpha\": null\r\n}\r\n" },
  { "no-talk", "{\n  \"title\": \"T\"\n}\n", { { .number = TL_NONE, .title = "New", .window = "2025" } }, 1,
    "{\n  \"title\": \"T\",\n  \"talk\": {\n    \"steps\": [\n      {\n        \"title\": \"New\",\n"
    "        \"window\": \"2025\"\n      }\n    ]\n  }\n}\n" },
  { "one-line", "{\"title\":\"T\"}", { { .number = TL_NONE, .title = "New" } }, 1,
    "{\"title\":\"T\", \"talk\": { \"steps\": [{ \"title\": \"New\" }] }}" },
  { "empty-list", "{\"talk\":{\"steps\":[ ]}}", { { .number = TL_NONE, .title = "New" } }, 1,
    "{\"talk\":{\"steps\":[{ \"title\": \"New\" }]}}" },
  { "talk-without-steps", "{\n \"talk\": {\n  \"minutes\": 3\n }\n}", { { .number = TL_NONE, .title = "New" } }, 1,
    "{\n \"talk\": {\n  \"minutes\": 3,\n  \"steps\": [\n   {\n    \"title\": \"New\"\n   }\n  ]\n }\n}" },
  { "last-talk-counts", "{\"talk\":1,\"talk\":{\"steps\":[{\"title\":\"A\"}]}}", { { .number = 0, .title = "B" } }, 1,
    "{\"talk\":1,\"talk\":{\"steps\":[{\"title\":\"B\"}]}}" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = tl_talk_edit (row->before, strlen (row->before), row->steps, row->n_steps, &length, &error);
  json_t *read;

  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, row->after);
  g_assert_cmpuint (length, ==, strlen (row->after));

  read = json_loads (after + (g_str_has_prefix (after, "\xef\xbb\xbf") ? 3 : 0), 0, NULL);
  g_assert_nonnull (read);
  json_decref (read);
}

static void
assert_refused (const char *text,
                guint32     number,
                int         code)
{
  const TlStepEdit step = { .number = number, .title = "T" };
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (tl_talk_edit (text, strlen (text), &step, 1, &length, &error));
  g_assert_error (error, TL_TALK_EDIT_ERROR, code);
}

static void
test_refused (void)
{
  assert_refused ("[1]", 0, TL_TALK_EDIT_ERROR_NO_OBJECT);
  assert_refused ("  ", 0, TL_TALK_EDIT_ERROR_NO_OBJECT);
  assert_refused ("", TL_NONE, TL_TALK_EDIT_ERROR_NO_OBJECT);
  assert_refused ("{\"talk\":{\"steps\":[{}]}}", 1, TL_TALK_EDIT_ERROR_NO_STEP);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/talk-edit/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/talk-edit/refused", test_refused);

  return g_test_run ();
}
