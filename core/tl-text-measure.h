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
  guint  n_lines; /* at most; the last one ends with an ellipsis where the text goes on */
} TlTextRoom;

/* The room that a text takes, in pixels. */
typedef struct
{
  double   width;
  double   height;
  double   baseline; /* of the first line, below the top */
  guint    n_lines;
  gboolean is_cut; /* ends with an ellipsis */
} TlTextExtents;

/**
 * TlTextMeasure:
 * @measure: fills @extents for @text, set in @style within @room
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
                   TlTextExtents     *extents,
                   gpointer           data);
  gpointer data;
} TlTextMeasure;

G_END_DECLS
