/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-view-private.h"

#include <math.h>

/**
 * TlSlideView:
 *
 * What a talk shows, as large as there is room for it: to the audience, or
 * to the speaker, and then also what comes next. From one step to another the
 * camera moves, unless the desktop asks for no motion. Slides of the steps
 * before and after are made while nothing else is to be done.
 *
 * That of the audience and that of the speaker can be used: see
 * tl-slide-view-input.c.
 */
G_DEFINE_FINAL_TYPE (TlSlideView, tl_slide_view, GTK_TYPE_WIDGET)

/* Of the steps that one goes to from here, one at a time. */
static gboolean
prepare_cb (gpointer data)
{
  TlSlideView *self = data;

  if (self->width > 0 && tl_show_prepare (self->show))
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
prepare (TlSlideView *self)
{
  if (self->idle == 0 && tl_slide_view_is_for_audience (self))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/* Its size */

static void
tl_slide_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  g_clear_pointer (&self->lanes.node, gsk_render_node_unref);
  g_clear_pointer (&self->words.node, gsk_render_node_unref);
  if (tl_slide_view_is_for_audience (self))
    tl_show_set_shape (self->show, (double) width / MAX (height, 1));
  gtk_widget_queue_draw (widget);
  prepare (self);
}

/* That of the speaker is as large as it can be, in the shape that the audience
 * sees. */
static void
tl_slide_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);
  const TlSlides *slides = tl_show_get_slides (self->show);
  double shape = slides->width / slides->height;
  double usual = orientation == GTK_ORIENTATION_HORIZONTAL ? slides->width / 3 : slides->height / 3;

  *minimum = 0;
  if (for_size >= 0 && self->kind != TL_SLIDE_VIEW_AUDIENCE)
    usual = orientation == GTK_ORIENTATION_HORIZONTAL ? for_size * shape : for_size / shape;
  *natural = (int) ceil (usual);
}

static GtkSizeRequestMode
tl_slide_view_get_request_mode (GtkWidget *widget)
{
  return TL_SLIDE_VIEW (widget)->kind == TL_SLIDE_VIEW_AUDIENCE ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                                               : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What changes */

static gboolean
is_changing (TlSlideView *self,
             gint64       now)
{
  return tl_show_is_moving (self->show, now) || tl_show_is_ink_fading (self->show);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);
  gint64 now = tl_slide_view_get_now (self);

  if (!self->is_frozen)
    tl_slide_view_forget (self, &self->lanes);
  if (tl_show_is_ink_fading (self->show) && tl_show_get_ink_opacity (self->show, now) <= 0)
    tl_show_clear_ink (self->show);
  gtk_widget_queue_draw (widget);
  if (is_changing (self, now))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  tl_slide_view_update_cursor (self);
  prepare (self);

  return G_SOURCE_REMOVE;
}

