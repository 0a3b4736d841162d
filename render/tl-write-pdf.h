/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-outline.h"
#include "tl-output.h"
#include "tl-paint-cairo.h"
#include "tl-timeline.h"
#include "tl-words.h"
#include "tl-write-progress.h"

G_BEGIN_DECLS

/**
 * TlPdfOptions:
 * @timeline: (nullable): what is drawn; an outline by date is made of it
 * @outline: (nullable): the outline, instead of one by date
 * @words: (nullable): the language of the outline
 * @author: (nullable): who made the drawing
 * @progress: (nullable): who is told how far it is
 */
typedef struct
{
  TlTimeline            *timeline;
  const TlOutline       *outline;
  const TlWords         *words;
  const char            *author;
  const TlWriteProgress *progress;
} TlPdfOptions;

gboolean tl_write_pdf (GPtrArray          *pages,
                       TlTextPango        *text,
                       const TlPdfOptions *options,
                       TlOutput           *output,
                       GError            **error);

G_END_DECLS
