/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-timeline.h"
#include "tl-event-item.h"
#include "tl-event-list.h"
#include "tl-event-model.h"
#include "tl-load.h"
#include "wait-until.h"

#include <glib/gstdio.h>
#include <locale.h>

/* The list of events, on a display. Run by with-display.sh. */

#define MANY 100000
#define MAX_ROWS 400 /* that are made, of those many */

static TlTimeline *
load_text (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
                                           "  \"actors\": [{ \"id\": \"port\", \"name\": \"Port <i>authority</i>\" }],"
                                           "  \"events\": [%s] }",
                                           events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static TlTimeline *
load_two (void)
{
  return load_text ("{ \"id\": \"b\", \"title\": \"Second\", \"when\": \"2025-06-13\" },"
                    "{ \"id\": \"a\", \"title\": \"<b>x</b> & y\", \"when\": \"2025-06\", \"actors\": [\"port\"] }");
}

static TlTimeline *
load_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tl_make_timeline (MANY, 1, &error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlLoad) load = NULL;

  g_assert_no_error (error);
  file = g_file_new_for_path (name);
  load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (name);

  return g_object_ref (load->timeline);
}

/* Looking around */

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_view (GtkWidget *list)
{
  GtkWidget *view = find_descendant (list, GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (view);

  return view;
}

static guint
count_rows (GtkWidget *view)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

/* A row's first label is its title, the second one its details. */
static GtkLabel *
find_title (GtkWidget *row)
{
  return GTK_LABEL (find_descendant (row, GTK_TYPE_LABEL));
}

static GtkLabel *
find_details (GtkWidget *row)
{
  return GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (find_title (row))));
}

static gboolean
has_rows_cb (gpointer view)
{
  GtkWidget *row = gtk_widget_get_first_child (view);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_get_height (row) > 0;
}

static GtkWidget *
present (GtkWidget *list,
         int        width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  tl_wait_until (has_rows_cb, find_view (list), "there are rows");

  return window;
}

/* The model */

static void
test_model_items (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  TlEventModel *model = tl_event_model_new (timeline);
  TlEventItem *item;
  g_autofree char *date = NULL;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == TL_TYPE_EVENT_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 2));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), G_MAXUINT));

  /* By date, not as in the file. */
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  date = tl_event_item_dup_date (item);
  g_assert_cmpuint (tl_event_item_get_index (item), ==, 0);
  g_assert_cmpstr (tl_event_item_get_title (item), ==, "<b>x</b> & y");
  g_assert_cmpstr (tl_event_item_get_lane_name (item), ==, "Port <i>authority</i>");
  g_assert_cmpstr (date, ==, "June 2025");
  g_assert_finalize_object (item);

  item = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_cmpuint (tl_event_item_get_index (item), ==, 1);
  g_assert_cmpstr (tl_event_item_get_title (item), ==, "Second");
  g_assert_finalize_object (item);

  g_assert_finalize_object (model);
}

/* An item keeps what it tells of, and the model keeps no item. */
static void
test_model_lifetimes (void)
{
  TlTimeline *timeline = load_two ();
  TlEventModel *model = tl_event_model_new (timeline);
  TlEventItem *first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  TlEventItem *again = g_list_model_get_item (G_LIST_MODEL (model), 0);

  g_assert_true (first != again);
  g_assert_finalize_object (model);
  g_assert_finalize_object (again);

  g_object_unref (timeline);
  g_assert_cmpstr (tl_event_item_get_title (first), ==, "<b>x</b> & y");
  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  g_assert_finalize_object (first);
  g_assert_null (timeline);
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
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (find_view (list))));
  g_assert_cmpuint (count_rows (find_view (list)), ==, 0);

  g_assert_finalize_object (list);
}

