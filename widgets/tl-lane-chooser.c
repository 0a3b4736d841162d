/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-lane-chooser.h"

#include "tl-lane-row.h"

#include <glib/gi18n-lib.h>

/**
 * TlLaneChooser:
 *
 * All lanes of a timeline, to hide, collapse and put in another order. One
 * of them stays shown.
 */
struct _TlLaneChooser
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkWidget  *rows; /* TlLaneRow, in the order of the lanes */
  GtkWidget  *reset;
  TlTimeline *timeline;
  TlThemeKind theme;
};

G_DEFINE_FINAL_TYPE (TlLaneChooser, tl_lane_chooser, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING    6
#define MAX_HEIGHT 420

static TlLaneRow *
get_first (TlLaneChooser *self)
{
  return (TlLaneRow *) gtk_widget_get_first_child (self->rows);
}

static TlLaneRow *
get_next (TlLaneRow *row)
{
  return (TlLaneRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
}

static TlLaneRow *
find_row (TlLaneChooser *self,
          guint32        lane)
{
  TlLaneRow *row = get_first (self);

  while (row != NULL && tl_lane_row_get_lane (row) != lane)
    row = get_next (row);

  return row;
}

/* What may be done with each lane depends on the others. */
static void
update_limits (TlLaneChooser *self)
{
  guint n_shown = 0;
  guint32 lane = 0;
  gboolean is_changed = FALSE;

  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row), lane++)
    {
      TlLaneChoice choice = tl_lane_row_get_choice (row);

      n_shown += !choice.is_hidden;
      is_changed |= choice.is_hidden || choice.is_collapsed || choice.lane != lane;
    }

  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row))
    tl_lane_row_set_limits (row, n_shown > 1 || tl_lane_row_get_choice (row).is_hidden,
                            row != get_first (self), get_next (row) != NULL);
  gtk_widget_set_sensitive (self->reset, is_changed);
}

static void
tell_change (TlLaneChooser *self)
{
  update_limits (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_moved_cb (TlLaneChooser *self,
              int            move,
              TlLaneRow     *row)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  GtkWidget *after = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (move == TL_LANE_ROW_UP && before != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), before, GTK_WIDGET (row));
  else if (move == TL_LANE_ROW_DOWN && after != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), GTK_WIDGET (row), after);
  else
    return;

  update_limits (self);
  tl_lane_row_focus_move (row, (TlLaneRowMove) move);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The button has nothing left to do then, and hands the keyboard on. */
static void
reset_cb (TlLaneChooser *self)
{
  tl_lane_chooser_set_lanes (self, NULL, 0);
  gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GArray *
count_events (TlTimeline *timeline,
              guint       n_lanes)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_lanes);
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

  g_array_set_size (counts, n_lanes);
  for (guint i = 0; i < n_events; i++)
    g_array_index (counts, guint, tl_timeline_get_event_lane (timeline, &events[i]))++;

  return counts;
}

