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
 * @files: (nullable): where the files go
 *
 * With %NULL, which #GApplication wants, they go nowhere.
 */
void
tl_window_options_fill (GOptionEntry entries[3],
                        char       **select,
                        char      ***files)
{
  entries[0] = (GOptionEntry){
    .long_name = TL_WINDOW_OPTION_SELECT,
    .arg = G_OPTION_ARG_STRING,
    .arg_data = select,
    .description = N_("Select the event of this id"),
    .arg_description = N_("ID"),
  };
  entries[1] = (GOptionEntry){
    .long_name = G_OPTION_REMAINING,
    .arg = G_OPTION_ARG_FILENAME_ARRAY,
    .arg_data = files,
    .arg_description = N_("FILE…"),
  };
  entries[2] = (GOptionEntry){ NULL };
}
