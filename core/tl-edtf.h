/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-date.h"
#include "tl-words.h"

G_BEGIN_DECLS

/* Dates as people write them into files: EDTF, the Extended Date/Time Format
 * of the Library of Congress (2019) and ISO 8601-2. What is read is a value;
 * its text is parsed again to print it or to say it in words, as that is
 * asked for one date at a time. All functions may be called in any thread. */

#define TL_EDTF_ERROR (tl_edtf_error_quark ())

typedef enum
{
  TL_EDTF_ERROR_SYNTAX,     /* not EDTF */
  TL_EDTF_ERROR_IMPOSSIBLE, /* no such day, month, hour */
  TL_EDTF_ERROR_ORDER,      /* ends before it starts */
  TL_EDTF_ERROR_RANGE,      /* further away than 64 bits of seconds reach */
} TlEdtfError;

GQuark tl_edtf_error_quark (void);

gboolean tl_edtf_parse (const char *text,
                        gssize      length,
                        TlDate     *date,
                        GError    **error);

char *tl_edtf_to_canonical (const char *text,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_to_words (const char    *text,
                        const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_range_to_words (const char    *start,
                              const char    *end,
                              const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
