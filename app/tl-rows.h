/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a list of choices. Their titles name what is in them for assistive
 * technology, too. */

AdwPreferencesGroup *tl_rows_add_group (GtkBox     *box,
                                        const char *title);

AdwComboRow *tl_rows_add_choice (AdwPreferencesGroup *group,
                                 const char          *title,
                                 const char *const   *names);

GtkSwitch *tl_rows_add_switch (AdwPreferencesGroup *group,
                               const char          *title,
                               const char          *subtitle);

GtkSpinButton *tl_rows_add_number (AdwPreferencesGroup *group,
                                   const char          *title,
                                   double               least,
                                   double               most,
                                   double               step,
                                   guint                digits);

GtkEditable *tl_rows_add_text (AdwPreferencesGroup *group,
                               const char          *title);

void tl_rows_set_subtitle (gpointer    child,
                           const char *subtitle);

void tl_rows_set_shown (gpointer child,
                        gboolean is_shown);

G_END_DECLS
