/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-difference-list.h"
#include "tl-event-list.h"
#include "tl-event-popover.h"
#include "tl-side-lists.h"
#include "tl-source-list.h"

#include <locale.h>

/* The three lists together, and the list behind a count badge, on a display.
 * Run by with-display.sh.
 */

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

/* What tells the lists of what they have told, as a window does. */
static void
answer_cb (TlSideLists *lists,
           guint        event,
           gpointer     data)
{
  tl_side_lists_set_selected (lists, event);
}

static GtkWidget *
find_tab (GtkWidget  *lists,
          const char *name)
{
  GtkWidget *label = list_find_text (lists, name);

  g_assert_nonnull (label);

  return gtk_widget_get_parent (label);
}

static void
test_pages (void)
{
  static const guint32 events[] = { 1 };
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *lists = tl_side_lists_new ();
  GtkWidget *window;

  tl_side_lists_set_timeline (TL_SIDE_LISTS (lists), timeline);
  window = list_present (lists, 420);
  g_assert_true (tl_side_lists_get_timeline (TL_SIDE_LISTS (lists)) == timeline);
  g_assert_cmpstr (tl_side_lists_get_page (TL_SIDE_LISTS (lists)), ==, "events");
  gtk_test_accessible_assert_role (find_tab (lists, "Events 2"), GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (find_tab (lists, "Sources 3"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sources 3");
  gtk_test_accessible_assert_state (find_tab (lists, "Events 2"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (find_tab (lists, "Sources 3"), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  g_signal_emit_by_name (find_tab (lists, "Differences 2"), "clicked");
  g_assert_cmpstr (tl_side_lists_get_page (TL_SIDE_LISTS (lists)), ==, "differences");
  gtk_test_accessible_assert_state (find_tab (lists, "Differences 2"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  tl_side_lists_show (TL_SIDE_LISTS (lists), "sources");
  g_assert_cmpstr (tl_side_lists_get_page (TL_SIDE_LISTS (lists)), ==, "sources");

  tl_side_lists_set_events (TL_SIDE_LISTS (lists), events, 1);
  find_tab (lists, "Events 1");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selection (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text (document);
  GtkWidget *lists = tl_side_lists_new ();
  GtkWidget *events = list_find_descendant (lists, TL_TYPE_EVENT_LIST);
  GtkWidget *sources = list_find_descendant (lists, TL_TYPE_SOURCE_LIST);
  GtkWidget *differences = list_find_descendant (lists, TL_TYPE_DIFFERENCE_LIST);
  GtkWidget *window;
  ListSignal selected = { 0 };
  ListSignal activated = { 0 };

  g_signal_connect (lists, "event-selected", G_CALLBACK (list_count_cb), &selected);
  g_signal_connect (lists, "event-selected", G_CALLBACK (answer_cb), NULL);
  g_signal_connect (lists, "event-activated", G_CALLBACK (list_count_cb), &activated);
  tl_side_lists_set_timeline (TL_SIDE_LISTS (lists), timeline);
  tl_side_lists_show (TL_SIDE_LISTS (lists), "sources");
  window = list_present (lists, 420);

  tl_side_lists_set_selected (TL_SIDE_LISTS (lists), 1);
  g_assert_cmpuint (selected.n, ==, 0);
  g_assert_cmpuint (tl_event_list_get_selected (TL_EVENT_LIST (events)), ==, 1);
  g_assert_cmpuint (tl_source_list_get_selected (TL_SOURCE_LIST (sources)), ==, 1);

  /* What is selected in one is so in all, and told once. */
  gtk_widget_activate_action (list_find_view (sources), "list.select-item", "(ubb)", 1, FALSE, FALSE);
  g_assert_cmpuint (selected.n, ==, 1);
  g_assert_cmpuint (selected.last, ==, 0);
  g_assert_cmpuint (tl_side_lists_get_selected (TL_SIDE_LISTS (lists)), ==, 0);
  g_assert_cmpuint (tl_event_list_get_selected (TL_EVENT_LIST (events)), ==, 0);

  /* Also in one that is filled only now. */
  tl_side_lists_show (TL_SIDE_LISTS (lists), "differences");
  g_assert_cmpuint (tl_difference_list_get_selected (TL_DIFFERENCE_LIST (differences)), ==, 0);
  gtk_widget_activate_action (list_find_view (differences), "list.activate-item", "u", 0);
  g_assert_cmpuint (activated.n, ==, 1);
  g_assert_cmpuint (activated.last, ==, 0);

  tl_side_lists_set_timeline (TL_SIDE_LISTS (lists), NULL);
  g_assert_cmpuint (tl_side_lists_get_selected (TL_SIDE_LISTS (lists)), ==, TL_NONE);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_finalize (void)
{
  TlTimeline *timeline = list_load_text (document);
  GtkWidget *lists = g_object_ref_sink (tl_side_lists_new ());
  GtkWidget *window;

  tl_side_lists_set_timeline (TL_SIDE_LISTS (lists), timeline);
  tl_side_lists_show (TL_SIDE_LISTS (lists), "sources");
  window = list_present (lists, 400);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (window);
  g_assert_finalize_object (lists);
  g_assert_finalize_object (timeline);
}

/* The tabs stand below each other where they do not fit, none of them cut. */
static void
test_narrow (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *lists = tl_side_lists_new ();
  GtkWidget *window;
  GtkWidget *tab;
  int dpi;
  int natural;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  tl_side_lists_set_timeline (TL_SIDE_LISTS (lists), timeline);
  window = list_present (lists, 260);
  g_assert_cmpint (gtk_widget_get_width (lists), <=, 260);

  tab = find_tab (lists, "Differences 34");
  gtk_widget_measure (tab, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (tab), >=, MIN (natural, 240));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The popover */

static gboolean
is_mapped_cb (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_unmapped_cb (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static void
test_popover (void)
{
  static const guint32 events[] = { 3, 4, 20, 22, 23, 24, 25, 26, 27, 28, 29 };
  g_autoptr (TlTimeline) timeline = list_load_story ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = tl_event_popover_new (timeline, events, G_N_ELEMENTS (events));
  GtkWidget *view = list_find_view (popover);
  ListSignal activated = { 0 };

  g_signal_connect (popover, "event-activated", G_CALLBACK (list_count_cb), &activated);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  tl_wait_until (is_mapped_cb, button, "the window is there");
  gtk_popover_popup (GTK_POPOVER (popover));
  tl_wait_until (is_mapped_cb, view, "the popover is there");
  list_wait_for_frames (view);

  g_assert_nonnull (list_find_text (popover, "11 more events"));
  gtk_test_accessible_assert_property (popover, GTK_ACCESSIBLE_PROPERTY_LABEL, "11 more events");
  g_assert_cmpint (gtk_widget_get_height (view), >, 100);
  g_assert_cmpint (gtk_widget_get_height (view), <=, 400);

  gtk_widget_activate_action (view, "list.activate-item", "u", 2);
  g_assert_cmpuint (activated.n, ==, 1);
  g_assert_cmpuint (activated.last, ==, 20);
  tl_wait_until (is_unmapped_cb, popover, "the popover is closed");

  g_object_ref (popover);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (popover);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/side-lists/pages", test_pages);
  g_test_add_func ("/side-lists/selection", test_selection);
  g_test_add_func ("/side-lists/finalize", test_finalize);
  g_test_add_func ("/side-lists/narrow", test_narrow);
  g_test_add_func ("/event-popover/choose", test_popover);

  return g_test_run ();
}
