/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-options.h"

#include <glib/gi18n.h>

/* The command line of a window: the program that people start checks it, and
 * the one with the window uses it.
 */

/**
 * tl_window_options_fill:
 * @entries: (out): the options; the last one ends the list
 * @options: (nullable): where what they say goes
 *
 * With %NULL, which #GApplication wants, it goes nowhere.
 */
void
tl_window_options_fill (GOptionEntry     entries[TL_N_WINDOW_OPTIONS],
                        TlWindowOptions *options)
{
  const GOptionEntry all[TL_N_WINDOW_OPTIONS] = {
    { TL_WINDOW_OPTION_SELECT, 0, 0, G_OPTION_ARG_STRING, NULL, N_("Select the event of this id"), N_("ID") },
    /* For tests and benchmarks: ends when a timeline has been painted. */
    { TL_WINDOW_OPTION_EXIT, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    /* What “throughline present” becomes. */
    { TL_WINDOW_OPTION_PRESENT, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { TL_WINDOW_OPTION_STEP, 0, 0, G_OPTION_ARG_INT, NULL, N_("Begin the talk with this step"), N_("N") },
    { TL_WINDOW_OPTION_DURATION, 0, 0, G_OPTION_ARG_DOUBLE, NULL, N_("How long the talk is meant to take"), N_("MIN") },
    { TL_WINDOW_OPTION_MONITOR, 0, 0, G_OPTION_ARG_STRING, NULL, N_("The screen for the audience"), N_("NAME") },
    { TL_WINDOW_OPTION_WINDOWED, 0, 0, G_OPTION_ARG_NONE, NULL, N_("Give the talk in a window"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("FILE…") },
    { 0 },
  };
  gpointer const targets[TL_N_WINDOW_OPTIONS - 1] = {
    options != NULL ? &options->select : NULL,      options != NULL ? &options->exits : NULL,
    options != NULL ? &options->presents : NULL,    options != NULL ? &options->step : NULL,
    options != NULL ? &options->minutes : NULL,     options != NULL ? &options->monitor : NULL,
    options != NULL ? &options->is_windowed : NULL, options != NULL ? &options->files : NULL,
  };

  for (gsize i = 0; i < TL_N_WINDOW_OPTIONS; i++)
    {
      entries[i] = all[i];
      if (i < G_N_ELEMENTS (targets))
        entries[i].arg_data = targets[i];
    }
}

/**
 * tl_window_options_clear:
 * @options: what a command line says
 */
void
tl_window_options_clear (TlWindowOptions *options)
{
  g_clear_pointer (&options->select, g_free);
  g_clear_pointer (&options->monitor, g_free);
  g_clear_pointer (&options->files, g_strfreev);
}

/**
 * tl_window_options_find_fault:
 * @options: what a command line says; numbers that are not said are 0
 *
 * Returns: (nullable): a sentence about what cannot be meant
 */
const char *
tl_window_options_find_fault (const TlWindowOptions *options)
{
  gboolean is_of_talk = options->step != 0 || options->minutes != 0 || options->monitor != NULL || options->is_windowed;

  if (is_of_talk && !options->presents)
    return _("--step, --duration, --monitor and --windowed belong to “throughline present”");
  if (options->step < 0)
    return _("--step: expected the number of a step, from 1");
  if (!(options->minutes >= 0) || options->minutes > 24 * 60)
    return _("--duration: expected minutes, up to 1440");
  if (options->presents && options->files != NULL && options->files[0] != NULL && options->files[1] != NULL)
    return _("expected one FILE: a talk is of one timeline");

  return NULL;
}
