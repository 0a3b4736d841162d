/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-paragraph.h"

/**
 * TlParagraph:
 *
 * Plain text that wraps, for where there are many: a GtkLabel that wraps
 * shapes its text six times or more until it is seen, this once or twice.
 */
struct _TlParagraph
{
  GtkWidget parent_instance;

  char        *text;
  PangoLayout *layout;         /* made when it is measured */
  guint        serial;         /* of what its context was then */
  guint        n_strong;       /* bytes of the text that stand out */
  int          max_width;      /* that it wants, in pixels; 0 for any */
  int          natural_width;  /* of the layout in one line, in pixels */
  int          natural_height;
};

G_DEFINE_FINAL_TYPE (TlParagraph, tl_paragraph, GTK_TYPE_WIDGET)

/* The text wraps, also within words; it gets this much room at least. */
#define MIN_WIDTH 64

static void
forget_layout (TlParagraph *self)
{
  g_clear_object (&self->layout);
}

static PangoAttrList *
new_attributes (guint n_strong)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

  weight->end_index = n_strong;
  pango_attr_list_insert (attributes, weight);

  return attributes;
}

static void
ensure_layout (TlParagraph *self)
{
  if (self->layout != NULL)
    return;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  if (self->n_strong > 0)
    {
      g_autoptr (PangoAttrList) attributes = new_attributes (self->n_strong);

      pango_layout_set_attributes (self->layout, attributes);
    }
  pango_layout_get_pixel_size (self->layout, &self->natural_width, &self->natural_height);
  self->serial = pango_context_get_serial (pango_layout_get_context (self->layout));
}

/* Where all fits into its lines nothing is laid out again. */
static void
set_width (TlParagraph *self,
           int          width)
{
  ensure_layout (self);
  pango_layout_set_width (self->layout, width < 0 || width >= self->natural_width ? -1 : width * PANGO_SCALE);
}

static GtkSizeRequestMode
tl_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_paragraph_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlParagraph *self = TL_PARAGRAPH (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      ensure_layout (self);
      *natural = self->max_width > 0 ? MIN (self->natural_width, self->max_width) : self->natural_width;
      *minimum = MIN (*natural, MIN_WIDTH);
      return;
    }

  set_width (self, for_size < 0 && self->max_width > 0 ? self->max_width : for_size);
  pango_layout_get_pixel_size (self->layout, NULL, natural);
  *minimum = *natural;
}

/* At the start of its room, as a label is. */
static void
tl_paragraph_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlParagraph *self = TL_PARAGRAPH (widget);
  int room = gtk_widget_get_width (widget);
  PangoRectangle extents;
  int x = 0;

  set_width (self, room);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = room - extents.width;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x - extents.x,
                              (gtk_widget_get_height (widget) - extents.height) / 2.0, self->layout);
}

/* Another font, size or direction of text changes the widget's context; a
 * colour does not, nor the first style, which what was measured had already.
 */
static void
tl_paragraph_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  TlParagraph *self = TL_PARAGRAPH (widget);

  GTK_WIDGET_CLASS (tl_paragraph_parent_class)->css_changed (widget, change);
  if (self->layout != NULL && self->serial != pango_context_get_serial (pango_layout_get_context (self->layout)))
    forget_layout (self);
}

static void
tl_paragraph_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tl_paragraph_parent_class)->system_setting_changed (widget, setting);
  forget_layout (TL_PARAGRAPH (widget));
  gtk_widget_queue_resize (widget);
}

static void
tl_paragraph_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (tl_paragraph_parent_class)->direction_changed (widget, previous);
  forget_layout (TL_PARAGRAPH (widget));
}

static void
tl_paragraph_finalize (GObject *object)
{
  TlParagraph *self = TL_PARAGRAPH (object);

  forget_layout (self);
  g_free (self->text);

  G_OBJECT_CLASS (tl_paragraph_parent_class)->finalize (object);
}

static void
tl_paragraph_class_init (TlParagraphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_paragraph_finalize;
  widget_class->get_request_mode = tl_paragraph_get_request_mode;
  widget_class->measure = tl_paragraph_measure;
  widget_class->snapshot = tl_paragraph_snapshot;
  widget_class->css_changed = tl_paragraph_css_changed;
  widget_class->system_setting_changed = tl_paragraph_system_setting_changed;
  widget_class->direction_changed = tl_paragraph_direction_changed;

  /* Styled as a label. */
  gtk_widget_class_set_css_name (widget_class, "label");
}

static void
tl_paragraph_init (TlParagraph *self)
{
}

/**
 * tl_paragraph_new:
 * @text: plain text
 * @role: what it is to assistive technology: a label, a heading, or
 *   presentation where its parent says it
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a paragraph
 */
GtkWidget *
tl_paragraph_new (const char        *text,
                  GtkAccessibleRole  role,
                  const char        *css_class)
{
  TlParagraph *self = g_object_new (TL_TYPE_PARAGRAPH, "accessible-role", role, NULL);

  self->text = g_strdup (text);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  if (role != GTK_ACCESSIBLE_ROLE_PRESENTATION)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

/**
 * tl_paragraph_get_text:
 * @self: a paragraph
 *
 * Returns: (transfer none): its text
 */
const char *
tl_paragraph_get_text (TlParagraph *self)
{
  g_return_val_if_fail (TL_IS_PARAGRAPH (self), NULL);

  return self->text;
}

/**
 * tl_paragraph_set_n_strong:
 * @self: a paragraph
 * @n_strong: how many bytes of its text stand out
 */
void
tl_paragraph_set_n_strong (TlParagraph *self,
                           guint        n_strong)
{
  g_return_if_fail (TL_IS_PARAGRAPH (self));

  self->n_strong = n_strong;
  forget_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_paragraph_set_max_width:
 * @self: a paragraph
 * @max_width: the most that it wants, in pixels; 0 for all that it can use
 */
void
tl_paragraph_set_max_width (TlParagraph *self,
                            int          max_width)
{
  g_return_if_fail (TL_IS_PARAGRAPH (self));

  self->max_width = max_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
