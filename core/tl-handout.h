/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart.h"
#include "tl-outline.h"
#include "tl-talk.h"

G_BEGIN_DECLS

/* The shorter side of a page has to have room for two columns of text. */
#define TL_HANDOUT_LEAST_WIDTH 360.0

/* What an audience takes home: the chart, then all that is said in it, step
 * by step of the talk, then its sources. */

/**
 * TlHandoutOptions:
 * @chart: the chart that comes first; its width and height are the sides of
 *   a page, in either order, and its events, theme, language, direction and
 *   whether it can be made an end of are those of the whole
 * @talk: what is gone through
 * @measure: how large texts are
 */
typedef struct
{
  TlChartOptions       chart;
  TlTalk              *talk;
  const TlTextMeasure *measure;
} TlHandoutOptions;

GPtrArray *tl_handout_compose (TlTimeline             *timeline,
                               const TlHandoutOptions *options,
                               TlOutline              *outline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
