/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_GUIDE_HEADING,
  TL_GUIDE_PARAGRAPH,
  TL_GUIDE_ITEM,
  TL_GUIDE_CODE,
} TlGuideKind;

typedef enum
{
  TL_GUIDE_PLAIN,
  TL_GUIDE_STRONG,
  TL_GUIDE_LITERAL, /* what is typed or pressed */
} TlGuideStyle;

typedef struct
{
  TlGuideStyle style;
  char        *text;
} TlGuideRun;

/**
 * TlGuideBlock:
 * @level: of a heading, from 1
 * @runs: (element-type TlGuideRun): its words
 *
 * A part of a guide that stands by itself.
 */
typedef struct
{
  TlGuideKind kind;
  guint       level;
  GArray     *runs;
} TlGuideBlock;

GPtrArray *tl_guide_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

char *tl_guide_block_to_text (const TlGuideBlock *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
