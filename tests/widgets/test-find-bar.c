/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-find-bar.h"

#include "list-fixture.h"

#include <locale.h>

/* Where one types what to look for. */

typedef struct
{
  TlTimeline *timeline;
  TlViewport *viewport;
  GtkWidget  *window;
  TlFindBar  *bar;
  GtkWidget  *entry;
  guint       n_chosen;
  guint32     chosen;
  char       *date;
  guint       n_closed;
} Fixture;

static void
event_chosen_cb (TlFindBar *bar,
                 guint      event,
                 Fixture   *fixture)
{
  fixture->n_chosen++;
  fixture->chosen = event;
  tl_viewport_select (fixture->viewport, event);
}

static void
date_chosen_cb (TlFindBar  *bar,
                const char *edtf,
                Fixture    *fixture)
{
  g_free (fixture->date);
  fixture->date = g_strdup (edtf);
}

static void
closed_cb (TlFindBar *bar,
           Fixture   *fixture)
{
  fixture->n_closed++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->timeline = list_load_story ();
  fixture->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  fixture->bar = g_object_new (TL_TYPE_FIND_BAR, NULL);
  tl_find_bar_set_viewport (fixture->bar, fixture->viewport);
  fixture->entry = list_find_descendant (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  g_signal_connect (fixture->bar, "event-chosen", G_CALLBACK (event_chosen_cb), fixture);
  g_signal_connect (fixture->bar, "date-chosen", G_CALLBACK (date_chosen_cb), fixture);
  g_signal_connect (fixture->bar, "closed", G_CALLBACK (closed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_find_bar_open (fixture->bar);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->viewport);
  g_object_unref (fixture->timeline);
  g_free (fixture->date);
}

static void
wait_for_count (Fixture    *fixture,
                const char *count)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_strcmp0 (tl_find_bar_get_count (fixture->bar), count) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (tl_find_bar_get_count (fixture->bar), ==, count);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static void
test_count (Fixture      *fixture,
            gconstpointer data)
{
  guint n_hits;

  wait_for_count (fixture, "");
  type (fixture, "xyzzy");
  wait_for_count (fixture, "Nothing found");
  type (fixture, "fríar");
  wait_for_count (fixture, "1 event");
  tl_viewport_get_hits (fixture->viewport, &n_hits);
  g_assert_cmpuint (n_hits, ==, 1);
  tl_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  wait_for_count (fixture, "1 of 1");

  /* Nothing to go on to. */
  type (fixture, "xyzzy");
  wait_for_count (fixture, "Nothing found");
  tl_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

/* What a hidden lane has is told of, and not gone to. */
static void
test_hidden (Fixture      *fixture,
             gconstpointer data)
{
  guint n_lanes, n_hits, n_shown;
  g_autofree TlLaneChoice *lanes = NULL;
  g_autofree char *count = NULL;
  g_autoptr (GArray) shown = NULL;
  const TlLaneChoice *known = tl_viewport_get_lanes (fixture->viewport, &n_lanes);

  type (fixture, "openai");
  while (g_str_has_prefix (tl_find_bar_get_count (fixture->bar), "Searching")
         || *tl_find_bar_get_count (fixture->bar) == '\0')
    g_main_context_iteration (NULL, TRUE);
  tl_viewport_get_hits (fixture->viewport, &n_hits);
  g_assert_cmpuint (n_hits, >, 3);

  lanes = g_memdup2 (known, n_lanes * sizeof *known);
  lanes[2].is_hidden = TRUE;
  tl_viewport_set_lanes (fixture->viewport, lanes, n_lanes);
  shown = tl_viewport_list_shown_hits (fixture->viewport);
  n_shown = shown->len;
  g_assert_cmpuint (n_shown, <, n_hits);
  count = g_strdup_printf ("%u events · %u hidden", n_shown, n_hits - n_shown);
  wait_for_count (fixture, count);
  for (guint i = 0; i < n_hits; i++)
    {
      tl_find_bar_step (fixture->bar, -1);
      g_assert_true (tl_viewport_shows (fixture->viewport, fixture->chosen));
    }
}

static void
test_date (Fixture      *fixture,
           gconstpointer data)
{
  type (fixture, "june 2025");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (fixture->date, ==, "2025-06");
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
}

/* Nothing is marked by a bar that is closed, and it opens with what was typed. */
static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  guint n_hits;

  type (fixture, "friar");
  wait_for_count (fixture, "1 event");
  tl_find_bar_close (fixture->bar);
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  tl_viewport_get_hits (fixture->viewport, &n_hits);
  g_assert_cmpuint (n_hits, ==, 0);

  tl_find_bar_step (fixture->bar, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  wait_for_count (fixture, "1 event");

  /* A newer version of the file is looked through as well. */
  tl_viewport_set_timeline (fixture->viewport, NULL);
  wait_for_count (fixture, "Nothing found");
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  wait_for_count (fixture, "1 event");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/find-bar/count", test_count);
  ADD ("/find-bar/hidden", test_hidden);
  ADD ("/find-bar/date", test_date);
  ADD ("/find-bar/closed", test_closed);
#undef ADD

  return g_test_run ();
}
