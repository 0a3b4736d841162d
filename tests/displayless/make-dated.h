/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* Kinds of random dates. */
typedef enum
{
  TL_DATED_DAYS,    /* over 30 years */
  TL_DATED_CROWDS,  /* days in a few crowds, far from each other */
  TL_DATED_SECONDS, /* over two days, with a day here and there */
  TL_DATED_DEEP,    /* years, up to 13,800,000,000 of them ago */
  TL_DATED_MIXED,   /* months, years, seasons, days, ranges, open ends */
  TL_N_DATED,
} TlDatedKind;

TlTimeline *tl_make_dated (const char *const *dates) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_make_dated_random (TlDatedKind kind,
                                  guint       n_events,
                                  guint32     seed) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_make_dated_sample (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
