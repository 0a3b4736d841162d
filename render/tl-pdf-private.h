/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-write-pdf.h"

#include <cairo-pdf.h>

G_BEGIN_DECLS

void tl_pdf_add_outline (cairo_surface_t    *surface,
                         GHashTable         *places,
                         const TlPdfOptions *options);

G_END_DECLS
