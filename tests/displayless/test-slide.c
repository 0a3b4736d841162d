/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide.h"

#include "make-dated.h"
#include "make-random.h"
#include "read-scene.h"

#include "tl-text-pango.h"

#include <math.h>

/* The slides of a talk: what they show, and that nobody has to guess. */

/* Lines of a screen, and what letters have of them at least. */
#define LINES          1080.0
#define LEAST_LETTERS  18.0
#define N_TALKS        30

typedef struct
{
  TlTimeline    *timeline;
  TlTextPango   *text;
  TlTextMeasure  measure;
  TlViewport    *viewport;
  TlTalk        *talk;
  TlSlides       slides;
  guint          n_steps;
} Subject;

static void
open_subject (Subject    *self,
              TlTimeline *timeline,
              double      width)
{
  guint n_events;
  const guint32 *events;

  self->timeline = timeline;
  self->text = tl_text_pango_new (TL_CHART_FONT, "en");
  self->measure = tl_text_pango_get_measure (self->text);
  self->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (self->viewport, timeline);
  events = tl_viewport_get_events (self->viewport, &n_events);
  self->talk = tl_talk_new (timeline, events, n_events, NULL);
  tl_talk_get_steps (self->talk, &self->n_steps);
  self->slides = (TlSlides){
    .drawing = { .timeline = timeline, .theme = tl_theme_get (TL_THEME_DARK), .measure = &self->measure },
    .viewport = self->viewport,
    .width = width,
    .height = TL_SLIDE_HEIGHT,
  };
  tl_slides_init (&self->slides);
}

static void
close_subject (Subject *self)
{
  tl_talk_unref (self->talk);
  g_object_unref (self->viewport);
  g_object_unref (self->text);
  g_object_unref (self->timeline);
}

/* All words are on the slide, and none but those of the sources and the
 * step's number are smaller than can be read from the last row. */
static void
check_texts (const TlScene *scene)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlSceneItem *item = &items[i];
      const TlShape *shapes = tl_scene_get_shapes (scene, item);

      for (guint32 k = 0; k < item->n_shapes; k++)
        {
          if (shapes[k].kind != TL_SHAPE_TEXT)
            continue;
          if (item->kind != TL_ITEM_NOTE)
            g_assert_cmpfloat (shapes[k].style.size * LINES / TL_SLIDE_HEIGHT, >=, LEAST_LETTERS);
          if (item->has_clip)
            continue;
          g_assert_cmpfloat (shapes[k].box.x, >=, -0.5);
          g_assert_cmpfloat (shapes[k].box.x + shapes[k].box.width, <=, tl_scene_get_width (scene) + 0.5);
          g_assert_cmpfloat (shapes[k].box.y + shapes[k].box.height, <=, tl_scene_get_height (scene) + 0.5);
        }
    }
}

/* No two texts below the lanes lie on each other. */
static void
check_words_apart (const TlScene *scene,
                   double         top)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    for (guint32 k = 0; k < items[i].n_shapes; k++)
      {
        const TlShape *shape = &tl_scene_get_shapes (scene, &items[i])[k];
        const TlRect inner = { shape->box.x + 0.5, shape->box.y + shape->box.height * 0.25,
                               shape->box.width - 1, shape->box.height * 0.5 };

        if (shape->kind != TL_SHAPE_TEXT || shape->box.y < top)
          continue;
        for (guint other = 0; other < boxes->len; other++)
          g_assert_false (tl_rect_overlaps (&inner, &g_array_index (boxes, TlRect, other)));
        g_array_append_val (boxes, inner);
      }
}

static gboolean
stands_out (const TlTalkStep *step,
            guint32           event)
{
  const guint32 *events = step->n_highlighted > 0 ? step->highlighted : step->events;
  guint n_events = step->n_highlighted > 0 ? step->n_highlighted : step->n_events;

  for (guint i = 0; i < n_events; i++)
    if (events[i] == event)
      return TRUE;

  return n_events == 0;
}

/* What is not of the step steps back, and only that. */
static void
check_dimmed (const TlSlide *slide,
              const TlScene *scene)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT)
      g_assert_true (stands_out (tl_slide_get_step (slide), items[i].index) == (items[i].opacity == 1));
}

/* The events of a step are in view, whatever else is. */
static void
check_in_view (const Subject *subject,
               const TlSlide *slide)
{
  const TlTalkStep *step = tl_slide_get_step (slide);
  const TlRect area = tl_slides_get_area (&subject->slides);
  const TlLayout *layout = tl_slide_get_layout (slide);
  double room = area.width - tl_layout_get_gutter (layout);
  double x = tl_slide_get_camera (slide).x;
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (layout, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    for (guint k = 0; k < step->n_events; k++)
      if (placed[i].event == step->events[k])
        {
          g_assert_cmpfloat (placed[i].mark.x1, >, x);
          g_assert_cmpfloat (placed[i].mark.x0, <, x + room);
        }
}

static void
check_slides (Subject *subject)
{
  for (guint i = 0; i < subject->n_steps; i++)
    {
      g_autoptr (TlSlide) slide = tl_slide_new (&subject->slides, subject->talk, i);
      g_autoptr (TlScene) scene = tl_slide_draw (slide);
      const TlRect area = tl_slides_get_area (&subject->slides);

      tl_scene_finish (scene);
      check_texts (scene);
      check_words_apart (scene, area.y + area.height);
      check_dimmed (slide, scene);
      check_in_view (subject, slide);
      g_assert_true (tl_scene_has_kind (scene, TL_ITEM_TITLE));
    }
}

static void
test_story (void)
{
  static const double widths[] = { TL_SLIDE_WIDE_WIDTH, TL_SLIDE_NARROW_WIDTH };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Subject subject;

      open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"), widths[i]);
      g_assert_cmpuint (subject.n_steps, ==, 14);
      check_slides (&subject);
      close_subject (&subject);
    }
}

