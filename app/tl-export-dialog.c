/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-dialog-private.h"

#include "tl-bundle.h"
#include "tl-chart-content.h"
#include "tl-export-words.h"
#include "tl-icon-button.h"
#include "tl-rows.h"

#include <glib/gi18n.h>

/* What is left to the preview beside the options, or it goes below them. */
#define PREVIEW_WIDTH 340

#define OPTIONS_WIDTH        400
#define NARROW_OPTIONS_WIDTH 600

/**
 * TlExportDialog:
 *
 * Lets people make a chart of what a window shows: how it is to be beside
 * how it will be.
 */
G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
tl_export_dialog_tell_saved (TlExportDialog *self,
                             const char     *path)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, path);
}

static void
show_command (TlExportDialog *self)
{
  g_autofree char *file = tl_bundle_has (self->file) ? NULL : g_file_get_path (self->file);
  g_autofree char *folder = tl_export_find_folder (self->file);
  g_autofree char *name = tl_export_make_name (self->timeline, self->format);
  g_autofree char *output = g_build_filename (folder, name, NULL);
  g_autofree char *command = tl_chart_request_to_command (&self->request, file, output, self->format);

  gtk_label_set_text (self->command, command);
}

static void
update (TlExportDialog *self)
{
  const TlExportChoices *choices = tl_export_chooser_get (self->chooser);

  g_set_object (&self->timeline, tl_viewport_get_timeline (self->viewport));
  tl_chart_request_clear (&self->request);
  tl_export_choices_settle (choices, self->viewport, &self->request);
  self->format = choices->format;
  show_command (self);
  tl_export_preview_show (self->preview, self->timeline, &self->request, self->format);
  tl_export_dialog_update_buttons (self);
}

void
tl_export_dialog_update_buttons (TlExportDialog *self)
{
  gboolean has_chart = tl_export_preview_is_drawing (self->preview) || tl_export_preview_get_chart (self->preview) != NULL;

  gtk_widget_set_sensitive (self->save_button, has_chart && self->saving == NULL);
  gtk_widget_set_sensitive (self->copy_button, has_chart);
}

/* The file may change while the dialog is open. */
static void
viewport_changed_cb (TlExportDialog *self,
                     guint           changes)
{
  if ((changes & TL_VIEWPORT_CONTENT) != 0 && tl_viewport_get_timeline (self->viewport) != NULL)
    update (self);
}

/* Taking it elsewhere */

static void
copy_cb (TlExportDialog *self)
{
  g_autoptr (GdkContentProvider) content = tl_chart_content_new_for_copy (&self->request, self->timeline);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The chart has been copied")));
}

static void
copy_command_cb (TlExportDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->command));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The command has been copied")));
}

static GdkContentProvider *
prepare_cb (GtkDragSource  *source,
            double          x,
            double          y,
            TlExportDialog *self)
{
  g_autofree char *name = tl_export_make_name (self->timeline, self->format);

  if (tl_export_preview_get_chart (self->preview) == NULL)
    return NULL;

  return tl_chart_content_new_for_drag (&self->request, self->timeline, self->format, name);
}

static void
drag_begin_cb (GtkDragSource  *source,
               GdkDrag        *drag,
               TlExportDialog *self)
{
  g_autoptr (GdkPaintable) icon = tl_export_preview_make_icon (self->preview);

  if (icon != NULL)
    gtk_drag_source_set_icon (source, icon, 0, 0);
}

static void
add_drag (TlExportDialog *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *page = tl_export_preview_get_page (self->preview);

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_tooltip_text (page, _("Drag the chart into another program"));
}

/* What is in it */

static GtkWidget *
make_command (TlExportDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *copy = tl_icon_button_new_with_callback ("edit-copy-symbolic", _("Copy the command"),
                                                      G_CALLBACK (copy_command_cb), self);

  self->command = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "selectable", TRUE, "wrap", TRUE, "wrap-mode",
                                           PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->command), "monospace");
  gtk_widget_add_css_class (GTK_WIDGET (self->command), "command-line");
  gtk_widget_add_css_class (GTK_WIDGET (self->command), "card");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Command Line That Does the Same"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), copy);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->command));

  return group;
}

static GtkWidget *
make_options (TlExportDialog        *self,
              const TlExportChoices *choices)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->options = gtk_scrolled_window_new ();
  self->chooser = TL_EXPORT_CHOOSER (tl_export_chooser_new (choices, self->viewport));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), make_command (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->options), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->options), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->clamp = ADW_CLAMP (g_object_new (ADW_TYPE_CLAMP, "child", box, "maximum-size", OPTIONS_WIDTH,
                                         "tightening-threshold", OPTIONS_WIDTH, NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->options), GTK_WIDGET (self->clamp));
  gtk_widget_set_vexpand (self->options, TRUE);
  gtk_widget_set_hexpand (self->options, FALSE); /* whatever rows want */

  return self->options;
}

