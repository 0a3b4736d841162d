/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-application.h"
#include "tl-chart-content.h"
#include "tl-chart-print.h"
#include "tl-export-choices.h"
#include "tl-export-dialog.h"
#include "tl-export-words.h"
#include "tl-uri-launcher.h"

#include <glib/gi18n.h>
#include <string.h>

/* Taking what is shown elsewhere: as a file, by the clipboard, on paper. */

#define FILE_MANAGER "org.freedesktop.FileManager1"

static TlSession *
get_session (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return TL_IS_APPLICATION (application) ? tl_application_get_session (TL_APPLICATION (application)) : NULL;
}

/* What has been saved */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!tl_uri_launcher_launch_finish (result, &error))
    tl_window_say (self, error->message);
}

static void
launch (TlWindow *self,
        GFile    *file)
{
  tl_uri_launcher_launch_file (GTK_WINDOW (self), file, NULL, launched_cb, g_object_ref (self));
}

static void
open_saved_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));

  launch (data, file);
}

typedef struct
{
  TlWindow *window;
  GFile    *file;
} Showing;

/* Where no file manager can point at a file, its folder is opened. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Showing *showing = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (showing->file);

  if (answer == NULL && folder != NULL)
    launch (showing->window, folder);
  g_object_unref (showing->window);
  g_object_unref (showing->file);
  g_free (showing);
}

static void
show_saved_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  TlWindow *self = data;
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  Showing *showing = g_new (Showing, 1);
  g_autofree char *uri = NULL;
  const char *uris[] = { NULL, NULL };

  *showing = (Showing){ g_object_ref (self), g_file_new_for_path (g_variant_get_bytestring (parameter)) };
  uris[0] = uri = g_file_get_uri (showing->file);
  g_dbus_connection_call (bus, FILE_MANAGER, "/org/freedesktop/FileManager1", FILE_MANAGER, "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, showing);
}

void
tl_window_init_export (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-saved", .parameter_type = "ay", .activate = open_saved_cb },
    { .name = "show-saved", .parameter_type = "ay", .activate = show_saved_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static GtkWidget *
make_toast_title (const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_("%s has been saved"), name);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "xalign", 0.0, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-saved");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "^ay", path);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

void
tl_window_say_saved (TlWindow   *self,
                     const char *path)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, make_toast_title (path));
  adw_toast_set_button_label (toast, _("Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-saved");
  adw_toast_set_action_target (toast, "^ay", path);
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
saved_cb (TlExportDialog *dialog,
          const char     *path,
          TlWindow       *self)
{
  tl_window_say_saved (self, path);
}

void
tl_window_export (TlWindow *self)
{
  TlExportDialog *dialog = tl_export_dialog_new (GTK_WINDOW (self), self->viewport, tl_document_get_file (self->shown),
                                                 get_session (self));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  tl_export_dialog_present (dialog);
}

/* What is in view, as charts were last made. */
void
tl_window_copy_picture (TlWindow *self)
{
  g_auto (TlExportChoices) choices = { 0 };
  g_auto (TlChartRequest) request = { 0 };
  g_autoptr (GdkContentProvider) content = NULL;

  tl_export_choices_restore (&choices, get_session (self));
  choices.part = TL_EXPORT_PART_VIEW;
  tl_export_choices_settle (&choices, self->viewport, &request);
  content = tl_chart_content_new_for_copy (&request, tl_viewport_get_timeline (self->viewport));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  tl_window_say (self, _("What is in view has been copied as a picture"));
}

/* Printing */

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         TlWindow               *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tl_window_say (self, error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&self->page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
}

/* Charts are wider than they are high. */
static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return setup;
}

/* Where it is printed to a file. */
static void
name_output (TlWindow *self)
{
  g_autofree char *name = tl_export_make_name (tl_viewport_get_timeline (self->viewport), TL_EXPORT_PDF);
  g_autofree char *folder = tl_export_find_folder (tl_document_get_file (self->shown));

  /* The dialog adds what the format is called. */
  *strrchr (name, '.') = '\0';
  gtk_print_settings_set (self->print_settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (self->print_settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
}

void
tl_window_print (TlWindow *self)
{
  g_auto (TlExportChoices) choices = { 0 };
  g_auto (TlChartRequest) request = { 0 };
  g_autoptr (GtkPrintOperation) operation = NULL;

  tl_export_choices_restore (&choices, get_session (self));
  tl_export_choices_settle (&choices, self->viewport, &request);
  operation = tl_chart_print_new (&request, tl_viewport_get_timeline (self->viewport));
  if (self->page_setup == NULL)
    self->page_setup = make_page_setup ();
  gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  if (self->print_settings == NULL)
    self->print_settings = gtk_print_settings_new ();
  name_output (self);
  gtk_print_operation_set_print_settings (operation, self->print_settings);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}
