/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"

#include "make-timeline.h"
#include "tl-load.h"

#include <glib/gstdio.h>

/* Timelines */

TlTimeline *
list_load_text (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
                                           "  \"actors\": [{ \"id\": \"port\", \"name\": \"Port <i>authority</i>\" }],"
                                           "  \"sources\": ["
                                           "   { \"id\": \"s\", \"publisher\": \"<b>Gazette</b>\", \"title\": \"A & b\","
                                           "     \"published\": \"2025-06-12\", \"url\": \"https://gazette.example/a\" },"
                                           "   { \"id\": \"t\", \"publisher\": \"Herald\", \"relays\": \"s\", \"outside\": true },"
                                           "   { \"id\": \"u\", \"publisher\": \"Courier\", \"url_is\": \"copy\","
                                           "     \"url\": \"http://courier.example/\" } ],"
                                           "  \"events\": [%s] }",
                                           events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static TlTimeline *
load_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlLoad) load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (load->timeline);
}

TlTimeline *
list_load_story (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "meta-scale-openai-google.timeline.json", NULL);

  return load_path (path);
}

TlTimeline *
list_load_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tl_make_timeline (LIST_MANY, 1, &error);
  TlTimeline *timeline;

  g_assert_no_error (error);
  timeline = load_path (name);
  g_unlink (name);

  return timeline;
}

/* Waiting */

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n_left)
{
  guint *n = n_left;

  if (*n > 0)
    *n -= 1;

  return *n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero_cb (gpointer n_left)
{
  return *(guint *) n_left == 0;
}

/* Until all that was to happen in a next frame has happened. */
void
list_wait_for_frames (GtkWidget *widget)
{
  guint n_left = 4;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_left, NULL);
  tl_wait_until (is_zero_cb, &n_left, "some frames have passed");
}

/* Looking around */

GtkWidget *
list_find_descendant (GtkWidget *widget,
                      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = list_find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The label that shows exactly @text, without markup; NULL for none. */
GtkWidget *
list_find_text (GtkWidget  *widget,
                const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) && gtk_widget_get_visible (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)
      && !gtk_label_get_use_markup (GTK_LABEL (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? list_find_text (child, text) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Of lists in a stack, that of the page that is shown. */
static GtkWidget *
find_shown_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = find_shown_view (child);

  return found;
}

GtkWidget *
list_find_view (GtkWidget *list)
{
  GtkWidget *view = find_shown_view (list);

  g_assert_nonnull (view);

  return view;
}

guint
list_count_rows (GtkWidget *view)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

/* One of the rows that have widgets. */
GtkWidget *
list_get_row (GtkWidget *view,
              guint      number)
{
  GtkWidget *row = gtk_widget_get_first_child (view);

  while (number-- > 0 && row != NULL)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return row;
}

/* Wholly or in part: what GTK scrolls to may stick out by some pixels. */
gboolean
list_row_is_in_sight (GtkWidget *row,
                      GtkWidget *view)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, view, &bounds)
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (view);
}

static gboolean
has_rows_cb (gpointer view)
{
  GtkWidget *row = gtk_widget_get_first_child (view);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_get_height (row) > 0;
}

GtkWidget *
list_present (GtkWidget *list,
              int        width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  tl_wait_until (has_rows_cb, list_find_view (list), "there are rows");

  return window;
}

void
list_count_cb (GtkWidget  *widget,
               guint       number,
               ListSignal *found)
{
  found->n++;
  found->last = number;
}
