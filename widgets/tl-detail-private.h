/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-incoming.h"
#include "tl-theme.h"

G_BEGIN_DECLS

/* The parts of a detail pane. They make widgets for one event, and tell the
 * pane by the action detail.go-to when another event is chosen.
 */

#define TL_DETAIL_SPACING 6
#define TL_DETAIL_GAP     14 /* between parts */

/* What the parts need. */
typedef struct
{
  GtkWidget        *pane;
  TlTimeline       *timeline;
  const TlIncoming *incoming;
  const TlTheme    *theme;
  const TlEvent    *event;
  guint32           index; /* of event */
} TlDetail;

/* What several parts are made of. */

GtkWidget *tl_detail_add_part (GtkWidget  *page,
                               const char *heading,
                               const char *note);

GtkWidget *tl_detail_add_list (GtkWidget  *part,
                               const char *name);

GtkWidget *tl_detail_add_item (GtkWidget *list);

void tl_detail_add_text (GtkWidget  *box,
                         const char *text,
                         const char *css_class);

void tl_detail_add_status (GtkWidget  *box,
                           guint8      status,
                           const char *words);

GtkWidget *tl_detail_new_flow (int column_width);

GtkWidget *tl_detail_new_chip (const char *text,
                               GtkWidget  *dot);

GtkWidget *tl_detail_new_lane_dot (const TlDetail *detail,
                                   guint32         lane);

GtkWidget *tl_detail_new_tile (const char *value,
                               const char *label);

void tl_detail_add_sources (const TlDetail *detail,
                            GtkWidget      *box,
                            TlRange         citations);

GtkWidget *tl_detail_new_sources_button (const TlDetail *detail,
                                         const char     *text,
                                         TlRange         citations);

/* Parts, from the top. Each adds itself to the page where there is something
 * to show. */

void tl_detail_add_head (const TlDetail *detail,
                         GtkWidget      *page);

void tl_detail_add_figures (const TlDetail *detail,
                            GtkWidget      *page);

void tl_detail_add_claims (const TlDetail *detail,
                           GtkWidget      *page);

void tl_detail_add_differences (const TlDetail *detail,
                                GtkWidget      *page);

void tl_detail_add_links (const TlDetail *detail,
                          GtkWidget      *page);

GtkWidget *tl_detail_new_compared (const TlDetail *detail,
                                   guint32         event,
                                   const char     *words_between);

void tl_detail_add_extras (const TlDetail *detail,
                           GtkWidget      *page);

void tl_detail_add_about (const TlDetail *detail,
                          GtkWidget      *page);

G_END_DECLS
