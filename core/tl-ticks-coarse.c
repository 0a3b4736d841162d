/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"
#include "tl-ticks-private.h"

/* The coarse tier: the larger unit at its beginning, and where open time or a
 * column starts. A column is named as a whole, and so is open time in which one
 * sees years, unless that is all there is. */

/* A label is not looked for where there is less room, in pixels. */
#define LEAST_ROOM 8.0

/* How many labels that rely on each other for the year. */
#define MAX_RELIANCE 40

/* A place for a label. */
typedef struct
{
  guint       at; /* the span */
  TlTickField field; /* NONE for all of the span */
  TlInstant   instant;
  double      x;
  double      limit; /* where the next one may begin */
  gboolean    is_round;
} Place;

static double
get_x (const TlTickSearch *search,
       TlInstant           instant)
{
  return tl_axis_get_position (search->axis, instant) * search->scale;
}

/**
 * tl_ticks_get_coarse_unit:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Returns: the unit above that of open time; none where all of the span is
 *   named
 */
TlTickUnit
tl_ticks_get_coarse_unit (TlTickSearch *search,
                          guint         at)
{
  if (search->spans[at].kind != TL_SPAN_OPEN)
    return (TlTickUnit) { TL_FIELD_NONE, 0, 1 };

  return tl_tick_unit_get_coarse (tl_ticks_choose_unit (search, &search->spans[at]));
}

/* The place for the name of a whole span. */
static Place
make_span_place (const TlTickSearch *search,
                 guint               at)
{
  static const TlTickUnit year = { TL_FIELD_YEAR, 0, 1 };
  const TlAxisSpan *span = &search->spans[at];
  gboolean is_round = span->kind == TL_SPAN_COLUMN
                      || tl_tick_unit_floor (year, span->from) == span->from;

  return (Place) { at, TL_FIELD_NONE, span->from, span->start * search->scale,
                   tl_ticks_get_limit (search, at), is_round };
}

/* A place in open time: where it starts, or at a round date. */
static Place
make_open_place (const TlTickSearch *search,
                 guint               at,
                 TlTickUnit          unit,
                 TlInstant           instant)
{
  TlInstant round = tl_tick_unit_floor (unit, instant);
  TlInstant next = tl_tick_unit_next (unit, round);
  Place place = { at, (TlTickField) unit.field, instant, get_x (search, instant),
                  tl_ticks_get_limit (search, at), round == instant };

  if (next < search->spans[at].to)
    place.limit = get_x (search, next);

  return place;
}

/* Finds the last place in a span that is before @before, which is in it or its
 * end. */
static gboolean
find_last (TlTickSearch *search,
           guint         at,
           TlInstant     before,
           Place        *place)
{
  const TlAxisSpan *span = &search->spans[at];
  TlTickUnit unit = tl_ticks_get_coarse_unit (search, at);
  TlInstant round;

  if (before <= span->from || span->kind == TL_SPAN_FOLD)
    return FALSE;

  if (unit.field == TL_FIELD_NONE)
    {
      *place = make_span_place (search, at);
      return search->n_spans > 1;
    }

  round = tl_tick_unit_floor (unit, before - 1);
  *place = make_open_place (search, at, unit, MAX (round, span->from));

  return TRUE;
}

/* Finds the place before @place, if need be in the span before. */
static gboolean
find_previous (TlTickSearch *search,
               const Place  *place,
               Place        *previous)
{
  guint at = place->at;

  if (find_last (search, at, place->instant, previous))
    return TRUE;
  if (at > 0 && search->spans[at - 1].kind == TL_SPAN_FOLD)
    at--;

  return at > 0 && find_last (search, at - 1, search->spans[at - 1].to, previous);
}

static char *choose_label (TlTickSearch *search,
                           const Place  *place,
                           guint         reliance);

/* Whether the label before that at @place is of the same year, which it says
 * or in turn takes from the one before it. */
static gboolean
stands_after_year (TlTickSearch *search,
                   const Place  *place,
                   guint         reliance)
{
  Place previous;
  g_autofree char *label = NULL;

  if (reliance >= MAX_RELIANCE || !find_previous (search, place, &previous)
      || tl_instant_to_civil (previous.instant).year != tl_instant_to_civil (place->instant).year)
    return FALSE;

  label = choose_label (search, &previous, reliance + 1);

  return label != NULL;
}

static char *
say_place (const TlTickSearch *search,
           const Place        *place,
           TlTickWay           way)
{
  return tl_ticks_say_coarse (place->field, place->instant, way, search->style->words);
}