static void
fill_rows (TlLaneChooser *self)
{
  g_autoptr (GArray) counts = NULL;
  guint n_lanes;

  while (get_first (self) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), GTK_WIDGET (get_first (self)));
  if (self->timeline == NULL)
    return;

  tl_timeline_get_lanes (self->timeline, &n_lanes);
  counts = count_events (self->timeline, n_lanes);
  for (guint32 lane = 0; lane < n_lanes; lane++)
    {
      GtkWidget *row = tl_lane_row_new (self->timeline, lane, g_array_index (counts, guint, lane));

      tl_lane_row_set_theme (TL_LANE_ROW (row), self->theme);
      g_signal_connect_object (row, "changed", G_CALLBACK (tell_change), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "moved", G_CALLBACK (row_moved_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
tl_lane_chooser_dispose (GObject *object)
{
  TlLaneChooser *self = TL_LANE_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_lane_chooser_parent_class)->dispose (object);
}

static void
tl_lane_chooser_class_init (TlLaneChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_lane_chooser_dispose;

  /**
   * TlLaneChooser::changed:
   * @self: the chooser
   *
   * The user has hidden, shown, collapsed, expanded or moved lanes.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_LANE_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lanechooser");
}

static void
tl_lane_chooser_init (TlLaneChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", SPACING,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rows);

  self->reset = gtk_button_new_with_label (_("Show All"));
  gtk_widget_set_sensitive (self->reset, FALSE);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), self->reset);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * tl_lane_chooser_new:
 *
 * Returns: (transfer floating): a chooser without lanes
 */
GtkWidget *
tl_lane_chooser_new (void)
{
  return g_object_new (TL_TYPE_LANE_CHOOSER, NULL);
}

/**
 * tl_lane_chooser_get_timeline:
 * @self: a chooser
 *
 * Returns: (transfer none) (nullable): the timeline whose lanes it shows
 */
TlTimeline *
tl_lane_chooser_get_timeline (TlLaneChooser *self)
{
  g_return_val_if_fail (TL_IS_LANE_CHOOSER (self), NULL);

  return self->timeline;
}

/**
 * tl_lane_chooser_set_timeline:
 * @self: a chooser
 * @timeline: (nullable) (transfer none): the timeline whose lanes to show
 *
 * All its lanes are shown then, in the timeline's order.
 */
void
tl_lane_chooser_set_timeline (TlLaneChooser *self,
                              TlTimeline    *timeline)
{
  g_return_if_fail (TL_IS_LANE_CHOOSER (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  fill_rows (self);
  update_limits (self);
}

/**
 * tl_lane_chooser_get_lanes:
 * @self: a chooser
 *
 * Returns: (transfer full) (element-type TlLaneChoice): all lanes, in the
 *   order that the user wants
 */
GArray *
tl_lane_chooser_get_lanes (TlLaneChooser *self)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (TlLaneChoice));

  g_return_val_if_fail (TL_IS_LANE_CHOOSER (self), lanes);

  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row))
    {
      TlLaneChoice choice = tl_lane_row_get_choice (row);

      g_array_append_val (lanes, choice);
    }

  return lanes;
}

/* Those that are named come first, the others after them as they are in the
 * timeline.
 */
static void
order_rows (TlLaneChooser      *self,
            const TlLaneChoice *lanes,
            guint               n_lanes)
{
  GtkWidget *last = NULL;
  guint n_all = 0;

  if (self->timeline != NULL)
    tl_timeline_get_lanes (self->timeline, &n_all);

  for (guint32 lane = n_all; lane-- > 0;)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), GTK_WIDGET (find_row (self, lane)), NULL);

  for (guint i = 0; i < n_lanes; i++)
    {
      TlLaneRow *row = find_row (self, lanes[i].lane);

      if (row == NULL)
        continue;

      tl_lane_row_set_choice (row, lanes[i]);
      gtk_box_reorder_child_after (GTK_BOX (self->rows), GTK_WIDGET (row), last);
      last = GTK_WIDGET (row);
    }
}

static gboolean
has_shown (TlLaneChooser *self)
{
  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row))
    if (!tl_lane_row_get_choice (row).is_hidden)
      return TRUE;

  return FALSE;
}

/**
 * tl_lane_chooser_set_lanes:
 * @self: a chooser
 * @lanes: (array length=n_lanes) (nullable): how lanes are to be shown, in
 *   order
 * @n_lanes: their number
 *
 * Lanes that are not named are shown after those that are. Where all are to
 * be hidden, the first is shown. Does not emit #TlLaneChooser::changed.
 */
void
tl_lane_chooser_set_lanes (TlLaneChooser      *self,
                           const TlLaneChoice *lanes,
                           guint               n_lanes)
{
  g_return_if_fail (TL_IS_LANE_CHOOSER (self));

  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row))
    tl_lane_row_set_choice (row, (TlLaneChoice){ .lane = tl_lane_row_get_lane (row) });
  order_rows (self, lanes, n_lanes);

  if (get_first (self) != NULL && !has_shown (self))
    {
      TlLaneChoice choice = tl_lane_row_get_choice (get_first (self));

      choice.is_hidden = FALSE;
      tl_lane_row_set_choice (get_first (self), choice);
    }

  update_limits (self);
}

/**
 * tl_lane_chooser_set_theme:
 * @self: a chooser
 * @theme: where the colours of lanes come from
 */
void
tl_lane_chooser_set_theme (TlLaneChooser *self,
                           TlThemeKind    theme)
{
  g_return_if_fail (TL_IS_LANE_CHOOSER (self));

  self->theme = theme;
  for (TlLaneRow *row = get_first (self); row != NULL; row = get_next (row))
    tl_lane_row_set_theme (row, theme);
}
