/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmarks-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* How bookmarks are written into a file, and read from it. Somebody may have
 * changed it by hand: a line that makes no sense costs no more than the
 * bookmark that it belongs to, and the file is kept as it was before it is
 * written again.
 */

#define TIMELINE "timeline"
#define BOOKMARK "bookmark "

/* Larger is no file of ours. */
#define MAX_SIZE (4 * 1024 * 1024)

/* Reading */

static gboolean
is_line (const char *line)
{
  const char *end = line + strlen (line);

  if (line[0] == '[')
    return end - line > 2 && end[-1] == ']' && strpbrk (line + 1, "[]") == end - 1;

  return line[0] == '\0' || line[0] == '#' || (line[0] != '=' && strchr (line, '=') != NULL);
}

/* What GKeyFile, which takes all or nothing, can make something of; says so
 * where that is not all. */
static char *
keep_lines (const char *text,
            gboolean   *is_damaged)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  GString *kept = g_string_new (NULL);
  gboolean has_group = FALSE;

  *is_damaged = *is_damaged || !g_str_equal (valid, text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strchomp (lines[i]);
      gboolean is_kept = is_line (line) && (has_group || line[0] == '[' || strchr (line, '=') == NULL);

      /* What follows a head that makes no sense is not of the group before. */
      if (line[0] == '[')
        has_group = is_kept;
      *is_damaged = *is_damaged || !is_kept;
      if (is_kept)
        g_string_append_printf (kept, "%s\n", line);
    }

  return g_string_free (kept, FALSE);
}

static double
read_double (GKeyFile   *file,
             const char *group,
             const char *key)
{
  return g_key_file_get_double (file, group, key, NULL);
}

static gboolean
read_moment (GKeyFile   *file,
             const char *group,
             const char *key,
             TlMoment   *moment)
{
  g_autofree char *fraction = g_strdup_printf ("%s-fraction", key);
  g_autoptr (GError) error = NULL;

  moment->instant = g_key_file_get_int64 (file, group, key, &error);
  moment->fraction = read_double (file, group, fraction);

  return error == NULL;
}

static gboolean
read_bookmark (GKeyFile   *file,
               const char *group,
               TlBookmark *bookmark)
{
  TlPlace *place = &bookmark->place;
  gboolean has_time;

  bookmark->name = g_key_file_get_string (file, group, "name", NULL);
  bookmark->event = g_key_file_get_string (file, group, "event", NULL);
  bookmark->is_span = g_key_file_get_boolean (file, group, "span", NULL);
  has_time = read_moment (file, group, "from", &place->from) && read_moment (file, group, "to", &place->to);
  place->is_whole = g_key_file_get_boolean (file, group, "whole", NULL);
  place->before = read_double (file, group, "before");
  place->after = read_double (file, group, "after");
  place->y = read_double (file, group, "y");

  return (has_time || place->is_whole) && tl_bookmark_clamp (bookmark);
}

static void
read_groups (TlBookmarks *self,
             GKeyFile    *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL && self->bookmarks->len < TL_MAX_BOOKMARKS; i++)
    {
      g_auto (TlBookmark) bookmark = { NULL };

      if (!g_str_has_prefix (groups[i], BOOKMARK))
        continue;
      if (read_bookmark (file, groups[i], &bookmark))
        tl_bookmarks_add (self, &bookmark);
      else
        self->is_damaged = TRUE;
    }
}

/**
 * tl_bookmarks_read:
 * @self: bookmarks that have nothing but their path
 *
 * Adds what can be read of the file.
 */
void
tl_bookmarks_read (TlBookmarks *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  gsize length;
  GStatBuf status;

  if (g_stat (self->path, &status) != 0 || !g_file_get_contents (self->path, &text, &length, NULL))
    return;

  self->is_damaged = status.st_size > MAX_SIZE || strlen (text) != length;
  if (status.st_size > MAX_SIZE)
    return;

  kept = keep_lines (text, &self->is_damaged);
  if (g_key_file_load_from_data (file, kept, strlen (kept), G_KEY_FILE_NONE, NULL))
    read_groups (self, file);
  else
    self->is_damaged = TRUE;
}

/* Writing */

static void
write_moment (GKeyFile       *file,
              const char     *group,
              const char     *key,
              const TlMoment *moment)
{
  g_autofree char *fraction = g_strdup_printf ("%s-fraction", key);

  g_key_file_set_int64 (file, group, key, moment->instant);
  if (moment->fraction > 0)
    g_key_file_set_double (file, group, fraction, moment->fraction);
}

static void
write_bookmark (GKeyFile         *file,
                const char       *group,
                const TlBookmark *bookmark)
{
  const TlPlace *place = &bookmark->place;

  g_key_file_set_string (file, group, "name", bookmark->name);
  if (bookmark->event != NULL)
    g_key_file_set_string (file, group, "event", bookmark->event);
  if (bookmark->is_span)
    g_key_file_set_boolean (file, group, "span", TRUE);
  if (place->is_whole)
    g_key_file_set_boolean (file, group, "whole", TRUE);
  else
    {
      write_moment (file, group, "from", &place->from);
      write_moment (file, group, "to", &place->to);
      g_key_file_set_double (file, group, "before", place->before);
      g_key_file_set_double (file, group, "after", place->after);
    }
  g_key_file_set_double (file, group, "y", place->y);
}

static char *
write_text (TlBookmarks *self,
            gsize       *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, TIMELINE, "file", self->uri);
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      g_autofree char *group = g_strdup_printf (BOOKMARK "%u", i);

      write_bookmark (file, group, &g_array_index (self->bookmarks, TlBookmark, i));
    }

  return g_key_file_to_data (file, length, NULL);
}

static gboolean
fail (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (number), g_strerror (number));

  return FALSE;
}

/* What could not be read may be of use to whoever wrote it. */
static gboolean
keep_damaged (TlBookmarks *self,
              GError     **error)
{
  g_autofree char *kept = g_strdup_printf ("%s.damaged", self->path);

  if (g_rename (self->path, kept) != 0 && errno != ENOENT)
    return fail (error);
  self->is_damaged = FALSE;

  return TRUE;
}

/**
 * tl_bookmarks_save:
 * @self: bookmarks
 * @error: set where they cannot be written
 *
 * Replaces the file in one step; without bookmarks there is none.
 *
 * Returns: whether it has been written
 */
gboolean
tl_bookmarks_save (TlBookmarks *self,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (TL_IS_BOOKMARKS (self), FALSE);

  if (self->is_damaged && !keep_damaged (self, error))
    return FALSE;
  if (self->bookmarks->len == 0)
    return g_unlink (self->path) == 0 || errno == ENOENT || fail (error);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error);

  /* Nobody else needs to know what somebody reads. */
  text = write_text (self, &length);

  return g_file_set_contents_full (self->path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