static GtkWidget *
make_preview (TlExportDialog *self,
              const char     *name)
{
  GtkWidget *preview = tl_export_preview_new (name);

  self->preview = TL_EXPORT_PREVIEW (preview);
  gtk_widget_set_hexpand (preview, TRUE);
  gtk_widget_set_vexpand (preview, TRUE);
  gtk_widget_set_size_request (preview, -1, 150);
  gtk_widget_set_margin_top (preview, 12);
  gtk_widget_set_margin_bottom (preview, 12);
  gtk_widget_set_margin_start (preview, 12);
  gtk_widget_set_margin_end (preview, 12);
  g_signal_connect_object (preview, "drawn", G_CALLBACK (tl_export_dialog_update_buttons), self, G_CONNECT_SWAPPED);
  add_drag (self);

  return preview;
}

/* GTK 4.8 would call it by its label twice, once with the underscore. */
static GtkWidget *
make_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);

  return button;
}

static GtkWidget *
make_header (TlExportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->save_button = make_button (_("_Save…"));
  self->copy_button = make_button (_("_Copy"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_tooltip_text (self->copy_button, _("Copy the chart as a picture"));
  gtk_widget_set_tooltip_text (self->save_button, _("Write the chart into a file"));
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (tl_export_dialog_choose_file), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->copy_button);

  return header;
}

/* In a narrow window the preview is above the options. */
static gboolean
arrange_cb (gpointer data)
{
  TlExportDialog *self = data;
  GtkOrientation orientation = self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->arranging = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), orientation);
  gtk_widget_set_hexpand (self->options, self->is_narrow);
  adw_clamp_set_maximum_size (self->clamp, self->is_narrow ? NARROW_OPTIONS_WIDTH : OPTIONS_WIDTH);
  if (self->is_narrow)
    gtk_box_reorder_child_after (self->body, GTK_WIDGET (self->preview), NULL);
  else
    gtk_box_reorder_child_after (self->body, GTK_WIDGET (self->preview), self->options);

  return G_SOURCE_REMOVE;
}

static void
tl_export_dialog_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (widget);
  int options = 0;
  gboolean is_narrow;

  GTK_WIDGET_CLASS (tl_export_dialog_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_widget_measure (self->options, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &options, NULL, NULL);
  is_narrow = width < options + PREVIEW_WIDTH;
  if (is_narrow == self->is_narrow)
    return;

  self->is_narrow = is_narrow;
  if (self->arranging == 0)
    self->arranging = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

static gboolean
tl_export_dialog_close_request (GtkWindow *window)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (window);

  /* Nothing will be said of it any more. */
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->session != NULL)
    tl_export_choices_keep (tl_export_chooser_get (self->chooser), self->session);

  return GTK_WINDOW_CLASS (tl_export_dialog_parent_class)->close_request (window);
}

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->arranging, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->viewport);
  g_clear_object (&self->timeline);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_finalize (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  tl_chart_request_clear (&self->request);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->finalize (object);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_export_dialog_dispose;
  object_class->finalize = tl_export_dialog_finalize;
  widget_class->size_allocate = tl_export_dialog_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = tl_export_dialog_close_request;

  /**
   * TlExportDialog::saved:
   * @self: the dialog
   * @path: (type filename): the file that has been written, or the first one
   *
   * A chart has been written. The dialog closes.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  tl_chart_request_init (&self->request);
}

static void
fill (TlExportDialog        *self,
      const TlExportChoices *choices,
      const char            *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_box_append (self->body, make_options (self, choices));
  gtk_box_append (self->body, make_preview (self, name));
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->body));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), tl_export_dialog_make_notice (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * tl_export_dialog_new:
 * @parent: (transfer none): the window that shows the timeline
 * @viewport: what it shows; with a timeline
 * @file: the file of the timeline
 * @session: (nullable): where choices are remembered
 *
 * Returns: (transfer none): the dialog, to be presented
 */
TlExportDialog *
tl_export_dialog_new (GtkWindow  *parent,
                      TlViewport *viewport,
                      GFile      *file,
                      TlSession  *session)
{
  TlExportDialog *self = g_object_new (TL_TYPE_EXPORT_DIALOG,
                                       "transient-for", parent,
                                       "destroy-with-parent", TRUE,
                                       "modal", TRUE,
                                       "default-width", 980,
                                       "default-height", 640,
                                       "title", _("Export"),
                                       NULL);
  g_auto (TlExportChoices) choices = { 0 };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self->viewport = g_object_ref (viewport);
  self->timeline = g_object_ref (tl_viewport_get_timeline (viewport));
  self->file = g_object_ref (file);
  self->session = session;
  tl_export_choices_restore (&choices, session);
  fill (self, &choices, shown);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * tl_export_dialog_present:
 * @self: a dialog
 *
 * Shows it, with the keyboard at the first option.
 */
void
tl_export_dialog_present (TlExportDialog *self)
{
  g_return_if_fail (TL_IS_EXPORT_DIALOG (self));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->chooser), GTK_DIR_TAB_FORWARD);
}
