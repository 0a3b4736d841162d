/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-filter-bar.h"
#include "tl-filter-chip.h"
#include "tl-filter-chooser.h"
#include "tl-filter-group.h"
#include "tl-filter-span.h"
#include "tl-load.h"

#include <locale.h>
#include <string.h>

/* Chips of a filter, and what there is to choose, on a display. Run by
 * with-display.sh. */

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const char few[] =
  "{ \"id\": \"a\", \"title\": \"One\", \"when\": \"2024\" },"
  "{ \"id\": \"b\", \"title\": \"Two\", \"when\": \"2025\", \"context\": true },"
  "{ \"id\": \"c\", \"title\": \"Three\", \"when\": \"2026\" }";

static TlFilter *
parse (const char *const *arguments)
{
  TlFilter *filter = tl_filter_new_from_arguments (arguments, NULL);

  g_assert_nonnull (filter);

  return filter;
}

/* The bar */

typedef struct
{
  guint    n;
  guint    condition;
  char    *value;
} Removed;

static void
removed_cb (TlFilterBar *bar,
            guint        condition,
            const char  *value,
            Removed     *removed)
{
  removed->n++;
  removed->condition = condition;
  g_free (removed->value);
  removed->value = g_strdup (value);
}

static GtkWidget *
find_chip (GtkWidget *bar,
           guint      number)
{
  GtkWidget *chip = list_find_descendant (bar, GTK_TYPE_BUTTON);

  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (tl_filter_chip_get_value (chip) != NULL && number-- == 0)
      return chip;

  return NULL;
}

static void
test_bar (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  g_autoptr (TlFilter) filter = parse (ARGUMENTS ("--lanes", "openai", "--differing"));
  g_autoptr (TlFilter) less = parse (ARGUMENTS ("--differing"));
  GtkWidget *bar = g_object_ref_sink (tl_filter_bar_new ());
  Removed removed = { 0 };

  g_assert_false (gtk_widget_get_visible (bar));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_GROUP);
  g_signal_connect (bar, "value-removed", G_CALLBACK (removed_cb), &removed);
  tl_filter_bar_set_filter (TL_FILTER_BAR (bar), timeline, filter, 4);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpstr (tl_filter_bar_get_count (TL_FILTER_BAR (bar)), ==, "4 of 34 events");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_chip (bar, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove filter: Lane: OpenAI");
  g_assert_null (find_chip (bar, 2));

  g_signal_emit_by_name (find_chip (bar, 0), "clicked");
  g_assert_cmpuint (removed.n, ==, 1);
  g_assert_cmpuint (removed.condition, ==, TL_CONDITION_LANE);
  g_assert_cmpstr (removed.value, ==, "openai");

  tl_filter_bar_set_filter (TL_FILTER_BAR (bar), timeline, less, 20);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_chip (bar, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove filter: Sources differ");
  g_assert_null (find_chip (bar, 1));
  tl_filter_bar_set_filter (TL_FILTER_BAR (bar), timeline, NULL, 34);
  g_assert_false (gtk_widget_get_visible (bar));

  g_free (removed.value);
  g_assert_finalize_object (bar);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* One row where there is room, three at most. */
static void
test_bar_rows (void)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  g_autoptr (TlFilter) one = parse (ARGUMENTS ("--lanes", "openai"));
  g_autoptr (TlFilter) filter = parse (ARGUMENTS ("--lanes", "openai,meta,google,scale", "--differing", "--context", "none",
                                                  "--status", "reported,confirmed,disputed,denied,opinion",
                                                  "--category", "deal,people,statement,product"));
  GtkWidget *bar = g_object_ref_sink (tl_filter_bar_new ());
  int row, one_row, three_rows, least;

  tl_filter_bar_set_filter (TL_FILTER_BAR (bar), timeline, one, 5);
  one_row = measure_height (bar, 1000);
  tl_filter_bar_set_filter (TL_FILTER_BAR (bar), timeline, filter, 5);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 300);
  g_assert_cmpint (measure_height (bar, 6000), ==, one_row);
  three_rows = measure_height (bar, 300);
  gtk_widget_measure (find_chip (bar, 0), GTK_ORIENTATION_VERTICAL, -1, NULL, &row, NULL, NULL);
  g_assert_cmpint (three_rows, >, one_row + row);
  g_assert_cmpint (three_rows, <=, one_row + 2 * row + 2 * 6);
  g_assert_cmpint (measure_height (bar, 700), >, one_row);

  g_assert_finalize_object (bar);
}

