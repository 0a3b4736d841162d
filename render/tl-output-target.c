/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* signals, links */

#include "config.h"

#include "tl-output-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More links than these go in a circle, as the kernel has it. */
#define LINKS_AT_MOST 40

/* Why @name cannot be written, in words that name the place to look. */
static char *
explain (const char *name,
         int         code)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *shown = g_filename_display_name (folder);

  if (tl_output_parse_stream (name) >= 0 || g_str_has_prefix (name, "/dev/"))
    return g_strdup (g_strerror (code));

  switch (code)
    {
    case ENOENT:
      return g_strdup_printf (_("there is no folder %s"), shown);
    case ENOTDIR:
      return g_strdup_printf (_("%s is not a folder"), shown);
    case EISDIR:
      return g_strdup (_("it is a folder; name a file in it"));
    case EACCES:
    case EPERM:
      return g_strdup_printf (_("the folder %s may not be written to"), shown);
    case EROFS:
      return g_strdup_printf (_("the disk that has the folder %s is read-only"), shown);
    case ENOSPC:
      return g_strdup_printf (_("the disk that has the folder %s is full"), shown);
    case EDQUOT:
      return g_strdup_printf (_("there is no more room for you on the disk that has the folder %s"), shown);
    case EFBIG:
      return g_strdup (_("it would be larger than files may be here"));
    default:
      return g_strdup (g_strerror (code));
    }
}

/**
 * tl_output_set_error: (skip)
 * @error: (out) (nullable): what to set, in the domain %G_FILE_ERROR
 * @name: (type filename): the file that cannot be written
 * @code: an error number of the system
 *
 * Says what cannot be written, and why.
 */
void
tl_output_set_error (GError    **error,
                     const char *name,
                     int         code)
{
  g_autofree char *shown = g_str_equal (name, "-") ? g_strdup (_("standard output")) : g_filename_display_name (name);
  g_autofree char *reason = explain (name, code);

  /* Translators: the name of a file, then the reason. */
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("%s cannot be written: %s"), shown, reason);
}

/* The number after @prefix, -1 where that is not what @name is. */
static int
parse_number (const char *name,
              const char *prefix)
{
  guint64 number;

  if (!g_str_has_prefix (name, prefix)
      || !g_ascii_string_to_unsigned (name + strlen (prefix), 10, 0, G_MAXINT, &number, NULL))
    return -1;

  return (int) number;
}

/**
 * tl_output_parse_stream:
 * @name: (type filename): the name of an output
 *
 * What is open already may be a file, and stand behind a name of a device:
 * "/dev/stdout" in `export -o /dev/stdout > chart.png`. Replacing that file
 * would take it away from whoever has opened it.
 *
 * Returns: the file descriptor that @name stands for, -1 for none
 */
int
tl_output_parse_stream (const char *name)
{
  int number;

  if (g_str_equal (name, "-") || g_str_equal (name, "/dev/stdout"))
    return STDOUT_FILENO;
  if (g_str_equal (name, "/dev/stderr"))
    return STDERR_FILENO;

  number = parse_number (name, "/dev/fd/");

  return number >= 0 ? number : parse_number (name, "/proc/self/fd/");
}

/**
 * tl_output_resolve: (skip)
 * @name: (type filename): the name of a file, which need not be there
 * @error: set where links go in a circle
 *
 * Returns: (transfer full) (type filename) (nullable): the name of the file
 *   behind all links
 */
char *
tl_output_resolve (const char *name,
                   GError    **error)
{
  g_autofree char *path = g_strdup (name);

  for (int i = 0; i < LINKS_AT_MOST; i++)
    {
      g_autofree char *target = g_file_read_link (path, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (target == NULL)
        return g_steal_pointer (&path);

      folder = g_path_get_dirname (path);
      next = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (path);
      path = next;
    }
  tl_output_set_error (error, name, ELOOP);

  return NULL;
}
