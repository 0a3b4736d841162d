/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export.h"

#include "tl-check.h"
#include "tl-write-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Millimetres in pixels of 1/96 inch. */
#define MM(length) ((length) / 25.4 * 96)

/* Nobody can read a chart that is smaller. */
#define SIDE_AT_LEAST 100

/* Cairo's coordinates reach to 2²³, and what reads a file has its own
 * limits; a page of 264 metres is enough.
 */
#define SIDE_AT_MOST 1000000

#define PORTRAIT "-portrait"

/* Charts are wider than they are high, so these lie on their long side. A
 * screen of 4k shows things twice as fine, not twice as many. */
static const struct
{
  const char  *name;
  TlExportSize size;
} sizes[] = {
  { "1080p", { 1920, 1080, 1 } },
  { "4k", { 1920, 1080, 2 } },
  { "slide", { 1280, 720, 1 } },
  { "a3", { MM (420), MM (297), 1 } },
  { "a4", { MM (297), MM (210), 1 } },
  { "letter", { 11 * 96, 8.5 * 96, 1 } },
};

static gboolean
find_named (const char   *text,
            TlExportSize *size)
{
  g_autofree char *name = g_ascii_strdown (text, -1);
  gboolean is_portrait = g_str_has_suffix (name, PORTRAIT);

  if (is_portrait)
    name[strlen (name) - strlen (PORTRAIT)] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].name, name))
      {
        size->width = is_portrait ? sizes[i].size.height : sizes[i].size.width;
        size->height = is_portrait ? sizes[i].size.width : sizes[i].size.height;
        size->scale = sizes[i].size.scale;
        return TRUE;
      }

  return FALSE;
}

/* Digits, perhaps with a decimal point; no sign, no exponent, no "inf". */
static gboolean
parse_length (const char *text,
              double     *length)
{
  char *end;

  if (!g_ascii_isdigit (text[0]) || strspn (text, "0123456789.") != strlen (text))
    return FALSE;
  *length = g_ascii_strtod (text, &end);

  return *end == '\0';
}

static gboolean
parse_pair (const char   *text,
            TlExportSize *size)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  char *x = strchr (lower, 'x');

  if (x == NULL)
    return FALSE;
  *x = '\0';
  size->height = 0;
  size->scale = 1;

  return parse_length (lower, &size->width) && (g_str_equal (x + 1, "auto") || parse_length (x + 1, &size->height));
}

static void
set_unknown (const char *text,
             GError    **error)
{
  const char *names[G_N_ELEMENTS (sizes) + 1] = { NULL };
  g_autofree char *quoted = tl_text_quote (text);
  g_autofree char *list = NULL;
  const char *nearest;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    names[i] = sizes[i].name;
  nearest = tl_suggest (names, text);
  if (nearest != NULL)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE, _("%s is no size; did you mean “%s”?"), quoted, nearest);
      return;
    }

  list = g_strjoinv (", ", (char **) names);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
               _("%s is no size; write it as 1600x900, as 1600xauto, or as one of %s"), quoted, list);
}

/**
 * tl_export_size_parse:
 * @text: a size: "1600x900", "1600xauto", or a name such as "a4" or
 *   "a4-portrait"
 * @size: (out): that size
 * @error: set to %TL_EXPORT_ERROR_SIZE where it is none
 *
 * Returns: whether @text is a size
 */
gboolean
tl_export_size_parse (const char   *text,
                      TlExportSize *size,
                      GError      **error)
{
  if (find_named (text, size))
    return TRUE;
  if (!parse_pair (text, size))
    {
      set_unknown (text, error);
      return FALSE;
    }
  if (size->width < SIDE_AT_LEAST || (size->height != 0 && size->height < SIDE_AT_LEAST)
      || (size->height == 0 && !g_str_has_suffix (text, "o") && !g_str_has_suffix (text, "O")))
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                   _("%s is too small for a chart; it has to be %dx%d at least"), text, SIDE_AT_LEAST, SIDE_AT_LEAST);
      return FALSE;
    }

  return TRUE;
}

