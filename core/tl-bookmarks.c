/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmarks-private.h"

#include <math.h>

/**
 * TlBookmarks:
 *
 * The bookmarks of one timeline, by the time that they begin at. Each
 * timeline has a small file of its own for them, so that none are dropped for
 * those of others. Belongs to the main thread.
 */
G_DEFINE_FINAL_TYPE (TlBookmarks, tl_bookmarks, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Characters of a name: a line, not a page. */
#define MAX_NAME 200

static int
compare_moments (const TlMoment *a,
                 const TlMoment *b)
{
  if (a->instant != b->instant)
    return a->instant < b->instant ? -1 : 1;

  return (a->fraction > b->fraction) - (a->fraction < b->fraction);
}

/* All of the axis comes first, and what begins at the same time as it was
 * made. */
static int
compare_bookmarks (const TlBookmark *a,
                   const TlBookmark *b)
{
  if (a->place.is_whole || b->place.is_whole)
    return b->place.is_whole - a->place.is_whole;

  return compare_moments (&a->place.from, &b->place.from);
}

/* A single line without anything before and after it. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_NAME; p = g_utf8_next_char (p), n++)
    g_string_append_unichar (clean, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));

  return g_strstrip (g_string_free (clean, FALSE));
}

static void
clamp_moment (TlMoment *moment)
{
  moment->fraction = moment->fraction >= 0 && moment->fraction < 1 ? moment->fraction : 0;
}

/**
 * tl_bookmark_clamp:
 * @self: (inout): what may come from a damaged file
 *
 * Puts right what cannot be.
 *
 * Returns: whether it is a bookmark then
 */
gboolean
tl_bookmark_clamp (TlBookmark *self)
{
  double *lengths[] = { &self->place.before, &self->place.after, &self->place.y };
  char *name;

  if (self->name == NULL)
    return FALSE;

  name = clean_name (self->name);
  g_free (self->name);
  self->name = name;
  clamp_moment (&self->place.from);
  clamp_moment (&self->place.to);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    *lengths[i] = isfinite (*lengths[i]) ? MAX (*lengths[i], 0) : 0;

  return name[0] != '\0'
         && (self->place.is_whole ? !self->is_span : compare_moments (&self->place.from, &self->place.to) < 0);
}

/**
 * tl_bookmark_clear:
 * @self: a bookmark
 *
 * Frees what @self holds.
 */
void
tl_bookmark_clear (TlBookmark *self)
{
  g_free (self->name);
  g_free (self->event);
  *self = (TlBookmark){ 0 };
}

static void
clear_cb (gpointer data)
{
  tl_bookmark_clear (data);
}

/**
 * tl_bookmark_copy:
 * @to: (out): another one
 * @from: a bookmark
 */
void
tl_bookmark_copy (TlBookmark       *to,
                  const TlBookmark *from)
{
  *to = *from;
  to->name = g_strdup (from->name);
  to->event = g_strdup (from->event);
}

static void
tl_bookmarks_finalize (GObject *object)
{
  TlBookmarks *self = TL_BOOKMARKS (object);

  g_array_unref (self->bookmarks);
  g_free (self->path);
  g_free (self->uri);

  G_OBJECT_CLASS (tl_bookmarks_parent_class)->finalize (object);
}

static void
tl_bookmarks_class_init (TlBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_bookmarks_finalize;

  /**
   * TlBookmarks::changed:
   * @self: the bookmarks
   *
   * There are others, or they have other names.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_BOOKMARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
tl_bookmarks_init (TlBookmarks *self)
{
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (TlBookmark));
  g_array_set_clear_func (self->bookmarks, clear_cb);
}

/**
 * tl_bookmarks_new:
 * @folder: (type filename) (nullable): where the bookmarks of all timelines
 *   are; %NULL for the place that the user's desktop has for such things
 * @uri: of the timeline's file
 *
 * Returns: (transfer full): those that have been kept
 */
TlBookmarks *
tl_bookmarks_new (const char *folder,
                  const char *uri)
{
  TlBookmarks *self = g_object_new (TL_TYPE_BOOKMARKS, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strdup_printf ("%s.ini", hash);

  self->uri = g_strdup (uri);
  self->path = folder != NULL ? g_build_filename (folder, name, NULL)
                              : g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "bookmarks", name, NULL);
  tl_bookmarks_read (self);

  return self;
}

/**
 * tl_bookmarks_get_count:
 * @self: bookmarks
 *
 * Returns: how many there are
 */
guint
tl_bookmarks_get_count (TlBookmarks *self)
{
  g_return_val_if_fail (TL_IS_BOOKMARKS (self), 0);

  return self->bookmarks->len;
}

/**
 * tl_bookmarks_get:
 * @self: bookmarks
 * @index: below tl_bookmarks_get_count()
 *
 * Returns: (transfer none): one of them, until they change
 */
const TlBookmark *
tl_bookmarks_get (TlBookmarks *self,
                  guint        index)
{
  g_return_val_if_fail (TL_IS_BOOKMARKS (self), NULL);
  g_return_val_if_fail (index < self->bookmarks->len, NULL);

  return &g_array_index (self->bookmarks, TlBookmark, index);
}

/**
 * tl_bookmarks_add:
 * @self: bookmarks
 * @bookmark: with a name, and with a time that does not end before it begins;
 *   copied
 *
 * Returns: where it is among them; %TL_NONE where it is no bookmark
 */
guint
tl_bookmarks_add (TlBookmarks      *self,
                  const TlBookmark *bookmark)
{
  TlBookmark copy;
  guint at = 0;

  g_return_val_if_fail (TL_IS_BOOKMARKS (self), TL_NONE);

  tl_bookmark_copy (&copy, bookmark);
  if (!tl_bookmark_clamp (&copy))
    {
      tl_bookmark_clear (&copy);
      return TL_NONE;
    }

  while (at < self->bookmarks->len
         && compare_bookmarks (&g_array_index (self->bookmarks, TlBookmark, at), &copy) <= 0)
    at++;
  g_array_insert_val (self->bookmarks, at, copy);
  g_signal_emit (self, signals[CHANGED], 0);

  return at;
}

/**
 * tl_bookmarks_rename:
 * @self: bookmarks
 * @index: below tl_bookmarks_get_count()
 * @name: what it is called; without any letters, the name stays
 */
void
tl_bookmarks_rename (TlBookmarks *self,
                     guint        index,
                     const char  *name)
{
  g_autofree char *clean = clean_name (name);
  TlBookmark *bookmark;

  g_return_if_fail (TL_IS_BOOKMARKS (self));
  g_return_if_fail (index < self->bookmarks->len);

  bookmark = &g_array_index (self->bookmarks, TlBookmark, index);
  if (clean[0] == '\0' || g_str_equal (bookmark->name, clean))
    return;

  g_free (bookmark->name);
  bookmark->name = g_steal_pointer (&clean);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_bookmarks_remove:
 * @self: bookmarks
 * @index: below tl_bookmarks_get_count()
 */
void
tl_bookmarks_remove (TlBookmarks *self,
                     guint        index)
{
  g_return_if_fail (TL_IS_BOOKMARKS (self));
  g_return_if_fail (index < self->bookmarks->len);

  g_array_remove_index (self->bookmarks, index);
  g_signal_emit (self, signals[CHANGED], 0);
}
