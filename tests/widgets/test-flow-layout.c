/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-flow-layout.h"

/* Children that flow onto further lines, on a display. Run by
 * with-display.sh.
 */

#define SPACING 6

/* Children of fixed sizes. */
static GtkWidget *
new_flow (int                  column_width,
          GtkTextDirection     direction,
          const GtkRequisition sizes[],
          gsize                n_sizes)
{
  GtkWidget *flow = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_direction (flow, direction);
  gtk_widget_set_layout_manager (flow, tl_flow_layout_new (SPACING, column_width));
  for (gsize i = 0; i < n_sizes; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, sizes[i].width, sizes[i].height);
      gtk_box_append (GTK_BOX (flow), child);
    }

  return flow;
}

/* Gives it @width, and the height that it wants in that. */
static int
allocate (GtkWidget *flow,
          int        width)
{
  int height;

  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (flow, width, height, -1, NULL);

  return height;
}

static void
assert_places (GtkWidget           *flow,
               const GtkAllocation *places,
               gsize                n_places)
{
  const GtkAllocation *end = places + n_places;

  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_visible (child))
        continue;
      g_assert (places != end);
      g_assert_true (gtk_widget_compute_bounds (child, flow, &bounds));
      g_assert_cmpfloat (bounds.origin.x, ==, places->x);
      g_assert_cmpfloat (bounds.origin.y, ==, places->y);
      g_assert_cmpfloat (bounds.size.width, ==, places->width);
      g_assert_cmpfloat (bounds.size.height, ==, places->height);
      places++;
    }
  g_assert_true (places == end);
}

#define ASSERT_PLACES(flow, ...) \
  assert_places (flow, (GtkAllocation[]){ __VA_ARGS__ }, G_N_ELEMENTS (((GtkAllocation[]){ __VA_ARGS__ })))

static const GtkRequisition three[] = { { 50, 20 }, { 40, 30 }, { 60, 10 } };

static void
test_lines (void)
{
  GtkWidget *flow = new_flow (0, GTK_TEXT_DIR_LTR, three, G_N_ELEMENTS (three));
  int minimum;
  int natural;

  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 60);
  g_assert_cmpint (natural, ==, 50 + 40 + 60 + 2 * SPACING);

  /* All on one line, exactly; a pixel less, and the last has no room. */
  g_assert_cmpint (allocate (flow, 162), ==, 30);
  ASSERT_PLACES (flow, { 0, 0, 50, 30 }, { 56, 0, 40, 30 }, { 102, 0, 60, 30 });
  g_assert_cmpint (allocate (flow, 161), ==, 30 + SPACING + 10);
  ASSERT_PLACES (flow, { 0, 0, 50, 30 }, { 56, 0, 40, 30 }, { 0, 36, 60, 10 });
  g_assert_cmpint (allocate (flow, 60), ==, 20 + 30 + 10 + 2 * SPACING);

  /* What is hidden takes no room. */
  gtk_widget_hide (gtk_widget_get_first_child (flow));
  g_assert_cmpint (allocate (flow, 162), ==, 30);
  ASSERT_PLACES (flow, { 0, 0, 40, 30 }, { 46, 0, 60, 30 });

  g_assert_finalize_object (flow);
}

static void
test_mirrored (void)
{
  GtkWidget *flow = new_flow (0, GTK_TEXT_DIR_RTL, three, G_N_ELEMENTS (three));

  allocate (flow, 120);
  ASSERT_PLACES (flow, { 70, 0, 50, 30 }, { 24, 0, 40, 30 }, { 60, 36, 60, 10 });

  g_assert_finalize_object (flow);
}

static void
test_columns (void)
{
  GtkWidget *flow = new_flow (70, GTK_TEXT_DIR_LTR, three, G_N_ELEMENTS (three));

  /* As many as have room, and share it. */
  g_assert_cmpint (allocate (flow, 166), ==, 30 + SPACING + 10);
  ASSERT_PLACES (flow, { 0, 0, 80, 30 }, { 86, 0, 80, 30 }, { 0, 36, 80, 10 });
  g_assert_cmpint (allocate (flow, 145), ==, 20 + 30 + 10 + 2 * SPACING);

  /* No more than there are children. */
  g_assert_cmpint (allocate (flow, 912), ==, 30);
  ASSERT_PLACES (flow, { 0, 0, 300, 30 }, { 306, 0, 300, 30 }, { 612, 0, 300, 30 });

  g_assert_finalize_object (flow);
}

static void
test_empty (void)
{
  GtkWidget *flow = new_flow (70, GTK_TEXT_DIR_LTR, NULL, 0);

  g_assert_cmpint (allocate (flow, 100), ==, 0);

  g_assert_finalize_object (flow);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/flow-layout/lines", test_lines);
  g_test_add_func ("/flow-layout/mirrored", test_mirrored);
  g_test_add_func ("/flow-layout/columns", test_columns);
  g_test_add_func ("/flow-layout/empty", test_empty);

  return g_test_run ();
}
