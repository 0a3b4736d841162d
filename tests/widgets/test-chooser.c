/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chooser.h"

#include "list-fixture.h"

#include <locale.h>

/* A few letters choose one of many. */

#define N_MANY 100000

typedef struct
{
  GtkWindow *parent;
  GtkWindow *chooser;
  GtkWidget *entry;
  guint      n_chosen;
  guint      chosen;
  char      *date;
} Fixture;

static char *
describe (guint    choice,
          gpointer data)
{
  return g_strdup_printf ("number %u", choice);
}

static void
chosen_cb (TlChooser *chooser,
           guint      choice,
           Fixture   *fixture)
{
  fixture->n_chosen++;
  fixture->chosen = choice;
}

static void
date_chosen_cb (TlChooser  *chooser,
                const char *edtf,
                Fixture    *fixture)
{
  fixture->date = g_strdup (edtf);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  if (data == NULL)
    {
      g_ptr_array_add (choices, g_strdup ("Zoom in"));
      g_ptr_array_add (choices, g_strdup ("Zoom out"));
      g_ptr_array_add (choices, g_strdup ("Über alles: <b>nothing</b>"));
    }
  for (guint i = 0; data != NULL && i < N_MANY; i++)
    g_ptr_array_add (choices, g_strdup_printf ("Event %u", i));

  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  fixture->chooser = tl_chooser_new (fixture->parent, "Choose", "Letters");
  g_object_add_weak_pointer (G_OBJECT (fixture->chooser), (gpointer *) &fixture->chooser);
  tl_chooser_set_reads_dates (TL_CHOOSER (fixture->chooser), TRUE);
  tl_chooser_set_choices (TL_CHOOSER (fixture->chooser), choices, describe, NULL, NULL);
  g_signal_connect (fixture->chooser, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect (fixture->chooser, "date-chosen", G_CALLBACK (date_chosen_cb), fixture);
  gtk_window_present (fixture->chooser);
  fixture->entry = list_find_descendant (GTK_WIDGET (fixture->chooser), GTK_TYPE_SEARCH_ENTRY);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->parent);
  while (fixture->chooser != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_free (fixture->date);
}

static gboolean
is_chosen (gpointer data)
{
  return ((Fixture *) data)->n_chosen > 0;
}

static gboolean
has_text (gpointer data)
{
  const gpointer *pair = data;

  return list_find_text (pair[0], pair[1]) != NULL;
}

static void
wait_for_text (Fixture    *fixture,
               const char *text)
{
  gpointer pair[] = { fixture->chooser, (gpointer) text };

  tl_wait_until (has_text, pair, text);
}

/* Enter takes the best, also where it comes before the answer. */
static void
test_enter (Fixture      *fixture,
            gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "ZO");
  g_signal_emit_by_name (fixture->entry, "activate");
  tl_wait_until (is_chosen, fixture, "it is chosen");
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpuint (fixture->chosen, ==, 0);
}

/* Text is text, whatever is in it. */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  wait_for_text (fixture, "Über alles: <b>nothing</b>");
  wait_for_text (fixture, "number 2");
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "ubernoth");
  wait_for_text (fixture, "number 2");
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "xyzzy");
  wait_for_text (fixture, "Nothing found");
}

static void
test_date (Fixture      *fixture,
           gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "june 2025");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (fixture->date, ==, "2025-06");
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
}

/* Of very many, only so many rows are made as anybody looks at. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "event 99999");
  wait_for_text (fixture, "number 99999");
  g_signal_emit_by_name (fixture->entry, "activate");
  tl_wait_until (is_chosen, fixture, "it is chosen");
  g_assert_cmpuint (fixture->chosen, ==, 99999);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/chooser/enter", NULL, test_enter);
  ADD ("/chooser/rows", NULL, test_rows);
  ADD ("/chooser/date", NULL, test_date);
  ADD ("/chooser/many", "many", test_many);
#undef ADD

  return g_test_run ();
}
