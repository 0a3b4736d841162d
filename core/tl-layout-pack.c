/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-lanes.h"

#include <math.h>

/* Where the events of one lane go. The important ones first; each gets the
 * highest place that is free, with all that its card tells, else with a
 * short card, else it is left over for a badge.
 */

/* Beyond so many events, texts are estimated instead of measured. */
#define MAX_MEASURED 1500

/* Within a bar: beside the label, and what the symbol takes. */
#define BAR_PAD    8.0
#define BAR_SYMBOL 18.0

/* The "!" of a card stands out so far to its right. */
#define ALERT_OUT 6.0

/* Events that begin within so many pixels share the answer to whether there
 * is any room at all. */
#define BUCKET 8.0

typedef struct
{
  TlLayout *layout;
  TlPacker *packer;
  double    right; /* of the content */
  gboolean  is_rough;
  double    full_until; /* no event that begins before this finds room in this round */
} Packing;

/* Whether nothing of a card from @x0 to @x1 would be cut: by the edges of
 * the content, or of one of several pages. */
static gboolean
is_within (const Packing *packing,
           double         x0,
           double         x1)
{
  double page = packing->layout->options.page;

  if (x0 < 0 || x1 > packing->right)
    return FALSE;

  return page <= 0 || floor (x0 / page) == floor (x1 / page);
}

static double
get_title_width (const Packing *packing,
                 const TlEvent *event)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;
  const char *title = tl_card_get_title (drawing, event);
  TlTextStyle style = tl_card_get_title_style (event);

  if (packing->is_rough)
    return g_utf8_strlen (title, -1) * style.size * 0.62;

  return tl_text_measure_width (drawing->measure, title, &style);
}

/* What there is at most for a label inside of the bar; 0 where it is not a
 * bar. A bar that runs over several pages is labelled on each of them. */
static double
get_room_inside (const Packing  *packing,
                 const TlPlaced *placed)
{
  double room = placed->mark.solid1 - placed->mark.solid0 - 2 * BAR_PAD - BAR_SYMBOL;
  double page = packing->layout->options.page;

  if (placed->mark.kind != TL_MARK_BAR)
    return 0;

  return page > 0 ? MIN (room, page / 2) : room;
}

static gboolean
try_inside (Packing       *packing,
            TlPlaced      *placed,
            const TlEvent *event)
{
  double room = get_room_inside (packing, placed);
  TlRect box = { placed->mark.x0, 0, placed->mark.x1 - placed->mark.x0, TL_BAR_HEIGHT };

  if (room < TL_CARD_MIN_WIDTH || room < get_title_width (packing, event))
    return FALSE;
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->label = TL_LABEL_INSIDE;
  placed->box = box;
  placed->y = box.y + TL_BAR_HEIGHT / 2;

  return TRUE;
}

/* Beside the mark: on the right, or on the left where the right is cut. */
static gboolean
try_card (Packing          *packing,
          TlPlaced         *placed,
          const TlEvent    *event,
          const TlCardSize *size)
{
  double out = event->differences.count > 0 && size->form == TL_CARD_FULL ? ALERT_OUT : 0;
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
  placed->label = TL_LABEL_CARD;
  placed->box = box;
  placed->y = box.y + mark_y;
  placed->size = *size;
  placed->card = (TlRect){ x, box.y, size->width, size->height };

  return TRUE;
}

/* Whether even the smallest label would find no room here. What is found out
 * for one event holds for all that begin within a few pixels. */
static gboolean
is_full (Packing        *packing,
         const TlPlaced *placed)
{
  double x = placed->mark.x0;
  double bucket = floor (x / BUCKET) * BUCKET;
  TlRect box = { bucket + BUCKET, 0, 2, TL_CARD_MIN_HEIGHT };

  if (placed->mark.kind == TL_MARK_BAR && placed->mark.x1 - x < TL_CARD_MIN_WIDTH)
    box.height = TL_BAR_HEIGHT;
  if (x < packing->full_until)
    return TRUE;
  if (tl_packer_find (packing->packer, bucket, &box))
    return FALSE;

  packing->full_until = bucket + BUCKET;

  return TRUE;
}

static TlCardSize
get_size (const Packing *packing,
          const TlEvent *event,
          TlCardForm     form)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;

  return packing->is_rough ? tl_card_estimate (drawing, event, form) : tl_card_measure (drawing, event, form);
}

static gboolean
place (Packing  *packing,
       TlPlaced *placed)
{
  const TlEvent *event = tl_layout_get_event (packing->layout, placed->event);
  TlCardSize size;

  placed->label = TL_LABEL_NONE;
  if (is_full (packing, placed))
    return FALSE;
  if (try_inside (packing, placed, event))
    return TRUE;

  size = get_size (packing, event, TL_CARD_FULL);
  if (try_card (packing, placed, event, &size))
    return TRUE;

  size = get_size (packing, event, TL_CARD_COMPACT);

  return try_card (packing, placed, event, &size);
}

static guint
get_rank (const TlLayout *self,
          const TlPlaced *placed)
{
  if (placed->event == self->options.selected)
    return 6;

  return tl_layout_get_event (self, placed->event)->importance;
}

/**
 * tl_layout_pack_lane:
 * @self: a layout
 * @members: (array length=n_members): those of placed that sit in one lane,
 *   the important first, then from left to right
 * @n_members: their number
 * @limit: the height that there is for them, in pixels
 * @left_over: (element-type guint32): those without room are appended
 *
 * Gives each its label and its place, from the top of the lane's room.
 *
 * Returns: the height that they take
 */
double
tl_layout_pack_lane (TlLayout      *self,
                     const guint32 *members,
                     guint          n_members,
                     double         limit,
                     GArray        *left_over)
{
  g_autoptr (TlPacker) packer = tl_packer_new (limit, TL_BOX_GAP, TL_CARD_MAX_WIDTH + 2 * BUCKET);
  Packing packing = { self, packer, self->width, self->options.n_events > MAX_MEASURED, -G_MAXDOUBLE };
  guint rank = G_MAXUINT;

  for (guint i = 0; i < n_members; i++)
    {
      TlPlaced *placed = &self->placed[members[i]];
      guint own = get_rank (self, placed);

      if (own != rank)
        {
          tl_packer_begin_round (packer);
          packing.full_until = -G_MAXDOUBLE;
          rank = own;
        }
      if (!place (&packing, placed))
        g_array_append_val (left_over, members[i]);
    }

  return tl_packer_get_bottom (packer);
}
