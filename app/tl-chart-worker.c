/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-worker.h"

/* The thread in which charts are made, painted and written, one after the
 * other: what sets their text serves one thread at a time.
 */

typedef struct
{
  GTask          *task;
  GTaskThreadFunc function;
} Work;

static void
work_cb (gpointer data,
         gpointer unused)
{
  Work *work = data;

  work->function (work->task, g_task_get_source_object (work->task), g_task_get_task_data (work->task),
                  g_task_get_cancellable (work->task));
  g_object_unref (work->task);
  g_free (work);
}

/**
 * tl_chart_worker_run:
 * @task: a task, which is held until it is done
 * @function: what is to be done, in the thread of charts. It returns a value
 *   or an error by @task
 *
 * As g_task_run_in_thread(), but after all that has been asked for before.
 */
void
tl_chart_worker_run (GTask          *task,
                     GTaskThreadFunc function)
{
  static GThreadPool *pool;
  Work *work = g_new (Work, 1);

  if (pool == NULL)
    pool = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);

  *work = (Work){ g_object_ref (task), function };
  g_thread_pool_push (pool, work, NULL);
}