/* The longest label that has room; NULL if none has. That at the start of a
 * span depends on its neighbours. */
static char *
choose_label (TlTickSearch *search,
              const Place  *place,
              guint         reliance)
{
  double room = place->limit - place->x - search->style->gap;

  if (place->instant == search->spans[place->at].from)
    return g_strdup (tl_ticks_get_name (search, place->at)->coarse);
  if (room < LEAST_ROOM)
    return NULL;

  for (int way = 0; way < TL_N_WAYS; way++)
    {
      g_autofree char *label = say_place (search, place, (TlTickWay) way);

      if (label == NULL || tl_ticks_measure (search, label, TL_TIER_COARSE) > room)
        continue;
      if ((way == TL_WAY_BARE && !stands_after_year (search, place, reliance))
          || (way == TL_WAY_YEAR && stands_after_year (search, place, reliance)))
        continue;

      return g_steal_pointer (&label);
    }

  return NULL;
}

/**
 * tl_ticks_find_second:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Returns: where the second coarse tick in the span is, in pixels;
 *   %G_MAXDOUBLE if it has one only
 */
double
tl_ticks_find_second (TlTickSearch *search,
                      guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlTickUnit unit = tl_ticks_get_coarse_unit (search, at);
  TlInstant next;

  if (unit.field == TL_FIELD_NONE)
    return G_MAXDOUBLE;
  next = tl_tick_unit_next (unit, tl_tick_unit_floor (unit, span->from));

  return next < span->to ? get_x (search, next) : G_MAXDOUBLE;
}

/**
 * tl_ticks_find_last_year:
 * @search: what is being made
 * @at: the index of an open span with several coarse ticks
 *
 * Returns: the year that the label of the last of them says, whatever is before
 *   it; %TL_TICK_NO_YEAR if it may say none
 */
gint64
tl_ticks_find_last_year (TlTickSearch *search,
                         guint         at)
{
  g_autofree char *label = NULL;
  Place place;

  if (!find_last (search, at, search->spans[at].to, &place))
    return TL_TICK_NO_YEAR;

  label = say_place (search, &place, TL_WAY_SHORT);
  if (label == NULL
      || place.x + tl_ticks_measure (search, label, TL_TIER_COARSE) + search->style->gap > place.limit)
    return TL_TICK_NO_YEAR;

  return tl_instant_to_civil (place.instant).year;
}

static void
add_place (TlTickSearch *search,
           const Place  *place)
{
  tl_ticks_append (search, place->instant, place->x, TL_TIER_COARSE,
                   choose_label (search, place, 0), place->is_round);
}

/* Adds @place if it is in view. */
static void
add_visible (TlTickSearch *search,
             const Place  *place)
{
  if (place->x >= search->from && place->x <= search->to)
    add_place (search, place);
}

/**
 * tl_ticks_add_coarse:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Adds the coarse ticks of a span that are in view.
 */
void
tl_ticks_add_coarse (TlTickSearch *search,
                     guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlTickUnit unit = tl_ticks_get_coarse_unit (search, at);
  TlInstant first;
  Place place;

  if (unit.field == TL_FIELD_NONE)
    {
      place = make_span_place (search, at);
      if (search->n_spans > 1)
        add_visible (search, &place);
      return;
    }

  place = make_open_place (search, at, unit, span->from);
  add_visible (search, &place);

  first = tl_axis_get_moment (search->axis, search->from / search->scale).instant;
  first = MAX (first, span->from);
  for (TlInstant tick = tl_tick_unit_floor (unit, first); tick < span->to;
       tick = tl_tick_unit_next (unit, tick))
    {
      if (tick <= span->from)
        continue;
      place = make_open_place (search, at, unit, tick);
      if (place.x > search->to)
        break;
      add_visible (search, &place);
    }
}

/**
 * tl_ticks_add_sticky:
 * @search: what is being made
 * @at: the index of the span at the left end of what is in view
 *
 * Adds the coarse tick left of it that still holds there.
 */
void
tl_ticks_add_sticky (TlTickSearch *search,
                     guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlInstant before;
  Place place;

  if (span->kind == TL_SPAN_FOLD && at > 0)
    {
      at--;
      before = search->spans[at].to;
    }
  else
    {
      before = tl_axis_get_moment (search->axis, search->from / search->scale).instant;
      before = before < span->to ? before + 1 : span->to;
    }

  /* The moment at the left end may be a tick that is in view. */
  while (find_last (search, at, before, &place))
    {
      if (place.x < search->from)
        {
          add_place (search, &place);
          return;
        }
      before = place.instant;
    }
}
