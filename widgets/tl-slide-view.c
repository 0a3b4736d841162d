/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-view.h"

#include "tl-picture.h"
#include "tl-slide.h"

#include <math.h>

/**
 * TlSlideView:
 *
 * A step of a talk, as large as there is room for it. From one step to another
 * the camera moves, unless the desktop asks for no motion. Slides of the steps
 * before and after are made while nothing else is to be done.
 */
struct _TlSlideView
{
  GtkWidget parent_instance;

  TlViewport    *viewport;
  TlTalk        *talk;
  TlTextPango   *text;
  TlTextMeasure  measure;
  TlThemeKind    theme;
  TlSlides       slides;
  TlSlide      **made; /* for each step, or NULL */
  guint          n_steps;
  guint          step;
  TlSlideMove   *move; /* (nullable): on its way to the step */
  TlPicture     *picture;
  TlScene       *scene; /* (nullable): of what is shown */
  GskRenderNode *node;  /* (nullable) */
  guint          tick;
  guint          idle;
  int            width;
  int            height;
  gboolean       is_black;
};

G_DEFINE_FINAL_TYPE (TlSlideView, tl_slide_view, GTK_TYPE_WIDGET)

/* No wider and no narrower than slides are made for. */
#define NARROWEST (4.0 / 3.0)
#define WIDEST    (21.0 / 9.0)

static TlSlide *
get_slide (TlSlideView *self,
           guint        step)
{
  if (self->made[step] == NULL)
    self->made[step] = tl_slide_new (&self->slides, self->talk, step);

  return self->made[step];
}

