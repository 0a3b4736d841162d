/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-export-options.h"

#include "tl-check.h"
#include "tl-cli-export-targets.h"
#include "tl-cli-value.h"
#include "tl-slide.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCALE_LEAST 0.1
#define SCALE_MOST 100
#define PIXELS_PER_INCH 96

static const char *const context_words[] = { TL_FILTER_CONTEXT_ONLY, TL_FILTER_CONTEXT_NONE, NULL };

/* What has been given, as it has been given. */
typedef struct
{
  char **files;
  char *format;
  char *size;
  char *scale;
  char *dpi;
  char *theme;
  char *aspect;
  char *axis;
  char *text;
  char *background;
  char *direction;
  char **conditions[TL_N_CONDITIONS];
  gboolean flags[TL_N_CONDITIONS];
} Given;

static void
clear_given (Given *given)
{
  g_strfreev (given->files);
  g_free (given->format);
  g_free (given->size);
  g_free (given->scale);
  g_free (given->dpi);
  g_free (given->theme);
  g_free (given->aspect);
  g_free (given->axis);
  g_free (given->text);
  g_free (given->background);
  g_free (given->direction);
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    g_strfreev (given->conditions[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, clear_given)

static const char examples[] =
  N_("Examples:\n"
     "  throughline export -o chart.png\n"
     "      the bundled story as a picture\n"
     "  throughline export story.json -o chart.pdf -o chart.svg --size a4 --theme print\n"
     "      two files of one page of paper\n"
     "  throughline export story.json -o chart.png --size 4k\n"
     "      3840 by 2160 pixels, for a screen with small ones\n"
     "  throughline export story.json -o june.png --from 2025-06 --to 2025-06 --lanes meta,openai\n"
     "      one month of two lanes\n"
     "  throughline export - --format svg -o - < story.json > chart.svg\n"
     "      in a pipe\n"
     "\n"
     "Sizes: 1600x900 (pixels of 1/96 inch), 1600xauto (as high as the content needs), 1080p, 4k (1080p "
     "with twice the pixels), slide, a4, a3, letter; the last three lie on their long side, a4-portrait stands. A chart replaces an older "
     "file of its format; anything else only with --force, the timeline itself never.\n"
     "\n"
     "The exit status is 0 where all files were written, else 2. See also throughline(1).");

static GOptionContext *
create_context (const GOptionEntry *entries,
                gboolean            helps)
{
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("Draws a timeline as PNG, SVG or PDF. Without FILE, the bundled story; "
                                           "“-” is standard input or output."));
  g_option_context_set_description (context, _(examples));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, helps);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

/* One option for each condition of a filter. */
static void
add_conditions (GArray *entries,
                Given  *given)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      const TlConditionInfo *info = tl_condition_get_info (i);
      gboolean is_flag = info->values == TL_VALUES_NONE;
      const GOptionEntry entry = {
        .long_name = info->option,
        .arg = is_flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_FILENAME_ARRAY,
        .arg_data = is_flag ? (gpointer) &given->flags[i] : (gpointer) &given->conditions[i],
        .description = info->help,
        .arg_description = info->argument,
      };

      g_array_append_val (entries, entry);
    }
}

/* All texts are taken as bytes: in the C locale GLib would refuse whatever
 * is not ASCII. With @helps, --help ends the process.
 */
