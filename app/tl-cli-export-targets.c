/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-export-targets.h"

#include <glib/gi18n.h>

/* Which files an export writes, and what each of them is: a chart, the
 * slides of the talk, or a handout.
 */

/* Into a folder go numbered files. */
static char *
name_slides (const char    *name,
             TlExportFormat format)
{
  if (!g_str_has_suffix (name, "/") && !g_file_test (name, G_FILE_TEST_IS_DIR))
    return g_strdup (name);

  return g_strdup_printf ("%s%sslide.%s", name, g_str_has_suffix (name, "/") ? "" : "/", tl_export_format_words[format]);
}

static gboolean
check_format (const TlCliTarget *target,
              GError           **error)
{
  g_autofree char *shown = NULL;

  if (target->is_deck || target->format < TL_EXPORT_N_CHART_FORMATS)
    return TRUE;

  shown = g_filename_display_name (target->name);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
               _("%s: a chart cannot be written as %s; a talk can, with --deck"), shown,
               tl_export_format_words[target->format]);

  return FALSE;
}

/* Notes are on pages of paper; a presentation has them beside its slides. */
static gboolean
check_notes (const TlCliExportOptions *self,
             GError                  **error)
{
  if (!self->has_notes || self->decks != NULL)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--notes: only a talk has notes; name its file with --deck"));

  return FALSE;
}

/* Where no format is given, the name of each file tells it. */
static gboolean
add_targets (TlCliExportOptions *self,
             char              **names,
             gboolean            is_deck,
             TlExportFormat      format,
             gboolean            is_given,
             GError            **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      TlCliTarget target = { .name = names[i], .format = format, .is_deck = is_deck };

      if (is_deck)
        {
          char *name = name_slides (names[i], format);

          g_free (names[i]);
          target.name = names[i] = name;
        }
      if (!is_given && !tl_export_format_guess (target.name, &target.format, error))
        {
          g_autofree char *message = g_steal_pointer (&(*error)->message);

          (*error)->message = g_strdup_printf (_("%s; --format tells it"), message);
          return FALSE;
        }
      if (!check_format (&target, error))
        return FALSE;
      g_array_append_val (self->targets, target);
    }

  return TRUE;
}

/* Nothing but a PDF has pages, links and an outline. */
static gboolean
add_handouts (TlCliExportOptions *self,
              TlExportFormat      format,
              gboolean            is_given,
              GError            **error)
{
  for (guint i = 0; self->handouts != NULL && self->handouts[i] != NULL; i++)
    {
      TlCliTarget target = { .name = self->handouts[i], .format = format, .is_handout = TRUE };

      if (!is_given && !tl_export_format_guess (target.name, &target.format, NULL))
        target.format = TL_EXPORT_PNG;
      if (target.format != TL_EXPORT_PDF)
        {
          g_autofree char *shown = g_filename_display_name (target.name);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--handout: %s is no name of a PDF; a handout is made as a PDF alone, as in handout.pdf"), shown);
          return FALSE;
        }
      g_array_append_val (self->targets, target);
    }

  return TRUE;
}

static gboolean
has_targets (const TlCliExportOptions *self,
             GError                  **error)
{
  if (self->names != NULL || self->decks != NULL || self->handouts != NULL)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("name the file to write, as in -o chart.png"));

  return FALSE;
}

/**
 * tl_cli_export_settle_targets:
 * @self: the options, with the names of the files that are asked for
 * @format_words: (nullable): what is given as the format of all of them
 * @error: set where something about them is wrong
 *
 * Fills in the targets of @self. The name of a file that goes into a folder
 * becomes that of its slides.
 *
 * Returns: whether all is sound
 */
gboolean
tl_cli_export_settle_targets (TlCliExportOptions *self,
                              const char         *format_words,
                              GError            **error)
{
  TlExportFormat format = TL_EXPORT_PNG;
  gboolean is_given = format_words != NULL;

  if (!has_targets (self, error))
    return FALSE;
  if (is_given && !tl_export_format_parse (format_words, &format, error))
    {
      g_prefix_error (error, "--format: ");
      return FALSE;
    }
  if (!check_notes (self, error))
    return FALSE;

  self->targets = g_array_new (FALSE, FALSE, sizeof (TlCliTarget));

  return add_targets (self, self->names, FALSE, format, is_given, error)
         && add_targets (self, self->decks, TRUE, format, is_given, error)
         && add_handouts (self, format, is_given, error);
}
