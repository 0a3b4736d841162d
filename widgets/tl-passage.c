/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-passage.h"

/**
 * TlPassage:
 *
 * Text that can be selected with the pointer and copied, but is no stop for
 * the Tab key: a GtkLabel that can be selected is one, and a page of them
 * cannot be walked through. The label can still have the keyboard, and takes
 * it when it is clicked, so that Ctrl+C and its menu work.
 *
 * The label is made when the pointer first comes near; until then there is a
 * paragraph, which is much cheaper and looks the same.
 */
struct _TlPassage
{
  GtkWidget parent_instance;

  GtkWidget *paragraph; /* which also tells the size */
  GtkWidget *label;     /* over it, or NULL */
};

G_DEFINE_FINAL_TYPE (TlPassage, tl_passage, GTK_TYPE_WIDGET)

static void
ensure_label (TlPassage *self)
{
  g_auto (GStrv) css_classes = NULL;

  if (self->label != NULL)
    return;

  /* The paragraph stays what assistive technology reads. */
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "label", tl_paragraph_get_text (TL_PARAGRAPH (self->paragraph)),
                              "selectable", TRUE,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              NULL);
  css_classes = gtk_widget_get_css_classes (self->paragraph);
  gtk_widget_set_css_classes (self->label, (const char **) css_classes);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static void
enter_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          TlPassage                *self)
{
  ensure_label (self);
}

static GtkSizeRequestMode
tl_passage_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_passage_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  gtk_widget_measure (TL_PASSAGE (widget)->paragraph, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
tl_passage_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TlPassage *self = TL_PASSAGE (widget);
  int minimum;

  gtk_widget_allocate (self->paragraph, width, height, -1, NULL);
  if (self->label == NULL)
    return;

  /* GTK wants it asked before it is given room. */
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->label, MAX (width, minimum), height, -1, NULL);
}

static void
tl_passage_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TlPassage *self = TL_PASSAGE (widget);

  gtk_widget_snapshot_child (widget, self->label != NULL ? self->label : self->paragraph, snapshot);
}

/* The keyboard goes past. */
static gboolean
tl_passage_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  return FALSE;
}

static void
tl_passage_dispose (GObject *object)
{
  TlPassage *self = TL_PASSAGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->paragraph, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_passage_parent_class)->dispose (object);
}

static void
tl_passage_class_init (TlPassageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_passage_dispose;
  widget_class->get_request_mode = tl_passage_get_request_mode;
  widget_class->measure = tl_passage_measure;
  widget_class->size_allocate = tl_passage_size_allocate;
  widget_class->snapshot = tl_passage_snapshot;
  widget_class->focus = tl_passage_focus;

  gtk_widget_class_set_css_name (widget_class, "passage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
tl_passage_init (TlPassage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * tl_passage_new:
 * @text: plain text
 * @role: what it is to assistive technology: a label or a heading
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a passage
 */
GtkWidget *
tl_passage_new (const char        *text,
                GtkAccessibleRole  role,
                const char        *css_class)
{
  TlPassage *self = g_object_new (TL_TYPE_PASSAGE, NULL);

  self->paragraph = tl_paragraph_new (text, role, css_class);
  gtk_widget_set_parent (self->paragraph, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * tl_passage_get_paragraph:
 * @self: a passage
 *
 * Returns: (transfer none): what holds its text
 */
TlParagraph *
tl_passage_get_paragraph (TlPassage *self)
{
  g_return_val_if_fail (TL_IS_PASSAGE (self), NULL);

  return TL_PARAGRAPH (self->paragraph);
}

/**
 * tl_passage_get_label:
 * @self: a passage
 *
 * Returns: (transfer none): the label in which its text can be selected
 */
GtkLabel *
tl_passage_get_label (TlPassage *self)
{
  g_return_val_if_fail (TL_IS_PASSAGE (self), NULL);

  ensure_label (self);

  return GTK_LABEL (self->label);
}
