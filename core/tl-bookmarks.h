/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-viewport.h"
#include "tl-words.h"

G_BEGIN_DECLS

/**
 * TlBookmark:
 *
 * A view with a name, or a stretch of time with one: its @place has no more
 * than the time then. Holds for every axis, and for later versions of the
 * file.
 */
typedef struct
{
  char    *name;
  TlPlace  place;
  gboolean is_span; /* a stretch of time to mark */
  char    *event;   /* (nullable): the id of the one to select */
} TlBookmark;

void tl_bookmark_clear (TlBookmark *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlBookmark, tl_bookmark_clear)

void tl_bookmark_copy (TlBookmark       *to,
                       const TlBookmark *from);

gboolean tl_bookmark_take (TlBookmark *self,
                           TlViewport *viewport,
                           gboolean    of_span);

char *tl_bookmark_say_time (const TlBookmark *self,
                            const TlAxis     *axis,
                            const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

/* As many as are read of a file. */
#define TL_MAX_BOOKMARKS 1000

#define TL_TYPE_BOOKMARKS (tl_bookmarks_get_type ())

G_DECLARE_FINAL_TYPE (TlBookmarks, tl_bookmarks, TL, BOOKMARKS, GObject)

TlBookmarks *tl_bookmarks_new (const char *folder,
                               const char *uri) G_GNUC_WARN_UNUSED_RESULT;

guint tl_bookmarks_get_count (TlBookmarks *self);

const TlBookmark *tl_bookmarks_get (TlBookmarks *self,
                                    guint        index);

guint tl_bookmarks_add (TlBookmarks      *self,
                        const TlBookmark *bookmark);

void tl_bookmarks_rename (TlBookmarks *self,
                          guint        index,
                          const char  *name);

void tl_bookmarks_remove (TlBookmarks *self,
                          guint        index);

gboolean tl_bookmarks_save (TlBookmarks *self,
                            GError     **error);

G_END_DECLS
