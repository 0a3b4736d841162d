/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-edtf.h"
#include "tl-mark.h"

#include <math.h>

/* What shape each kind of date gets, on a linear axis on which a day is four
 * pixels and 1 January 2000 is at 0, and which ends with 2009. */

#define DAY    4.0
#define END    (3653 * DAY) /* 2000, 2004 and 2008 have a day more */
#define RADIUS 10.0

typedef struct
{
  const char *date;
  TlMarkKind  kind;
  TlEndShape  left;
  TlEndShape  right;
  const char *said; /* what is said against it: ?, ~ or both */
  double      x0;
  double      solid0;
  double      solid1;
  double      x1;
  double      anchor;
} Row;

#define DISC    TL_MARK_DISC
#define BAR     TL_MARK_BAR
#define BRACKET TL_MARK_BRACKET
#define CHAIN   TL_MARK_CHAIN
#define ROUND   TL_END_ROUND
#define SOFT    TL_END_SOFT
#define ARROW   TL_END_ARROW
#define TORN    TL_END_TORN

static const Row rows[] = {
  /* A day or a moment is a disc at its beginning. */
  { "2000-01-11", DISC, ROUND, ROUND, "", 30, 40, 40, 50, 40 },
  { "2000-01-11T12:00:00Z", DISC, ROUND, ROUND, "", 32, 42, 42, 52, 42 },
  { "2000-01-11~", DISC, ROUND, ROUND, "~", 16, 40, 40, 64, 40 },
  { "2000-01-11?", DISC, ROUND, ROUND, "?", 30, 40, 40, 50, 40 },
  { "2000-01-11%", DISC, ROUND, ROUND, "?~", 16, 40, 40, 64, 40 },

  /* What is no day fades at both ends, over all that it may be. */
  { "2000-02", BAR, SOFT, SOFT, "", 124, 138, 226, 240, 124 },
  { "2000-02~", BAR, SOFT, SOFT, "~", 124, 152, 212, 240, 124 },
  { "2000-02?", BAR, SOFT, SOFT, "?", 124, 138, 226, 240, 124 },
  { "2000", BAR, SOFT, SOFT, "", 0, 14, 1450, 1464, 0 },
  { "2001%", BAR, SOFT, SOFT, "?~", 1464, 1492, 2896, 2924, 1464 },
  { "2000-33", BAR, SOFT, SOFT, "", 0, 14, 350, 364, 0 },
  { "2000-01-XX", BAR, SOFT, SOFT, "", 0, 14, 110, 124, 0 },
  { "200X", BAR, SOFT, SOFT, "", 0, 14, END - 14, END, 0 },

  /* What lasted is round where the day is known, from the day's beginning to
   * its end, and fades where only the month is. */
  { "2000-01-01/2000-01-31", BAR, ROUND, ROUND, "", 0, 0, 124, 124, 0 },
  { "2000-01-02T00:00:00Z/2000-01-12T11:59:59Z", BAR, ROUND, ROUND, "", 4, 4, 46, 46, 4 },
  { "2000-01-11/2000-01-11", BAR, ROUND, ROUND, "", 37, 40, 44, 47, 37 },
  { "2000-01/2000-04", BAR, SOFT, SOFT, "", 0, 124, 364, 484, 0 },
  { "2000-01/2000-02-29", BAR, SOFT, ROUND, "", 0, 124, 240, 240, 0 },
  { "2000-01-01/2000-02", BAR, ROUND, SOFT, "", 0, 0, 124, 240, 0 },
  { "2000-01-01~/2000-02-29", BAR, SOFT, ROUND, "~", 0, 28, 240, 240, 0 },
  { "2000-01-01/2000-02-29~", BAR, ROUND, SOFT, "~", 0, 0, 212, 240, 0 },
  { "2000-01-01?/2000-02-29", BAR, ROUND, ROUND, "?", 0, 0, 240, 240, 0 },
  { "2000-01-01~/2000-01-05?", BAR, SOFT, ROUND, "?~", 0, 20 / 3.0, 20, 20, 0 },
  { "2001/2003", BAR, SOFT, SOFT, "", 1464, 2924, 4384, 5844, 1464 },

  /* What is open goes on to the end of the axis; what nobody knows ends not
   * far from what is known. */
  { "2000-02-01/..", BAR, ROUND, ARROW, "", 124, 124, END, END, 124 },
  { "../2000-02-29", BAR, ARROW, ROUND, "", 0, 0, 240, 240, 0 },
  { "2000-02-01/", BAR, ROUND, TORN, "", 124, 124, 188, 188, 124 },
  { "/2000-02-29", BAR, TORN, ROUND, "", 176, 176, 240, 240, 176 },
  { "/2000-01-11", BAR, TORN, ROUND, "", 0, 0, 44, 44, 0 },
  { "2009-12-31/", BAR, ROUND, TORN, "", END - 7, END - 4, END, END + 3, END - 7 },
  { "2000-02~/..", BAR, SOFT, ARROW, "~", 124, 240, END, END, 124 },
  { "../2000-02", BAR, ARROW, SOFT, "", 0, 0, 124, 240, 0 },

  /* Once, some time between: a bracket with the disc in its middle. */
  { "[2000-01-01..2000-01-31]", BRACKET, ROUND, ROUND, "", 0, 0, 124, 124, 62 },
  { "[2000-01-10,2000-01-12]", BRACKET, ROUND, ROUND, "", 26, 36, 48, 58, 42 },
  { "[2000-01..2000-02]", BRACKET, ROUND, ROUND, "", 0, 0, 240, 240, 120 },
  { "[2000-01-01~..2000-01-31]", BRACKET, SOFT, ROUND, "~", 0, 0, 124, 124, 62 },
  { "[2000-01-01?..2000-01-31]", BRACKET, ROUND, ROUND, "?", 0, 0, 124, 124, 62 },
  { "[2000-02-01..]", BRACKET, ROUND, ARROW, "", 124, 124, 208, 208, 166 },
  { "[..2000-02-29]", BRACKET, ARROW, ROUND, "", 156, 156, 240, 240, 198 },

  /* At all of these: a chain from the first to the last. */
  { "{2000-01-11,2000-01-21}", CHAIN, ROUND, ROUND, "", 30, 40, 80, 90, 40 },
  { "{2000-01-11,2000-01-16,2000-01-21?}", CHAIN, ROUND, ROUND, "?", 30, 40, 80, 90, 40 },
  { "{2000-01-11..2000-01-21}", CHAIN, ROUND, ROUND, "", 30, 40, 80, 90, 40 },
};

