/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_SEVERITY_WARNING,
  TL_SEVERITY_ERROR,
} TlSeverity;

/* What is wrong. */
typedef enum
{
  TL_DIAGNOSTIC_SYNTAX,        /* not JSON */
  TL_DIAGNOSTIC_NOT_TIMELINE,  /* JSON, but not of this format or version */
  TL_DIAGNOSTIC_LIMIT,         /* too many, too long, too deep */
  TL_DIAGNOSTIC_MISSING,       /* something needed is not there */
  TL_DIAGNOSTIC_TYPE,          /* a number where text is needed, say */
  TL_DIAGNOSTIC_VALUE,         /* not one of the words, out of range */
  TL_DIAGNOSTIC_TEXT,          /* empty, or with characters it may not have */
  TL_DIAGNOSTIC_ID,            /* not fit for an id */
  TL_DIAGNOSTIC_DATE,          /* not EDTF, or impossible */
  TL_DIAGNOSTIC_ADDRESS,       /* not http or https */
  TL_DIAGNOSTIC_DUPLICATE_KEY,
  TL_DIAGNOSTIC_DUPLICATE_ID,
  TL_DIAGNOSTIC_DANGLING,      /* names an id that there is none of */
  TL_DIAGNOSTIC_CIRCLE,        /* sources that relay each other */
  TL_DIAGNOSTIC_UNKNOWN_KEY,
  TL_DIAGNOSTIC_NO_SOURCE,     /* a claim that nobody carries */
  TL_DIAGNOSTIC_CONTRADICTION, /* two places say different things */
  TL_DIAGNOSTIC_EMPTY,         /* a stretch of time without an event */
} TlDiagnosticCode;

/**
 * TlDiagnostic:
 * @severity: whether something could not be used, or only looks wrong
 * @code: what kind of finding it is
 * @line: in the file, from 1
 * @column: in the line, in characters, from 1
 * @path: where it is in the document, such as `events[3].when`; empty for
 *   the whole
 * @message: what was found and what was expected, in the user's language
 * @suggestion: (nullable): what was probably meant
 *
 * One finding about a file.
 */
typedef struct
{
  TlSeverity       severity;
  TlDiagnosticCode code;
  guint            line;
  guint            column;
  char            *path;
  char            *message;
  char            *suggestion;
} TlDiagnostic;

/**
 * TlDiagnostics:
 *
 * The findings about one file, in the order of the file. Beyond a number of
 * errors and of warnings they are counted only, so that a hopeless file does not fill the
 * memory. For one thread at a time.
 */
typedef struct _TlDiagnostics TlDiagnostics;

#define TL_DIAGNOSTICS_DEFAULT_CAP 1000

TlDiagnostics *tl_diagnostics_new (guint cap) G_GNUC_WARN_UNUSED_RESULT;

void tl_diagnostics_free (TlDiagnostics *self);

void tl_diagnostics_count (TlDiagnostics *self,
                           TlSeverity     severity);

gboolean tl_diagnostics_is_full (const TlDiagnostics *self,
                                 TlSeverity           severity);

void tl_diagnostics_take (TlDiagnostics *self,
                          TlDiagnostic   diagnostic);

void tl_diagnostics_sort (TlDiagnostics *self);

const TlDiagnostic *tl_diagnostics_get (const TlDiagnostics *self,
                                        guint               *n_listed);

guint tl_diagnostics_get_n_errors (const TlDiagnostics *self);

guint tl_diagnostics_get_n_warnings (const TlDiagnostics *self);

char *tl_diagnostic_to_line (const TlDiagnostic *diagnostic,
                             const char         *file) G_GNUC_WARN_UNUSED_RESULT;

char *tl_diagnostics_to_json (const TlDiagnostics *self,
                              const char          *file,
                              guint                n_events,
                              guint                n_events_left_out) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDiagnostics, tl_diagnostics_free)

G_END_DECLS
