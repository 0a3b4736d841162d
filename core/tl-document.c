/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-document.h"

#include "tl-file-stamp.h"
#include "tl-file-watch.h"

/**
 * TlDocument:
 *
 * A timeline file that is open. Loads it without keeping anybody waiting,
 * and again when it changes on the disk. Where a newer version is broken,
 * the last sound one stays and there is a failure that tells what is wrong.
 *
 * For the thread that made it, whose main context must run; there its
 * signals are emitted. A file of a resource never changes and is not watched.
 */
struct _TlDocument
{
  GObject parent_instance;

  GFile       *file;
  TlFileWatch *watch; /* (nullable) */

  /* Of the loading that goes on. */
  GCancellable *loading; /* (nullable) */
  TlFileStamp  *stamp;   /* (nullable): of what is loaded */
  double        progress;
  gboolean      is_outdated; /* the file has changed meanwhile */

  TlFileStamp *seen;    /* (nullable): of what was loaded last, sound or not */
  TlLoad      *shown;   /* (nullable) */
  TlLoad      *broken;  /* (nullable) */
  GError      *failure; /* (nullable) */
};

G_DEFINE_QUARK (tl-document-error-quark, tl_document_error)
G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

enum
{
  LOADED,
  FAILED,
  PROGRESS,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What a thread is asked to do for a document, which may be gone when it is done. */
typedef struct
{
  GWeakRef      document;
  GCancellable *cancellable;
} Errand;

static Errand *
errand_new (TlDocument *self)
{
  Errand *errand = g_new0 (Errand, 1);

  g_weak_ref_init (&errand->document, self);
  errand->cancellable = g_object_ref (self->loading);

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_weak_ref_clear (&errand->document);
  g_object_unref (errand->cancellable);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* The document, where it still waits for what the errand brings. */
static TlDocument *
errand_dup_document (Errand *errand)
{
  g_autoptr (TlDocument) document = g_weak_ref_get (&errand->document);

  if (document != NULL && document->loading == errand->cancellable)
    return g_steal_pointer (&document);

  return NULL;
}

static void
begin (TlDocument *self)
{
  self->loading = g_cancellable_new ();
  self->progress = -1;
  self->is_outdated = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Whoever is told may drop the document or load it again. */
static void
end (TlDocument *self)
{
  g_clear_object (&self->loading);
  g_clear_pointer (&self->stamp, tl_file_stamp_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
forget_failure (TlDocument *self)
{
  g_clear_error (&self->failure);
  g_clear_pointer (&self->broken, tl_load_free);
}

static void
take_failure (TlDocument *self,
              GError     *error,
              TlLoad     *broken)
{
  forget_failure (self);
  self->failure = error;
  self->broken = broken;
}

static void look (TlDocument *self);

/* With the signal that tells the outcome; 0 where there is no news. */
static void
finish (TlDocument *self,
        guint       signal)
{
  gboolean is_outdated = self->is_outdated;

  if (signal != 0)
    {
      g_clear_pointer (&self->seen, tl_file_stamp_free);
      self->seen = g_steal_pointer (&self->stamp);
    }
  end (self);
  if (signal != 0)
    g_signal_emit (self, signal, 0);

  if (is_outdated && self->loading == NULL)
    look (self);
}

static void
take_load (TlDocument *self,
           TlLoad     *load)
{
  gboolean keeps_shown = self->shown != NULL && tl_load_is_sound (self->shown) && !tl_load_is_sound (load);

  if (keeps_shown)
    {
      g_autofree char *fault = tl_load_describe_fault (load);

      take_failure (self, g_error_new_literal (TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN, fault), load);
      finish (self, signals[FAILED]);
      return;
    }

  forget_failure (self);
  g_clear_pointer (&self->shown, tl_load_free);
  self->shown = load;
  finish (self, signals[LOADED]);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = tl_load_file_finish (G_FILE (source), result, &error);
  g_autoptr (TlDocument) self = errand_dup_document (errand);

  if (self == NULL)
    return;

  if (load != NULL)
    take_load (self, g_steal_pointer (&load));
  else
    {
      take_failure (self, g_steal_pointer (&error), NULL);
      finish (self, signals[FAILED]);
    }
}

static void
progress_cb (guint64  n_bytes,
             guint64  total,
             gpointer data)
{
  g_autoptr (TlDocument) self = errand_dup_document (data);

  if (self == NULL)
    return;

  self->progress = total > 0 ? MIN ((double) n_bytes / (double) total, 1) : -1;
  g_signal_emit (self, signals[PROGRESS], 0, self->progress);
}

static void
read_file (TlDocument *self)
{
  Errand *errand = errand_new (self);

  tl_load_file_async (self->file, NULL, progress_cb, errand, self->loading, loaded_cb, errand);
}

/* A file that cannot even be looked at. The same once more is no news. */
static void
fail_to_look (TlDocument *self,
              GError     *error)
{
  gboolean is_known = self->failure != NULL && g_strcmp0 (self->failure->message, error->message) == 0;

  if (is_known)
    {
      g_error_free (error);
      finish (self, 0);
      return;
    }

  take_failure (self, error, NULL);
  finish (self, signals[FAILED]);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFileStamp) stamp = tl_file_stamp_new_finish (G_FILE (source), result, &error);
  g_autoptr (TlDocument) self = errand_dup_document (errand);

  if (self == NULL)
    return;

  if (stamp == NULL)
    {
      fail_to_look (self, g_steal_pointer (&error));
      return;
    }

  /* Reading a pipe again would wait for what does not come. */
  if (self->seen != NULL
      && (tl_file_stamp_equal (self->seen, stamp) || !tl_file_stamp_is_of_file (stamp)))
    {
      finish (self, 0);
      return;
    }

  self->stamp = g_steal_pointer (&stamp);
  read_file (self);
}

/* Loads what is not known already. It is looked at before it is read, so that
 * a change in between is noticed.
 */
static void
look (TlDocument *self)
{
  begin (self);
  tl_file_stamp_new_async (self->file, self->loading, looked_cb, errand_new (self));
}

static void
changed_cb (TlFileWatch *watch,
            TlDocument  *self)
{
  if (self->loading != NULL)
    self->is_outdated = TRUE;
  else
    look (self);
}

static void
tl_document_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlDocument *self = TL_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, tl_document_is_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, tl_file_stamp_free);
  g_clear_pointer (&self->seen, tl_file_stamp_free);
  g_clear_pointer (&self->shown, tl_load_free);
  forget_failure (self);

  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_document_get_property;
  object_class->dispose = tl_document_dispose;
  object_class->finalize = tl_document_finalize;

  /**
   * TlDocument:loading:
   *
   * Whether the file is being read.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlDocument::loaded:
   *
   * There is a timeline to show: the first, or a newer one. What was wrong
   * with the file is no longer so.
   */
  signals[LOADED] = g_signal_new ("loaded", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * TlDocument::failed:
   *
   * What is in the file now cannot be shown: there is another failure.
   */
  signals[FAILED] = g_signal_new ("failed", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * TlDocument::progress:
   * @progress: as tl_document_get_progress() tells
   *
   * More of the file has been read.
   */
  signals[PROGRESS] = g_signal_new ("progress", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
tl_document_init (TlDocument *self)
{
  self->progress = -1;
}

/**
 * tl_document_new:
 * @file: (transfer none): a timeline file
 *
 * Returns: (transfer full): a document that has not been loaded
 */
TlDocument *
tl_document_new (GFile *file)
{
  TlDocument *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);

  return self;
}

/**
 * tl_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): its file
 */
GFile *
tl_document_get_file (TlDocument *self)
{
  return self->file;
}

/**
 * tl_document_dup_name:
 * @self: a document
 *
 * Returns: (transfer full): the file's name without its folder, to be shown
 */
char *
tl_document_dup_name (TlDocument *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_filename_display_name (name != NULL ? name : "");
}

/**
 * tl_document_load:
 * @self: a document
 *
 * Loads the file, even where it has not changed. From now on it is loaded
 * again when it does.
 */
void
tl_document_load (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  tl_document_cancel (self);
  g_clear_pointer (&self->seen, tl_file_stamp_free);

  if (g_file_has_uri_scheme (self->file, "resource"))
    {
      begin (self);
      read_file (self);
      return;
    }

  if (self->watch == NULL)
    {
      self->watch = tl_file_watch_new (self->file);
      g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, 0);
    }
  look (self);
}

/**
 * tl_document_cancel:
 * @self: a document
 *
 * Stops loading, if it goes on. What is shown stays; neither
 * #TlDocument::loaded nor #TlDocument::failed is emitted.
 */
void
tl_document_cancel (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->loading == NULL)
    return;

  g_cancellable_cancel (self->loading);
  end (self);
}

/**
 * tl_document_is_loading:
 * @self: a document
 *
 * Returns: whether the file is being read
 */
gboolean
tl_document_is_loading (TlDocument *self)
{
  return self->loading != NULL;
}

/**
 * tl_document_get_progress:
 * @self: a document
 *
 * Returns: how much of the file has been read, from 0 to 1; -1 where that is
 *   not known
 */
double
tl_document_get_progress (TlDocument *self)
{
  return self->progress;
}

/**
 * tl_document_get_timeline:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the last sound timeline, or what is
 *   sound of the first one; %NULL where nothing has been loaded yet
 */
TlTimeline *
tl_document_get_timeline (TlDocument *self)
{
  return self->shown != NULL ? self->shown->timeline : NULL;
}

/**
 * tl_document_get_diagnostics:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what was found in the file that the
 *   timeline is from; until it is loaded again
 */
const TlDiagnostics *
tl_document_get_diagnostics (TlDocument *self)
{
  return self->shown != NULL ? self->shown->diagnostics : NULL;
}

/**
 * tl_document_get_n_left_out:
 * @self: a document
 *
 * Returns: how many events of that file are not in the timeline
 */
guint
tl_document_get_n_left_out (TlDocument *self)
{
  return self->shown != NULL ? self->shown->n_left_out : 0;
}

/**
 * tl_document_get_failure:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why what is in the file now cannot be
 *   shown, in the user's language: it cannot be read, or it is of
 *   #TL_DOCUMENT_ERROR
 */
const GError *
tl_document_get_failure (TlDocument *self)
{
  return self->failure;
}

/**
 * tl_document_get_failure_diagnostics:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what was found in the broken version;
 *   %NULL where there is none, or it cannot be read
 */
const TlDiagnostics *
tl_document_get_failure_diagnostics (TlDocument *self)
{
  return self->broken != NULL ? self->broken->diagnostics : NULL;
}

/**
 * tl_document_is_stale:
 * @self: a document
 *
 * Returns: whether a timeline is shown that is no longer what is in the file
 */
gboolean
tl_document_is_stale (TlDocument *self)
{
  return self->shown != NULL && self->failure != NULL;
}
