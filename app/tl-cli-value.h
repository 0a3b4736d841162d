/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of options of the command line. All errors are in the domain
 * G_OPTION_ERROR and name the option.
 */

gboolean tl_cli_value_choose (const char        *option,
                              const char        *value,
                              const char *const *words,
                              int               *choice,
                              GError           **error);

gboolean tl_cli_value_to_number (const char *option,
                                 const char *value,
                                 double      least,
                                 double      most,
                                 double     *number,
                                 GError    **error);

gboolean tl_cli_value_to_text (const char *option,
                               char      **value,
                               GError    **error);

const char *tl_cli_suggest_option (const GOptionEntry *entries,
                                   char              **argv);

G_END_DECLS
