/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-dialog-private.h"

#include "tl-chart-worker.h"
#include "tl-export-words.h"
#include "tl-file-dialog.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/* Writing the file: asking where, how far it is, what went wrong. */

/* How often it is said how far it is, in milliseconds. */
#define PROGRESS_EACH 100

static const char *const kinds[] = { N_("PNG pictures"), N_("SVG drawings"), N_("PDF documents") };

typedef struct
{
  TlExportDialog *dialog;
  TlChartRequest  request;
  TlChartJob     *chart; /* (nullable): where the preview has it already */
  TlExportFormat  format;
  char           *path;
} Saving;

static void
free_saving_cb (gpointer data)
{
  Saving *saving = data;

  tl_chart_request_clear (&saving->request);
  g_clear_pointer (&saving->chart, tl_chart_job_unref);
  g_free (saving->path);
  g_free (saving);
}

/* Notices */

static void
cancel_cb (TlExportDialog *self)
{
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  else
    gtk_revealer_set_reveal_child (self->notice, FALSE);
}

GtkWidget *
tl_export_dialog_make_notice (TlExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->notice = GTK_REVEALER (gtk_revealer_new ());
  self->notice_label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                                "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->cancel_button = gtk_button_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saving"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->notice_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->cancel_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), self->cancel_button);
  g_signal_connect_object (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_revealer_set_child (self->notice, box);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);

  return GTK_WIDGET (self->notice);
}

static void
show_notice (TlExportDialog *self,
             const char     *text,
             gboolean        is_error)
{
  gtk_label_set_text (self->notice_label, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->notice_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->notice_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !is_error);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), is_error ? _("Dismiss") : _("Cancel"));
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

/* Writing; in the thread of charts */

static void
tell_cb (double   fraction,
         gpointer data)
{
  const Saving *saving = data;

  g_atomic_int_set (&saving->dialog->permille, (int) (fraction * 1000));
}

static void
save_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Saving *saving = data;
  TlExportDialog *self = source;
  const TlWriteProgress progress = { tell_cb, saving, cancellable };
  GError *error = NULL;

  if (saving->chart == NULL)
    saving->chart = tl_chart_job_new (&saving->request, self->timeline, tl_timeline_get_title (self->timeline), NULL,
                                      &error);
  if (saving->chart != NULL
      && tl_chart_job_write (saving->chart, saving->format, saving->path, FALSE, &progress, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stop_progress (TlExportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->saving);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
  tl_export_dialog_update_buttons (self);
}

/* Of several pages each may have a file of its own. */
static char *
find_first_file (const Saving *saving)
{
  guint n_pages = tl_chart_job_get_pages (saving->chart, saving->format, NULL)->len;

  if (n_pages > 1 && saving->format != TL_EXPORT_PDF)
    return tl_export_number_name (saving->path, saving->format, 1);

  return g_strdup (saving->path);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  /* A dialog that has been closed meanwhile has nothing left to say it in. */
  if (self->saving == NULL)
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *first = find_first_file (saving);

      stop_progress (self);
      tl_export_dialog_tell_saved (self, first);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  stop_progress (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = tl_export_say_error (error);
  show_notice (self, sentence, TRUE);
}

static gboolean
progress_cb (gpointer data)
{
  TlExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_timeline (TlExportDialog *self,
             GFile          *file)
{
  g_autofree char *timeline = g_file_get_path (self->file);
  g_autofree char *path = g_file_get_path (file);
  struct stat of_timeline;
  struct stat of_file;

  return timeline != NULL && stat (timeline, &of_timeline) == 0 && stat (path, &of_file) == 0
         && of_timeline.st_dev == of_file.st_dev && of_timeline.st_ino == of_file.st_ino;
}

static void
save (TlExportDialog *self,
      GFile          *file)
{
  Saving *saving = g_new0 (Saving, 1);
  TlChartJob *chart = tl_export_preview_get_chart (self->preview);
  g_autoptr (GTask) task = NULL;

  saving->dialog = self;
  tl_chart_request_copy (&self->request, &saving->request);
  saving->chart = chart != NULL ? tl_chart_job_ref (chart) : NULL;
  saving->format = self->format;
  saving->path = g_file_get_path (file);
  self->saving = g_cancellable_new ();
  self->permille = 0;
  self->progress_source = g_timeout_add (PROGRESS_EACH, progress_cb, self);
  show_notice (self, _("The chart is being written"), FALSE);
  tl_export_dialog_update_buttons (self);

  task = g_task_new (self, self->saving, saved_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, free_saving_cb);
  tl_chart_worker_run (task, save_cb);
}

/* Asking */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TlExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_dialog_save_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (file != NULL && g_file_peek_path (file) == NULL)
    show_notice (self, _("Charts can only be saved on this computer. Choose another folder."), TRUE);
  else if (file != NULL && is_timeline (self, file))
    show_notice (self, _("That is the timeline itself. Choose another name."), TRUE);
  else if (file != NULL && self->saving == NULL)
    save (self, file);
  else if (error != NULL)
    show_notice (self, sentence = tl_export_say_error (error), TRUE);
}

void
tl_export_dialog_choose_file (TlExportDialog *self)
{
  g_autofree char *name = tl_export_make_name (self->timeline, self->format);
  g_autofree char *path = tl_export_find_folder (self->file);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  tl_file_dialog_save (GTK_WINDOW (self), _("Save Chart"), name, _(kinds[self->format]),
                       tl_export_format_words[self->format], folder, NULL, chosen_cb, g_object_ref (self));
}
