/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart.h"
#include "tl-export.h"
#include "tl-filter.h"

G_BEGIN_DECLS

typedef enum
{
  TL_CLI_DIRECTION_OF_LANGUAGE,
  TL_CLI_DIRECTION_LTR,
  TL_CLI_DIRECTION_RTL,
} TlCliDirection;

/* A file that is asked for. */
typedef struct
{
  const char    *name; /* owned by the options */
  TlExportFormat format;
} TlCliTarget;

/**
 * TlCliExportOptions:
 *
 * The command line of `throughline export`. Texts are %NULL where they are
 * not given.
 */
typedef struct
{
  char *file;    /* the timeline */
  char **names;  /* of the outputs */
  GArray *targets; /* of TlCliTarget */

  TlFilter *filter; /* its values may be names */
  char *select;

  TlExportSize size;
  double scale;
  int theme;     /* TlThemeKind */
  int axis;      /* TlAxisMode */
  int svg_text;  /* TlSvgText */
  int direction; /* TlCliDirection */
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
  gboolean is_quiet;
  gboolean is_forced;
} TlCliExportOptions;

gboolean tl_cli_export_options_parse (TlCliExportOptions *self,
                                      int                 argc,
                                      char              **argv,
                                      GError            **error);

void tl_cli_export_options_clear (TlCliExportOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliExportOptions, tl_cli_export_options_clear)

G_END_DECLS
