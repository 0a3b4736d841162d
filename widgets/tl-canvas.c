/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-show-child.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TlCanvas:
 *
 * A timeline, drawn, to be looked at and clicked through. Shows what its
 * #TlViewport says and tells that what a hand or a key wants. All that is
 * painted, picked and announced is one #TlScene.
 */
G_DEFINE_FINAL_TYPE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_OPENED,
  SIGNAL_JUMPING,
  SIGNAL_HOVERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Smaller than this, nothing of a drawing can be told apart. */
#define MIN_WIDTH  200
#define MIN_HEIGHT 120

static void
tl_canvas_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum;
}

static void
allocate_child (GtkWidget    *child,
                const TlRect *box)
{
  const GtkAllocation at = { (int) floor (box->x), (int) floor (box->y), (int) ceil (box->width), (int) ceil (box->height) };

  gtk_widget_size_allocate (child, &at, -1);
}

static void
tl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlCanvas *self = TL_CANVAS (widget);
  const TlRect all = { 0, 0, width, height };

  if (self->scene == NULL || fabs (tl_scene_get_width (self->scene) - tl_canvas_get_width (self)) > 1e-9
      || fabs (tl_scene_get_height (self->scene) - tl_canvas_get_height (self)) > 1e-9)
    {
      self->needs_scene = TRUE;
      tl_canvas_update_scene (self);
      /* Stand-ins are made and unmade before GTK allocates, not while. */
      tl_canvas_queue_update (self);
    }

  allocate_child (self->axis_proxy, tl_item_proxy_get_box (TL_ITEM_PROXY (self->axis_proxy)));
  allocate_child (self->lane_group, &all);
  allocate_child (self->event_group, &all);
  tl_canvas_allocate_zoom_button (self);
  tl_canvas_allocate_scrollbar (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_build_node (self);
  if (self->node == NULL)
    return;

  gtk_snapshot_append_node (snapshot, self->node);
  tl_canvas_snapshot_overlay (self, snapshot);
  if (gtk_widget_get_child_visible (self->zoom_button))
    gtk_widget_snapshot_child (widget, self->zoom_button, snapshot);
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}

/* Sizes, direction and fonts: everything is laid out anew. */
static void
lay_out_anew (TlCanvas *self)
{
  self->needs_layout = TRUE;
  self->needs_scene = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  tl_canvas_queue_update (self);
}

static void
tl_canvas_direction_changed (GtkWidget       *widget,
                             GtkTextDirection previous)
{
  lay_out_anew (TL_CANVAS (widget));
}

static void
tl_canvas_state_flags_changed (GtkWidget    *widget,
                               GtkStateFlags previous)
{
  /* The ring around what has the keyboard comes and goes. */
  gtk_widget_queue_draw (widget);
}

