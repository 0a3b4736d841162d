/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-source-list.h"
#include "tl-source-rows.h"

#include <locale.h>

/* The list of sources, on a display. Run by with-display.sh. */

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

/* What the rows are, from the first: s with its 3, t with its 6, u with 3. */
enum
{
  ROW_S = 0,
  ROW_S_CLAIM = 1,
  ROW_T = 4,
  ROW_T_FIGURE = 6,
  ROW_T_LINK = 10,
  ROW_U = 11,
  N_ROWS = 15,
};

static void
test_rows (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *list = tl_source_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  GtkWidget *row;

  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  window = list_present (list, 400);
  g_assert_cmpuint (list_count_rows (view), ==, N_ROWS);

  row = list_get_row (view, ROW_S);
  g_assert_nonnull (list_find_text (row, "<b>Gazette</b>"));
  g_assert_nonnull (list_find_text (row, "A & b"));
  g_assert_nonnull (list_find_text (row, "12 June 2025 · Carries 3 statements"));
  g_assert_nonnull (list_find_text (row, "gazette.example ↗"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<b>Gazette</b> · A & b · 12 June 2025 · Carries 3 statements · gazette.example");
  gtk_test_accessible_assert_property (list_find_descendant (row, GTK_TYPE_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open gazette.example");

  row = list_get_row (view, ROW_S_CLAIM);
  g_assert_nonnull (list_find_text (row, "One & <i>two</i>"));
  g_assert_nonnull (list_find_text (row, "12 June 2025 · Gate <b>opens</b>"));

  row = list_get_row (view, ROW_T);
  g_assert_nonnull (list_find_text (row, "Carries 6 statements · relays <b>Gazette</b> · outside source"));
  g_assert_false (gtk_widget_get_visible (list_find_descendant (row, GTK_TYPE_BUTTON)));
  g_assert_nonnull (list_find_text (list_get_row (view, ROW_T_FIGURE), "5%, of it"));
  g_assert_nonnull (list_find_text (list_get_row (view, ROW_T_LINK), "Gate closes answers Gate <b>opens</b>"));
  g_assert_nonnull (list_find_text (list_get_row (view, ROW_U), "Carries 3 statements · copy"));
  g_assert_nonnull (list_find_text (list_get_row (view, N_ROWS - 2), "Who? — She"));
  g_assert_nonnull (list_find_text (list_get_row (view, N_ROWS - 1), "Who? Settled: She."));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selection (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *list = tl_source_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  ListSignal selected = { 0 };
  ListSignal activated = { 0 };
  guint n_selected = 0;

  g_signal_connect (list, "event-selected", G_CALLBACK (list_count_cb), &selected);
  g_signal_connect (list, "event-activated", G_CALLBACK (list_count_cb), &activated);
  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  window = list_present (list, 400);

  /* All rows about the event, and only those. */
  tl_source_list_set_selected (TL_SOURCE_LIST (list), 1);
  g_assert_cmpuint (tl_source_list_get_selected (TL_SOURCE_LIST (list)), ==, 1);
  for (guint i = 0; i < N_ROWS; i++)
    n_selected += (gtk_widget_get_state_flags (list_get_row (view, i)) & GTK_STATE_FLAG_SELECTED) != 0;
  g_assert_cmpuint (n_selected, ==, 2);
  g_assert_true (gtk_widget_get_state_flags (list_get_row (view, ROW_T_LINK)) & GTK_STATE_FLAG_SELECTED);
  g_assert_cmpuint (selected.n, ==, 0);

  gtk_widget_activate_action (view, "list.select-item", "(ubb)", ROW_S_CLAIM, FALSE, FALSE);
  g_assert_cmpuint (selected.n, ==, 1);
  g_assert_cmpuint (selected.last, ==, 0);

  /* A source is no event. */
  gtk_widget_activate_action (view, "list.select-item", "(ubb)", ROW_T, FALSE, FALSE);
  g_assert_cmpuint (selected.n, ==, 1);

  gtk_widget_activate_action (view, "list.activate-item", "u", ROW_T_LINK);
  g_assert_cmpuint (activated.n, ==, 1);
  g_assert_cmpuint (activated.last, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_uri_cb (GtkWidget  *list,
             const char *uri,
             GPtrArray  *uris)
{
  g_ptr_array_add (uris, g_strdup (uri));
}

static void
test_uris (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *list = tl_source_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;

  g_signal_connect (list, "uri-activated", G_CALLBACK (keep_uri_cb), uris);
  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  window = list_present (list, 400);

  gtk_widget_activate_action (view, "list.activate-item", "u", ROW_S);
  g_assert_cmpuint (uris->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (uris, 0), ==, "https://gazette.example/a");

  /* One without an address opens nothing. */
  gtk_widget_activate_action (view, "list.activate-item", "u", ROW_T);
  g_assert_cmpuint (uris->len, ==, 1);

  g_signal_emit_by_name (list_find_descendant (list_get_row (view, ROW_U), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (uris->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (uris, 1), ==, "http://courier.example/");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_finalize (void)
{
  TlTimeline *timeline = list_load_text (document);
  GtkWidget *list = g_object_ref_sink (tl_source_list_new ());
  GtkWidget *window;

  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  window = list_present (list, 400);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (window);
  g_assert_finalize_object (list);
  g_assert_finalize_object (timeline);
}

static gboolean
shows_event_cb (gpointer list)
{
  GtkWidget *view = list_find_view (list);

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) && list_row_is_in_sight (row, view))
      return TRUE;

  return FALSE;
}

static void
test_many (void)
{
  g_autoptr (TlTimeline) timeline = list_load_many ();
  GtkWidget *list = tl_source_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  gint64 start = g_get_monotonic_time ();

  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  g_test_message ("%u rows found in %" G_GINT64_FORMAT " µs",
                  g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))),
                  g_get_monotonic_time () - start);
  window = list_present (list, 400);
  g_assert_cmpuint (list_count_rows (view), <, LIST_MAX_ROWS);

  tl_source_list_set_selected (TL_SOURCE_LIST (list), LIST_MANY / 2);
  tl_wait_until (shows_event_cb, list, "a row about the event is there");
  tl_source_list_set_selected (TL_SOURCE_LIST (list), LIST_MANY - 1);
  tl_wait_until (shows_event_cb, list, "a row about the last event is there");
  g_assert_cmpuint (list_count_rows (view), <, LIST_MAX_ROWS);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Text of lines as long as any, in a narrow pane that is read from the right. */
static void
test_narrow (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  GtkWidget *list = tl_source_list_new ();
  GtkWidget *window;
  int minimum;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_source_list_set_timeline (TL_SOURCE_LIST (list), timeline);
  window = list_present (list, 260);
  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 260);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/source-list/rows", test_rows);
  g_test_add_func ("/source-list/selection", test_selection);
  g_test_add_func ("/source-list/uris", test_uris);
  g_test_add_func ("/source-list/finalize", test_finalize);
  g_test_add_func ("/source-list/narrow", test_narrow);
  g_test_add_func ("/source-list/many", test_many);

  return g_test_run ();
}
