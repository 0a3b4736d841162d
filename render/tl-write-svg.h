/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SVG_TEXT_LIVE,     /* text that can be selected and searched */
  TL_SVG_TEXT_OUTLINES, /* the shapes of its glyphs: looks alike everywhere */
} TlSvgText;

GString *tl_write_svg (const TlScene *scene,
                       TlTextPango   *text,
                       TlSvgText      how) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