static void
test_list_timeline (void)
{
  g_autoptr (TlTimeline) first = load_two ();
  g_autoptr (TlTimeline) second = load_text ("{ \"id\": \"c\", \"title\": \"Third\", \"when\": \"2025\" }");
  TlTimeline *found;
  GtkWidget *list = g_object_ref_sink (tl_event_list_new ());
  GtkWidget *view = find_view (list);
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
  window = present (list, 400);
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
  GtkWidget *view = find_view (list);
  GtkWidget *window;
  GtkWidget *first;
  GtkWidget *second;

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = present (list, 400);
  g_assert_cmpuint (count_rows (view), ==, 2);
  first = gtk_widget_get_first_child (view);
  second = gtk_widget_get_next_sibling (first);

  /* What looks like markup in the file is shown as it is. */
  g_assert_cmpstr (gtk_label_get_text (find_title (first)), ==, "<b>x</b> & y");
  g_assert_false (gtk_label_get_use_markup (find_title (first)));
  g_assert_cmpstr (gtk_label_get_text (find_details (first)), ==, "June 2025 · Port <i>authority</i>");
  g_assert_false (gtk_label_get_use_markup (find_details (first)));
  g_assert_cmpstr (gtk_label_get_text (find_title (second)), ==, "Second");
  g_assert_cmpstr (gtk_label_get_text (find_details (second)), ==, "13 June 2025");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_list_accessible (void)
{
  g_autoptr (TlTimeline) timeline = load_two ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = find_view (list);
  GtkWidget *window;
  GtkWidget *first;

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Events by date");

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = present (list, 400);
  first = gtk_widget_get_first_child (view);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<b>x</b> & y, June 2025, Port <i>authority</i>");
  gtk_test_accessible_assert_property (gtk_widget_get_next_sibling (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Second, 13 June 2025");

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
  window = present (list, 400);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  g_assert_true (gtk_widget_grab_focus (list));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus == gtk_widget_get_first_child (find_view (list)));

  /* A second time does not move it. */
  g_assert_true (gtk_widget_grab_focus (list));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

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
    load_text ("{ \"id\": \"c\", \"title\": \"The port authority closes its eastern gate for all but the ferries, and "
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
      window = present (list, widths[i]);
      row = gtk_widget_get_first_child (find_view (list));
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

/* Wholly or in part: what GTK scrolls to may stick out by some pixels. */
static gboolean
is_visible (GtkWidget *row,
            GtkWidget *view)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, view, &bounds)
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (view);
}

/* Whether a row is seen whose date has the wanted one in it. */
static gboolean
shows_date_cb (gpointer data)
{
  Wanted *wanted = data;

  for (GtkWidget *row = gtk_widget_get_first_child (wanted->view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_visible (row, wanted->view)
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
    if (is_visible (row, wanted->view) && g_str_equal (gtk_label_get_text (find_title (row)), wanted->title)
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
                TlCondition shows,
                const char *what)
{
  g_autoptr (TlEventItem) item = tl_event_item_new (timeline, index);
  g_autofree char *date = tl_event_item_dup_date (item);
  Wanted wanted = { view, tl_event_item_get_title (item), date };

  tl_wait_until (shows, &wanted, what);
  g_assert_cmpuint (count_rows (view), <, MAX_ROWS);
}

static void
test_list_many (void)
{
  g_autoptr (TlTimeline) timeline = load_many ();
  GtkWidget *list = tl_event_list_new ();
  GtkWidget *view = find_view (list);
  GtkWidget *window;
  GtkAdjustment *adjustment;
  Wanted middle = { .view = view, .date = "2010" }; /* of 1995 to 2025 */

  tl_event_list_set_timeline (TL_EVENT_LIST (list), timeline);
  window = present (list, 400);
  wait_for_event (view, timeline, 0, shows_cb, "the first event is there");

  /* With the scroll bar. GTK 4.8 shows nothing after a long way until it is
   * moved once more, unless it has been moved a little before.
   */
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_adjustment_set_value (adjustment, 300);
  wait_for_event (view, timeline, 9, shows_cb, "the tenth event is there");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  tl_wait_until (shows_date_cb, &middle, "events of the middle are there");
  wait_for_event (view, timeline, MANY - 1, shows_at_the_end_cb, "the last event is there");
  gtk_adjustment_set_value (adjustment, 0);
  wait_for_event (view, timeline, 0, shows_cb, "the first event is there again");

  /* By its number. */
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", MANY - 1);
  wait_for_event (view, timeline, MANY - 1, shows_cb, "the last event is there again");
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", MANY / 2);
  wait_for_event (view, timeline, MANY / 2, shows_cb, "the event in the middle is there");

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
  g_test_add_func ("/event-model/lifetimes", test_model_lifetimes);
  g_test_add_func ("/event-list/defaults", test_list_defaults);
  g_test_add_func ("/event-list/timeline", test_list_timeline);
  g_test_add_func ("/event-list/finalize", test_list_finalize);
  g_test_add_func ("/event-list/rows", test_list_rows);
  g_test_add_func ("/event-list/accessible", test_list_accessible);
  g_test_add_func ("/event-list/focus", test_list_focus);
  g_test_add_func ("/event-list/width", test_list_width);
  g_test_add_func ("/event-list/many", test_list_many);

  return g_test_run ();
}
