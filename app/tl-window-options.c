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
 * @select: (nullable): where the event's id goes
 * @exits: (nullable): where it goes that all is over with the first frame
 * @files: (nullable): where the files go
 *
 * With %NULL, which #GApplication wants, they go nowhere.
 */
void
tl_window_options_fill (GOptionEntry entries[TL_N_WINDOW_OPTIONS],
                        char       **select,
                        gboolean    *exits,
                        char      ***files)
{
  entries[0] = (GOptionEntry){
    .long_name = TL_WINDOW_OPTION_SELECT,
    .arg = G_OPTION_ARG_STRING,
    .arg_data = select,
    .description = N_("Select the event of this id"),
    .arg_description = N_("ID"),
  };
  /* For tests and benchmarks: ends when a timeline has been painted. */
  entries[1] = (GOptionEntry){
    .long_name = TL_WINDOW_OPTION_EXIT,
    .flags = G_OPTION_FLAG_HIDDEN,
    .arg = G_OPTION_ARG_NONE,
    .arg_data = exits,
  };
  entries[2] = (GOptionEntry){
    .long_name = G_OPTION_REMAINING,
    .arg = G_OPTION_ARG_FILENAME_ARRAY,
    .arg_data = files,
    .arg_description = N_("FILE…"),
  };
  entries[3] = (GOptionEntry){ NULL };
}
