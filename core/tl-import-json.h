/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

#include "tl-diagnostic.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

/**
 * TlLoadLimits:
 *
 * How much a file may hold. A file beyond one of them is no timeline that
 * anybody made, and must not take the memory of the machine.
 */
typedef struct
{
  guint64 file_bytes;
  gsize   entry_bytes; /* one entry of a list */
  guint   nesting;     /* levels, the document being the first */
  guint   text;        /* characters */
  guint   events;
  guint   parts;    /* lanes, actors, categories, eras, sources: each */
  guint   per_item; /* claims and so on of one event, steps of the talk */
} TlLoadLimits;

extern const TlLoadLimits tl_load_default_limits;

/**
 * TlLoadProgressFunc:
 * @n_bytes: how many bytes have been read
 * @total: how many there are, 0 where that is not known
 * @data: as given with the function
 *
 * Called now and then while a file is read.
 */
typedef void (*TlLoadProgressFunc) (guint64  n_bytes,
                                    guint64  total,
                                    gpointer data);

/**
 * TlLoad:
 * @timeline: (transfer full): what is sound of the file
 * @diagnostics: (transfer full): what is not, and what looks odd
 * @n_left_out: how many events are in the file, but not in @timeline
 * @is_whole: whether the file was read to its end; otherwise there may be
 *   more in it than anybody knows
 *
 * What came of loading a file.
 */
typedef struct
{
  TlTimeline    *timeline;
  TlDiagnostics *diagnostics;
  guint          n_left_out;
  gboolean       is_whole;
} TlLoad;

void tl_load_free (TlLoad *load);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLoad, tl_load_free)

TlLoad *tl_import_json (GInputStream       *stream,
                        guint64             total,
                        const TlLoadLimits *limits,
                        TlLoadProgressFunc  progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