static void
start_ticking (TlSlideView *self)
{
  if (self->tick == 0 && tl_slide_view_is_for_audience (self) && gtk_widget_get_mapped (GTK_WIDGET (self))
      && is_changing (self, g_get_monotonic_time ()))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static const TlTalkStep *
get_said (TlSlideView *self)
{
  guint n_steps, next;
  const TlTalkStep *steps = tl_talk_get_steps (tl_show_get_talk (self->show), &n_steps);

  if (self->kind != TL_SLIDE_VIEW_NEXT)
    return tl_show_get_shown (self->show);

  return tl_show_find_step (self->show, 1, &next) ? &steps[next] : NULL;
}

static void
describe (TlSlideView *self)
{
  const TlTalkStep *said = get_said (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said != NULL ? said->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said != NULL && said->text != NULL ? said->text : "",
                                  -1);
}

/* What is frozen is what one is on the way to. */
static void
update_frozen (TlSlideView *self)
{
  gboolean is_frozen = tl_slide_view_is_for_audience (self) && tl_show_is_frozen (self->show);

  if (self->is_frozen == is_frozen)
    return;

  self->is_frozen = is_frozen;
  tl_slide_view_forget (self, &self->lanes);
  tl_slide_view_forget (self, &self->words);
  g_clear_pointer (&self->frozen_ink, gsk_render_node_unref);
  if (is_frozen && self->width > 0)
    {
      tl_slide_view_make_scenes (self);
      self->frozen_ink = tl_slide_view_keep_ink (self);
    }
}

static void
changed_cb (TlSlideView *self,
            guint        change)
{
  update_frozen (self);
  if (change & (TL_SHOW_STEP | TL_SHOW_TALK))
    describe (self);
  if (change & (TL_SHOW_PICTURE | TL_SHOW_STEP | TL_SHOW_TALK) && !self->is_frozen)
    tl_slide_view_forget (self, &self->lanes);
  if (change & (TL_SHOW_STEP | TL_SHOW_TALK) && !self->is_frozen)
    tl_slide_view_forget (self, &self->words);
  if (change & TL_SHOW_STATE)
    tl_slide_view_update_cursor (self);
  if (change & TL_SHOW_PICTURE)
    prepare (self);
  start_ticking (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Steps move only where the desktop wants it, and where somebody sees it. */
static void
update_motion (TlSlideView *self)
{
  gboolean is_enabled = TRUE;

  if (!tl_slide_view_is_for_audience (self))
    return;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_enabled, NULL);
  tl_show_set_animated (self->show, is_enabled && gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
tl_slide_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_slide_view_parent_class)->map (widget);
  update_motion (TL_SLIDE_VIEW (widget));
}

static void
tl_slide_view_unmap (GtkWidget *widget)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  GTK_WIDGET_CLASS (tl_slide_view_parent_class)->unmap (widget);
  update_motion (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
}

static void
tl_slide_view_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  before)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  tl_show_set_mirrored (self->show, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

/* Widget */

static void
tl_slide_view_dispose (GObject *object)
{
  TlSlideView *self = TL_SLIDE_VIEW (object);

  tl_slide_view_stop_input (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->idle, g_source_remove);

  G_OBJECT_CLASS (tl_slide_view_parent_class)->dispose (object);
}

static void
tl_slide_view_finalize (GObject *object)
{
  TlSlideView *self = TL_SLIDE_VIEW (object);

  g_clear_pointer (&self->frozen_ink, gsk_render_node_unref);
  tl_slide_view_clear_part (&self->lanes);
  tl_slide_view_clear_part (&self->words);
  g_clear_object (&self->text);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_slide_view_parent_class)->finalize (object);
}

static void
tl_slide_view_class_init (TlSlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_slide_view_dispose;
  object_class->finalize = tl_slide_view_finalize;
  widget_class->direction_changed = tl_slide_view_direction_changed;
  widget_class->get_request_mode = tl_slide_view_get_request_mode;
  widget_class->map = tl_slide_view_map;
  widget_class->measure = tl_slide_view_measure;
  widget_class->size_allocate = tl_slide_view_size_allocate;
  widget_class->snapshot = tl_slide_view_snapshot;
  widget_class->unmap = tl_slide_view_unmap;

  /**
   * TlSlideView::sources-activated:
   * @self: a view
   *
   * Somebody wants to know where that comes from.
   */
  tl_slide_view_signals[TL_SLIDE_VIEW_SOURCES_ACTIVATED] =
    g_signal_new ("sources-activated", TL_TYPE_SLIDE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_slide_view_init (TlSlideView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * tl_slide_view_new:
 * @show: (transfer none): a talk that is being given
 * @text: (transfer none): what its words are painted with
 * @kind: who looks at it
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
tl_slide_view_new (TlShow          *show,
                   TlTextPango     *text,
                   TlSlideViewKind  kind)
{
  TlSlideView *self = g_object_new (TL_TYPE_SLIDE_VIEW, NULL);

  self->show = g_object_ref (show);
  self->text = g_object_ref (text);
  self->kind = kind;
  gtk_widget_set_focusable (GTK_WIDGET (self), kind != TL_SLIDE_VIEW_NEXT);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (kind == TL_SLIDE_VIEW_AUDIENCE)
    g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
                             G_CALLBACK (update_motion), self, G_CONNECT_SWAPPED);
  if (kind != TL_SLIDE_VIEW_NEXT)
    tl_slide_view_add_input (self);
  tl_show_set_mirrored (show, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  describe (self);

  return GTK_WIDGET (self);
}
