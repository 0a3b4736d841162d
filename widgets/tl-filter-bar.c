/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-bar.h"

#include "tl-filter-chip.h"
#include "tl-filter-words.h"
#include "tl-flow-layout.h"

#include <glib/gi18n-lib.h>

/**
 * TlFilterBar:
 *
 * What is asked of the events that are shown, a chip for each value, and how
 * many events that leaves. Not visible while nothing is asked for. Up to three
 * rows of chips, then it scrolls.
 */
struct _TlFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *flow;
  GtkWidget *count;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (TlFilterBar, tl_filter_bar, GTK_TYPE_WIDGET)

enum
{
  VALUE_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING  6
#define MARGIN   6
#define MOST_ROWS 3

/* Chips */

static GtkWidget *
get_next_chip (GtkWidget *child)
{
  while (child != NULL && tl_filter_chip_get_value (child) == NULL)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first_chip (TlFilterBar *self)
{
  return get_next_chip (gtk_widget_get_first_child (self->flow));
}

/* The place of the chip that has the keyboard; -1 for none. */
static int
find_focus (TlFilterBar *self)
{
  int place = 0;

  for (GtkWidget *chip = get_first_chip (self); chip != NULL; chip = get_next_chip (gtk_widget_get_next_sibling (chip)))
    {
      if (gtk_widget_has_focus (chip))
        return place;
      place++;
    }

  return -1;
}

/* The one at @place, or else the last. */
static GtkWidget *
find_chip (TlFilterBar *self,
           int          place)
{
  GtkWidget *found = NULL;

  for (GtkWidget *chip = get_first_chip (self); chip != NULL && place >= 0;
       chip = get_next_chip (gtk_widget_get_next_sibling (chip)))
    {
      found = chip;
      place--;
    }

  return found;
}

static void
remove_cb (TlFilterBar *self,
           GtkWidget   *chip)
{
  g_autofree char *value = g_strdup (tl_filter_chip_get_value (chip));

  g_signal_emit (self, signals[VALUE_REMOVED], 0, (guint) tl_filter_chip_get_condition (chip), value);
}

static gboolean
key_pressed_cb (TlFilterBar    *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  int place = find_focus (self);

  if (place < 0 || (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete && key != GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;

  remove_cb (self, find_chip (self, place));

  return GDK_EVENT_STOP;
}

static void
fill (TlFilterBar    *self,
      TlTimeline     *timeline,
      const TlFilter *filter)
{
  GtkWidget *last = self->count;
  GtkWidget *old;

  while ((old = get_first_chip (self)) != NULL)
    gtk_widget_unparent (old);

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    for (const char *const *value = tl_filter_get (filter, i); *value != NULL; value++)
      {
        GtkWidget *chip = tl_filter_chip_new (timeline, i, *value);

        g_signal_connect_object (chip, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
        gtk_widget_insert_after (chip, self->flow, last);
        last = chip;
      }
}

/* Size */

static int
measure_flow (TlFilterBar *self,
              int          width)
{
  int natural;

  gtk_widget_measure (self->flow, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static GtkSizeRequestMode
tl_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A GtkScrolledWindow does not ask how high its child is in some width. */
static void
tl_filter_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  TlFilterBar *self = TL_FILTER_BAR (widget);
  int row, wanted, most;

  /* What height it is given does not change its width, but GTK 4.18 warns of one that has no room for a scroll bar. */
  gtk_widget_measure (self->scroller, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                      minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  gtk_widget_measure (self->clear, GTK_ORIENTATION_VERTICAL, -1, NULL, &row, NULL, NULL);
  most = 2 * MARGIN + MOST_ROWS * row + (MOST_ROWS - 1) * SPACING;
  wanted = measure_flow (self, for_size);
  *minimum = *natural = MIN (wanted, most);
}

static void
tl_filter_bar_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gtk_widget_allocate (TL_FILTER_BAR (widget)->scroller, width, height, baseline, NULL);
}

static void
tl_filter_bar_dispose (GObject *object)
{
  TlFilterBar *self = TL_FILTER_BAR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_filter_bar_parent_class)->dispose (object);
}

static void
tl_filter_bar_class_init (TlFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_bar_dispose;
  widget_class->get_request_mode = tl_filter_bar_get_request_mode;
  widget_class->measure = tl_filter_bar_measure;
  widget_class->size_allocate = tl_filter_bar_size_allocate;

  /**
   * TlFilterBar::value-removed:
   * @self: the bar
   * @condition: a condition
   * @value: a value of it
   *
   * The user wants that to be asked for no more.
   */
  signals[VALUE_REMOVED] = g_signal_new ("value-removed", TL_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_filter_bar_init (TlFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);

  self->clear = gtk_button_new_with_label (_("Clear All"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filters");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "filter-clear");

  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->flow, tl_flow_layout_new (SPACING, 0));
  gtk_widget_set_margin_top (self->flow, MARGIN);
  gtk_widget_set_margin_bottom (self->flow, MARGIN);
  gtk_widget_set_margin_start (self->flow, 2 * MARGIN);
  gtk_widget_set_margin_end (self->flow, 2 * MARGIN);
  gtk_widget_set_parent (self->count, self->flow);
  gtk_widget_set_parent (self->clear, self->flow);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->flow);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->flow, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_filter_bar_new:
 *
 * Returns: (transfer floating): a bar that is not visible
 */
GtkWidget *
tl_filter_bar_new (void)
{
  return g_object_new (TL_TYPE_FILTER_BAR, NULL);
}

/**
 * tl_filter_bar_set_filter:
 * @self: a bar
 * @timeline: (nullable): what is shown
 * @filter: (nullable): what is asked of its events
 * @n_shown: how many events are shown
 *
 * Makes the bar visible where anything is asked for. The keyboard stays at
 * its place among the chips.
 */
void
tl_filter_bar_set_filter (TlFilterBar    *self,
                          TlTimeline     *timeline,
                          const TlFilter *filter,
                          guint           n_shown)
{
  gboolean is_shown = timeline != NULL && filter != NULL && !tl_filter_is_empty (filter);
  int focused;

  g_return_if_fail (TL_IS_FILTER_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  focused = find_focus (self);
  if (is_shown)
    {
      g_autofree char *count = NULL;
      guint n_events;

      tl_timeline_get_events (timeline, &n_events);
      count = tl_filter_say_count (n_shown, n_events, NULL);
      gtk_label_set_text (GTK_LABEL (self->count), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
      fill (self, timeline, filter);
    }
  if (is_shown && focused >= 0)
    gtk_widget_grab_focus (find_chip (self, focused));
}

/**
 * tl_filter_bar_get_count:
 * @self: a bar
 *
 * Returns: (transfer none): what it says of how many events are shown
 */
const char *
tl_filter_bar_get_count (TlFilterBar *self)
{
  g_return_val_if_fail (TL_IS_FILTER_BAR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->count));
}
