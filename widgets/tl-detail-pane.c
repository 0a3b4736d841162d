/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-pane.h"

#include "tl-detail-bar.h"
#include "tl-detail-page.h"
#include "tl-detail-private.h"
#include "tl-event-walk.h"

#include <glib/gi18n-lib.h>

/**
 * TlDetailPane:
 *
 * All that is known of one event, with who says so; without an event, what is
 * known of the timeline itself. Opens nothing and selects nothing: it tells
 * by its signals what somebody wants.
 *
 * Its actions: detail.go-to with the index of an event, detail.previous,
 * detail.next.
 */
struct _TlDetailPane
{
  GtkWidget parent_instance;

  TlTimeline  *timeline;
  TlIncoming  *incoming; /* made when an event is first shown */
  guint32      event;
  TlEventWalk  walk; /* what there is before and after it */
  TlThemeKind  theme;
  GtkWidget   *bar;
  GtkWidget   *scroller;
  GtkWidget   *content;
  GtkWidget   *compared; /* a card in the content, or NULL */
  GtkWidget   *page;     /* what is under it, or NULL */
};

G_DEFINE_FINAL_TYPE (TlDetailPane, tl_detail_pane, GTK_TYPE_WIDGET)

enum
{
  EVENT_ACTIVATED,
  URI_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_events (TlDetailPane *self)
{
  guint n_events = 0;

  if (self->timeline != NULL)
    tl_timeline_get_events (self->timeline, &n_events);

  return n_events;
}

static TlDetail
get_detail (TlDetailPane *self)
{
  TlDetail detail = {
    .pane = GTK_WIDGET (self),
    .timeline = self->timeline,
    .incoming = self->incoming,
    .theme = tl_theme_get (self->theme),
    .index = self->event,
  };

  if (self->event != TL_NONE)
    detail.event = &tl_timeline_get_events (self->timeline, NULL)[self->event];

  return detail;
}

/* The page */

/* What can be seen is made at once, the rest after it has been painted.
 * Somebody who has scrolled sees more of it, and who sees nothing waits for
 * nothing.
 */
static void
fill_page (TlDetailPane *self)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  int height = gtk_widget_get_height (self->scroller);

  if (!gtk_widget_get_mapped (self->scroller) || height == 0 || gtk_adjustment_get_value (vertical) > 0)
    tl_detail_page_finish (TL_DETAIL_PAGE (self->page));
  else
    tl_detail_page_begin (TL_DETAIL_PAGE (self->page), gtk_widget_get_width (self->scroller) - 2 * TL_DETAIL_MARGIN, height);
}

static void
finish_page (TlDetailPane *self)
{
  if (self->page != NULL)
    tl_detail_page_finish (TL_DETAIL_PAGE (self->page));
}

