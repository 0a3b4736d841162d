/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be asked of an event, in the order in which people read it. */
typedef enum
{
  TL_CONDITION_LANE,
  TL_CONDITION_ACTOR,
  TL_CONDITION_CATEGORY,
  TL_CONDITION_STATUS,    /* of one of its claims */
  TL_CONDITION_SOURCE,    /* that is named for anything about it */
  TL_CONDITION_DIFFERING, /* sources differ about it */
  TL_CONDITION_CONTEXT,   /* it is told by sources outside the story's own */
  TL_CONDITION_FROM,
  TL_CONDITION_TO,
  TL_CONDITION_SEARCH,
  TL_CONDITION_EVENT,
  TL_N_CONDITIONS
} TlCondition;

/* How many values a condition takes. */
typedef enum
{
  TL_VALUES_MANY, /* any of them may hold */
  TL_VALUES_ONE,  /* a later one takes the place of the one before */
  TL_VALUES_NONE, /* it is there or not: the value is TL_FILTER_YES */
} TlValues;

/* What one condition is called. */
typedef struct
{
  const char *option;   /* of the command line */
  const char *help;     /* what the option does, to be translated */
  const char *argument; /* (nullable): what it takes, to be translated */
  TlValues    values;
} TlConditionInfo;

const TlConditionInfo *tl_condition_get_info (TlCondition condition);

/* Values that are no ids. Ids have no spaces. */
#define TL_FILTER_YES          "yes"
#define TL_FILTER_NO_ACTOR     "no actor"    /* the lane of events without one */
#define TL_FILTER_NO_CATEGORY  "no category"
#define TL_FILTER_CONTEXT_ONLY "only"
#define TL_FILTER_CONTEXT_NONE "none"

G_END_DECLS
