/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-filter-condition.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_FILTER_ERROR (tl_filter_error_quark ())

typedef enum
{
  TL_FILTER_ERROR_UNKNOWN, /* something to choose that the timeline does not have */
  TL_FILTER_ERROR_ARGUMENT, /* an argument that is none of a filter */
} TlFilterError;

GQuark tl_filter_error_quark (void);

/**
 * TlFilter:
 *
 * Which events are shown: those that meet each condition that has values. Of
 * a condition with several values, one has to hold. Values are ids; dates
 * are EDTF; words for a search are as they were typed. Belongs to no
 * timeline. For one thread at a time.
 */
typedef struct _TlFilter TlFilter;

TlFilter *tl_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlFilter *tl_filter_copy (const TlFilter *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_free (TlFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFilter, tl_filter_free)

gboolean tl_filter_equal (const TlFilter *a,
                          const TlFilter *b);

gboolean tl_filter_is_empty (const TlFilter *self);

const char *const *tl_filter_get (const TlFilter *self,
                                  TlCondition     condition);

gboolean tl_filter_has (const TlFilter *self,
                        TlCondition     condition,
                        const char     *value);

gboolean tl_filter_add (TlFilter   *self,
                        TlCondition condition,
                        const char *value);

gboolean tl_filter_remove (TlFilter   *self,
                           TlCondition condition,
                           const char *value);

gboolean tl_filter_clear (TlFilter   *self,
                          TlCondition condition);

/* Time. */

gboolean tl_filter_set_window (TlFilter   *self,
                               const char *from,
                               const char *to,
                               GError    **error);

const TlDate *tl_filter_get_window (const TlFilter *self);

/* With a timeline. */

GArray *tl_filter_apply (const TlFilter *self,
                         TlTimeline     *timeline) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_filter_resolve (TlFilter   *self,
                            TlTimeline *timeline,
                            GError    **error);

guint tl_filter_drop_unknown (TlFilter   *self,
                              TlTimeline *timeline);

void tl_filter_set_no_event (GError    **error,
                             TlTimeline *timeline,
                             const char *id);

/* As arguments of `throughline export`. */

char **tl_filter_to_arguments (const TlFilter *self) G_GNUC_WARN_UNUSED_RESULT;

TlFilter *tl_filter_new_from_arguments (const char *const *arguments,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

char **tl_filter_split_list (const char *list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
