/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chooser.h"

#include "tl-date-typed.h"
#include "tl-edtf.h"
#include "tl-fuzzy.h"
#include "tl-search.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * TlChooser:
 *
 * A small window in which a few letters choose one of very many things: an
 * entry over a list of what fits best. What is looked for is looked for in a
 * thread, so that a hundred thousand choices stop nobody from typing.
 *
 * Down goes from the entry into the list; Enter takes the first one.
 */
struct _TlChooser
{
  GtkWindow parent_instance;

  struct Choices   *choices; /* (nullable): shared with the thread */
  TlChooserDescribe describe;
  gpointer          data;
  GDestroyNotify    destroy;
  GCancellable     *cancellable; /* (nullable): of what is being looked for */
  char             *edtf;        /* (nullable): the date that is typed */
  gboolean          reads_dates;
  gboolean          takes_first; /* as soon as it is found */

  GtkWidget        *entry;
  GtkWidget        *date;
  GtkWidget        *view;
  GtkWidget        *nothing;
  GtkWidget        *stack;
  GtkStringList    *rows; /* the numbers of choices, as text */
};

G_DEFINE_FINAL_TYPE (TlChooser, tl_chooser, GTK_TYPE_WINDOW)

enum
{
  CHOSEN,
  DATE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Nobody looks at more. */
#define MOST_ROWS 200

#define WIDTH  560
#define HEIGHT 420

/* What there is to choose from, and the same folded: once, in a thread. */
typedef struct Choices
{
  int        n_refs; /* atomic */
  GPtrArray *names;
  GMutex     mutex;
  GPtrArray *folded; /* (nullable) */
} Choices;

typedef struct
{
  guint index;
  guint score;
} Fit;

typedef struct
{
  Choices *choices;
  char    *typed;
} Question;

static void
choices_unref (Choices *choices)
{
  if (!g_atomic_int_dec_and_test (&choices->n_refs))
    return;

  g_ptr_array_unref (choices->names);
  g_clear_pointer (&choices->folded, g_ptr_array_unref);
  g_mutex_clear (&choices->mutex);
  g_free (choices);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  choices_unref (question->choices);
  g_free (question->typed);
  g_free (question);
}

static void
fold_choices (Choices *choices)
{
  g_mutex_lock (&choices->mutex);
  if (choices->folded == NULL)
    {
      choices->folded = g_ptr_array_new_full (choices->names->len, g_free);
      for (guint i = 0; i < choices->names->len; i++)
        g_ptr_array_add (choices->folded, tl_search_fold (choices->names->pdata[i]));
    }
  g_mutex_unlock (&choices->mutex);
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const Fit *first = a;
  const Fit *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;

  return (first->index > second->index) - (first->index < second->index);
}

/* Those that fit, the best first. */
static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Question *question = data;
  GArray *fits = g_array_new (FALSE, FALSE, sizeof (Fit));

  fold_choices (question->choices);
  for (guint i = 0; i < question->choices->folded->len; i++)
    {
      Fit fit = { i, tl_fuzzy_score (question->choices->folded->pdata[i], question->typed) };

      if (fit.score > 0)
        g_array_append_val (fits, fit);
      if (i % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  g_array_sort (fits, compare_fits);
  g_array_set_size (fits, MIN (fits->len, MOST_ROWS));
  g_task_return_pointer (task, fits, (GDestroyNotify) g_array_unref);
}

static void
choose (TlChooser *self,
        guint      row)
{
  const char *number = gtk_string_list_get_string (self->rows, row);
  guint choice;

  if (number == NULL)
    return;

  choice = (guint) g_ascii_strtoull (number, NULL, 10);
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice);
  g_object_unref (self);
}

static void
choose_date (TlChooser *self)
{
  g_autofree char *edtf = g_steal_pointer (&self->edtf);

  if (edtf == NULL)
    return;

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[DATE_CHOSEN], 0, edtf);
  g_object_unref (self);
}

static void
weak_ref_free (GWeakRef *chooser)
{
  g_weak_ref_clear (chooser);
  g_free (chooser);
}

/* The chooser may have gone, and its window with it. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlChooser) self = g_weak_ref_get (data);
  g_autoptr (GArray) fits = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  weak_ref_free (data);
  if (self == NULL || fits == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  for (guint i = 0; i < fits->len; i++)
    g_ptr_array_add (numbers, g_strdup_printf ("%u", g_array_index (fits, Fit, i).index));
  g_ptr_array_add (numbers, NULL);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char *const *) numbers->pdata);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (self->view))), 0);
  gtk_label_set_text (GTK_LABEL (self->nothing), self->edtf == NULL ? _("Nothing found") : "");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), fits->len > 0 ? gtk_widget_get_parent (self->view)
                                                                      : self->nothing);
  if (self->takes_first && fits->len > 0)
    choose (self, 0);
  self->takes_first = FALSE;
}

static void
find (TlChooser  *self,
      const char *typed)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *chooser;
  Question *question;

  if (self->choices == NULL)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  question = g_new (Question, 1);
  g_atomic_int_inc (&self->choices->n_refs);
  *question = (Question){ self->choices, tl_search_fold (typed) };
  chooser = g_new (GWeakRef, 1);
  g_weak_ref_init (chooser, self);
  task = g_task_new (NULL, self->cancellable, found_cb, chooser);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
changed_cb (TlChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  TlDate date;

  g_clear_pointer (&self->edtf, g_free);
  if (self->reads_dates)
    self->edtf = tl_date_from_typed (typed, NULL, &date);
  gtk_widget_set_visible (self->date, self->edtf != NULL);
  if (self->edtf != NULL)
    {
      g_autofree char *words = tl_edtf_to_words (self->edtf, NULL);
      /* Translators: a date */
      g_autofree char *label = g_strdup_printf (_("Go to %s"), words != NULL ? words : self->edtf);

      gtk_button_set_label (GTK_BUTTON (self->date), label);
    }
  self->takes_first = FALSE;
  find (self, typed);
}

