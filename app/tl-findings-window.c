/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-findings-window.h"

#include "tl-escape.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The findings in a file, in a window of their own that stays open while one
 * puts them right.
 */

static GtkWidget *
make_copy_button (TlFindingsList *list)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Copy All"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (tl_findings_list_copy_all), list, G_CONNECT_SWAPPED);

  return button;
}

static char *
describe_counts (const TlDiagnostics *diagnostics)
{
  guint n_errors = tl_diagnostics_get_n_errors (diagnostics);
  guint n_warnings = tl_diagnostics_get_n_warnings (diagnostics);
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *both = g_strconcat (errors, ", ", warnings, NULL);
  guint n_listed;

  tl_diagnostics_get (diagnostics, &n_listed);
  if (n_listed == n_errors + n_warnings)
    return g_steal_pointer (&both);

  /* Translators: %s is such as “1200 errors, 3 warnings” */
  return g_strdup_printf (ngettext ("%s; the first %u is listed", "%s; the first %u are listed", n_listed), both,
                          n_listed);
}

/**
 * tl_findings_window_present:
 * @parent: (transfer none): the window with the file
 * @diagnostics: (transfer none): what was found in it
 * @file_name: the file's name, to be shown
 *
 * Shows the findings in a window of their own.
 *
 * Returns: (transfer none): the list in it, which tells by
 *   #TlFindingsList::line-activated what people want to see in the file;
 *   gone when the window is closed
 */
TlFindingsList *
tl_findings_window_present (GtkWindow           *parent,
                            const TlDiagnostics *diagnostics,
                            const char          *file_name)
{
  GtkWidget *list = tl_findings_list_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "transient-for", parent,
                                    "destroy-with-parent", TRUE,
                                    "default-width", 640,
                                    "default-height", 480,
                                    "title", _("Findings"),
                                    NULL);
  g_autofree char *counts = describe_counts (diagnostics);

  tl_findings_list_set_diagnostics (TL_FINDINGS_LIST (list), diagnostics, file_name);
  gtk_widget_set_vexpand (list, TRUE);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (file_name, counts));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_copy_button (TL_FINDINGS_LIST (list)));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), list);
  adw_window_set_content (ADW_WINDOW (window), box);
  tl_escape_closes (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);

  return TL_FINDINGS_LIST (list);
}
