/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../bench/make-timeline.h"
#include "../fuzz/walk.h"

#include <glib/gstdio.h>
#include <string.h>

/* Files that are cut off or damaged, at every byte of a small one and at
 * many places of a large one. There is always a load, all of it is sound,
 * and what is missing from it has been reported.
 */

#define N_LARGE_EVENTS 1200
#define N_PLACES 500
#define SEED 20250612

typedef struct
{
  char        *text;
  gsize        length;
  gsize        end;    /* without white space behind the last brace */
  GArray      *events; /* of gsize: where each ends */
  TlWalkCounts counts; /* of the whole */
} Whole;

static TlLoad *
load_bytes (const char *text,
            gsize       length)
{
  /* Exactly as long as it is, so that reading past the end is seen. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return tl_load_bytes (bytes, NULL);
}

/* @between is what stands between two events, each of which begins with
 * @first.
 */
static void
init_whole (Whole      *whole,
            char       *text,
            gsize       length,
            const char *first,
            const char *between)
{
  g_autoptr (TlLoad) load = load_bytes (text, length);
  const char *next = strstr (strstr (text, "\"events\": ["), first);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);
  g_assert_cmpuint (tl_diagnostics_get_n_warnings (load->diagnostics), ==, 0);
  tl_walk_load (load, &whole->counts);

  whole->text = text;
  whole->length = length;
  whole->end = strrchr (text, '}') + 1 - text;
  whole->events = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (next != NULL)
    {
      const char *end = strstr (next, between);
      gsize offset;

      next = end != NULL ? strstr (end, first) : NULL;
      end = end != NULL ? end : strstr (whole->text, "\n  ]\n}");
      if (end == NULL)
        break;
      offset = end - text;
      g_array_append_val (whole->events, offset);
    }
}

static void
clear_whole (Whole *whole)
{
  g_clear_pointer (&whole->text, g_free);
  g_clear_pointer (&whole->events, g_array_unref);
}

static void
init_every_key (Whole *whole)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "data", "good", "every-key.timeline.json", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *text;

  g_file_get_contents (name, &text, &length, &error);
  g_assert_no_error (error);
  init_whole (whole, text, length, "    {\n      \"id\"", "\n    }");
  g_assert_cmpuint (whole->counts.events, ==, 2);
  whole->events->len = whole->counts.events;

  /* What stands between is the brace itself. */
  for (guint i = 0; i < whole->events->len; i++)
    g_array_index (whole->events, gsize, i) += strlen ("\n    }");
}

static void
init_large (Whole *whole)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tl_make_timeline (N_LARGE_EVENTS, SEED, &error);
  gsize length;
  char *text;

  g_assert_no_error (error);
  g_file_get_contents (name, &text, &length, &error);
  g_unlink (name);
  g_assert_no_error (error);
  init_whole (whole, text, length, "    { \"id\": \"event-", ",\n    { \"id\": \"event-");
  g_assert_cmpuint (whole->counts.events, ==, N_LARGE_EVENTS);
  g_assert_cmpuint (whole->events->len, ==, N_LARGE_EVENTS);
}

/* How many events end within the first @length bytes. */
static guint
count_events_before (const Whole *whole,
                     gsize        length)
{
  guint low = 0;
  guint high = whole->events->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (whole->events, gsize, middle) <= length)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
check_cut (const Whole *whole,
           gsize        length)
{
  g_autoptr (TlLoad) load = load_bytes (whole->text, length);
  guint n_errors = tl_diagnostics_get_n_errors (load->diagnostics);
  TlWalkCounts counts;

  tl_walk_load (load, &counts);
  g_assert_cmpuint (counts.events, ==, count_events_before (whole, length));
  if (length < whole->end)
    g_assert_cmpuint (n_errors, >, 0);
  else
    g_assert_cmpmem (&counts, sizeof counts, &whole->counts, sizeof whole->counts);
}

/* Changes the bits of @mask in the byte at @place, and changes them back. */
static void
check_flip (Whole *whole,
            gsize  place,
            char   mask)
{
  g_autoptr (TlLoad) load = NULL;
  TlWalkCounts counts;
  guint n_findings;

  whole->text[place] ^= mask;
  load = load_bytes (whole->text, whole->length);
  whole->text[place] ^= mask;

  tl_walk_load (load, &counts);
  n_findings = tl_diagnostics_get_n_errors (load->diagnostics) + tl_diagnostics_get_n_warnings (load->diagnostics);
  if (n_findings == 0)
    {
      g_assert_cmpuint (load->n_left_out, ==, 0);
      g_assert_cmpmem (&counts, sizeof counts, &whole->counts, sizeof whole->counts);
    }

  /* A byte of a character outside of ASCII, which stands alone. */
  if (mask == '\xff')
    g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), >, 0);

  /* What has been read before is there: it was whole. */
  g_assert_cmpuint (counts.events + load->n_left_out, >=, count_events_before (whole, place));
}

static void
test_torture_cut (void)
{
  Whole whole;

  init_every_key (&whole);
  for (gsize length = 0; length <= whole.length; length++)
    check_cut (&whole, length);
  clear_whole (&whole);
}

static void
test_torture_flip (gconstpointer data)
{
  const char *mask = data;
  Whole whole;

  init_every_key (&whole);
  for (gsize place = 0; place < whole.length; place++)
    check_flip (&whole, place, *mask);
  clear_whole (&whole);
}

static void
test_torture_large_cut (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  Whole whole;

  init_large (&whole);
  for (guint i = 0; i < N_PLACES / 2; i++)
    check_cut (&whole, g_rand_int_range (rand, 0, whole.length));
  clear_whole (&whole);
}

static void
test_torture_large_flip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  Whole whole;

  init_large (&whole);
  for (guint i = 0; i < N_PLACES / 2; i++)
    {
      gsize place = g_rand_int_range (rand, 0, whole.length);

      check_flip (&whole, place, i % 2 == 0 ? '\xff' : 1 << g_rand_int_range (rand, 0, 7));
    }
  clear_whole (&whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/torture/cut", test_torture_cut);
  g_test_add_data_func ("/torture/flip/all-bits", "\xff", test_torture_flip);
  g_test_add_data_func ("/torture/flip/lowest-bit", "\x01", test_torture_flip);
  g_test_add_data_func ("/torture/flip/case", "\x20", test_torture_flip);
  g_test_add_func ("/torture/large/cut", test_torture_large_cut);
  g_test_add_func ("/torture/large/flip", test_torture_large_flip);

  return g_test_run ();
}
