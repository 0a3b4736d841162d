/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-import-json.h"
#include "tl-json-input.h"
#include "tl-json-scan.h"
#include "tl-timeline-private.h"

G_BEGIN_DECLS

/* The deepest known place is events[].claims[].figures[].sources[].source,
 * and a finding may name a key below that.
 */
#define TL_IMPORT_MAX_PATH 16

/**
 * TlImport:
 *
 * One reading of a file. Where the first reading leaves references that
 * lead nowhere, the file is read once more, with `checking` set: then only
 * those are reported, which cannot be told before the end, and the timeline
 * stays as it is.
 */
typedef struct
{
  TlTimeline         *timeline;
  TlDiagnostics      *diagnostics;
  const TlLoadLimits *limits;
  gboolean            checking;

  TlJsonInput       *input;
  GHashTable        *members; /* keys of the document so far */
  guint64            total; /* bytes to read, 0 where not known */
  TlLoadProgressFunc progress;
  gpointer           progress_data;
  guint64            next_progress;

  /* Where we are: the whole path, of which the last steps lead into the
   * entry whose text this is.
   */
  TlPathStep  path[TL_IMPORT_MAX_PATH];
  guint       n_steps;
  guint       n_entry_steps; /* how many of them lead to the entry */
  const char *entry;
  gsize       entry_length;
  guint       entry_line;
  guint       entry_column;
  guint       lengths_before[TL_N_PARTS]; /* the entry; in the second reading */

  TlIdTable   shared;        /* texts that repeat, as ids of nothing */
  GHashTable *unknown_keys;  /* that have been reported */
  GHashTable *seated_actors; /* slots of actors that sit in a lane */
  guint64     spent;         /* on suggestions so far */
  guint64     scanned;       /* bytes, for the places of findings so far */
  gboolean    is_whole;      /* the document was read to its end */
  guint       n_left_out;
  guint       n_seen[TL_N_PARTS]; /* entries of the document's lists so far */
} TlImport;

/* Places and findings: tl-import-report.c */

void tl_import_push_key (TlImport   *self,
                         const char *key);

void tl_import_push_index (TlImport *self,
                           guint     index);

void tl_import_pop (TlImport *self);

void tl_import_report (TlImport        *self,
                       TlSeverity       severity,
                       TlDiagnosticCode code,
                       const char      *suggestion,
                       const char      *format,
                       ...) G_GNUC_PRINTF (5, 6);

void tl_import_report_key (TlImport        *self,
                           TlSeverity       severity,
                           TlDiagnosticCode code,
                           const char      *suggestion,
                           const char      *format,
                           ...) G_GNUC_PRINTF (5, 6);

void tl_import_report_at (TlImport        *self,
                          TlSeverity       severity,
                          TlDiagnosticCode code,
                          guint            line,
                          guint            column,
                          const char      *suggestion,
                          const char      *format,
                          ...) G_GNUC_PRINTF (7, 8);

/* What is no JSON: tl-import-syntax.c */

void tl_import_report_cut_off (TlImport *self);

void tl_import_report_unexpected (TlImport   *self,
                                  const char *expected);

gboolean tl_import_report_no_value (TlImport           *self,
                                    const json_error_t *error);

void tl_import_report_duplicates (TlImport *self);

/* The document: tl-import-document.c, tl-import-header.c */

void tl_import_document (TlImport *self);

void tl_import_member (TlImport   *self,
                       const char *key,
                       json_t     *value);

/* Values: tl-import-object.c, tl-import-value.c, tl-import-date.c. Each takes the key that the value has in the
 * object at the path, and the value, NULL where it is absent. Where `sound`
 * is not NULL the value is needed, and *sound becomes FALSE without it.
 */

void tl_import_check_nesting (TlImport *self,
                              json_t   *value);

gboolean tl_import_object (TlImport          *self,
                           json_t            *json,
                           const char *const *keys,
                           json_t           **values);

TlText tl_import_text (TlImport   *self,
                       const char *key,
                       json_t     *value,
                       gboolean   *sound);

TlText tl_import_shared_text (TlImport   *self,
                              const char *key,
                              json_t     *value);

TlText tl_import_share (TlImport   *self,
                        const char *text,
                        gsize       length);

