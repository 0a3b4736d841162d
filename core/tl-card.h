/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-drawing.h"

G_BEGIN_DECLS

/* How much of an event its card tells. */
typedef enum
{
  TL_CARD_FULL,    /* title, date, figure, notes */
  TL_CARD_COMPACT, /* title on one line */
} TlCardForm;

/* The size of a card, and the room that its texts have been given. */
typedef struct
{
  float  width;
  float  height;
  float  room; /* for its texts */
  guint8 n_title_lines;
  guint8 n_meta_lines;
  guint8 form; /* TlCardForm */
} TlCardSize;

/* No card is smaller or wider. */
#define TL_CARD_MIN_WIDTH  44.0
#define TL_CARD_MIN_HEIGHT 24.0
#define TL_CARD_MAX_WIDTH  245.0

#define TL_CARD_CORNER 6.0

/* From a card's top to the middle of its mark. */
#define TL_CARD_MARK_Y 14.0

const char *tl_card_get_title (const TlDrawing *drawing,
                               const TlEvent   *event);

TlTextStyle tl_card_get_title_style (const TlEvent *event);

char *tl_card_dup_date (const TlDrawing *drawing,
                        const TlEvent   *event) G_GNUC_WARN_UNUSED_RESULT;

char *tl_card_dup_meta (const TlDrawing *drawing,
                        const TlEvent   *event) G_GNUC_WARN_UNUSED_RESULT;

char *tl_card_dup_notes (const TlDrawing *drawing,
                         const TlEvent   *event,
                         TlCardForm       form) G_GNUC_WARN_UNUSED_RESULT;

TlCardSize tl_card_measure (const TlDrawing *drawing,
                            const TlEvent   *event,
                            TlCardForm       form);

TlCardSize tl_card_estimate (const TlDrawing *drawing,
                             const TlEvent   *event,
                             TlCardForm       form);

void tl_card_draw (const TlDrawing  *drawing,
                   const TlEvent    *event,
                   const TlCardSize *size,
                   double            x,
                   double            y,
                   gboolean          is_selected,
                   TlScene          *scene);

void tl_card_draw_alert (const TlDrawing *drawing,
                         double           x,
                         double           y,
                         TlScene         *scene);

G_END_DECLS
