/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-session-private.h"

#include <math.h>

/* Beyond these a size was not chosen by a person at a screen. */
#define MIN_SIZE 100
#define MAX_SIZE 32767

static const TlSessionWindow default_window = {
  .shows_side = FALSE,
  .shows_details = TRUE,
};

/**
 * tl_session_view_clear:
 * @view: a view
 *
 * Frees what @view holds, and makes it a view that nobody has touched.
 */
void
tl_session_view_clear (TlSessionView *view)
{
  g_free (view->event);
  g_strfreev (view->lanes);
  g_strfreev (view->hidden);
  g_strfreev (view->collapsed);
  g_strfreev (view->filter);
  *view = (TlSessionView){ 0 };
}

static void
copy_view (TlSessionView       *to,
           const TlSessionView *from)
{
  *to = *from;
  to->event = g_strdup (from->event);
  to->lanes = g_strdupv (from->lanes);
  to->hidden = g_strdupv (from->hidden);
  to->collapsed = g_strdupv (from->collapsed);
  to->filter = g_strdupv (from->filter);
}

/**
 * tl_session_entry_new:
 * @uri: of a file
 *
 * Returns: (transfer full): an entry for it
 */
TlSessionEntry *
tl_session_entry_new (const char *uri)
{
  TlSessionEntry *entry = g_new0 (TlSessionEntry, 1);

  entry->uri = g_strdup (uri);

  return entry;
}

static void
free_entry_cb (gpointer data)
{
  TlSessionEntry *entry = data;

  tl_session_view_clear (&entry->view);
  g_free (entry->uri);
  g_free (entry);
}

static int
clamp_size (int size)
{
  return size >= MIN_SIZE ? MIN (size, MAX_SIZE) : 0;
}

/**
 * tl_session_window_clamp:
 * @window: (inout): what may come from a damaged file
 *
 * Puts right what cannot be.
 */
void
tl_session_window_clamp (TlSessionWindow *window)
{
  window->width = clamp_size (window->width);
  window->height = clamp_size (window->height);
  window->side_width = clamp_size (window->side_width);
  window->details_width = clamp_size (window->details_width);
  window->details_height = clamp_size (window->details_height);
  if ((guint) window->side_page > TL_SIDE_DIFFERENCES)
    window->side_page = default_window.side_page;
}

/**
 * tl_session_view_clamp:
 * @view: (inout): what may come from a damaged file
 *
 * Puts right what cannot be.
 */
void
tl_session_view_clamp (TlSessionView *view)
{
  double *lengths[] = { &view->before, &view->after, &view->y };

  if ((guint) view->axis_mode > TL_AXIS_EVEN)
    view->axis_mode = TL_AXIS_AUTO;
  view->has_span = view->has_span && view->from < view->to;
  if (!view->has_span)
    view->from = view->to = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    *lengths[i] = isfinite (*lengths[i]) ? MAX (*lengths[i], 0) : 0;
}

/**
 * tl_session_new:
 * @path: (type filename) (nullable): where it is kept; %NULL for the place
 *   that the user's desktop has for such things
 *
 * Returns: (transfer full): what is remembered
 */
TlSession *
tl_session_new (const char *path)
{
  TlSession *self = g_new0 (TlSession, 1);

  self->path = path != NULL ? g_strdup (path)
                            : g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "session.ini", NULL);
  self->window = default_window;
  self->entries = g_ptr_array_new_with_free_func (free_entry_cb);
  tl_session_read (self);

  return self;
}

/**
 * tl_session_free:
 * @self: (transfer full): a session
 *
 * Does not save it.
 */
void
tl_session_free (TlSession *self)
{
  g_ptr_array_unref (self->entries);
  tl_session_export_clear (&self->export);
  g_free (self->last_file);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_session_get_window:
 * @self: a session
 * @window: (out): how the last window was set up
 */
void
tl_session_get_window (const TlSession *self,
                       TlSessionWindow *window)
{
  *window = self->window;
}

/**
 * tl_session_set_window:
 * @self: a session
 * @window: how the window is set up
 */
void
tl_session_set_window (TlSession             *self,
                       const TlSessionWindow *window)
{
  self->window = *window;
  tl_session_window_clamp (&self->window);
}

/**
 * tl_session_get_last_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the URI of the file that was shown last
 */
const char *
tl_session_get_last_file (const TlSession *self)
{
  return self->last_file;
}

/**
 * tl_session_set_last_file:
 * @self: a session
 * @uri: the file that is shown
 */
void
tl_session_set_last_file (TlSession  *self,
                          const char *uri)
{
  g_autofree char *copy = g_strdup (uri);

  g_free (self->last_file);
  self->last_file = g_steal_pointer (&copy);
}

static TlSessionEntry *
find_entry (const TlSession *self,
            const char      *uri,
            guint           *at)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlSessionEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->uri, uri))
        {
          *at = i;
          return entry;
        }
    }

  return NULL;
}

/**
 * tl_session_get_view:
 * @self: a session
 * @uri: a file
 *
 * Returns: (transfer none) (nullable): how @uri was looked at last; %NULL
 *   where it never was, or that is long ago
 */
const TlSessionView *
tl_session_get_view (const TlSession *self,
                     const char      *uri)
{
  guint at;
  const TlSessionEntry *entry = find_entry (self, uri, &at);

  return entry != NULL ? &entry->view : NULL;
}

/**
 * tl_session_set_view:
 * @self: a session
 * @uri: a file
 * @view: how it is looked at; copied
 *
 * Of more than #TL_SESSION_MAX_VIEWS files, those that were looked at last
 * are remembered.
 */
void
tl_session_set_view (TlSession           *self,
                     const char          *uri,
                     const TlSessionView *view)
{
  TlSessionEntry *entry = tl_session_entry_new (uri);
  guint at;

  copy_view (&entry->view, view);
  tl_session_view_clamp (&entry->view);

  /* The old one last: what is given may be a part of it. */
  if (find_entry (self, uri, &at) != NULL)
    g_ptr_array_remove_index (self->entries, at);
  g_ptr_array_insert (self->entries, 0, entry);
  if (self->entries->len > TL_SESSION_MAX_VIEWS)
    g_ptr_array_set_size (self->entries, TL_SESSION_MAX_VIEWS);
}

/**
 * tl_session_export_clear:
 * @choices: choices
 *
 * Frees what @choices hold.
 */
void
tl_session_export_clear (TlSessionExport *choices)
{
  g_clear_pointer (&choices->format, g_free);
  g_clear_pointer (&choices->part, g_free);
  g_clear_pointer (&choices->options, g_strfreev);
}

/**
 * tl_session_get_export:
 * @self: a session
 *
 * Returns: (transfer none): what was chosen for charts last, unchecked: it
 *   may come from a damaged file
 */
const TlSessionExport *
tl_session_get_export (const TlSession *self)
{
  return &self->export;
}

/**
 * tl_session_set_export:
 * @self: a session
 * @choices: what is chosen for charts; copied
 */
void
tl_session_set_export (TlSession             *self,
                       const TlSessionExport *choices)
{
  TlSessionExport copy = { g_strdup (choices->format), g_strdup (choices->part), choices->highlights,
                           g_strdupv (choices->options) };

  tl_session_export_clear (&self->export);
  self->export = copy;
}