/* Each event that a step of the story is told with has its label. */
static void
test_labels (void)
{
  Subject subject;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"), TL_SLIDE_WIDE_WIDTH);
  for (guint i = 0; i < subject.n_steps; i++)
    {
      g_autoptr (TlSlide) slide = tl_slide_new (&subject.slides, subject.talk, i);
      guint n_placed;
      const TlPlaced *placed = tl_layout_get_placed (tl_slide_get_layout (slide), &n_placed);

      for (guint k = 0; k < n_placed; k++)
        if (tl_slide_get_step (slide)->n_highlighted + tl_slide_get_step (slide)->n_events > 0
            && stands_out (tl_slide_get_step (slide), placed[k].event) && placed[k].label == TL_LABEL_NONE)
          g_error ("step %u: “%s” has no label", i + 1,
                   tl_timeline_get_text (subject.timeline,
                                         tl_timeline_get_events (subject.timeline, NULL)[placed[k].event].title));
    }
  close_subject (&subject);
}

/* Whether both have the same items at the same places, whatever stands out. */
static gboolean
has_same_places (const TlScene *a,
                 const TlScene *b)
{
  guint n_a, n_b;
  const TlSceneItem *of_a = tl_scene_get_items (a, &n_a);
  const TlSceneItem *of_b = tl_scene_get_items (b, &n_b);

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (of_a[i].kind != of_b[i].kind || fabs (of_a[i].bounds.x - of_b[i].bounds.x) > 0.5
        || fabs (of_a[i].bounds.y - of_b[i].bounds.y) > 0.5)
      return FALSE;

  return n_a == n_b;
}

/* A move begins with one slide and ends with the other; on the way all that
 * is on both is drawn, wherever it turns. */
static void
test_move (void)
{
  Subject subject;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"), TL_SLIDE_WIDE_WIDTH);
  for (guint i = 0; i + 2 < subject.n_steps; i++)
    {
      g_autoptr (TlSlide) from = tl_slide_new (&subject.slides, subject.talk, i);
      g_autoptr (TlSlide) to = tl_slide_new (&subject.slides, subject.talk, i + 1);
      g_autoptr (TlSlide) other = tl_slide_new (&subject.slides, subject.talk, i + 2);
      g_autoptr (TlSlideMove) move = tl_slide_move_new (from, to, 0, TL_SLIDE_MOVE);
      g_autoptr (TlScene) first = tl_slide_move_draw_lanes (move, 0);
      g_autoptr (TlScene) start = NULL;
      g_autoptr (TlScene) last = NULL;
      g_autoptr (TlScene) end = NULL;
      g_autofree char *drawn = NULL;
      g_autofree char *wanted = NULL;

      tl_scene_finish (first);
      start = tl_slide_begin_lanes (from);
      tl_slide_draw_lanes (from, start);
      tl_scene_finish (start);
      g_assert_true (has_same_places (first, start));
      for (gint64 now = 0; now < 300000; now += 50000)
        {
          g_autoptr (TlScene) frame = tl_slide_move_draw_lanes (move, now);

          tl_scene_finish (frame);
          check_texts (frame);
          g_assert_false (tl_slide_move_is_over (move, now));
        }

      tl_slide_move_turn (move, other, 300000, TL_SLIDE_MOVE);
      g_assert_false (tl_slide_move_is_over (move, 300000 + TL_SLIDE_MOVE - 1));
      g_assert_true (tl_slide_move_is_over (move, 1000000));
      last = tl_slide_move_draw_lanes (move, 1000000);
      end = tl_slide_begin_lanes (other);
      tl_slide_draw_lanes (other, end);
      tl_scene_finish (last);
      tl_scene_finish (end);
      drawn = tl_scene_to_text (last);
      wanted = tl_scene_to_text (end);
      g_assert_true (g_str_equal (drawn, wanted));
    }
  close_subject (&subject);
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < N_TALKS; seed++)
    {
      Subject subject;

      open_subject (&subject, tl_make_random (1 + seed * 7, seed), TL_SLIDE_WIDE_WIDTH);
      check_slides (&subject);
      close_subject (&subject);
    }
}

/* The same words are in the picture as in the file. */
static void
test_words (void)
{
  Subject subject;
  g_autoptr (TlSlide) slide = NULL;
  g_autoptr (TlScene) scene = NULL;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"), TL_SLIDE_WIDE_WIDTH);
  slide = tl_slide_new (&subject.slides, subject.talk, 4);
  scene = tl_slide_draw (slide);
  tl_scene_finish (scene);
  g_assert_true (tl_scene_has_text (scene, "The deal"));
  g_assert_true (tl_scene_has_text (scene, "12 June 2025 · Deal"));
  g_assert_true (tl_scene_has_text (scene, "$14.3 bn"));
  g_assert_true (tl_scene_has_text (scene, "49%"));
  g_assert_true (tl_scene_has_text (scene, "5 / 14"));
  g_assert_true (tl_scene_has_text (scene, "more sources"));
  close_subject (&subject);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slide/story", test_story);
  g_test_add_func ("/slide/labels", test_labels);
  g_test_add_func ("/slide/words", test_words);
  g_test_add_func ("/slide/move", test_move);
  g_test_add_func ("/slide/random", test_random);

  return g_test_run ();
}
