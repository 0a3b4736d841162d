/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlKeySheet:
 *
 * A list of keys that becomes a window: sections, in them groups, in them
 * keys with what they do. What is added goes to what was begun last.
 */
typedef struct _TlKeySheet TlKeySheet;

TlKeySheet *tl_key_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_key_sheet_free (TlKeySheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKeySheet, tl_key_sheet_free)

void tl_key_sheet_begin_section (TlKeySheet *self,
                                 const char *name,
                                 const char *title);

void tl_key_sheet_begin_group (TlKeySheet *self,
                               const char *title);

void tl_key_sheet_add (TlKeySheet *self,
                       const char *keys,
                       const char *title);

GtkWindow *tl_key_sheet_make_window (TlKeySheet *self);

G_END_DECLS
