/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-list.h"

#include "tl-event-item.h"
#include "tl-event-model.h"

#include <glib/gi18n-lib.h>

/**
 * TlEventList:
 *
 * All events of a timeline by date, a row each: the plain way through a
 * timeline, for those who do not use a drawing.
 */
struct _TlEventList
{
  GtkWidget parent_instance;

  GtkWidget  *scroller;
  GtkWidget  *view;
  TlTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (TlEventList, tl_event_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Room around the text of a row, and between its lines, in pixels. The text
 * is no wider than can be read with ease, however wide the window is.
 */
#define ROW_MARGIN 10
#define ROW_SPACING 3
#define ROW_MAX_WIDTH 760

static void
measure_row (GtkWidget     *row,
             GtkOrientation orientation,
             int            for_size,
             int           *minimum,
             int           *natural,
             int           *minimum_baseline,
             int           *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (row);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = MIN (for_size, ROW_MAX_WIDTH);
  gtk_widget_measure (text, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
allocate_row (GtkWidget *row,
              int        width,
              int        height,
              int        baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (row);
  int text_width = MIN (width, ROW_MAX_WIDTH);
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((width - text_width) / 2, 0));

  gtk_widget_allocate (text, text_width, height, baseline, transform);
}

static GtkSizeRequestMode
get_row_mode (GtkWidget *row)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Holds the text of a row in the middle. */
static GtkWidget *
new_row (GtkWidget *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (row, gtk_custom_layout_new (get_row_mode, measure_row, allocate_row));
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Text from a file is never markup. */
  gtk_label_set_use_markup (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);

  gtk_widget_set_margin_top (text, ROW_MARGIN);
  gtk_widget_set_margin_bottom (text, ROW_MARGIN);
  gtk_widget_set_margin_start (text, ROW_MARGIN);
  gtk_widget_set_margin_end (text, ROW_MARGIN);
  gtk_box_append (GTK_BOX (text), new_label ("heading"));
  gtk_box_append (GTK_BOX (text), new_label ("body"));
  gtk_list_item_set_child (item, new_row (text));
}

/* The widget that the list puts around a row is what assistive technology
 * sees as the item. Until GTK 4.12 nothing else gives it a name.
 */
static void
name_row (GtkWidget  *row,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  TlEventItem *event = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *title_label = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  GtkWidget *details_label = gtk_widget_get_next_sibling (title_label);
  const char *title = tl_event_item_get_title (event);
  const char *lane = tl_event_item_get_lane_name (event);
  g_autofree char *date = tl_event_item_dup_date (event);
  g_autofree char *details = NULL;
  g_autofree char *name = NULL;

  if (lane != NULL)
    {
      /* Translators: a date, then the name of a lane, under an event's title */
      details = g_strdup_printf (C_("event", "%s · %s"), date, lane);
      /* Translators: an event's title, its date and the name of its lane, for screen readers */
      name = g_strdup_printf (C_("event", "%s, %s, %s"), title, date, lane);
    }
  else
    {
      details = g_strdup (date);
      /* Translators: an event's title and its date, for screen readers */
      name = g_strdup_printf (C_("event", "%s, %s"), title, date);
    }

  gtk_label_set_text (GTK_LABEL (title_label), title);
  gtk_label_set_text (GTK_LABEL (details_label), details);
  name_row (row, name);
}

/* Where there are rows, one of them has the keyboard, not the view. */
static gboolean
tl_event_list_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = TL_EVENT_LIST (widget)->view;

  if ((gtk_widget_get_state_flags (view) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return TRUE;

  return gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (view);
}

static void
tl_event_list_dispose (GObject *object)
{
  TlEventList *self = TL_EVENT_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_event_list_parent_class)->dispose (object);
}

static void
tl_event_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlEventList *self = TL_EVENT_LIST (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_event_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlEventList *self = TL_EVENT_LIST (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      tl_event_list_set_timeline (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_event_list_class_init (TlEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_event_list_dispose;
  object_class->get_property = tl_event_list_get_property;
  object_class->set_property = tl_event_list_set_property;
  widget_class->grab_focus = tl_event_list_grab_focus;

  /**
   * TlEventList:timeline:
   *
   * The timeline whose events are listed.
   */
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, TL_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
}

static void
tl_event_list_init (TlEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  self->view = gtk_list_view_new (NULL, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events by date"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tl_event_list_new:
 *
 * Returns: (transfer floating): a list without events
 */
GtkWidget *
tl_event_list_new (void)
{
  return g_object_new (TL_TYPE_EVENT_LIST, NULL);
}

/**
 * tl_event_list_get_timeline:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the timeline whose events are listed
 */
TlTimeline *
tl_event_list_get_timeline (TlEventList *self)
{
  g_return_val_if_fail (TL_IS_EVENT_LIST (self), NULL);

  return self->timeline;
}

/**
 * tl_event_list_set_timeline:
 * @self: a list
 * @timeline: (nullable) (transfer none): the timeline whose events to list
 */
void
tl_event_list_set_timeline (TlEventList *self,
                            TlTimeline  *timeline)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (TL_IS_EVENT_LIST (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  if (timeline != NULL)
    selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (tl_event_model_new (timeline))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), selection);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}
