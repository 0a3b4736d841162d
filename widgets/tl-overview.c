/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TlOverview:
 *
 * All of a timeline in one band: how many events there are where, and over
 * it a window that shows which part is in view. The window can be dragged,
 * by its edges it can be made wider and narrower.
 *
 * Keys: Left and Right move the window by a tenth of it, with Shift by all
 * of it, and with Control make it narrower or wider, as - and + do; Home and
 * End go to the ends, 0 shows everything.
 */
G_DEFINE_FINAL_TYPE (TlOverview, tl_overview, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RANGE_CHANGED,
  SIGNAL_HOVERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The height in pixels of a drawing. */
#define MIN_HEIGHT     64
#define NATURAL_HEIGHT 84

#define MIN_WIDTH 120

/**
 * tl_overview_take_range:
 * @self: an overview with something to show
 * @from: where the range is to begin
 * @to: where it is to end
 *
 * Moves the window as its user wishes, and tells so.
 */
void
tl_overview_take_range (TlOverview *self,
                        double      from,
                        double      to)
{
  double old_from, old_to;

  tl_overview_get_range (self, &old_from, &old_to);
  tl_overview_scene_clamp (tl_overview_get_scene (self), &from, &to);
  if (from == old_from && to == old_to)
    return;

  tl_overview_set_range (self, from, to);
  g_signal_emit (self, signals[SIGNAL_RANGE_CHANGED], 0, from, to);
}

/**
 * tl_overview_tell_hover:
 * @self: an overview
 * @position: where the pointer is, in units, or NAN
 */
void
tl_overview_tell_hover (TlOverview *self,
                        double      position)
{
  g_signal_emit (self, signals[SIGNAL_HOVERED], 0, position);
}

static void
tl_overview_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  double scale = TL_OVERVIEW (widget)->text_scale;
  gboolean is_height = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = (int) ceil ((is_height ? MIN_HEIGHT : MIN_WIDTH) * (is_height ? scale : 1));
  *natural = is_height ? (int) ceil (NATURAL_HEIGHT * scale) : *minimum;
}

static void
tl_overview_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlOverview *self = TL_OVERVIEW (widget);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  tl_overview_drop_scene (self);
  tl_overview_describe (self);
}

static void
tl_overview_direction_changed (GtkWidget        *widget,
                               GtkTextDirection  previous)
{
  tl_overview_drop_scene (TL_OVERVIEW (widget));
  GTK_WIDGET_CLASS (tl_overview_parent_class)->direction_changed (widget, previous);
}

