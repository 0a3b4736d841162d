/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-json-input.h"

#include "tl-json-scan.h"

#include <string.h>

#define FIRST_SIZE (64u * 1024u)

/* Jansson looks ahead by a character at most, and a character has four bytes. */
#define LOOKAHEAD 4u

/* Makes room behind the bytes that are there, by moving them to the front
 * or into a larger buffer.
 */
static void
make_room (TlJsonInput *self)
{
  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;

  if (self->end > self->size / 2)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size);
    }
}

/* Fills the window, if there is more. Returns whether bytes were added. A
 * stream may hand out little at a time; since a value that is cut off is
 * read again from its start, the window waits until it is full.
 */
static gboolean
fill (TlJsonInput *self)
{
  gsize n_wanted;
  gsize n;

  if (self->at_end)
    return FALSE;

  make_room (self);
  n_wanted = self->size - self->end;
  if (!g_input_stream_read_all (self->stream, self->buffer + self->end, n_wanted, &n,
                                self->cancellable, &self->error))
    n = 0;

  self->too_large = n > self->max_bytes - self->n_read;
  if (self->too_large)
    n = self->max_bytes - self->n_read;
  self->at_end = n < n_wanted;
  self->n_read += n;
  self->end += n;

  return n > 0;
}

/**
 * tl_json_input_init:
 * @self: (out caller-allocates): an input
 * @stream: (transfer none): where the bytes come from; outlives @self
 * @max_bytes: how many bytes it may have
 * @max_value: how many bytes one value may have
 * @cancellable: (nullable) (transfer none): stops reading
 *
 * Starts at the first byte after a byte order mark, where there is one.
 */
