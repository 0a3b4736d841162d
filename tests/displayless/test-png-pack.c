/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-pack.h"

#include <string.h>
#include <zlib.h>

/* What is packed is unpacked by zlib as it was. */

typedef enum
{
  ROWS_NOISE,   /* nothing comes again */
  ROWS_FLAT,    /* one colour */
  ROWS_RUNS,    /* runs of few colours, of any length */
  ROWS_SAME,    /* like the row above, but for a few pixels */
  ROWS_LETTERS, /* pieces that come again anywhere */
  ROWS_ALL,
} RowKind;

static void
fill_row (guint8  *row,
          guint    n_pixels,
          guint    pixel_bytes,
          RowKind  kind,
          GRand   *rand)
{
  static guint8 letters[4096];
  guint n_bytes = n_pixels * pixel_bytes;
  guint at = 0;

  while (at < n_bytes)
    {
      guint length = (guint) g_rand_int_range (rand, 1, 700);
      guint8 colour = (guint8) g_rand_int_range (rand, 0, 4);

      length = MIN (length, n_bytes - at);
      if (kind == ROWS_FLAT)
        memset (row + at, 200, length);
      else if (kind == ROWS_RUNS)
        memset (row + at, colour, length);
      else if (kind == ROWS_SAME)
        row[at + length / 2] = colour;
      else if (kind == ROWS_LETTERS)
        {
          guint from = (guint) g_rand_int_range (rand, 0, (gint32) sizeof letters);

          length = MIN (length, sizeof letters - from);
          memcpy (row + at, letters + from, length);
        }
      else
        for (guint i = 0; i < length; i++)
          row[at + i] = letters[(at + i) % sizeof letters] = (guint8) g_rand_int (rand);
      at += length;
    }
}

static void
append_cb (const guint8 *data,
           gsize         length,
           gpointer      user_data)
{
  g_byte_array_append (user_data, data, (guint) length);
}

/* Packs rows of all kinds and compares them with what zlib unpacks. */
static void
check_rows (guint   n_pixels,
            guint   pixel_bytes,
            guint   n_rows,
            GRand  *rand)
{
  guint row_bytes = n_pixels * pixel_bytes;
  g_autofree guint8 *rows = g_malloc0 ((gsize) row_bytes * (n_rows + 1));
  uLongf length = (uLongf) (row_bytes + 1) * n_rows;
  g_autofree guint8 *unpacked = g_malloc (length);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (TlPngPack) pack = tl_png_pack_new (row_bytes, n_rows, append_cb, packed);

  for (guint y = 0; y < n_rows; y++)
    {
      guint8 *row = rows + (gsize) y * row_bytes;
      RowKind kind = (RowKind) g_rand_int_range (rand, 0, ROWS_ALL);

      if (y > 0)
        memcpy (row, row - row_bytes, row_bytes);
      if (y == 0 || g_rand_int_range (rand, 0, 3) > 0)
        fill_row (row, n_pixels, pixel_bytes, kind, rand);
      if (y > 0 && memcmp (row, row - row_bytes, row_bytes) == 0)
        tl_png_pack_repeat_row (pack);
      else
        memcpy (tl_png_pack_begin_row (pack), row, row_bytes);
    }
  tl_png_pack_finish (pack);

  g_assert_cmpint (uncompress (unpacked, &length, packed->data, packed->len), ==, Z_OK);
  g_assert_cmpuint (length, ==, (gsize) (row_bytes + 1) * n_rows);
  for (guint y = 0; y < n_rows; y++)
    {
      guint8 *row = unpacked + (gsize) y * (row_bytes + 1);

      for (guint i = 1; y > 0 && row[0] == 2 && i <= row_bytes; i++)
        row[i] = (guint8) (row[i] + row[(gssize) i - row_bytes - 1]);
      g_assert_cmpint (row[0], <=, 2);
      g_assert_cmpmem (row + 1, row_bytes, rows + (gsize) y * row_bytes, row_bytes);
    }
}

static void
test_png_pack_rows (void)
{
  static const guint widths[] = { 1, 2, 3, 85, 86, 87, 500, 3840, 10922, 10923, 21845, 21846, 32767 };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint pixel_bytes = 3; pixel_bytes <= 4; pixel_bytes++)
      check_rows (widths[i], pixel_bytes, 1 + 400000 / (widths[i] + 300), rand);
  for (int i = 0; i < 200; i++)
    check_rows ((guint) g_rand_int_range (rand, 1, 900), 3, (guint) g_rand_int_range (rand, 1, 60), rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/png-pack/rows", test_png_pack_rows);

  return g_test_run ();
}
