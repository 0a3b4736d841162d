/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include <math.h>

/* A step of a talk as a picture: lanes above, words below. The camera is
 * where the step's events are, with room for their cards.
 */

#define LANES_PART 0.6 /* of a slide's height */
#define TOP        8.0
#define LEFT       28.0

/* Room beside a step's events: cards are to the right of their marks. */
#define ROOM_LEFT  40.0
#define ROOM_RIGHT 250.0

/* So much of the axis is in view at least, as a part of it: an event is told
 * with what is around it. */
#define LEAST_PART 0.12

/**
 * tl_slides_get_area:
 * @self: slides
 *
 * Returns: where the lanes with their gutter and axis are
 */
TlRect
tl_slides_get_area (const TlSlides *self)
{
  return (TlRect){ LEFT, TOP, self->width - LEFT, floor (self->height * LANES_PART) - TOP };
}

static double
get_lanes_width (const TlSlides *self)
{
  return tl_slides_get_area (self).width - tl_layout_get_gutter_for (&self->drawing);
}

/**
 * tl_slides_init:
 * @self: slides
 *
 * Gives the viewport the room that lanes have on a slide: before any view is
 * asked for.
 */
void
tl_slides_init (const TlSlides *self)
{
  tl_viewport_set_room (self->viewport, get_lanes_width (self), tl_slides_get_area (self).height);
}

static void
add_extent (const TlSlides *self,
            const TlDate   *date,
            TlStretch      *stretch)
{
  double from, to;

  if (!tl_axis_get_extent (tl_viewport_get_axis (self->viewport), date, &from, &to))
    return;

  stretch->from = MIN (stretch->from, from);
  stretch->to = MAX (stretch->to, to);
}

/**
 * tl_slides_find_stretch:
 * @self: slides
 * @events: (array length=n_events): some events
 * @n_events: how many
 *
 * Returns: the time that they take, in units of the axis; without any, it
 *   ends before it begins
 */
TlStretch
tl_slides_find_stretch (const TlSlides *self,
                        const guint32  *events,
                        guint           n_events)
{
  const TlEvent *all = tl_timeline_get_events (self->drawing.timeline, NULL);
  TlStretch stretch = { INFINITY, -INFINITY };

  for (guint i = 0; i < n_events; i++)
    add_extent (self, &all[events[i]].when, &stretch);

  return stretch;
}

/* What the step is about, in units of the axis; nothing for all of it. */
static TlStretch
find_stretch (const TlSlides   *self,
              const TlTalkStep *step)
{
  TlStretch stretch = { INFINITY, -INFINITY };

  if (!step->has_window)
    return tl_slides_find_stretch (self, step->events, step->n_events);

  add_extent (self, &step->window, &stretch);

  return stretch;
}

/* Its stretch of time, else its events and what is around them, else all of
 * the timeline. */
static TlCamera
find_camera (const TlSlides   *self,
             const TlTalkStep *step)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (self->viewport));
  double least = step->has_window ? 0 : length * LEAST_PART;
  TlStretch stretch = find_stretch (self, step);

  if (stretch.from > stretch.to)
    return tl_viewport_fit (self->viewport);

  if (stretch.to - stretch.from < least)
    {
      double middle = (stretch.from + stretch.to) / 2;

      stretch = (TlStretch){ middle - least / 2, middle + least / 2 };
    }
  stretch.to += (stretch.to - stretch.from) * (ROOM_RIGHT - ROOM_LEFT)
                / MAX (get_lanes_width (self) - ROOM_LEFT - ROOM_RIGHT, ROOM_RIGHT);

  return tl_viewport_show_stretch (self->viewport, &stretch, ROOM_LEFT);
}

/* Those that the step says, else those that it is about; nothing where it is
 * about the whole. */
static guint8 *
mark_events (const TlSlides   *self,
             const TlTalkStep *step)
{
  guint n_events, n_all;
  const guint32 *events = tl_talk_step_get_subjects (step, &n_events);
  guint8 *marks;

  if (n_events == 0)
    return NULL;

  tl_timeline_get_events (self->drawing.timeline, &n_all);
  marks = g_malloc0 (n_all);
  for (guint i = 0; i < n_events; i++)
    marks[events[i]] = TRUE;

  return marks;
}

