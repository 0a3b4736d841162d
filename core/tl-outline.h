/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlOutlineEntry:
 * @title: what it is called
 * @id: of the item of a scene that it leads to
 * @level: 0, or one more than that of an entry before it that it belongs to
 *
 * A place in a document.
 */
typedef struct
{
  char *title;
  char *id;
  guint level;
} TlOutlineEntry;

/**
 * TlOutline:
 *
 * The places of a document, in their order.
 */
typedef struct _TlOutline TlOutline;

TlOutline *tl_outline_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_outline_free (TlOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOutline, tl_outline_free)

void tl_outline_add (TlOutline  *self,
                     guint       level,
                     const char *title,
                     const char *id);

const TlOutlineEntry *tl_outline_get_entries (const TlOutline *self,
                                              guint           *n_entries);

G_END_DECLS
