/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../fuzz/walk.h"

#include <string.h>

/* How much a file may hold: each limit on both of its sides. */

#define HEAD "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\""
#define EVENT_B "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\" }"

/* As much of the file as the loader looks at to begin with. */
#define WINDOW 65536

static TlLoad *
load_text (const char         *text,
           const TlLoadLimits *limits)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  TlLoad *load = tl_load_bytes (bytes, limits);
  TlWalkCounts counts;

  g_assert_nonnull (load);
  tl_walk_load (load, &counts);

  return load;
}

static guint
count_findings (const TlLoad *load)
{
  return tl_diagnostics_get_n_errors (load->diagnostics) + tl_diagnostics_get_n_warnings (load->diagnostics);
}

static guint
count_events (const TlLoad *load)
{
  guint n;

  tl_timeline_get_events (load->timeline, &n);

  return n;
}

static void
assert_sound (const char         *text,
              const TlLoadLimits *limits)
{
  g_autoptr (TlLoad) load = load_text (text, limits);

  g_assert_cmpuint (count_findings (load), ==, 0);
  g_assert_cmpuint (load->n_left_out, ==, 0);
}

/* Asserts that loading @text finds one thing only, a limit, and names it. */
static TlLoad *
load_beyond (const char         *text,
             const TlLoadLimits *limits,
             const char         *message)
{
  TlLoad *load = load_text (text, limits);
  guint n;
  const TlDiagnostic *findings = tl_diagnostics_get (load->diagnostics, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (findings[0].code, ==, TL_DIAGNOSTIC_LIMIT);
  g_assert_cmpint (findings[0].severity, ==, TL_SEVERITY_ERROR);
  g_assert_cmpstr (findings[0].message, ==, message);

  return load;
}

static void
assert_beyond (const char         *text,
               const TlLoadLimits *limits,
               const char         *message)
{
  g_autoptr (TlLoad) load = load_beyond (text, limits, message);

  g_assert_cmpuint (load->n_left_out, ==, 0);
}

/* @around with @inside in the place of its %s. */
static char *
insert (const char *around,
        const char *inside)
{
  g_auto (GStrv) halves = g_strsplit (around, "%s", 2);

  return g_strjoin (inside, halves[0], halves[1], NULL);
}

/* @around with @n times @entry in the place of its %s, with the number from
 * 0 on for each # of it.
 */
static char *
insert_list (const char *around,
             const char *entry,
             guint       n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (list, ", ");
      for (const char *p = entry; *p != '\0'; p++)
        if (*p == '#')
          g_string_append_printf (list, "%u", i);
        else
          g_string_append_c (list, *p);
    }

  return insert (around, list->str);
}

static void
test_limits_documented (void)
{
  static const char *const rows[] = {
    "| the file | 1 GiB |",
    ", the talk | 16 MiB |",
    "| nesting | 64 levels |",
    "| a text | 65,536 characters |",
    "| events | 5,000,000 |",
    "| lanes, actors, categories, eras, sources | 100,000 each |",
    ", members of a set of dates | 1,000 |",
    "| findings listed | 1,000 errors and 1,000 warnings",
  };
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "..", "docs", "format.md", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;

  g_file_get_contents (name, &page, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (page, rows[i]) == NULL)
      g_error ("docs/format.md does not say: %s", rows[i]);

  g_assert_cmpuint (tl_load_default_limits.file_bytes, ==, 1073741824);
  g_assert_cmpuint (tl_load_default_limits.entry_bytes, ==, 16777216);
  g_assert_cmpuint (tl_load_default_limits.nesting, ==, 64);
  g_assert_cmpuint (tl_load_default_limits.text, ==, 65536);
  g_assert_cmpuint (tl_load_default_limits.events, ==, 5000000);
  g_assert_cmpuint (tl_load_default_limits.parts, ==, 100000);
  g_assert_cmpuint (tl_load_default_limits.per_item, ==, 1000);
  g_assert_cmpuint (TL_DIAGNOSTICS_DEFAULT_CAP, ==, 1000);
}

static void
test_limits_file (void)
{
  static const char text[] = HEAD ", \"events\": [" EVENT_B "] }";
  TlLoadLimits limits = tl_load_default_limits;
  g_autofree char *longer = g_strconcat (text, "\n", NULL);
  g_autofree char *message = g_strdup_printf ("the file has more than %zu bytes", strlen (text));
  g_autoptr (TlLoad) load = NULL;

  limits.file_bytes = strlen (text);
  assert_sound (text, &limits);

  /* One byte more, even if it is white space. What is before it is loaded. */
  load = load_beyond (longer, &limits, message);
  g_assert_cmpuint (count_events (load), ==, 1);
}

