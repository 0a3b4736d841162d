/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-blend.h"

#include "tl-layout-private.h"

#include <string.h>

/* One frame on the way from one layout to another of the same events at
 * another scale. Marks are where their dates are at the scale of the frame,
 * and all else is between where it is in the one and in the other. Nothing is
 * packed, measured or routed.
 */

typedef struct
{
  TlLayout       *self;
  const TlLayout *from;
  const TlLayout *to;
  double          t;
} Blend;

/* Exactly the one or the other at the ends. */
static double
mix (double from,
     double to,
     double t)
{
  if (t <= 0 || from == to)
    return from;

  return t >= 1 ? to : from + (to - from) * t;
}

/* What goes at once is of this layout in this half of the way. */
static const TlLayout *
get_nearer (const Blend *blend)
{
  return blend->t < 0.5 ? blend->from : blend->to;
}

/* How much is left of what goes in the first half, or has come of what comes
 * in the second. */
static double
get_half_fade (double t)
{
  return t < 0.5 ? 1 - 2 * t : 2 * t - 1;
}

static void
blend_bands (Blend *blend)
{
  TlLayout *self = blend->self;

  self->bands = g_array_copy (get_nearer (blend)->bands);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlLaneBand *from = tl_layout_get_band (blend->from, i);
      const TlLaneBand *to = tl_layout_get_band (blend->to, i);
      TlLaneBand *band = tl_layout_get_band (self, i);

      band->y = mix (from->y, to->y, blend->t);
      band->height = mix (from->height, to->height, blend->t);
    }
}

/* The middle of what there is of a mark. */
static double
get_middle (const TlLayout *layout,
            const TlMark   *mark)
{
  return (MAX (mark->x0, 0) + MIN (mark->x1, layout->width)) / 2;
}

/* How far a card that stands beside its mark, or below it, has moved with
 * it. */
static double
get_card_shift (const Blend    *blend,
                const TlLayout *layout,
                const TlPlaced *was,
                const TlMark   *mark)
{
  if (was->card.x >= was->mark.x1)
    return mark->x1 - was->mark.x1;
  if (was->card.x + was->card.width <= was->mark.x0)
    return mark->x0 - was->mark.x0;

  return get_middle (blend->self, mark) - get_middle (layout, &was->mark);
}

/* The event as it is in one layout, moved to where its mark and its lane are
 * in the frame. */
static void
carry_label (const Blend    *blend,
             const TlLayout *layout,
             guint32         item,
             TlPlaced       *carried)
{
  const TlPlaced *was = &layout->placed[item];
  const TlMark mark = blend->self->placed[item].mark;
  double down = tl_layout_get_band (blend->self, was->lane)->y - tl_layout_get_band (layout, was->lane)->y;
  double right = was->box.x + was->box.width + mark.x1 - was->mark.x1;

  *carried = *was;
  carried->mark = mark;
  carried->y += down;
  carried->box.y += down;
  carried->box.x += mark.x0 - was->mark.x0;
  carried->box.width = right - carried->box.x;
  if (was->label == TL_LABEL_CARD)
    {
      carried->card.y += down;
      carried->card.x += get_card_shift (blend, layout, was, &mark);
    }
}

static void
mix_rects (const TlRect *from,
           const TlRect *to,
           double        t,
           TlRect       *mixed)
{
  mixed->x = mix (from->x, to->x, t);
  mixed->y = mix (from->y, to->y, t);
  mixed->width = mix (from->width, to->width, t);
  mixed->height = mix (from->height, to->height, t);
}

static gboolean
has_same_label (const TlPlaced *from,
                const TlPlaced *to)
{
  return from->label == to->label && (from->label != TL_LABEL_CARD || from->size.form == to->size.form);
}

/* An event that has a label in both. One of another kind goes before the new
 * one comes; it keeps its place at the mark. */
static void
mix_labels (const Blend *blend,
            guint32      item,
            TlFade      *fade)
{
  TlPlaced *placed = &blend->self->placed[item];
  TlFade old = tl_layout_get_fade (blend->from, &blend->from->placed[item]);
  TlFade new = tl_layout_get_fade (blend->to, &blend->to->placed[item]);
  TlPlaced from, to;

  carry_label (blend, blend->from, item, &from);
  carry_label (blend, blend->to, item, &to);
  *placed = blend->t < 0.5 ? from : to;
  placed->y = mix (blend->from->placed[item].y, blend->to->placed[item].y, blend->t);
  mix_rects (&from.box, &to.box, blend->t, &placed->box);
  fade->whole = (float) mix (old.whole, new.whole, blend->t);

  if (has_same_label (&from, &to))
    {
      fade->label = (float) mix (old.label, new.label, blend->t);
      mix_rects (&from.card, &to.card, blend->t, &placed->card);
      placed->card.width = placed->size.width;
      placed->card.height = placed->size.height;
    }
  else
    {
      fade->label = (float) ((blend->t < 0.5 ? old : new).label * get_half_fade (blend->t));
      placed->card.y += placed->y - (blend->t < 0.5 ? from : to).y;
    }
  if (placed->label != TL_LABEL_CARD)
    placed->card = get_nearer (blend)->placed[item].card;
}

