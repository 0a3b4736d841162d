/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-finder.h"

#include <string.h>

/**
 * TlFinder:
 *
 * Finds events while somebody types. What is said of all events is folded
 * once, in a thread, as soon as there is a timeline; each search then walks over
 * that in a thread and hands over what it has found bit by bit, so that the
 * first hits are there at once. A newer search ends the one before. Belongs to
 * the thread that it was made in.
 *
 * “changed” is emitted when there are more hits, and when a search is over.
 */
struct _TlFinder
{
  GObject parent_instance;

  TlTimeline   *timeline; /* (nullable) */
  char         *words;
  GCancellable *cancellable; /* (nullable): of the search that is under way */
  struct Index *index;       /* (nullable): shared with searches */
  GArray       *hits;        /* of guint32, in the timeline's order */
  gboolean      is_busy;
};

G_DEFINE_FINAL_TYPE (TlFinder, tl_finder, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* So many events are walked over before what was found is handed over. */
#define SLICE 4096

/* What is said of each event, folded, one after the other. Whoever comes first
 * fills it; others wait. */
typedef struct Index
{
  int         n_refs; /* atomic */
  TlTimeline *timeline;
  GMutex      mutex;
  GString    *texts;   /* (nullable): each with a zero byte at its end */
  GArray     *offsets; /* of gsize: where that of each event begins */
} Index;

static Index *
index_new (TlTimeline *timeline)
{
  Index *index = g_new0 (Index, 1);

  index->n_refs = 1;
  index->timeline = g_object_ref (timeline);
  g_mutex_init (&index->mutex);

  return index;
}

static Index *
index_ref (Index *index)
{
  g_atomic_int_inc (&index->n_refs);

  return index;
}

static void
index_unref (Index *index)
{
  if (!g_atomic_int_dec_and_test (&index->n_refs))
    return;

  g_object_unref (index->timeline);
  g_mutex_clear (&index->mutex);
  if (index->texts != NULL)
    g_string_free (index->texts, TRUE);
  g_clear_pointer (&index->offsets, g_array_unref);
  g_free (index);
}

static void
fill_locked (Index *index)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (index->timeline, &n_events);
  GString *texts;
  GArray *offsets;

  if (index->texts != NULL)
    return;

  texts = g_string_new (NULL);
  offsets = g_array_sized_new (FALSE, FALSE, sizeof (gsize), n_events);
  for (guint i = 0; i < n_events; i++)
    {
      g_array_append_val (offsets, texts->len);
      tl_search_append_event (index->timeline, &events[i], texts);
      g_string_append_c (texts, '\0');
    }
  /* A string grows by doubling: what it does not need it gives back. */
  texts->str = g_realloc (texts->str, texts->len + 1);
  texts->allocated_len = texts->len + 1;
  index->texts = texts;
  index->offsets = offsets;
}

/* To the end, whatever is typed meanwhile: the next search needs it, too. */
static void
index_fill (Index *index)
{
  g_mutex_lock (&index->mutex);
  fill_locked (index);
  g_mutex_unlock (&index->mutex);
}

static gpointer
fill_thread (gpointer data)
{
  Index *index = data;

  index_fill (index);
  index_unref (index);

  return NULL;
}

/* A search in its thread. */
typedef struct
{
  GWeakRef      finder;
  GMainContext *context;
  GCancellable *cancellable;
  Index        *index;
  TlSearch     *search;
} Job;

/* What it has found in a slice. */
typedef struct
{
  Job     *job;
  GArray  *hits;
  gboolean is_last;
} Batch;

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->finder);
  g_main_context_unref (job->context);
  g_object_unref (job->cancellable);
  index_unref (job->index);
  tl_search_free (job->search);
  g_free (job);
}

static gboolean
take_batch_cb (gpointer data)
{
  Batch *batch = data;
  g_autoptr (TlFinder) self = g_weak_ref_get (&batch->job->finder);

  if (self == NULL || self->cancellable != batch->job->cancellable)
    return G_SOURCE_REMOVE;

  g_array_append_vals (self->hits, batch->hits->data, batch->hits->len);
  self->is_busy = !batch->is_last;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  if (batch->is_last)
    job_free (batch->job);
  g_array_unref (batch->hits);
  g_free (batch);
}

static void
hand_over (Job     *job,
           GArray  *hits,
           gboolean is_last)
{
  Batch *batch = g_new (Batch, 1);
  GSource *source = g_idle_source_new ();

  *batch = (Batch){ job, hits, is_last };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, take_batch_cb, batch, batch_free);
  g_source_attach (source, job->context);
  g_source_unref (source);
}