TlText tl_import_address (TlImport   *self,
                          const char *key,
                          json_t     *value);

guint8 tl_import_word (TlImport           *self,
                       const char         *key,
                       json_t             *value,
                       const TlVocabulary *vocabulary,
                       gboolean           *sound);

TlColour tl_import_colour (TlImport   *self,
                           const char *key,
                           json_t     *value);

gboolean tl_import_flag (TlImport   *self,
                         const char *key,
                         json_t     *value,
                         gboolean    fallback);

gboolean tl_import_number (TlImport   *self,
                           const char *key,
                           json_t     *value,
                           double      low,
                           double      high,
                           double     *number);

TlText tl_import_date (TlImport   *self,
                       const char *key,
                       json_t     *value,
                       TlDate     *date,
                       gboolean   *sound);

void tl_import_when (TlImport *self,
                     json_t   *value,
                     TlDate   *date,
                     TlText   *text,
                     TlText   *end_text,
                     gboolean *sound);

gboolean tl_import_is_too_long (TlImport *self,
                                json_t   *value);

gboolean tl_import_is_text (TlImport   *self,
                            const char *key,
                            json_t     *value);

void tl_import_missing (TlImport   *self,
                        const char *key,
                        gboolean   *sound);

void tl_import_wrong_type (TlImport   *self,
                           json_t     *value,
                           const char *expected);

/* Lists and ids: tl-import-list.c */

typedef void (*TlImportItemFunc) (TlImport *self,
                                  json_t   *item,
                                  gpointer  data);

TlRange tl_import_list (TlImport        *self,
                        const char      *key,
                        json_t          *value,
                        TlPartsKind      parts,
                        TlImportItemFunc func,
                        gpointer         data);

TlRange tl_import_references (TlImport   *self,
                              const char *key,
                              json_t     *value,
                              TlIdsKind   kind);

guint32 tl_import_reference (TlImport  *self,
                             json_t    *value,
                             TlIdsKind  kind);

guint32 tl_import_reference_at (TlImport   *self,
                                const char *key,
                                json_t     *value,
                                TlIdsKind   kind);

TlSource *tl_import_find_source (TlImport *self,
                                 json_t   *id);

void tl_import_get_lengths (TlImport *self,
                            guint    *lengths);

void tl_import_forget (TlImport    *self,
                       const guint *lengths);

TlText tl_import_id (TlImport  *self,
                     json_t    *value,
                     TlIdsKind  kind,
                     guint32   *slot,
                     gboolean  *sound);

void tl_import_keep (TlImport     *self,
                     TlPartsKind   parts,
                     TlIdsKind     ids,
                     guint32       slot,
                     gconstpointer part,
                     gboolean      sound);

void tl_import_settle_id (TlImport *self,
                          TlIdsKind kind,
                          guint32   slot,
                          guint32   item);

/* Parts: tl-import-event.c, tl-import-claim.c, tl-import-parts.c,
 * tl-import-talk.c. Each is handed one entry of a list.
 */

void tl_import_event (TlImport *self,
                      json_t   *item,
                      gpointer  data);

void tl_import_claim (TlImport *self,
                      json_t   *item,
                      gpointer  data);

void tl_import_figure (TlImport *self,
                       json_t   *item,
                       gpointer  data);

void tl_import_difference (TlImport *self,
                           json_t   *item,
                           gpointer  data);

TlRange tl_import_citations (TlImport *self,
                             json_t   *value);

void tl_import_citation (TlImport *self,
                         json_t   *item,
                         gpointer  data);

void tl_import_lane (TlImport *self,
                     json_t   *item,
                     gpointer  data);

void tl_import_actor (TlImport *self,
                      json_t   *item,
                      gpointer  data);

void tl_import_category (TlImport *self,
                         json_t   *item,
                         gpointer  data);

void tl_import_era (TlImport *self,
                    json_t   *item,
                    gpointer  data);

void tl_import_source (TlImport *self,
                       json_t   *item,
                       gpointer  data);

void tl_import_talk (TlImport *self,
                     json_t   *value);

static inline GArray *
tl_import_parts (TlImport   *self,
                 TlPartsKind kind)
{
  return self->timeline->parts[kind];
}

G_END_DECLS
