/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-session-private.h"

#include <errno.h>
#include <glib/gstdio.h>

/* How a session is written into a file, and read from it. */

#define SESSION "session"
#define WINDOW "window"
#define EXPORT "export"
#define VIEW "view %u"

static const char *const side_words[] = {
  [TL_SIDE_EVENTS] = "events",
  [TL_SIDE_SOURCES] = "sources",
  [TL_SIDE_DIFFERENCES] = "differences",
};

static const char *const axis_words[] = {
  [TL_AXIS_AUTO] = "auto",
  [TL_AXIS_LINEAR] = "linear",
  [TL_AXIS_FOLDED] = "folded",
  [TL_AXIS_EVEN] = "even",
};

/* Reading: what is missing or makes no sense leaves things as they are. */

static void
read_int (GKeyFile   *file,
          const char *group,
          const char *key,
          int        *value)
{
  g_autoptr (GError) error = NULL;
  int found = g_key_file_get_integer (file, group, key, &error);

  if (error == NULL)
    *value = found;
}

static void
read_double (GKeyFile   *file,
             const char *group,
             const char *key,
             double     *value)
{
  g_autoptr (GError) error = NULL;
  double found = g_key_file_get_double (file, group, key, &error);

  if (error == NULL)
    *value = found;
}

static void
read_boolean (GKeyFile   *file,
              const char *group,
              const char *key,
              gboolean   *value)
{
  g_autoptr (GError) error = NULL;
  gboolean found = g_key_file_get_boolean (file, group, key, &error);

  if (error == NULL)
    *value = found;
}

static int
read_word (GKeyFile          *file,
           const char        *group,
           const char        *key,
           const char *const *words,
           guint              n_words,
           int                otherwise)
{
  g_autofree char *found = g_key_file_get_string (file, group, key, NULL);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (found, words[i]) == 0)
      return (int) i;

  return otherwise;
}

static gboolean
read_instant (GKeyFile   *file,
              const char *group,
              const char *key,
              TlInstant  *value)
{
  g_autoptr (GError) error = NULL;

  *value = g_key_file_get_int64 (file, group, key, &error);

  return error == NULL;
}

static void
read_window (GKeyFile        *file,
             TlSessionWindow *window)
{
  read_int (file, WINDOW, "width", &window->width);
  read_int (file, WINDOW, "height", &window->height);
  read_boolean (file, WINDOW, "maximised", &window->is_maximised);
  read_int (file, WINDOW, "side-width", &window->side_width);
  read_int (file, WINDOW, "details-width", &window->details_width);
  read_int (file, WINDOW, "details-height", &window->details_height);
  read_boolean (file, WINDOW, "side", &window->shows_side);
  read_boolean (file, WINDOW, "details", &window->shows_details);
  window->side_page = read_word (file, WINDOW, "side-page", side_words, G_N_ELEMENTS (side_words),
                                 window->side_page);

  tl_session_window_clamp (window);
}

static void
read_export (GKeyFile        *file,
             TlSessionExport *choices)
{
  choices->format = g_key_file_get_string (file, EXPORT, "format", NULL);
  choices->part = g_key_file_get_string (file, EXPORT, "part", NULL);
  read_boolean (file, EXPORT, "highlights", &choices->highlights);
  choices->options = g_key_file_get_string_list (file, EXPORT, "options", NULL, NULL);
}

static void
read_view (GKeyFile      *file,
           const char    *group,
           TlSessionView *view)
{
  view->axis_mode = read_word (file, group, "axis", axis_words, G_N_ELEMENTS (axis_words), TL_AXIS_AUTO);
  view->has_span = read_instant (file, group, "from", &view->from) && read_instant (file, group, "to", &view->to);
  read_double (file, group, "before", &view->before);
  read_double (file, group, "after", &view->after);
  read_double (file, group, "y", &view->y);
  view->event = g_key_file_get_string (file, group, "event", NULL);
  view->lanes = g_key_file_get_string_list (file, group, "lanes", NULL, NULL);
  view->hidden = g_key_file_get_string_list (file, group, "hidden", NULL, NULL);
  view->collapsed = g_key_file_get_string_list (file, group, "collapsed", NULL, NULL);
  view->filter = g_key_file_get_string_list (file, group, "filter", NULL, NULL);

  tl_session_view_clamp (view);
}

