/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-dot.h"
#include "tl-event-list.h"
#include "tl-event-rows.h"
#include "tl-row.h"

#include <locale.h>

/* The list of events, on a display. Run by with-display.sh. */

static TlTimeline *
load_two (void)
{
  return list_load_text ("{ \"id\": \"b\", \"title\": \"Second\", \"when\": \"2025-06-13\" },"
                         "{ \"id\": \"a\", \"title\": \"<b>x</b> & y\", \"when\": \"2025-06\", \"actors\": [\"port\"] }");
}

/* A row's first label is its title; below is its details' line. */
static GtkLabel *
find_title (GtkWidget *row)
{
  return GTK_LABEL (list_find_descendant (row, GTK_TYPE_LABEL));
}

static GtkLabel *
find_details (GtkWidget *row)
{
  return GTK_LABEL (list_find_descendant (gtk_widget_get_next_sibling (GTK_WIDGET (find_title (row))), GTK_TYPE_LABEL));
}

/* The model */

static void
test_model_items (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  TlRowModel *model = tl_event_rows_new (timeline);
  TlRow *row;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == TL_TYPE_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 2));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), G_MAXUINT));

  row = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_cmpuint (tl_row_get_position (row), ==, 1);
  g_assert_cmpuint (tl_row_get_event (row), ==, 1);
  g_assert_finalize_object (row);
  g_assert_cmpuint (tl_row_model_find_event (model, 1), ==, 1);
  g_assert_cmpuint (tl_row_model_find_event (model, 2), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (tl_row_model_find_event (model, TL_NONE), ==, GTK_INVALID_LIST_POSITION);

  g_assert_finalize_object (model);
}

static void
test_model_subset (void)
{
  static const guint32 events[] = { 1 };
  g_autoptr (TlTimeline) timeline = load_two ();
  TlRowModel *model = tl_event_rows_new_for (timeline, events, G_N_ELEMENTS (events));
  TlRowModel *empty = tl_event_rows_new_for (timeline, NULL, 0);

  g_assert_cmpuint (tl_row_model_get_n_rows (model), ==, 1);
  g_assert_cmpuint (tl_row_model_get_event (model, 0), ==, 1);
  g_assert_cmpuint (tl_row_model_find_event (model, 1), ==, 0);
  g_assert_cmpuint (tl_row_model_find_event (model, 0), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (tl_row_model_get_n_rows (empty), ==, 0);
  g_assert_cmpuint (tl_row_model_find_event (empty, 0), ==, GTK_INVALID_LIST_POSITION);

  g_assert_finalize_object (empty);
  g_assert_finalize_object (model);
}

/* The model says what the user does, not what it is told. */
static void
test_model_selection (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  TlRowModel *model = tl_event_rows_new (timeline);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  ListSignal selected = { 0 };

  g_signal_connect (model, "event-selected", G_CALLBACK (list_count_cb), &selected);
  g_assert_cmpuint (tl_row_model_get_selected (model), ==, TL_NONE);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));

  tl_row_model_set_selected (model, 1);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  g_assert_cmpuint (selected.n, ==, 0);

  g_assert_true (gtk_selection_model_select_item (selection, 0, TRUE));
  g_assert_true (gtk_selection_model_select_item (selection, 0, TRUE));
  g_assert_false (gtk_selection_model_select_item (selection, 2, TRUE));
  g_assert_cmpuint (selected.n, ==, 1);
  g_assert_cmpuint (selected.last, ==, 0);
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  g_assert_false (gtk_selection_model_is_selected (selection, 1));

  g_assert_finalize_object (model);
}

/* The list */

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    n)
{
  (*(guint *) n)++;
}

static void
test_list_defaults (void)
{
  GtkWidget *list = g_object_ref_sink (tl_event_list_new ());
  TlTimeline *timeline;

  g_assert_null (tl_event_list_get_timeline (TL_EVENT_LIST (list)));
  g_object_get (list, "timeline", &timeline, NULL);
  g_assert_null (timeline);
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (list_find_view (list))));
  g_assert_cmpuint (list_count_rows (list_find_view (list)), ==, 0);

  g_assert_finalize_object (list);
}

