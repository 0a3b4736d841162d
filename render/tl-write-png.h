/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"
#include "tl-paint-cairo.h"
#include "tl-write-progress.h"

G_BEGIN_DECLS

/* Cairo's images are no wider; libpng reads none that is higher. */
#define TL_PNG_MAX_WIDTH  32767
#define TL_PNG_MAX_HEIGHT 1000000

/**
 * TlPngOptions:
 * @scale: pixels of the image for each of the scene
 * @is_small: whether to take the time that the smallest file needs
 * @author: (nullable): who made the drawing
 * @progress: (nullable): who is told how far it is
 */
typedef struct
{
  double                 scale;
  gboolean               is_small;
  const char            *author;
  const TlWriteProgress *progress;
} TlPngOptions;

guint tl_png_get_width (const TlScene *scene,
                        double         scale);

guint tl_png_get_height (const TlScene *scene,
                         double         scale);

void tl_write_png (const TlScene      *scene,
                   TlTextPango        *text,
                   const TlPngOptions *options,
                   TlOutput           *output);

GByteArray *tl_make_png (const TlScene      *scene,
                         TlTextPango        *text,
                         const TlPngOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
