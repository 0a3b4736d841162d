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
 * cannot be walked through. The label itself can still have the keyboard, and
 * takes it when it is clicked, so that Ctrl+C and its menu work.
 */
struct _TlPassage
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TlPassage, tl_passage, GTK_TYPE_WIDGET)

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
  gtk_widget_measure (TL_PASSAGE (widget)->label, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
tl_passage_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  gtk_widget_allocate (TL_PASSAGE (widget)->label, width, height, baseline, NULL);
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
  g_clear_pointer (&TL_PASSAGE (object)->label, gtk_widget_unparent);

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
  widget_class->focus = tl_passage_focus;

  gtk_widget_class_set_css_name (widget_class, "passage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
tl_passage_init (TlPassage *self)
{
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

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", role,
                              "label", text,
                              "selectable", TRUE,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (self->label, css_class);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * tl_passage_get_label:
 * @self: a passage
 *
 * Returns: (transfer none): the label that shows its text
 */
GtkLabel *
tl_passage_get_label (TlPassage *self)
{
  g_return_val_if_fail (TL_IS_PASSAGE (self), NULL);

  return GTK_LABEL (self->label);
}
