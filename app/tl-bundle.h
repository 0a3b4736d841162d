/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Needs config.h. */
#define TL_BUNDLE_STORY RESOURCE_PATH "/meta-scale-openai-google.timeline.json"
#define TL_BUNDLE_TEMPLATE RESOURCE_PATH "/template.timeline.json"

GFile *tl_bundle_new_story (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_bundle_has (GFile *file);

void tl_bundle_write_template_async (GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

gboolean tl_bundle_write_template_finish (GFile        *file,
                                          GAsyncResult *result,
                                          GError      **error);

G_END_DECLS
