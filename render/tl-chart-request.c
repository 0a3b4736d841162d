/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-request.h"

#include <string.h>

#define DEFAULT_SIZE "1600x900"

/* What a shell takes as it is. */
#define PLAIN_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,:+@%"

const char *const tl_chart_theme_words[] = { "light", "dark", "print", "high-contrast", NULL };
const char *const tl_chart_axis_words[] = { "auto", "linear", "folded", "even", NULL };
const char *const tl_chart_text_words[] = { "live", "outlines", NULL };
const char *const tl_chart_background_words[] = { "theme", "none", NULL };
const char *const tl_chart_direction_words[] = { "ltr", "rtl", NULL };

/**
 * tl_chart_request_init:
 * @self: a request, whatever is in it
 *
 * Makes @self what `throughline export` draws where nobody says anything.
 */
void
tl_chart_request_init (TlChartRequest *self)
{
  memset (self, 0, sizeof *self);
  self->filter = tl_filter_new ();
  tl_export_size_parse (DEFAULT_SIZE, &self->size, NULL);
  self->scale = self->size.scale;
}

/**
 * tl_chart_request_copy:
 * @self: a request
 * @copy: (out caller-allocates): the same, with texts of its own
 */
void
tl_chart_request_copy (const TlChartRequest *self,
                       TlChartRequest       *copy)
{
  *copy = *self;
  copy->filter = tl_filter_copy (self->filter);
  copy->select = g_strdup (self->select);
  copy->title = g_strdup (self->title);
  copy->author = g_strdup (self->author);
  copy->font = g_strdup (self->font);
  copy->language = g_strdup (self->language);
}

/**
 * tl_chart_request_clear:
 * @self: a request
 *
 * Frees what @self holds.
 */
void
tl_chart_request_clear (TlChartRequest *self)
{
  g_clear_pointer (&self->filter, tl_filter_free);
  g_clear_pointer (&self->select, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->font, g_free);
  g_clear_pointer (&self->language, g_free);
}

/**
 * tl_chart_request_equal:
 * @a: a request
 * @b: another
 *
 * Returns: whether both ask for the same
 */
gboolean
tl_chart_request_equal (const TlChartRequest *a,
                        const TlChartRequest *b)
{
  g_auto (GStrv) of_a = tl_chart_request_to_arguments (a);
  g_auto (GStrv) of_b = tl_chart_request_to_arguments (b);

  return g_strv_equal ((const char *const *) of_a, (const char *const *) of_b);
}

/* With as few digits as tell it from all others. */
static char *
print_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 6; digits < 17; digits++)
    {
      char format[] = "%.17g";

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      if (g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, format, number), NULL) == number)
        return g_strdup (buffer);
    }

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

static void
add_text (GStrvBuilder *arguments,
          const char   *option,
          const char   *text)
{
  if (text == NULL)
    return;

  g_strv_builder_add (arguments, option);
  g_strv_builder_add (arguments, text);
}

static void
add_flag (GStrvBuilder *arguments,
          const char   *option,
          gboolean      is_given)
{
  if (is_given)
    g_strv_builder_add (arguments, option);
}

static void
add_choice (GStrvBuilder      *arguments,
            const char        *option,
            const char *const *words,
            int                choice,
            int                otherwise)
{
  if (choice != otherwise)
    add_text (arguments, option, words[choice]);
}

static void
add_size (GStrvBuilder         *arguments,
          const TlChartRequest *self,
          const TlChartRequest *otherwise)
{
  g_autofree char *size = tl_export_size_print (&self->size);
  g_autofree char *scale = print_number (self->scale);

  if (self->size.width != otherwise->size.width || self->size.height != otherwise->size.height
      || self->size.scale != otherwise->size.scale)
    add_text (arguments, "--size", size);
  if (self->scale != self->size.scale)
    add_text (arguments, "--scale", scale);
}

static void
add_filter (GStrvBuilder   *arguments,
            const TlFilter *filter)
{
  g_auto (GStrv) conditions = tl_filter_to_arguments (filter);

  g_strv_builder_addv (arguments, (const char **) conditions);
}

/**
 * tl_chart_request_to_arguments:
 * @self: a request
 *
 * Returns: (transfer full): the options of `throughline export` that ask for
 *   the same; of those, only what is not so by itself
 */
char **
tl_chart_request_to_arguments (const TlChartRequest *self)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (TlChartRequest) otherwise = { 0 };

  tl_chart_request_init (&otherwise);
  add_size (arguments, self, &otherwise);
  add_choice (arguments, "--theme", tl_chart_theme_words, self->theme, otherwise.theme);
  add_choice (arguments, "--axis", tl_chart_axis_words, self->axis, otherwise.axis);
  add_filter (arguments, self->filter);
  add_text (arguments, "--select", self->select);
  add_text (arguments, "--title", self->title);
  add_text (arguments, "--author", self->author);
  add_flag (arguments, "--no-title", self->no_title);
  add_flag (arguments, "--no-legend", self->no_legend);
  add_flag (arguments, "--no-sources", self->no_sources);
  add_flag (arguments, "--no-as-of", self->no_as_of);
  add_choice (arguments, "--background", tl_chart_background_words, self->is_transparent != 0, 0);
  add_flag (arguments, "--pages", self->in_pages);
  add_choice (arguments, "--text", tl_chart_text_words, self->svg_text, otherwise.svg_text);
  add_flag (arguments, "--small", self->is_small);
  add_text (arguments, "--font", self->font);
  add_text (arguments, "--language", self->language);
  if (self->direction != TL_CHART_DIRECTION_OF_LANGUAGE)
    add_text (arguments, "--direction", tl_chart_direction_words[self->direction - TL_CHART_DIRECTION_LTR]);

  return g_strv_builder_end (arguments);
}

static void
append_word (GString    *command,
             const char *word)
{
  g_autofree char *quoted = NULL;

  g_string_append_c (command, ' ');
  if (*word != '\0' && strspn (word, PLAIN_CHARACTERS) == strlen (word))
    {
      g_string_append (command, word);
      return;
    }
  quoted = g_shell_quote (word);
  g_string_append (command, quoted);
}

/**
 * tl_chart_request_to_command:
 * @self: a request
 * @file: (type filename) (nullable): the timeline; %NULL for the bundled story
 * @output: (type filename): the file to write
 * @format: what is written
 *
 * Returns: (transfer full): the command line that does the same, for a shell
 */
char *
tl_chart_request_to_command (const TlChartRequest *self,
                             const char           *file,
                             const char           *output,
                             TlExportFormat        format)
{
  GString *command = g_string_new ("throughline export");
  g_auto (GStrv) arguments = tl_chart_request_to_arguments (self);
  TlExportFormat guessed;

  if (file != NULL)
    append_word (command, file);
  append_word (command, "-o");
  append_word (command, output);
  if (!tl_export_format_guess (output, &guessed, NULL) || guessed != format)
    {
      append_word (command, "--format");
      append_word (command, tl_export_format_words[format]);
    }
  for (guint i = 0; arguments[i] != NULL; i++)
    append_word (command, arguments[i]);

  return g_string_free (command, FALSE);
}