static void
test_list_timeline (void)
{
  g_autoptr (TlTimeline) first = load_two ();
  g_autoptr (TlTimeline) second = list_load_text ("{ \"id\": \"c\", \"title\": \"Third\", \"when\": \"2025\" }");
  TlTimeline *found;
  GtkWidget *list = g_object_ref_sink (tl_event_list_new ());
  GtkWidget *view = list_find_view (list);
  guint n_notified = 0;

  g_signal_connect (list, "notify::timeline", G_CALLBACK (count_cb), &n_notified);

  tl_event_list_set_timeline (TL_EVENT_LIST (list), first);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (tl_event_list_get_timeline (TL_EVENT_LIST (list)) == first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))), ==, 2);

  tl_event_list_set_timeline (TL_EVENT_LIST (list), first);
  g_object_set (list, "timeline", first, NULL);
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_set (list, "timeline", second, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_get (list, "timeline", &found, NULL);
  g_assert_true (found == second);
  g_object_unref (found);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))), ==, 1);

  tl_event_list_set_timeline (TL_EVENT_LIST (list), NULL);
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_null (tl_event_list_get_timeline (TL_EVENT_LIST (list)));
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (view)));

  tl_event_list_set_timeline (TL_EVENT_LIST (list), NULL);
  g_assert_cmpuint (n_notified, ==, 3);

  g_assert_finalize_object (list);
}

static void
test_list_finalize (void)
{
  TlTimeline *timeline = load_two ();
  GtkWidget *list = g_object_ref_sink (tl_event_list_new ());
  GtkWidget *window;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (window);
  g_assert_finalize_object (list);
  g_assert_finalize_object (timeline);
}

