/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-condition.h"

#include <glib/gi18n-lib.h>

/* The one list of conditions: options of the command line are made from it,
 * chips and arguments. */
static const TlConditionInfo infos[TL_N_CONDITIONS] = {
  [TL_CONDITION_LANE] = { "lanes", N_("Only these lanes: ids or names, with commas"), N_("LIST"), TL_VALUES_MANY },
  [TL_CONDITION_ACTOR] = { "actors", N_("Only events of these actors: ids or names, with commas"), N_("LIST"),
                           TL_VALUES_MANY },
  [TL_CONDITION_CATEGORY] = { "category", N_("Only these categories: ids or names, with commas"), N_("LIST"),
                              TL_VALUES_MANY },
  [TL_CONDITION_STATUS] = { "status", N_("Only events with a claim of this status, such as reported or disputed"),
                            N_("LIST"), TL_VALUES_MANY },
  [TL_CONDITION_SOURCE] = { "source", N_("Only what these sources tell of: ids or publishers, with commas"), N_("LIST"),
                            TL_VALUES_MANY },
  [TL_CONDITION_DIFFERING] = { "differing", N_("Only events about which sources differ"), NULL, TL_VALUES_NONE },
  [TL_CONDITION_CONTEXT] = { "context", N_("Events outside the story's own sources: only those, or none of them"),
                             N_("WHICH"), TL_VALUES_ONE },
  [TL_CONDITION_FROM] = { "from", N_("Only what may be at this date or later, as in 2025-06"), N_("DATE"),
                          TL_VALUES_ONE },
  [TL_CONDITION_TO] = { "to", N_("Only what may be at this date or earlier"), N_("DATE"), TL_VALUES_ONE },
  [TL_CONDITION_SEARCH] = { "search", N_("Only events in which all these words occur"), N_("WORDS"), TL_VALUES_ONE },
  [TL_CONDITION_EVENT] = { "events", N_("Only these events: ids, with commas"), N_("LIST"), TL_VALUES_MANY },
};

/**
 * tl_condition_get_info:
 * @condition: a condition
 *
 * Returns: (transfer none): what it is called
 */
const TlConditionInfo *
tl_condition_get_info (TlCondition condition)
{
  return &infos[condition];
}
