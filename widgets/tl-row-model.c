/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-row-model.h"

#include "tl-row.h"

/**
 * TlRowModel:
 *
 * Rows about events of a timeline, as a #GListModel. Items are made when
 * they are asked for, so a million rows cost nothing until somebody scrolls
 * to them. It is a #GtkSelectionModel as well: what is selected is an event,
 * and with it all rows that are about it.
 */
typedef struct
{
  TlTimeline *timeline;
  guint32     selected;
} TlRowModelPrivate;

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TlRowModel, tl_row_model, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (TlRowModel)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS
};

enum
{
  EVENT_SELECTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
tl_row_model_get_item_type (GListModel *model)
{
  return TL_TYPE_ROW;
}

static guint
tl_row_model_get_n_items (GListModel *model)
{
  return tl_row_model_get_n_rows (TL_ROW_MODEL (model));
}

static gpointer
tl_row_model_get_item (GListModel *model,
                       guint       position)
{
  TlRowModel *self = TL_ROW_MODEL (model);

  if (position >= tl_row_model_get_n_rows (self))
    return NULL;

  return tl_row_new (position, tl_row_model_get_event (self, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_row_model_get_item_type;
  iface->get_n_items = tl_row_model_get_n_items;
  iface->get_item = tl_row_model_get_item;
}

static gboolean
tl_row_model_is_selected (GtkSelectionModel *model,
                          guint              position)
{
  TlRowModel *self = TL_ROW_MODEL (model);
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);

  return priv->selected != TL_NONE && position < tl_row_model_get_n_rows (self)
         && tl_row_model_get_event (self, position) == priv->selected;
}

/* The user selects a row. */
static gboolean
tl_row_model_select_item (GtkSelectionModel *model,
                          guint              position,
                          gboolean           unselect_rest)
{
  TlRowModel *self = TL_ROW_MODEL (model);
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);
  guint32 event;

  if (position >= tl_row_model_get_n_rows (self))
    return FALSE;

  event = tl_row_model_get_event (self, position);
  if (event == TL_NONE)
    return FALSE;

  if (event != priv->selected)
    {
      tl_row_model_set_selected (self, event);
      g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
    }

  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = tl_row_model_is_selected;
  iface->select_item = tl_row_model_select_item;
}

static void
tl_row_model_dispose (GObject *object)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (TL_ROW_MODEL (object));

  g_clear_object (&priv->timeline);

  G_OBJECT_CLASS (tl_row_model_parent_class)->dispose (object);
}

static void
tl_row_model_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (TL_ROW_MODEL (object));

  switch (prop_id)
    {
    case PROP_TIMELINE:
      priv->timeline = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_row_model_class_init (TlRowModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_row_model_dispose;
  object_class->set_property = tl_row_model_set_property;

  /**
   * TlRowModel:timeline:
   *
   * The timeline that the rows are about.
   */
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, TL_TYPE_TIMELINE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlRowModel::event-selected:
   * @self: the model
   * @event: an event
   *
   * The user has selected a row about another event than before.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_row_model_init (TlRowModel *self)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);

  priv->selected = TL_NONE;
}

/**
 * tl_row_model_get_timeline:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the timeline that its rows are about
 */
TlTimeline *
tl_row_model_get_timeline (TlRowModel *self)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);

  g_return_val_if_fail (TL_IS_ROW_MODEL (self), NULL);

  return priv->timeline;
}

/**
 * tl_row_model_get_n_rows:
 * @self: a model
 *
 * Returns: the number of its rows; 0 after it has been disposed of
 */
guint
tl_row_model_get_n_rows (TlRowModel *self)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);

  g_return_val_if_fail (TL_IS_ROW_MODEL (self), 0);

  return priv->timeline != NULL ? TL_ROW_MODEL_GET_CLASS (self)->get_n_rows (self) : 0;
}

/**
 * tl_row_model_get_event:
 * @self: a model
 * @row: one of its rows
 *
 * Returns: the event that the row is about, or TL_NONE
 */
guint32
tl_row_model_get_event (TlRowModel *self,
                        guint       row)
{
  g_return_val_if_fail (TL_IS_ROW_MODEL (self), TL_NONE);

  return TL_ROW_MODEL_GET_CLASS (self)->get_event (self, row);
}

/**
 * tl_row_model_find_event:
 * @self: a model
 * @event: an event, or TL_NONE
 *
 * Returns: the first row about it; %GTK_INVALID_LIST_POSITION for none
 */
guint
tl_row_model_find_event (TlRowModel *self,
                         guint32     event)
{
  g_return_val_if_fail (TL_IS_ROW_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (event == TL_NONE || tl_row_model_get_n_rows (self) == 0)
    return GTK_INVALID_LIST_POSITION;

  return TL_ROW_MODEL_GET_CLASS (self)->find_event (self, event);
}

/**
 * tl_row_model_get_selected:
 * @self: a model
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_row_model_get_selected (TlRowModel *self)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);

  g_return_val_if_fail (TL_IS_ROW_MODEL (self), TL_NONE);

  return priv->selected;
}

/**
 * tl_row_model_set_selected:
 * @self: a model
 * @event: an event, or TL_NONE
 *
 * Selects all rows about @event. Does not emit
 * #TlRowModel::event-selected, which is for what the user does.
 */
void
tl_row_model_set_selected (TlRowModel *self,
                           guint32     event)
{
  TlRowModelPrivate *priv = tl_row_model_get_instance_private (self);
  guint n_rows;

  g_return_if_fail (TL_IS_ROW_MODEL (self));

  if (priv->selected == event)
    return;

  priv->selected = event;
  n_rows = tl_row_model_get_n_rows (self);
  if (n_rows > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_rows);
}
