/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What is known of a file. */
typedef struct
{
  char         *uri;
  TlSessionView view;
} TlSessionEntry;

struct _TlSession
{
  char           *path;
  TlSessionWindow window;
  char           *last_file; /* (nullable) */
  TlSessionExport export;
  GPtrArray      *entries;   /* of TlSessionEntry, the one used last first */
};

TlSessionEntry *tl_session_entry_new (const char *uri) G_GNUC_WARN_UNUSED_RESULT;

void tl_session_window_clamp (TlSessionWindow *window);

void tl_session_view_clamp (TlSessionView *view);

void tl_session_read (TlSession *self);

G_END_DECLS
