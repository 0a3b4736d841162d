/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-load.h"

#include "tl-bundle.h"

#include "tl-export.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * tl_cli_load:
 * @name: (type filename): a file or an address, "-" for standard input
 * @progress: (nullable): is told how far it is
 * @error: set where it cannot be read
 *
 * Returns: (transfer full) (nullable): what came of loading it
 */
TlLoad *
tl_cli_load (const char        *name,
             TlLoadProgressFunc progress,
             GError           **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    {
      stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      return tl_load_stream (stream, NULL, progress, NULL, NULL, error);
    }

  /* A file that is there may have a name that looks like an address. */
  file = g_file_test (name, G_FILE_TEST_EXISTS) ? g_file_new_for_path (name)
                                                : g_file_new_for_commandline_arg (name);

  return tl_load_file (file, NULL, progress, NULL, NULL, error);
}

/**
 * tl_cli_load_story:
 *
 * Returns: (transfer full): the story that comes with the program
 */
TlLoad *
tl_cli_load_story (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TL_BUNDLE_STORY, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return tl_load_bytes (bytes, NULL);
}

/**
 * tl_cli_name_file:
 * @name: (type filename) (nullable): a file of the command line
 *
 * Returns: (transfer full): what messages call it
 */
char *
tl_cli_name_file (const char *name)
{
  if (name == NULL)
    return g_strdup ("<bundled>");

  return g_str_equal (name, "-") ? g_strdup ("<stdin>") : g_filename_display_name (name);
}

/**
 * tl_cli_check_output:
 * @name: (type filename): a file of the command line that is read
 * @output: (type filename): one that is to be written
 * @error: set where they are the same, whatever they are called
 *
 * Returns: whether writing @output leaves @name as it is
 */
gboolean
tl_cli_check_output (const char *name,
                     const char *output,
                     GError    **error)
{
  g_autofree char *shown = g_filename_display_name (output);
  struct stat read;
  struct stat written;

  if (stat (name, &read) != 0 || stat (output, &written) != 0 || !S_ISREG (read.st_mode)
      || read.st_dev != written.st_dev || read.st_ino != written.st_ino)
    return TRUE;

  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS, _("%s is the timeline itself"), shown);

  return FALSE;
}
