/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-viewport.h"

#include "tl-load.h"

#include <string.h>

/* Timelines to look at parts of. */

static TlTimeline *
load (const GString *lanes,
      const GString *actors,
      const GString *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\","
                                           "\"lanes\":[%s],\"actors\":[%s],\"events\":[%s]}",
                                           lanes->str, actors->str, events->str);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

static const char *
get_comma (const GString *list)
{
  return list->len > 0 ? "," : "";
}

/* A lane, and an actor of the same id that sits there. */
static void
append_lane (GString    *lanes,
             GString    *actors,
             const char *id)
{
  g_string_append_printf (lanes, "%s{\"id\":\"%s\",\"name\":\"L\",\"actors\":[\"%s\"]}", get_comma (lanes), id, id);
  g_string_append_printf (actors, "%s{\"id\":\"%s\",\"name\":\"A\"}", get_comma (actors), id);
}

/* Event "e<number>", of an actor, so many times 20 days after 1970 began. */
static void
append_event (GString    *events,
              const char *prefix,
              guint       number,
              guint       place,
              const char *actor)
{
  TlCivil day = tl_instant_to_civil ((TlInstant) place * 20 * TL_SECONDS_PER_DAY);

  g_string_append_printf (events,
                          "%s{\"id\":\"%s%u\",\"title\":\"E\",\"when\":\"%04d-%02d-%02d\",\"actors\":[\"%s\"]}",
                          get_comma (events), prefix, number, (int) day.year, day.month, day.day, actor);
}

/**
 * tl_make_numbered:
 * @from: the number of the first event
 * @to: one more than that of the last
 *
 * Events "e0", "e1", and so on are 20 days apart, in the lanes "l0", "l1" and
 * "l2" by turns.
 *
 * Returns: (transfer full): a timeline that has those with these numbers
 */
TlTimeline *
tl_make_numbered (guint from,
                  guint to)
{
  return tl_make_numbered_by (from, to, 0);
}

/**
 * tl_make_numbered_by:
 * @from: the number of the first event
 * @to: one more than that of the last
 * @turn: how many lanes further down each event is
 *
 * Returns: (transfer full): as tl_make_numbered()
 */
TlTimeline *
tl_make_numbered_by (guint from,
                     guint to,
                     guint turn)
{
  static const char *const ids[TL_NUMBERED_LANES] = { "l0", "l1", "l2" };
  g_autoptr (GString) lanes = g_string_new (NULL);
  g_autoptr (GString) actors = g_string_new (NULL);
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; i < TL_NUMBERED_LANES; i++)
    append_lane (lanes, actors, ids[i]);
  for (guint i = from; i < to; i++)
    append_event (events, "e", i, i, ids[(i + turn) % TL_NUMBERED_LANES]);

  return load (lanes, actors, events);
}

/**
 * tl_make_with_lanes:
 * @ids: (array zero-terminated=1): ids of lanes
 *
 * Returns: (transfer full): a timeline with those lanes, in that order. Each
 *   has %TL_EVENTS_A_LANE events, whose ids are that of the lane with a number
 */
TlTimeline *
tl_make_with_lanes (const char *const *ids)
{
  g_autoptr (GString) lanes = g_string_new (NULL);
  g_autoptr (GString) actors = g_string_new (NULL);
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      append_lane (lanes, actors, ids[i]);
      for (guint k = 0; k < TL_EVENTS_A_LANE; k++)
        append_event (events, ids[i], k, 10 * k + i, ids[i]);
    }

  return load (lanes, actors, events);
}