static gboolean
read_command_line (TlCliExportOptions *self,
                   Given              *given,
                   gboolean            helps,
                   int                 argc,
                   char              **argv,
                   GError            **error)
{
#define TEXT G_OPTION_ARG_FILENAME
#define TEXTS G_OPTION_ARG_FILENAME_ARRAY
#define FLAG G_OPTION_ARG_NONE
  const GOptionEntry first[] = {
    { "output", 'o', 0, TEXTS, &self->names, N_("Write this file; may be given several times"), N_("OUT") },
    { "deck", 0, 0, TEXTS, &self->decks, N_("Write the talk to this file, or into this folder: a slide for each step"), N_("OUT") },
    { "handout", 0, 0, TEXTS, &self->handouts, N_("Write a PDF for the audience: chart, steps, events, sources; pages of a4, or of --size"), N_("OUT") },
    { "notes", 0, 0, FLAG, &self->has_notes, N_("With --deck: a page of paper for each slide, with the notes of the speaker below it"), NULL },
    { "aspect", 0, 0, TEXT, &given->aspect, N_("The shape of slides: 16:9 or 4:3"), N_("SHAPE") },
    { "format", 0, 0, TEXT, &given->format, N_("png, svg, pdf or (of a talk) odp, where the name of the file does not tell"), N_("FORMAT") },
    { "size", 0, 0, TEXT, &given->size, N_("Size of a page, 1600x900 by default; see below"), N_("SIZE") },
    { "scale", 0, 0, TEXT, &given->scale, N_("PNG: pixels for each pixel of the size"), N_("NUMBER") },
    { "dpi", 0, 0, TEXT, &given->dpi, N_("PNG: the same as pixels per inch; 96 is scale 1"), N_("NUMBER") },
    { "theme", 0, 0, TEXT, &given->theme, N_("light, dark, print or high-contrast"), N_("THEME") },
    { "axis", 0, 0, TEXT, &given->axis, N_("auto, linear, folded or even"), N_("AXIS") },
  };
  const GOptionEntry rest[] = {
    { "select", 0, 0, TEXT, &self->request.select, N_("Highlight this event and its links"), N_("ID") },
    { "title", 0, 0, TEXT, &self->request.title, N_("Another title"), N_("TEXT") },
    { "author", 0, 0, TEXT, &self->request.author, N_("PNG, PDF: who is named as the author"), N_("NAME") },
    { "no-title", 0, 0, FLAG, &self->request.no_title, N_("Leave out title and subtitle"), NULL },
    { "no-legend", 0, 0, FLAG, &self->request.no_legend, N_("Leave out the legend"), NULL },
    { "no-sources", 0, 0, FLAG, &self->request.no_sources, N_("Leave out the source notes"), NULL },
    { "no-as-of", 0, 0, FLAG, &self->request.no_as_of, N_("Leave out the date of the timeline"), NULL },
    { "background", 0, 0, TEXT, &given->background, N_("theme, or none for a transparent one"), N_("WHICH") },
    { "pages", 0, 0, FLAG, &self->request.in_pages, N_("As many pages as it takes for all labels; PNG and SVG are numbered"), NULL },
    { "text", 0, 0, TEXT, &given->text, N_("SVG: live, or outlines, which look alike everywhere"), N_("HOW") },
    { "small", 0, 0, FLAG, &self->request.is_small, N_("PNG: the smallest file rather than the quickest"), NULL },
    { "font", 0, 0, TEXT, &self->request.font, N_("Another font family than Inter"), N_("FAMILY") },
    { "language", 0, 0, TEXT, &self->request.language, N_("The language of dates and legend, as in de; else that of the timeline"), N_("TAG") },
    { "direction", 0, 0, TEXT, &given->direction, N_("ltr or rtl (mirrored); else as the language is written"), N_("WHICH") },
    { "force", 0, 0, FLAG, &self->is_forced, N_("Overwrite files that are no charts of the format"), NULL },
    { "quiet", 'q', 0, FLAG, &self->is_quiet, N_("Say only what fails"), NULL },
    { G_OPTION_REMAINING, 0, 0, TEXTS, &given->files, NULL, N_("[FILE]") },
    { NULL }
  };
#undef TEXT
#undef TEXTS
#undef FLAG
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
  g_autoptr (GOptionContext) context = NULL;
  const char *nearest;

  g_array_append_vals (entries, first, G_N_ELEMENTS (first));
  add_conditions (entries, given);
  g_array_append_vals (entries, rest, G_N_ELEMENTS (rest));
  context = create_context ((gconstpointer) entries->data, helps);

  if (g_option_context_parse (context, &argc, &argv, error))
    return TRUE;

  nearest = g_error_matches (*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
              ? tl_cli_suggest_option ((gconstpointer) entries->data, argv)
              : NULL;
  if (nearest != NULL)
    {
      g_autofree char *message = g_steal_pointer (&(*error)->message);

      /* Translators: a sentence, then an option. */
      (*error)->message = g_strdup_printf (_("%s; did you mean --%s?"), message, nearest);
    }

  return FALSE;
}

static gboolean
settle_choice (const char        *option,
               const char        *value,
               const char *const *words,
               int               *choice,
               GError           **error)
{
  return value == NULL || tl_cli_value_choose (option, value, words, choice, error);
}

static gboolean
settle_choices (TlCliExportOptions *self,
                const Given        *given,
                GError            **error)
{
  int background = 0;
  int direction = -1;

  if (!settle_choice ("--theme", given->theme, tl_chart_theme_words, &self->request.theme, error)
      || !settle_choice ("--axis", given->axis, tl_chart_axis_words, &self->request.axis, error)
      || !settle_choice ("--text", given->text, tl_chart_text_words, &self->request.svg_text, error)
      || !settle_choice ("--background", given->background, tl_chart_background_words, &background, error)
      || !settle_choice ("--direction", given->direction, tl_chart_direction_words, &direction, error))
    return FALSE;

  self->request.is_transparent = background == 1;
  if (direction >= 0)
    self->request.direction = direction == 0 ? TL_CHART_DIRECTION_LTR : TL_CHART_DIRECTION_RTL;

  return TRUE;
}

static gboolean
settle_size (TlCliExportOptions *self,
             const Given        *given,
             GError            **error)
{
  if (given->scale != NULL && given->dpi != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--scale and --dpi say the same; give one of them"));
      return FALSE;
    }
  if (given->size != NULL && !tl_export_size_parse (given->size, &self->request.size, error))
    {
      g_prefix_error (error, "--size: ");
      return FALSE;
    }

  self->request.scale = self->request.size.scale;
  if (given->scale != NULL
      && !tl_cli_value_to_number ("--scale", given->scale, SCALE_LEAST, SCALE_MOST, &self->request.scale, error))
    return FALSE;
  if (given->dpi != NULL)
    {
      if (!tl_cli_value_to_number ("--dpi", given->dpi, 10, 9600, &self->request.scale, error))
        return FALSE;
      self->request.scale /= PIXELS_PER_INCH;
    }

  return TRUE;
}

static gboolean
settle_texts (TlCliExportOptions *self,
              GError            **error)
{
  struct
  {
    const char *option;
    char      **value;
  } texts[] = {
    { "--select", &self->request.select },
    { "--title", &self->request.title },
    { "--author", &self->request.author },
    { "--font", &self->request.font },
    { "--language", &self->request.language },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!tl_cli_value_to_text (texts[i].option, texts[i].value, error))
      return FALSE;

  if (self->request.language != NULL && !tl_language_is_tag (self->request.language))
    {
      g_autofree char *quoted = tl_text_quote (self->request.language);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--language: %s is no language tag such as de or pt-BR"), quoted);
      return FALSE;
    }

  return TRUE;
}

static gboolean
settle_window (TlCliExportOptions *self,
               const char         *from,
               const char         *to,
               GError            **error)
{
  if ((from == NULL && to == NULL) || tl_filter_set_window (self->request.filter, from, to, error))
    return TRUE;

  if (from == NULL || to == NULL)
    g_prefix_error (error, "%s: ", from != NULL ? "--from" : "--to");
  else
    g_prefix_error (error, "--from, --to: ");

  return FALSE;
}

/* Of a condition that takes one value, the last that was given counts. */
static gboolean
settle_values (TlCliExportOptions *self,
               TlCondition         condition,
               char              **given,
               const char        **last,
               GError            **error)
{
  const TlConditionInfo *info = tl_condition_get_info (condition);
  g_autofree char *option = g_strconcat ("--", info->option, NULL);

  for (; *given != NULL; given++)
    {
      g_auto (GStrv) values = NULL;

      if (!tl_cli_value_to_text (option, given, error))
        return FALSE;
      *last = *given;
      if (info->values != TL_VALUES_MANY)
        continue;
      values = tl_filter_split_list (*given);
      for (char **value = values; *value != NULL; value++)
        tl_filter_add (self->request.filter, condition, *value);
    }
  if (info->values == TL_VALUES_ONE || *tl_filter_get (self->request.filter, condition) != NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: the list is empty"), option);

  return FALSE;
}

static gboolean
settle_filter (TlCliExportOptions *self,
               const Given        *given,
               GError            **error)
{
  const char *last[TL_N_CONDITIONS] = { NULL };
  int context;

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      TlValues values = tl_condition_get_info (i)->values;

      if (given->conditions[i] != NULL && !settle_values (self, i, given->conditions[i], &last[i], error))
        return FALSE;
      if (i == TL_CONDITION_FROM || i == TL_CONDITION_TO)
        continue;
      if (values == TL_VALUES_ONE && last[i] != NULL)
        tl_filter_add (self->request.filter, i, last[i]);
      else if (given->flags[i])
        tl_filter_add (self->request.filter, i, TL_FILTER_YES);
    }

  return settle_choice ("--context", last[TL_CONDITION_CONTEXT], context_words, &context, error)
         && settle_window (self, last[TL_CONDITION_FROM], last[TL_CONDITION_TO], error);
}

static gboolean
settle_request (TlCliExportOptions *self,
                const Given        *given,
                GError            **error)
{
  return settle_choices (self, given, error)
         && settle_size (self, given, error)
         && settle_texts (self, error)
         && settle_filter (self, given, error);
}

static gboolean
settle_targets (TlCliExportOptions *self,
                const Given        *given,
                GError            **error)
{
  static const char *const shapes[] = { "16:9", "4:3", NULL };
  int shape = 0;

  if (!settle_choice ("--aspect", given->aspect, shapes, &shape, error))
    return FALSE;

  self->slide_width = shape == 0 ? TL_SLIDE_WIDE_WIDTH : TL_SLIDE_NARROW_WIDTH;
  self->has_theme = given->theme != NULL;
  self->has_size = given->size != NULL;

  return tl_cli_export_settle_targets (self, given->format, error);
}

static gboolean
settle_file (TlCliExportOptions *self,
             Given              *given,
             GError            **error)
{
  if (given->files == NULL)
    return TRUE;
  if (given->files[1] != NULL)
    {
      g_autofree char *shown = g_filename_display_name (given->files[1]);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("%s is one file too many: one timeline is drawn at a time"), shown);
      return FALSE;
    }
  self->file = g_strdup (given->files[0]);

  return TRUE;
}

