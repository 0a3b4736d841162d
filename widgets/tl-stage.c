/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-stage.h"

#include "tl-mark.h"
#include "tl-overview.h"
#include "tl-show-child.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TlStage:
 *
 * The canvas with the overview under it, in step with each other. Tab comes
 * to the overview first, as it decides on what the canvas shows.
 */
struct _TlStage
{
  GtkWidget parent_instance;

  TlViewport *viewport;
  GtkWidget  *canvas;
  GtkWidget  *overview;
  GtkWidget  *nothing; /* what is said where a filter leaves nothing */
};

G_DEFINE_FINAL_TYPE (TlStage, tl_stage, GTK_TYPE_WIDGET)

/* Below this height, the overview gives its room to the canvas. With larger
 * letters more is needed than in proportion: axis and cards take more of it. */
#define LOWEST_WITH_OVERVIEW 300
#define GROWTH 1.1

static void
tl_stage_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  TlStage *self = TL_STAGE (widget);
  int overview;

  gtk_widget_measure (self->canvas, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->overview, orientation, -1, NULL, &overview, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural += overview;
}

/* In the middle of the canvas, over it. */
static void
allocate_nothing (TlStage *self,
                  int      width,
                  int      height)
{
  int least_width, wanted_width, wanted_height;

  gtk_widget_measure (self->nothing, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &wanted_width, NULL, NULL);
  wanted_width = MAX (MIN (wanted_width, width), least_width);
  gtk_widget_measure (self->nothing, GTK_ORIENTATION_VERTICAL, wanted_width, NULL, &wanted_height, NULL, NULL);
  gtk_widget_size_allocate (self->nothing,
                            &(GtkAllocation){ (width - wanted_width) / 2, MAX (height - wanted_height, 0) / 2,
                                              wanted_width, wanted_height },
                            -1);
}

static double
get_lowest_with_overview (TlStage *self)
{
  double text_scale = tl_canvas_get_text_scale (TL_CANVAS (self->canvas));

  return LOWEST_WITH_OVERVIEW * MAX (1 + (text_scale - 1) * GROWTH, 1);
}

static void
tl_stage_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  TlStage *self = TL_STAGE (widget);
  gboolean has_overview = height >= get_lowest_with_overview (self);
  int low = 0;

  if (has_overview)
    gtk_widget_measure (self->overview, GTK_ORIENTATION_VERTICAL, width, NULL, &low, NULL, NULL);
  tl_show_child (self->overview, has_overview);
  gtk_widget_size_allocate (self->canvas, &(GtkAllocation){ 0, 0, width, height - low }, -1);
  if (gtk_widget_should_layout (self->nothing))
    allocate_nothing (self, width, height - low);
  if (has_overview)
    gtk_widget_size_allocate (self->overview, &(GtkAllocation){ 0, height - low, width, low }, -1);
}

static gboolean
tl_stage_focus (GtkWidget       *widget,
                GtkDirectionType direction)
{
  TlStage *self = TL_STAGE (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *first = direction == GTK_DIR_TAB_BACKWARD ? self->canvas : self->overview;
  GtkWidget *second = direction == GTK_DIR_TAB_BACKWARD ? self->overview : self->canvas;

  /* Where nothing is left, there is nothing to do but this. */
  if (gtk_widget_get_visible (self->nothing))
    return child != self->nothing && is_tab && gtk_widget_child_focus (self->nothing, direction);
  if (child == NULL)
    return gtk_widget_child_focus (first, direction) || gtk_widget_child_focus (second, direction);
  if (gtk_widget_child_focus (child, direction))
    return TRUE;

  return child == first && is_tab && gtk_widget_child_focus (second, direction);
}

static gboolean
tl_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_STAGE (widget)->canvas);
}

static void
tl_stage_dispose (GObject *object)
{
  TlStage *self = TL_STAGE (object);

  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_pointer (&self->overview, gtk_widget_unparent);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (tl_stage_parent_class)->dispose (object);
}

static void
tl_stage_class_init (TlStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_stage_dispose;
  widget_class->measure = tl_stage_measure;
  widget_class->size_allocate = tl_stage_size_allocate;
  widget_class->focus = tl_stage_focus;
  widget_class->grab_focus = tl_stage_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "stage");
}

static void
tl_stage_init (TlStage *self)
{
}

static void
update_range (TlStage *self)
{
  TlOverview *overview = TL_OVERVIEW (self->overview);
  TlStretch stretch = tl_viewport_get_stretch (self->viewport);

  tl_overview_set_padding (overview, TL_LEAD_IN / tl_viewport_get_camera (self->viewport).scale);
  tl_overview_set_range (overview, stretch.from, stretch.to);
}

