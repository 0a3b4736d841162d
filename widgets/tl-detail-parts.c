/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-event-words.h"
#include "tl-flow-layout.h"
#include "tl-dot.h"
#include "tl-passage.h"
#include "tl-source-button.h"

#include <glib/gi18n-lib.h>

/* What several parts of a detail pane are made of. */

/* Of a list of sources, in pixels; what is longer scrolls. */
#define MAX_POPOVER_HEIGHT 320

static GtkWidget *
new_box (GtkAccessibleRole  role,
         int                spacing,
         const char        *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", role,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", spacing,
                                 NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);

  return box;
}

/**
 * tl_detail_set_margins:
 * @widget: something in the pane
 * @top: room above it, in pixels
 * @bottom: room below it, in pixels
 *
 * Gives it room, beside it as much as everything in the pane has.
 */
void
tl_detail_set_margins (GtkWidget *widget,
                       int        top,
                       int        bottom)
{
  gtk_widget_set_margin_top (widget, top);
  gtk_widget_set_margin_bottom (widget, bottom);
  gtk_widget_set_margin_start (widget, TL_DETAIL_MARGIN);
  gtk_widget_set_margin_end (widget, TL_DETAIL_MARGIN);
}

/**
 * tl_detail_add_part:
 * @page: what to add to
 * @heading: its heading
 * @note: (nullable): stands beside the heading
 *
 * Begins a part.
 *
 * Returns: (transfer none): a box for what the part has
 */
GtkWidget *
tl_detail_add_part (GtkWidget  *page,
                    const char *heading,
                    const char *note)
{
  GtkWidget *part = new_box (GTK_ACCESSIBLE_ROLE_GROUP, TL_DETAIL_SPACING, NULL);
  GtkWidget *head = tl_detail_new_flow (0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (head), tl_passage_new (heading, GTK_ACCESSIBLE_ROLE_HEADING, "heading"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (head), tl_passage_new (note, GTK_ACCESSIBLE_ROLE_LABEL, "dim-label"));

  gtk_box_append (GTK_BOX (part), head);
  gtk_box_append (GTK_BOX (page), part);

  return part;
}

/**
 * tl_detail_add_list:
 * @part: what to add to
 * @name: what it is called for screen readers
 *
 * Adds a list that looks like a card.
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
tl_detail_add_list (GtkWidget  *part,
                    const char *name)
{
  GtkWidget *list = new_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "detail-list");

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (part), list);

  return list;
}

/**
 * tl_detail_add_item:
 * @list: a list
 *
 * Adds an item to it.
 *
 * Returns: (transfer none): a box for what the item has
 */
GtkWidget *
tl_detail_add_item (GtkWidget *list)
{
  GtkWidget *item = new_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 3, "detail-item");

  gtk_box_append (GTK_BOX (list), item);

  return item;
}

/**
 * tl_detail_add_text:
 * @box: what to add to
 * @text: (nullable): plain text
 * @css_class: (nullable): how it looks
 *
 * Adds text that can be selected; nothing where there is none.
 */
void
tl_detail_add_text (GtkWidget  *box,
                    const char *text,
                    const char *css_class)
{
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), tl_passage_new (text, GTK_ACCESSIBLE_ROLE_LABEL, css_class));
}

/* A sign for each status, and how it looks: nobody has to know colours. */
static const struct
{
  const char *sign;
  const char *css_class;
} statuses[] = {
  [TL_STATUS_NONE] = { "", NULL },
  [TL_STATUS_CONFIRMED] = { "✓ ", "success" },
  [TL_STATUS_REPORTED] = { "", "dim-label" },
  [TL_STATUS_DISPUTED] = { "≠ ", "warning" },
  [TL_STATUS_DENIED] = { "✗ ", "error" },
  [TL_STATUS_RETRACTED] = { "↶ ", "error" },
  [TL_STATUS_OPINION] = { "“ ", "dim-label" },
};

/**
 * tl_detail_add_status:
 * @box: what to add to
 * @status: a TlStatus
 * @words: (nullable): what it is called, where that is not its name
 *
 * Adds a status with its sign; nothing where there is none.
 */
