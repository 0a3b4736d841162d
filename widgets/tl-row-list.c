/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-row-list.h"

#include "tl-row.h"
#include "tl-row-parts.h"

/**
 * TlRowList:
 *
 * A list of rows about events that scrolls, on which the lists beside the
 * canvas are built. Only rows on screen have widgets. The list is one stop
 * for the Tab key; arrows move within it.
 */
struct _TlRowList
{
  GtkWidget parent_instance;

  GtkWidget  *scroller;
  GtkWidget  *view;
  TlRowModel *model;
  TlRowCreate create;
  TlRowFill   fill;
  gpointer    owner;
  guint32     selected;
  guint       scrolling; /* tick callback while the list is not laid out yet */
};

G_DEFINE_FINAL_TYPE (TlRowList, tl_row_list, GTK_TYPE_WIDGET)

enum
{
  EVENT_SELECTED,
  EVENT_ACTIVATED,
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On what a row shows, the list item that it belongs to. */
static GQuark
get_item_quark (void)
{
  return g_quark_from_static_string ("tl-row-list-item");
}

/* On what a row shows, the #TlRow that it was filled with. */
static GQuark
get_filled_quark (void)
{
  return g_quark_from_static_string ("tl-row-list-filled");
}

/* Rows on screen */

/* NULL where a widget of the view shows no row at present. */
static TlRow *
get_row (GtkWidget *row_widget)
{
  GtkWidget *frame = gtk_widget_get_first_child (row_widget);
  GtkListItem *item = frame != NULL ? g_object_get_qdata (G_OBJECT (frame), get_item_quark ()) : NULL;

  return item != NULL ? gtk_list_item_get_item (item) : NULL;
}

static gboolean
is_in_sight (TlRowList *self,
             GtkWidget *row_widget)
{
  graphene_rect_t bounds;
  int height = gtk_widget_get_height (self->view);

  if (!gtk_widget_get_mapped (row_widget) || !gtk_widget_compute_bounds (row_widget, self->view, &bounds))
    return FALSE;
  if (bounds.size.height > (float) height)
    return bounds.origin.y < (float) height && bounds.origin.y + bounds.size.height > 0;

  return bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) height;
}

/* The first row in sight that is about the event selected. */
static GtkWidget *
find_selected (TlRowList *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TlRow *row = get_row (child);

      if (row != NULL && self->selected != TL_NONE && tl_row_get_event (row) == self->selected
          && is_in_sight (self, child))
        return child;
    }

  return NULL;
}

static void
fill_row (TlRowList *self,
          GtkWidget *frame,
          TlRow     *row)
{
  g_autofree char *name = self->fill (tl_row_frame_get_content (frame), self->model,
                                      tl_row_get_position (row), self->owner);

  /* The widget that the view puts around a row is what assistive technology
   * sees as the item. Until GTK 4.12 nothing else gives it a name.
   */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (frame)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_row_cb (TlRowList   *self,
              GtkListItem *item)
{
  GtkWidget *frame = tl_row_frame_new (self->create (self->owner));

  g_object_set_qdata (G_OBJECT (frame), get_item_quark (), item);
  gtk_list_item_set_child (item, frame);
}

/* GTK 4.8 binds all rows again when the selection changes; what they show is
 * the same then.
 */
static void
bind_row_cb (TlRowList   *self,
             GtkListItem *item)
{
  GtkWidget *frame = gtk_list_item_get_child (item);
  TlRow *row = gtk_list_item_get_item (item);

  if (g_object_get_qdata (G_OBJECT (frame), get_filled_quark ()) == row)
    return;

  g_object_set_qdata_full (G_OBJECT (frame), get_filled_quark (), g_object_ref (row), g_object_unref);
  fill_row (self, frame, row);
}

/* Scrolling */

static void
scroll_to_selected (TlRowList *self)
{
  guint row;

  if (self->model == NULL || find_selected (self) != NULL)
    return;

  row = tl_row_model_find_event (self->model, self->selected);
  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", row);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  TlRowList *self = TL_ROW_LIST (widget);

  if (gtk_widget_get_height (self->view) == 0)
    return G_SOURCE_CONTINUE;

  self->scrolling = 0;
  scroll_to_selected (self);

  return G_SOURCE_REMOVE;
}

/* A view knows where its rows are only once it has been laid out. */
static void
scroll_when_laid_out (TlRowList *self)
{
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
stop_scrolling (TlRowList *self)
{
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
}

static void
tl_row_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_row_list_parent_class)->map (widget);

  scroll_when_laid_out (TL_ROW_LIST (widget));
}

static void
tl_row_list_unmap (GtkWidget *widget)
{
  stop_scrolling (TL_ROW_LIST (widget));

  GTK_WIDGET_CLASS (tl_row_list_parent_class)->unmap (widget);
}

/* Focus */

