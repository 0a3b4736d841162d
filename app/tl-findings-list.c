/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-findings-list.h"

#include "tl-finding-item.h"

#include <glib/gi18n.h>

/**
 * TlFindingsList:
 *
 * What was found in a file, a row each. Can be copied: the selected one by
 * the keys for that, all of them by the action `findings.copy-all`.
 */
struct _TlFindingsList
{
  GtkWidget parent_instance;

  GtkWidget          *scroller;
  GtkWidget          *view;
  GListStore         *items; /* of TlFindingItem */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (TlFindingsList, tl_findings_list, GTK_TYPE_WIDGET)

enum
{
  LINE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW_MARGIN 10
#define ROW_SPACING 10

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* A sign with its word, the sentence, and below it where that is. */
static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ROW_SPACING);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_start (row, ROW_MARGIN);
  gtk_widget_set_margin_end (row, ROW_MARGIN);
  gtk_widget_set_margin_top (row, ROW_MARGIN);
  gtk_widget_set_margin_bottom (row, ROW_MARGIN);
  gtk_box_append (GTK_BOX (texts), make_label ("caption-heading"));
  gtk_box_append (GTK_BOX (texts), make_label (NULL));
  gtk_box_append (GTK_BOX (texts), make_label ("caption"));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  TlFindingItem *finding = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *severity = gtk_widget_get_first_child (gtk_widget_get_last_child (row));
  GtkWidget *sentence = gtk_widget_get_next_sibling (severity);
  GtkWidget *place = gtk_widget_get_next_sibling (sentence);
  gboolean is_error = tl_finding_item_is_error (finding);
  const char *classes[] = { is_error ? "error" : "warning", NULL };
  g_autofree char *name = tl_finding_item_dup_name (finding);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_text (GTK_LABEL (severity), is_error ? _("Error") : _("Warning"));
  gtk_label_set_text (GTK_LABEL (sentence), tl_finding_item_get_sentence (finding));
  gtk_label_set_text (GTK_LABEL (place), tl_finding_item_get_place (finding));
  gtk_widget_set_visible (place, tl_finding_item_get_place (finding)[0] != '\0');

  /* The row that has the focus is not ours, but the list's. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
activate_cb (GtkListView    *view,
             guint           position,
             TlFindingsList *self)
{
  g_autoptr (TlFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_signal_emit (self, signals[LINE_ACTIVATED], 0, tl_finding_item_get_line (item));
}

static void
copy_one_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlFindingsList *self = TL_FINDINGS_LIST (widget);
  TlFindingItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tl_finding_item_get_copy (item));
}

static void
copy_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  tl_findings_list_copy_all (TL_FINDINGS_LIST (widget));
}

static void
tl_findings_list_dispose (GObject *object)
{
  TlFindingsList *self = TL_FINDINGS_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (tl_findings_list_parent_class)->dispose (object);
}

static void
tl_findings_list_class_init (TlFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_findings_list_dispose;

  /**
   * TlFindingsList::line-activated:
   * @line: of the file, from 1
   *
   * Somebody wants to see the line where a finding is.
   */
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", TL_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_install_action (widget_class, "findings.copy", NULL, copy_one_cb);
  gtk_widget_class_install_action (widget_class, "findings.copy-all", NULL, copy_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "findings.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "findings.copy-all", NULL);
}

static void
tl_findings_list_init (TlFindingsList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (TL_TYPE_FINDING_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Findings in the file"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, 0);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tl_findings_list_new:
 *
 * Returns: (transfer floating): a list without findings
 */
GtkWidget *
tl_findings_list_new (void)
{
  return g_object_new (TL_TYPE_FINDINGS_LIST, NULL);
}

/**
 * tl_findings_list_set_diagnostics:
 * @self: a list
 * @diagnostics: (transfer none) (nullable): what was found; need not outlive
 *   the call
 * @file_name: the file's name, for copies
 */
void
tl_findings_list_set_diagnostics (TlFindingsList      *self,
                                  const TlDiagnostics *diagnostics,
                                  const char          *file_name)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const TlDiagnostic *listed = NULL;
  guint n_listed = 0;

  g_return_if_fail (TL_IS_FINDINGS_LIST (self));

  if (diagnostics != NULL)
    listed = tl_diagnostics_get (diagnostics, &n_listed);
  for (guint i = 0; i < n_listed; i++)
    g_ptr_array_add (items, tl_finding_item_new (&listed[i], file_name));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
}

/**
 * tl_findings_list_copy_all:
 * @self: a list
 *
 * Puts all findings on the clipboard, a line each.
 */
void
tl_findings_list_copy_all (TlFindingsList *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_string_append (text, tl_finding_item_get_copy (item));
      g_string_append_c (text, '\n');
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}
