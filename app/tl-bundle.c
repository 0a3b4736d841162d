/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bundle.h"

/* What comes with the program: the story, and the template of a timeline. */

/**
 * tl_bundle_new_story:
 *
 * Returns: (transfer full): the story that comes with the program
 */
GFile *
tl_bundle_new_story (void)
{
  return g_file_new_for_uri ("resource://" TL_BUNDLE_STORY);
}

/**
 * tl_bundle_has:
 * @file: a file
 *
 * Returns: whether @file is a part of the program, and so cannot be changed
 */
gboolean
tl_bundle_has (GFile *file)
{
  return g_file_has_uri_scheme (file, "resource");
}

/**
 * tl_bundle_write_template_async:
 * @file: (transfer none): where the new timeline goes; replaced in one step
 *   where it is there, so ask before
 * @cancellable: (nullable): stops the writing
 * @callback: (scope async): called when it is done, with @file as its source
 * @user_data: passed to @callback
 *
 * Makes a new timeline from the template.
 */
void
tl_bundle_write_template_async (GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GBytes) template = g_resources_lookup_data (TL_BUNDLE_TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_file_replace_contents_bytes_async (file, template, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, callback,
                                       user_data);
}

/**
 * tl_bundle_write_template_finish:
 * @file: what tl_bundle_write_template_async() was called with
 * @result: what its callback was called with
 * @error: set where it could not be written
 *
 * Returns: whether the new timeline is there
 */
gboolean
tl_bundle_write_template_finish (GFile        *file,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_file_replace_contents_finish (file, result, NULL, error);
}
