/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>
#include <jansson.h>

#include "tl-json-arena.h"

G_BEGIN_DECLS

/**
 * TlJsonInput:
 *
 * A window on the bytes of a JSON file that is read value by value. The
 * window holds at least the value that is being looked at, whole, so that a
 * finding can be given its line and column; it grows where a value needs it
 * and never maps the file, which somebody may shorten meanwhile.
 */
typedef struct
{
  GInputStream *stream; /* unowned */
  GCancellable *cancellable;
  guint64       max_bytes; /* of the file */
  gsize         max_value; /* bytes of one value */

  TlJsonArena   arena; /* of the value that is being looked at */

  char         *buffer;
  gsize         size;
  gsize         start; /* the next byte */
  gsize         end;   /* after the last byte that is there */
  gboolean      at_end;
  GError       *error; /* why reading stopped early */
  gboolean      too_large;       /* the file has more than max_bytes */
  gboolean      value_too_large; /* the value has more than max_value */

  guint64       n_read;
  guint         line;   /* of the next byte, from 1 */
  guint         column; /* of the next byte, in characters, from 1 */
} TlJsonInput;

void tl_json_input_init (TlJsonInput  *self,
                         GInputStream *stream,
                         guint64       max_bytes,
                         gsize         max_value,
                         GCancellable *cancellable);

void tl_json_input_clear (TlJsonInput *self);

int tl_json_input_peek (TlJsonInput *self);

void tl_json_input_skip (TlJsonInput *self,
                         gsize        n_bytes);

json_t *tl_json_input_read (TlJsonInput  *self,
                            gboolean     *has_duplicates,
                            gsize        *length,
                            json_error_t *error);

void tl_json_input_end_value (TlJsonInput *self,
                              gsize        length);

void tl_json_input_skip_value (TlJsonInput *self);

static inline const char *
tl_json_input_get_text (const TlJsonInput *self)
{
  return self->buffer + self->start;
}

void tl_json_advance (const char *text,
                      gsize       length,
                      guint      *line,
                      guint      *column);

G_END_DECLS