/**
 * tl_cli_export_options_parse:
 * @self: zero
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line from the verb on
 * @error: set where it is wrong
 *
 * Reads the command line. Prints help and ends the process where that is
 * asked for.
 *
 * Returns: whether all is sound; @self is to be cleared in any case
 */
gboolean
tl_cli_export_options_parse (TlCliExportOptions *self,
                             int                 argc,
                             char              **argv,
                             GError            **error)
{
  g_auto (Given) given = { 0 };

  tl_chart_request_init (&self->request);

  return read_command_line (self, &given, TRUE, argc, argv, error)
         && settle_file (self, &given, error)
         && settle_targets (self, &given, error)
         && settle_request (self, &given, error);
}

/**
 * tl_cli_export_options_parse_request:
 * @arguments: (array zero-terminated=1): what tl_chart_request_to_arguments()
 *   gave, perhaps long ago
 * @request: (out caller-allocates): what they ask for; the defaults where
 *   they are wrong
 * @error: set where they are wrong
 *
 * Returns: whether all is sound
 */
gboolean
tl_cli_export_options_parse_request (const char *const *arguments,
                                     TlChartRequest    *request,
                                     GError           **error)
{
  g_auto (TlCliExportOptions) options = { 0 };
  g_auto (Given) given = { 0 };
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char **words = NULL;

  /* What is read is taken out of the array. */
  g_ptr_array_add (argv, g_strdup ("export"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, g_strdup (*arguments));
  g_ptr_array_add (argv, NULL);
  words = g_memdup2 (argv->pdata, argv->len * sizeof (char *));

  tl_chart_request_init (&options.request);
  if (!read_command_line (&options, &given, FALSE, (int) argv->len - 1, words, error)
      || !settle_request (&options, &given, error))
    {
      tl_chart_request_init (request);
      return FALSE;
    }
  tl_chart_request_copy (&options.request, request);

  return TRUE;
}

/**
 * tl_cli_export_options_clear:
 * @self: options
 *
 * Frees what @self holds.
 */
void
tl_cli_export_options_clear (TlCliExportOptions *self)
{
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->decks, g_strfreev);
  g_clear_pointer (&self->handouts, g_strfreev);
  g_clear_pointer (&self->targets, g_array_unref);
  tl_chart_request_clear (&self->request);
}
