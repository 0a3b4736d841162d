/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-lane-row.h"

#include "tl-dot.h"
#include "tl-lane-words.h"
#include "tl-row-parts.h"
#include "tl-wrap-layout.h"

#include <glib/gi18n-lib.h>

/**
 * TlLaneRow:
 *
 * A lane in the lane chooser: whether it is shown, its name, whether it is
 * collapsed, and buttons that move it.
 */
struct _TlLaneRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *head; /* stands above the buttons where there is no room beside them */
  GtkWidget *buttons;
  GtkWidget *check;
  GtkWidget *dot;
  GtkWidget *collapse;
  GtkWidget *up;
  GtkWidget *down;
  guint32    lane;
  TlColour   colour;
  gboolean   is_being_set;
};

G_DEFINE_FINAL_TYPE (TlLaneRow, tl_lane_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING 6

/* The lane as it is drawn: its arrow points aside where it is thin. */
static void
show_collapsed (TlLaneRow *self)
{
  gboolean is_collapsed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->collapse));

  gtk_button_set_icon_name (GTK_BUTTON (self->collapse), is_collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
}

static void
toggled_cb (TlLaneRow *self)
{
  show_collapsed (self);
  if (!self->is_being_set)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
up_cb (TlLaneRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, TL_LANE_ROW_UP);
}

static void
down_cb (TlLaneRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, TL_LANE_ROW_DOWN);
}

static void
tl_lane_row_dispose (GObject *object)
{
  TlLaneRow *self = TL_LANE_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_lane_row_parent_class)->dispose (object);
}

static void
tl_lane_row_class_init (TlLaneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_lane_row_dispose;

  /**
   * TlLaneRow::changed:
   * @self: the row
   *
   * The user has shown, hidden, collapsed or expanded the lane.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_LANE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlLaneRow::moved:
   * @self: the row
   * @move: a TlLaneRowMove
   *
   * The user wants the lane one further up or down.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_LANE_ROW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lanerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
new_button (GType       type,
            const char *icon)
{
  GtkWidget *button = g_object_new (type, "icon-name", icon, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
tl_lane_row_init (TlLaneRow *self)
{
  self->check = gtk_check_button_new ();
  self->dot = tl_dot_new ();
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  self->collapse = new_button (GTK_TYPE_TOGGLE_BUTTON, "pan-down-symbolic");
  self->up = new_button (GTK_TYPE_BUTTON, "go-up-symbolic");
  self->down = new_button (GTK_TYPE_BUTTON, "go-down-symbolic");
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->collapse, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->up, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "clicked", G_CALLBACK (down_cb), self, G_CONNECT_SWAPPED);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_hexpand (self->head, TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, tl_wrap_layout_new ());
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
new_names (const char *name,
           const char *count)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name_label = tl_row_label_new (NULL);
  GtkWidget *count_label = tl_row_label_new ("dim-label");

  gtk_label_set_text (GTK_LABEL (name_label), name);
  gtk_label_set_text (GTK_LABEL (count_label), count);
  gtk_widget_add_css_class (count_label, "caption");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), name_label);
  gtk_box_append (GTK_BOX (names), count_label);

  return names;
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_widgets (TlLaneRow  *self,
              const char *name,
              const char *count)
{
  g_autofree char *whole = g_strdup_printf (C_("lane", "%s, %s"), name, count);
  g_autofree char *show = g_strdup_printf (_("Show %s"), name);
  g_autofree char *collapse = g_strdup_printf (_("Collapse %s"), name);
  g_autofree char *up = g_strdup_printf (_("Move %s up"), name);
  g_autofree char *down = g_strdup_printf (_("Move %s down"), name);

  set_name (GTK_WIDGET (self), whole);
  set_name (self->check, show);
  set_name (self->collapse, collapse);
  set_name (self->up, up);
  set_name (self->down, down);
  gtk_widget_set_tooltip_text (self->check, _("Show"));
  gtk_widget_set_tooltip_text (self->collapse, _("Collapse"));
  gtk_widget_set_tooltip_text (self->up, _("Move Up"));
  gtk_widget_set_tooltip_text (self->down, _("Move Down"));
}

/**
 * tl_lane_row_new:
 * @timeline: a timeline
 * @lane: one of its lanes
 * @n_events: how many events it has
 *
 * Returns: (transfer floating): a row for that lane, which is shown
 */
GtkWidget *
tl_lane_row_new (TlTimeline *timeline,
                 guint32     lane,
                 guint       n_events)
{
  TlLaneRow *self = g_object_new (TL_TYPE_LANE_ROW, NULL);
  const TlLane *shown = &tl_timeline_get_lanes (timeline, NULL)[lane];
  const char *name = tl_lane_get_name (timeline, shown, NULL);
  g_autofree char *count = tl_lane_dup_count (n_events, NULL);

  self->lane = lane;
  self->colour = shown->colour;
  gtk_box_append (GTK_BOX (self->head), self->check);
  gtk_box_append (GTK_BOX (self->head), self->dot);
  gtk_box_append (GTK_BOX (self->head), new_names (name, count));
  gtk_box_append (GTK_BOX (self->buttons), self->collapse);
  gtk_box_append (GTK_BOX (self->buttons), self->up);
  gtk_box_append (GTK_BOX (self->buttons), self->down);
  name_widgets (self, name, count);
  tl_lane_row_set_choice (self, (TlLaneChoice){ .lane = lane });
  tl_lane_row_set_theme (self, TL_THEME_LIGHT);

  return GTK_WIDGET (self);
}

/**
 * tl_lane_row_get_lane:
 * @self: a row
 *
 * Returns: the lane that it is about
 */
guint32
tl_lane_row_get_lane (TlLaneRow *self)
{
  g_return_val_if_fail (TL_IS_LANE_ROW (self), TL_NONE);

  return self->lane;
}

/**
 * tl_lane_row_get_choice:
 * @self: a row
 *
 * Returns: how the lane is to be shown
 */
TlLaneChoice
tl_lane_row_get_choice (TlLaneRow *self)
{
  TlLaneChoice choice = { .lane = TL_NONE };

  g_return_val_if_fail (TL_IS_LANE_ROW (self), choice);

  choice.lane = self->lane;
  choice.is_hidden = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
  choice.is_collapsed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->collapse));

  return choice;
}

