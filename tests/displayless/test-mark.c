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
#define CUT     TL_END_CUT

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
  { "2000-01-11/2000-01-11", BAR, ROUND, ROUND, "", 35, 40, 44, 49, 35 },
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
  { "/2000-01-11", BAR, TORN, ROUND, "", -12, -12, 44, 44, -12 },
  { "2009-12-31/", BAR, ROUND, TORN, "", END - 4, END - 4, END + 12, END + 20, END - 4 },
  { "2009-12-31/..", BAR, ROUND, ARROW, "", END - 4, END - 4, END, END + 20, END - 4 },
  { "../2000-01-01", BAR, ARROW, ROUND, "", -20, 0, 4, 4, -20 },
  { "2000-02~/..", BAR, SOFT, ARROW, "~", 124, 240, END, END, 124 },
  { "../2000-02", BAR, ARROW, SOFT, "", 0, 0, 124, 240, 0 },

  /* A torn end lies outside of all that the end which is known may be. */
  { "/2000-04", BAR, TORN, SOFT, "", 300, 300, 364, 484, 300 },
  { "2000-02/", BAR, SOFT, TORN, "", 124, 240, 304, 304, 124 },
  { "2000-02~/", BAR, SOFT, TORN, "~", 124, 240, 304, 304, 124 },
  { "/2000", BAR, TORN, SOFT, "", -12, -12, 0, 1464, -12 },
  { "2009/", BAR, SOFT, TORN, "", END - 1460, END, END + 12, END + 12, END - 1460 },

  /* What lies beyond the axis is cut, and runs out of the drawing. */
  { "1999-12-01/2000-01-31", BAR, CUT, ROUND, "", -TL_LEAD_IN, -TL_LEAD_IN, 124, 124, -TL_LEAD_IN },
  { "1999/2000", BAR, CUT, SOFT, "", -TL_LEAD_IN, -TL_LEAD_IN, 0, 1464, -TL_LEAD_IN },
  { "1999-12-31/2010-01-01", BAR, CUT, CUT, "", -TL_LEAD_IN, -TL_LEAD_IN, END + TL_LEAD_OUT, END + TL_LEAD_OUT, -TL_LEAD_IN },
  { "2009-12-30/2010-01-01", BAR, ROUND, CUT, "", END - 8, END - 8, END + TL_LEAD_OUT, END + TL_LEAD_OUT, END - 8 },
  { "1999~/..", BAR, CUT, ARROW, "~", -TL_LEAD_IN, -TL_LEAD_IN, END, END, -TL_LEAD_IN },
  { "1999/", BAR, CUT, TORN, "", -TL_LEAD_IN, -TL_LEAD_IN, 64 - TL_LEAD_IN, 64 - TL_LEAD_IN, -TL_LEAD_IN },
  { "199X/2000-01-31", BAR, CUT, ROUND, "", -TL_LEAD_IN, -TL_LEAD_IN, 124, 124, -TL_LEAD_IN },
  { "20XX", BAR, SOFT, CUT, "", 0, 14, END + TL_LEAD_OUT, END + TL_LEAD_OUT, 0 },
  { "[1999-01-01..2000-01-31]", BRACKET, CUT, ROUND, "", -TL_LEAD_IN, -TL_LEAD_IN, 124, 124, (124 - TL_LEAD_IN) / 2 },
  { "[2009-12-22..2010-06-01]", BRACKET, ROUND, CUT, "", END - 40, END - 40, END + TL_LEAD_OUT, END + TL_LEAD_OUT, END - (40 - TL_LEAD_OUT) / 2 },
  { "{1999-01-01,2000-01-11}", CHAIN, CUT, ROUND, "", -TL_LEAD_IN, -TL_LEAD_IN, 40, 50, 40 },
  { "{2009-12-22,2010-01-11}", CHAIN, ROUND, CUT, "", END - 50, END - 40, END + TL_LEAD_OUT, END + TL_LEAD_OUT, END - 40 },

  /* Once, some time between: a bracket with the disc in its middle. */
  { "[2000-01-01..2000-01-31]", BRACKET, ROUND, ROUND, "", 0, 0, 124, 124, 62 },
  { "[2000-01-10,2000-01-12]", BRACKET, ROUND, ROUND, "", 26, 36, 48, 58, 42 },
  { "[2000-01..2000-02]", BRACKET, ROUND, ROUND, "", 0, 0, 240, 240, 120 },
  { "[2000-01-01~..2000-01-31]", BRACKET, SOFT, ROUND, "~", 0, 0, 124, 124, 62 },
  { "[2000-01-01?..2000-01-31]", BRACKET, ROUND, ROUND, "?", 0, 0, 124, 124, 62 },
  { "[2000-02-01..]", BRACKET, ROUND, ARROW, "", 124, 124, 208, 208, 166 },
  { "[..2000-02-29]", BRACKET, ARROW, ROUND, "", 156, 156, 240, 240, 198 },
  { "[..2000-04]", BRACKET, ARROW, ROUND, "", 280, 280, 484, 484, 382 },
  { "[2000-02..]", BRACKET, ROUND, ARROW, "", 124, 124, 324, 324, 224 },

  /* At all of these: a chain from the first to the last. */
  { "{2000-01-11,2000-01-21}", CHAIN, ROUND, ROUND, "", 30, 40, 80, 90, 40 },
  { "{2000-01-11,2000-01-16,2000-01-21?}", CHAIN, ROUND, ROUND, "?", 30, 40, 80, 90, 40 },
  { "{2000-01-11..2000-01-21}", CHAIN, ROUND, ROUND, "", 30, 40, 80, 90, 40 },
  { "{2000-01-11..}", CHAIN, ROUND, ARROW, "", 30, 40, 104, 104, 40 },
  { "{..2000-02-01}", CHAIN, ARROW, ROUND, "", 60, 60, 124, 134, 124 },
  { "{..2000-01-01}", CHAIN, ARROW, ROUND, "", -18, -18, 0, 10, 0 },
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