/* All is there before something in the page is scrolled or pressed. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          TlDetailPane       *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    finish_page (self);

  return GDK_EVENT_PROPAGATE;
}

static void
clear_compared (TlDetailPane *self)
{
  if (self->compared != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->compared);
  self->compared = NULL;
}

static void
clear_page (TlDetailPane *self)
{
  if (self->page != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->page);
  self->page = NULL;
}

/* Whether the keyboard is in what is about to go. */
static gboolean
has_focus_inside (TlDetailPane *self)
{
  return (gtk_widget_get_state_flags (self->content) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
take_focus_back (TlDetailPane *self)
{
  if (!gtk_widget_grab_focus (self->bar))
    gtk_widget_grab_focus (self->scroller);
}

static void
scroll_to_top (TlDetailPane *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* Another page is shown from its top. */
static void
update_page (TlDetailPane *self,
             gboolean      is_another)
{
  TlDetail detail = get_detail (self);
  gboolean had_focus = has_focus_inside (self);

  clear_page (self);
  if (is_another)
    scroll_to_top (self);
  if (self->timeline == NULL)
    {
      gtk_widget_set_visible (self->bar, FALSE);
      return;
    }

  tl_detail_bar_update (TL_DETAIL_BAR (self->bar), &detail, &self->walk);
  self->page = tl_detail_page_new (&detail);
  gtk_box_append (GTK_BOX (self->content), self->page);
  fill_page (self);
  if (had_focus)
    take_focus_back (self);
}

/* Actions */

static void
go_to (TlDetailPane *self,
       guint32       event)
{
  if (event < count_events (self))
    g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  go_to (TL_DETAIL_PANE (widget), g_variant_get_uint32 (parameter));
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlDetailPane *self = TL_DETAIL_PANE (widget);

  go_to (self, tl_event_walk_get_previous (&self->walk, self->event));
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlDetailPane *self = TL_DETAIL_PANE (widget);

  go_to (self, tl_event_walk_get_next (&self->walk, self->event));
}

/* Widget */

/* Tab finds what is below, and backwards begins with it. */
static gboolean
tl_detail_pane_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  finish_page (TL_DETAIL_PANE (widget));

  return GTK_WIDGET_CLASS (tl_detail_pane_parent_class)->focus (widget, direction);
}

static gboolean
tl_detail_pane_grab_focus (GtkWidget *widget)
{
  TlDetailPane *self = TL_DETAIL_PANE (widget);

  /* It stays where it is. Not TRUE: Shift+Tab asks this on its way out, and
   * goes no further where there is something to be had. */
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;

  return gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
tl_detail_pane_dispose (GObject *object)
{
  TlDetailPane *self = TL_DETAIL_PANE (object);

  self->page = NULL;
  self->compared = NULL;
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->incoming, tl_incoming_free);
  g_clear_object (&self->timeline);
  tl_event_walk_clear (&self->walk);

  G_OBJECT_CLASS (tl_detail_pane_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  /**
   * TlDetailPane::event-activated:
   * @self: a pane
   * @event: an event
   *
   * Somebody wants to go to another event: a linked one, the one that is
   * compared, the previous or the next.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_DETAIL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlDetailPane::uri-activated:
   * @self: a pane
   * @uri: an address of http or https
   *
   * Somebody wants to read a source in the browser.
   */
  signals[URI_ACTIVATED] = g_signal_new ("uri-activated", TL_TYPE_DETAIL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* How high a child is at least and usually, in this width or in the least that
 * it needs.
 */
static void
measure_height (GtkWidget *child,
                int        width,
                int       *minimum,
                int       *natural)
{
  int least;

  *minimum = *natural = 0;
  if (!gtk_widget_should_layout (child))
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : MAX (width, least), minimum, natural, NULL, NULL);
}

/* Any height will do, as the rest is scrolled: GTK 4.18 warns where a GtkPaned
 * gives less than is asked for.
 */
static void
tl_detail_pane_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, usual = 0;

      if (orientation == GTK_ORIENTATION_VERTICAL)
        measure_height (child, for_size, &least, &usual);
      else if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);

      if (orientation == GTK_ORIENTATION_VERTICAL)
        *natural += usual;
      else
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, usual);
        }
    }
}

static void
tl_detail_pane_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlDetailPane *self = TL_DETAIL_PANE (widget);
  int bar, least, usual;

  measure_height (self->bar, width, &bar, &usual);
  if (gtk_widget_should_layout (self->bar))
    gtk_widget_size_allocate (self->bar, &(GtkAllocation){ 0, 0, width, bar }, -1);

  measure_height (self->scroller, width, &least, &usual);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, bar, width, MAX (height - bar, least) }, -1);
}

static void
tl_detail_pane_class_init (TlDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_detail_pane_dispose;
  widget_class->focus = tl_detail_pane_focus;
  widget_class->grab_focus = tl_detail_pane_grab_focus;
  widget_class->measure = tl_detail_pane_measure;
  widget_class->size_allocate = tl_detail_pane_size_allocate;

  add_signals ();
  gtk_widget_class_install_action (widget_class, "detail.go-to", "u", go_to_cb);
  gtk_widget_class_install_action (widget_class, "detail.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "detail.next", NULL, next_cb);

  gtk_widget_class_set_css_name (widget_class, "detailpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_scroller (TlDetailPane *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, TL_DETAIL_GAP);
  tl_detail_set_margins (self->content, TL_DETAIL_SPACING, TL_DETAIL_MARGIN);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  /* So that text without anything to press can be scrolled by keys. */
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->scroller, events);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                           "value-changed", G_CALLBACK (finish_page), self, G_CONNECT_SWAPPED);
}

