/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-preferences-frame.h"

#include <glib/gi18n.h>

/* libadwaita before 1.5 has a window for this, later ones a dialog. The
 * window goes when 1.5 is the oldest one that we build with.
 */

/**
 * tl_preferences_frame_present:
 * @parent: (nullable): the window where it was asked for
 * @page: (transfer floating): all that there is to prefer
 *
 * Shows @page.
 */
void
tl_preferences_frame_present (GtkWindow          *parent,
                              AdwPreferencesPage *page)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *frame = adw_preferences_dialog_new ();

  adw_dialog_set_title (frame, _("Preferences"));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (frame), page);
  adw_dialog_present (frame, parent != NULL ? GTK_WIDGET (parent) : NULL);
#else
  GtkWidget *frame = adw_preferences_window_new ();

  gtk_window_set_title (GTK_WINDOW (frame), _("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (frame), parent);
  gtk_window_set_modal (GTK_WINDOW (frame), parent != NULL);
  gtk_window_set_default_size (GTK_WINDOW (frame), 640, 620);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (frame), FALSE);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (frame), page);
  gtk_window_present (GTK_WINDOW (frame));
#endif
  G_GNUC_END_IGNORE_DEPRECATIONS
}