/* Lanes of which nothing stands out are low, so that the others have room. */
static TlLaneChoice *
choose_lanes (const TlSlides *self,
              const guint8   *marks,
              guint          *n_lanes)
{
  TlTimeline *timeline = self->drawing.timeline;
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  guint n_all, n_events;
  g_autofree guint8 *has_marked = NULL;
  const guint32 *events = tl_viewport_get_events (self->viewport, &n_events);
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, n_lanes);
  TlLaneChoice *chosen = g_memdup2 (lanes, *n_lanes * sizeof *lanes);

  if (marks == NULL)
    return chosen;

  tl_timeline_get_lanes (timeline, &n_all);
  has_marked = g_malloc0 (n_all + 1);
  for (guint i = 0; i < n_events; i++)
    if (marks[events[i]])
      has_marked[tl_timeline_get_event_lane (timeline, &all[events[i]])] = TRUE;
  for (guint i = 0; i < *n_lanes; i++)
    chosen[i].is_collapsed |= !has_marked[chosen[i].lane];

  return chosen;
}

/* With the lanes that have been chosen for it. */
static void
lay_out (TlSlide *self)
{
  TlLayoutOptions options = {
    .drawing = self->slides.drawing,
    .axis = tl_viewport_get_axis (self->slides.viewport),
    .scale = self->camera.scale,
    .height = tl_slides_get_area (&self->slides).height,
    .selected = TL_NONE,
    .highlighted = self->marks,
    .lanes = self->lanes,
    .n_lanes = self->n_lanes,
  };

  options.events = tl_viewport_get_events (self->slides.viewport, &options.n_events);
  self->layout = tl_layout_new (&options);
}

static TlSlide *
make (const TlSlides   *slides,
      TlTalk           *talk,
      guint             place,
      TlTalk           *told,
      const TlTalkStep *step)
{
  TlSlide *self = g_new0 (TlSlide, 1);

  self->n_refs = 1;
  self->slides = *slides;
  self->talk = tl_talk_ref (talk);
  self->told = tl_talk_ref (told);
  self->step = step;
  self->place = place;
  self->marks = mark_events (slides, step);
  self->lanes = choose_lanes (slides, self->marks, &self->n_lanes);
  self->camera = find_camera (slides, step);
  lay_out (self);

  return self;
}

/**
 * tl_slide_new:
 * @slides: slides, of which tl_slides_init() has been called
 * @talk: their talk
 * @step: the place of one of its steps
 *
 * Returns: (transfer full): its slide, for as long as events, axis and lanes
 *   of the viewport stay
 */
TlSlide *
tl_slide_new (const TlSlides *slides,
              TlTalk         *talk,
              guint           step)
{
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  g_return_val_if_fail (step < n_steps, NULL);

  return make (slides, talk, step, talk, &steps[step]);
}

/**
 * tl_slide_new_for_event:
 * @slides: slides, of which tl_slides_init() has been called
 * @talk: their talk
 * @step: the place of the step that one comes from
 * @event: an event that is shown
 *
 * Returns: (transfer full): a slide of that event, beside the talk
 */
TlSlide *
tl_slide_new_for_event (const TlSlides *slides,
                        TlTalk         *talk,
                        guint           step,
                        guint32         event)
{
  guint n_events, n_steps;
  const guint32 *events = tl_viewport_get_events (slides->viewport, &n_events);
  g_autoptr (TlTalk) told = tl_talk_new_for_event (slides->drawing.timeline, event, events, n_events,
                                                   slides->drawing.words);

  return make (slides, talk, step, told, tl_talk_get_steps (told, &n_steps));
}

/**
 * tl_slide_new_elsewhere:
 * @self: a slide
 * @camera: another view of the timeline
 *
 * Returns: (transfer full): what it says, with that view above it
 */
TlSlide *
tl_slide_new_elsewhere (const TlSlide  *self,
                        const TlCamera *camera)
{
  TlSlide *other = g_new0 (TlSlide, 1);
  guint n_all;

  tl_timeline_get_events (self->slides.drawing.timeline, &n_all);
  *other = *self;
  other->n_refs = 1;
  tl_talk_ref (other->talk);
  tl_talk_ref (other->told);
  other->marks = g_memdup2 (self->marks, self->marks != NULL ? n_all : 0);
  other->lanes = g_memdup2 (self->lanes, self->n_lanes * sizeof *self->lanes);
  other->camera = *camera;
  lay_out (other);

  return other;
}

