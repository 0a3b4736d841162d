/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-job.h"

G_BEGIN_DECLS

/**
 * TlDeckOptions:
 * @width: of a slide, in pixels as it is laid out; see tl-slide.h
 * @theme: its colours
 * @scale: PNG: pixels of the image for each of a slide of 1080 lines
 * @notes_ratio: how many times as high as wide pages of notes are; 0 for
 *   slides alone. An ODP has its notes in any case.
 *
 * How the slides of a talk are made that are no part of a chart.
 */
typedef struct
{
  double      width;
  TlThemeKind theme;
  double      scale;
  double      notes_ratio;
} TlDeckOptions;

/**
 * TlDeck:
 *
 * The talk of a timeline as a slide for each of its steps, to be written to
 * files.
 */
typedef struct _TlDeck TlDeck;

TlDeck *tl_deck_new (TlChartJob          *chart,
                     const TlDeckOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_deck_free (TlDeck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDeck, tl_deck_free)

GPtrArray *tl_deck_list_skipped (const TlDeck *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_deck_check (const TlDeck *self,
                        GError      **error);

gboolean tl_deck_write (TlDeck                *self,
                        TlExportFormat         format,
                        const char            *name,
                        gboolean               replaces_any,
                        const TlWriteProgress *progress,
                        GError               **error);

G_END_DECLS
