/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-ticks-private.h"

/* How spans may be named, and which of them have to do with each other. After a
 * wide span, names do not depend on what is before it any more. Where there is
 * none for long, every so often labels end at a span whatever comes then. So
 * names follow from what is around them, and not from what is in view. */

/* A span that is wider than this, in pixels, keeps its neighbours apart. */
#define WIDE 160.0

/* In so many spans there is one that labels before it end at. */
#define N_SPANS 64

/* How far a label starts from its tick, in pixels. */
#define LABEL_OFFSET 4.0

/* What it is worth to have a label: first of all that there is one. Open time
 * has other labels, too; a year says little of a month. */
#define WORTH_NAME  1000
#define WORTH_OPEN  800
#define WORTH_YEAR  400
#define WORTH_LONG  60
#define WORTH_SHORT 50
#define WORTH_BARE  45
#define WORTH_HALF  40 /* the year above, the rest of it below */
#define WORTH_FINE  30
#define WORTH_LEAST 25

/**
 * tl_ticks_is_named:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Returns: whether all of the span has one name, which may stand in the fine
 *   tier, too
 */
gboolean
tl_ticks_is_named (TlTickSearch *search,
                   guint         at)
{
  const TlAxisSpan *span = &search->spans[at];

  if (span->kind == TL_SPAN_COLUMN)
    return TRUE;

  return search->n_spans > 1 && tl_ticks_get_coarse_unit (search, at).field == TL_FIELD_NONE
         && tl_ticks_is_one_year (span);
}

static void
add_option (TlTickItem         *item,
            const TlTickSearch *search,
            char               *coarse,
            char               *fine,
            int                 worth,
            TlTickReliance      reliance)
{
  TlTickOption *option = &item->options[item->n_options];

  if (coarse == NULL && fine == NULL)
    return;

  *option = (TlTickOption) { { coarse, fine }, { 0, 0 }, worth, reliance };
  if (coarse != NULL)
    option->widths[TL_TIER_COARSE] = tl_ticks_measure (search, coarse, TL_TIER_COARSE);
  if (fine != NULL)
    option->widths[TL_TIER_FINE] = tl_ticks_measure (search, fine, TL_TIER_FINE);
  item->n_options++;
}

/* How a column, or open time of one year, is named: in the coarse tier, in
 * both, or in the fine one. */
static void
add_name_options (TlTickItem         *item,
                  const TlTickSearch *search)
{
  const TlAxisSpan *span = &search->spans[item->at];
  char *ways[TL_N_WAYS];
  char *least;

  for (int way = 0; way < TL_N_WAYS; way++)
    ways[way] = tl_ticks_say_span (span, (TlTickWay) way, search->style->words);
  least = g_strdup (ways[TL_WAY_SHORT] != NULL ? ways[TL_WAY_SHORT] : ways[TL_WAY_LONG]);

  add_option (item, search, ways[TL_WAY_LONG], NULL, WORTH_NAME + WORTH_LONG, TL_RELIES_ON_NOTHING);
  add_option (item, search, ways[TL_WAY_SHORT], NULL, WORTH_NAME + WORTH_SHORT, TL_RELIES_ON_NOTHING);
  add_option (item, search, g_strdup (ways[TL_WAY_BARE]), NULL, WORTH_NAME + WORTH_BARE,
              TL_RELIES_ON_COARSE_YEAR);
  if (ways[TL_WAY_YEAR] != NULL)
    add_option (item, search, ways[TL_WAY_YEAR], g_strdup (ways[TL_WAY_BARE]),
                WORTH_NAME + WORTH_HALF, TL_RELIES_ON_NOTHING);
  add_option (item, search, NULL, least, WORTH_NAME + WORTH_FINE, TL_RELIES_ON_NOTHING);
  add_option (item, search, NULL, ways[TL_WAY_BARE], WORTH_NAME + WORTH_LEAST, TL_RELIES_ON_YEAR);
}

/* How the unit above open time is said where that starts. */
static void
add_open_options (TlTickItem         *item,
                  const TlTickSearch *search)
{
  static const int worths[] = {
    [TL_WAY_LONG] = WORTH_OPEN + WORTH_LONG,
    [TL_WAY_SHORT] = WORTH_OPEN + WORTH_SHORT,
    [TL_WAY_BARE] = WORTH_OPEN + WORTH_BARE,
    [TL_WAY_YEAR] = WORTH_YEAR,
  };
  static const TlTickReliance reliances[] = {
    [TL_WAY_LONG] = TL_RELIES_ON_NOTHING,
    [TL_WAY_SHORT] = TL_RELIES_ON_NOTHING,
    [TL_WAY_BARE] = TL_RELIES_ON_COARSE_YEAR,
    [TL_WAY_YEAR] = TL_RELIES_ON_NO_YEAR,
  };

  for (int way = 0; way < TL_N_WAYS; way++)
    add_option (item, search,
                tl_ticks_say_coarse (item->field, search->spans[item->at].from, (TlTickWay) way,
                                     search->style->words),
                NULL, worths[way], reliances[way]);
}

/**
 * tl_tick_item_init:
 * @item: what is to be filled in
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Finds out how a span may be named, and what limits that.
 */