static void
tl_detail_pane_init (TlDetailPane *self)
{
  self->event = TL_NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->bar = tl_detail_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  add_scroller (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Details"), -1);
}

/**
 * tl_detail_pane_new:
 *
 * Returns: (transfer floating): a pane without a timeline
 */
GtkWidget *
tl_detail_pane_new (void)
{
  return g_object_new (TL_TYPE_DETAIL_PANE, NULL);
}

/**
 * tl_detail_pane_get_timeline:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the timeline whose events are shown
 */
TlTimeline *
tl_detail_pane_get_timeline (TlDetailPane *self)
{
  g_return_val_if_fail (TL_IS_DETAIL_PANE (self), NULL);

  return self->timeline;
}

/**
 * tl_detail_pane_set_timeline:
 * @self: a pane
 * @timeline: (nullable) (transfer none): the timeline whose events to show
 *
 * Shows @timeline itself, and no event.
 */
void
tl_detail_pane_set_timeline (TlDetailPane *self,
                             TlTimeline   *timeline)
{
  g_return_if_fail (TL_IS_DETAIL_PANE (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  g_clear_pointer (&self->incoming, tl_incoming_free);
  self->event = TL_NONE;
  tl_event_walk_set (&self->walk, NULL, count_events (self));
  clear_compared (self);
  update_page (self, TRUE);
}

/**
 * tl_detail_pane_set_events:
 * @self: a pane that has a timeline
 * @events: (array length=n_events): the events that one can go through, in
 *   the timeline's order; copied
 * @n_events: their number
 */
void
tl_detail_pane_set_events (TlDetailPane  *self,
                           const guint32 *events,
                           guint          n_events)
{
  TlDetail detail;

  g_return_if_fail (TL_IS_DETAIL_PANE (self));
  g_return_if_fail (events != NULL);

  tl_event_walk_set (&self->walk, events, n_events);
  detail = get_detail (self);
  tl_detail_bar_update (TL_DETAIL_BAR (self->bar), &detail, &self->walk);
}

/**
 * tl_detail_pane_get_event:
 * @self: a pane
 *
 * Returns: the event that is shown, or %TL_NONE
 */
guint32
tl_detail_pane_get_event (TlDetailPane *self)
{
  g_return_val_if_fail (TL_IS_DETAIL_PANE (self), TL_NONE);

  return self->event;
}

/**
 * tl_detail_pane_set_event:
 * @self: a pane
 * @event: the event to show, or %TL_NONE for the timeline itself
 */
void
tl_detail_pane_set_event (TlDetailPane *self,
                          guint32       event)
{
  g_return_if_fail (TL_IS_DETAIL_PANE (self));
  g_return_if_fail (event == TL_NONE || event < count_events (self));

  if (self->event == event)
    return;

  self->event = event;
  if (event != TL_NONE && self->incoming == NULL)
    self->incoming = tl_incoming_new (self->timeline);
  update_page (self, TRUE);
}

/**
 * tl_detail_pane_set_compared:
 * @self: a pane
 * @event: a second event, or %TL_NONE for none
 * @words_between: (nullable): the time between that one and the one that is
 *   shown, in words
 *
 * Shows a card above everything that names the second event.
 */
void
tl_detail_pane_set_compared (TlDetailPane *self,
                             guint32       event,
                             const char   *words_between)
{
  gboolean had_focus;

  g_return_if_fail (TL_IS_DETAIL_PANE (self));
  g_return_if_fail (event == TL_NONE || event < count_events (self));

  had_focus = self->compared != NULL
              && (gtk_widget_get_state_flags (self->compared) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  clear_compared (self);
  if (event != TL_NONE)
    {
      TlDetail detail = get_detail (self);

      self->compared = tl_detail_new_compared (&detail, event, words_between);
      gtk_box_prepend (GTK_BOX (self->content), self->compared);
      scroll_to_top (self);
    }
  if (had_focus)
    take_focus_back (self);
}

/**
 * tl_detail_pane_set_theme:
 * @self: a pane
 * @theme: the theme of the drawing beside it, for the colours of lanes
 */
void
tl_detail_pane_set_theme (TlDetailPane *self,
                          TlThemeKind   theme)
{
  g_return_if_fail (TL_IS_DETAIL_PANE (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  update_page (self, FALSE);
}
