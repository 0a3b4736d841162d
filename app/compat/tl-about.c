/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* libadwaita before 1.5 has a window for this, later ones a dialog. The
 * window goes when 1.5 is the oldest one that we build with.
 */

#if ADW_CHECK_VERSION (1, 5, 0)
#define SET(what) adw_about_dialog_set_##what
#define TYPE ADW_ABOUT_DIALOG
#else
#define SET(what) adw_about_window_set_##what
#define TYPE ADW_ABOUT_WINDOW
#endif

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * tl_about_present:
 * @parent: (nullable): the window that it is about
 *
 * Shows what program this is.
 */
void
tl_about_present (GtkWindow *parent)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *about = adw_about_dialog_new ();
#else
  GtkWidget *about = adw_about_window_new ();
#endif
  const char *names[] = { _("The Throughline developers"), NULL };

  SET (application_name) (TYPE (about), _("Throughline"));
  SET (application_icon) (TYPE (about), APPLICATION_ID);
  SET (version) (TYPE (about), PACKAGE_VERSION);
  SET (developer_name) (TYPE (about), names[0]);
  SET (comments) (TYPE (about), _("Timelines of dated, sourced events"));
  SET (copyright) (TYPE (about), "© 2026 The Throughline developers");
  SET (license_type) (TYPE (about), GTK_LICENSE_GPL_3_0);
  SET (developers) (TYPE (about), names);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (about, parent != NULL ? GTK_WIDGET (parent) : NULL);
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), parent != NULL);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