static gboolean
has_focus_within (TlRowList *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
focus_selected (TlRowList *self)
{
  GtkWidget *row_widget = find_selected (self);

  return row_widget != NULL && gtk_widget_grab_focus (row_widget);
}

/* Where there are rows, one of them has the keyboard, not the view. */
static gboolean
tl_row_list_grab_focus (GtkWidget *widget)
{
  TlRowList *self = TL_ROW_LIST (widget);

  if (has_focus_within (self) || focus_selected (self))
    return TRUE;

  return gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (self->view);
}

/* By itself, a view of GTK 4.8 goes from row to row by Tab. */
static gboolean
tl_row_list_focus (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  TlRowList *self = TL_ROW_LIST (widget);

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (has_focus_within (self))
        return FALSE;
      if (focus_selected (self))
        return TRUE;
    }

  return gtk_widget_child_focus (self->scroller, direction);
}

/* What the user does */

static void
event_selected_cb (TlRowModel *model,
                   guint       event,
                   TlRowList  *self)
{
  self->selected = event;
  g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
}

static void
activate_cb (TlRowList *self,
             guint      position)
{
  guint32 event = tl_row_model_get_event (self->model, position);

  if (event != TL_NONE)
    g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
  else
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

static void
tl_row_list_dispose (GObject *object)
{
  TlRowList *self = TL_ROW_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_row_list_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  /**
   * TlRowList::event-selected:
   * @self: the list
   * @event: an event
   *
   * The user has moved to a row about another event than before.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlRowList::event-activated:
   * @self: the list
   * @event: an event
   *
   * The user has activated a row about @event.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlRowList::row-activated:
   * @self: the list
   * @row: a row
   *
   * The user has activated a row that is about no event.
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", TL_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_row_list_class_init (TlRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_row_list_dispose;
  widget_class->map = tl_row_list_map;
  widget_class->unmap = tl_row_list_unmap;
  widget_class->focus = tl_row_list_focus;
  widget_class->grab_focus = tl_row_list_grab_focus;

  add_signals ();

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rowlist");
}

static void
tl_row_list_init (TlRowList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->selected = TL_NONE;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);

  self->view = gtk_list_view_new (NULL, factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tl_row_list_new:
 * @label: what the list is called
 * @create: makes the widgets of a row
 * @fill: fills them
 * @owner: passed to both; has to live as long as the list
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
tl_row_list_new (const char *label,
                 TlRowCreate create,
                 TlRowFill   fill,
                 gpointer    owner)
{
  TlRowList *self = g_object_new (TL_TYPE_ROW_LIST, NULL);

  self->create = create;
  self->fill = fill;
  self->owner = owner;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * tl_row_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): its rows
 */
TlRowModel *
tl_row_list_get_model (TlRowList *self)
{
  g_return_val_if_fail (TL_IS_ROW_LIST (self), NULL);

  return self->model;
}

/**
 * tl_row_list_take_model:
 * @self: a list
 * @model: (transfer full) (nullable): its rows
 *
 * The event that is selected stays so; whoever shows another timeline
 * selects another one. The list keeps the keyboard where it has it.
 */
void
tl_row_list_take_model (TlRowList  *self,
                        TlRowModel *model)
{
  g_autoptr (TlRowModel) before = NULL;
  gboolean had_focus;

  g_return_if_fail (TL_IS_ROW_LIST (self));

  had_focus = has_focus_within (self);
  /* The rows of the one before go when the view gets the new one. */
  before = self->model;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, event_selected_cb, self);

  self->model = model;
  if (model != NULL)
    {
      tl_row_model_set_selected (model, self->selected);
      g_signal_connect_object (model, "event-selected", G_CALLBACK (event_selected_cb), self, 0);
    }
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (model));
  /* The row that had the keyboard is gone, and no key would reach the window. */
  if (had_focus)
    gtk_widget_grab_focus (self->view);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_when_laid_out (self);
}

/**
 * tl_row_list_get_selected:
 * @self: a list
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_row_list_get_selected (TlRowList *self)
{
  g_return_val_if_fail (TL_IS_ROW_LIST (self), TL_NONE);

  return self->selected;
}

/**
 * tl_row_list_set_selected:
 * @self: a list
 * @event: an event, or TL_NONE
 *
 * Selects the rows about @event and scrolls to the first one, unless one of
 * them is in sight.
 */
void
tl_row_list_set_selected (TlRowList *self,
                          guint32    event)
{
  g_return_if_fail (TL_IS_ROW_LIST (self));

  if (self->selected == event)
    return;

  self->selected = event;
  if (self->model != NULL)
    tl_row_model_set_selected (self->model, event);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_when_laid_out (self);
}

/**
 * tl_row_list_use_as_menu:
 * @self: a list
 * @max_height: how high it may become, in pixels
 *
 * Makes it as high as its rows, up to @max_height, and lets one click
 * activate a row.
 */
void
tl_row_list_use_as_menu (TlRowList *self,
                         int        max_height)
{
  GtkScrolledWindow *scroller;

  g_return_if_fail (TL_IS_ROW_LIST (self));

  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_max_content_height (scroller, max_height);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
}

/**
 * tl_row_list_refill:
 * @self: a list
 *
 * Fills all rows on screen again, after something else than the model has
 * changed.
 */
void
tl_row_list_refill (TlRowList *self)
{
  g_return_if_fail (TL_IS_ROW_LIST (self));

  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TlRow *row = get_row (child);

      if (row != NULL)
        fill_row (self, gtk_widget_get_first_child (child), row);
    }
}
