/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib-object.h>

#include "tl-diagnostic.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_ITEM (tl_finding_item_get_type ())

G_DECLARE_FINAL_TYPE (TlFindingItem, tl_finding_item, TL, FINDING_ITEM, GObject)

TlFindingItem *tl_finding_item_new (const TlDiagnostic *diagnostic,
                                    const char         *file_name) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_finding_item_is_error (TlFindingItem *self);

guint tl_finding_item_get_line (TlFindingItem *self);

const char *tl_finding_item_get_sentence (TlFindingItem *self);

const char *tl_finding_item_get_place (TlFindingItem *self);

const char *tl_finding_item_get_copy (TlFindingItem *self);

char *tl_finding_item_dup_name (TlFindingItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