/* Choosing */

static void
changed_cb (GtkWidget *chooser,
            guint     *n_changes)
{
  (*n_changes)++;
}

typedef struct
{
  GtkWidget  *chooser;
  TlTimeline *timeline;
  guint       n_changes;
} Fixture;

static void
fill (Fixture           *fixture,
      TlTimeline        *timeline,
      const char *const *arguments)
{
  g_autoptr (TlFilter) filter = parse (arguments);

  fixture->timeline = timeline;
  tl_filter_chooser_set_timeline (TL_FILTER_CHOOSER (fixture->chooser), timeline, filter);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->chooser = g_object_ref_sink (tl_filter_chooser_new ());
  g_signal_connect (fixture->chooser, "changed", G_CALLBACK (changed_cb), &fixture->n_changes);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->chooser);
  g_clear_object (&fixture->timeline);
}

static void
gather_rows (GtkWidget *widget,
             GPtrArray *rows)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather_rows (child, rows);
}

static const char *
get_text (GtkWidget *row,
          gboolean   is_count)
{
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (row));

  return gtk_label_get_text (GTK_LABEL (is_count ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box)));
}

/* The first that is called so. */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *label)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  gather_rows (fixture->chooser, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (get_text (g_ptr_array_index (rows, i), FALSE), label))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static guint
count_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  gather_rows (fixture->chooser, rows);

  return rows->len;
}

static void
check_filter (Fixture           *fixture,
              const char *const *expected)
{
  g_auto (GStrv) found = tl_filter_to_arguments (tl_filter_chooser_get_filter (TL_FILTER_CHOOSER (fixture->chooser)));

  g_assert_cmpstrv (found, expected);
}

