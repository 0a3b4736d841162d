/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-step-editor.h"

#include <glib/gi18n-lib.h>

/**
 * TlStepEditor:
 *
 * The words of a step of a talk, to be written. Says what is written, and
 * keeps nothing: undoing is not its business.
 */
struct _TlStepEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *views[TL_N_DRAFT_WORDS]; /* by TlDraftWords; none for the title */
  gboolean   is_filling;
};

G_DEFINE_FINAL_TYPE (TlStepEditor, tl_step_editor, GTK_TYPE_WIDGET)

enum
{
  WRITTEN,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING     6
#define VIEW_HEIGHT 64
#define PADDING     8

static void
tell (TlStepEditor *self,
      TlDraftWords  words,
      const char   *text)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[WRITTEN], 0, words, text);
}

static void
title_cb (TlStepEditor *self)
{
  tell (self, TL_DRAFT_TITLE, gtk_editable_get_text (GTK_EDITABLE (self->title)));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
written_cb (TlStepEditor  *self,
            GtkTextBuffer *buffer)
{
  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    if (self->views[i] != NULL && gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->views[i])) == buffer)
      {
        g_autofree char *text = dup_text (buffer);

        tell (self, i, text);
      }
}

static void
leave_cb (TlStepEditor *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
tl_step_editor_dispose (GObject *object)
{
  TlStepEditor *self = TL_STEP_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_step_editor_parent_class)->dispose (object);
}

static void
tl_step_editor_class_init (TlStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_step_editor_dispose;

  /**
   * TlStepEditor::written:
   * @self: the editor
   * @words: which of the words, a TlDraftWords
   * @text: what they are now
   *
   * The user has typed something.
   */
  signals[WRITTEN] = g_signal_new ("written", TL_TYPE_STEP_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * TlStepEditor::settled:
   * @self: the editor
   *
   * What is typed next is something else.
   */
  signals[SETTLED] = g_signal_new ("settled", TL_TYPE_STEP_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepeditor");
}

static void
append_field (TlStepEditor *self,
              const char   *name,
              GtkWidget    *field,
              GtkWidget    *shown)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), shown);
}

static void
append_view (TlStepEditor *self,
             TlDraftWords  words,
             const char   *name)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), PADDING);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), PADDING);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), PADDING);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), PADDING);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_widget_set_size_request (view, -1, VIEW_HEIGHT);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  self->views[words] = view;
  append_field (self, name, view, frame);
}

static void
tl_step_editor_init (TlStepEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->title = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  append_field (self, _("T_itle"), self->title, self->title);
  append_view (self, TL_DRAFT_TEXT, _("Te_xt on the slide"));
  append_view (self, TL_DRAFT_NOTES, _("_Notes for the speaker"));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * tl_step_editor_new:
 *
 * Returns: (transfer floating): an editor without a step
 */
GtkWidget *
tl_step_editor_new (void)
{
  return g_object_new (TL_TYPE_STEP_EDITOR, NULL);
}

/* Where it is the same the cursor stays where it is. */
static void
fill_view (GtkWidget  *view,
           const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *before = dup_text (buffer);

  if (!g_str_equal (before, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

/**
 * tl_step_editor_set_step:
 * @self: an editor
 * @step: the step that it shows
 */
void
tl_step_editor_set_step (TlStepEditor      *self,
                         const TlDraftStep *step)
{
  g_return_if_fail (TL_IS_STEP_EDITOR (self));

  self->is_filling = TRUE;
  for (guint i = 0; i < TL_N_DRAFT_WORDS; i++)
    {
      const char *text = step->words[i] != NULL ? step->words[i] : "";

      if (self->views[i] != NULL)
        fill_view (self->views[i], text);
      else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->title)), text))
        gtk_editable_set_text (GTK_EDITABLE (self->title), text);
    }
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (self->box, !step->is_unknown);
}

/**
 * tl_step_editor_edit_title:
 * @self: an editor that is on the screen
 *
 * Lets the user type another title.
 */
void
tl_step_editor_edit_title (TlStepEditor *self)
{
  g_return_if_fail (TL_IS_STEP_EDITOR (self));

  gtk_widget_grab_focus (self->title);
}
