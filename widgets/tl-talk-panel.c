/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-panel-private.h"

#include "tl-step-editor.h"
#include "tl-talk-row.h"

#include <glib/gi18n-lib.h>

/**
 * TlTalkPanel:
 *
 * The steps of a talk, to be edited: their order, their words. What is done
 * with the file and what comes from the view are actions of the window.
 */
G_DEFINE_FINAL_TYPE (TlTalkPanel, tl_talk_panel, GTK_TYPE_WIDGET)

enum
{
  STEP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Until a row that has just been made is where it belongs. */
#define FRAMES_TO_SETTLE 2

static GtkListBoxRow *
get_row (TlTalkPanel *self,
         guint        index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index);
}

static guint
count_steps (TlTalkPanel *self)
{
  return self->draft != NULL ? tl_talk_draft_get_n_steps (self->draft) : 0;
}

/* From the draft */

static void
dropped_cb (TlTalkPanel *self,
            TlTalkRow   *dragged,
            TlTalkRow   *row)
{
  guint from = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged));
  guint to = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  tl_talk_draft_move (self->draft, from, to);
  tl_talk_panel_select (self, to);
}

static void
fit_rows (TlTalkPanel *self,
          guint        n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    if (get_row (self, i) == NULL)
      {
        GtkWidget *row = tl_talk_row_new ();

        g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
        gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      }
  for (GtkListBoxRow *row = get_row (self, n_steps); row != NULL; row = get_row (self, n_steps))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* A row that is new has its place after the next layout only. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  TlTalkPanel *self = TL_TALK_PANEL (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (self->scrolling-- > 1)
    return G_SOURCE_CONTINUE;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_widget_get_parent (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
scroll_when_laid_out (TlTalkPanel *self)
{
  if (self->scrolling == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  self->scrolling = FRAMES_TO_SETTLE;
}

/* The step that is edited. */
static void
update_editor (TlTalkPanel *self)
{
  guint selected = tl_talk_panel_get_selected (self);
  guint n_steps = count_steps (self);
  gboolean has_step = selected < n_steps;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->edited, has_step);
  if (!has_step)
    return;

  words = g_strdup_printf (_("Step %u of %u"), selected + 1, n_steps);
  gtk_label_set_text (GTK_LABEL (self->edited_title), words);
  gtk_widget_set_sensitive (self->up, selected > 0);
  gtk_widget_set_sensitive (self->down, selected + 1 < n_steps);
  tl_step_editor_set_step (TL_STEP_EDITOR (self->editor), tl_talk_draft_get_step (self->draft, selected));
}

static void
update (TlTalkPanel *self)
{
  guint n_steps = count_steps (self);

  fit_rows (self, n_steps);
  for (guint i = 0; i < n_steps; i++)
    tl_talk_row_set_step (TL_TALK_ROW (get_row (self, i)), tl_talk_draft_get_step (self->draft, i), self->timeline);
  if (n_steps > 0 && gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    tl_talk_panel_select (self, 0);
  gtk_widget_set_visible (self->list, n_steps > 0);
  gtk_widget_set_visible (self->none, self->draft != NULL && n_steps == 0);
  gtk_label_set_text (GTK_LABEL (self->unsaved),
                      self->draft != NULL && tl_talk_draft_is_dirty (self->draft) ? _("Not saved yet") : _("Nothing to save"));
  update_editor (self);
}

/* To the draft */

static void
written_cb (TlTalkPanel *self,
            guint        words,
            const char  *text)
{
  guint selected = tl_talk_panel_get_selected (self);

  if (selected < count_steps (self))
    tl_talk_draft_set_words (self->draft, selected, words, text);
}

static void
settled_cb (TlTalkPanel *self)
{
  if (self->draft != NULL)
    tl_talk_draft_settle (self->draft);
}

static void
move (TlTalkPanel *self,
      int          by)
{
  guint selected = tl_talk_panel_get_selected (self);
  guint to = selected + (guint) by;
  gboolean has_focus = gtk_widget_get_focus_child (self->list) != NULL;

  if (selected >= count_steps (self) || to >= count_steps (self))
    return;

  tl_talk_draft_move (self->draft, selected, to);
  tl_talk_panel_select (self, to);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, to)));
}

static void
up_cb (TlTalkPanel *self)
{
  move (self, -1);
}

static void
down_cb (TlTalkPanel *self)
{
  move (self, 1);
}

/* The keyboard goes to the one that takes its place. */
static void
remove_cb (TlTalkPanel *self)
{
  guint selected = tl_talk_panel_get_selected (self);
  guint n_steps = count_steps (self);

  if (selected >= n_steps)
    return;

  tl_talk_draft_remove (self->draft, selected);
  if (n_steps == 1)
    {
      gtk_widget_grab_focus (self->add);
      return;
    }
  selected = MIN (selected, n_steps - 2);
  tl_talk_panel_select (self, selected);
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, selected)));
}