/* What has just been typed may still be looked for. */
static void
entered_cb (TlChooser *self)
{
  if (self->edtf != NULL)
    choose_date (self);
  else if (self->cancellable != NULL)
    self->takes_first = TRUE;
  else
    choose (self, 0);
}

static void
activated_cb (TlChooser *self,
              guint      row)
{
  choose (self, row);
}

static gboolean
key_pressed_cb (TlChooser      *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0
      && (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    {
      gtk_widget_grab_focus (self->view);
      return TRUE;
    }

  return FALSE;
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         TlChooser                *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  const char *number = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint choice = (guint) g_ascii_strtoull (number, NULL, 10);
  g_autofree char *detail = self->describe != NULL ? self->describe (choice, self->data) : NULL;

  gtk_label_set_text (GTK_LABEL (name), self->choices->names->pdata[choice]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), detail != NULL ? detail : "");
}

/* The window */

static GtkWidget *
new_view (TlChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  self->rows = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->view = gtk_list_view_new (selection, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What fits"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return self->view;
}

static void
fill (TlChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->date = gtk_button_new ();
  gtk_widget_add_css_class (self->date, "suggested-action");
  gtk_widget_set_visible (self->date, FALSE);
  gtk_widget_set_margin_start (self->date, 12);
  gtk_widget_set_margin_end (self->date, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_view (self));
  self->nothing = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                "label", _("Nothing found"), NULL);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->nothing);

  gtk_widget_set_margin_top (self->entry, 12);
  gtk_widget_set_margin_start (self->entry, 12);
  gtk_widget_set_margin_end (self->entry, 12);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->date);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
}

static void
tl_chooser_dispose (GObject *object)
{
  TlChooser *self = TL_CHOOSER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->edtf, g_free);

  G_OBJECT_CLASS (tl_chooser_parent_class)->dispose (object);
}

static void
tl_chooser_finalize (GObject *object)
{
  TlChooser *self = TL_CHOOSER (object);

  g_clear_pointer (&self->choices, choices_unref);
  if (self->destroy != NULL)
    self->destroy (self->data);

  G_OBJECT_CLASS (tl_chooser_parent_class)->finalize (object);
}

static void
tl_chooser_class_init (TlChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_chooser_dispose;
  object_class->finalize = tl_chooser_finalize;

  /**
   * TlChooser::chosen:
   * @self: the chooser, closed
   * @choice: which of the choices
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlChooser::date-chosen:
   * @self: the chooser, closed
   * @edtf: a date
   */
  signals[DATE_CHOSEN] = g_signal_new ("date-chosen", TL_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_chooser_init (TlChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  fill (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "clicked", G_CALLBACK (choose_date), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * tl_chooser_new:
 * @parent: the window that it is for
 * @title: what is chosen
 * @placeholder: what may be typed
 *
 * Returns: (transfer full): a window, to be given choices and presented
 */
GtkWindow *
tl_chooser_new (GtkWindow  *parent,
                const char *title,
                const char *placeholder)
{
  TlChooser *self = g_object_new (TL_TYPE_CHOOSER, "transient-for", parent, "title", title, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WINDOW (self);
}

/**
 * tl_chooser_set_choices:
 * @self: a chooser that has none yet
 * @choices: (transfer full) (element-type utf8): what there is to choose
 *   from; not changed from now on
 * @describe: (nullable): says more about one
 * @data: passed to @describe
 * @destroy: (nullable): called with @data in the end
 */
void
tl_chooser_set_choices (TlChooser        *self,
                        GPtrArray        *choices,
                        TlChooserDescribe describe,
                        gpointer          data,
                        GDestroyNotify    destroy)
{
  g_return_if_fail (TL_IS_CHOOSER (self));
  g_return_if_fail (self->choices == NULL);

  self->choices = g_new0 (Choices, 1);
  self->choices->n_refs = 1;
  self->choices->names = choices;
  g_mutex_init (&self->choices->mutex);
  self->describe = describe;
  self->data = data;
  self->destroy = destroy;
  find (self, "");
}

/**
 * tl_chooser_set_reads_dates:
 * @self: a chooser
 * @reads_dates: whether a date that is typed may be chosen, too
 */
void
tl_chooser_set_reads_dates (TlChooser *self,
                            gboolean   reads_dates)
{
  g_return_if_fail (TL_IS_CHOOSER (self));

  self->reads_dates = reads_dates;
}
