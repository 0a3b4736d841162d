/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include <gio/gio.h>

/* Runs a fuzz target over the files of its corpus, each a test of its own:
 * what once was found stays tested where there is no fuzzer.
 *
 * Usage: replay-TARGET FOLDER
 */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_file_get_contents (name, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) content, length);
}

static void
add_tests (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *entry;

  g_assert_no_error (error);
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *base = g_path_get_basename (folder);
      g_autofree char *path = g_strdup_printf ("/corpus/%s/%s", base, entry);

      g_test_add_data_func_full (path, g_build_filename (folder, entry, NULL), test_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  add_tests (argv[1]);

  return g_test_run ();
}
