/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-event-dating.h"
#include "tl-figure.h"
#include "tl-passage.h"

#include <glib/gi18n-lib.h>

/* Of a detail pane, what an event is: title, date, actors, summary, figures;
 * and at the end what it has besides.
 */

/* Columns of tiles. */
#define TILE_WIDTH 104

/* The date, how well it is known, and from whom. */
static void
add_date (const TlDetail *detail,
          GtkWidget      *box)
{
  g_autofree char *date = tl_timeline_get_event_date_words (detail->timeline, detail->event, NULL);
  g_autofree char *precision = tl_event_say_precision (detail->event, NULL);
  const char *dated_by = tl_event_say_dated_by (detail->event, NULL);
  guint n_sources = detail->event->dated_by.count;
  g_autofree char *known = NULL;
  g_autofree char *sources = NULL;
  GtkWidget *flow;

  if (*precision == '\0')
    known = g_strdup (date);
  else
    /* Translators: a date, and how well it is known, as in
     * June 2025 · known to the month */
    known = g_strdup_printf (C_("event", "%s · %s"), date, precision);
  tl_detail_add_text (box, known, "dim-label");

  if (n_sources == 0)
    {
      tl_detail_add_text (box, dated_by, "dim-label");
      return;
    }

  flow = tl_detail_new_flow (0);
  sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  gtk_box_append (GTK_BOX (flow), tl_passage_new (dated_by, GTK_ACCESSIBLE_ROLE_LABEL, "dim-label"));
  gtk_box_append (GTK_BOX (flow), tl_detail_new_sources_button (detail, sources, detail->event->dated_by));
  gtk_box_append (GTK_BOX (box), flow);
}

static void
add_actors (const TlDetail *detail,
            GtkWidget      *box)
{
  const TlActor *actors = tl_timeline_get_actors (detail->timeline, NULL);
  const guint32 *indices = tl_timeline_get_indices (detail->timeline, detail->event->actors);
  GtkWidget *chips;

  if (detail->event->actors.count == 0)
    return;

  chips = tl_detail_new_flow (0);
  for (guint i = 0; i < detail->event->actors.count; i++)
    {
      const TlActor *actor = &actors[indices[i]];
      GtkWidget *dot = actor->lane != TL_NONE ? tl_detail_new_lane_dot (detail, actor->lane) : NULL;

      gtk_box_append (GTK_BOX (chips), tl_detail_new_chip (tl_timeline_get_text (detail->timeline, actor->name), dot));
    }
  gtk_box_append (GTK_BOX (box), chips);
}

/**
 * tl_detail_add_head:
 * @detail: what is shown
 * @piece: 0
 *
 * Adds title, date, actors and summary.
 *
 * Returns: that there is no other piece
 */
gboolean
tl_detail_add_head (TlDetail *detail,
                    guint     piece)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, TL_DETAIL_SPACING);
  const char *title = tl_timeline_get_text (detail->timeline, detail->event->title);

  gtk_box_append (GTK_BOX (head), tl_passage_new (title, GTK_ACCESSIBLE_ROLE_HEADING, "detail-title"));
  add_date (detail, head);
  add_actors (detail, head);
  if (detail->event->context)
    tl_detail_add_text (head, _("Context from outside the story’s own sources"), "dim-label");
  tl_detail_add_text (head, tl_timeline_get_text (detail->timeline, detail->event->summary), NULL);

  gtk_box_append (GTK_BOX (detail->page), head);

  return FALSE;
}

static GtkWidget *
new_figure (const TlDetail *detail,
            const TlFigure *figure)
{
  const char *unit = tl_timeline_get_text (detail->timeline, figure->unit);
  g_autofree char *value = tl_figure_to_words (figure, unit, NULL);
  GtkWidget *tile = tl_detail_new_tile (value, tl_timeline_get_text (detail->timeline, figure->label));
  g_autofree char *sources = NULL;

  if (figure->citations.count == 0)
    {
      tl_detail_add_text (tile, _("No source is named."), "warning");
      return tile;
    }

  sources = g_strdup_printf (ngettext ("%u source", "%u sources", figure->citations.count), figure->citations.count);
  gtk_box_append (GTK_BOX (tile), tl_detail_new_sources_button (detail, sources, figure->citations));

  return tile;
}

/**
 * tl_detail_add_figures:
 * @detail: what is shown
 * @piece: which figure
 *
 * Adds a tile for each figure.
 *
 * Returns: whether there is another
 */
gboolean
tl_detail_add_figures (TlDetail *detail,
                       guint     piece)
{
  const TlFigure *figures = tl_timeline_get_figures (detail->timeline, detail->event->figures);
  guint n_figures = detail->event->figures.count;

  if (n_figures == 0)
    return FALSE;

  if (piece == 0)
    {
      detail->list = tl_detail_new_flow (TILE_WIDTH);
      gtk_box_append (GTK_BOX (detail->page), detail->list);
    }
  gtk_box_append (GTK_BOX (detail->list), new_figure (detail, &figures[piece]));

  return piece + 1 < n_figures;
}

static void
add_media (const TlDetail *detail,
           GtkWidget      *page)
{
  const TlMedia *media = tl_timeline_get_media (detail->timeline, detail->event->media);
  GtkWidget *list;

  if (detail->event->media.count == 0)
    return;

  list = tl_detail_add_list (tl_detail_add_part (page, _("Pictures"), NULL), _("Pictures"));
  for (guint i = 0; i < detail->event->media.count; i++)
    {
      GtkWidget *item = tl_detail_add_item (list);
      const char *alt = tl_timeline_get_text (detail->timeline, media[i].alt);

      tl_detail_add_text (item, alt != NULL ? alt : tl_timeline_get_text (detail->timeline, media[i].file), NULL);
      tl_detail_add_text (item, tl_timeline_get_text (detail->timeline, media[i].credit), "dim-label");
    }
}

static void
add_notes (const TlDetail *detail,
           GtkWidget      *page)
{
  const char *notes = tl_timeline_get_text (detail->timeline, detail->event->notes);
  GtkWidget *expander;

  if (notes == NULL)
    return;

  expander = gtk_expander_new (_("Speaker notes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Speaker notes"), -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), tl_passage_new (notes, GTK_ACCESSIBLE_ROLE_LABEL, NULL));
  gtk_box_append (GTK_BOX (page), expander);
}

/**
 * tl_detail_add_extras:
 * @detail: what is shown
 * @piece: 0
 *
 * Adds pictures and what a speaker has noted.
 *
 * Returns: that there is no other piece
 */
gboolean
tl_detail_add_extras (TlDetail *detail,
                      guint     piece)
{
  add_media (detail, detail->page);
  add_notes (detail, detail->page);

  return FALSE;
}
