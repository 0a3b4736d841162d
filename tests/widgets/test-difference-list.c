/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-difference-list.h"

#include <locale.h>

/* The list of differences, on a display. Run by with-display.sh. */

static const char document[] =
  "{ \"id\": \"a\", \"title\": \"Gate <b>opens</b>\", \"when\": \"2025-06-12\", \"actors\": [\"port\"],"
  "  \"claims\": [ { \"id\": \"c1\", \"text\": \"One & <i>two</i>\", \"status\": \"reported\","
  "                 \"sources\": [\"s\", \"t\", \"u\"],"
  "                 \"figures\": [ { \"id\": \"f1\", \"value\": 5, \"unit\": \"%\", \"label\": \"of it\","
  "                                  \"sources\": [\"t\"] } ] } ],"
  "  \"differences\": [ { \"question\": \"Who?\","
  "    \"sides\": [ { \"text\": \"He\", \"sources\": [\"s\", \"t\"] }, { \"text\": \"She\", \"sources\": [\"u\"] } ],"
  "    \"settled\": { \"text\": \"She.\", \"sources\": [\"u\"] } },"
  "    { \"question\": \"When?\", \"sides\": [ { \"text\": \"Now\", \"sources\": [\"s\"] },"
  "      { \"text\": \"Then\", \"sources\": [\"t\"] } ] } ] },"
  "{ \"id\": \"b\", \"title\": \"Gate closes\", \"when\": \"2025-07\","
  "  \"claims\": [ { \"id\": \"c2\", \"text\": \"Three\", \"status\": \"reported\", \"sources\": [\"t\"] } ],"
  "  \"links\": [ { \"to\": \"a\", \"kind\": \"answers\", \"sources\": [\"t\"] } ] }";

static void
test_rows (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *list = tl_difference_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  GtkWidget *row;

  tl_difference_list_set_timeline (TL_DIFFERENCE_LIST (list), timeline);
  window = list_present (list, 400);
  g_assert_cmpuint (list_count_rows (view), ==, 2);

  row = list_get_row (view, 0);
  g_assert_nonnull (list_find_text (row, "Who?"));
  g_assert_nonnull (list_find_text (row, "• He — <b>Gazette</b>, Herald"));
  g_assert_nonnull (list_find_text (row, "• She — Courier"));
  g_assert_nonnull (list_find_text (row, "Settled: She. — Courier"));
  g_assert_nonnull (list_find_text (row, "12 June 2025 · Gate <b>opens</b>"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Who? • He — <b>Gazette</b>, Herald • She — Courier • Settled: She. — Courier"
                                       " · 12 June 2025 · Gate <b>opens</b>");

  row = list_get_row (view, 1);
  g_assert_nonnull (list_find_text (row, "When?"));
  g_assert_nonnull (list_find_text (row, "Not settled"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selection (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *list = tl_difference_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  ListSignal selected = { 0 };
  ListSignal activated = { 0 };

  g_signal_connect (list, "event-selected", G_CALLBACK (list_count_cb), &selected);
  g_signal_connect (list, "event-activated", G_CALLBACK (list_count_cb), &activated);
  tl_difference_list_set_timeline (TL_DIFFERENCE_LIST (list), timeline);
  window = list_present (list, 400);

  tl_difference_list_set_selected (TL_DIFFERENCE_LIST (list), 0);
  g_assert_true (gtk_widget_get_state_flags (list_get_row (view, 0)) & GTK_STATE_FLAG_SELECTED);
  g_assert_true (gtk_widget_get_state_flags (list_get_row (view, 1)) & GTK_STATE_FLAG_SELECTED);

  /* An event without differences has no row. */
  tl_difference_list_set_selected (TL_DIFFERENCE_LIST (list), 1);
  g_assert_false (gtk_widget_get_state_flags (list_get_row (view, 0)) & GTK_STATE_FLAG_SELECTED);
  g_assert_cmpuint (selected.n, ==, 0);

  gtk_widget_activate_action (view, "list.select-item", "(ubb)", 1, FALSE, FALSE);
  g_assert_cmpuint (selected.n, ==, 1);
  g_assert_cmpuint (selected.last, ==, 0);
  gtk_widget_activate_action (view, "list.activate-item", "u", 1);
  g_assert_cmpuint (activated.n, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_finalize (void)
{
  TlTimeline *timeline = list_load_text (document);
  GtkWidget *list = g_object_ref_sink (tl_difference_list_new ());
  GtkWidget *window;

  tl_difference_list_set_timeline (TL_DIFFERENCE_LIST (list), timeline);
  window = list_present (list, 400);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (window);
  g_assert_finalize_object (list);
  g_assert_finalize_object (timeline);
}

static TlTimeline *
make_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LIST_MANY / 10; i++)
    g_string_append_printf (text, "%s{ \"id\": \"e%u\", \"title\": \"E %u\", \"when\": \"%04u-%02u\","
                                  "  \"differences\": [ { \"question\": \"Q %u?\", \"sides\": ["
                                  "   { \"text\": \"1\", \"sources\": [\"s\"] }, { \"text\": \"2\", \"sources\": [\"u\"] } ] } ] }",
                            i > 0 ? "," : "", i, i, 1000 + i / 12, 1 + i % 12, i);

  return list_load_text (text->str);
}

static gboolean
shows_last_cb (gpointer view)
{
  GtkWidget *label = list_find_text (view, "Q 9999?");

  return label != NULL && list_row_is_in_sight (label, view);
}

static void
test_many (void)
{
  g_autoptr (TlTimeline) timeline = make_many ();
  GtkWidget *list = tl_difference_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;

  tl_difference_list_set_timeline (TL_DIFFERENCE_LIST (list), timeline);
  window = list_present (list, 400);
  g_assert_cmpuint (list_count_rows (view), <, LIST_MAX_ROWS);
  tl_difference_list_set_selected (TL_DIFFERENCE_LIST (list), LIST_MANY / 10 - 1);
  tl_wait_until (shows_last_cb, view, "the last difference is there");
  g_assert_cmpuint (list_count_rows (view), <, LIST_MAX_ROWS);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/difference-list/rows", test_rows);
  g_test_add_func ("/difference-list/selection", test_selection);
  g_test_add_func ("/difference-list/finalize", test_finalize);
  g_test_add_func ("/difference-list/many", test_many);

  return g_test_run ();
}
