/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-side-lists.h"

#include "tl-difference-list.h"
#include "tl-event-list.h"
#include "tl-event-sources.h"
#include "tl-source-list.h"
#include "tl-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TlSideLists:
 *
 * The lists of events, of sources and of differences, one at a time, with
 * tabs above them. What is selected is so in all of them.
 */
struct _TlSideLists
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkWidget  *stack;
  GtkWidget  *lists[3];
  GtkWidget  *tabs[3];
  TlTimeline *timeline;
  GArray     *events; /* (nullable): of guint32: those that are shown; none for all */
  gboolean    is_filled[3];
  guint32     selected;
};

G_DEFINE_FINAL_TYPE (TlSideLists, tl_side_lists, GTK_TYPE_WIDGET)

enum
{
  PAGE_EVENTS,
  PAGE_SOURCES,
  PAGE_DIFFERENCES,
  N_PAGES
};

static const char *const page_names[N_PAGES] = { "events", "sources", "differences" };

enum
{
  EVENT_SELECTED,
  EVENT_ACTIVATED,
  URI_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TlEventList *
get_events (TlSideLists *self)
{
  return TL_EVENT_LIST (self->lists[PAGE_EVENTS]);
}

static TlSourceList *
get_sources (TlSideLists *self)
{
  return TL_SOURCE_LIST (self->lists[PAGE_SOURCES]);
}

static TlDifferenceList *
get_differences (TlSideLists *self)
{
  return TL_DIFFERENCE_LIST (self->lists[PAGE_DIFFERENCES]);
}

static int
get_page (TlSideLists *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  int page = 0;

  while (page + 1 < N_PAGES && self->lists[page] != shown)
    page++;

  return page;
}

/* What each source carries is looked up only when somebody wants to see it. A
 * list whose timeline is new is about all events. */
static void
fill_page (TlSideLists *self)
{
  const guint32 *events = self->events != NULL ? (gconstpointer) self->events->data : NULL;
  guint n_events = self->events != NULL ? self->events->len : 0;
  int page = get_page (self);

  if (self->is_filled[page])
    return;

  self->is_filled[page] = TRUE;
  if (page == PAGE_SOURCES)
    {
      gboolean has_all = tl_source_list_get_timeline (get_sources (self)) != self->timeline;

      tl_source_list_set_timeline (get_sources (self), self->timeline);
      if (!has_all || events != NULL)
        tl_source_list_set_events (get_sources (self), events, n_events);
    }
  else if (page == PAGE_DIFFERENCES)
    {
      gboolean has_all = tl_difference_list_get_timeline (get_differences (self)) != self->timeline;

      tl_difference_list_set_timeline (get_differences (self), self->timeline);
      if (!has_all || events != NULL)
        tl_difference_list_set_events (get_differences (self), events, n_events);
    }
}

static void
select_everywhere (TlSideLists *self)
{
  tl_event_list_set_selected (get_events (self), self->selected);
  tl_source_list_set_selected (get_sources (self), self->selected);
  tl_difference_list_set_selected (get_differences (self), self->selected);
}

static guint
count_differences (TlSideLists *self)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (self->timeline, &n_events);
  guint n_counted = self->events != NULL ? self->events->len : n_events;
  guint n_differences = 0;

  for (guint i = 0; i < n_counted; i++)
    n_differences += events[self->events != NULL ? g_array_index (self->events, guint32, i) : i].differences.count;

  return n_differences;
}

/* Of all, also of those that carry nothing; else of those that are named for an event that is shown. */
static guint
count_sources (TlSideLists *self)
{
  guint n_sources;

  if (self->events != NULL)
    return tl_events_count_sources (self->timeline, (gconstpointer) self->events->data, self->events->len);

  tl_timeline_get_sources (self->timeline, &n_sources);

  return n_sources;
}

static void
name_tab (TlSideLists *self,
          int          page,
          const char  *title,
          guint        n)
{
  /* Translators: the title of a tab and how many rows its list has */
  g_autofree char *name = g_strdup_printf (C_("list", "%s %u"), title, n);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->tabs[page]))), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs[page]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_tabs (TlSideLists *self)
{
  guint n_sources = 0;
  guint n_differences = 0;

  if (self->timeline != NULL)
    {
      n_sources = count_sources (self);
      n_differences = count_differences (self);
    }

  name_tab (self, PAGE_EVENTS, C_("list", "Events"), tl_event_list_get_n_events (get_events (self)));
  name_tab (self, PAGE_SOURCES, C_("list", "Sources"), n_sources);
  name_tab (self, PAGE_DIFFERENCES, C_("list", "Differences"), n_differences);
}

