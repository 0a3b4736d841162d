/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"

#include "fake-measure.h"
#include "make-random.h"

/* Layouts of random timelines, for random sizes, zooms, modes, pages and
 * selections. */

/* All events, or some of them, as a filter leaves them. */
static guint
choose_events (TlMadeLayout *self,
               GRand        *rand)
{
  guint n_events, n_chosen = 0;
  gboolean is_filtered = g_rand_int_range (rand, 0, 4) == 0;

  tl_timeline_get_events (self->timeline, &n_events);
  self->events = g_new (guint32, n_events);
  for (guint32 i = 0; i < n_events; i++)
    if (!is_filtered || g_rand_boolean (rand))
      self->events[n_chosen++] = i;

  return n_chosen;
}

static double
choose_height (GRand *rand)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    return 0;

  return g_rand_int_range (rand, 60, g_rand_boolean (rand) ? 300 : 1600);
}

static void
choose_options (TlMadeLayout *self,
                GRand        *rand)
{
  static const TlAxisMode modes[] = { TL_AXIS_AUTO, TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };
  TlLayoutOptions *options = &self->options;
  guint n_sources;

  options->n_events = choose_events (self, rand);
  options->events = self->events;
  self->axis = tl_axis_new (self->timeline, self->events, options->n_events,
                            modes[g_rand_int_range (rand, 0, G_N_ELEMENTS (modes))], NULL);
  self->width = g_rand_int_range (rand, 220, 2400);

  tl_timeline_get_sources (self->timeline, &n_sources);
  options->drawing = (TlDrawing){ self->timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL };
  options->axis = self->axis;
  options->scale = tl_layout_get_scale_for (self->axis, self->width);
  if (g_rand_boolean (rand))
    options->scale *= g_rand_double_range (rand, 1, 30);
  options->height = choose_height (rand);
  options->page = g_rand_int_range (rand, 0, 3) == 0 ? self->width : 0;
  options->selected = TL_NONE;
  if (options->n_events > 0 && g_rand_int_range (rand, 0, 3) == 0)
    options->selected = self->events[g_rand_int_range (rand, 0, (gint32) options->n_events)];
  options->is_draft = g_rand_int_range (rand, 0, 5) == 0;
}

/**
 * tl_made_layout_new:
 * @seed: what the random choices start from
 *
 * Returns: (transfer full): a layout
 */
TlMadeLayout *
tl_made_layout_new (guint32 seed)
{
  TlMadeLayout *self = g_new0 (TlMadeLayout, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_events = (guint) g_rand_int_range (rand, 1, seed % 10 == 0 ? 500 : 60);

  self->timeline = tl_make_random (n_events, seed);
  choose_options (self, rand);
  self->layout = tl_layout_new (&self->options);
  self->about = g_strdup_printf ("seed %u: %u of %u events in %gx%g, scaled %g times, page %g, selected %d", seed,
                                 self->options.n_events, n_events, self->width, self->options.height,
                                 self->options.scale / tl_layout_get_scale_for (self->axis, self->width),
                                 self->options.page, (int) self->options.selected);

  return self;
}

/**
 * tl_made_layout_free:
 * @self: (transfer full): a layout
 */
void
tl_made_layout_free (TlMadeLayout *self)
{
  tl_layout_free (self->layout);
  tl_axis_unref (self->axis);
  g_object_unref (self->timeline);
  g_free (self->events);
  g_free (self->about);
  g_free (self);
}

/**
 * tl_made_layout_draw:
 * @self: a layout
 * @layout: that of @self, or one that is to be the same
 * @x: of the content, at the left edge of the lanes
 * @y: of the lanes, at their upper edge
 *
 * Draws what is in view where the lanes have the width that the layout has
 * been made for.
 *
 * Returns: (transfer full): the scene, finished
 */
TlScene *
tl_made_layout_draw (const TlMadeLayout *self,
                     const TlLayout     *layout,
                     double              x,
                     double              y)
{
  double lanes = MIN (tl_layout_get_lanes_height (layout), TL_MADE_LANES);
  const TlView view = {
    .area = { TL_MADE_LEFT, TL_MADE_TOP, tl_layout_get_gutter (layout) + self->width,
              tl_layout_get_head (layout) + lanes },
    .x = x,
    .y = y,
    .selected = self->options.selected,
  };
  TlScene *scene = tl_scene_new (view.area.width + 2 * TL_MADE_LEFT, view.area.height + 2 * TL_MADE_TOP, 0xffffffff);

  tl_layout_draw (layout, &view, scene);
  tl_scene_finish (scene);

  return scene;
}