/* The same where the window is full at that very byte, or nearly. */
static void
test_limits_file_window (void)
{
  static const char start[] = HEAD ", \"subtitle\": \"";
  TlLoadLimits limits = tl_load_default_limits;

  limits.file_bytes = WINDOW;
  for (int length = WINDOW - 8; length <= WINDOW + 8; length++)
    {
      g_autofree char *subtitle = g_strnfill (length - strlen (start) - strlen ("\"}"), 'x');
      g_autofree char *text = g_strconcat (start, subtitle, "\"}", NULL);

      if (length <= WINDOW)
        assert_sound (text, &limits);
      else
        assert_beyond (text, &limits, "the file has more than 65536 bytes");
    }
}

/* Two events, of which the first has @n_bytes and begins after @n_before. */
static char *
make_events (gsize n_before,
             gsize n_bytes)
{
  static const char list[] = HEAD ", \"events\": [";
  static const char start[] = "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\", \"notes\": \"";
  g_autofree char *space = g_strnfill (n_before - strlen (list), ' ');
  g_autofree char *notes = g_strnfill (n_bytes - strlen (start) - strlen ("\" }"), 'x');

  return g_strconcat (list, space, start, notes, "\" }, " EVENT_B "] }", NULL);
}

/* Wherever the window ends, an entry may have as many bytes as it may. */
static void
test_limits_entry (void)
{
  TlLoadLimits limits = tl_load_default_limits;

  limits.entry_bytes = 1000;
  for (gsize before = WINDOW - 1020; before < WINDOW + 10; before++)
    {
      g_autofree char *at_limit = make_events (before, 1000);
      g_autofree char *beyond = make_events (before, 1001);
      g_autoptr (TlLoad) load = NULL;

      assert_sound (at_limit, &limits);

      load = load_beyond (beyond, &limits, "this has more than 1000 bytes; it is left out");
      g_assert_cmpuint (load->n_left_out, ==, 1);
      g_assert_cmpuint (tl_timeline_find_event (load->timeline, "b"), ==, 0);
    }
}

/* What is much larger than the window is passed over, whatever is in it. */
static void
test_limits_entry_skipped (void)
{
  static const char *const entries[] = {
    "{ \"x\": \"%s]}\\\\\\\"\" }",
    "[[[\"%s\"]], \"\\\\\", \"]\"]",
    "\"%s\"",
    "\"%s\\\\\"",
    "[{}, \"%s\", { \"]\": [] }]",
    "1%s",
  };
  g_autofree char *inside = g_strnfill (5 * WINDOW, '1');
  TlLoadLimits limits = tl_load_default_limits;

  limits.entry_bytes = 100000;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *entry = insert (entries[i], inside);
      g_autofree char *events = insert (HEAD ", \"events\": [%s, " EVENT_B "] }", entry);
      g_autofree char *member = insert (HEAD ", \"talk\":%s, \"events\": [" EVENT_B "] }", entry);
      g_autoptr (TlLoad) of_events = load_beyond (events, &limits, "this has more than 100000 bytes; it is left out");
      g_autoptr (TlLoad) of_member = load_text (member, &limits);

      g_assert_cmpuint (of_events->n_left_out, ==, 1);
      g_assert_cmpuint (count_events (of_events), ==, 1);
      g_assert_cmpuint (tl_diagnostics_get_n_errors (of_member->diagnostics), ==, 1);
      g_assert_cmpuint (count_events (of_member), ==, 1);
    }
}

static void
test_limits_nesting (void)
{
  static const struct
  {
    const char *around;
    guint       level;
  } places[] = {
    { HEAD ", \"x\": %s }", 1 },
    { HEAD ", \"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\", \"x\": %s }] }", 3 },
    { HEAD ", \"talk\": { \"steps\": [{ \"title\": \"T\", \"x\": %s }] } }", 4 },
  };
  TlLoadLimits limits = tl_load_default_limits;

  for (limits.nesting = 8; limits.nesting <= 64; limits.nesting += 56)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      for (guint level = limits.nesting; level <= limits.nesting + 1; level++)
        {
          g_autofree char *open = g_strnfill (level - places[i].level, '[');
          g_autofree char *closed = g_strnfill (level - places[i].level, ']');
          g_autofree char *brackets = g_strconcat (open, closed, NULL);
          g_autofree char *text = insert (places[i].around, brackets);
          g_autofree char *message = g_strdup_printf ("this is nested more than %u levels deep", limits.nesting);
          g_autoptr (TlLoad) load = load_text (text, &limits);
          guint n;
          const TlDiagnostic *findings = tl_diagnostics_get (load->diagnostics, &n);

          /* That the key is unknown is told in any case. */
          g_assert_cmpuint (tl_diagnostics_get_n_warnings (load->diagnostics), ==, 1);
          g_assert_cmpuint (n, ==, level > limits.nesting ? 2 : 1);
          if (n == 2)
            g_assert_cmpstr (findings[1].message, ==, message);
        }
}

