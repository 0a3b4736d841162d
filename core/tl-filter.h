/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_FILTER_ERROR (tl_filter_error_quark ())

typedef enum
{
  TL_FILTER_ERROR_UNKNOWN, /* a lane, category or event that the timeline does not have */
} TlFilterError;

GQuark tl_filter_error_quark (void);

/**
 * TlFilter:
 * @lanes: (nullable): ids or names; events that sit in one of these
 * @categories: (nullable): ids or names; events of one of these
 * @events: (nullable): ids; these events
 * @search: (nullable): words that all occur in what is said of the event
 * @window: (nullable): events whose date may lie in this stretch of time
 *
 * Which events are shown: those that meet each condition that is given.
 */
typedef struct
{
  const char *const *lanes;
  const char *const *categories;
  const char *const *events;
  const char        *search;
  const TlDate      *window;
} TlFilter;

GArray *tl_filter_apply (const TlFilter *filter,
                         TlTimeline     *timeline,
                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_set_no_event (GError    **error,
                             TlTimeline *timeline,
                             const char *id);

gboolean tl_filter_parse_window (const char *from,
                                 const char *to,
                                 TlDate     *window,
                                 GError    **error);

G_END_DECLS
