/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-text-measure.h"
#include "tl-words.h"

G_BEGIN_DECLS

typedef enum
{
  TL_TIER_COARSE, /* above, bold: "June 2025" */
  TL_TIER_FINE,   /* below: "Thu 12" */
  TL_TIER_FOLD,   /* what a fold leaves out: "8 years" */
} TlTier;

/* A place on the axis that has a line or a label. */
typedef struct
{
  TlInstant instant;
  double    x;     /* units of the axis times the scale */
  char     *label; /* (nullable): NULL where there is no room for one */
  double    width; /* of the label, in pixels */
  guint8    tier;  /* TlTier */
  guint8    row;   /* of a fold's label: 0 next to the lanes */
  guint     has_line : 1;
} TlTick;

/* What ticks are made for. */
typedef struct
{
  const TlTextMeasure *measure;
  const TlWords       *words; /* (nullable) */
  TlTextStyle          coarse;
  TlTextStyle          fine;
  TlTextStyle          fold;
  double               gap; /* between two labels of a tier, at least, in pixels */
} TlTickStyle;

/* How far labels may reach beyond either end of the axis, in pixels. */
#define TL_TICK_OVERHANG 16.0

GArray *tl_ticks_find (const TlAxis      *axis,
                       double             scale,
                       double             from,
                       double             to,
                       const TlTickStyle *style) G_GNUC_WARN_UNUSED_RESULT;

guint tl_ticks_count_fold_rows (const TlAxis      *axis,
                                double             scale,
                                const TlTickStyle *style);

G_END_DECLS
