/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"
#include "wait-until.h"

/* What the tests of the lists have in common. */

#define LIST_MANY 100000
#define LIST_MAX_ROWS 400 /* that are made, of those many */

TlTimeline *list_load_text (const char *events) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *list_load_story (void) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *list_load_many (void) G_GNUC_WARN_UNUSED_RESULT;

void list_wait_for_frames (GtkWidget *widget);

GtkWidget *list_find_descendant (GtkWidget *widget,
                                 GType      type);

GtkWidget *list_find_text (GtkWidget  *widget,
                           const char *text);

GtkWidget *list_find_view (GtkWidget *list);

guint list_count_rows (GtkWidget *view);

GtkWidget *list_get_row (GtkWidget *view,
                         guint      number);

gboolean list_row_is_in_sight (GtkWidget *row,
                               GtkWidget *view);

GtkWidget *list_present (GtkWidget *list,
                         int        width);

/* What a signal with one number has told so far. */
typedef struct
{
  guint n;
  guint last;
} ListSignal;

void list_count_cb (GtkWidget  *widget,
                    guint       number,
                    ListSignal *found);
