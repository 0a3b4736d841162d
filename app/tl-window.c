/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-recent.h"
#include "tl-shortcuts.h"

/**
 * TlWindow:
 *
 * A window on one timeline: lists, drawing and details side by side.
 */
G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);

  if (!tl_window_may_close (self))
    return TRUE;

  tl_window_keep_view (self);
  tl_window_keep_setup (self);
  tl_window_end_talk (self);
  tl_window_stop_taking (self);

  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  tl_window_end_talk (self);
  tl_window_stop_taking (self);
  tl_window_dispose_talk_edit (self);
  g_clear_handle_id (&self->progress_delay, g_source_remove);
  g_clear_weak_pointer (&self->bookmarks_before);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      tl_document_cancel (self->document);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
tl_window_finalize (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_pointer (&self->history, tl_history_free);
  g_clear_object (&self->viewport);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->page_setup);
  tl_window_forget_talk (self);
  g_clear_weak_pointer (&self->talk_window);
  g_free (self->select_id);
  g_free (self->open_label);

  G_OBJECT_CLASS (tl_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, open_content);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, lanes_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, popover_place);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, bookmarks_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_progress);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, notice_icon);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, notice_detail);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, notice_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title_room);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, start_row);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, end_row);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, side_paned);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, details_paned);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, side_box);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, details);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failure);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_window_dispose;
  object_class->finalize = tl_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;

  g_type_ensure (TL_TYPE_FILTER_BAR);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_SIDE_LISTS);
  g_type_ensure (TL_TYPE_DETAIL_PANE);
  g_type_ensure (TL_TYPE_SPARE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tl-window.ui");
  bind_children (widget_class);
}

/* The arrow beside the button: libadwaita 1.2 leaves it without a name. */
static void
name_recent_button (TlWindow *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->open_button));

  while (child != NULL && !GTK_IS_MENU_BUTTON (child))
    child = gtk_widget_get_prev_sibling (child);
  if (child != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_split_button_get_dropdown_tooltip (self->open_button), -1);
}

static void
tl_window_init (TlWindow *self)
{
  self->viewport = tl_viewport_new ();
  self->history = tl_history_new (self->viewport);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_split_button_set_menu_model (self->open_button, tl_recent_get_menu ());
  name_recent_button (self);
  tl_window_init_actions (self);
  tl_window_init_export (self);
  tl_window_init_view (self);
  tl_window_init_filter (self);
  tl_window_init_find (self);
  tl_window_init_bookmarks (self);
  tl_window_init_talk_edit (self);
  tl_window_init_panes (self);
  tl_window_init_drop (self);
  tl_window_init_document (self);
  tl_window_update_actions (self);
}

/**
 * tl_window_new:
 * @application: the application it belongs to
 *
 * Returns: (transfer none): a window without a timeline
 */
TlWindow *
tl_window_new (GtkApplication *application)
{
  TlWindow *self = g_object_new (TL_TYPE_WINDOW, "application", application, NULL);

  tl_window_restore_setup (self);

  return self;
}

/**
 * tl_window_open:
 * @self: a window
 * @file: a timeline file
 * @select_id: (nullable): the id of an event to select
 *
 * Loads @file and shows it when it is there. Where it is there already, only
 * selects.
 */
void
tl_window_open (TlWindow   *self,
                GFile      *file,
                const char *select_id)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->document != NULL && g_file_equal (tl_document_get_file (self->document), file)
      && tl_document_get_timeline (self->document) != NULL)
    {
      if (select_id != NULL)
        tl_window_select_id (self, select_id);
      return;
    }

  g_free (self->select_id);
  self->select_id = g_strdup (select_id);
  tl_window_load_document (self, file);
}

/**
 * tl_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is shown or loaded
 */
GFile *
tl_window_get_file (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->document != NULL ? tl_document_get_file (self->document) : NULL;
}

TlCanvas *
tl_window_get_canvas (TlWindow *self)
{
  return tl_stage_get_canvas (self->stage);
}

/* A short message that goes away by itself. What comes from a file is plain
 * text, and toasts take markup. */
void
tl_window_say (TlWindow   *self,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
