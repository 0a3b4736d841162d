/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-spare-box.h"

#include "tl-show-child.h"

/**
 * TlSpareBox:
 *
 * Buttons in a row, some of which may be spared: where there is no room for
 * them they are not shown, those first that are furthest from where the row
 * is aligned. What they do has to be found in a menu as well. In an interface
 * file those are of the type "spare".
 */
struct _TlSpareBox
{
  GtkWidget parent_instance;

  GHashTable *spare; /* children that may be spared */
  int         most;  /* pixels that it asks for, -1 for all that it can use */
};

static void buildable_iface_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (TlSpareBox, tl_spare_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

#define SPACING 6

static gboolean
is_spare (TlSpareBox *self,
          GtkWidget  *child)
{
  return g_hash_table_contains (self->spare, child);
}

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
sum_widths (TlSpareBox *self,
            int        *least,
            int        *usual)
{
  *least = *usual = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_should_layout (child))
        continue;
      width = get_width (child);
      *usual += width + (*usual > 0 ? SPACING : 0);
      if (!is_spare (self, child))
        *least += width + (*least > 0 ? SPACING : 0);
    }
}

static void
tl_spare_box_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  TlSpareBox *self = TL_SPARE_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      sum_widths (self, minimum, natural);
      if (self->most >= 0)
        *natural = MAX (MIN (*natural, self->most), *minimum);
      return;
    }

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, usual;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

static gboolean
is_at_end (TlSpareBox *self)
{
  return gtk_widget_get_halign (GTK_WIDGET (self)) == GTK_ALIGN_END;
}

static GtkWidget *
get_nearest (TlSpareBox *self)
{
  return is_at_end (self) ? gtk_widget_get_last_child (GTK_WIDGET (self)) : gtk_widget_get_first_child (GTK_WIDGET (self));
}

static GtkWidget *
get_further (TlSpareBox *self,
             GtkWidget  *child)
{
  return is_at_end (self) ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

/* What cannot be spared has its room first; then the others, as long as
 * there is any. */
static int
choose_shown (TlSpareBox *self,
              int         room)
{
  int used = 0;

  for (int pass = 0; pass < 2; pass++)
    for (GtkWidget *child = get_nearest (self); child != NULL; child = get_further (self, child))
      {
        int width;
        gboolean is_shown;

        if (!gtk_widget_should_layout (child) || is_spare (self, child) != pass)
          continue;
        width = get_width (child) + (used > 0 ? SPACING : 0);
        is_shown = pass == 0 || used + width <= room;
        tl_show_child (child, is_shown);
        if (is_shown)
          used += width;
        else
          room = 0;
      }

  return used;
}

static void
tl_spare_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TlSpareBox *self = TL_SPARE_BOX (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int used = choose_shown (self, width);
  int x = is_at_end (self) ? MAX (width - used, 0) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation at = { x, 0, 0, height };

      if (!gtk_widget_should_layout (child) || !gtk_widget_get_child_visible (child))
        continue;
      at.width = get_width (child);
      if (is_mirrored)
        at.x = width - x - at.width;
      gtk_widget_size_allocate (child, &at, -1);
      x += at.width + SPACING;
    }
}

static void
tl_spare_box_dispose (GObject *object)
{
  GtkWidget *child;

  g_hash_table_remove_all (TL_SPARE_BOX (object)->spare);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_spare_box_parent_class)->dispose (object);
}

static void
tl_spare_box_finalize (GObject *object)
{
  g_hash_table_unref (TL_SPARE_BOX (object)->spare);

  G_OBJECT_CLASS (tl_spare_box_parent_class)->finalize (object);
}

static void
tl_spare_box_class_init (TlSpareBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_spare_box_dispose;
  object_class->finalize = tl_spare_box_finalize;
  widget_class->measure = tl_spare_box_measure;
  widget_class->size_allocate = tl_spare_box_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sparebox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_spare_box_init (TlSpareBox *self)
{
  self->spare = g_hash_table_new (NULL, NULL);
  self->most = -1;
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    tl_spare_box_append (TL_SPARE_BOX (buildable), GTK_WIDGET (child), g_strcmp0 (type, "spare") == 0);
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/**
 * tl_spare_box_new:
 *
 * Returns: (transfer floating): a box without children
 */
GtkWidget *
tl_spare_box_new (void)
{
  return g_object_new (TL_TYPE_SPARE_BOX, NULL);
}

/**
 * tl_spare_box_append:
 * @self: a box
 * @child: a widget
 * @is_spare: whether it may be left out where there is no room
 *
 * Adds @child after the others.
 */
void
tl_spare_box_append (TlSpareBox *self,
                     GtkWidget  *child,
                     gboolean    is_spare)
{
  g_return_if_fail (TL_IS_SPARE_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (is_spare)
    g_hash_table_add (self->spare, child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * tl_spare_box_get_range:
 * @self: a box
 * @least: (out): how wide it is without what may be spared
 * @usual: (out): how wide it is with all of it
 *
 * Gets how much room @self can use, whatever it has been told to ask for.
 */
void
tl_spare_box_get_range (TlSpareBox *self,
                        int        *least,
                        int        *usual)
{
  g_return_if_fail (TL_IS_SPARE_BOX (self));

  sum_widths (self, least, usual);
}

/**
 * tl_spare_box_share_room:
 * @first: a box
 * @second: another one in the same row
 * @wanted: by how much the row is wider than the room that there is, in
 *   pixels, where the boxes have all that they can use
 *
 * Lets the boxes ask for so much less, each for half of what is left. A row
 * cannot do that by itself: with GTK 4.18, both ends of a header bar are
 * given what is left, and lie over each other.
 */
void
tl_spare_box_share_room (TlSpareBox *first,
                         TlSpareBox *second,
                         int         wanted)
{
  TlSpareBox *boxes[] = { first, second };
  int least[2], usual[2], extra[2], left;

  g_return_if_fail (TL_IS_SPARE_BOX (first));
  g_return_if_fail (TL_IS_SPARE_BOX (second));

  for (int i = 0; i < 2; i++)
    tl_spare_box_get_range (boxes[i], &least[i], &usual[i]);
  left = MAX (usual[0] + usual[1] - least[0] - least[1] - wanted, 0);
  extra[0] = MIN (left / 2, usual[0] - least[0]);
  extra[1] = MIN (left - extra[0], usual[1] - least[1]);
  extra[0] = MIN (left - extra[1], usual[0] - least[0]);

  for (int i = 0; i < 2; i++)
    {
      int most = wanted > 0 ? least[i] + extra[i] : -1;

      if (boxes[i]->most == most)
        continue;
      boxes[i]->most = most;
      gtk_widget_queue_resize (GTK_WIDGET (boxes[i]));
    }
}