/**
 * tl_slide_ref:
 * @self: a slide
 *
 * Returns: (transfer full): @self, with one more who holds it; for one thread
 */
TlSlide *
tl_slide_ref (TlSlide *self)
{
  self->n_refs++;

  return self;
}

/**
 * tl_slide_unref:
 * @self: (transfer full): a slide
 */
void
tl_slide_unref (TlSlide *self)
{
  if (--self->n_refs > 0)
    return;

  tl_layout_free (self->layout);
  g_free (self->marks);
  g_free (self->lanes);
  tl_talk_unref (self->told);
  tl_talk_unref (self->talk);
  g_free (self);
}

/**
 * tl_slide_set_x:
 * @self: a slide that nobody else holds
 * @x: the place on the content of what is at the left edge of its lanes, in
 *   pixels
 *
 * Moves the view: nothing has to be laid out anew for that.
 */
void
tl_slide_set_x (TlSlide *self,
                double   x)
{
  self->camera.x = x;
}

/**
 * tl_slide_get_step:
 * @self: a slide
 *
 * Returns: (transfer none): the step that it shows
 */
const TlTalkStep *
tl_slide_get_step (const TlSlide *self)
{
  return self->step;
}

/**
 * tl_slide_get_camera:
 * @self: a slide
 *
 * Returns: its view of the timeline
 */
TlCamera
tl_slide_get_camera (const TlSlide *self)
{
  return self->camera;
}

/**
 * tl_slide_get_layout:
 * @self: a slide
 *
 * Returns: (transfer none): its lanes
 */
const TlLayout *
tl_slide_get_layout (const TlSlide *self)
{
  return self->layout;
}

/**
 * tl_slide_begin_page:
 * @self: a slide
 * @height: of the page
 * @colour: its colour
 *
 * Returns: (transfer full): an empty scene as wide as the slide, that says
 *   what it is
 */
TlScene *
tl_slide_begin_page (const TlSlide *self,
                     double         height,
                     TlRgba         colour)
{
  const TlDrawing *drawing = &self->slides.drawing;
  TlScene *scene = tl_scene_new (self->slides.width, height, colour);
  const TlSceneAbout about = {
    .title = self->step->title,
    .description = self->step->text,
    .language = tl_timeline_get_language (drawing->timeline),
    .as_of = tl_timeline_get_as_of (drawing->timeline),
  };

  tl_scene_set_about (scene, &about);

  return scene;
}

/**
 * tl_slide_begin:
 * @self: a slide
 *
 * Returns: (transfer full): an empty scene for it, that says what it is
 */
TlScene *
tl_slide_begin (const TlSlide *self)
{
  return tl_slide_begin_page (self, self->slides.height, self->slides.drawing.theme->page);
}

/**
 * tl_slide_begin_lanes:
 * @self: a slide
 *
 * Returns: (transfer full): an empty scene for its upper part, which has no
 *   words
 */
TlScene *
tl_slide_begin_lanes (const TlSlide *self)
{
  const TlRect area = tl_slides_get_area (&self->slides);

  return tl_slide_begin_page (self, area.y + area.height, self->slides.drawing.theme->page);
}

/**
 * tl_slide_draw_lanes:
 * @self: a slide
 * @scene: a scene that is being built
 *
 * Adds the lanes, which are the upper part of it.
 */
void
tl_slide_draw_lanes (const TlSlide *self,
                     TlScene       *scene)
{
  const TlView view = {
    .area = tl_slides_get_area (&self->slides),
    .x = self->camera.x,
    .selected = TL_NONE,
    .highlighted = self->marks,
  };

  tl_layout_draw (self->layout, &view, scene);
}

/**
 * tl_slide_draw:
 * @self: a slide
 *
 * Returns: (transfer full): the whole of it, to be finished
 */
TlScene *
tl_slide_draw (const TlSlide *self)
{
  TlScene *scene = tl_slide_begin (self);

  tl_slide_draw_lanes (self, scene);
  tl_slide_draw_words (self, scene);

  return scene;
}
