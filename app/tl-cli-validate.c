/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-validate.h"

#include "tl-cli-load.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* throughline validate */

enum
{
  STATUS_SOUND,
  STATUS_FINDINGS,
  STATUS_FAILURE, /* a file that cannot be read, or a wrong command line */
};

typedef struct
{
  gboolean json;
  gboolean strict;
} Options;

static char *
describe_counts (const TlLoad *loaded)
{
  guint n_errors = tl_diagnostics_get_n_errors (loaded->diagnostics);
  guint n_warnings = tl_diagnostics_get_n_warnings (loaded->diagnostics);
  guint n_listed;
  guint n_events;
  GString *text = g_string_new (NULL);

  tl_diagnostics_get (loaded->diagnostics, &n_listed);
  tl_timeline_get_events (loaded->timeline, &n_events);

  g_string_append_printf (text, ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_string_append (text, "; ");
  g_string_append_printf (text, ngettext ("%u event", "%u events", n_events), n_events);
  if (loaded->n_left_out > 0)
    g_string_append_printf (text, ngettext (", %u left out", ", %u left out", loaded->n_left_out),
                            loaded->n_left_out);
  if (n_listed < n_errors + n_warnings)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, ngettext ("only %u finding is listed",
                                              "only %u findings are listed", n_listed),
                              n_listed);
    }

  return g_string_free (text, FALSE);
}

static void
print_findings (const TlLoad  *loaded,
                const char    *name,
                const Options *options)
{
  const TlDiagnostic *diagnostics;
  g_autofree char *counts = NULL;
  guint n_listed;

  if (options->json)
    {
      guint n_events;
      g_autofree char *json = NULL;

      tl_timeline_get_events (loaded->timeline, &n_events);
      json = tl_diagnostics_to_json (loaded->diagnostics, name, n_events, loaded->n_left_out);
      puts (json);
      return;
    }

  diagnostics = tl_diagnostics_get (loaded->diagnostics, &n_listed);
  for (guint i = 0; i < n_listed; i++)
    {
      g_autofree char *line = tl_diagnostic_to_line (&diagnostics[i], name);

      puts (line);
    }

  counts = describe_counts (loaded);
  printf ("%s: %s\n", name, counts);
}

static int
validate (const char    *name,
          const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_cli_load (name, NULL, &error);
  const char *shown = strcmp (name, "-") == 0 ? "<stdin>" : name;

  if (loaded == NULL)
    {
      /* Translators: a file's name, then why it cannot be read */
      fprintf (stderr, _("throughline: %s cannot be read: %s\n"), shown, error->message);
      return STATUS_FAILURE;
    }

  print_findings (loaded, shown, options);

  if (tl_diagnostics_get_n_errors (loaded->diagnostics) > 0
      || (options->strict && tl_diagnostics_get_n_warnings (loaded->diagnostics) > 0))
    return STATUS_FINDINGS;

  return STATUS_SOUND;
}

/**
 * tl_cli_validate:
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line from the verb on
 *
 * Checks files and prints what is found in them.
 *
 * Returns: 0 where all of them are sound, 1 where one is not, 2 where one
 *   cannot be read or the command line is wrong
 */
int
tl_cli_validate (int    argc,
                 char **argv)
{
  Options options = { 0 };
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print one line of JSON for each file"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_("Let warnings count as errors"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_("FILE…") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int status = STATUS_SOUND;

  g_set_prgname ("throughline validate");
  g_option_context_set_summary (context, _("Checks timeline files; “-” is standard input. Findings are printed as "
                                           "file:line:column. The exit status is 0 where all files are sound, 1 where "
                                           "one has errors, 2 where one cannot be read."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "throughline validate: %s\n", error->message);
      return STATUS_FAILURE;
    }
  if (files == NULL)
    {
      fputs (_("throughline validate: name at least one file, or “-” for standard input\n"), stderr);
      return STATUS_FAILURE;
    }

  for (guint i = 0; files[i] != NULL; i++)
    {
      int worse = validate (files[i], &options);

      status = MAX (status, worse);
    }

  return status;
}
