/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_WINDOW_OPTION_SELECT   "select"
#define TL_WINDOW_OPTION_EXIT     "exit-after-startup"
#define TL_WINDOW_OPTION_PRESENT  "present"
#define TL_WINDOW_OPTION_STEP     "step"
#define TL_WINDOW_OPTION_DURATION "duration"
#define TL_WINDOW_OPTION_MONITOR  "monitor"
#define TL_WINDOW_OPTION_WINDOWED "windowed"

#define TL_N_WINDOW_OPTIONS 9 /* with what ends the list */

/**
 * TlWindowOptions:
 * @select: (nullable): the id of an event
 * @exits: whether all is over with the first frame
 * @presents: whether the talk is to be given
 * @step: the number of its first step, from 1; 0: not said
 * @minutes: how long it is meant to take; 0: not said
 * @monitor: (nullable): the screen for the audience
 * @is_windowed: whether the talk stays a window
 * @files: (nullable): what to open
 *
 * What the command line of a window says. Begins with zeros.
 */
typedef struct
{
  char    *select;
  gboolean exits;
  gboolean presents;
  int      step;
  double   minutes;
  char    *monitor;
  gboolean is_windowed;
  char   **files;
} TlWindowOptions;

void tl_window_options_fill (GOptionEntry     entries[TL_N_WINDOW_OPTIONS],
                             TlWindowOptions *options);

void tl_window_options_clear (TlWindowOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlWindowOptions, tl_window_options_clear)

const char *tl_window_options_find_fault (const TlWindowOptions *options);

G_END_DECLS
