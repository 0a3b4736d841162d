/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-timeline.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Timelines of any size, alike for the same seed: events of some 500 bytes
 * that look like those of a real file, spread over thirty years and not in
 * order.
 */

#define N_SOURCES 200
#define N_ACTORS 40
#define N_CATEGORIES 6

static const char *const words[] = {
  "harbour", "council", "report", "budget", "tender", "ministry", "bridge", "contract", "audit",
  "minister", "company", "supplier", "inquiry", "payment", "witness", "memo", "board", "hearing",
  "statement", "delay", "ferry", "engineer", "permit", "court", "deadline", "opens", "closes",
  "rejects", "confirms", "denies", "announces", "postpones", "signs", "the", "a", "new", "second",
  "after", "before", "with", "against", "for",
};

static void
append_words (GString *text,
              GRand   *rand,
              int      least,
              int      most)
{
  int n = g_rand_int_range (rand, least, most + 1);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

static void
append_header (GString *text)
{
  g_string_append (text, "{\n  \"format\": \"throughline\",\n  \"version\": 1,\n"
                         "  \"title\": \"A large file\",\n  \"actors\": [\n");
  for (int i = 0; i < N_ACTORS; i++)
    g_string_append_printf (text, "    { \"id\": \"actor-%d\", \"name\": \"Actor %d\" }%s\n", i, i,
                            i + 1 < N_ACTORS ? "," : "");
  g_string_append (text, "  ],\n  \"categories\": [\n");
  for (int i = 0; i < N_CATEGORIES; i++)
    g_string_append_printf (text, "    { \"id\": \"category-%d\", \"name\": \"Category %d\" }%s\n", i, i,
                            i + 1 < N_CATEGORIES ? "," : "");
  g_string_append (text, "  ],\n  \"sources\": [\n");
  for (int i = 0; i < N_SOURCES; i++)
    g_string_append_printf (text, "    { \"id\": \"source-%d\", \"publisher\": \"Gazette %d\","
                                  " \"url\": \"https://example.org/%d\" }%s\n",
                            i, i, i, i + 1 < N_SOURCES ? "," : "");
  g_string_append (text, "  ],\n  \"events\": [\n");
}

static void
append_claim (GString *text,
              GRand   *rand)
{
  g_string_append (text, "{ \"text\": \"");
  append_words (text, rand, 8, 14);
  g_string_append_printf (text, "\", \"status\": \"reported\", \"sources\": [\"source-%d\"] }",
                          g_rand_int_range (rand, 0, N_SOURCES));
}

static void
append_event (GString *text,
              GRand   *rand,
              guint    number)
{
  g_string_append_printf (text, "    { \"id\": \"event-%u\", \"title\": \"", number);
  append_words (text, rand, 4, 8);
  g_string_append_printf (text, "\", \"when\": \"%04d-%02d-%02d\", \"actors\": [\"actor-%d\"], "
                                "\"category\": \"category-%d\", \"importance\": %d,\n      \"summary\": \"",
                          g_rand_int_range (rand, 1995, 2025), g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, N_ACTORS),
                          g_rand_int_range (rand, 0, N_CATEGORIES), g_rand_int_range (rand, 1, 6));
  append_words (text, rand, 10, 16);
  g_string_append (text, "\",\n      \"claims\": [");
  append_claim (text, rand);
  if (g_rand_boolean (rand))
    {
      g_string_append (text, ",\n        ");
      append_claim (text, rand);
    }
  g_string_append (text, "] }");
}

/**
 * tl_make_timeline:
 * @n_events: how many events
 * @seed: what the random choices start from
 * @error: set where the file cannot be written
 *
 * Returns: (transfer full) (type filename) (nullable): the name of a
 *   temporary file, for the caller to delete; %NULL with @error set
 */
char *
tl_make_timeline (guint    n_events,
                  guint32  seed,
                  GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  gboolean is_written = TRUE;
  int fd = g_file_open_tmp ("timeline-XXXXXX.json", &name, error);
  FILE *file = fd >= 0 ? fdopen (fd, "w") : NULL;

  if (file == NULL)
    return NULL;

  append_header (text);
  for (guint i = 0; i < n_events && is_written; i++)
    {
      append_event (text, rand, i);
      g_string_append (text, i + 1 < n_events ? ",\n" : "\n  ]\n}\n");
      is_written = fwrite (text->str, 1, text->len, file) == text->len;
      g_string_truncate (text, 0);
    }

  if (fclose (file) != 0 || !is_written)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "%s cannot be written", name);
      g_unlink (name);
      return NULL;
    }

  return g_steal_pointer (&name);
}
