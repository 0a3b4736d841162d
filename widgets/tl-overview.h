/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-axis.h"
#include "tl-text-pango.h"
#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_OVERVIEW (tl_overview_get_type ())

G_DECLARE_FINAL_TYPE (TlOverview, tl_overview, TL, OVERVIEW, GtkWidget)

GtkWidget *tl_overview_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What it shows. */

void tl_overview_set_text (TlOverview  *self,
                           TlTextPango *text);

void tl_overview_set_content (TlOverview    *self,
                              TlTimeline    *timeline,
                              TlAxis        *axis,
                              const guint32 *events,
                              guint          n_events);

void tl_overview_set_theme (TlOverview  *self,
                            TlThemeKind  theme);

void tl_overview_set_gutter (TlOverview *self,
                             double      gutter);

void tl_overview_set_padding (TlOverview *self,
                              double      padding);

void tl_overview_set_text_scale (TlOverview *self,
                                 double      text_scale);

/* What is in view, and what is marked. */

void tl_overview_set_range (TlOverview *self,
                            double      from,
                            double      to);

void tl_overview_get_range (TlOverview *self,
                            double     *from,
                            double     *to);

void tl_overview_set_selected (TlOverview *self,
                               guint32     selected,
                               guint32     second);

void tl_overview_set_hits (TlOverview    *self,
                           const guint32 *hits,
                           guint          n_hits);

void tl_overview_set_hover (TlOverview *self,
                            double      position);

void tl_overview_set_span (TlOverview *self,
                           double      from,
                           double      to);

G_END_DECLS