static void
tl_overview_state_flags_changed (GtkWidget     *widget,
                                 GtkStateFlags  previous)
{
  GtkStateFlags changed = previous ^ gtk_widget_get_state_flags (widget);

  if ((changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    tl_overview_drop_view (TL_OVERVIEW (widget));
  GTK_WIDGET_CLASS (tl_overview_parent_class)->state_flags_changed (widget, previous);
}

static void
tl_overview_dispose (GObject *object)
{
  TlOverview *self = TL_OVERVIEW (object);

  g_clear_pointer (&self->scene, tl_overview_scene_free);
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  g_clear_pointer (&self->over, gsk_render_node_unref);
  g_clear_pointer (&self->axis, tl_axis_unref);
  g_clear_pointer (&self->events, g_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->timeline);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (tl_overview_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  /**
   * TlOverview::range-changed:
   * @self: the overview
   * @from: where the range that is to be in view begins, in units of the axis
   * @to: where it ends
   *
   * Emitted when somebody moves the window, and only then. It is a hot path:
   * once for each step of a drag.
   */
  signals[SIGNAL_RANGE_CHANGED] = g_signal_new ("range-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /**
   * TlOverview::hovered:
   * @self: the overview
   * @position: where the pointer is, in units of the axis, or NAN when it
   *   has left
   */
  signals[SIGNAL_HOVERED] = g_signal_new ("hovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
tl_overview_class_init (TlOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_overview_dispose;
  widget_class->measure = tl_overview_measure;
  widget_class->size_allocate = tl_overview_size_allocate;
  widget_class->snapshot = tl_overview_snapshot;
  widget_class->direction_changed = tl_overview_direction_changed;
  widget_class->state_flags_changed = tl_overview_state_flags_changed;

  add_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
tl_overview_init (TlOverview *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->padding = -1;
  self->text_scale = 1;
  self->pointer = NAN;
  self->view = (TlOverviewView){ 0, 1, TL_NONE, TL_NONE, NAN, NAN, NAN, FALSE };

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  -1);
  tl_overview_add_controllers (self);
}

/**
 * tl_overview_new:
 *
 * Returns: (transfer floating): an overview of nothing
 */
GtkWidget *
tl_overview_new (void)
{
  return g_object_new (TL_TYPE_OVERVIEW, NULL);
}

/**
 * tl_overview_set_text:
 * @self: an overview
 * @text: (transfer none): what sets its texts; without it nothing is drawn
 */
void
tl_overview_set_text (TlOverview  *self,
                      TlTextPango *text)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail (TL_IS_TEXT_PANGO (text));

  if (g_set_object (&self->text, text))
    tl_overview_drop_scene (self);
}

/**
 * tl_overview_set_content:
 * @self: an overview
 * @timeline: (nullable) (transfer none): what it is of; %NULL for nothing
 * @axis: (nullable) (transfer none): where its times stand
 * @events: (nullable) (array length=n_events): the events to count; copied
 * @n_events: how many
 *
 * Shows other content. The range stays what it is, in units of the new axis,
 * until another is set; nothing is marked any more.
 */
void
tl_overview_set_content (TlOverview    *self,
                         TlTimeline    *timeline,
                         TlAxis        *axis,
                         const guint32 *events,
                         guint          n_events)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail ((timeline == NULL) == (axis == NULL));
  g_return_if_fail (events != NULL || n_events == 0);

  /* What the scene points to goes last. */
  tl_overview_drop_scene (self);
  g_set_object (&self->timeline, timeline);
  if (axis != NULL)
    tl_axis_ref (axis);
  g_clear_pointer (&self->axis, tl_axis_unref);
  self->axis = axis;
  g_free (self->events);
  self->events = g_memdup2 (events, n_events * sizeof (guint32));
  self->n_events = n_events;
  g_array_set_size (self->hits, 0);
  self->drag.part = TL_OVERVIEW_NOTHING;
  self->view = (TlOverviewView){ self->view.from, self->view.to, TL_NONE, TL_NONE, NAN, NAN, NAN, FALSE };
  tl_overview_describe (self);
}

/**
 * tl_overview_set_theme:
 * @self: an overview
 * @theme: its colours
 */
void
tl_overview_set_theme (TlOverview  *self,
                       TlThemeKind  theme)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->theme == theme)
    return;
  self->theme = theme;
  tl_overview_drop_scene (self);
}

/**
 * tl_overview_set_gutter:
 * @self: an overview
 * @gutter: the width of the lanes' names above it, in pixels of the drawing,
 *   that is at a text scale of 1
 */
void
tl_overview_set_gutter (TlOverview *self,
                        double      gutter)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail (gutter >= 0);

  if (self->gutter == gutter)
    return;
  self->gutter = gutter;
  tl_overview_drop_scene (self);
}

/**
 * tl_overview_set_padding:
 * @self: an overview
 * @padding: how far a range may reach beyond either end of the axis, in
 *   units; negative, the default, for as far as lanes of this width do when
 *   they show all of it
 */
void
tl_overview_set_padding (TlOverview *self,
                         double      padding)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->padding == padding)
    return;
  self->padding = padding;
  tl_overview_drop_scene (self);
  tl_overview_describe (self);
}

/**
 * tl_overview_set_text_scale:
 * @self: an overview
 * @text_scale: how large everything in it is, 1 for as large as it is drawn
 */
void
tl_overview_set_text_scale (TlOverview *self,
                            double      text_scale)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail (text_scale > 0);

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  tl_overview_drop_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