/* An arrow or a torn edge has room beside the corner at the other end. */
static void
test_mark_shortest (void)
{
  static const struct
  {
    const char *date;
    double      length;
  } shortest[] = {
    { "2004-01-01/2004-01-02", 14 },
    { "2004-01/2004-02", 14 },
    { "2004-01-01/..", 24 },
    { "../2004-01-01", 24 },
    { "/2004-01-01", 24 },
    { "../..", 34 },
    { "1999-12-31/2004-01-01", 14 },
  };
  double scale;
  g_autoptr (TlAxis) axis = make_axis (&scale);

  for (gsize i = 0; i < G_N_ELEMENTS (shortest); i++)
    {
      TlDate date;
      TlMark mark;

      g_test_message ("%s", shortest[i].date);
      g_assert_true (tl_edtf_parse (shortest[i].date, -1, &date, NULL));
      mark = tl_mark_from_date (&date, axis, scale * 1e-6, RADIUS);
      g_assert_cmpfloat (mark.x1 - mark.x0, >=, shortest[i].length - 1e-6);
      g_assert_cmpfloat (mark.x0, >=, -TL_LEAD_IN);
    }
}

static TlScene *
draw (const char *written,
      gboolean    is_hollow)
{
  const TlMarkStyle style = {
    .hue = { .fill = 0x3584e4ffu, .text = 0x1c71d8ffu, .on_fill = 0xffffffffu },
    .ground = 0xffffffffu,
    .radius = RADIUS,
    .is_hollow = is_hollow,
  };
  double scale;
  g_autoptr (TlAxis) axis = make_axis (&scale);
  TlScene *scene = tl_scene_new (400, 100, TL_RGBA_NONE);
  TlDate date;
  TlMark mark;

  g_assert_true (tl_edtf_parse (written, -1, &date, NULL));
  mark = tl_mark_from_date (&date, axis, scale, RADIUS);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_mark_draw (&mark, &style, 0, 50, scene);
  tl_scene_finish (scene);

  return scene;
}

/* How many shapes of a kind a date is drawn with, apart from its symbol. */
static guint
count_shapes (const char *written,
              gboolean    is_hollow,
              TlShapeKind kind)
{
  g_autoptr (TlScene) scene = draw (written, is_hollow);
  guint n_items;
  const TlSceneItem *item = tl_scene_get_items (scene, &n_items);
  guint count = 0;

  for (guint32 i = 0; i < item->n_shapes; i++)
    count += tl_scene_get_shapes (scene, item)[i].kind == kind;

  return count;
}

