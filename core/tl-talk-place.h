/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, by bytes. Nothing where it ends at 0. */
typedef struct
{
  gsize start;
  gsize end;
} TlTalkPiece;

gsize tl_talk_skip_space (const char *text,
                          gsize       length,
                          gsize       at);

TlTalkPiece tl_talk_find_value (const char *text,
                                gsize       length,
                                gsize       at);

TlTalkPiece tl_talk_find_member (const char *text,
                                 gsize       length,
                                 const char *key);

char *tl_talk_find_lead (const char *text,
                         gsize       at) G_GNUC_WARN_UNUSED_RESULT;

void tl_talk_set_member (GString    *object,
                         const char *key,
                         const char *value);

void tl_talk_remove_member (GString    *object,
                            const char *key);

TlTalkPiece tl_talk_find_list (const char *text,
                               gsize       length,
                               char      **made,
                               gsize      *new_length);

G_END_DECLS
