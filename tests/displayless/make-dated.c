/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-load.h"

#include <string.h>

/* Timelines of which only the dates matter. */

static TlTimeline *
load (const GString *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\","
                                           "\"events\":[%s]}",
                                           events->str);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

static void
append_event (GString    *events,
              guint       number,
              const char *date)
{
  g_string_append_printf (events, "%s{\"id\":\"e%u\",\"title\":\"E\",\"when\":\"%s\"}",
                          number > 0 ? "," : "", number, date);
}

/**
 * tl_make_dated:
 * @dates: (array zero-terminated=1): dates in EDTF
 *
 * Returns: (transfer full): a timeline with an event for each of @dates
 */
TlTimeline *
tl_make_dated (const char *const *dates)
{
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; dates[i] != NULL; i++)
    append_event (events, i, dates[i]);

  return load (events);
}

static char *
make_day (GRand *rand,
          int    first_year,
          int    last_year)
{
  int year = g_rand_int_range (rand, first_year, last_year + 1);
  int month = g_rand_int_range (rand, 1, 13);

  return g_strdup_printf ("%04d-%02d-%02d", year, month,
                          g_rand_int_range (rand, 1, tl_days_in_month (year, month) + 1));
}

/* A day in one of six crowds. */
static char *
make_crowded_day (GRand *rand)
{
  static const int years[] = { 1812, 1914, 1969, 2001, 2019, 2025 };
  int crowd = g_rand_int_range (rand, 0, G_N_ELEMENTS (years));

  return g_strdup_printf ("%04d-%02d-%02d", years[crowd], crowd * 2 + 1,
                          g_rand_int_range (rand, 1, 12 + crowd));
}

static char *
make_second (GRand *rand)
{
  if (g_rand_int_range (rand, 0, 20) == 0)
    return g_strdup_printf ("1969-07-%02d", g_rand_int_range (rand, 16, 25));

  return g_strdup_printf ("1969-07-%02dT%02d:%02d:%02dZ", g_rand_int_range (rand, 20, 22),
                          g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60),
                          g_rand_int_range (rand, 0, 60));
}

/* A year as far away as one likes, in any order of magnitude. */
static char *
make_far_year (GRand *rand)
{
  gint64 year = (gint64) (g_rand_double (rand) * 138);

  for (int i = g_rand_int_range (rand, 0, 9); i > 0; i--)
    year *= 10;

  return g_strdup_printf ("Y-%" G_GINT64_FORMAT, year + 10000);
}

static char *
make_mixed (GRand *rand)
{
  g_autofree char *first = make_day (rand, 1900, 1980);
  g_autofree char *second = make_day (rand, 1981, 2020);
  int year = g_rand_int_range (rand, 1900, 2020);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%d-%02d", year, g_rand_int_range (rand, 1, 13));
    case 2:
      return g_strdup_printf ("%d-%d", year, g_rand_int_range (rand, 21, 42));
    case 3:
      return g_strdup_printf ("%s/%s", first, second);
    case 4:
      return g_strdup_printf ("[%s..%s]", first, second);
    case 5:
      return g_strdup_printf ("../%s", second);
    case 6:
      return g_strdup_printf ("%s/", first);
    case 7:
      return g_strdup_printf ("%dX", year / 10);
    default:
      return g_steal_pointer (&first);
    }
}

/**
 * tl_make_dated_random:
 * @kind: what the dates are like
 * @n_events: how many
 * @seed: what the random choices start from
 *
 * Returns: (transfer full): a timeline
 */
TlTimeline *
tl_make_dated_random (TlDatedKind kind,
                      guint       n_events,
                      guint32     seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *date = NULL;

      if (kind == TL_DATED_DAYS)
        date = make_day (rand, 1990, 2019);
      else if (kind == TL_DATED_CROWDS)
        date = make_crowded_day (rand);
      else if (kind == TL_DATED_SECONDS)
        date = make_second (rand);
      else if (kind == TL_DATED_DEEP)
        date = make_far_year (rand);
      else
        date = make_mixed (rand);

      append_event (events, i, date);
    }

  return load (events);
}

/**
 * tl_make_dated_sample:
 * @name: the name of a file in data, without its ending
 *
 * Returns: (transfer full): the timeline
 */
TlTimeline *
tl_make_dated_sample (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".timeline.json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (loaded->timeline);
}
