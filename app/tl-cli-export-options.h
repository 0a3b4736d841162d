/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-request.h"

G_BEGIN_DECLS

/* A file that is asked for. */
typedef struct
{
  const char    *name; /* owned by the options */
  TlExportFormat format;
  gboolean       is_deck; /* the slides of the talk, and no chart */
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
  char **decks;  /* of those that have the talk */
  double slide_width; /* see tl-slide.h */
  gboolean has_notes;   /* the speaker's, with the slides */
  gboolean has_theme; /* given, and not the one that is usual */
  GArray *targets; /* of TlCliTarget */

  TlChartRequest request;

  gboolean is_quiet;
  gboolean is_forced;
} TlCliExportOptions;

gboolean tl_cli_export_options_parse (TlCliExportOptions *self,
                                      int                 argc,
                                      char              **argv,
                                      GError            **error);

gboolean tl_cli_export_options_parse_request (const char *const *arguments,
                                              TlChartRequest    *request,
                                              GError           **error);

void tl_cli_export_options_clear (TlCliExportOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliExportOptions, tl_cli_export_options_clear)

G_END_DECLS
