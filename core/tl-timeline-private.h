/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* The arrays behind a timeline, one for each kind of part. */
typedef enum
{
  TL_PARTS_LANES,
  TL_PARTS_ACTORS,
  TL_PARTS_CATEGORIES,
  TL_PARTS_ERAS,
  TL_PARTS_SOURCES,
  TL_PARTS_EVENTS,
  TL_PARTS_STEPS,
  TL_PARTS_CLAIMS,
  TL_PARTS_FIGURES,
  TL_PARTS_CITATIONS,
  TL_PARTS_DIFFERENCES,
  TL_PARTS_SIDES,
  TL_PARTS_LINKS,
  TL_PARTS_MEDIA,
  TL_PARTS_INDICES,
  TL_N_PARTS,
} TlPartsKind;

/* The kinds that have ids. */
typedef enum
{
  TL_IDS_LANES,
  TL_IDS_ACTORS,
  TL_IDS_CATEGORIES,
  TL_IDS_ERAS,
  TL_IDS_SOURCES,
  TL_IDS_EVENTS,
  TL_IDS_STEPS,
  TL_IDS_CLAIMS,
  TL_IDS_FIGURES,
  TL_N_IDS,
} TlIdsKind;

/* Filled by an importer, and by nobody after that. */
struct _TlTimeline
{
  GObject parent_instance;

  TlTextPool pool;
  GArray    *parts[TL_N_PARTS];
  TlIdTable  ids[TL_N_IDS];

  TlText title;
  TlText subtitle;
  TlText language;
  TlText as_of;
  double talk_minutes;
};

TlTimeline *tl_timeline_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_timeline_complete (TlTimeline *self);

G_END_DECLS
