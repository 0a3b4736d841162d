/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
/* For locales of a thread (POSIX.1-2008). */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "tl-import-private.h"

#include <locale.h>

/* A file is read once, and a second time only where it has something to
 * report that is known at its end.
 */

const TlLoadLimits tl_load_default_limits = {
  /* Texts grow threefold at worst, where each character is replaced, and a
   * fifth of the pool may stay unused: its handles reach just as far.
   */
  .file_bytes = G_GUINT64_CONSTANT (1) << 30,
  .entry_bytes = 16u << 20,
  .nesting = 64,
  .text = 65536,
  .events = 5000000,
  .parts = 100000,
  .per_item = 1000,
};

/**
 * tl_load_free:
 * @load: (transfer full): what came of loading a file
 */
void
tl_load_free (TlLoad *load)
{
  g_clear_object (&load->timeline);
  g_clear_pointer (&load->diagnostics, tl_diagnostics_free);
  g_free (load);
}

/* Reads the whole stream. Returns FALSE where that failed, which says
 * nothing about what is in it.
 */
static gboolean
read_through (TlImport     *self,
              GInputStream *stream,
              GCancellable *cancellable,
              GError      **error)
{
  TlJsonInput input;
  gboolean is_read;

  self->members = g_hash_table_new_full (tl_text_hash_cb, g_str_equal, g_free, NULL);
  self->unknown_keys = g_hash_table_new_full (tl_text_hash_cb, g_str_equal, g_free, NULL);
  self->seated_actors = g_hash_table_new (NULL, NULL);
  tl_id_table_init (&self->shared, &self->timeline->pool);
  self->input = &input;

  tl_json_input_init (&input, stream, self->limits->file_bytes, self->limits->entry_bytes, cancellable);
  tl_import_document (self);
  is_read = input.error == NULL;
  if (!is_read)
    g_propagate_error (error, g_steal_pointer (&input.error));
  tl_json_input_clear (&input);
  self->input = NULL;

  tl_id_table_clear (&self->shared);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->unknown_keys, g_hash_table_unref);
  g_clear_pointer (&self->seated_actors, g_hash_table_unref);

  return is_read;
}

/* Jansson reads and writes numbers by the thread's locale, and gives up where
 * the decimal point has more than one byte. Messages stay in the user's
 * language.
 */
static locale_t
begin_c_numbers (locale_t *before)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t numbers = newlocale (LC_NUMERIC_MASK, "C", base);

  g_assert (numbers != (locale_t) 0);
  *before = uselocale (numbers);

  return numbers;
}

static void
end_c_numbers (locale_t numbers,
               locale_t before)
{
  uselocale (before);
  freelocale (numbers);
}

/* Whether an event says that the story's own sources date it, and names only
 * outside ones.
 */
static gboolean
is_dated_by_outside (TlTimeline    *timeline,
                     const TlEvent *event)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  const TlCitation *citations = tl_timeline_get_citations (timeline, event->dated_by);

  for (guint i = 0; i < event->dated_by.count; i++)
    if (!sources[citations[i].source].outside)
      return FALSE;

  return event->dated_by_own && event->dated_by.count > 0;
}

/* Whether a step of the talk shows a stretch of time in which there is
 * nothing. */
static gboolean
has_empty_step (TlTimeline *timeline)
{
  guint n_steps;
  const TlStep *steps = tl_timeline_get_steps (timeline, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].window_text != 0 && !tl_timeline_has_event_within (timeline, &steps[i].window))
      return TRUE;

  return FALSE;
}

/* Whether there is something left to report. */
static gboolean
needs_second_reading (TlTimeline *timeline)
{
  const TlEvent *events;
  const TlSource *sources;
  guint n_events;
  guint n_sources;

  for (guint i = 0; i < TL_N_IDS; i++)
    if (tl_id_table_count_undefined (&timeline->ids[i]) > 0)
      return TRUE;

  events = tl_timeline_get_events (timeline, &n_events);
  for (guint i = 0; i < n_events; i++)
    if (is_dated_by_outside (timeline, &events[i]))
      return TRUE;

  sources = tl_timeline_get_sources (timeline, &n_sources);
  for (guint i = 0; i < n_sources; i++)
    if (sources[i].relays_itself)
      return TRUE;

  return has_empty_step (timeline);
}

static gboolean
read_again (TlImport     *first,
            GInputStream *stream,
            GCancellable *cancellable,
            GError      **error)
{
  TlImport second = {
    .timeline = first->timeline,
    .diagnostics = first->diagnostics,
    .limits = first->limits,
    .checking = TRUE,
    .is_whole = first->is_whole,
  };

  return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error)
         && read_through (&second, stream, cancellable, error);
}

static gboolean
read_once_or_twice (TlLoad       *load,
                    TlImport     *first,
                    GInputStream *stream,
                    GCancellable *cancellable,
                    GError      **error)
{
  if (!read_through (first, stream, cancellable, error))
    return FALSE;

  load->n_left_out = first->n_left_out;
  load->is_whole = first->is_whole;
  tl_timeline_complete (load->timeline);

  return !needs_second_reading (load->timeline) || read_again (first, stream, cancellable, error);
}

/**
 * tl_import_json:
 * @stream: (transfer none): a timeline file, at its start; a #GSeekable
 *   that can seek
 * @total: its length in bytes for @progress, 0 where that is not known
 * @limits: how much it may hold
 * @progress: (nullable) (scope call): told how far the reading is
 * @progress_data: passed to @progress
 * @cancellable: (nullable): stops the reading
 * @error: set where @stream cannot be read, or the reading is cancelled
 *
 * Whatever is in the file, there is a timeline of what is sound in it, and a
 * list of what is not.
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set
 */
TlLoad *
tl_import_json (GInputStream       *stream,
                guint64             total,
                const TlLoadLimits *limits,
                TlLoadProgressFunc  progress,
                gpointer            progress_data,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr (TlLoad) load = g_new0 (TlLoad, 1);
  TlImport first = {
    .limits = limits,
    .total = total,
    .progress = progress,
    .progress_data = progress_data,
  };
  locale_t numbers;
  locale_t before;
  gboolean is_read;

  g_return_val_if_fail (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream)), NULL);

  first.timeline = load->timeline = tl_timeline_new ();
  first.diagnostics = load->diagnostics = tl_diagnostics_new (TL_DIAGNOSTICS_DEFAULT_CAP);

  numbers = begin_c_numbers (&before);
  is_read = read_once_or_twice (load, &first, stream, cancellable, error);
  end_c_numbers (numbers, before);
  if (!is_read)
    return NULL;

  tl_diagnostics_sort (load->diagnostics);

  return g_steal_pointer (&load);
}