/* Where nobody knows the first day, there is an arrow and no disc. */
static void
test_mark_draw_chain (void)
{
  g_assert_cmpuint (count_shapes ("{2000-01-11,2000-01-21}", FALSE, TL_SHAPE_CIRCLE), ==, 2);
  g_assert_cmpuint (count_shapes ("{..2000-02-01}", FALSE, TL_SHAPE_CIRCLE), ==, 1);
  g_assert_cmpuint (count_shapes ("{2000-02-01..}", FALSE, TL_SHAPE_CIRCLE), ==, 1);
  g_assert_cmpuint (count_shapes ("{1999-01-01,2000-02-01}", FALSE, TL_SHAPE_CIRCLE), ==, 1);
  g_assert_cmpuint (count_shapes ("{..2000-02-01}", FALSE, TL_SHAPE_PATH), ==, 2);
  g_assert_cmpuint (count_shapes ("{1999-01-01,2000-02-01}", FALSE, TL_SHAPE_PATH), ==, 1);
}

/* What is not filled has an outline, but for a period that fades at both
 * ends; and none where it is cut or fades. */
static void
test_mark_draw_outline (void)
{
  g_autoptr (TlScene) scene = draw ("1999/2000-01-31", TRUE);
  guint n_items;
  const TlSceneItem *item = tl_scene_get_items (scene, &n_items);
  const TlShape *outline = &tl_scene_get_shapes (scene, item)[1];
  const TlPoint *points = tl_scene_get_points (scene, outline);
  guint n_moves = 0;

  g_assert_cmpuint (item->n_shapes, ==, 2);
  g_assert_cmpfloat (outline->box.x, ==, -TL_LEAD_IN);
  for (guint32 i = 0; i < outline->n_verbs; i++)
    n_moves += tl_scene_get_verbs (scene, outline)[i] == TL_VERB_MOVE;
  g_assert_cmpuint (n_moves, ==, 2);
  g_assert_cmpfloat (points[0].x, >, outline->box.x);

  g_assert_cmpuint (count_shapes ("1999/2000-01-31", FALSE, TL_SHAPE_PATH), ==, 1);
  g_assert_cmpuint (count_shapes ("2000-02/", TRUE, TL_SHAPE_PATH), ==, 2);
  g_assert_cmpuint (count_shapes ("/2000-04", TRUE, TL_SHAPE_PATH), ==, 2);
  g_assert_cmpuint (count_shapes ("2000-02", TRUE, TL_SHAPE_PATH), ==, 1);
}

/* A bracket that is cut has no hook there. */
static void
test_mark_draw_bracket (void)
{
  g_assert_cmpuint (count_shapes ("[2000-01-01..2000-01-31]", FALSE, TL_SHAPE_PATH), ==, 2);
  g_assert_cmpuint (count_shapes ("[1999-01-01..2000-01-31]", FALSE, TL_SHAPE_PATH), ==, 1);
}

/* A question mark is read in a mirror too. */
static void
test_mark_draw_doubt (void)
{
  g_autoptr (TlScene) scene = draw ("2000-02-01?", FALSE);
  guint n_items;
  const TlSceneItem *item = tl_scene_get_items (scene, &n_items);
  guint n_signs = 0;

  for (guint32 i = 0; i < item->n_shapes; i++)
    n_signs += tl_scene_get_shapes (scene, item)[i].keeps_direction;
  g_assert_cmpuint (n_signs, ==, 1);
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
  g_test_add_func ("/mark/shortest", test_mark_shortest);
  g_test_add_func ("/mark/draw-chain", test_mark_draw_chain);
  g_test_add_func ("/mark/draw-outline", test_mark_draw_outline);
  g_test_add_func ("/mark/draw-bracket", test_mark_draw_bracket);
  g_test_add_func ("/mark/draw-doubt", test_mark_draw_doubt);
  g_test_add_func ("/mark/radius", test_mark_radius);

  return g_test_run ();
}
