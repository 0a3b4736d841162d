/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"
#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

/**
 * TlDrawing:
 * @timeline: what is drawn
 * @theme: its colours
 * @words: (nullable): the language of what does not come from the timeline
 * @measure: how large texts are
 * @note_numbers: (nullable): for each source the number of its note, 0 for
 *   none
 *
 * What every part of a drawing needs.
 */
typedef struct
{
  TlTimeline          *timeline;
  const TlTheme       *theme;
  const TlWords       *words;
  const TlTextMeasure *measure;
  const guint32       *note_numbers;
} TlDrawing;

TlRect tl_drawing_add_text (const TlDrawing   *drawing,
                            TlScene           *scene,
                            const char        *text,
                            const TlTextStyle *style,
                            const TlTextRoom  *room,
                            double             x,
                            double             y,
                            TlRgba             colour);

G_END_DECLS