static void
event_selected_cb (TlSideLists *self,
                   guint        event)
{
  self->selected = event;
  select_everywhere (self);
  g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
}

static void
event_activated_cb (TlSideLists *self,
                    guint        event)
{
  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
}

static void
uri_activated_cb (TlSideLists *self,
                  const char  *uri)
{
  g_signal_emit (self, signals[URI_ACTIVATED], 0, uri);
}

static void
tab_toggled_cb (TlSideLists     *self,
                GtkToggleButton *tab)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (tab), -1);
  if (!gtk_toggle_button_get_active (tab))
    return;

  for (int page = 0; page < N_PAGES; page++)
    if (self->tabs[page] == GTK_WIDGET (tab))
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->lists[page]);
  fill_page (self);
  select_everywhere (self);
}

static gboolean
tl_side_lists_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (TL_SIDE_LISTS (widget)->stack)));
}

static void
tl_side_lists_dispose (GObject *object)
{
  TlSideLists *self = TL_SIDE_LISTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->events, g_array_unref);

  G_OBJECT_CLASS (tl_side_lists_parent_class)->dispose (object);
}

static void
tl_side_lists_class_init (TlSideListsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_side_lists_dispose;
  widget_class->grab_focus = tl_side_lists_grab_focus;

  /**
   * TlSideLists::event-selected:
   * @self: the lists
   * @event: an event
   *
   * The user has moved to a row about @event in one of the lists.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_SIDE_LISTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlSideLists::event-activated:
   * @self: the lists
   * @event: an event
   *
   * The user wants to see @event.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_SIDE_LISTS, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlSideLists::uri-activated:
   * @self: the lists
   * @uri: an address of http or https
   *
   * The user wants to open a source.
   */
  signals[URI_ACTIVATED] = g_signal_new ("uri-activated", TL_TYPE_SIDE_LISTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidelists");
}

static GtkWidget *
new_tab (TlSideLists *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB,
                                 "child", label, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (tab, TRUE);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "list-tab");
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);

  return tab;
}

static GtkWidget *
new_tabs (TlSideLists *self)
{
  GtkWidget *tabs = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB_LIST,
                                  "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);

  /* The tabs share the width; that is no reason for the pane to grow. */
  gtk_widget_set_hexpand (tabs, FALSE);
  gtk_widget_set_layout_manager (tabs, tl_wrap_layout_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (tabs), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lists"), -1);
  for (int page = 0; page < N_PAGES; page++)
    {
      self->tabs[page] = new_tab (self);
      if (page > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->tabs[page]), GTK_TOGGLE_BUTTON (self->tabs[0]));
      gtk_box_append (GTK_BOX (tabs), self->tabs[page]);
    }

  return tabs;
}

