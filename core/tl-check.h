/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What text from a file may not have. */
typedef enum
{
  TL_TEXT_SOUND,
  TL_TEXT_BLANK,     /* nothing, or only white space */
  TL_TEXT_CONTROL,   /* a control character */
  TL_TEXT_DIRECTION, /* a character that overrides the direction of writing */
} TlTextFault;

TlTextFault tl_text_check (const char *text,
                           gsize       length);

char *tl_text_replace_faults (const char *text) G_GNUC_WARN_UNUSED_RESULT;

char *tl_text_shorten (const char *text,
                       gsize       length) G_GNUC_WARN_UNUSED_RESULT;

char *tl_text_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_address_is_web (const char *address);

gboolean tl_path_is_below (const char *path);

gboolean tl_language_is_tag (const char *language);

guint tl_slips_in (const char *word);

const char *tl_suggest (const char *const *candidates,
                        const char        *word);

guint tl_word_distance (const char *a,
                        const char *b,
                        guint       at_most);

G_END_DECLS