void
tl_json_input_init (TlJsonInput  *self,
                    GInputStream *stream,
                    guint64       max_bytes,
                    gsize         max_value,
                    GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->stream = stream;
  self->cancellable = cancellable;
  self->max_bytes = max_bytes;
  self->max_value = max_value;
  self->size = FIRST_SIZE;
  self->buffer = g_malloc (self->size);
  tl_json_arena_init (&self->arena);
  self->line = 1;
  self->column = 1;

  fill (self);
  if (self->end >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->start = 3;
}

/**
 * tl_json_input_clear:
 * @self: an input
 */
void
tl_json_input_clear (TlJsonInput *self)
{
  g_clear_pointer (&self->buffer, g_free);
  tl_json_arena_clear (&self->arena);
  g_clear_error (&self->error);
}

/**
 * tl_json_advance:
 * @text: UTF-8
 * @length: its length in bytes
 * @line: (inout): the line that @text starts in; then the one after its end
 * @column: (inout): likewise, in characters
 */
void
tl_json_advance (const char *text,
                 gsize       length,
                 guint      *line,
                 guint      *column)
{
  const char *end = text + length;
  const char *newline;

  while ((newline = memchr (text, '\n', end - text)) != NULL)
    {
      (*line)++;
      *column = 1;
      text = newline + 1;
    }

  /* Bytes that continue a character, 10xxxxxx, do not count. Of eight bytes
   * at once, each that does so leaves a one, and the product adds them up.
   */
  for (; end - text >= 8; text += 8)
    {
      const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
      guint64 eight;

      memcpy (&eight, text, sizeof eight);
      eight = (eight >> 7) & ~(eight >> 6) & ones;
      *column += 8 - (guint) ((eight * ones) >> 56);
    }
  for (; text < end; text++)
    *column += ((guchar) *text & 0xc0) != 0x80;
}

/**
 * tl_json_input_skip:
 * @self: an input
 * @n_bytes: how many bytes to leave behind, of those that are there
 */
void
tl_json_input_skip (TlJsonInput *self,
                    gsize        n_bytes)
{
  g_return_if_fail (n_bytes <= self->end - self->start);

  tl_json_advance (self->buffer + self->start, n_bytes, &self->line, &self->column);
  self->start += n_bytes;
}

/**
 * tl_json_input_peek:
 * @self: an input
 *
 * Passes over white space.
 *
 * Returns: the next byte, which is not passed over, or -1 at the end of the
 *   file and after a failure
 */
int
tl_json_input_peek (TlJsonInput *self)
{
  do
    {
      const char *text = self->buffer + self->start;
      gsize n = 0;

      while (n < self->end - self->start && tl_json_is_space (text[n]))
        n++;
      tl_json_input_skip (self, n);
      if (self->start < self->end)
        return (guchar) self->buffer[self->start];
    }
  while (fill (self));

  return -1;
}

static json_t *
read_with (TlJsonInput  *self,
           size_t        flags,
           gsize        *length,
           json_error_t *error)
{
  json_t *value = json_loadb (self->buffer + self->start, self->end - self->start,
                              flags | JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, error);

  *length = (gsize) error->position;

  return value;
}

/* Whether Jansson stopped where the window ends. Then what looks wrong may
 * only be cut, and a number may go on.
 */
static gboolean
is_cut_off (const TlJsonInput *self,
            gsize              position)
{
  return position + LOOKAHEAD >= self->end - self->start;
}

/* Reads a value, again and with more in the window where it may be cut. */
static json_t *
read_whole (TlJsonInput  *self,
            gboolean     *has_duplicates,
            gsize        *length,
            json_error_t *error)
{
  size_t flags = JSON_REJECT_DUPLICATES;

  *has_duplicates = FALSE;

  for (;;)
    {
      json_t *value = read_with (self, flags, length, error);

      if (value == NULL && json_error_code (error) == json_error_duplicate_key)
        {
          *has_duplicates = TRUE;
          flags = 0;
        }
      else if (*length > self->max_value)
        {
          self->value_too_large = TRUE;
          return NULL;
        }
      else if (!is_cut_off (self, *length))
        return value;
      else if (!fill (self))
        return value;

      /* What has been made of it so far makes room. */
      tl_json_arena_end (&self->arena);
      tl_json_arena_begin (&self->arena);
    }
}

/**
 * tl_json_input_read:
 * @self: an input, at the first byte of a value
 * @has_duplicates: (out): whether an object in the value has a key twice;
 *   the last one counts then
 * @length: (out): the value's length in bytes
 * @error: (out): why there is none; line, column and position are relative
 *   to where the value starts
 *
 * Reads a value, but does not pass over it: its text stays in the window
 * until tl_json_input_end_value(), which has to be called where there is a
 * value before anything else is read.
 *
 * Returns: (transfer none) (nullable): the value
 */
json_t *
tl_json_input_read (TlJsonInput  *self,
                    gboolean     *has_duplicates,
                    gsize        *length,
                    json_error_t *error)
{
  json_t *value;

  self->value_too_large = FALSE;
  tl_json_arena_begin (&self->arena);
  value = read_whole (self, has_duplicates, length, error);
  if (value == NULL)
    tl_json_arena_end (&self->arena);

  return value;
}

/* Where in a string, list or object one is that is passed over unread. */
typedef struct
{
  gsize    depth;
  gboolean in_string;
  gboolean is_escaped;
} Passing;

/* Returns whether @c is its last byte. */
static gboolean
pass_byte (Passing *passing,
           char     c)
{
  if (passing->in_string)
    {
      passing->in_string = c != '"' || passing->is_escaped;
      passing->is_escaped = c == '\\' && !passing->is_escaped;
    }
  else if (c == '"')
    passing->in_string = TRUE;
  else if (c == '{' || c == '[')
    passing->depth++;
  else if (c == '}' || c == ']')
    passing->depth--;

  return passing->depth == 0 && !passing->in_string;
}

/**
 * tl_json_input_skip_value:
 * @self: an input, at the first byte of a value
 *
 * Passes over a value that is not to be read, since it is too large or too
 * deep. Whether it is sound is not looked at.
 */
void
tl_json_input_skip_value (TlJsonInput *self)
{
  int first = tl_json_input_peek (self);
  gboolean is_plain = first != '"' && first != '{' && first != '[';
  gboolean at_end = first < 0;
  Passing passing = { 0 };

  while (!at_end)
    {
      const char *text = self->buffer + self->start;
      gsize available = self->end - self->start;
      gsize n = 0;

      for (; n < available && !at_end; n++)
        {
          if (is_plain && (tl_json_is_space (text[n]) || text[n] == ',' || text[n] == ']' || text[n] == '}'))
            break;
          at_end = !is_plain && pass_byte (&passing, text[n]);
        }

      tl_json_input_skip (self, n);
      at_end = at_end || n < available || !fill (self);
    }
}

/**
 * tl_json_input_end_value:
 * @self: an input that tl_json_input_read() gave a value of
 * @length: the value's length in bytes
 *
 * Throws the value away and passes over its text.
 */
void
tl_json_input_end_value (TlJsonInput *self,
                         gsize        length)
{
  tl_json_arena_end (&self->arena);
  tl_json_input_skip (self, length);
}