static void
tl_side_lists_init (TlSideLists *self)
{
  self->selected = TL_NONE;
  self->lists[PAGE_EVENTS] = tl_event_list_new ();
  self->lists[PAGE_SOURCES] = tl_source_list_new ();
  self->lists[PAGE_DIFFERENCES] = tl_difference_list_new ();

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  for (int page = 0; page < N_PAGES; page++)
    {
      gtk_stack_add_named (GTK_STACK (self->stack), self->lists[page], page_names[page]);
      g_signal_connect_object (self->lists[page], "event-selected", G_CALLBACK (event_selected_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->lists[page], "event-activated", G_CALLBACK (event_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->lists[PAGE_SOURCES], "uri-activated", G_CALLBACK (uri_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), new_tabs (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  name_tabs (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[PAGE_EVENTS]), TRUE);
}

/**
 * tl_side_lists_new:
 *
 * Returns: (transfer floating): lists without rows
 */
GtkWidget *
tl_side_lists_new (void)
{
  return g_object_new (TL_TYPE_SIDE_LISTS, NULL);
}

/**
 * tl_side_lists_get_timeline:
 * @self: lists
 *
 * Returns: (transfer none) (nullable): the timeline that the lists are about
 */
TlTimeline *
tl_side_lists_get_timeline (TlSideLists *self)
{
  g_return_val_if_fail (TL_IS_SIDE_LISTS (self), NULL);

  return self->timeline;
}

/**
 * tl_side_lists_set_timeline:
 * @self: lists
 * @timeline: (nullable) (transfer none): the timeline that they are about
 *
 * No event is selected then.
 */
void
tl_side_lists_set_timeline (TlSideLists *self,
                            TlTimeline  *timeline)
{
  g_return_if_fail (TL_IS_SIDE_LISTS (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  self->selected = TL_NONE;
  g_clear_pointer (&self->events, g_array_unref);
  memset (self->is_filled, 0, sizeof self->is_filled);
  tl_event_list_set_timeline (get_events (self), timeline);
  tl_source_list_set_timeline (get_sources (self), NULL);
  tl_difference_list_set_timeline (get_differences (self), NULL);
  fill_page (self);
  name_tabs (self);
}

static gboolean
are_all (TlSideLists   *self,
         const guint32 *events,
         guint          n_events)
{
  guint n_all = 0;

  if (self->timeline != NULL)
    tl_timeline_get_events (self->timeline, &n_all);

  return events == NULL || n_events == n_all;
}

static gboolean
has_events (TlSideLists   *self,
            const guint32 *events,
            guint          n_events)
{
  if (self->events == NULL)
    return are_all (self, events, n_events);

  return events != NULL && self->events->len == n_events
         && memcmp (self->events->data, events, n_events * sizeof *events) == 0;
}

/**
 * tl_side_lists_set_events:
 * @self: lists that have a timeline
 * @events: (array length=n_events) (nullable): the events that the lists are
 *   about, in order; copied. %NULL for all
 * @n_events: their number
 */
void
tl_side_lists_set_events (TlSideLists   *self,
                          const guint32 *events,
                          guint          n_events)
{
  g_return_if_fail (TL_IS_SIDE_LISTS (self));

  tl_event_list_set_events (get_events (self), events, n_events);
  if (has_events (self, events, n_events))
    {
      name_tabs (self);
      return;
    }

  g_clear_pointer (&self->events, g_array_unref);
  if (!are_all (self, events, n_events))
    {
      /* Its data is somewhere also while it is empty. */
      self->events = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_events + 1);
      g_array_append_vals (self->events, events, n_events);
    }
  memset (self->is_filled, 0, sizeof self->is_filled);
  fill_page (self);
  name_tabs (self);
}

/**
 * tl_side_lists_get_selected:
 * @self: lists
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_side_lists_get_selected (TlSideLists *self)
{
  g_return_val_if_fail (TL_IS_SIDE_LISTS (self), TL_NONE);

  return self->selected;
}

/**
 * tl_side_lists_set_selected:
 * @self: lists
 * @event: an event, or TL_NONE
 *
 * Selects @event in all lists. Does not emit #TlSideLists::event-selected.
 */
void
tl_side_lists_set_selected (TlSideLists *self,
                            guint32      event)
{
  g_return_if_fail (TL_IS_SIDE_LISTS (self));

  self->selected = event;
  select_everywhere (self);
}

/**
 * tl_side_lists_set_theme:
 * @self: lists
 * @theme: where the colours of lanes come from
 */
void
tl_side_lists_set_theme (TlSideLists *self,
                         TlThemeKind  theme)
{
  g_return_if_fail (TL_IS_SIDE_LISTS (self));

  tl_event_list_set_theme (get_events (self), theme);
}

/**
 * tl_side_lists_get_page:
 * @self: lists
 *
 * Returns: (transfer none): the name of the list that is shown
 */
const char *
tl_side_lists_get_page (TlSideLists *self)
{
  g_return_val_if_fail (TL_IS_SIDE_LISTS (self), NULL);

  return page_names[get_page (self)];
}

/**
 * tl_side_lists_show:
 * @self: lists
 * @page: "events", "sources" or "differences"
 *
 * Shows that list.
 */
void
tl_side_lists_show (TlSideLists *self,
                    const char  *page)
{
  g_return_if_fail (TL_IS_SIDE_LISTS (self));
  g_return_if_fail (page != NULL);

  for (int i = 0; i < N_PAGES; i++)
    if (g_str_equal (page, page_names[i]))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[i]), TRUE);
}
