/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-export.h"
#include "tl-filter.h"
#include "tl-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TL_CHART_DIRECTION_OF_LANGUAGE,
  TL_CHART_DIRECTION_LTR,
  TL_CHART_DIRECTION_RTL,
} TlChartDirection;

/* Values of options, in the order of their enumerations. */
extern const char *const tl_chart_theme_words[];
extern const char *const tl_chart_axis_words[];
extern const char *const tl_chart_text_words[];
extern const char *const tl_chart_background_words[];
extern const char *const tl_chart_direction_words[]; /* of the second on */

/**
 * TlChartRequest:
 *
 * A chart to be made, in the terms of the command line: what is drawn, how,
 * and how it is written. Owns all it has. Texts are %NULL where nobody has
 * given them.
 */
typedef struct
{
  TlFilter *filter; /* its values may be names */
  char *select;     /* id of the event that is highlighted */

  TlExportSize size;
  double scale;  /* PNG: pixels of the image for each of the page */
  int theme;     /* TlThemeKind */
  int axis;      /* TlAxisMode */
  int svg_text;  /* TlSvgText */
  int direction; /* TlChartDirection */
  char *title;
  char *author;
  char *font;
  char *language;

  gboolean no_title;
  gboolean no_legend;
  gboolean no_sources;
  gboolean no_as_of;
  gboolean is_transparent;
  gboolean in_pages;
  gboolean is_small;
} TlChartRequest;

void tl_chart_request_init (TlChartRequest *self);

void tl_chart_request_copy (const TlChartRequest *self,
                            TlChartRequest       *copy);

void tl_chart_request_clear (TlChartRequest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlChartRequest, tl_chart_request_clear)

gboolean tl_chart_request_equal (const TlChartRequest *a,
                                 const TlChartRequest *b);

char **tl_chart_request_to_arguments (const TlChartRequest *self) G_GNUC_WARN_UNUSED_RESULT;

char *tl_chart_request_to_command (const TlChartRequest *self,
                                   const char           *file,
                                   const char           *output,
                                   TlExportFormat        format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
