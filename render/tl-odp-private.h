/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a presentation's writer share.
 */
#pragma once

#include "tl-odp.h"
#include "tl-zip.h"

G_BEGIN_DECLS

struct _TlOdp
{
  TlOdpOptions options;
  TlZip       *zip;
  GString     *styles; /* of its frames and texts */
  GHashTable  *known;  /* these, by what they say; their names */
  GString     *body;   /* its slides */
  GString     *files;  /* what the manifest says of its pictures */
  GHashTable  *names;  /* of its slides; how many of them have that title */
  guint        n_slides;
};

/* The one page that all slides are made after; styles of OpenDocument's
 * placeholders begin with its name. */
#define TL_ODP_MASTER "Throughline"

/* Layouts of slides: what programs make of them they tell by the number in
 * the end of the name. */
#define TL_ODP_LAYOUT_TEXT  "AL1T0"  /* a title and a text */
#define TL_ODP_LAYOUT_TITLE "AL2T19" /* a title alone */

/* A slide of 600 pixels becomes one of 7.5 inches, as presentations have it. */
#define TL_ODP_POINTS 0.9

/* A page of notes, in points: A4. */
#define TL_ODP_NOTES_WIDTH  595.3
#define TL_ODP_NOTES_HEIGHT 841.9
#define TL_ODP_NOTES_MARGIN 56.7

void tl_odp_append_namespaces (GString *out);

void tl_odp_append_points (GString    *out,
                           const char *name,
                           double      points);

void tl_odp_append_box (GString      *out,
                        const TlRect *box);

void tl_odp_append_colour (GString    *out,
                           const char *name,
                           TlRgba      colour);

void tl_odp_append_text (GString    *out,
                         const char *text);

void tl_odp_append_fonts (GString    *out,
                          const char *family);

const char *tl_odp_define_style (TlOdp      *self,
                                 const char *family,
                                 const char *parent,
                                 const char *properties);

const char *tl_odp_define_text (TlOdp         *self,
                                const TlShape *shape);

const char *tl_odp_define_paragraph (TlOdp   *self,
                                     gboolean is_at_right,
                                     gboolean is_rtl,
                                     double   line_height);

const char *tl_odp_define_page (TlOdp   *self,
                                gboolean is_hidden);

void tl_odp_add_notes (TlOdp            *self,
                       const TlOdpSlide *slide);

char *tl_odp_make_styles (const TlOdp *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
