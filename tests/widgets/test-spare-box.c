/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-spare-box.h"

/* How much room two boxes of one row ask for. Run by with-display.sh. */

#define WIDTH 40

/* With one child that stays and some that may be spared. */
static GtkWidget *
new_box (guint n_spare)
{
  GtkWidget *box = g_object_ref_sink (tl_spare_box_new ());

  for (guint i = 0; i <= n_spare; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, WIDTH, WIDTH);
      tl_spare_box_append (TL_SPARE_BOX (box), child, i > 0);
    }

  return box;
}

static int
get_natural (GtkWidget *box)
{
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, WIDTH);

  return natural;
}

static void
test_range (void)
{
  GtkWidget *box = new_box (2);
  int least, usual;

  tl_spare_box_get_range (TL_SPARE_BOX (box), &least, &usual);
  g_assert_cmpint (least, ==, WIDTH);
  g_assert_cmpint (usual, >=, 3 * WIDTH);
  g_assert_cmpint (get_natural (box), ==, usual);

  g_assert_finalize_object (box);
}

/* Whatever is wanted: neither asks for more than it can use, together they
 * ask for what is left, and where it is too little for both, for half each.
 */
static void
check_share (guint n_first,
             guint n_second)
{
  GtkWidget *boxes[] = { new_box (n_first), new_box (n_second) };
  int least[2], usual[2], spare[2], all;

  for (int i = 0; i < 2; i++)
    {
      tl_spare_box_get_range (TL_SPARE_BOX (boxes[i]), &least[i], &usual[i]);
      spare[i] = usual[i] - least[i];
    }

  all = spare[0] + spare[1];
  for (int wanted = -10; wanted <= all + 10; wanted++)
    {
      int left = wanted < 0 ? all : MAX (all - wanted, 0);
      int extra[2];

      tl_spare_box_share_room (TL_SPARE_BOX (boxes[0]), TL_SPARE_BOX (boxes[1]), wanted);
      for (int i = 0; i < 2; i++)
        {
          extra[i] = get_natural (boxes[i]) - least[i];
          g_assert_cmpint (extra[i], >=, 0);
          g_assert_cmpint (extra[i], <=, spare[i]);
          /* Not less than half, where it can use that. */
          g_assert_cmpint (extra[i], >=, MIN (left / 2, spare[i]));
        }
      g_assert_cmpint (extra[0] + extra[1], ==, left);
    }

  g_object_unref (boxes[0]);
  g_object_unref (boxes[1]);
}

static void
test_share (void)
{
  check_share (0, 0);
  check_share (2, 2);
  check_share (0, 4);
  check_share (4, 0);
  check_share (1, 5);
  check_share (5, 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spare-box/range", test_range);
  g_test_add_func ("/spare-box/share", test_share);

  return g_test_run ();
}
