/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-bookmarks.h"

G_BEGIN_DECLS

struct _TlBookmarks
{
  GObject parent_instance;

  char    *path;
  char    *uri;
  GArray  *bookmarks;  /* of TlBookmark, by time */
  gboolean is_damaged; /* the file has what could not be read */
};

gboolean tl_bookmark_clamp (TlBookmark *self);

void tl_bookmarks_read (TlBookmarks *self);

G_END_DECLS