static const char *
find_name (const TlExportSize *size,
           gboolean           *is_portrait)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const TlExportSize *named = &sizes[i].size;

      *is_portrait = named->width == size->height && named->height == size->width;
      if (named->scale == size->scale
          && (*is_portrait || (named->width == size->width && named->height == size->height)))
        return sizes[i].name;
    }

  return NULL;
}

/**
 * tl_export_size_get_paper_ratio:
 * @size: a size
 *
 * Returns: how many times as high as wide a sheet of paper of that size is,
 *   upright: of A4 where it is no paper's
 */
double
tl_export_size_get_paper_ratio (const TlExportSize *size)
{
  gboolean is_portrait;
  const char *name = find_name (size, &is_portrait);

  if (name == NULL || !(g_str_equal (name, "letter") || name[0] == 'a'))
    return 297.0 / 210;

  return MAX (size->width, size->height) / MIN (size->width, size->height);
}

/**
 * tl_export_size_print:
 * @size: a size
 *
 * Returns: (transfer full): @size as tl_export_size_parse() reads it, by its
 *   name where it has one
 */
char *
tl_export_size_print (const TlExportSize *size)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_portrait;
  const char *name = find_name (size, &is_portrait);

  if (name != NULL)
    return g_strconcat (name, is_portrait ? PORTRAIT : NULL, NULL);

  g_ascii_dtostr (width, sizeof width, size->width);
  g_ascii_dtostr (height, sizeof height, size->height);

  return g_strconcat (width, "x", size->height > 0 ? height : "auto", NULL);
}

/* Rounded down to what one would write. */
static char *
print_largest (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%g", floor (value * 100) / 100));
}

static gboolean
check_png_size (double   width,
                double   height,
                double   scale,
                GError **error)
{
  double largest_scale = MIN (TL_PNG_MAX_WIDTH / width, TL_PNG_MAX_HEIGHT / MAX (height, 1));
  g_autofree char *largest = NULL;

  if (floor (width * scale + 0.5) <= TL_PNG_MAX_WIDTH && floor (height * scale + 0.5) <= TL_PNG_MAX_HEIGHT)
    return TRUE;

  largest = print_largest (largest_scale);
  if (scale <= 1)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                 _("a PNG of %.0f by %.0f pixels cannot be had; the largest is %d wide and %d high"),
                 width * scale, height * scale, TL_PNG_MAX_WIDTH, TL_PNG_MAX_HEIGHT);
  else
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                 _("a PNG of %.0f by %.0f pixels cannot be had; the largest is %d wide and %d high, "
                   "which this chart has at scale %s"),
                 width * scale, height * scale, TL_PNG_MAX_WIDTH, TL_PNG_MAX_HEIGHT, largest);

  return FALSE;
}

/**
 * tl_export_check_size:
 * @format: a format
 * @width: of a page, in pixels of 1/96 inch
 * @height: of the page; 0 where it is not known yet
 * @scale: pixels of the image for each of the page; only for PNG
 * @error: set to %TL_EXPORT_ERROR_SIZE where that cannot be had; says what
 *   the largest is that can
 *
 * Returns: whether a file of @format can be so large
 */
gboolean
tl_export_check_size (TlExportFormat format,
                      double         width,
                      double         height,
                      double         scale,
                      GError       **error)
{
  if (width > SIDE_AT_MOST || height > SIDE_AT_MOST)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                   _("a chart of %.0f by %.0f pixels cannot be had; the largest is %d by %d"),
                   width, height, format == TL_EXPORT_PNG ? TL_PNG_MAX_WIDTH : SIDE_AT_MOST, SIDE_AT_MOST);
      return FALSE;
    }

  return format != TL_EXPORT_PNG || check_png_size (width, height, scale, error);
}