/* On another screen, the same is painted with more or fewer pixels. */
static void
scale_factor_changed_cb (TlCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
has_time (const TlDate *when)
{
  return when->start.precision >= TL_PRECISION_SECOND || when->end.precision >= TL_PRECISION_SECOND;
}

static gboolean
has_times (TlViewport *viewport)
{
  TlTimeline *timeline = tl_viewport_get_timeline (viewport);
  guint n_events = 0;
  const TlEvent *events = timeline != NULL ? tl_timeline_get_events (timeline, &n_events) : NULL;

  for (guint i = 0; i < n_events; i++)
    if (has_time (&events[i].when))
      return TRUE;

  return FALSE;
}

static void
changed_cb (TlViewport *viewport,
            guint       changes,
            TlCanvas   *self)
{
  TlStretch span;

  if ((changes & TL_VIEWPORT_CONTENT) != 0)
    {
      self->needs_layout = TRUE;
      self->needs_names = TRUE;
      self->has_times = has_times (viewport);
      tl_canvas_stop (self);
      /* They point to what is no longer there, and so may a tooltip. */
      tl_canvas_forget (self);
      gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
      self->walk_from = self->walk_to = TL_NONE;
      /* In another version of the file, what has the keyboard stands for
       * another event. */
      if ((changes & TL_VIEWPORT_SELECTION) != 0
          && (self->focus_event != TL_NONE || tl_item_group_get_focused (TL_ITEM_GROUP (self->event_group)) != NULL))
        self->focus_event = tl_viewport_get_selected (viewport);
      if (self->popover != NULL)
        gtk_popover_popdown (GTK_POPOVER (self->popover));
    }
  self->needs_scene = TRUE;
  if ((changes & TL_VIEWPORT_HITS) != 0)
    self->needs_names = TRUE;
  if ((changes & TL_VIEWPORT_SELECTION) != 0)
    self->needs_items = TRUE;
  tl_show_child (self->zoom_button, tl_viewport_get_span (viewport, &span));
  if (!self->is_updating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  tl_canvas_queue_update (self);
}

static gboolean
tl_canvas_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* Menus and lists that have been opened go through their own rows. */
  if (GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);

  return tl_canvas_move_focus (TL_CANVAS (widget), direction);
}

static gboolean
tl_canvas_grab_focus (GtkWidget *widget)
{
  TlCanvas *self = TL_CANVAS (widget);
  guint32 selected = tl_viewport_get_selected (self->viewport);

  if (tl_canvas_focus_event (self, selected))
    return TRUE;

  /* As soon as it is in view. */
  self->focus_event = selected;

  return GTK_WIDGET_CLASS (tl_canvas_parent_class)->grab_focus (widget);
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);
  GtkWidget *child;

  tl_canvas_close_popover (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  tl_viewport_set_destination (self->viewport, NULL);
  g_clear_pointer (&self->zoom_button, gtk_widget_unparent);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_object (&self->tip);
  g_clear_pointer (&self->axis_proxy, gtk_widget_unparent);
  g_clear_pointer (&self->lane_group, gtk_widget_unparent);
  g_clear_pointer (&self->event_group, gtk_widget_unparent);
  /* A menu that is still closing. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_forget (self);
  g_clear_pointer (&self->picture, tl_picture_free);
  g_clear_object (&self->text);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * TlCanvas::event-opened:
   * @self: the canvas
   * @event: an event
   *
   * Its details are to be shown, and to have the keyboard.
   */
  signals[SIGNAL_EVENT_OPENED] = g_signal_new ("event-opened", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlCanvas::jumping:
   * @self: the canvas
   *
   * It is about to show something else, which somebody may want to come back
   * from.
   */
  signals[SIGNAL_JUMPING] = g_signal_new ("jumping", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * TlCanvas::hovered:
   * @self: the canvas
   * @unit: what is under the pointer, in units of the axis; NAN where it is
   *   not over the lanes
   */
  signals[SIGNAL_HOVERED] = g_signal_new ("hovered", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->direction_changed = tl_canvas_direction_changed;
  widget_class->state_flags_changed = tl_canvas_state_flags_changed;
  widget_class->focus = tl_canvas_focus;
  widget_class->grab_focus = tl_canvas_grab_focus;

  install_signals ();
  tl_canvas_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_canvas_init (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->text_scale = 1;
  self->hover = NAN;
  self->needs_layout = self->needs_scene = TRUE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);

  tl_canvas_init_items (self);
  tl_canvas_init_zoom_button (self);

  tl_canvas_init_scrollbar (self);
  tl_canvas_init_pointer (self);
  tl_canvas_init_drag (self);
  tl_canvas_init_scroll (self);
  tl_canvas_init_keys (self);
}

/* Nothing that has been made with another one is of any use. */
static void
use_font (TlCanvas   *self,
          const char *family)
{
  tl_canvas_forget (self);
  g_clear_pointer (&self->picture, tl_picture_free);
  g_clear_object (&self->text);
  self->text = tl_text_pango_new (family, pango_language_to_string (pango_language_get_default ()));
  tl_text_pango_set_for_screen (self->text);
  self->measure = tl_text_pango_get_measure (self->text);
}

/**
 * tl_canvas_new:
 * @viewport: (transfer none): what to show
 *
 * Returns: (transfer floating): a canvas
 */
GtkWidget *
tl_canvas_new (TlViewport *viewport)
{
  TlCanvas *self = g_object_new (TL_TYPE_CANVAS, NULL);

  self->viewport = g_object_ref (viewport);
  use_font (self, TL_CHART_FONT);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (changed_cb), self, 0);

  return GTK_WIDGET (self);
}

void
tl_canvas_tell_opened (TlCanvas *self,
                       guint32   event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_OPENED], 0, event);
}

void
tl_canvas_tell_jumping (TlCanvas *self)
{
  g_signal_emit (self, signals[SIGNAL_JUMPING], 0);
}

/**
 * tl_canvas_get_text:
 * @self: a canvas
 *
 * Returns: (transfer none): what sets its texts, for others that draw along;
 *   another one after tl_canvas_set_font()
 */
TlTextPango *
tl_canvas_get_text (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->text;
}

/**
 * tl_canvas_set_font:
 * @self: a canvas
 * @family: the font family that it is drawn in
 */
void
tl_canvas_set_font (TlCanvas   *self,
                    const char *family)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (family != NULL);

  if (g_str_equal (tl_text_pango_get_family (self->text), family))
    return;

  use_font (self, family);
  lay_out_anew (self);
}

/**
 * tl_canvas_set_theme:
 * @self: a canvas
 * @theme: its colours
 */
void
tl_canvas_set_theme (TlCanvas   *self,
                     TlThemeKind theme)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  lay_out_anew (self);
}

/**
 * tl_canvas_get_text_scale:
 * @self: a canvas
 *
 * Returns: how much larger than usual everything is drawn
 */
double
tl_canvas_get_text_scale (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 1);

  return self->text_scale;
}

/**
 * tl_canvas_set_text_scale:
 * @self: a canvas
 * @scale: how much larger than usual to draw everything, from
 *   %TL_MIN_TEXT_SCALE to %TL_MAX_TEXT_SCALE
 *
 * Not to be mistaken for looking nearer: that gives more room to time, this to
 * letters.
 */
void
tl_canvas_set_text_scale (TlCanvas *self,
                          double    scale)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  scale = CLAMP (scale, TL_MIN_TEXT_SCALE, TL_MAX_TEXT_SCALE);
  if (self->text_scale == scale)
    return;

  self->text_scale = scale;
  lay_out_anew (self);
}

/**
 * tl_canvas_get_gutter:
 * @self: a canvas
 *
 * Returns: the width of the lanes' names, in pixels of the widget
 */
double
tl_canvas_get_gutter (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 0);

  return self->gutter * self->text_scale;
}

/**
 * tl_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is drawn, in pixels of the widget
 *   divided by the scale of the text
 */
const TlScene *
tl_canvas_get_scene (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->scene;
}

/**
 * tl_canvas_set_hover:
 * @self: a canvas
 * @unit: where to draw a line, in units of the axis; NAN for none
 *
 * Points at a date, as the pointer does.
 */
void
tl_canvas_set_hover (TlCanvas *self,
                     double    unit)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->hover == unit || (isnan (self->hover) && isnan (unit)))
    return;

  self->hover = unit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_HOVERED], 0, unit);
}
