/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-write-svg.h"
#include "tl-xml.h"

G_BEGIN_DECLS

/* A file that is being written: what shapes refer to goes before them. */
typedef struct
{
  const TlScene *scene;
  TlTextPango   *text;
  TlSvgText      how;
  GString       *defs;
  GString       *body;
  GHashTable    *known;   /* what is in the defs, by how it is written; its number */
  cairo_t       *scratch; /* (nullable): where outlines are made */
} TlSvgWriter;

void tl_svg_append_length (GString    *out,
                           const char *name,
                           double      length);

void tl_svg_append_colour (GString    *out,
                           const char *name,
                           TlRgba      colour);

void tl_svg_append_id (GString    *out,
                       const char *id);

void tl_svg_append_fonts (GString    *out,
                          const char *family);

gboolean tl_svg_append_link (GString    *out,
                             const char *link);

/* Parts of the file. */

guint tl_svg_writer_define (TlSvgWriter *self,
                            const char  *element,
                            const char  *attributes,
                            const char  *content);

void tl_svg_writer_add_shape (TlSvgWriter   *self,
                              const TlShape *shape);

void tl_svg_writer_add_text (TlSvgWriter   *self,
                             const TlShape *shape);

G_END_DECLS
