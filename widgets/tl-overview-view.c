/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-axis-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is in view, what is marked, and how that is said. */

/**
 * tl_overview_describe:
 * @self: an overview
 *
 * Tells assistive technology the middle of the range in hundredths of the
 * axis, as sliders do, and the range in words. GTK 4.8 passes no values on to
 * AT-SPI but those of its own widgets, so the words are the description, too.
 */
void
tl_overview_describe (TlOverview *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *range = NULL;
  g_autofree char *words = NULL;
  double from, to, middle;

  if (self->axis == NULL)
    {
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      g_clear_pointer (&self->words, g_free);
      return;
    }

  tl_overview_get_range (self, &from, &to);
  middle = round ((from + to) / 2 / tl_axis_get_length (self->axis) * 100);
  range = tl_axis_say_range (self->axis, from, to, NULL);
  /* Translators: which part of a timeline is in view, as in Shows May to July 2025, or Shows 2016 – 2025 */
  words = g_strdup_printf (_("Shows %s"), range);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, CLAMP (middle, 0, 100), -1);

  /* Assistive technology hears of every change, and need not of what is none. */
  if (g_strcmp0 (self->words, words) == 0)
    return;
  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  g_free (self->words);
  self->words = g_steal_pointer (&words);
}

/**
 * tl_overview_set_range:
 * @self: an overview
 * @from: where what is in view begins, in units of the axis
 * @to: where it ends
 *
 * Moves the window; emits nothing. What is beyond the axis and the padding
 * is moved back to it.
 */
void
tl_overview_set_range (TlOverview *self,
                       double      from,
                       double      to)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail (from <= to);

  if (self->view.from == from && self->view.to == to)
    return;
  self->view.from = from;
  self->view.to = to;
  tl_overview_drop_view (self);
  tl_overview_describe (self);
}

/**
 * tl_overview_get_range:
 * @self: an overview
 * @from: (out): where what is in view begins, in units of the axis
 * @to: (out): where it ends
 *
 * Tells what the window shows: within the axis and its padding, as soon as
 * there is an axis, and a size.
 */
void
tl_overview_get_range (TlOverview *self,
                       double     *from,
                       double     *to)
{
  const TlOverviewScene *scene;

  g_return_if_fail (TL_IS_OVERVIEW (self));

  scene = tl_overview_get_scene (self);
  *from = self->view.from;
  *to = self->view.to;
  if (scene != NULL)
    tl_overview_scene_clamp (scene, from, to);
}

/**
 * tl_overview_set_selected:
 * @self: an overview
 * @selected: the event that is selected, or %TL_NONE
 * @second: another one that it is compared with, or %TL_NONE
 */
void
tl_overview_set_selected (TlOverview *self,
                          guint32     selected,
                          guint32     second)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->view.selected == selected && self->view.second == second)
    return;
  self->view.selected = selected;
  self->view.second = second;
  tl_overview_drop_view (self);
}

/**
 * tl_overview_set_hover:
 * @self: an overview
 * @position: where a line is to be, in units of the axis; NAN for none
 */
void
tl_overview_set_hover (TlOverview *self,
                       double      position)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->view.hover == position || (isnan (self->view.hover) && isnan (position)))
    return;
  self->view.hover = position;
  tl_overview_drop_view (self);
}

/**
 * tl_overview_set_span:
 * @self: an overview
 * @from: where the time that is marked begins, in units of the axis; NAN for
 *   none
 * @to: where it ends
 */
void
tl_overview_set_span (TlOverview *self,
                      double      from,
                      double      to)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  self->view.span_from = from;
  self->view.span_to = to;
  tl_overview_drop_view (self);
}

/**
 * tl_overview_set_hits:
 * @self: an overview
 * @hits: (nullable) (array length=n_hits): events that a search has found;
 *   copied
 * @n_hits: how many
 */
void
tl_overview_set_hits (TlOverview    *self,
                      const guint32 *hits,
                      guint          n_hits)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  g_array_set_size (self->hits, 0);
  g_array_append_vals (self->hits, hits, n_hits);
  if (self->scene != NULL)
    tl_overview_scene_set_hits (self->scene, hits, n_hits);
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  tl_overview_drop_view (self);
}
