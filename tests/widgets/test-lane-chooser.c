/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-lane-chooser.h"
#include "tl-lane-row.h"

#include <locale.h>

/* The chooser of lanes, on a display. Run by with-display.sh. */

static void
count_change_cb (GtkWidget *chooser,
                 guint     *n_changes)
{
  (*n_changes)++;
}

/* The lanes as text: "0 2- 1+", - for hidden, + for collapsed. */
static char *
print_lanes (GtkWidget *chooser)
{
  g_autoptr (GArray) lanes = tl_lane_chooser_get_lanes (TL_LANE_CHOOSER (chooser));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneChoice choice = g_array_index (lanes, TlLaneChoice, i);

      g_string_append_printf (text, "%s%u%s%s", i > 0 ? " " : "", choice.lane, choice.is_hidden ? "-" : "",
                              choice.is_collapsed ? "+" : "");
    }

  return g_string_free (text, FALSE);
}

static void
check_lanes (GtkWidget  *chooser,
             const char *expected)
{
  g_autofree char *found = print_lanes (chooser);

  g_assert_cmpstr (found, ==, expected);
}

static GtkWidget *
new_chooser (TlTimeline *timeline,
             guint      *n_changes)
{
  GtkWidget *chooser = g_object_ref_sink (tl_lane_chooser_new ());

  g_signal_connect (chooser, "changed", G_CALLBACK (count_change_cb), n_changes);
  tl_lane_chooser_set_timeline (TL_LANE_CHOOSER (chooser), timeline);

  return chooser;
}

static GtkWidget *
get_row (GtkWidget *chooser,
         guint      number)
{
  GtkWidget *row = list_find_descendant (chooser, TL_TYPE_LANE_ROW);

  while (number-- > 0 && row != NULL)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return row;
}

static GtkWidget *
find_check (GtkWidget *row)
{
  return list_find_descendant (row, GTK_TYPE_CHECK_BUTTON);
}

static GtkWidget *
find_collapse (GtkWidget *row)
{
  return list_find_descendant (row, GTK_TYPE_TOGGLE_BUTTON);
}

static GtkWidget *
find_up (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (find_collapse (row));
}

static GtkWidget *
find_down (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (find_up (row));
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
test_choices (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);

  check_lanes (chooser, "0 1 2 3 4");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (get_row (chooser, 1))), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_collapse (get_row (chooser, 2))), TRUE);
  check_lanes (chooser, "0 1- 2+ 3 4");
  g_assert_cmpuint (n_changes, ==, 2);

  click (find_up (get_row (chooser, 2)));
  click (find_down (get_row (chooser, 0)));
  check_lanes (chooser, "2+ 0 1- 3 4");
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_false (gtk_widget_get_sensitive (find_up (get_row (chooser, 0))));
  g_assert_true (gtk_widget_get_sensitive (find_up (get_row (chooser, 1))));
  g_assert_false (gtk_widget_get_sensitive (find_down (get_row (chooser, 4))));

  g_assert_finalize_object (chooser);
}

static void
test_set (void)
{
  static const TlLaneChoice some[] = { { 3, 0, 1 }, { 9, 1, 0 }, { 1, 1, 0 } };
  static const TlLaneChoice none[] = { { 4, 1, 0 }, { 3, 1, 0 }, { 2, 1, 0 }, { 1, 1, 0 }, { 0, 1, 0 } };
  g_autoptr (TlTimeline) timeline = list_load_story ();
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);

  tl_lane_chooser_set_lanes (TL_LANE_CHOOSER (chooser), some, G_N_ELEMENTS (some));
  check_lanes (chooser, "3+ 1- 0 2 4");
  tl_lane_chooser_set_lanes (TL_LANE_CHOOSER (chooser), none, G_N_ELEMENTS (none));
  check_lanes (chooser, "4 3- 2- 1- 0-");
  tl_lane_chooser_set_lanes (TL_LANE_CHOOSER (chooser), NULL, 0);
  check_lanes (chooser, "0 1 2 3 4");
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_finalize_object (chooser);
}

/* The last lane that is shown cannot be hidden. */
static void
test_last (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);

  for (guint i = 1; i < 5; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (get_row (chooser, i))), FALSE);
  g_assert_false (gtk_widget_get_sensitive (find_check (get_row (chooser, 0))));
  g_assert_true (gtk_widget_get_sensitive (find_check (get_row (chooser, 1))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (get_row (chooser, 1))), TRUE);
  g_assert_true (gtk_widget_get_sensitive (find_check (get_row (chooser, 0))));

  g_assert_finalize_object (chooser);
}

static void
test_reset (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);
  GtkWidget *reset = gtk_widget_get_parent (list_find_text (chooser, "Show All"));
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), chooser);
  gtk_window_present (GTK_WINDOW (window));
  list_wait_for_frames (chooser);
  g_assert_false (gtk_widget_get_sensitive (reset));
  click (find_down (get_row (chooser, 0)));
  g_assert_true (gtk_widget_get_sensitive (reset));

  gtk_widget_grab_focus (reset);
  click (reset);
  check_lanes (chooser, "0 1 2 3 4");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_check (get_row (chooser, 0)));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chooser);
}

/* The keyboard stays with the lane that it moves. */
static void
test_focus (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = get_row (chooser, 2);

  gtk_window_set_child (GTK_WINDOW (window), chooser);
  gtk_window_present (GTK_WINDOW (window));
  list_wait_for_frames (chooser);

  gtk_widget_grab_focus (find_up (row));
  click (find_up (row));
  g_assert_true (get_row (chooser, 1) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_up (row));
  click (find_up (row));
  g_assert_true (get_row (chooser, 0) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_down (row));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chooser);
}

static void
test_accessible (void)
{
  g_autoptr (TlTimeline) timeline = list_load_text ("{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\","
                                                    "  \"actors\": [\"port\"] },"
                                                    "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\" },"
                                                    "{ \"id\": \"c\", \"title\": \"C\", \"when\": \"2025\" }");
  guint n_changes = 0;
  GtkWidget *chooser = new_chooser (timeline, &n_changes);
  GtkWidget *row = get_row (chooser, 0);

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Port <i>authority</i>, 1 event");
  gtk_test_accessible_assert_property (find_check (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Show Port <i>authority</i>");
  gtk_test_accessible_assert_property (find_collapse (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Collapse Port <i>authority</i>");
  gtk_test_accessible_assert_property (find_up (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Move Port <i>authority</i> up");
  gtk_test_accessible_assert_property (find_down (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Move Port <i>authority</i> down");
  g_assert_nonnull (list_find_text (row, "Port <i>authority</i>"));
  gtk_test_accessible_assert_property (get_row (chooser, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "No actor, 2 events");

  g_assert_finalize_object (chooser);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/lane-chooser/choices", test_choices);
  g_test_add_func ("/lane-chooser/set", test_set);
  g_test_add_func ("/lane-chooser/last", test_last);
  g_test_add_func ("/lane-chooser/reset", test_reset);
  g_test_add_func ("/lane-chooser/focus", test_focus);
  g_test_add_func ("/lane-chooser/accessible", test_accessible);

  return g_test_run ();
}
