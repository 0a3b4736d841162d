/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-item-group.h"

#include <math.h>

/**
 * TlItemGroup:
 *
 * The stand-ins for items of one kind, as a list. Between
 * tl_item_group_begin() and tl_item_group_end() all that are there now are
 * named in order; the rest goes. One that has the keyboard stays, else the
 * keyboard would be nowhere.
 */
struct _TlItemGroup
{
  GtkWidget parent_instance;

  GHashTable *proxies; /* those that are children, by key; owned by being children */
  GHashTable *named;   /* since the beginning */
  GtkWidget  *last;    /* (nullable): the one named last */
};

G_DEFINE_FINAL_TYPE (TlItemGroup, tl_item_group, GTK_TYPE_WIDGET)

static gpointer
make_key (TlItemKind kind,
          guint32    index)
{
  /* Of 32 bits, too, where pointers have no more: there are far fewer events. */
  return GSIZE_TO_POINTER ((gsize) index << 4 | kind);
}

static gpointer
get_key (TlItemProxy *proxy)
{
  return make_key (tl_item_proxy_get_kind (proxy), tl_item_proxy_get_index (proxy));
}

static void
remove_all (TlItemGroup *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->proxies);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
tl_item_group_dispose (GObject *object)
{
  remove_all (TL_ITEM_GROUP (object));

  G_OBJECT_CLASS (tl_item_group_parent_class)->dispose (object);
}

static void
tl_item_group_finalize (GObject *object)
{
  TlItemGroup *self = TL_ITEM_GROUP (object);

  g_hash_table_unref (self->proxies);
  g_hash_table_unref (self->named);

  G_OBJECT_CLASS (tl_item_group_parent_class)->finalize (object);
}

/* Whole pixels, at least one: nothing is drawn, but it has to be somewhere. */
static void
tl_item_group_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const TlRect *box = tl_item_proxy_get_box (TL_ITEM_PROXY (child));
      GtkAllocation at = {
        (int) floor (box->x), (int) floor (box->y), (int) ceil (box->width), (int) ceil (box->height)
      };

      at.width = MAX (at.width, 1);
      at.height = MAX (at.height, 1);
      gtk_widget_size_allocate (child, &at, -1);
    }
}

static void
tl_item_group_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  /* GTK wants every widget measured before it gets its place. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
tl_item_group_class_init (TlItemGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_item_group_dispose;
  object_class->finalize = tl_item_group_finalize;
  widget_class->measure = tl_item_group_measure;
  widget_class->size_allocate = tl_item_group_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "itemgroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_item_group_init (TlItemGroup *self)
{
  self->proxies = g_hash_table_new (NULL, NULL);
  self->named = g_hash_table_new (NULL, NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tl_item_group_new:
 * @label: what the items are, in the plural
 *
 * Returns: (transfer floating): a group without items
 */
GtkWidget *
tl_item_group_new (const char *label)
{
  GtkWidget *self = g_object_new (TL_TYPE_ITEM_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return self;
}

/**
 * tl_item_group_begin:
 * @self: a group
 *
 * Begins to say what there is.
 */
void
tl_item_group_begin (TlItemGroup *self)
{
  g_return_if_fail (TL_IS_ITEM_GROUP (self));

  g_hash_table_remove_all (self->named);
  self->last = NULL;
}

/**
 * tl_item_group_add:
 * @self: a group
 * @kind: what there is
 * @index: which of these
 *
 * Says that it is there, after the one before.
 *
 * Returns: (transfer none): its stand-in, to be told its name and place
 */
TlItemProxy *
tl_item_group_add (TlItemGroup *self,
                   TlItemKind   kind,
                   guint32      index)
{
  GtkWidget *proxy;

  g_return_val_if_fail (TL_IS_ITEM_GROUP (self), NULL);

  proxy = g_hash_table_lookup (self->proxies, make_key (kind, index));
  if (proxy == NULL)
    {
      proxy = tl_item_proxy_new (kind, index);
      g_hash_table_insert (self->proxies, make_key (kind, index), proxy);
      gtk_widget_insert_after (proxy, GTK_WIDGET (self), self->last);
    }
  else if (gtk_widget_get_prev_sibling (proxy) != self->last)
    gtk_widget_insert_after (proxy, GTK_WIDGET (self), self->last);

  g_hash_table_add (self->named, proxy);
  self->last = proxy;

  return TL_ITEM_PROXY (proxy);
}

/**
 * tl_item_group_end:
 * @self: a group
 *
 * Lets go of what has not been named.
 */
void
tl_item_group_end (TlItemGroup *self)
{
  GtkWidget *child, *next;

  g_return_if_fail (TL_IS_ITEM_GROUP (self));

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (g_hash_table_contains (self->named, child) || gtk_widget_has_focus (child))
        continue;
      g_hash_table_remove (self->proxies, get_key (TL_ITEM_PROXY (child)));
      gtk_widget_unparent (child);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_item_group_find:
 * @self: a group
 * @kind: what is looked for
 * @index: which of these
 *
 * Returns: (transfer none) (nullable): its stand-in
 */
TlItemProxy *
tl_item_group_find (TlItemGroup *self,
                    TlItemKind   kind,
                    guint32      index)
{
  g_return_val_if_fail (TL_IS_ITEM_GROUP (self), NULL);

  return g_hash_table_lookup (self->proxies, make_key (kind, index));
}

/**
 * tl_item_group_has_named:
 * @self: a group
 * @proxy: one of its stand-ins
 *
 * Returns: whether it was among those named last, and is not only there
 *   because it has the keyboard
 */
gboolean
tl_item_group_has_named (TlItemGroup *self,
                         TlItemProxy *proxy)
{
  g_return_val_if_fail (TL_IS_ITEM_GROUP (self), FALSE);

  return g_hash_table_contains (self->named, proxy);
}

/**
 * tl_item_group_get_focused:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the one that has the keyboard
 */
TlItemProxy *
tl_item_group_get_focused (TlItemGroup *self)
{
  GtkWidget *child;

  g_return_val_if_fail (TL_IS_ITEM_GROUP (self), NULL);

  child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && gtk_widget_has_focus (child) ? TL_ITEM_PROXY (child) : NULL;
}
