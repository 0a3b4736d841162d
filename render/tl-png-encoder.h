/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/* The most colours that a palette has. */
#define TL_PNG_PALETTE_MAX 256

/* The colours of an image, as Cairo's pixels are. */
typedef struct
{
  guint32 mask; /* what counts of a pixel: all but the upper byte where there is no alpha */
  guint32 colours[TL_PNG_PALETTE_MAX];
  guint   n_colours;
  guint16 slots[4096]; /* by hash: index plus one, 0 where free */
} TlPngPalette;

gboolean tl_png_palette_add (TlPngPalette  *self,
                             const guint32 *pixels,
                             guint          n_pixels);

guint tl_png_palette_find (const TlPngPalette *self,
                           guint32             pixel);

typedef enum
{
  TL_PNG_FAST,
  TL_PNG_SMALL_PLAIN,    /* as it is: best where colours are few and flat */
  TL_PNG_SMALL_FILTERED, /* as differences between pixels: best for shades */
} TlPngEffort;

/**
 * TlPngShape:
 * @palette: (nullable): its colours, for one with few of them
 *
 * What a PNG is made as.
 */
typedef struct
{
  guint               width;
  guint               height;
  gboolean            has_alpha;
  const TlPngPalette *palette;
  double              pixels_per_metre;
  TlPngEffort         effort;
} TlPngShape;

/**
 * TlPngEncoder:
 *
 * Makes a PNG of rows of Cairo's pixels (https://www.w3.org/TR/png-3/).
 */
typedef struct _TlPngEncoder TlPngEncoder;

TlPngEncoder *tl_png_encoder_new (const TlPngShape   *shape,
                                  const TlSceneAbout *about,
                                  const char         *author,
                                  TlOutput           *output,
                                  GByteArray         *bytes) G_GNUC_WARN_UNUSED_RESULT;

void tl_png_encoder_add_rows (TlPngEncoder  *self,
                              const guint32 *pixels,
                              guint          stride,
                              guint          n_rows);

void tl_png_encoder_finish (TlPngEncoder *self);

void tl_png_encoder_free (TlPngEncoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPngEncoder, tl_png_encoder_free)

G_END_DECLS
