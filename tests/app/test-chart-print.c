/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bundle.h"
#include "tl-chart-print.h"
#include "tl-load.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Charts on paper: printed into a file. */

static TlTimeline *
load_story (void)
{
  g_autoptr (GFile) file = tl_bundle_new_story ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  TlLoad *load = tl_load_bytes (bytes, NULL);
  TlTimeline *timeline = g_object_ref (load->timeline);

  tl_load_free (load);

  return timeline;
}

/* What a program says that looks into a file. */
static char *
run (const char *program,
     const char *options,
     const char *path)
{
  g_autofree char *command = g_strdup_printf ("%s %s '%s'%s", program, options, path,
                                              g_str_equal (program, "pdftotext") ? " -" : "");
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_command_line_sync (command, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

static void
done_cb (GtkPrintOperation *operation,
         int                result,
         int               *told)
{
  *told = result;
}

static void
print (const TlChartRequest *request,
       const char           *paper,
       GtkPageOrientation    orientation,
       const char           *path)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  g_autoptr (GtkPrintOperation) operation = tl_chart_print_new (request, timeline);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;
  int result = -1;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  while (result < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
test_print_papers (void)
{
  static const struct
  {
    const char        *paper;
    GtkPageOrientation orientation;
    const char        *size; /* as pdfinfo tells it */
  } papers[] = {
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE, "841.89 x 595.276 pts" },
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, "595.276 x 841.89 pts" },
    { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_LANDSCAPE, "792 x 612 pts" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_auto (TlChartRequest) request = { 0 };
      g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
      g_autofree char *text = NULL;
      g_autofree char *info = NULL;

      tl_chart_request_init (&request);
      print (&request, papers[i].paper, papers[i].orientation, path);
      info = run ("pdfinfo", "", path);
      g_assert_nonnull (strstr (info, papers[i].size));

      /* Text is text. */
      text = run ("pdftotext", "-layout", path);
      g_assert_nonnull (strstr (text, "Meta’s stake in Scale AI: six days in June 2025"));
      g_assert_nonnull (strstr (text, "Meta opens up LLaMA"));
      g_unlink (path);
      g_rmdir (folder);
    }
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);

  return found;
}

static GtkWidget *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Print Preview") == 0)
        return GTK_WIDGET (window);
    }

  return NULL;
}

/* The pages are looked at in a window of ours, before they are printed. */
static void
test_preview (void)
{
  g_auto (TlChartRequest) request = { 0 };
  g_autoptr (TlTimeline) timeline = load_story ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *next;
  int result = -1;

  tl_chart_request_init (&request);
  request.in_pages = TRUE;
  operation = tl_chart_print_new (&request, timeline);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, &error);
  g_assert_no_error (error);
  while (find_preview () == NULL || !gtk_widget_get_sensitive (find_button (find_preview (), "Next page")))
    g_main_context_iteration (NULL, TRUE);

  next = find_button (find_preview (), "Next page");
  g_assert_false (gtk_widget_get_sensitive (find_button (find_preview (), "Previous page")));
  g_signal_emit_by_name (next, "clicked");
  g_assert_true (gtk_widget_get_sensitive (find_button (find_preview (), "Previous page")));
  g_assert_nonnull (find_type (find_preview (), GTK_TYPE_DRAWING_AREA));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);

  gtk_window_destroy (GTK_WINDOW (find_preview ()));
  while (result < 0)
    g_main_context_iteration (NULL, TRUE);
}

/* As many as all labels take, each as large as the paper. */
static void
test_print_pages (void)
{
  g_auto (TlChartRequest) request = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *info = NULL;
  const char *pages;

  tl_chart_request_init (&request);
  request.in_pages = TRUE;
  print (&request, GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE, path);
  info = run ("pdfinfo", "", path);
  pages = strstr (info, "Pages:");
  g_assert_nonnull (pages);
  g_assert_cmpint (g_ascii_strtoll (pages + strlen ("Pages:"), NULL, 10), >, 2);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-print/papers", test_print_papers);
  g_test_add_func ("/chart-print/pages", test_print_pages);
  g_test_add_func ("/chart-print/preview", test_preview);

  return g_test_run ();
}
