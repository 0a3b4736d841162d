/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* Where the label of one event goes: into its bar, else beside its mark, else
 * below it.
 */

/* The "!" of a card stands out so far to its right. */
#define ALERT_OUT 5.0

/* Whether nothing of a card from @x0 to @x1 would be cut: by the edges of
 * the content, or of one of several pages. */
static gboolean
is_within (const TlPacking *packing,
           double           x0,
           double           x1)
{
  double page = packing->layout->options.page;

  if (x0 < 0 || x1 > packing->right)
    return FALSE;

  return page <= 0 || floor (x0 / page) == floor (x1 / page);
}

static TlLabelSizes *
get_sizes (const TlPacking *packing,
           const TlPlaced  *placed)
{
  return &packing->layout->sizes[placed - packing->layout->placed];
}

static double
get_title_width (const TlPacking *packing,
                 const TlPlaced  *placed,
                 const TlEvent   *event)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;
  const char *title = tl_card_get_title (drawing, event);
  TlTextStyle style = tl_card_get_title_style (event);
  TlLabelSizes *sizes = get_sizes (packing, placed);

  if (sizes->title == 0)
    sizes->title = packing->is_rough ? g_utf8_strlen (title, -1) * style.size * 0.62
                                     : tl_text_measure_width (drawing->measure, title, &style);

  return sizes->title;
}

static TlCardSize
get_size (const TlPacking *packing,
          const TlPlaced  *placed,
          const TlEvent   *event,
          TlCardForm       form)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;
  TlCardSize *size = &get_sizes (packing, placed)->cards[form];

  if (size->width == 0)
    *size = packing->is_rough ? tl_card_estimate (drawing, event, form) : tl_card_measure (drawing, event, form);

  return *size;
}

/**
 * tl_layout_get_room_inside:
 * @self: a layout
 * @placed: one of its events
 *
 * Returns: the width that there is for a label inside of its mark, in
 *   pixels; 0 where that is not a bar. A bar that runs over several pages is
 *   labelled on each of them.
 */
double
tl_layout_get_room_inside (const TlLayout *self,
                           const TlPlaced *placed)
{
  double room = placed->mark.solid1 - placed->mark.solid0 - 2 * TL_BAR_PAD - TL_BAR_SYMBOL;
  double page = self->options.page;

  if (placed->mark.kind != TL_MARK_BAR)
    return 0;

  return page > 0 ? MIN (room, page / 2) : room;
}

static gboolean
try_inside (TlPacking     *packing,
            TlPlaced      *placed,
            const TlEvent *event)
{
  double room = tl_layout_get_room_inside (packing->layout, placed);
  TlRect box = { placed->mark.x0, 0, placed->mark.x1 - placed->mark.x0, TL_BAR_HEIGHT };

  if (room < TL_CARD_MIN_WIDTH || room < get_title_width (packing, placed, event))
    return FALSE;
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + TL_BAR_HEIGHT / 2;

  return TRUE;
}

/* Beside the mark: on the right, or on the left where the right is cut. */
static gboolean
try_beside (TlPacking        *packing,
            TlPlaced         *placed,
            const TlEvent    *event,
            const TlCardSize *size)
{
  double out = event->differences.count > 0 ? ALERT_OUT : 0;
  double mark_height = placed->mark.kind == TL_MARK_BAR ? TL_BAR_HEIGHT
                                                         : 2 * tl_mark_get_radius (event->importance);
  double mark_y = MAX (mark_height / 2, size->form == TL_CARD_FULL ? TL_CARD_MARK_Y : size->height / 2);
  double height = MAX (size->height, mark_y + mark_height / 2);
  double x = placed->mark.x1 + TL_CARD_GAP;
  TlRect box = { placed->mark.x0, 0, x + size->width + out - placed->mark.x0, height };

  if (!is_within (packing, x, x + size->width + out))
    {
      x = placed->mark.x0 - TL_CARD_GAP - out - size->width;
      box.x = x;
      box.width = placed->mark.x1 - x;
      if (!is_within (packing, x, placed->mark.x0))
        return FALSE;
    }
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + mark_y;
  placed->size = *size;
  placed->card = (TlRect){ x, box.y, size->width, size->height };

  return TRUE;
}

/* Below a bar that is so long that its sides have no room. */
static gboolean
try_below (TlPacking        *packing,
           TlPlaced         *placed,
           const TlEvent    *event,
           const TlCardSize *size)
{
  double out = event->differences.count > 0 ? ALERT_OUT : 0;
  double x0 = MAX (placed->mark.x0, 0);
  double x1 = MIN (placed->mark.x1, packing->right);
  double x = (x0 + x1 - size->width - out) / 2;
  double mark_height = 2 * MAX (TL_BAR_HEIGHT / 2, tl_mark_get_radius (event->importance));
  TlRect box = { placed->mark.x0, 0, placed->mark.x1 - placed->mark.x0, mark_height + TL_CARD_GAP + size->height };

  if (placed->mark.kind == TL_MARK_DISC || x < x0 || !is_within (packing, x, x + size->width + out))
    return FALSE;
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + mark_height / 2;
  placed->size = *size;
  placed->card = (TlRect){ x, box.y + mark_height + TL_CARD_GAP, size->width, size->height };

  return TRUE;
}

static gboolean
try_card (TlPacking        *packing,
          TlPlaced         *placed,
          const TlEvent    *event,
          const TlCardSize *size)
{
  return try_beside (packing, placed, event, size) || try_below (packing, placed, event, size);
}

/* Whether even the smallest label would find no room here. What is found out
 * for one event holds for all that begin within a few pixels. The bucket may
 * begin before the last anchor; the packer's reach has room for that. */
static gboolean
is_full (TlPacking          *packing,
         const TlLaneMember *member)
{
  double bucket = floor (member->x0 / TL_PACKER_BUCKET) * TL_PACKER_BUCKET;
  TlRect box = { bucket + TL_PACKER_BUCKET, 0, 2, member->is_long ? TL_BAR_HEIGHT : TL_CARD_MIN_HEIGHT };

  if (member->x0 < packing->full_until)
    return TRUE;
  if (tl_packer_find (packing->packer, bucket, &box))
    return FALSE;

  packing->full_until = bucket + TL_PACKER_BUCKET;

  return TRUE;
}

/**
 * tl_layout_place_member:
 * @packing: a lane that is being packed
 * @member: one of its events
 *
 * Gives an event its label and its place, if there is room.
 *
 * Returns: whether there is
 */
gboolean
tl_layout_place_member (TlPacking    *packing,
                        TlLaneMember *member)
{
  TlPlaced *placed = &packing->layout->placed[member->item];
  const TlEvent *event;
  TlCardSize size;

  member->label = TL_LABEL_NONE;
  if (is_full (packing, member))
    return FALSE;

  placed->card.width = 0;
  event = tl_layout_get_event (packing->layout, placed->event);
  if (try_inside (packing, placed, event))
    {
      member->label = TL_LABEL_INSIDE;
      return TRUE;
    }

  member->label = TL_LABEL_CARD;
  if (member->rank > packing->short_rank)
    {
      size = get_size (packing, placed, event, TL_CARD_FULL);
      if (try_card (packing, placed, event, &size))
        return TRUE;
    }
  size = get_size (packing, placed, event, TL_CARD_COMPACT);
  if (try_card (packing, placed, event, &size))
    return TRUE;

  member->label = TL_LABEL_NONE;

  return FALSE;
}