static void
selected_cb (TlTalkPanel *self)
{
  settled_cb (self);
  update_editor (self);
}

static void
activated_cb (TlTalkPanel   *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[STEP_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

/* Keys */

static gboolean
move_up_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  move (TL_TALK_PANEL (widget), -1);

  return TRUE;
}

static gboolean
move_down_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  move (TL_TALK_PANEL (widget), 1);

  return TRUE;
}

/* Not while something is typed. */
static gboolean
remove_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  TlTalkPanel *self = TL_TALK_PANEL (widget);

  if (gtk_widget_get_focus_child (self->list) == NULL)
    return FALSE;

  remove_cb (self);

  return TRUE;
}

static gboolean
rename_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  tl_talk_panel_edit_title (TL_TALK_PANEL (widget));

  return TRUE;
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  tl_talk_panel_undo (TL_TALK_PANEL (widget));

  return TRUE;
}

static gboolean
redo_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  tl_talk_panel_redo (TL_TALK_PANEL (widget));

  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_down_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo_cb, NULL);
}

static void
tl_talk_panel_dispose (GObject *object)
{
  TlTalkPanel *self = TL_TALK_PANEL (object);

  tl_talk_panel_set_draft (self, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_talk_panel_parent_class)->dispose (object);
}

static gboolean
tl_talk_panel_grab_focus (GtkWidget *widget)
{
  TlTalkPanel *self = TL_TALK_PANEL (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}

static void
tl_talk_panel_class_init (TlTalkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_talk_panel_dispose;
  widget_class->grab_focus = tl_talk_panel_grab_focus;

  /**
   * TlTalkPanel::step-activated:
   * @self: the panel
   * @index: a step of the draft
   *
   * The user wants to see what it shows.
   */
  signals[STEP_ACTIVATED] = g_signal_new ("step-activated", TL_TYPE_TALK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  add_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talkpanel");
}

static void
tl_talk_panel_init (TlTalkPanel *self)
{
  tl_talk_panel_build (self);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->up, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "clicked", G_CALLBACK (down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tl_talk_panel_new:
 *
 * Returns: (transfer floating): a panel without a talk
 */
GtkWidget *
tl_talk_panel_new (void)
{
  return g_object_new (TL_TYPE_TALK_PANEL, NULL);
}

/**
 * tl_talk_panel_set_draft:
 * @self: a panel
 * @draft: (nullable) (transfer none): the steps to edit
 * @timeline: (nullable) (transfer none): the timeline that they are about
 */
void
tl_talk_panel_set_draft (TlTalkPanel *self,
                         TlTalkDraft *draft,
                         TlTimeline  *timeline)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  g_set_object (&self->timeline, timeline);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (self->box != NULL)
    update (self);
}

/**
 * tl_talk_panel_set_notice:
 * @self: a panel
 * @text: (nullable): what is to be said of the file, or why there is no talk
 */
void
tl_talk_panel_set_notice (TlTalkPanel *self,
                          const char  *text)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  gtk_label_set_text (GTK_LABEL (self->notice), text != NULL ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
}

/**
 * tl_talk_panel_get_selected:
 * @self: a panel
 *
 * Returns: the step that is edited, or %TL_NONE
 */
guint
tl_talk_panel_get_selected (TlTalkPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : TL_NONE;
}

/**
 * tl_talk_panel_select:
 * @self: a panel
 * @index: a step
 */
void
tl_talk_panel_select (TlTalkPanel *self,
                      guint        index)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), get_row (self, index));
  scroll_when_laid_out (self);
}

/**
 * tl_talk_panel_edit_title:
 * @self: a panel that is on the screen
 *
 * Lets the user type another title for the step that is selected.
 */
void
tl_talk_panel_edit_title (TlTalkPanel *self)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  if (tl_talk_panel_get_selected (self) != TL_NONE)
    tl_step_editor_edit_title (TL_STEP_EDITOR (self->editor));
}

static void
select_changed (TlTalkPanel *self,
                guint        index)
{
  if (count_steps (self) > 0)
    tl_talk_panel_select (self, MIN (index, count_steps (self) - 1));
}

/**
 * tl_talk_panel_undo:
 * @self: a panel
 *
 * Undoes the last change of the talk, and shows what it was about.
 */
void
tl_talk_panel_undo (TlTalkPanel *self)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  if (self->draft != NULL && tl_talk_draft_can_undo (self->draft))
    select_changed (self, tl_talk_draft_undo (self->draft));
}

/**
 * tl_talk_panel_redo:
 * @self: a panel
 *
 * Does again what was undone last.
 */
void
tl_talk_panel_redo (TlTalkPanel *self)
{
  g_return_if_fail (TL_IS_TALK_PANEL (self));

  if (self->draft != NULL && tl_talk_draft_can_redo (self->draft))
    select_changed (self, tl_talk_draft_redo (self->draft));
}