static void
changed_cb (TlViewport *viewport,
            guint       changes,
            TlStage    *self)
{
  TlOverview *overview = TL_OVERVIEW (self->overview);

  if ((changes & TL_VIEWPORT_CONTENT) != 0)
    {
      guint n_events;
      const guint32 *events = tl_viewport_get_events (viewport, &n_events);

      gboolean is_nothing_left = n_events == 0 && tl_viewport_get_filter (viewport) != NULL;

      gtk_widget_set_visible (self->nothing, is_nothing_left);
      /* What is said of it may be higher than a small canvas. */
      gtk_widget_set_overflow (GTK_WIDGET (self), is_nothing_left ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE);

      tl_overview_set_content (overview, tl_viewport_get_timeline (viewport), tl_viewport_get_axis (viewport), events,
                               n_events);
    }
  if ((changes & TL_VIEWPORT_CAMERA) != 0)
    {
      TlCanvas *canvas = TL_CANVAS (self->canvas);

      tl_overview_set_gutter (overview, tl_canvas_get_gutter (canvas) / tl_canvas_get_text_scale (canvas));
      update_range (self);
    }
  if ((changes & TL_VIEWPORT_SELECTION) != 0)
    tl_overview_set_selected (overview, tl_viewport_get_selected (viewport), tl_viewport_get_compared (viewport));
  if ((changes & (TL_VIEWPORT_HITS | TL_VIEWPORT_CONTENT)) != 0)
    {
      g_autoptr (GArray) hits = tl_viewport_list_shown_hits (viewport);

      tl_overview_set_hits (overview, (gconstpointer) hits->data, hits->len);
    }
  if ((changes & TL_VIEWPORT_SPAN) != 0)
    {
      TlStretch span;
      gboolean has_span = tl_viewport_get_span (viewport, &span);

      tl_overview_set_span (overview, has_span ? span.from : NAN, has_span ? span.to : NAN);
    }
}

static void
range_changed_cb (TlOverview *overview,
                  double      from,
                  double      to,
                  TlStage    *self)
{
  const TlStretch stretch = { from, to };
  TlCamera camera = tl_viewport_show_stretch (self->viewport, &stretch, 0);

  tl_viewport_set_camera (self->viewport, &camera);
}

static void
hovered_cb (TlCanvas *canvas,
            double    unit,
            TlStage  *self)
{
  tl_overview_set_hover (TL_OVERVIEW (self->overview), unit);
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "label", _("No event meets all filters"), "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Clear Filters"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("No event meets all filters"), -1);
  gtk_widget_add_css_class (label, "title-2");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "nothing-left");
  gtk_widget_set_visible (box, FALSE);

  return box;
}

/**
 * tl_stage_new:
 * @viewport: (transfer none): what to show
 *
 * Returns: (transfer floating): canvas and overview
 */
GtkWidget *
tl_stage_new (TlViewport *viewport)
{
  TlStage *self = g_object_new (TL_TYPE_STAGE, NULL);

  self->viewport = g_object_ref (viewport);
  self->canvas = tl_canvas_new (viewport);
  self->overview = tl_overview_new ();
  tl_overview_set_text (TL_OVERVIEW (self->overview), tl_canvas_get_text (TL_CANVAS (self->canvas)));
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  gtk_widget_set_parent (self->overview, GTK_WIDGET (self));
  self->nothing = new_nothing ();
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));

  g_signal_connect_object (viewport, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->overview, "range-changed", G_CALLBACK (range_changed_cb), self, 0);
  g_signal_connect_object (self->canvas, "hovered", G_CALLBACK (hovered_cb), self, 0);

  return GTK_WIDGET (self);
}

/**
 * tl_stage_get_canvas:
 * @self: a stage
 *
 * Returns: (transfer none): its canvas
 */
TlCanvas *
tl_stage_get_canvas (TlStage *self)
{
  g_return_val_if_fail (TL_IS_STAGE (self), NULL);

  return TL_CANVAS (self->canvas);
}

/**
 * tl_stage_set_theme:
 * @self: a stage
 * @theme: the colours of both
 */
void
tl_stage_set_theme (TlStage    *self,
                    TlThemeKind theme)
{
  g_return_if_fail (TL_IS_STAGE (self));

  tl_canvas_set_theme (TL_CANVAS (self->canvas), theme);
  tl_overview_set_theme (TL_OVERVIEW (self->overview), theme);
}

/**
 * tl_stage_set_font:
 * @self: a stage
 * @family: the font family that both are drawn in
 */
void
tl_stage_set_font (TlStage    *self,
                   const char *family)
{
  g_return_if_fail (TL_IS_STAGE (self));

  tl_canvas_set_font (TL_CANVAS (self->canvas), family);
  tl_overview_set_text (TL_OVERVIEW (self->overview), tl_canvas_get_text (TL_CANVAS (self->canvas)));
}

/**
 * tl_stage_set_text_scale:
 * @self: a stage
 * @scale: how much larger than usual to draw both
 */
void
tl_stage_set_text_scale (TlStage *self,
                         double   scale)
{
  g_return_if_fail (TL_IS_STAGE (self));

  tl_canvas_set_text_scale (TL_CANVAS (self->canvas), scale);
  tl_overview_set_text_scale (TL_OVERVIEW (self->overview), tl_canvas_get_text_scale (TL_CANVAS (self->canvas)));
}
