/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-words.h"

G_BEGIN_DECLS

/**
 * TlCatalogue:
 *
 * Translations into one language, whatever the environment's is. Immutable;
 * may be used by any thread.
 */
typedef struct _TlCatalogue TlCatalogue;

TlCatalogue *tl_catalogue_new (const char *folder,
                               const char *language) G_GNUC_WARN_UNUSED_RESULT;

void tl_catalogue_free (TlCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCatalogue, tl_catalogue_free)

TlWords tl_catalogue_get_words (TlCatalogue *self);

G_END_DECLS