static void
test_choose (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *row;

  fill (fixture, list_load_story (), ARGUMENTS ("--lanes", "meta"));
  row = find_row (fixture, "OpenAI");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_row (fixture, "Meta"))));
  g_assert_cmpstr (get_text (row, TRUE), ==, "5");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "OpenAI, 5 events");
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  check_filter (fixture, ARGUMENTS ("--lanes", "meta,openai"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_row (fixture, "Meta")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_row (fixture, "Sources differ")), TRUE);
  check_filter (fixture, ARGUMENTS ("--lanes", "openai", "--differing"));

  /* What no event has is not offered. */
  g_assert_null (find_row (fixture, "Retracted"));
  g_assert_null (find_row (fixture, "No category"));
  g_assert_nonnull (find_row (fixture, "Disputed"));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  GtkWidget *entry = list_find_descendant (fixture->chooser, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  guint n_rows;

  fill (fixture, list_load_story (), ARGUMENTS ("--context", "none"));
  n_rows = count_rows (fixture);
  search (fixture, " ÓPENAI ");
  g_assert_cmpuint (count_rows (fixture), <, n_rows);
  g_assert_nonnull (find_row (fixture, "OpenAI"));
  g_assert_null (find_row (fixture, "Google"));
  g_assert_false (gtk_widget_get_visible (list_find_descendant (fixture->chooser, TL_TYPE_FILTER_SPAN)));

  search (fixture, "zeppelin");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_true (gtk_widget_get_visible (list_find_text (fixture->chooser, "Nothing is called so")));
  search (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  check_filter (fixture, ARGUMENTS ("--context", "none"));
}

/* What is asked for is there to be taken back, whether any event has it or not. */
static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  fill (fixture, list_load_text (few), ARGUMENTS ("--status", "denied"));
  g_assert_cmpstr (get_text (find_row (fixture, "Denied"), TRUE), ==, "0");
  g_assert_cmpstr (get_text (find_row (fixture, "No actor"), TRUE), ==, "0");
  g_assert_nonnull (find_row (fixture, "Only context"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_row (fixture, "No actor")), TRUE);
  check_filter (fixture, ARGUMENTS ("--lanes", TL_FILTER_NO_ACTOR, "--status", "denied"));
  tl_filter_chooser_set_timeline (TL_FILTER_CHOOSER (fixture->chooser), NULL,
                                  tl_filter_chooser_get_filter (TL_FILTER_CHOOSER (fixture->chooser)));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* As many rows as one looks through, whatever there is. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GString) actors = g_string_new (NULL);
  g_autoptr (GString) events = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlLoad) load = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (actors, "%s{\"id\":\"a%u\",\"name\":\"Actor %u\"}", i > 0 ? "," : "", i, i);
      g_string_append_printf (events, "%s{\"id\":\"e%u\",\"title\":\"E\",\"when\":\"2025\",\"actors\":[\"a%u\"]}",
                              i > 0 ? "," : "", i, i);
    }
  text = g_strdup_printf ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"lanes\":[],"
                          "\"actors\":[%s],\"events\":[%s]}", actors->str, events->str);
  bytes = g_bytes_new (text, strlen (text));
  load = tl_load_bytes (bytes, NULL);
  fill (fixture, g_object_ref (load->timeline), ARGUMENTS (NULL));
  g_assert_cmpuint (count_rows (fixture), <=, 6 * TL_FILTER_GROUP_MOST_ROWS);
  g_assert_nonnull (list_find_text (fixture->chooser, "2970 more: search for them"));
  g_assert_null (find_row (fixture, "Actor 2999"));
  search (fixture, "actor 2999");
  g_assert_nonnull (find_row (fixture, "Actor 2999"));
}

static GtkWidget *
find_entry (Fixture    *fixture,
            const char *example)
{
  GtkWidget *span = list_find_descendant (fixture->chooser, TL_TYPE_FILTER_SPAN);
  GtkWidget *grid = list_find_descendant (span, GTK_TYPE_GRID);

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && g_str_has_suffix (gtk_entry_get_placeholder_text (GTK_ENTRY (child)), example))
      return child;

  return NULL;
}

static void
write_date (GtkWidget  *entry,
            const char *date)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), date);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_span (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *from, *to;

  fill (fixture, list_load_story (), ARGUMENTS ("--from", "2025"));
  from = find_entry (fixture, "2025-06");
  to = find_entry (fixture, "2025-06-12");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "2025");

  write_date (to, "2025-06");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  check_filter (fixture, ARGUMENTS ("--from", "2025", "--to", "2025-06"));

  /* No date, and one before the other. */
  write_date (to, "June");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  write_date (to, "2024");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  check_filter (fixture, ARGUMENTS ("--from", "2025", "--to", "2025-06"));

  write_date (to, "");
  g_assert_false (gtk_widget_has_css_class (to, "error"));
  check_filter (fixture, ARGUMENTS ("--from", "2025"));
  write_date (to, "");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
add_test (const char *path,
          void      (*test) (Fixture      *fixture,
                             gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/filter-widgets/bar", test_bar);
  g_test_add_func ("/filter-widgets/bar-rows", test_bar_rows);
  add_test ("/filter-widgets/choose", test_choose);
  add_test ("/filter-widgets/search", test_search);
  add_test ("/filter-widgets/empty", test_empty);
  add_test ("/filter-widgets/many", test_many);
  add_test ("/filter-widgets/span", test_span);

  return g_test_run ();
}