/**
 * tl_lane_row_set_choice:
 * @self: a row
 * @choice: how its lane is to be shown
 *
 * Does not emit #TlLaneRow::changed.
 */
void
tl_lane_row_set_choice (TlLaneRow   *self,
                        TlLaneChoice choice)
{
  g_return_if_fail (TL_IS_LANE_ROW (self));
  g_return_if_fail (choice.lane == self->lane);

  self->is_being_set = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !choice.is_hidden);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->collapse), choice.is_collapsed);
  self->is_being_set = FALSE;
}

/**
 * tl_lane_row_set_limits:
 * @self: a row
 * @may_hide: whether the lane may be hidden: not if it is the last one
 * @may_go_up: whether there is a lane above
 * @may_go_down: whether there is a lane below
 */
void
tl_lane_row_set_limits (TlLaneRow *self,
                        gboolean   may_hide,
                        gboolean   may_go_up,
                        gboolean   may_go_down)
{
  g_return_if_fail (TL_IS_LANE_ROW (self));

  gtk_widget_set_sensitive (self->check, may_hide);
  gtk_widget_set_sensitive (self->up, may_go_up);
  gtk_widget_set_sensitive (self->down, may_go_down);
}

/**
 * tl_lane_row_set_theme:
 * @self: a row
 * @theme: where the colour of the lane comes from
 */
void
tl_lane_row_set_theme (TlLaneRow  *self,
                       TlThemeKind theme)
{
  g_return_if_fail (TL_IS_LANE_ROW (self));

  tl_dot_set_colour (TL_DOT (self->dot), tl_theme_get_hue (tl_theme_get (theme), self->colour, self->lane).fill);
}

/**
 * tl_lane_row_focus_move:
 * @self: a row
 * @move: which of the buttons that move it
 *
 * Gives the keyboard to that button, or to the other one where the lane
 * cannot go further that way.
 */
void
tl_lane_row_focus_move (TlLaneRow    *self,
                        TlLaneRowMove move)
{
  GtkWidget *button;

  g_return_if_fail (TL_IS_LANE_ROW (self));

  button = move == TL_LANE_ROW_UP ? self->up : self->down;
  if (!gtk_widget_is_sensitive (button))
    button = move == TL_LANE_ROW_UP ? self->down : self->up;
  gtk_widget_grab_focus (button);
}