/* Of what is deeper than even the JSON library goes, the rest is loaded. */
static void
test_limits_nesting_far (void)
{
  static const char *const texts[] = {
    HEAD ", \"x\": %s, \"events\": [" EVENT_B "] }",
    HEAD ", \"subtitle\": %s, \"events\": [" EVENT_B "] }",
    HEAD ", \"talk\": { \"steps\": %s }, \"events\": [" EVENT_B "] }",
    HEAD ", \"events\": [%s, " EVENT_B ", { \"x\": %s }] }",
  };
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *closed = g_strnfill (100000, ']');
  g_autofree char *brackets = g_strconcat (open, closed, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = insert (texts[i], brackets);
      g_autofree char *text_again = insert (text, brackets);
      g_autoptr (TlLoad) load = load_text (strstr (text, "%s") != NULL ? text_again : text, NULL);

      g_assert_cmpuint (count_events (load), ==, 1);
      g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, i == 3 ? 2 : 1);
      g_assert_cmpuint (load->n_left_out, ==, i == 3 ? 2 : 0);
    }
}

/* Characters are counted, not bytes. */
static void
test_limits_text (void)
{
  static const char *const characters[] = { "x", "é", "€", "😀" };
  TlLoadLimits limits = tl_load_default_limits;

  for (limits.text = 10; limits.text <= 65536; limits.text += 65526)
    for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
      {
        g_autoptr (GString) inside = g_string_new (NULL);
        g_autofree char *at_limit = NULL;
        g_autofree char *beyond = NULL;
        g_autofree char *message = g_strdup_printf ("this text has more than %u characters", limits.text);

        for (guint n = 0; n < limits.text; n++)
          g_string_append (inside, characters[i]);
        at_limit = insert (HEAD ", \"subtitle\": \"%s\" }", inside->str);
        g_string_append (inside, characters[i]);
        beyond = insert (HEAD ", \"subtitle\": \"%s\" }", inside->str);

        assert_sound (at_limit, &limits);
        assert_beyond (beyond, &limits, message);
      }
}

/* A date is a text as well, and zeros do not make it wrong. */
static void
test_limits_date (void)
{
  for (guint n = 65535; n <= 65537; n++)
    {
      g_autofree char *zeros = g_strnfill (n - strlen ("Y2025"), '0');
      g_autofree char *text = insert (HEAD ", \"as_of\": \"Y%s2025\" }", zeros);

      if (n <= 65536)
        assert_sound (text, NULL);
      else
        assert_beyond (text, NULL, "this text has more than 65536 characters");
    }
}

/* More than a chunk of the pool of texts. */
static void
test_limits_date_far (void)
{
  g_autofree char *zeros = g_strnfill (2000000, '0');
  g_autofree char *text = insert (HEAD ", \"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"Y%s2025\" }, " EVENT_B "] }", zeros);
  g_autoptr (TlLoad) load = load_beyond (text, NULL, "this text has more than 65536 characters");

  g_assert_cmpuint (load->n_left_out, ==, 1);
  g_assert_cmpuint (count_events (load), ==, 1);
}

static void
test_limits_events (void)
{
  static const char around[] = HEAD ", \"events\": [%s] }";
  static const char event[] = "{ \"id\": \"#\", \"title\": \"A\", \"when\": \"2025\" }";
  TlLoadLimits limits = tl_load_default_limits;
  g_autofree char *at_limit = insert_list (around, event, 7);
  g_autofree char *beyond = insert_list (around, event, 8);
  g_autoptr (TlLoad) load = NULL;

  limits.events = 7;
  assert_sound (at_limit, &limits);
  load = load_beyond (beyond, &limits, "from here on the file is left out: this list may have 7 entries");
  g_assert_cmpuint (count_events (load), ==, 7);
}

static void
test_limits_parts (void)
{
  static const struct
  {
    const char *around;
    const char *entry;
  } lists[] = {
    { HEAD ", \"lanes\": [%s] }", "{ \"id\": \"#\", \"name\": \"N\" }" },
    { HEAD ", \"actors\": [%s] }", "{ \"id\": \"#\", \"name\": \"N\" }" },
    { HEAD ", \"categories\": [%s] }", "{ \"id\": \"#\", \"name\": \"N\" }" },
    { HEAD ", \"eras\": [%s] }", "{ \"name\": \"N\", \"when\": \"2025\" }" },
    { HEAD ", \"sources\": [%s] }", "{ \"id\": \"#\", \"publisher\": \"P\" }" },
  };
  TlLoadLimits limits = tl_load_default_limits;

  limits.parts = 5;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *at_limit = insert_list (lists[i].around, lists[i].entry, 5);
      g_autofree char *beyond = insert_list (lists[i].around, lists[i].entry, 6);

      assert_sound (at_limit, &limits);
      assert_beyond (beyond, &limits, "from here on the file is left out: this list may have 5 entries");
    }
}

