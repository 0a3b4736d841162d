/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include <math.h>

/* What stands over an overview: the window onto what is in view, and what is
 * marked there. */

#define WINDOW_RADIUS 6.0
#define WINDOW_LINE   1.5
#define GRIP_WIDTH    6.0
#define GRIP_HEIGHT   22.0

/* How strong what lies over the bars is: the window, what is beside it, also
 * in high contrast, a marked span. */
#define WINDOW_TINT 0x14u
#define VEIL        0x9au
#define THIN_VEIL   0x50u
#define SPAN_TINT   0x30u

#define MARKER_RADIUS 4.0
#define MARKER_TOP    2.0

static TlRgba
fade (TlRgba colour,
      guint  alpha)
{
  return (colour & 0xffffff00u) | alpha;
}

/* What is not in view steps back. */
static void
draw_veil (const TlOverviewScene *self,
           const TlRect          *window,
           TlScene               *scene)
{
  const TlTheme *theme = self->options.drawing.theme;
  guint veil = theme == tl_theme_get (TL_THEME_HIGH_CONTRAST) ? THIN_VEIL : VEIL;
  const TlPen pen = { .fill = fade (theme->page, veil) };
  const TlRect before = { self->plot.x, self->plot.y, window->x - self->plot.x, self->plot.height };
  const TlRect after = { window->x + window->width, self->plot.y,
                         self->plot.x + self->plot.width - window->x - window->width, self->plot.height };

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  if (before.width > 0)
    tl_scene_add_rect (scene, &before, 0, &pen);
  if (after.width > 0)
    tl_scene_add_rect (scene, &after, 0, &pen);
}

static void
draw_span (const TlOverviewScene *self,
           double                 from,
           double                 to,
           TlScene               *scene)
{
  TlRgba accent = self->options.drawing.theme->accent;
  const TlPen pen = { .fill = fade (accent, SPAN_TINT) };
  const TlPen edge = { .stroke = accent, .line_width = 1, .dash = TL_DASH_DASHED };
  double x0, x1;

  if (isnan (from) || isnan (to))
    return;

  x0 = tl_overview_scene_get_plain_x (self, MIN (from, to));
  x1 = tl_overview_scene_get_plain_x (self, MAX (from, to));
  x0 = CLAMP (x0, self->plot.x, self->plot.x + self->plot.width);
  x1 = CLAMP (x1, x0, self->plot.x + self->plot.width);
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect){ x0, self->plot.y, x1 - x0, self->plot.height }, 0, &pen);
  tl_scene_add_line (scene, x0, self->plot.y, x0, self->plot.y + self->plot.height, &edge);
  tl_scene_add_line (scene, x1, self->plot.y, x1, self->plot.y + self->plot.height, &edge);
}

static void
draw_hover (const TlOverviewScene *self,
            double                 position,
            TlScene               *scene)
{
  const TlPen pen = { .stroke = self->options.drawing.theme->text_dim, .line_width = 1 };
  double x = tl_overview_scene_get_plain_x (self, position);

  if (isnan (position) || x < self->plot.x || x > self->plot.x + self->plot.width)
    return;

  x = floor (x) + 0.5;
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_line (scene, x, self->plot.y, x, self->plot.y + self->plot.height, &pen);
}

/* The first event that is selected is a disc, the second one a ring. */
static void
draw_marker (const TlOverviewScene *self,
             guint32                event,
             gboolean               is_second,
             TlScene               *scene)
{
  const TlTheme *theme = self->options.drawing.theme;
  const TlPen line = { .stroke = theme->accent, .line_width = 1.5, .dash = is_second ? TL_DASH_DASHED : TL_DASH_SOLID };
  const TlPen disc = { .fill = is_second ? theme->page : theme->accent, .stroke = theme->accent, .line_width = 1.5 };
  double top = self->plot.y + MARKER_TOP + MARKER_RADIUS;
  double x, bottom;

  if (event == TL_NONE)
    return;

  x = tl_overview_scene_get_event_x (self, event);
  bottom = tl_overview_scene_get_bar_top (self, x);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, event);
  if (bottom > top + MARKER_RADIUS)
    tl_scene_add_line (scene, x, top + MARKER_RADIUS, x, bottom, &line);
  tl_scene_add_circle (scene, x, top, MARKER_RADIUS, &disc);
}

static void
draw_grip (const TlOverviewScene *self,
           double                 x,
           TlScene               *scene)
{
  const TlTheme *theme = self->options.drawing.theme;
  const TlPen pen = { .fill = theme->accent, .stroke = theme->page, .line_width = 1 };
  double height = MIN (GRIP_HEIGHT, self->plot.height / 2);
  const TlRect rect = { x - GRIP_WIDTH / 2, self->plot.y + (self->plot.height - height) / 2, GRIP_WIDTH, height };

  tl_scene_add_rect (scene, &rect, GRIP_WIDTH / 2, &pen);
}

static void
draw_window (const TlOverviewScene *self,
             const TlRect          *window,
             TlScene               *scene)
{
  const TlTheme *theme = self->options.drawing.theme;
  const TlPen pen = { .fill = fade (theme->accent, WINDOW_TINT), .stroke = theme->accent, .line_width = WINDOW_LINE };

  tl_scene_begin_item (scene, TL_ITEM_AXIS, 1);
  tl_scene_add_rect (scene, window, WINDOW_RADIUS, &pen);
  draw_grip (self, window->x, scene);
  draw_grip (self, window->x + window->width, scene);
}

/* Around everything, apart from the window by a gap. */
static void
draw_focus (const TlOverviewScene *self,
            TlScene               *scene)
{
  const TlPen pen = { .stroke = self->options.drawing.theme->accent, .line_width = 2 };
  const TlRect ring = { 2, 2, self->options.width - 4, self->options.height - 4 };

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &ring, WINDOW_RADIUS, &pen);
}

/**
 * tl_overview_scene_draw_view:
 * @self: an overview
 * @view: what is in view, and what is marked
 * @scene: a scene of its size that is being built
 *
 * Adds what goes over the ground. Costs the same however many events there
 * are.
 */
void
tl_overview_scene_draw_view (const TlOverviewScene *self,
                             const TlOverviewView  *view,
                             TlScene               *scene)
{
  TlRect window = tl_overview_scene_get_plain_window (self, view->from, view->to);

  draw_veil (self, &window, scene);
  draw_span (self, view->span_from, view->span_to, scene);
  draw_hover (self, view->hover, scene);
  draw_window (self, &window, scene);
  draw_marker (self, view->second, TRUE, scene);
  draw_marker (self, view->selected, FALSE, scene);
  if (view->is_focused)
    draw_focus (self, scene);
}
