/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-dialogs.h"

#include <adwaita.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * tl_dialogs_close:
 * @window: a window that is to be closed
 *
 * Closes the dialogs in it, which would be closed in its stead. Before
 * libadwaita 1.5 there are none: dialogs are windows, which go with their
 * parents.
 */
void
tl_dialogs_close (GtkWindow *window)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  g_autoptr (GListModel) dialogs = NULL;

  if (!ADW_IS_APPLICATION_WINDOW (window))
    return;

  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));
  for (guint n = g_list_model_get_n_items (dialogs); n > 0; n--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, n - 1);

      if (dialog != NULL)
        adw_dialog_force_close (dialog);
    }
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
