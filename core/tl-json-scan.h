/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A step into a JSON value: into an object by key, or into an array. */
typedef struct
{
  const char *key; /* NULL in an array */
  guint       index;
} TlPathStep;

/* What tl_json_scan_find() looks for. */
typedef enum
{
  TL_PLACE_VALUE,
  TL_PLACE_KEY, /* of the last step, which is a key */
} TlPlaceKind;

gsize tl_json_scan_find (const char       *text,
                         gsize             length,
                         const TlPathStep *path,
                         guint             n_steps,
                         TlPlaceKind       kind);

gsize tl_json_scan_measure (const char *text,
                            gsize       length);

/**
 * TlDuplicateFunc:
 * @key: (array length=length): the key, without escapes
 * @length: its length in bytes
 * @offset: where it stands, in bytes
 * @data: as passed to tl_json_scan_duplicates()
 *
 * Told of each key that its object has had before.
 */
typedef void (*TlDuplicateFunc) (const char *key,
                                 gsize       length,
                                 gsize       offset,
                                 gpointer    data);

void tl_json_scan_duplicates (const char     *text,
                              gsize           length,
                              TlDuplicateFunc func,
                              gpointer        data);

static inline gboolean
tl_json_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

char *tl_path_to_string (const TlPathStep *path,
                         guint             n_steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
