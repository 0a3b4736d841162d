/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the filter share.
 */
#pragma once

#include "tl-filter.h"
#include "tl-search.h"

G_BEGIN_DECLS

struct _TlFilter
{
  char   **values[TL_N_CONDITIONS]; /* (nullable): never empty */
  TlDate   window;
  gboolean has_window;
};

/* A filter together with a timeline: its values as marks on the parts that
 * they name. A condition without values has no marks. */
typedef struct
{
  TlTimeline *timeline;
  guint       conditions; /* a bit for each that has values */
  guint8     *marks[TL_N_CONDITIONS]; /* (nullable): a byte for each part, in the order of the timeline */
  guint       statuses;   /* a bit for each */
  gboolean    is_context;
  TlDate      window;
  TlSearch   *search;     /* (nullable) */
} TlFilterTest;

void tl_filter_test_init (TlFilterTest   *test,
                          const TlFilter *filter,
                          TlTimeline     *timeline);

void tl_filter_test_clear (TlFilterTest *test);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlFilterTest, tl_filter_test_clear)

gboolean tl_filter_test_meets (const TlFilterTest *test,
                               TlCondition         condition,
                               guint32             event);

gboolean tl_filter_find_part (TlTimeline *timeline,
                              TlCondition condition,
                              const char *value,
                              guint32    *part);

guint tl_filter_count_parts (TlTimeline *timeline,
                             TlCondition condition);

G_END_DECLS
