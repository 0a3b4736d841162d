/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmark-row.h"

#include "tl-icon-button.h"
#include "tl-row-parts.h"

#include <glib/gi18n-lib.h>

/**
 * TlBookmarkRow:
 *
 * A bookmark in a list: a button that goes there, one to give it another
 * name, in its place, and one to remove it.
 */
struct _TlBookmarkRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *go;
  GtkWidget *name;
  GtkWidget *time;
  GtkWidget *entry;
  GtkWidget *edit;
  GtkWidget *remove;
  gboolean   is_editing;
};

G_DEFINE_FINAL_TYPE (TlBookmarkRow, tl_bookmark_row, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  RENAMED,
  REMOVED,
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING   6
#define MAX_CHARS 32

/* With whatever has been typed, or without it. */
static void
end_editing (TlBookmarkRow *self,
             gboolean       is_kept,
             gboolean       is_here)
{
  g_autofree char *text = NULL;

  if (!self->is_editing)
    return;

  self->is_editing = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_widget_show (self->go);
  gtk_widget_show (self->edit);
  /* Not after the entry is gone: GTK would go on with some other widget. */
  if (is_here)
    gtk_widget_grab_focus (self->go);
  gtk_widget_hide (self->entry);
  if (is_kept)
    g_signal_emit (self, signals[RENAMED], 0, text);
  if (is_here)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
activate_cb (TlBookmarkRow *self)
{
  end_editing (self, TRUE, TRUE);
}

/* Whoever goes elsewhere has typed what was meant; but not whoever looks at
 * another window for a moment. */
static void
leave_cb (TlBookmarkRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->entry))
    end_editing (self, TRUE, FALSE);
}

/* Before the popover around it, which would be closed. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TlBookmarkRow         *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  end_editing (self, FALSE, TRUE);

  return TRUE;
}

static void
go_cb (TlBookmarkRow *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
remove_cb (TlBookmarkRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
tl_bookmark_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_BOOKMARK_ROW (widget)->go);
}

static void
tl_bookmark_row_dispose (GObject *object)
{
  TlBookmarkRow *self = TL_BOOKMARK_ROW (object);

  self->is_editing = FALSE;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_bookmark_row_parent_class)->dispose (object);
}

static void
tl_bookmark_row_class_init (TlBookmarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_bookmark_row_dispose;
  widget_class->grab_focus = tl_bookmark_row_grab_focus;

  /**
   * TlBookmarkRow::opened:
   * @self: the row
   *
   * The user wants to go to the bookmark.
   */
  signals[OPENED] = g_signal_new ("opened", TL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * TlBookmarkRow::renamed:
   * @self: the row
   * @name: what the bookmark is to be called
   *
   * The user has given it a name.
   */
  signals[RENAMED] = g_signal_new ("renamed", TL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlBookmarkRow::removed:
   * @self: the row
   *
   * The user wants the bookmark no more.
   */
  signals[REMOVED] = g_signal_new ("removed", TL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * TlBookmarkRow::edited:
   * @self: the row
   *
   * The user has said that the name is as it should be.
   */
  signals[EDITED] = g_signal_new ("edited", TL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookmarkrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = tl_row_label_new (style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);

  return label;
}

static GtkWidget *
new_go_button (TlBookmarkRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  self->name = new_label (NULL);
  self->time = new_label ("dim-label");
  gtk_widget_add_css_class (self->time, "caption");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->time);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bookmark");
  gtk_widget_set_hexpand (button, TRUE);

  return button;
}

static GtkWidget *
new_entry (TlBookmarkRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), MAX_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the bookmark"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static void
tl_bookmark_row_init (TlBookmarkRow *self)
{
  self->go = new_go_button (self);
  self->entry = new_entry (self);
  self->edit = tl_icon_button_new ("document-edit-symbolic", _("Rename"));
  self->remove = tl_icon_button_new ("user-trash-symbolic", _("Remove"));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (self->box), self->go);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->edit);
  gtk_box_append (GTK_BOX (self->box), self->remove);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (self->go, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (tl_bookmark_row_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_bookmark_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
tl_bookmark_row_new (void)
{
  return g_object_new (TL_TYPE_BOOKMARK_ROW, NULL);
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_bookmark_row_set_text:
 * @self: a row
 * @name: of the bookmark
 * @time: which time it shows
 */
void
tl_bookmark_row_set_text (TlBookmarkRow *self,
                          const char    *name,
                          const char    *time)
{
  /* A bookmark that has no other name is called by its time. */
  gboolean is_time = g_strcmp0 (name, time) == 0;
  /* Translators: the name of a bookmark, and the time that it shows */
  g_autofree char *whole = is_time ? g_strdup (name) : g_strdup_printf (C_("bookmark", "%s, %s"), name, time);
  /* Translators: the name of a bookmark */
  g_autofree char *rename = g_strdup_printf (_("Rename %s"), name);
  /* Translators: the name of a bookmark */
  g_autofree char *removing = g_strdup_printf (_("Remove %s"), name);

  g_return_if_fail (TL_IS_BOOKMARK_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->time), time);
  gtk_widget_set_visible (self->time, !is_time);
  set_name (GTK_WIDGET (self), whole);
  set_name (self->go, whole);
  set_name (self->edit, rename);
  set_name (self->remove, removing);
}

/**
 * tl_bookmark_row_edit:
 * @self: a row
 *
 * Lets the user type another name.
 */
void
tl_bookmark_row_edit (TlBookmarkRow *self)
{
  g_return_if_fail (TL_IS_BOOKMARK_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_text (GTK_LABEL (self->name)));
  gtk_widget_show (self->entry);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_hide (self->go);
  gtk_widget_hide (self->edit);
  self->is_editing = TRUE;
}
