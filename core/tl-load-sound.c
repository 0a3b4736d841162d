/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"

#include <glib/gi18n-lib.h>

/* Whether what was loaded can take the place of what one has. */

static guint
count_events (const TlLoad *load)
{
  guint n_events;

  tl_timeline_get_events (load->timeline, &n_events);

  return n_events;
}

/* The finding that makes the whole of a file unusable; any other one where
 * there is no such.
 */
static const TlDiagnostic *
find_cause (const TlLoad *load)
{
  guint n_listed;
  const TlDiagnostic *listed = tl_diagnostics_get (load->diagnostics, &n_listed);
  const TlDiagnostic *first = NULL;

  for (guint i = 0; i < n_listed; i++)
    {
      if (listed[i].code == TL_DIAGNOSTIC_SYNTAX || listed[i].code == TL_DIAGNOSTIC_NOT_TIMELINE
          || (listed[i].code == TL_DIAGNOSTIC_LIMIT && !load->is_whole))
        return &listed[i];
      if (first == NULL && listed[i].severity == TL_SEVERITY_ERROR)
        first = &listed[i];
    }

  return first;
}

/**
 * tl_load_is_sound:
 * @load: what came of loading a file
 *
 * Returns: whether the file is a timeline as a whole, however many parts of
 *   it are bad; rather than one that is half written, or something else
 */
gboolean
tl_load_is_sound (const TlLoad *load)
{
  const TlDiagnostic *cause = find_cause (load);

  if (!load->is_whole)
    return FALSE;

  return cause == NULL
         || (cause->code != TL_DIAGNOSTIC_SYNTAX && cause->code != TL_DIAGNOSTIC_NOT_TIMELINE
             && count_events (load) > 0);
}

/**
 * tl_load_describe_fault:
 * @load: what came of loading a file that is not sound
 *
 * Returns: (transfer full): what is wrong and in which line
 */
char *
tl_load_describe_fault (const TlLoad *load)
{
  const TlDiagnostic *cause = find_cause (load);

  /* So many findings that the last one is not listed. */
  if (cause == NULL)
    return g_strdup (_("the file is not a whole timeline"));

  /* Translators: a line of the file, then what is wrong there */
  return g_strdup_printf (_("Line %u: %s"), cause->line, cause->message);
}
