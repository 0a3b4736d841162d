/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-step-grid.h"

#include "tl-picture.h"

#include <glib/gi18n-lib.h>

/**
 * TlStepGrid:
 *
 * All steps of a talk, small, to go to one of them: beside each other, or as
 * a list. They are painted one at a time, while nothing else is to be done.
 */
struct _TlStepGrid
{
  GtkWidget parent_instance;

  TlShow      *show;
  TlTextPango *text;
  GtkWidget   *scroller;
  GtkWidget   *box;
  GPtrArray   *pictures; /* of GtkPicture: for each step */
  guint        n_painted;
  guint        idle;
  int          width; /* of a step, in pixels */
};

G_DEFINE_FINAL_TYPE (TlStepGrid, tl_step_grid, GTK_TYPE_WIDGET)

enum
{
  STEP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Painting */

static int
get_height (TlStepGrid *self)
{
  const TlSlides *slides = tl_show_get_slides (self->show);

  return (int) (self->width * slides->height / slides->width + 0.5);
}

/* A picture of its own, to be kept. */
static GdkTexture *
make_texture (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (image);
  bytes = g_bytes_new (cairo_image_surface_get_data (image), (gsize) stride * (gsize) height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
paint_step (TlStepGrid *self,
            guint       step)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (TlScene) scene = tl_show_draw_step (self->show, step);
  TlPicture *picture = tl_picture_new (self->text);
  double scale = (double) self->width / tl_scene_get_width (scene) * factor;
  g_autoptr (GdkTexture) texture = make_texture (tl_picture_paint (picture, scene, scale, NULL));

  gtk_picture_set_paintable (g_ptr_array_index (self->pictures, step), GDK_PAINTABLE (texture));
  tl_picture_free (picture);
}

static gboolean
paint_cb (gpointer data)
{
  TlStepGrid *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->n_painted < self->pictures->len)
    {
      paint_step (self, self->n_painted++);
      return G_SOURCE_CONTINUE;
    }

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
begin_painting (TlStepGrid *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, paint_cb, self, NULL);
}

/* Steps */

static char *
say_number (TlStepGrid *self,
            guint       step)
{
  guint n_steps;
  TlTalk *talk = tl_show_get_talk (self->show);
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  /* Translators: of a step that is only shown if somebody asks for it */
  return steps[step].is_hidden ? g_strdup (_("In reserve")) : g_strdup_printf ("%u", tl_talk_count_told (talk, step + 1));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_caption (TlStepGrid *self,
             guint       step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (tl_show_get_talk (self->show), &n_steps);
  g_autofree char *number = say_number (self, step);
  GtkWidget *title = new_label (steps[step].title, "step-title");
  GtkWidget *place = new_label (number, "dim-label");

  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), title);

  return box;
}

static GtkWidget *
new_step (TlStepGrid *self,
          guint       step)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  /* Its child says what it is. */
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (tl_show_get_talk (self->show), &n_steps);
  g_autofree char *number = say_number (self, step);
  g_autofree char *label = g_strdup_printf ("%s: %s", number, steps[step].title);

  gtk_widget_set_size_request (picture, self->width, get_height (self));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_add_css_class (picture, "step-picture");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, self->width, -1);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), new_caption (self, step));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_ptr_array_add (self->pictures, picture);

  return child;
}

static void
fill (TlStepGrid *self)
{
  GtkWidget *child;
  guint n_steps;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);
  g_ptr_array_set_size (self->pictures, 0);
  self->n_painted = 0;
  tl_talk_get_steps (tl_show_get_talk (self->show), &n_steps);
  for (guint i = 0; i < n_steps; i++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->box), new_step (self, i));
  begin_painting (self);
}

/* In view, so that one sees where in the talk one is. */
static void
select_step (TlStepGrid *self)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->box), (int) tl_show_get_step (self->show));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (child == NULL)
    return;

  gtk_flow_box_select_child (GTK_FLOW_BOX (self->box), child);
  if (gtk_widget_get_mapped (self->box) && gtk_widget_compute_bounds (GTK_WIDGET (child), self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
changed_cb (TlStepGrid *self,
            guint       change)
{
  if (change & TL_SHOW_TALK)
    fill (self);
  if (change & (TL_SHOW_TALK | TL_SHOW_STEP))
    select_step (self);
}

static void
activated_cb (TlStepGrid      *self,
              GtkFlowBoxChild *child)
{
  g_signal_emit (self, signals[STEP_ACTIVATED], 0, (guint) gtk_flow_box_child_get_index (child));
}

/* Widget */

static void
tl_step_grid_map (GtkWidget *widget)
{
  TlStepGrid *self = TL_STEP_GRID (widget);

  GTK_WIDGET_CLASS (tl_step_grid_parent_class)->map (widget);
  select_step (self);
  begin_painting (self);
}

static gboolean
tl_step_grid_grab_focus (GtkWidget *widget)
{
  TlStepGrid *self = TL_STEP_GRID (widget);

  /* Not that of the step itself: its cursor would not know of it, and the
   * arrows would not move. */
  select_step (self);

  return (gtk_widget_get_state_flags (self->box) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         || gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
tl_step_grid_dispose (GObject *object)
{
  TlStepGrid *self = TL_STEP_GRID (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_step_grid_parent_class)->dispose (object);
}

static void
tl_step_grid_finalize (GObject *object)
{
  TlStepGrid *self = TL_STEP_GRID (object);

  g_ptr_array_unref (self->pictures);
  g_clear_object (&self->text);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_step_grid_parent_class)->finalize (object);
}

static void
tl_step_grid_class_init (TlStepGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_step_grid_dispose;
  object_class->finalize = tl_step_grid_finalize;
  widget_class->grab_focus = tl_step_grid_grab_focus;
  widget_class->map = tl_step_grid_map;

  /**
   * TlStepGrid::step-activated:
   * @self: a grid
   * @step: the place of a step
   *
   * Somebody wants to go there.
   */
  signals[STEP_ACTIVATED] = g_signal_new ("step-activated", TL_TYPE_STEP_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "stepgrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_step_grid_init (TlStepGrid *self)
{
  self->pictures = g_ptr_array_new ();
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->box), TRUE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_BROWSE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  g_signal_connect_object (self->box, "child-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tl_step_grid_new:
 * @show: (transfer none): a talk that is being given
 * @text: (transfer none): what its words are painted with
 * @width: of each step, in pixels
 * @most_columns: how many may be beside each other
 *
 * Returns: (transfer floating): its steps
 */
GtkWidget *
tl_step_grid_new (TlShow      *show,
                  TlTextPango *text,
                  int          width,
                  guint        most_columns)
{
  TlStepGrid *self = g_object_new (TL_TYPE_STEP_GRID, NULL);

  self->show = g_object_ref (show);
  self->text = g_object_ref (text);
  self->width = width;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), most_columns);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
