/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PARAGRAPH (tl_paragraph_get_type ())

G_DECLARE_FINAL_TYPE (TlParagraph, tl_paragraph, TL, PARAGRAPH, GtkWidget)

GtkWidget *tl_paragraph_new (const char        *text,
                             GtkAccessibleRole  role,
                             const char        *css_class) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_paragraph_get_text (TlParagraph *self);

void tl_paragraph_set_n_strong (TlParagraph *self,
                                guint        n_strong);

void tl_paragraph_set_max_width (TlParagraph *self,
                                 int          max_width);

G_END_DECLS
