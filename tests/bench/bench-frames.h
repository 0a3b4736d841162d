/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline.h"

G_BEGIN_DECLS

/* A window, and how much has been painted in it. Begins with zeros. */
typedef struct
{
  GtkWidget *window;
  guint      n_painted;
} BenchWindow;

double bench_get_thread_ms (void);

double bench_get_process_ms (void);

TlTimeline *bench_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void bench_window_open (BenchWindow *subject,
                        GtkWidget   *child,
                        int          width,
                        int          height);

void bench_window_wait (BenchWindow *subject,
                        guint        n_frames);

void bench_window_settle (BenchWindow *subject);

double bench_measure_frames (GtkWidget       *child,
                             int              width,
                             int              height,
                             GtkTickCallback  tick,
                             gpointer         data);

double bench_measure_blank (int width,
                            int height);

G_END_DECLS
