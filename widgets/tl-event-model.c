/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-model.h"

#include "tl-event-item.h"

/**
 * TlEventModel:
 *
 * The events of a timeline as a #GListModel, in order of time. Items are
 * made when they are asked for, so a million events cost nothing until
 * somebody scrolls to them.
 */
struct _TlEventModel
{
  GObject parent_instance;

  TlTimeline *timeline;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlEventModel, tl_event_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
tl_event_model_get_item_type (GListModel *model)
{
  return TL_TYPE_EVENT_ITEM;
}

static guint
tl_event_model_get_n_items (GListModel *model)
{
  TlEventModel *self = TL_EVENT_MODEL (model);
  guint n_events = 0;

  if (self->timeline != NULL)
    tl_timeline_get_events (self->timeline, &n_events);

  return n_events;
}

static gpointer
tl_event_model_get_item (GListModel *model,
                         guint       position)
{
  TlEventModel *self = TL_EVENT_MODEL (model);

  if (position >= g_list_model_get_n_items (model))
    return NULL;

  return tl_event_item_new (self->timeline, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_event_model_get_item_type;
  iface->get_n_items = tl_event_model_get_n_items;
  iface->get_item = tl_event_model_get_item;
}

static void
tl_event_model_dispose (GObject *object)
{
  TlEventModel *self = TL_EVENT_MODEL (object);

  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_event_model_parent_class)->dispose (object);
}

static void
tl_event_model_class_init (TlEventModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_event_model_dispose;
}

static void
tl_event_model_init (TlEventModel *self)
{
}

/**
 * tl_event_model_new:
 * @timeline: a timeline
 *
 * Returns: (transfer full): the list of its events
 */
TlEventModel *
tl_event_model_new (TlTimeline *timeline)
{
  TlEventModel *self = g_object_new (TL_TYPE_EVENT_MODEL, NULL);

  self->timeline = g_object_ref (timeline);

  return self;
}
