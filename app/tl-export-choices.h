/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-request.h"
#include "tl-session.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* Which part of a timeline is drawn. */
typedef enum
{
  TL_EXPORT_PART_ALL,
  TL_EXPORT_PART_SHOWN, /* events that the filter leaves, in lanes that are shown */
  TL_EXPORT_PART_VIEW,  /* of these, what is in view */
  TL_EXPORT_PART_SPAN,  /* of these, what is in the marked span */
} TlExportPart;

/**
 * TlExportChoices:
 * @request: how charts are to look; without filter and selected event
 * @format: what is written
 * @part: which events are drawn
 * @highlights: whether the selected event is highlighted
 *
 * What somebody has chosen for charts, whatever is shown at the moment.
 */
typedef struct
{
  TlChartRequest request;
  TlExportFormat format;
  TlExportPart   part;
  gboolean       highlights;
} TlExportChoices;

void tl_export_choices_restore (TlExportChoices *self,
                                TlSession       *session);

void tl_export_choices_keep (const TlExportChoices *self,
                             TlSession             *session);

void tl_export_choices_clear (TlExportChoices *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlExportChoices, tl_export_choices_clear)

void tl_export_choices_settle (const TlExportChoices *self,
                               TlViewport            *viewport,
                               TlChartRequest        *request);

G_END_DECLS
