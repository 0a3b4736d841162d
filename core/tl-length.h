/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-words.h"

G_BEGIN_DECLS

/* What lengths of time are said in. */
typedef enum
{
  TL_LENGTH_SECOND,
  TL_LENGTH_MINUTE,
  TL_LENGTH_HOUR,
  TL_LENGTH_DAY,
  TL_LENGTH_WEEK,
  TL_LENGTH_MONTH,
  TL_LENGTH_YEAR,
  TL_LENGTH_MILLION_YEARS,
  TL_LENGTH_BILLION_YEARS,
  TL_N_LENGTHS
} TlLengthUnit;

double tl_length_unit_get_seconds (TlLengthUnit unit);

char *tl_length_count_to_words (gint64         count,
                                TlLengthUnit   unit,
                                const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_length_to_words (double         seconds,
                          gboolean       is_short,
                          const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