/**
 * tl_session_read:
 * @self: a session that has nothing but its path and defaults
 *
 * Adds what can be read of its file.
 */
void
tl_session_read (TlSession *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return;

  self->last_file = g_key_file_get_string (file, SESSION, "last-file", NULL);
  read_window (file, &self->window);
  read_export (file, &self->export);

  for (guint i = 0; i < TL_SESSION_MAX_VIEWS; i++)
    {
      g_autofree char *group = g_strdup_printf (VIEW, i);
      g_autofree char *uri = g_key_file_get_string (file, group, "file", NULL);
      TlSessionEntry *entry;

      if (uri == NULL || tl_session_get_view (self, uri) != NULL)
        continue;

      entry = tl_session_entry_new (uri);
      read_view (file, group, &entry->view);
      g_ptr_array_add (self->entries, entry);
    }
}

/* Writing. */

static void
write_window (GKeyFile              *file,
              const TlSessionWindow *window)
{
  g_key_file_set_integer (file, WINDOW, "width", window->width);
  g_key_file_set_integer (file, WINDOW, "height", window->height);
  g_key_file_set_boolean (file, WINDOW, "maximised", window->is_maximised);
  g_key_file_set_integer (file, WINDOW, "side-width", window->side_width);
  g_key_file_set_integer (file, WINDOW, "details-width", window->details_width);
  g_key_file_set_integer (file, WINDOW, "details-height", window->details_height);
  g_key_file_set_boolean (file, WINDOW, "side", window->shows_side);
  g_key_file_set_boolean (file, WINDOW, "details", window->shows_details);
  g_key_file_set_string (file, WINDOW, "side-page", side_words[window->side_page]);
}

static void
write_list (GKeyFile    *file,
            const char  *group,
            const char  *key,
            char *const *list)
{
  if (list != NULL)
    g_key_file_set_string_list (file, group, key, (const char *const *) list, g_strv_length ((char **) list));
}

static void
write_export (GKeyFile              *file,
              const TlSessionExport *choices)
{
  if (choices->format == NULL)
    return;

  g_key_file_set_string (file, EXPORT, "format", choices->format);
  if (choices->part != NULL)
    g_key_file_set_string (file, EXPORT, "part", choices->part);
  g_key_file_set_boolean (file, EXPORT, "highlights", choices->highlights);
  write_list (file, EXPORT, "options", choices->options);
}

static void
write_view (GKeyFile            *file,
            const char          *group,
            const TlSessionView *view)
{
  g_key_file_set_string (file, group, "axis", axis_words[view->axis_mode]);
  if (view->has_span)
    {
      g_key_file_set_int64 (file, group, "from", view->from);
      g_key_file_set_int64 (file, group, "to", view->to);
      g_key_file_set_double (file, group, "before", view->before);
      g_key_file_set_double (file, group, "after", view->after);
    }
  g_key_file_set_double (file, group, "y", view->y);
  if (view->event != NULL)
    g_key_file_set_string (file, group, "event", view->event);
  write_list (file, group, "lanes", view->lanes);
  write_list (file, group, "hidden", view->hidden);
  write_list (file, group, "collapsed", view->collapsed);
  write_list (file, group, "filter", view->filter);
}

/**
 * tl_session_save:
 * @self: a session
 * @error: set where it cannot be written
 *
 * Replaces the file in one step.
 *
 * Returns: whether it has been written
 */
gboolean
tl_session_save (TlSession *self,
                 GError   **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  gsize length;

  if (self->last_file != NULL)
    g_key_file_set_string (file, SESSION, "last-file", self->last_file);
  write_window (file, &self->window);
  write_export (file, &self->export);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TlSessionEntry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *group = g_strdup_printf (VIEW, i);

      g_key_file_set_string (file, group, "file", entry->uri);
      write_view (file, group, &entry->view);
    }

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  /* Nobody else needs to know which files somebody reads. */
  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (self->path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
