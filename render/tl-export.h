/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"
#include "tl-timeline.h"
#include "tl-words.h"
#include "tl-write-progress.h"
#include "tl-write-svg.h"

G_BEGIN_DECLS

#define TL_EXPORT_ERROR (tl_export_error_quark ())

typedef enum
{
  TL_EXPORT_ERROR_FORMAT, /* no such format, or none that a name tells */
  TL_EXPORT_ERROR_SIZE,   /* no size, or none that can be had */
  TL_EXPORT_ERROR_EXISTS, /* something else has the name already */
  TL_EXPORT_ERROR_PAGES,  /* several pages where there is room for one */
} TlExportError;

GQuark tl_export_error_quark (void);

typedef enum
{
  TL_EXPORT_PNG,
  TL_EXPORT_SVG,
  TL_EXPORT_PDF,
  TL_EXPORT_ODP, /* of talks only */
} TlExportFormat;

#define TL_EXPORT_N_CHART_FORMATS TL_EXPORT_ODP

extern const char *const tl_export_format_words[];

gboolean tl_export_format_parse (const char     *word,
                                 TlExportFormat *format,
                                 GError        **error);

gboolean tl_export_format_guess (const char     *name,
                                 TlExportFormat *format,
                                 GError        **error);

/* Of a page, in pixels of 1/96 inch; a height of 0 is what the content needs. */
typedef struct
{
  double width;
  double height;
  double scale; /* pixels of a PNG for each of these, where nobody says */
} TlExportSize;

gboolean tl_export_size_parse (const char   *text,
                               TlExportSize *size,
                               GError      **error);

double tl_export_size_get_paper_ratio (const TlExportSize *size);

char *tl_export_size_print (const TlExportSize *size) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_export_check_size (TlExportFormat format,
                               double         width,
                               double         height,
                               double         scale,
                               GError       **error);

/**
 * TlExportOptions:
 * @format: what to write
 * @scale: PNG: pixels of the image for each of the page
 * @is_small: PNG: whether to take the time that the smallest file needs
 * @replaces_any: whether to overwrite files of other kinds
 * @svg_text: SVG: what becomes of text
 * @author: (nullable): PNG, PDF: who made the chart
 * @timeline: (nullable): PDF: what an outline is made of
 * @words: (nullable): PDF: the language of that
 * @progress: (nullable): who is told how far it is
 */
typedef struct
{
  TlExportFormat         format;
  double                 scale;
  gboolean               is_small;
  gboolean               replaces_any;
  TlSvgText              svg_text;
  const char            *author;
  TlTimeline            *timeline;
  const TlWords         *words;
  const TlWriteProgress *progress;
} TlExportOptions;

gboolean tl_export_check_target (const char     *name,
                                 TlExportFormat  format,
                                 GError        **error);

char *tl_export_number_name (const char    *name,
                             TlExportFormat format,
                             guint          number) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a file; failures of @output are told when it is closed. */
typedef gboolean (*TlExportFunc) (TlOutput *output,
                                  gpointer  data,
                                  GError  **error);

gboolean tl_export_write_file (const char            *name,
                               const TlExportOptions *options,
                               TlExportFunc           func,
                               gpointer               data,
                               GError               **error);

gboolean tl_export_write (GPtrArray             *pages,
                          TlTextPango           *text,
                          const TlExportOptions *options,
                          const char            *name,
                          GError               **error);

G_END_DECLS
