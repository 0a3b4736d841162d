/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-panel-private.h"

#include "tl-icon-button.h"
#include "tl-row-parts.h"
#include "tl-step-editor.h"
#include "tl-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* What the panel is made of. */

#define SPACING 6
#define MARGIN  12

/* No less of either is in view. */
#define LIST_HEIGHT   110
#define EDITOR_HEIGHT 130

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/* Side by side where there is room for that, else below each other. */
static GtkWidget *
new_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (line, tl_wrap_layout_new ());

  return line;
}

static GtkWidget *
new_head (TlTalkPanel *self)
{
  GtkWidget *line = new_line ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = tl_row_label_new ("heading");

  gtk_label_set_text (GTK_LABEL (title), _("Talk"));
  self->unsaved = tl_row_label_new ("dim-label");
  gtk_widget_add_css_class (self->unsaved, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), self->unsaved);

  gtk_box_append (GTK_BOX (buttons), tl_icon_button_new_for_action ("edit-undo-symbolic", _("Undo"), "win.talk-undo"));
  gtk_box_append (GTK_BOX (buttons), tl_icon_button_new_for_action ("edit-redo-symbolic", _("Redo"), "win.talk-redo"));
  gtk_box_append (GTK_BOX (buttons), new_button (_("_Save"), "win.talk-save"));
  gtk_box_append (GTK_BOX (buttons),
                  tl_icon_button_new_for_action ("document-save-as-symbolic", _("Save a Copy"), "win.talk-save-copy"));
  gtk_box_append (GTK_BOX (buttons), tl_icon_button_new_for_action ("window-close-symbolic", _("Close"), "win.edit-talk"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), buttons);

  return line;
}

static GtkWidget *
new_none (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *label = tl_row_label_new ("dim-label");

  gtk_label_set_text (GTK_LABEL (label),
                      _("The file has no talk. The one that is given is made from the most important events."));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_button (_("_Edit This Talk"), "win.talk-take"));

  return box;
}

static GtkWidget *
new_edited (TlTalkPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *line = new_line ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->edited_title = tl_row_label_new ("heading");
  gtk_widget_set_hexpand (self->edited_title, TRUE);
  gtk_widget_set_valign (self->edited_title, GTK_ALIGN_CENTER);
  self->up = tl_icon_button_new ("go-up-symbolic", _("Move Up"));
  self->down = tl_icon_button_new ("go-down-symbolic", _("Move Down"));
  self->remove = tl_icon_button_new ("user-trash-symbolic", _("Remove the Step"));
  self->editor = tl_step_editor_new ();
  gtk_box_append (GTK_BOX (buttons), self->up);
  gtk_box_append (GTK_BOX (buttons), self->down);
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (line), self->edited_title);
  gtk_box_append (GTK_BOX (line), buttons);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->editor);

  return box;
}

static GtkWidget *
new_scroller (GtkWidget *child,
              int        height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (child, MARGIN);
  gtk_widget_set_margin_end (child, MARGIN);
  gtk_widget_set_margin_top (child, SPACING);
  gtk_widget_set_margin_bottom (child, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

/* What there is to be done, and what is to be said; always in view. */
static GtkWidget *
new_top (TlTalkPanel *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->notice = tl_row_label_new ("warning");
  gtk_widget_set_visible (self->notice, FALSE);
  self->add = new_button (_("_Add This View as a Step"), "win.talk-add");
  gtk_widget_set_margin_start (top, MARGIN);
  gtk_widget_set_margin_end (top, MARGIN);
  gtk_widget_set_margin_top (top, SPACING);
  gtk_widget_set_margin_bottom (top, SPACING);
  gtk_box_append (GTK_BOX (top), new_head (self));
  gtk_box_append (GTK_BOX (top), self->notice);
  gtk_box_append (GTK_BOX (top), self->add);

  return top;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps of the talk"), -1);

  return list;
}

/**
 * tl_talk_panel_build: (skip)
 * @self: a panel that has nothing yet
 */
void
tl_talk_panel_build (TlTalkPanel *self)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *top = new_top (self);
  GtkWidget *edited = new_edited (self);

  self->none = new_none ();
  self->list = new_list ();
  gtk_box_append (GTK_BOX (steps), self->none);
  gtk_box_append (GTK_BOX (steps), self->list);
  self->scroller = new_scroller (steps, LIST_HEIGHT);
  self->edited = new_scroller (edited, EDITOR_HEIGHT);
  gtk_paned_set_start_child (GTK_PANED (paned), self->scroller);
  gtk_paned_set_end_child (GTK_PANED (paned), self->edited);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), top);
  gtk_box_append (GTK_BOX (self->box), paned);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