static gpointer
search_thread (gpointer data)
{
  Job *job = data;
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_events;

  index_fill (job->index);
  n_events = job->index->offsets->len;
  for (guint32 i = 0; i < n_events; i++)
    {
      if (tl_search_matches_folded (job->search, job->index->texts->str + g_array_index (job->index->offsets, gsize, i)))
        g_array_append_val (hits, i);
      if ((i + 1) % SLICE != 0)
        continue;
      if (g_cancellable_is_cancelled (job->cancellable))
        break;
      if (hits->len > 0)
        {
          hand_over (job, hits, FALSE);
          hits = g_array_new (FALSE, FALSE, sizeof (guint32));
        }
    }
  hand_over (job, hits, TRUE);

  return NULL;
}

static void
stop (TlFinder *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_array_set_size (self->hits, 0);
  self->is_busy = FALSE;
}

static void
start (TlFinder *self)
{
  TlSearch *search = tl_search_new (self->words);
  Job *job;

  stop (self);
  /* Before anything is typed, so that the first key waits for nothing. */
  if (self->index == NULL && self->timeline != NULL)
    {
      self->index = index_new (self->timeline);
      g_thread_unref (g_thread_new ("search index", fill_thread, index_ref (self->index)));
    }
  if (tl_search_is_empty (search) || self->timeline == NULL)
    {
      tl_search_free (search);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;

  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->finder, self);
  job->context = g_main_context_ref_thread_default ();
  job->cancellable = g_object_ref (self->cancellable);
  job->index = index_ref (self->index);
  job->search = search;
  g_thread_unref (g_thread_new ("search", search_thread, job));
}

static void
tl_finder_dispose (GObject *object)
{
  TlFinder *self = TL_FINDER (object);

  stop (self);
  g_clear_pointer (&self->index, index_unref);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_finder_parent_class)->dispose (object);
}

static void
tl_finder_finalize (GObject *object)
{
  TlFinder *self = TL_FINDER (object);

  g_free (self->words);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (tl_finder_parent_class)->finalize (object);
}

static void
tl_finder_class_init (TlFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_finder_dispose;
  object_class->finalize = tl_finder_finalize;

  /**
   * TlFinder::changed:
   * @self: the finder
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tl_finder_init (TlFinder *self)
{
  self->words = g_strdup ("");
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * tl_finder_new:
 *
 * Returns: (transfer full): a finder of nothing
 */
TlFinder *
tl_finder_new (void)
{
  return g_object_new (TL_TYPE_FINDER, NULL);
}

/**
 * tl_finder_set_timeline:
 * @self: a finder
 * @timeline: (nullable) (transfer none): where to look from now on
 *
 * Begins anew there.
 */
void
tl_finder_set_timeline (TlFinder   *self,
                        TlTimeline *timeline)
{
  g_return_if_fail (TL_IS_FINDER (self));

  if (!g_set_object (&self->timeline, timeline))
    return;

  g_clear_pointer (&self->index, index_unref);
  start (self);
}

/**
 * tl_finder_set_words:
 * @self: a finder
 * @words: what to look for, see tl_search_new(); nothing is found for nothing
 */
void
tl_finder_set_words (TlFinder   *self,
                     const char *words)
{
  g_return_if_fail (TL_IS_FINDER (self));

  if (strcmp (self->words, words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  start (self);
}

/**
 * tl_finder_get_words:
 * @self: a finder
 *
 * Returns: (transfer none): what it looks for
 */
const char *
tl_finder_get_words (TlFinder *self)
{
  g_return_val_if_fail (TL_IS_FINDER (self), "");

  return self->words;
}

/**
 * tl_finder_is_busy:
 * @self: a finder
 *
 * Returns: whether there may be more hits than there are now
 */
gboolean
tl_finder_is_busy (TlFinder *self)
{
  g_return_val_if_fail (TL_IS_FINDER (self), FALSE);

  return self->is_busy;
}

/**
 * tl_finder_get_hits:
 * @self: a finder
 * @n_hits: (out): how many
 *
 * Returns: (transfer none) (array length=n_hits): the events found so far, in
 *   the timeline's order
 */
const guint32 *
tl_finder_get_hits (TlFinder *self,
                    guint    *n_hits)
{
  g_return_val_if_fail (TL_IS_FINDER (self), NULL);

  *n_hits = self->hits->len;

  return (const guint32 *) (void *) self->hits->data;
}

/**
 * tl_finder_get_size:
 * @self: a finder
 *
 * Returns: how many bytes it keeps of what is said of events
 */
gsize
tl_finder_get_size (TlFinder *self)
{
  gsize size = 0;

  g_return_val_if_fail (TL_IS_FINDER (self), 0);

  if (self->index == NULL)
    return 0;

  g_mutex_lock (&self->index->mutex);
  if (self->index->texts != NULL)
    size = self->index->texts->allocated_len + self->index->offsets->len * sizeof (gsize);
  g_mutex_unlock (&self->index->mutex);

  return size;
}