void
tl_detail_add_status (GtkWidget  *box,
                      guint8      status,
                      const char *words)
{
  const char *name = words != NULL ? words : tl_status_to_words (status, NULL);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (name == NULL)
    return;

  text = g_strconcat (statuses[status].sign, name, NULL);
  label = tl_paragraph_new (text, GTK_ACCESSIBLE_ROLE_LABEL, "detail-status");
  gtk_widget_add_css_class (label, statuses[status].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * tl_detail_new_flow:
 * @column_width: as for tl_flow_layout_new()
 *
 * Children that are appended to it flow onto further lines.
 *
 * Returns: (transfer floating): a box
 */
GtkWidget *
tl_detail_new_flow (int column_width)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (flow, tl_flow_layout_new (TL_DETAIL_SPACING, column_width));

  return flow;
}

/**
 * tl_detail_new_chip:
 * @text: plain text
 * @dot: (nullable) (transfer floating): stands before it
 *
 * Returns: (transfer floating): a short text in a frame
 */
GtkWidget *
tl_detail_new_chip (const char *text,
                    GtkWidget  *dot)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tl_paragraph_new (text, GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_widget_add_css_class (chip, "detail-chip");
  if (dot != NULL)
    gtk_box_append (GTK_BOX (chip), dot);
  gtk_box_append (GTK_BOX (chip), label);

  return chip;
}

/**
 * tl_detail_new_lane_dot:
 * @detail: what is shown
 * @lane: a lane
 *
 * Returns: (transfer floating): a dot in its colour
 */
GtkWidget *
tl_detail_new_lane_dot (const TlDetail *detail,
                        guint32         lane)
{
  TlHue hue = tl_theme_get_hue (detail->theme, tl_timeline_get_lanes (detail->timeline, NULL)[lane].colour, lane);

  GtkWidget *dot = tl_dot_new ();

  tl_dot_set_colour (TL_DOT (dot), hue.fill);

  return dot;
}

/**
 * tl_detail_new_tile:
 * @value: a number in words
 * @label: (nullable): what it counts
 *
 * Returns: (transfer floating): a tile, to which can be added
 */
GtkWidget *
tl_detail_new_tile (const char *value,
                    const char *label)
{
  GtkWidget *tile = new_box (GTK_ACCESSIBLE_ROLE_GROUP, 0, "detail-tile");
  g_autofree char *name = label != NULL ? g_strdup_printf ("%s %s", value, label) : g_strdup (value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  tl_detail_add_text (tile, value, "detail-value");
  tl_detail_add_text (tile, label, "dim-label");

  return tile;
}

static void
activate_uri_cb (GtkWidget  *pane,
                 const char *uri)
{
  g_signal_emit_by_name (pane, "uri-activated", uri);
}

/* Puts a button for each into @box. */
static void
fill_sources (TlTimeline *timeline,
              GtkWidget  *pane,
              TlRange     range,
              GtkWidget  *box)
{
  const TlCitation *citations = tl_timeline_get_citations (timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      GtkWidget *button = tl_source_button_new (timeline, &citations[i]);

      g_signal_connect_object (button, "uri-activated", G_CALLBACK (activate_uri_cb), pane, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
}

/**
 * tl_detail_add_sources:
 * @detail: what is shown
 * @box: what to add to
 * @citations: who carries something
 *
 * Adds a button for each, or that nobody is named.
 */
void
tl_detail_add_sources (const TlDetail *detail,
                       GtkWidget      *box,
                       TlRange         citations)
{
  GtkWidget *flow;

  if (citations.count == 0)
    {
      tl_detail_add_text (box, _("No source is named."), "warning");
      return;
    }

  flow = tl_detail_new_flow (0);
  fill_sources (detail->timeline, detail->pane, citations, flow);
  gtk_box_append (GTK_BOX (box), flow);
}

/* Sources that are shown when they are asked for. */
typedef struct
{
  TlTimeline *timeline;
  GtkWidget  *pane; /* lives longer than what is in it */
  TlRange     citations;
} Asked;

static void
free_asked_cb (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->timeline);
  g_free (asked);
}

static void
show_sources_cb (GtkMenuButton *button,
                 gpointer       data)
{
  const Asked *asked = data;
  GtkWidget *popover;
  GtkWidget *scroller;
  GtkWidget *sources;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  sources = new_box (GTK_ACCESSIBLE_ROLE_GROUP, TL_DETAIL_SPACING, NULL);
  gtk_widget_set_margin_start (sources, TL_DETAIL_SPACING);
  gtk_widget_set_margin_end (sources, TL_DETAIL_SPACING);
  fill_sources (asked->timeline, asked->pane, asked->citations, sources);

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), sources);
  popover = gtk_popover_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * tl_detail_new_sources_button:
 * @detail: what is shown
 * @text: what it says
 * @citations: who carries something
 *
 * Returns: (transfer floating): a button that shows them when it is pressed
 */
GtkWidget *
tl_detail_new_sources_button (const TlDetail *detail,
                              const char     *text,
                              TlRange         citations)
{
  GtkWidget *button = gtk_menu_button_new ();
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (detail->timeline), detail->pane, citations };
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), show_sources_cb, asked, free_asked_cb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "detail-sources");
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}
