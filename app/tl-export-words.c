/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-words.h"

#include "tl-bundle.h"
#include "tl-write-png.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What is said of a chart that is to be written. */

#define MM_PER_PIXEL (25.4 / 96)

/* A name of a file is not to be longer, in characters. */
#define NAME_AT_MOST 60

static char *
describe_size (TlChartJob    *chart,
               TlExportFormat format)
{
  const TlScene *page = g_ptr_array_index (tl_chart_job_get_pages (chart, format, NULL), 0);
  double scale = tl_chart_job_get_request (chart)->scale;
  double width = tl_scene_get_width (page);
  double height = tl_scene_get_height (page);

  if (format == TL_EXPORT_PDF)
    /* Translators: the size of a page in millimetres */
    return g_strdup_printf (_("%.0f × %.0f mm"), width * MM_PER_PIXEL, height * MM_PER_PIXEL);
  if (format == TL_EXPORT_PNG)
    return g_strdup_printf (_("%u × %u pixels"), tl_png_get_width (page, scale), tl_png_get_height (page, scale));

  return g_strdup_printf (_("%.0f × %.0f pixels"), width, height);
}

static void
add_sentence (GString *text,
              char    *sentence)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * tl_export_describe:
 * @chart: a chart whose pages have been made
 * @format: what they are for
 *
 * Returns: (transfer full): how large it is, how many pages it has, and what
 *   has found no room
 */
char *
tl_export_describe (TlChartJob    *chart,
                    TlExportFormat format)
{
  GString *text = g_string_new (NULL);
  guint n_pages = tl_chart_job_get_pages (chart, format, NULL)->len;
  const TlChartReport *report = tl_chart_job_get_report (chart, format);

  add_sentence (text, describe_size (chart, format));
  if (n_pages > 1 && format == TL_EXPORT_PDF)
    add_sentence (text, g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages));
  else if (n_pages > 1)
    add_sentence (text, g_strdup_printf (ngettext ("%u page, a file of its own", "%u pages, each a file of its own",
                                                   n_pages), n_pages));
  if (report->n_events > 0)
    add_sentence (text, g_strdup_printf (ngettext ("no room for the label of %u event",
                                                   "no room for the labels of %u events", report->n_events),
                                         report->n_events));
  if (report->n_sources > 0)
    add_sentence (text, g_strdup_printf (ngettext ("no room for the note of %u source", "no room for the notes of %u sources",
                                                   report->n_sources), report->n_sources));

  return g_string_free (text, FALSE);
}

/**
 * tl_export_say_error:
 * @error: why there is no chart, or no file
 *
 * Returns: (transfer full): a sentence
 */
char *
tl_export_say_error (const GError *error)
{
  const char *message = error->message;
  gunichar first;

  if (g_error_matches (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS))
    message = _("There is a file of that name already, and it is no such chart. Choose another name.");
  first = g_unichar_toupper (g_utf8_get_char (message));

  /* Errors of the command line begin after a colon. */
  if (first < 0x80)
    return g_strdup_printf ("%c%s", (char) first, g_utf8_next_char (message));

  return g_strdup (message);
}

static gboolean
is_plain (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-' || c == '_';
}

/**
 * tl_export_make_name:
 * @timeline: a timeline
 * @format: what is written
 *
 * Returns: (transfer full): a name for its file, made of the title
 */
char *
tl_export_make_name (TlTimeline    *timeline,
                     TlExportFormat format)
{
  GString *name = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *p = tl_timeline_get_title (timeline); p != NULL && *p != '\0' && n_characters < NAME_AT_MOST;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_plain (c))
        g_string_append_unichar (name, g_unichar_tolower (c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
      n_characters++;
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    /* Translators: the name of a file */
    g_string_append (name, _("chart"));
  g_string_append_printf (name, ".%s", tl_export_format_words[format]);

  return g_string_free (name, FALSE);
}

/**
 * tl_export_find_folder:
 * @file: a timeline
 *
 * Returns: (transfer full): where its charts go: beside it, or where the
 *   user's documents are
 */
char *
tl_export_find_folder (GFile *file)
{
  g_autoptr (GFile) folder = tl_bundle_has (file) ? NULL : g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path != NULL)
    return g_steal_pointer (&path);

  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}
