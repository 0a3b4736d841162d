/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export.h"

#include "tl-odp.h"
#include "tl-write-pdf.h"
#include "tl-write-png.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* How far into an SVG file its first tag may be. */
#define LOOKED_AT 4096

/* A presentation that somebody has worked on since is not to be lost: the
 * program that changed it has left its own name. */
static gboolean
has_odp (const char *start,
         gsize       length)
{
  static const char type[] = "mimetype" TL_ODP_MIME_TYPE;
  const gsize header = 30;

  if (length < header + sizeof type || memcmp (start, "PK\3\4", 4) != 0
      || memcmp (start + header, type, sizeof type - 1) != 0)
    return FALSE;

  for (const char *p = start; p + strlen (TL_ODP_GENERATOR) <= start + length; p++)
    if (memcmp (p, TL_ODP_GENERATOR, strlen (TL_ODP_GENERATOR)) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_kind (TlExportFormat format,
          const char    *start,
          gsize          length)
{
  switch (format)
    {
    case TL_EXPORT_PNG:
      return length >= 8 && memcmp (start, "\x89PNG\r\n\x1a\n", 8) == 0;
    case TL_EXPORT_SVG:
      return g_strstr_len (start, (gssize) length, "<svg") != NULL;
    case TL_EXPORT_ODP:
      return has_odp (start, length);
    case TL_EXPORT_PDF:
    default:
      return length >= 5 && memcmp (start, "%PDF-", 5) == 0;
    }
}

/**
 * tl_export_check_target:
 * @name: (type filename): the name of an output
 * @format: what is to be written there
 * @error: set to %TL_EXPORT_ERROR_EXISTS where it is not to be overwritten
 *
 * A slip of the keyboard is not to replace a timeline by a chart: what is
 * overwritten is an older chart of the same format, or empty.
 *
 * Returns: whether there is nothing of that name, or something that may be
 *   replaced
 */
gboolean
tl_export_check_target (const char     *name,
                        TlExportFormat  format,
                        GError        **error)
{
  g_autofree char *shown = NULL;
  char start[LOOKED_AT];
  struct stat info;
  gsize length;
  FILE *file;

  if (tl_output_parse_stream (name) >= 0 || stat (name, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0)
    return TRUE;

  /* What cannot be read is for tl_output_open() to judge. */
  file = fopen (name, "rb");
  if (file == NULL)
    return TRUE;
  length = fread (start, 1, sizeof start, file);
  fclose (file);
  if (has_kind (format, start, length))
    return TRUE;

  shown = g_filename_display_name (name);
  if (format == TL_EXPORT_ODP)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS,
                 _("%s is there already and is no odp file, or one that has been changed since Throughline wrote it; "
                   "choose another name, or overwrite it with --force"), shown);
  else
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS,
                 _("%s is there already and is no %s file; choose another name, or overwrite it with --force"),
                 shown, tl_export_format_words[format]);

  return FALSE;
}

/**
 * tl_export_number_name:
 * @name: (type filename): the name of an output
 * @format: what is written there
 * @number: of a page, from 1 on
 *
 * Returns: (transfer full) (type filename): the name of the file for that
 *   page, where each has one of its own: the number is before the suffix,
 *   where there is that of the format
 */
char *
tl_export_number_name (const char    *name,
                       TlExportFormat format,
                       guint          number)
{
  TlExportFormat guessed;
  const char *dot = strrchr (name, '.');

  if (!tl_export_format_guess (name, &guessed, NULL) || guessed != format)
    return g_strdup_printf ("%s-%u", name, number);

  return g_strdup_printf ("%.*s-%u%s", (int) (dot - name), name, number, dot);
}

typedef struct
{
  GPtrArray             *pages;
  TlTextPango           *text;
  const TlExportOptions *options;
} Chart;

static gboolean
write_pages (TlOutput *output,
             gpointer  data,
             GError  **error)
{
  const Chart *chart = data;
  GPtrArray *pages = chart->pages;
  TlTextPango *text = chart->text;
  const TlExportOptions *options = chart->options;
  const TlScene *page = g_ptr_array_index (pages, 0);
  TlPngOptions png = { options->scale, options->is_small, options->author, options->progress };
  TlPdfOptions pdf = { options->timeline, options->words, options->author, options->progress };

  switch (options->format)
    {
    case TL_EXPORT_PNG:
      tl_write_png (page, text, &png, output);
      return TRUE;

    case TL_EXPORT_SVG:
      {
        g_autoptr (GString) svg = tl_write_svg (page, text, options->svg_text);

        tl_output_write (output, svg->str, svg->len);
        return TRUE;
      }

    case TL_EXPORT_PDF:
    case TL_EXPORT_ODP: /* made of slides, not of pages */
    default:
      return tl_write_pdf (pages, text, &pdf, output, error);
    }
}

/**
 * tl_export_write_file:
 * @name: (type filename): the name of a file, "-" for standard output
 * @options: its format, what it may replace and who is told how far it is
 * @func: (scope call): writes it
 * @data: for @func
 * @error: set where that fails, as tl_export_write() does it
 *
 * Returns: whether all of it was written; the file is as it was where it was
 *   not
 */
gboolean
tl_export_write_file (const char            *name,
                      const TlExportOptions *options,
                      TlExportFunc           func,
                      gpointer               data,
                      GError               **error)
{
  g_autoptr (TlOutput) output = NULL;

  if (!options->replaces_any && !tl_export_check_target (name, options->format, error))
    return FALSE;

  output = tl_output_open (name, error);
  if (output == NULL || !func (output, data, error))
    return FALSE;
  if (options->progress != NULL && g_cancellable_set_error_if_cancelled (options->progress->cancellable, error))
    return FALSE;

  return tl_output_close (output, error);
}

static gboolean
write_file (GPtrArray             *pages,
            TlTextPango           *text,
            const TlExportOptions *options,
            const char            *name,
            GError               **error)
{
  Chart chart = { pages, text, options };

  return tl_export_write_file (name, options, write_pages, &chart, error);
}

static gboolean
check_sizes (GPtrArray             *pages,
             const TlExportOptions *options,
             GError               **error)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const TlScene *page = g_ptr_array_index (pages, i);

      if (!tl_export_check_size (options->format, tl_scene_get_width (page), tl_scene_get_height (page),
                                 options->scale, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_files (GPtrArray             *pages,
             TlTextPango           *text,
             const TlExportOptions *options,
             const char            *name,
             GError               **error)
{
  if (tl_output_parse_stream (name) >= 0)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_PAGES,
                   ngettext ("this chart has %u page, which one stream cannot take as %s; name a file, or make a pdf",
                             "this chart has %u pages, which one stream cannot take as %s; name a file, or make a pdf",
                             pages->len),
                   pages->len, tl_export_format_words[options->format]);
      return FALSE;
    }

  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (GPtrArray) page = g_ptr_array_new ();
      g_autofree char *numbered = tl_export_number_name (name, options->format, i + 1);

      g_ptr_array_add (page, g_ptr_array_index (pages, i));
      if (!write_file (page, text, options, numbered, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tl_export_write:
 * @pages: (element-type TlScene): the pages of a chart
 * @text: what their texts were measured with
 * @options: how to write them
 * @name: (type filename): the name of a file, "-" for standard output
 * @error: set where that fails; in the domains %TL_EXPORT_ERROR and
 *   %G_FILE_ERROR
 *
 * Writes a chart. A PDF takes all its pages; of the other formats each page
 * becomes a file of its own where there are several: chart-1.png,
 * chart-2.png and so on.
 *
 * Returns: whether all of it was written; each file is as it was where it
 *   was not
 */
gboolean
tl_export_write (GPtrArray             *pages,
                 TlTextPango           *text,
                 const TlExportOptions *options,
                 const char            *name,
                 GError               **error)
{
  g_return_val_if_fail (pages->len > 0, FALSE);

  if (!check_sizes (pages, options, error))
    return FALSE;
  if (pages->len > 1 && options->format != TL_EXPORT_PDF)
    return write_files (pages, text, options, name, error);

  return write_file (pages, text, options, name, error);
}