static void
blend_event (const Blend *blend,
             guint32      item)
{
  const TlPlaced *from = &blend->from->placed[item];
  const TlPlaced *to = &blend->to->placed[item];
  TlPlaced *placed = &blend->self->placed[item];
  TlFade *fade = &blend->self->fades[item];

  tl_layout_find_mark (blend->self, item);
  placed->lane = to->lane;
  *fade = (TlFade){ 0, 1 };
  if (from->label != TL_LABEL_NONE && to->label != TL_LABEL_NONE)
    mix_labels (blend, item, fade);
  else if (from->label != TL_LABEL_NONE)
    {
      carry_label (blend, blend->from, item, placed);
      *fade = tl_layout_get_fade (blend->from, from);
      fade->whole = (float) mix (fade->whole, 0, blend->t);
    }
  else if (to->label != TL_LABEL_NONE)
    {
      carry_label (blend, blend->to, item, placed);
      *fade = tl_layout_get_fade (blend->to, to);
      fade->whole = (float) mix (0, fade->whole, blend->t);
    }
}

/* A badge stays at its first event. */
static void
blend_badges (Blend *blend)
{
  const TlLayout *nearer = get_nearer (blend);
  TlLayout *self = blend->self;

  self->badges = g_array_copy (nearer->badges);
  self->badge_events = g_array_ref (nearer->badge_events);
  self->badge_opacity = nearer->badge_opacity * get_half_fade (blend->t);
  for (guint i = 0; i < self->badges->len; i++)
    {
      TlBadge *badge = &g_array_index (self->badges, TlBadge, i);
      guint32 first = *tl_layout_get_badge_events (self, badge);

      badge->box.x += self->placed[first].mark.anchor - nearer->placed[first].mark.anchor;
      badge->box.y += tl_layout_get_band (self, badge->lane)->y - tl_layout_get_band (nearer, badge->lane)->y;
    }
}

/* Links are those of one layout, and where it has drawn them, led on to
 * where their ends are. */
static void
blend_links (Blend *blend)
{
  TlLayout *nearer = (TlLayout *) get_nearer (blend);
  TlLayout *self = blend->self;

  self->links = g_array_ref (nearer->links);
  self->link_rank = nearer->link_rank;
  self->link_opacity = nearer->link_opacity * get_half_fade (blend->t);
  self->link_layout = nearer->link_layout != NULL ? nearer->link_layout : nearer;
  self->link_layout->n_users++;
  tl_layout_index_links (self);
}

static void
blend_head (Blend *blend)
{
  TlLayout *self = blend->self;

  tl_layout_carry_eras (self, get_nearer (blend));
  self->n_fold_rows = tl_layout_count_fold_rows (self);
  self->gutter = mix (blend->from->gutter, blend->to->gutter, blend->t);
  self->head = mix (blend->from->head, blend->to->head, blend->t);
  self->lanes_height = mix (blend->from->lanes_height, blend->to->lanes_height, blend->t);
}

/**
 * tl_layout_can_blend:
 * @from: a layout
 * @to: another
 *
 * Returns: whether both have the same events on the same axis, in the same
 *   lanes
 */
gboolean
tl_layout_can_blend (const TlLayout *from,
                     const TlLayout *to)
{
  if (from->options.drawing.timeline != to->options.drawing.timeline || from->options.axis != to->options.axis
      || from->options.n_events != to->options.n_events || from->bands->len != to->bands->len)
    return FALSE;
  for (guint i = 0; i < from->bands->len; i++)
    if (tl_layout_get_band (from, i)->lane != tl_layout_get_band (to, i)->lane)
      return FALSE;

  return from->options.events == to->options.events || from->options.n_events == 0
         || memcmp (from->options.events, to->options.events, from->options.n_events * sizeof (guint32)) == 0;
}

/**
 * tl_layout_new_blend:
 * @from: a layout, or a blend
 * @to: another, for which tl_layout_can_blend() is so
 * @scale: pixels for a unit of the axis
 * @t: how far the way is gone: from 0, as in @from, to 1, as in @to
 *
 * Makes a layout for one frame of the way from one scale to another. Every
 * mark is exactly where it is at @scale. What has a label in only one of
 * both fades, and so do links, badges and labels of another kind: the old
 * ones go in the first half, the new ones come in the second. At 0 and the
 * scale of @from, or 1 and that of @to, it is drawn as those are. Costs a
 * step for each event.
 *
 * Either may be freed before the blend. What the options of both point to
 * outlives it.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new_blend (const TlLayout *from,
                     const TlLayout *to,
                     double          scale,
                     double          t)
{
  TlLayoutOptions options = to->options;
  Blend blend = { NULL, from, to, CLAMP (t, 0, 1) };
  TlLayout *self;

  g_return_val_if_fail (tl_layout_can_blend (from, to), NULL);

  options.scale = scale;
  options.like = NULL;
  self = blend.self = tl_layout_alloc (&options);
  self->fades = g_new0 (TlFade, MAX (options.n_events, 1));
  self->n_left_out = to->n_left_out;
  self->limits = g_array_ref (to->limits);
  self->band_of_lane = tl_layout_copy_bands_of_lanes (to);

  blend_bands (&blend);
  blend_head (&blend);
  for (guint32 i = 0; i < options.n_events; i++)
    blend_event (&blend, i);
  blend_badges (&blend);
  tl_layout_index_places (self);
  blend_links (&blend);

  return self;
}
