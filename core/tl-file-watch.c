/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* links */

#include "config.h"

#include "tl-file-watch.h"

#include <stdlib.h>

/* So long nothing may have happened to the file before it counts as written:
 * editors write in pieces, or delete it and make it anew.
 */
#define REST_MS 250

/**
 * TlFileWatch:
 *
 * Tells by the signal #TlFileWatch::changed that something was done to a
 * file and is over: it was written, replaced by another one, deleted, or is
 * there again. It may have the same content as before. Where a file system
 * tells nothing of its files, neither does this.
 */
struct _TlFileWatch
{
  GObject parent_instance;

  GFile        *file;
  GFileMonitor *monitor; /* (nullable) */
  char         *target;  /* (nullable): what the file is a link to */
  GFileMonitor *target_monitor; /* (nullable) */
  guint         rest;
};

G_DEFINE_FINAL_TYPE (TlFileWatch, tl_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (GFileMonitor **monitor)
{
  if (*monitor != NULL)
    g_file_monitor_cancel (*monitor);
  g_clear_object (monitor);
}

static void
tl_file_watch_dispose (GObject *object)
{
  TlFileWatch *self = TL_FILE_WATCH (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  stop (&self->monitor);
  stop (&self->target_monitor);

  G_OBJECT_CLASS (tl_file_watch_parent_class)->dispose (object);
}

static void
tl_file_watch_finalize (GObject *object)
{
  TlFileWatch *self = TL_FILE_WATCH (object);

  g_clear_object (&self->file);
  g_free (self->target);

  G_OBJECT_CLASS (tl_file_watch_parent_class)->finalize (object);
}

static void
tl_file_watch_class_init (TlFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_file_watch_dispose;
  object_class->finalize = tl_file_watch_finalize;

  /**
   * TlFileWatch::changed:
   *
   * Something was done to the file.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_file_watch_init (TlFileWatch *self)
{
}

static void follow_link (TlFileWatch *self);

static gboolean
rested_cb (gpointer data)
{
  TlFileWatch *self = data;

  self->rest = 0;
  follow_link (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
event_cb (GFileMonitor     *monitor,
          GFile            *file,
          GFile            *other,
          GFileMonitorEvent event,
          TlFileWatch      *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rested_cb, self);
}

static GFileMonitor *
watch (TlFileWatch *self,
       GFile       *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    {
      g_file_monitor_set_rate_limit (monitor, REST_MS / 2);
      g_signal_connect_object (monitor, "changed", G_CALLBACK (event_cb), self, 0);
    }

  return monitor;
}

/* A link does not change when the file does that it leads to. */
static void
follow_link (TlFileWatch *self)
{
  const char *path = g_file_peek_path (self->file);
  g_autofree char *own = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autofree char *target = g_strcmp0 (real, own) != 0 ? g_strdup (real) : NULL;
  g_autoptr (GFile) target_file = target != NULL ? g_file_new_for_path (target) : NULL;

  free (real);
  if (g_strcmp0 (target, self->target) == 0)
    return;

  stop (&self->target_monitor);
  g_free (self->target);
  self->target = g_steal_pointer (&target);
  if (target_file != NULL)
    self->target_monitor = watch (self, target_file);
}

/**
 * tl_file_watch_new:
 * @file: (transfer none): a file, which need not be there
 *
 * Returns: (transfer full): a watch over it
 */
TlFileWatch *
tl_file_watch_new (GFile *file)
{
  TlFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TL_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->monitor = watch (self, file);
  follow_link (self);

  return self;
}