static void
test_list_rows (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  GtkWidget *first;
  GtkWidget *second;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  g_assert_cmpuint (list_count_rows (view), ==, 2);
  first = gtk_widget_get_first_child (view);
  second = gtk_widget_get_next_sibling (first);

  /* What looks like markup in the file is shown as it is. */
  g_assert_cmpstr (gtk_label_get_text (find_title (first)), ==, "<b>x</b> & y");
  g_assert_false (gtk_label_get_use_markup (find_title (first)));
  g_assert_cmpstr (gtk_label_get_text (find_details (first)), ==, "June 2025 · Port <i>authority</i>");
  g_assert_false (gtk_label_get_use_markup (find_details (first)));
  g_assert_cmpstr (gtk_label_get_text (find_title (second)), ==, "Second");
  g_assert_cmpstr (gtk_label_get_text (find_details (second)), ==, "13 June 2025 · No actor");
  g_assert_nonnull (list_find_text (first, "no source"));
  g_assert_null (list_find_text (first, "sources differ"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_list_accessible (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  GtkWidget *first;

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Events by date");

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  first = gtk_widget_get_first_child (view);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<b>x</b> & y, June 2025, Port <i>authority</i>, no source, 1 of 2");
  gtk_test_accessible_assert_property (gtk_widget_get_next_sibling (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Second, 13 June 2025, no source, 2 of 2");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The list takes the keyboard where it is given to it. */
static void
test_list_focus (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *window;
  GtkWidget *focus;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  g_assert_true (gtk_widget_grab_focus (list));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus == gtk_widget_get_first_child (list_find_view (list)));

  /* A second time does not move it. */
  g_assert_true (gtk_widget_grab_focus (list));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is trusted how far, in words beside the sign. */
static void
test_list_differences (void)
{
  g_autoptr (TlTimeline) timeline =
    list_load_text ("{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\","
                    "  \"claims\": [ { \"id\": \"c\", \"text\": \"C\", \"status\": \"disputed\","
                    "                 \"sources\": [\"s\", \"t\", \"u\"] } ],"
                    "  \"differences\": [ { \"question\": \"Q?\", \"sides\": [ { \"text\": \"1\", \"sources\": [\"s\"] },"
                    "                    { \"text\": \"2\", \"sources\": [\"u\"] } ] } ] }");
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *window;
  GtkWidget *row;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  row = gtk_widget_get_first_child (list_find_view (list));
  g_assert_nonnull (list_find_text (row, "2 independent sources"));
  g_assert_nonnull (list_find_text (row, "sources differ"));
  g_assert_nonnull (list_find_text (row, "!"));
  gtk_test_accessible_assert_role (list_find_text (row, "!"), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A, 2025, 3 sources, sources differ, 1 of 1");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_list_theme (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *window;
  TlDot *dot;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  dot = TL_DOT (list_find_descendant (list, TL_TYPE_DOT));
  g_assert_cmphex (tl_dot_get_colour (dot), ==, tl_theme_get_hue (tl_theme_get (TL_THEME_LIGHT), 0, 0).fill);
  tl_event_list_set_theme (TL_EVENT_LIST (list), TL_THEME_DARK);
  g_assert_cmphex (tl_dot_get_colour (dot), ==, tl_theme_get_hue (tl_theme_get (TL_THEME_DARK), 0, 0).fill);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_list_events (void)
{
  static const guint32 events[] = { 1 };
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  tl_event_list_set_selected (TL_EVENT_LIST (list), 0);
  window = list_present (list, 400);
  tl_event_list_set_events (TL_EVENT_LIST (list), events, 1);
  list_wait_for_frames (list);
  g_assert_cmpuint (tl_event_list_get_n_events (TL_EVENT_LIST (list)), ==, 1);
  g_assert_cmpuint (list_count_rows (view), ==, 1);
  gtk_test_accessible_assert_property (list_get_row (view, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Second, 13 June 2025, no source, 1 of 1");

  /* What is not listed stays selected, and is so when it is listed again. */
  g_assert_cmpuint (tl_event_list_get_selected (TL_EVENT_LIST (list)), ==, 0);
  tl_event_list_set_events (TL_EVENT_LIST (list), NULL, 0);
  list_wait_for_frames (list);
  g_assert_cmpuint (list_count_rows (view), ==, 2);
  g_assert_true (gtk_widget_get_state_flags (list_get_row (view, 0)) & GTK_STATE_FLAG_SELECTED);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What answers a selection by telling the list of it, as a window does. */
static void
answer_cb (TlEventList *list,
           guint        event,
           gpointer     data)
{
  tl_event_list_set_selected (list, event);
}

static void
test_list_selection (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  ListSignal selected = { 0 };
  ListSignal activated = { 0 };
  guint n_notified = 0;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  g_signal_connect (list, "event-selected", G_CALLBACK (list_count_cb), &selected);
  g_signal_connect (list, "event-selected", G_CALLBACK (answer_cb), NULL);
  g_signal_connect (list, "event-activated", G_CALLBACK (list_count_cb), &activated);
  g_signal_connect (list, "notify::selected", G_CALLBACK (count_cb), &n_notified);
  window = list_present (list, 400);
  g_assert_cmpuint (tl_event_list_get_selected (TL_EVENT_LIST (list)), ==, TL_NONE);

  tl_event_list_set_selected (TL_EVENT_LIST (list), 1);
  tl_event_list_set_selected (TL_EVENT_LIST (list), 1);
  g_assert_cmpuint (selected.n, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (gtk_widget_get_state_flags (list_get_row (view, 1)) & GTK_STATE_FLAG_SELECTED);

  gtk_widget_activate_action (view, "list.select-item", "(ubb)", 0, FALSE, FALSE);
  g_assert_cmpuint (selected.n, ==, 1);
  g_assert_cmpuint (selected.last, ==, 0);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (gtk_widget_get_state_flags (list_get_row (view, 1)) & GTK_STATE_FLAG_SELECTED);

  gtk_widget_activate_action (view, "list.activate-item", "u", 1);
  g_assert_cmpuint (activated.n, ==, 1);
  g_assert_cmpuint (activated.last, ==, 1);

  /* Another timeline has other events. */
  tl_event_list_set_timeline (TL_EVENT_LIST (list), NULL);
  g_assert_cmpuint (tl_event_list_get_selected (TL_EVENT_LIST (list)), ==, TL_NONE);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* One stop for Tab, at the row that is selected. */
static void
test_list_tab (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *after = gtk_button_new_with_label ("after");
  GtkWidget *window;

  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), after);
  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  tl_event_list_set_selected (TL_EVENT_LIST (list), 1);
  window = list_present (box, 400);
  gtk_widget_grab_focus (before);

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == list_get_row (list_find_view (list), 1));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == list_get_row (list_find_view (list), 1));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);

  gtk_window_destroy (GTK_WINDOW (window));
}

static double
get_offset (GtkWidget *widget,
            GtkWidget *ancestor)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, ancestor, &GRAPHENE_POINT_INIT (0, 0), &point));

  return point.x;
}

/* In a wide window the text stays narrow enough to read, and in the middle;
 * in a narrow one it wraps and the row grows.
 */
static void
test_list_width (void)
{
  static const int widths[] = { 300, 500, 1400 };
  g_autoptr (TlTimeline) timeline =
    list_load_text ("{ \"id\": \"c\", \"title\": \"The port authority closes its eastern gate for all but the ferries, and "
               "says that it will not open again before the end of the inquiry into the tender\", \"when\": \"2025\" }");
  int heights[G_N_ELEMENTS (widths)];

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *list = tl_event_list_new ();
      GtkWidget *window;
      GtkWidget *row;
      GtkWidget *title;
      double left;
      double right;

      tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
      window = list_present (list, widths[i]);
      row = gtk_widget_get_first_child (list_find_view (list));
      title = GTK_WIDGET (find_title (row));
      left = get_offset (title, row);
      right = gtk_widget_get_width (row) - left - gtk_widget_get_width (title);

      g_test_message ("%d: row %d, title %d, left %g, right %g", widths[i], gtk_widget_get_width (row),
                      gtk_widget_get_width (title), left, right);
      g_assert_cmpint (gtk_widget_get_width (title), <=, 800);
      g_assert_cmpfloat_with_epsilon (left, right, 2);
      g_assert_cmpfloat (left, >=, 4);
      heights[i] = gtk_widget_get_height (row);

      gtk_window_destroy (GTK_WINDOW (window));
    }

  g_assert_cmpint (heights[0], >, heights[1]);
  g_assert_cmpint (heights[1], >, heights[2]);
}

/* A large timeline */

typedef struct
{
  GtkWidget  *view;
  const char *title;
  const char *date;
} Wanted;

/* Whether a row is seen whose date has the wanted one in it. */
static gboolean
shows_date_cb (gpointer data)
{
  Wanted *wanted = data;

  for (GtkWidget *row = gtk_widget_get_first_child (wanted->view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (list_row_is_in_sight (row, wanted->view)
        && strstr (gtk_label_get_text (find_details (row)), wanted->date) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
shows_cb (gpointer data)
{
  Wanted *wanted = data;

  for (GtkWidget *row = gtk_widget_get_first_child (wanted->view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (list_row_is_in_sight (row, wanted->view) && g_str_equal (gtk_label_get_text (find_title (row)), wanted->title)
        && g_str_has_prefix (gtk_label_get_text (find_details (row)), wanted->date))
      return TRUE;

  return FALSE;
}

/* As somebody who pulls the scroll bar down until it does not go further:
 * how high all rows are is only an estimate before they have been seen.
 */
static gboolean
shows_at_the_end_cb (gpointer data)
{
  Wanted *wanted = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (wanted->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return shows_cb (data);
}

static void
wait_for_event (GtkWidget  *view,
                TlTimeline *timeline,
                guint       index,
                TlIsMet     shows,
                const char *what)
{
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[index];
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, NULL);
  Wanted wanted = { view, tl_timeline_get_text (timeline, event->title), date };

  tl_wait_until (shows, &wanted, what);
  g_assert_cmpuint (list_count_rows (view), <, LIST_MAX_ROWS);
}

static void
test_list_many (void)
{
  g_autoptr (TlTimeline) timeline = list_load_many ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = list_find_view (list);
  GtkWidget *window;
  GtkAdjustment *adjustment;
  Wanted middle = { .view = view, .date = "2010" }; /* of 1995 to 2025 */

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = list_present (list, 400);
  wait_for_event (view, timeline, 0, shows_cb, "the first event is there");

  /* With the scroll bar. GTK 4.8 shows nothing after a long way until it is
   * moved once more, unless it has been moved a little before.
   */
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_adjustment_set_value (adjustment, 300);
  wait_for_event (view, timeline, 6, shows_cb, "the seventh event is there");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  tl_wait_until (shows_date_cb, &middle, "events of the middle are there");
  wait_for_event (view, timeline, LIST_MANY - 1, shows_at_the_end_cb, "the last event is there");
  gtk_adjustment_set_value (adjustment, 0);
  wait_for_event (view, timeline, 0, shows_cb, "the first event is there again");

  /* By being told which. */
  tl_event_list_set_selected (TL_EVENT_LIST (list), LIST_MANY - 1);
  wait_for_event (view, timeline, LIST_MANY - 1, shows_cb, "the last event is there again");
  tl_event_list_set_selected (TL_EVENT_LIST (list), LIST_MANY / 2);
  wait_for_event (view, timeline, LIST_MANY / 2, shows_cb, "the event in the middle is there");

  /* What is in sight already does not move. */
  gtk_adjustment_set_value (adjustment, 0);
  wait_for_event (view, timeline, 0, shows_cb, "the first event is there once more");
  tl_event_list_set_selected (TL_EVENT_LIST (list), 2);
  list_wait_for_frames (list);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/event-model/items", test_model_items);
  g_test_add_func ("/event-model/subset", test_model_subset);
  g_test_add_func ("/event-model/selection", test_model_selection);
  g_test_add_func ("/event-list/defaults", test_list_defaults);
  g_test_add_func ("/event-list/timeline", test_list_timeline);
  g_test_add_func ("/event-list/finalize", test_list_finalize);
  g_test_add_func ("/event-list/rows", test_list_rows);
  g_test_add_func ("/event-list/accessible", test_list_accessible);
  g_test_add_func ("/event-list/focus", test_list_focus);
  g_test_add_func ("/event-list/differences", test_list_differences);
  g_test_add_func ("/event-list/theme", test_list_theme);
  g_test_add_func ("/event-list/events", test_list_events);
  g_test_add_func ("/event-list/selection", test_list_selection);
  g_test_add_func ("/event-list/tab", test_list_tab);
  g_test_add_func ("/event-list/width", test_list_width);
  g_test_add_func ("/event-list/many", test_list_many);

  return g_test_run ();
}
