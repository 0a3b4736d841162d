/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-event-words.h"
#include "tl-paragraph.h"

#include <glib/gi18n-lib.h>

/* Of a detail pane, the links from the event and to it. */

/* A link, seen from the event that is told of. */
typedef struct
{
  const TlLink *link;
  guint32       other; /* event at its other end */
  gboolean      is_incoming;
} SeenLink;

/* What is said of a link that not everybody believes in. */
static const char *
say_doubt (const SeenLink *seen)
{
  if (seen->link->kind != TL_LINK_LED_TO)
    return NULL;
  if (seen->link->status == TL_STATUS_DISPUTED)
    return _("A disputed cause");
  if (seen->link->status == TL_STATUS_DENIED)
    return _("A disputed cause: it is denied");

  return NULL;
}

static GtkWidget *
new_row (const TlDetail *detail,
         const SeenLink *seen,
         const char     *title,
         const char     *date)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, TL_DETAIL_SPACING);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const lines[] = { title, date };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    gtk_box_append (GTK_BOX (text), tl_paragraph_new (lines[i], GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                      i == 0 ? "heading" : "dim-label"));

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), tl_detail_new_lane_dot (detail, tl_timeline_get_event_lane (
                                   detail->timeline, &tl_timeline_get_events (detail->timeline, NULL)[seen->other])));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic",
                                               NULL));

  return row;
}

static GtkWidget *
new_button (const TlDetail *detail,
            const SeenLink *seen)
{
  const TlEvent *other = &tl_timeline_get_events (detail->timeline, NULL)[seen->other];
  const char *title = tl_timeline_get_text (detail->timeline, other->title);
  const char *heading = tl_link_kind_to_heading (seen->link->kind, seen->is_incoming, NULL);
  const char *doubt = say_doubt (seen);
  g_autofree char *date = tl_timeline_get_event_date_words (detail->timeline, other, NULL);
  /* Translators: a kind of link, an event, its date, for screen readers, as in
   * Led to: Wang leaves Scale, 12 June 2025 */
  g_autofree char *name = g_strdup_printf (C_("link", "%s: %s, %s"), heading, title, date);
  GtkWidget *button = gtk_button_new ();

  if (doubt == NULL)
    doubt = tl_status_to_words (seen->link->status, NULL);
  if (doubt != NULL)
    {
      g_autofree char *sure = g_steal_pointer (&name);

      name = g_strdup_printf ("%s, %s", sure, doubt);
    }

  gtk_button_set_child (GTK_BUTTON (button), new_row (detail, seen, title, date));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "detail-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", seen->other);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "detail.go-to");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_link (const TlDetail *detail,
          const SeenLink *seen,
          GtkWidget      *list)
{
  GtkWidget *item = tl_detail_add_item (list);
  const TlEvent *other = &tl_timeline_get_events (detail->timeline, NULL)[seen->other];

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_timeline_get_text (detail->timeline, other->title), -1);
  gtk_box_append (GTK_BOX (item), new_button (detail, seen));
  tl_detail_add_status (item, seen->link->status, say_doubt (seen));
  tl_detail_add_text (item, tl_timeline_get_text (detail->timeline, seen->link->note), NULL);
  if (seen->link->citations.count > 0)
    tl_detail_add_sources (detail, item, seen->link->citations);
}

/* By kind, those from the event before those to it; the sort is stable, and
 * keeps the file's order among them. */
static int
get_rank (const SeenLink *seen)
{
  static const int ranks[] = {
    [TL_LINK_LED_TO] = 0,
    [TL_LINK_ANSWERS] = 2,
    [TL_LINK_CONTRADICTS] = 4,
    [TL_LINK_REPEATS] = 6,
    [TL_LINK_NONE] = 8,
  };

  return ranks[seen->link->kind] + (seen->is_incoming ? 1 : 0);
}

static int
compare_links_cb (gconstpointer a,
                  gconstpointer b)
{
  return get_rank (a) - get_rank (b);
}

static GArray *
find_links (const TlDetail *detail)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SeenLink));
  const TlEvent *events = tl_timeline_get_events (detail->timeline, NULL);
  const TlLink *outgoing = tl_timeline_get_links (detail->timeline, detail->event->links);
  guint n_incoming;
  const TlIncomingLink *incoming = tl_incoming_get (detail->incoming, detail->index, &n_incoming);

  for (guint i = 0; i < detail->event->links.count; i++)
    {
      SeenLink seen = { &outgoing[i], outgoing[i].to, FALSE };

      g_array_append_val (all, seen);
    }
  for (guint i = 0; i < n_incoming; i++)
    {
      const TlLink *links = tl_timeline_get_links (detail->timeline, events[incoming[i].from].links);
      SeenLink seen = { &links[incoming[i].link], incoming[i].from, TRUE };

      g_array_append_val (all, seen);
    }

  g_array_sort (all, compare_links_cb);

  return all;
}

/**
 * tl_detail_add_links:
 * @detail: what is shown
 * @piece: which link
 *
 * Adds the links from the event and to it, by their kind.
 *
 * Returns: whether there is another
 */
gboolean
tl_detail_add_links (TlDetail *detail,
                     guint     piece)
{
  const SeenLink *seen;

  if (detail->links == NULL)
    detail->links = find_links (detail);
  if (detail->links->len == 0)
    return FALSE;

  seen = &g_array_index (detail->links, SeenLink, piece);
  if (piece == 0 || get_rank (seen) != get_rank (seen - 1))
    {
      const char *heading = tl_link_kind_to_heading (seen->link->kind, seen->is_incoming, NULL);

      detail->list = tl_detail_add_list (tl_detail_add_part (detail->page, heading, NULL), heading);
    }
  add_link (detail, seen, detail->list);

  return piece + 1 < detail->links->len;
}

/**
 * tl_detail_new_compared:
 * @detail: what is shown
 * @event: a second event
 * @words_between: (nullable): the time between them
 *
 * Returns: (transfer floating): a card that names it, and goes there
 */
GtkWidget *
tl_detail_new_compared (const TlDetail *detail,
                        guint32         event,
                        const char     *words_between)
{
  const TlEvent *other = &tl_timeline_get_events (detail->timeline, NULL)[event];
  const char *title = tl_timeline_get_text (detail->timeline, other->title);
  /* Translators: %s is the title of an event */
  g_autofree char *name = g_strdup_printf (_("Compared with %s"), title);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), tl_paragraph_new (name, GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "detail-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", event);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "detail.go-to");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_add_css_class (card, "detail-compared");
  gtk_box_append (GTK_BOX (card), button);
  tl_detail_add_text (card, words_between, "heading");

  return card;
}
