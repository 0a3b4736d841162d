/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-zip.h"

#include <glib.h>
#include <string.h>
#include <zlib.h>

/* A ZIP archive (APPNOTE 6.3), as plain as OpenDocument wants its packages:
 * no extra fields, and sizes before the data, so that a file is known by its
 * first bytes. Libraries that write archives while they go out, as libarchive,
 * put sizes after the data and add fields.
 */

#define LOCAL_SIGNATURE   0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE     0x06054b50

#define VERSION     20
#define UTF_8_NAMES 0x0800
#define STORED      0
#define DEFLATED    8

/* More takes fields that not everybody reads. */
#define MOST_FILES G_MAXUINT16
#define MOST_BYTES G_MAXUINT32

/* The first day that an archive knows: 1 January 1980. */
#define FIRST_YEAR 1980
#define LAST_YEAR  2107
#define FIRST_DATE (1 << 5 | 1)

struct _TlZip
{
  TlOutput   *output;
  GByteArray *directory;
  guint16     date;
  guint16     time;
  guint       n_files;
  guint64     n_bytes;
  gboolean    is_full;
};

typedef struct
{
  const char *name;
  guint16     method;
  guint32     check;
  guint64     size;
  guint64     packed;
} Entry;

static void
set_time (TlZip      *self,
          const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  int year = time != NULL ? g_date_time_get_year (time) : 0;

  self->date = FIRST_DATE;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return;

  self->date = (guint16) ((year - FIRST_YEAR) << 9 | g_date_time_get_month (time) << 5
                          | g_date_time_get_day_of_month (time));
  self->time = (guint16) (g_date_time_get_hour (time) << 11 | g_date_time_get_minute (time) << 5
                          | g_date_time_get_second (time) / 2);
}

/**
 * tl_zip_new:
 * @output: takes the archive; outlives it
 * @time: (nullable): when its files were made, ISO 8601 in UTC
 *
 * Returns: (transfer full): an archive without files
 */
TlZip *
tl_zip_new (TlOutput   *output,
            const char *time)
{
  TlZip *self = g_new0 (TlZip, 1);

  self->output = output;
  self->directory = g_byte_array_new ();
  set_time (self, time);

  return self;
}

/**
 * tl_zip_free:
 * @self: (transfer full): an archive
 */
void
tl_zip_free (TlZip *self)
{
  g_byte_array_unref (self->directory);
  g_free (self);
}

static void
put_16 (GByteArray *out,
        guint16     value)
{
  guint16 little = GUINT16_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
put_32 (GByteArray *out,
        guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
write_bytes (TlZip      *self,
             const void *data,
             gsize       length)
{
  tl_output_write (self->output, data, length);
  self->n_bytes += length;
}

/* What both headers of a file say. */
static void
put_entry (const TlZip *self,
           const Entry *entry,
           GByteArray  *out)
{
  put_16 (out, VERSION);
  put_16 (out, UTF_8_NAMES);
  put_16 (out, entry->method);
  put_16 (out, self->time);
  put_16 (out, self->date);
  put_32 (out, entry->check);
  put_32 (out, (guint32) entry->packed);
  put_32 (out, (guint32) entry->size);
  put_16 (out, (guint16) strlen (entry->name));
  put_16 (out, 0); /* extra field */
}

static void
put_in_directory (TlZip       *self,
                  const Entry *entry)
{
  put_32 (self->directory, CENTRAL_SIGNATURE);
  put_16 (self->directory, VERSION);
  put_entry (self, entry, self->directory);
  put_16 (self->directory, 0); /* comment */
  put_16 (self->directory, 0); /* disk */
  put_16 (self->directory, 0); /* attributes */
  put_32 (self->directory, 0);
  put_32 (self->directory, (guint32) self->n_bytes);
  g_byte_array_append (self->directory, (const guint8 *) entry->name, (guint) strlen (entry->name));
}

static void
add_file (TlZip       *self,
          const Entry *entry,
          const void  *data)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();

  if (self->n_files == MOST_FILES || entry->size > MOST_BYTES
      || self->n_bytes + entry->packed + self->directory->len > MOST_BYTES / 2)
    self->is_full = TRUE;
  if (self->is_full)
    return;

  put_in_directory (self, entry);
  put_32 (header, LOCAL_SIGNATURE);
  put_entry (self, entry, header);
  g_byte_array_append (header, (const guint8 *) entry->name, (guint) strlen (entry->name));
  write_bytes (self, header->data, header->len);
  write_bytes (self, data, entry->packed);
  self->n_files++;
}

static guint32
get_check (const void *data,
           gsize       length)
{
  return (guint32) crc32_z (crc32_z (0, NULL, 0), data, length);
}

/**
 * tl_zip_store:
 * @self: an archive
 * @name: of a file, with slashes; in ASCII or UTF-8
 * @data: (array length=length): what is in it
 * @length: how many bytes
 *
 * Adds a file as it is.
 */
void
tl_zip_store (TlZip      *self,
              const char *name,
              const void *data,
              gsize       length)
{
  const Entry entry = { name, STORED, get_check (data, length), length, length };

  add_file (self, &entry, data);
}

/**
 * tl_zip_deflate:
 * @self: an archive
 * @name: of a file, with slashes; in ASCII or UTF-8
 * @data: (array length=length): what is in it
 * @length: how many bytes
 *
 * Adds a file, compressed.
 */
void
tl_zip_deflate (TlZip      *self,
                const char *name,
                const void *data,
                gsize       length)
{
  z_stream stream = { .next_in = (void *) data, .avail_in = (uInt) length };
  Entry entry = { name, DEFLATED, get_check (data, length), length, 0 };
  g_autofree guchar *packed = NULL;
  gsize room;

  /* Negative window bits: without the header of zlib, as archives have it. */
  if (length > MOST_BYTES / 2 || deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    {
      self->is_full = TRUE;
      return;
    }
  room = deflateBound (&stream, (uLong) length);
  packed = g_malloc (room);
  stream.next_out = packed;
  stream.avail_out = (uInt) room;
  deflate (&stream, Z_FINISH);
  entry.packed = stream.total_out;
  deflateEnd (&stream);

  add_file (self, &entry, packed);
}

/**
 * tl_zip_finish:
 * @self: an archive
 *
 * Writes the directory, which comes last. Failures of writing are for
 * tl_output_close() to tell.
 *
 * Returns: whether all of the files had room
 */
gboolean
tl_zip_finish (TlZip *self)
{
  g_autoptr (GByteArray) end = g_byte_array_new ();
  guint32 start = (guint32) self->n_bytes;
  guint32 length = self->directory->len;

  write_bytes (self, self->directory->data, length);
  put_32 (end, END_SIGNATURE);
  put_16 (end, 0); /* disks */
  put_16 (end, 0);
  put_16 (end, (guint16) self->n_files);
  put_16 (end, (guint16) self->n_files);
  put_32 (end, length);
  put_32 (end, start);
  put_16 (end, 0); /* comment */
  write_bytes (self, end->data, end->len);

  return !self->is_full;
}