void
tl_tick_item_init (TlTickItem   *item,
                   TlTickSearch *search,
                   guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlTickUnit unit = tl_ticks_get_coarse_unit (search, at);

  *item = (TlTickItem) { .at = at, .x = span->start * search->scale, .limit = G_MAXDOUBLE };
  item->field = (TlTickField) unit.field;
  item->coarse_limit = tl_ticks_find_second (search, at);
  item->fine_limit = tl_ticks_find_fine (search, at);
  item->year = TL_TICK_NO_YEAR;
  item->last_year = TL_TICK_NO_YEAR;

  if (unit.field != TL_FIELD_NONE)
    {
      item->round = tl_tick_unit_floor (unit, span->from);
      item->year = tl_instant_to_civil (span->from).year;
      if (item->coarse_limit < G_MAXDOUBLE)
        item->last_year = tl_ticks_find_last_year (search, at);
      add_open_options (item, search);
      return;
    }

  if (tl_ticks_is_one_year (span))
    item->year = tl_instant_to_civil (span->from).year;
  if (item->year != TL_TICK_NO_YEAR && item->year < TL_TICK_FAR_YEAR)
    item->year = TL_TICK_FAR_YEAR;
  /* The fine tier says years; those that are all there is need no name. */
  if (tl_ticks_is_named (search, at))
    add_name_options (item, search);
  else if (search->n_spans > 1)
    add_option (item, search, tl_ticks_say_span (span, TL_WAY_LONG, search->style->words), NULL,
                WORTH_OPEN, TL_RELIES_ON_NOTHING);
}

/**
 * tl_tick_item_clear:
 * @item: an item
 *
 * Frees what @item holds.
 */
void
tl_tick_item_clear (TlTickItem *item)
{
  for (guint i = 0; i < item->n_options; i++)
    {
      g_clear_pointer (&item->options[i].name.coarse, g_free);
      g_clear_pointer (&item->options[i].name.fine, g_free);
    }
}

static void
clear_item_cb (gpointer data)
{
  tl_tick_item_clear (data);
}

/**
 * tl_tick_name_free:
 * @name: (transfer full): a name
 */
void
tl_tick_name_free (TlTickName *name)
{
  g_free (name->coarse);
  g_free (name->fine);
  g_free (name);
}

static void
free_name_cb (gpointer data)
{
  tl_tick_name_free (data);
}

static gboolean
is_wide (const TlTickSearch *search,
         guint               at)
{
  return (search->spans[at].end - search->spans[at].start) * search->scale >= WIDE;
}

/* Finds the next span that is no fold, to the left if @step is -1, or to the
 * right. */
static gboolean
find_neighbour (const TlTickSearch *search,
                guint               at,
                int                 step,
                guint              *found)
{
  for (gint64 i = (gint64) at + step; i >= 0 && i < search->n_spans; i += step)
    if (search->spans[i].kind != TL_SPAN_FOLD)
      {
        *found = (guint) i;
        return TRUE;
      }

  return FALSE;
}

/* Whether the names from the span @at on do not depend on those before. */
static gboolean
is_apart (const TlTickSearch *search,
          guint               before,
          guint               at)
{
  return before / N_SPANS != at / N_SPANS || is_wide (search, before);
}

/* The year that the coarse label of the span before @at says, whatever is
 * before that. */
static gint64
find_year_before (TlTickSearch *search,
                  guint         at)
{
  gint64 year = TL_TICK_NO_YEAR;
  TlTickItem item;
  guint before;

  if (!find_neighbour (search, at, -1, &before) || !is_wide (search, before))
    return TL_TICK_NO_YEAR;

  tl_tick_item_init (&item, search, before);
  if (item.coarse_limit < G_MAXDOUBLE)
    year = item.last_year;
  else
    for (guint i = 0; i < item.n_options; i++)
      if (item.options[i].reliance == TL_RELIES_ON_NOTHING && item.options[i].name.fine == NULL
          && item.x + item.options[i].widths[TL_TIER_COARSE] + search->style->gap
               <= search->spans[at].start * search->scale)
        year = item.year;
  tl_tick_item_clear (&item);

  return year;
}

static void
add_item (GArray       *items,
          TlTickSearch *search,
          guint         at)
{
  TlTickItem item;

  tl_tick_item_init (&item, search, at);
  g_array_append_val (items, item);
}

/* The spans that have to do with the one at @at. */
static GArray *
find_items (TlTickSearch *search,
            guint         at)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (TlTickItem));
  double limit = search->length + TL_TICK_OVERHANG - LABEL_OFFSET;
  gboolean has_next;
  guint next;

  g_array_set_clear_func (items, clear_item_cb);
  while (find_neighbour (search, at, -1, &next) && !is_apart (search, next, at))
    at = next;

  add_item (items, search, at);
  while ((has_next = find_neighbour (search, at, 1, &next)) && !is_apart (search, at, next))
    {
      at = next;
      add_item (items, search, at);
    }

  if (has_next)
    limit = search->spans[next].start * search->scale - search->style->gap;
  for (guint i = items->len; i-- > 0;)
    {
      TlTickItem *item = &g_array_index (items, TlTickItem, i);

      item->limit = limit;
      if (is_wide (search, item->at))
        limit = item->x - search->style->gap;
    }

  return items;
}

/**
 * tl_ticks_get_name:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Returns: (transfer none): what stands at its start
 */
const TlTickName *
tl_ticks_get_name (TlTickSearch *search,
                   guint         at)
{
  const TlTickName *name;

  if (search->names == NULL)
    search->names = g_hash_table_new_full (NULL, NULL, NULL, free_name_cb);

  name = g_hash_table_lookup (search->names, GUINT_TO_POINTER (at));
  if (name == NULL)
    {
      g_autoptr (GArray) items = find_items (search, at);
      const TlTickItem *first = &g_array_index (items, TlTickItem, 0);

      tl_ticks_arrange (search, items, find_year_before (search, first->at));
      name = g_hash_table_lookup (search->names, GUINT_TO_POINTER (at));
    }

  return name;
}
