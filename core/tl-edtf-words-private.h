/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * The pieces that dates are put into words from.
 */
#pragma once

#include "tl-edtf-private.h"

G_BEGIN_DECLS

gboolean tl_edtf_part_is_plain (const TlEdtfPart *part);

const char *tl_edtf_month_to_words (int            month,
                                    gboolean       with_day,
                                    const TlWords *words);

char *tl_edtf_number_to_words (gint64         number,
                               const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_decimal_to_words (gint64         number,
                                gint64         unit,
                                const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_year_to_words (gint64         year,
                             const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_year_mask_to_words (const TlEdtfPart *part,
                                  gboolean          alone,
                                  const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_season_to_words (const TlEdtfPart *part,
                               const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_clock_to_words (const TlEdtfPart *part,
                              gboolean          with_zone,
                              const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_part_to_words (const TlEdtfPart *part,
                             gboolean          nested,
                             const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_range_part_to_words (const TlEdtfPart *from,
                                   const TlEdtfPart *to,
                                   gboolean          once,
                                   const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_set_range_to_words (const TlEdtfMember *member,
                                  gboolean            all,
                                  gboolean            nested,
                                  const TlWords      *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
