/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-item-proxy.h"

/**
 * TlItemProxy:
 *
 * Stands for an item of a scene where a widget is called for: assistive
 * technology sees it with role, name, place and action, and it can have the
 * keyboard. It draws nothing and lets the pointer through. Until GTK 4.10
 * only widgets can be accessible.
 *
 * Its action `item.activate` does what Enter does: it asks for the action
 * `canvas.activate` of a widget around it.
 */
struct _TlItemProxy
{
  GtkWidget parent_instance;

  TlItemKind kind;
  guint32    index;
  TlRect     box;  /* in the coordinates of its parent */
  char      *name; /* (nullable) */
  char      *description;
  guint      place;    /* among those of its kind, from 1; 0: never said */
  guint      n_places;
  gint8      is_selected; /* -1: never said */
};

G_DEFINE_FINAL_TYPE (TlItemProxy, tl_item_proxy, GTK_TYPE_WIDGET)

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlItemProxy *self = TL_ITEM_PROXY (widget);

  gtk_widget_activate_action (widget, "canvas.activate", "(uu)", self->kind, self->index);
}

static void
tl_item_proxy_finalize (GObject *object)
{
  TlItemProxy *self = TL_ITEM_PROXY (object);

  g_free (self->name);
  g_free (self->description);

  G_OBJECT_CLASS (tl_item_proxy_parent_class)->finalize (object);
}

static void
tl_item_proxy_class_init (TlItemProxyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tl_item_proxy_finalize;

  gtk_widget_class_install_action (widget_class, "item.activate", NULL, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "itemproxy");
}

static void
tl_item_proxy_init (TlItemProxy *self)
{
  self->is_selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tl_item_proxy_new:
 * @kind: what it stands for
 * @index: which of these, as in #TlSceneItem
 *
 * Returns: (transfer floating): a stand-in without a name
 */
GtkWidget *
tl_item_proxy_new (TlItemKind kind,
                   guint32    index)
{
  GtkAccessibleRole role = kind == TL_ITEM_AXIS ? GTK_ACCESSIBLE_ROLE_IMG : GTK_ACCESSIBLE_ROLE_LIST_ITEM;
  TlItemProxy *self = g_object_new (TL_TYPE_ITEM_PROXY, "accessible-role", role, NULL);

  self->kind = kind;
  self->index = index;

  return GTK_WIDGET (self);
}

/**
 * tl_item_proxy_get_kind:
 * @self: a proxy
 *
 * Returns: what it stands for
 */
TlItemKind
tl_item_proxy_get_kind (TlItemProxy *self)
{
  g_return_val_if_fail (TL_IS_ITEM_PROXY (self), TL_ITEM_BACKGROUND);

  return self->kind;
}

/**
 * tl_item_proxy_get_index:
 * @self: a proxy
 *
 * Returns: which of its kind it stands for
 */
guint32
tl_item_proxy_get_index (TlItemProxy *self)
{
  g_return_val_if_fail (TL_IS_ITEM_PROXY (self), 0);

  return self->index;
}

/**
 * tl_item_proxy_get_box:
 * @self: a proxy
 *
 * Returns: (transfer none): where it is within its parent, in pixels
 */
const TlRect *
tl_item_proxy_get_box (TlItemProxy *self)
{
  g_return_val_if_fail (TL_IS_ITEM_PROXY (self), NULL);

  return &self->box;
}

/**
 * tl_item_proxy_set_box:
 * @self: a proxy
 * @box: where it is to be within its parent, in pixels, from its next
 *   allocation on
 */
void
tl_item_proxy_set_box (TlItemProxy  *self,
                       const TlRect *box)
{
  g_return_if_fail (TL_IS_ITEM_PROXY (self));

  self->box = *box;
}

/**
 * tl_item_proxy_set_name:
 * @self: a proxy
 * @name: what it is, in a sentence
 * @description: (nullable): more about it
 */
void
tl_item_proxy_set_name (TlItemProxy *self,
                        const char  *name,
                        const char  *description)
{
  g_return_if_fail (TL_IS_ITEM_PROXY (self));

  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description != NULL ? description : "", -1);
    }
}

/**
 * tl_item_proxy_set_selected:
 * @self: a proxy
 * @is_selected: whether what it stands for is selected
 */
void
tl_item_proxy_set_selected (TlItemProxy *self,
                            gboolean     is_selected)
{
  g_return_if_fail (TL_IS_ITEM_PROXY (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = (gint8) is_selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/**
 * tl_item_proxy_set_place:
 * @self: a proxy
 * @place: its place among those of its kind, from 1
 * @n_places: how many there are
 */
void
tl_item_proxy_set_place (TlItemProxy *self,
                         guint        place,
                         guint        n_places)
{
  g_return_if_fail (TL_IS_ITEM_PROXY (self));

  if (self->place == place && self->n_places == n_places)
    return;

  self->place = place;
  self->n_places = n_places;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) place,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_places, -1);
}
