/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-item.h"

/**
 * TlEventItem:
 *
 * An event as a row of a list: a light object that lives while its row is
 * on screen. Belongs to the main thread.
 */
struct _TlEventItem
{
  GObject parent_instance;

  TlTimeline *timeline;
  guint       index;
};

G_DEFINE_FINAL_TYPE (TlEventItem, tl_event_item, G_TYPE_OBJECT)

static void
tl_event_item_dispose (GObject *object)
{
  TlEventItem *self = TL_EVENT_ITEM (object);

  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_event_item_parent_class)->dispose (object);
}

static void
tl_event_item_class_init (TlEventItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_event_item_dispose;
}

static void
tl_event_item_init (TlEventItem *self)
{
}

static const TlEvent *
get_event (TlEventItem *self)
{
  return &tl_timeline_get_events (self->timeline, NULL)[self->index];
}

/**
 * tl_event_item_new:
 * @timeline: a timeline
 * @index: the place of an event in it, in order of time
 *
 * Returns: (transfer full): an item for that event
 */
TlEventItem *
tl_event_item_new (TlTimeline *timeline,
                   guint       index)
{
  TlEventItem *self = g_object_new (TL_TYPE_EVENT_ITEM, NULL);

  self->timeline = g_object_ref (timeline);
  self->index = index;

  return self;
}

/**
 * tl_event_item_get_index:
 * @self: an item
 *
 * Returns: the place of its event in the timeline, in order of time
 */
guint
tl_event_item_get_index (TlEventItem *self)
{
  g_return_val_if_fail (TL_IS_EVENT_ITEM (self), 0);

  return self->index;
}

/**
 * tl_event_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): the event's title
 */
const char *
tl_event_item_get_title (TlEventItem *self)
{
  g_return_val_if_fail (TL_IS_EVENT_ITEM (self), NULL);

  return tl_timeline_get_text (self->timeline, get_event (self)->title);
}

/**
 * tl_event_item_get_lane_name:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the name of the event's lane
 */
const char *
tl_event_item_get_lane_name (TlEventItem *self)
{
  const TlLane *lanes;
  guint32 lane;

  g_return_val_if_fail (TL_IS_EVENT_ITEM (self), NULL);

  lanes = tl_timeline_get_lanes (self->timeline, NULL);
  lane = tl_timeline_get_event_lane (self->timeline, get_event (self));

  return tl_timeline_get_text (self->timeline, lanes[lane].name);
}

/**
 * tl_event_item_dup_date:
 * @self: an item
 *
 * Returns: (transfer full): the event's date in words
 */
char *
tl_event_item_dup_date (TlEventItem *self)
{
  g_return_val_if_fail (TL_IS_EVENT_ITEM (self), NULL);

  return tl_timeline_get_event_date_words (self->timeline, get_event (self), NULL);
}
