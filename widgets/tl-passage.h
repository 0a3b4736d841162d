/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-paragraph.h"

G_BEGIN_DECLS

#define TL_TYPE_PASSAGE (tl_passage_get_type ())

G_DECLARE_FINAL_TYPE (TlPassage, tl_passage, TL, PASSAGE, GtkWidget)

GtkWidget *tl_passage_new (const char        *text,
                           GtkAccessibleRole  role,
                           const char        *css_class) G_GNUC_WARN_UNUSED_RESULT;

TlParagraph *tl_passage_get_paragraph (TlPassage *self);

GtkLabel *tl_passage_get_label (TlPassage *self);

G_END_DECLS