#define EVENT HEAD ", \"sources\": [{ \"id\": \"s\", \"publisher\": \"P\" }], \"actors\": [{ \"id\": \"a\", \"name\": \"A\" }]," \
                   " \"events\": [{ \"id\": \"e\", \"title\": \"E\", \"when\": \"2025\", "

static void
test_limits_per_item (void)
{
  static const struct
  {
    const char *around;
    const char *entry;
  } lists[] = {
    { EVENT "\"actors\": [%s] }] }", "\"a\"" },
    { EVENT "\"claims\": [%s] }] }", "{ \"text\": \"T\", \"status\": \"reported\", \"sources\": [\"s\"] }" },
    { EVENT "\"figures\": [%s] }] }", "{ \"value\": # }" },
    { EVENT "\"links\": [%s] }] }", "{ \"to\": \"e\", \"kind\": \"answers\" }" },
    { EVENT "\"media\": [%s] }] }", "{ \"file\": \"#.png\", \"alt\": \"A\" }" },
    { EVENT "\"dated_by\": { \"source\": [%s] } }] }", "\"s\"" },
    { EVENT "\"differences\": [%s] }] }",
      "{ \"question\": \"Q\", \"sides\": [{ \"text\": \"T\", \"sources\": [\"s\"] }, { \"text\": \"U\", \"sources\": [\"s\"] }] }" },
    { EVENT "\"differences\": [{ \"question\": \"Q\", \"sides\": [%s] }] }] }", "{ \"text\": \"T\", \"sources\": [\"s\"] }" },
    { EVENT "\"claims\": [{ \"text\": \"T\", \"status\": \"reported\", \"sources\": [%s] }] }] }", "\"s\"" },
    { EVENT "\"claims\": [{ \"text\": \"T\", \"status\": \"reported\", \"sources\": [\"s\"], \"figures\": [%s] }] }] }",
      "{ \"value\": # }" },
    { HEAD ", \"talk\": { \"steps\": [%s] } }", "{ \"title\": \"T\" }" },
    { HEAD ", \"lanes\": [{ \"id\": \"l\", \"name\": \"L\", \"actors\": [%s] }], \"actors\": [{ \"id\": \"0\", \"name\": \"A\" },"
           " { \"id\": \"1\", \"name\": \"A\" }, { \"id\": \"2\", \"name\": \"A\" }] }",
      "\"#\"" },
  };
  TlLoadLimits limits = tl_load_default_limits;

  limits.per_item = 3;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *at_limit = insert_list (lists[i].around, lists[i].entry, 3);
      g_autofree char *beyond = insert_list (lists[i].around, lists[i].entry, 4);

      assert_sound (at_limit, &limits);
      assert_beyond (beyond, &limits, "this list has 4 entries; from here on they are left out, since it may have 3");
    }
}

/* As many findings as are listed, and more, which are counted; errors and
 * warnings each for themselves.
 */
static void
test_limits_findings (void)
{
  for (guint n = 999; n <= 1002; n++)
    {
      g_autofree char *actors = insert_list (HEAD ", \"actors\": [%s] }", "{ \"id\": \"#\", \"name\": \"\", \"key-#\": 0 }", n);
      g_autoptr (TlLoad) load = load_text (actors, NULL);
      guint n_listed;

      tl_diagnostics_get (load->diagnostics, &n_listed);
      g_assert_cmpuint (n_listed, ==, 2 * MIN (n, 1000));
      g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, n);
      g_assert_cmpuint (tl_diagnostics_get_n_warnings (load->diagnostics), ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limits/documented", test_limits_documented);
  g_test_add_func ("/limits/file", test_limits_file);
  g_test_add_func ("/limits/file/window", test_limits_file_window);
  g_test_add_func ("/limits/entry", test_limits_entry);
  g_test_add_func ("/limits/entry/skipped", test_limits_entry_skipped);
  g_test_add_func ("/limits/nesting", test_limits_nesting);
  g_test_add_func ("/limits/nesting/far", test_limits_nesting_far);
  g_test_add_func ("/limits/text", test_limits_text);
  g_test_add_func ("/limits/date", test_limits_date);
  g_test_add_func ("/limits/date/far", test_limits_date_far);
  g_test_add_func ("/limits/events", test_limits_events);
  g_test_add_func ("/limits/parts", test_limits_parts);
  g_test_add_func ("/limits/per-item", test_limits_per_item);
  g_test_add_func ("/limits/findings", test_limits_findings);

  return g_test_run ();
}
