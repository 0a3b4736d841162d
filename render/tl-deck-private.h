/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a deck share.
 */
#pragma once

#include "tl-deck.h"
#include "tl-slide.h"

G_BEGIN_DECLS

struct _TlDeck
{
  TlChartJob   *chart;
  TlDeckOptions options;
  TlTextMeasure measure;
  TlViewport   *viewport;
  TlTalk       *talk;
  TlSlides      slides;
  GPtrArray    *pages; /* (nullable): when they have been asked for */
};

/* From slides as they are laid out to those of a screen of 1080 lines. */
#define TL_DECK_SCALE (1080 / TL_SLIDE_HEIGHT)

gboolean tl_deck_write_odp (const TlDeck          *self,
                            const char            *name,
                            const TlExportOptions *options,
                            GError               **error);

G_END_DECLS
