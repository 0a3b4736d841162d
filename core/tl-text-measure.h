/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_WEIGHT_REGULAR,
  TL_WEIGHT_SEMIBOLD,
  TL_WEIGHT_BOLD,
} TlTextWeight;

/* How a text is set. */
typedef struct
{
  double       size; /* of the font, in pixels */
  TlTextWeight weight;
} TlTextStyle;

/* The room that a text has. */
typedef struct
{
  double width;   /* in pixels; 0 for one line of any width */
  guint  n_lines; /* at most TL_TEXT_MAX_LINES; the last one is cut where the text goes on */
} TlTextRoom;

#define TL_TEXT_MAX_LINES 8

/* What stands at the end of a line that is cut. */
#define TL_ELLIPSIS "…"

/* One line of a text that has been broken into lines. */
typedef struct
{
  guint    start;  /* bytes into the text */
  guint    length; /* bytes, without the space that it was broken at */
  double   width;  /* in pixels, with the ellipsis */
  gboolean is_cut; /* TL_ELLIPSIS follows */
} TlTextLine;

/* A text broken into lines. */
typedef struct
{
  TlTextLine lines[TL_TEXT_MAX_LINES];
  guint      n_lines; /* 0 for an empty text */
  double     width;       /* of the widest line */
  double     line_height; /* from one baseline to the next, in pixels */
  double     baseline;    /* of the first line, below the top of the block */
  gboolean   is_rtl;      /* its paragraph runs from right to left */
} TlTextBlock;

/**
 * TlTextMeasure:
 * @measure: breaks @text, set in @style, into lines that have @room; line
 *   breaks in @text count as spaces
 * @data: passed to @measure
 *
 * How layout asks for the size of text. What draws text implements it; tests
 * have one with a fixed advance.
 */
typedef struct
{
  void (*measure) (const char        *text,
                   const TlTextStyle *style,
                   const TlTextRoom  *room,
                   TlTextBlock       *block,
                   gpointer           data);
  gpointer data;
} TlTextMeasure;

void tl_text_measure (const TlTextMeasure *measure,
                      const char          *text,
                      const TlTextStyle   *style,
                      const TlTextRoom    *room,
                      TlTextBlock         *block);

double tl_text_measure_width (const TlTextMeasure *measure,
                              const char          *text,
                              const TlTextStyle   *style);

void tl_text_flatten (char  *text,
                      gsize  length);

G_END_DECLS