static TlAxis *
make_axis (double *scale)
{
  static const char *const dates[] = { "2000-01-01", "2009-12-31", "../..", NULL };
  g_autoptr (TlTimeline) timeline = tl_make_dated (dates);
  TlDate window;
  TlAxis *axis;
  g_autoptr (GError) error = NULL;

  tl_edtf_parse ("2000-01-01/2009-12-31", -1, &window, &error);
  g_assert_no_error (error);
  axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_LINEAR, &window);
  *scale = END / tl_axis_get_length (axis);

  return axis;
}

static void
assert_near (const Row  *row,
             const char *what,
             double      found,
             double      wanted)
{
  /* The axis is exact to a hundredth of a pixel. */
  if (fabs (found - wanted) > 0.01)
    g_error ("%s: %s is at %g, not at %g", row->date, what, found, wanted);
}

static void
test_mark_table (void)
{
  double scale;
  g_autoptr (TlAxis) axis = make_axis (&scale);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *said = NULL;
      TlDate date;
      TlMark mark;

      tl_edtf_parse (row->date, -1, &date, &error);
      g_assert_no_error (error);
      mark = tl_mark_from_date (&date, axis, scale, RADIUS);
      said = g_strconcat (mark.is_uncertain ? "?" : "", mark.is_approximate ? "~" : "", NULL);
      g_test_message ("%s", row->date);
      g_assert_cmpint (mark.kind, ==, row->kind);
      g_assert_cmpint (mark.left, ==, row->left);
      g_assert_cmpint (mark.right, ==, row->right);
      g_assert_cmpstr (said, ==, row->said);
      assert_near (row, "x0", mark.x0, row->x0);
      assert_near (row, "solid0", mark.solid0, row->solid0);
      assert_near (row, "solid1", mark.solid1, row->solid1);
      assert_near (row, "x1", mark.x1, row->x1);
      assert_near (row, "anchor", mark.anchor, row->anchor);
    }
}

/* However short a stretch is at a scale, its mark can be seen, and what is
 * sure of it lies within it. */
static void
test_mark_any_scale (void)
{
  double scale;
  g_autoptr (TlAxis) axis = make_axis (&scale);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (double factor = 1e-6; factor < 1e7; factor *= 7)
      {
        TlDate date;
        TlMark mark;

        g_assert_true (tl_edtf_parse (rows[i].date, -1, &date, NULL));
        mark = tl_mark_from_date (&date, axis, scale * factor, RADIUS);
        g_assert_cmpfloat (mark.x1 - mark.x0, >=, 10 - 1e-6);
        g_assert_cmpfloat (mark.solid0, >=, mark.x0);
        g_assert_cmpfloat (mark.solid1, >=, mark.solid0);
        g_assert_cmpfloat (mark.x1, >=, mark.solid1);
        g_assert_cmpfloat (mark.anchor, >=, mark.x0);
        g_assert_cmpfloat (mark.anchor, <=, mark.x1);
        g_assert_cmpint (mark.kind, ==, rows[i].kind);
      }
}

static void
test_mark_radius (void)
{
  for (guint importance = 2; importance <= 5; importance++)
    g_assert_cmpfloat (tl_mark_get_radius (importance), >, tl_mark_get_radius (importance - 1));
  g_assert_cmpfloat (tl_mark_get_radius (6), ==, tl_mark_get_radius (5));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark/table", test_mark_table);
  g_test_add_func ("/mark/any-scale", test_mark_any_scale);
  g_test_add_func ("/mark/radius", test_mark_radius);

  return g_test_run ();
}