static void
forget_picture (TlSlideView *self)
{
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_slides (TlSlideView *self)
{
  g_clear_pointer (&self->move, tl_slide_move_free);
  for (guint i = 0; i < self->n_steps; i++)
    g_clear_pointer (&self->made[i], tl_slide_free);
  forget_picture (self);
}

/* Of the steps that one goes to from here. */
static gboolean
prepare_cb (gpointer data)
{
  TlSlideView *self = data;

  self->idle = 0;
  if (self->width > 0 && self->step + 1 < self->n_steps)
    get_slide (self, self->step + 1);
  if (self->width > 0 && self->step > 0)
    get_slide (self, self->step - 1);

  return G_SOURCE_REMOVE;
}

static void
prepare (TlSlideView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static gint64
get_now (TlSlideView *self)
{
  return gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
}

static void
set_up_slides (TlSlideView *self)
{
  double shape = CLAMP ((double) self->width / MAX (self->height, 1), NARROWEST, WIDEST);

  self->slides = (TlSlides){
    .drawing = { .timeline = tl_viewport_get_timeline (self->viewport), .theme = tl_theme_get (self->theme),
                 .measure = &self->measure },
    .viewport = self->viewport,
    .width = TL_SLIDE_HEIGHT * shape,
    .height = TL_SLIDE_HEIGHT,
  };
  forget_slides (self);
  tl_slides_init (&self->slides);
}

/* Pixels of the widget for one of the slide. */
static double
get_scale (TlSlideView *self)
{
  return fmin (self->width / self->slides.width, self->height / self->slides.height);
}

static void
make_scene (TlSlideView *self)
{
  if (self->scene != NULL)
    return;

  self->scene = self->move != NULL ? tl_slide_move_draw (self->move, get_now (self))
                                   : tl_slide_draw (get_slide (self, self->step));
  tl_scene_finish (self->scene);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    tl_scene_mirror (self->scene);
}

static void
build_node (TlSlideView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = get_scale (self);
  double width = self->slides.width * scale;
  double height = self->slides.height * scale;
  graphene_rect_t bounds;
  cairo_surface_t *image;
  cairo_t *cr;

  make_scene (self);
  if (self->picture == NULL)
    self->picture = tl_picture_new (self->text);
  image = tl_picture_paint (self->picture, self->scene, scale * factor, NULL);
  graphene_rect_init (&bounds, (float) floor ((self->width - width) / 2), (float) floor ((self->height - height) / 2),
                      (float) ceil (width), (float) ceil (height));
  self->node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (self->node);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
append_colour (TlSlideView *self,
               GtkSnapshot *snapshot)
{
  TlRgba page = tl_theme_get (self->theme)->page;
  GdkRGBA colour = { (page >> 24) / 255.0f, (page >> 16 & 0xff) / 255.0f, (page >> 8 & 0xff) / 255.0f, 1 };

  if (self->is_black)
    colour = (GdkRGBA){ 0, 0, 0, 1 };
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
}

static void
tl_slide_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  append_colour (self, snapshot);
  if (self->is_black || self->n_steps == 0 || self->width <= 0 || self->height <= 0)
    return;
  if (self->node == NULL)
    build_node (self);
  gtk_snapshot_append_node (snapshot, self->node);
}

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
  set_up_slides (self);
  prepare (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  forget_picture (self);
  if (self->move != NULL && !tl_slide_move_is_over (self->move, get_now (self)))
    return G_SOURCE_CONTINUE;

  g_clear_pointer (&self->move, tl_slide_move_free);
  self->tick = 0;
  prepare (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_animated (TlSlideView *self)
{
  gboolean is_enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_enabled, NULL);

  return is_enabled && gtk_widget_get_mapped (GTK_WIDGET (self)) && self->width > 0;
}

static void
describe (TlSlideView *self)
{
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (self->talk, &n_steps);
  const TlTalkStep *step = n_steps > 0 ? &steps[self->step] : NULL;

  if (step == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, step->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->text != NULL ? step->text : "",
                                  -1);
}

static void
tl_slide_view_dispose (GObject *object)
{
  TlSlideView *self = TL_SLIDE_VIEW (object);

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

  g_clear_pointer (&self->move, tl_slide_move_free);
  for (guint i = 0; i < self->n_steps; i++)
    g_clear_pointer (&self->made[i], tl_slide_free);
  g_free (self->made);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->picture, tl_picture_free);
  g_clear_object (&self->text);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->talk, tl_talk_unref);

  G_OBJECT_CLASS (tl_slide_view_parent_class)->finalize (object);
}

static void
tl_slide_view_class_init (TlSlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_slide_view_dispose;
  object_class->finalize = tl_slide_view_finalize;
  widget_class->snapshot = tl_slide_view_snapshot;
  widget_class->size_allocate = tl_slide_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_slide_view_init (TlSlideView *self)
{
  self->theme = TL_THEME_DARK;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * tl_slide_view_new:
 * @viewport: (transfer none): events, axis and lanes of the talk's timeline;
 *   nobody else's: its room is that of slides
 * @talk: (transfer none): what is shown
 * @font: the family of its letters
 *
 * Returns: (transfer floating): a view of the first step
 */
GtkWidget *
tl_slide_view_new (TlViewport *viewport,
                   TlTalk     *talk,
                   const char *font)
{
  TlSlideView *self = g_object_new (TL_TYPE_SLIDE_VIEW, NULL);

  self->viewport = g_object_ref (viewport);
  self->talk = tl_talk_ref (talk);
  tl_talk_get_steps (talk, &self->n_steps);
  self->made = g_new0 (TlSlide *, self->n_steps + 1);
  self->text = tl_text_pango_new (font, pango_language_to_string (pango_language_get_default ()));
  tl_text_pango_set_for_screen (self->text);
  self->measure = tl_text_pango_get_measure (self->text);
  describe (self);

  return GTK_WIDGET (self);
}

/**
 * tl_slide_view_set_theme:
 * @self: a view
 * @theme: its colours
 */
void
tl_slide_view_set_theme (TlSlideView *self,
                         TlThemeKind  theme)
{
  g_return_if_fail (TL_IS_SLIDE_VIEW (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  if (self->width > 0)
    set_up_slides (self);
}

/**
 * tl_slide_view_get_step:
 * @self: a view
 *
 * Returns: the step that it shows, or is on its way to
 */
guint
tl_slide_view_get_step (TlSlideView *self)
{
  g_return_val_if_fail (TL_IS_SLIDE_VIEW (self), 0);

  return self->step;
}

/**
 * tl_slide_view_show_step:
 * @self: a view
 * @step: one of the steps
 *
 * Goes there from wherever it is, also on the way to another one.
 */
void
tl_slide_view_show_step (TlSlideView *self,
                         guint        step)
{
  guint before = self->step;

  g_return_if_fail (TL_IS_SLIDE_VIEW (self));

  if (step >= self->n_steps || step == before)
    return;

  self->step = step;
  describe (self);
  if (!is_animated (self))
    g_clear_pointer (&self->move, tl_slide_move_free);
  else if (self->move != NULL)
    tl_slide_move_turn (self->move, get_slide (self, step), get_now (self));
  else
    self->move = tl_slide_move_new (get_slide (self, before), get_slide (self, step), get_now (self));
  if (self->tick == 0 && self->move != NULL)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  forget_picture (self);
  prepare (self);
}

/**
 * tl_slide_view_is_moving:
 * @self: a view
 *
 * Returns: whether it is on its way to its step
 */
gboolean
tl_slide_view_is_moving (TlSlideView *self)
{
  g_return_val_if_fail (TL_IS_SLIDE_VIEW (self), FALSE);

  return self->move != NULL;
}

/**
 * tl_slide_view_set_black:
 * @self: a view
 * @is_black: whether there is nothing to be seen, so that people listen
 */
void
tl_slide_view_set_black (TlSlideView *self,
                         gboolean     is_black)
{
  g_return_if_fail (TL_IS_SLIDE_VIEW (self));

  self->is_black = is_black;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_slide_view_is_black:
 * @self: a view
 *
 * Returns: whether there is nothing to be seen
 */
gboolean
tl_slide_view_is_black (TlSlideView *self)
{
  g_return_val_if_fail (TL_IS_SLIDE_VIEW (self), FALSE);

  return self->is_black;
}
