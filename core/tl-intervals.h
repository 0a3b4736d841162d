/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double  from;
  double  to;
  guint32 item;
} TlInterval;

/**
 * TlIntervals:
 *
 * Stretches of a line, and which of them touch another: finding k of n costs
 * k log n, however long some of them are.
 */
typedef struct _TlIntervals TlIntervals;

TlIntervals *tl_intervals_new (GArray *intervals) G_GNUC_WARN_UNUSED_RESULT;

void tl_intervals_free (TlIntervals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntervals, tl_intervals_free)

void tl_intervals_find (const TlIntervals *self,
                        double             from,
                        double             to,
                        GArray            *found);

G_END_DECLS
