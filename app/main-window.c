/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-application.h"
#include "tl-chart-job.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

/* What the program becomes when it opens a window, see main.c. */

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Before GTK starts threads. */
  tl_chart_settle_environment ();

  /* Desktops and screen readers know it by the name that people start. */
  g_set_prgname ("throughline");
  if (!gtk_init_check ())
    {
      fputs (_("throughline: there is no display to open a window on; “throughline export” needs none\n"), stderr);
      return 2;
    }

  application = tl_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
