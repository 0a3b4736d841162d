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
 *
 * What is below the fold is made later, so each part is made in pieces.
 */

#define TL_DETAIL_SPACING 6
#define TL_DETAIL_GAP     14 /* between parts */
#define TL_DETAIL_MARGIN  14 /* around everything */

/* What the parts need. */
typedef struct
{
  GtkWidget        *pane;
  TlTimeline       *timeline;
  const TlIncoming *incoming;
  const TlTheme    *theme;
  const TlEvent    *event;
  guint32           index; /* of event */

  /* What is being made. */
  GtkWidget *page;
  GtkWidget *list;  /* where the next piece of a part goes */
  GArray    *links; /* of its last part, in their order; owned by the page */
} TlDetail;

/* What several parts are made of. */

void tl_detail_set_margins (GtkWidget *widget,
                            int        top,
                            int        bottom);

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

/* Parts, from the top. Each adds a piece of itself to the page, counted from
 * 0, and tells whether there is another; without anything to show the first
 * is nothing. */

gboolean tl_detail_add_head (TlDetail *detail,
                             guint     piece);

gboolean tl_detail_add_figures (TlDetail *detail,
                                guint     piece);

gboolean tl_detail_add_claims (TlDetail *detail,
                               guint     piece);

gboolean tl_detail_add_differences (TlDetail *detail,
                                    guint     piece);

gboolean tl_detail_add_links (TlDetail *detail,
                              guint     piece);

gboolean tl_detail_add_extras (TlDetail *detail,
                               guint     piece);

gboolean tl_detail_add_about (TlDetail *detail,
                              guint     piece);

GtkWidget *tl_detail_new_compared (const TlDetail *detail,
                                   guint32         event,
                                   const char     *words_between);

G_END_DECLS
