/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (tl-export-error-quark, tl_export_error)

/* In the order of the enumeration; suffixes are the same. */
const char *const tl_export_format_words[] = { "png", "svg", "pdf", "odp", NULL };

/**
 * tl_export_format_parse:
 * @word: the name of a format, in any case
 * @format: (out): that format
 * @error: set to %TL_EXPORT_ERROR_FORMAT where there is no such format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_export_format_parse (const char     *word,
                        TlExportFormat *format,
                        GError        **error)
{
  g_autofree char *quoted = NULL;

  for (guint i = 0; tl_export_format_words[i] != NULL; i++)
    if (g_ascii_strcasecmp (tl_export_format_words[i], word) == 0)
      {
        *format = (TlExportFormat) i;
        return TRUE;
      }

  quoted = tl_text_quote (word);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT, _("%s is no format; there are png, svg, pdf and odp"), quoted);

  return FALSE;
}

/**
 * tl_export_format_guess:
 * @name: (type filename): the name of a file
 * @format: (out): the format that its suffix tells
 * @error: set to %TL_EXPORT_ERROR_FORMAT where it tells none
 *
 * Returns: whether the suffix tells a format
 */
gboolean
tl_export_format_guess (const char     *name,
                        TlExportFormat *format,
                        GError        **error)
{
  g_autofree char *base = g_path_get_basename (name);
  const char *dot = strrchr (base, '.');
  g_autofree char *shown = NULL;

  if (dot != NULL && dot != base && tl_export_format_parse (dot + 1, format, NULL))
    return TRUE;

  shown = g_str_equal (name, "-") ? g_strdup (_("standard output")) : g_filename_display_name (name);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
               _("the format of %s is not known: it ends in none of .png, .svg, .pdf and .odp"), shown);

  return FALSE;
}
