/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-event-sources.h"
#include "tl-figure.h"

#include <glib/gi18n-lib.h>

/* Of a detail pane, what is claimed and who carries it. */

static guint
count_different (const GArray *citations)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (sources, GUINT_TO_POINTER (g_array_index (citations, TlCitation, i).source));

  return g_hash_table_size (sources);
}

/* 6 claims from 5 sources, 3 independent. */
static char *
say_counts (const TlDetail *detail)
{
  g_autoptr (GArray) citations = tl_event_get_citations (detail->timeline, detail->event);
  guint n_claims = detail->event->claims.count;
  guint n_sources = count_different (citations);
  guint n_independent = tl_timeline_count_independent (detail->timeline, (gconstpointer) citations->data,
                                                       citations->len);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  if (n_sources == 0)
    /* Translators: a number of claims, as in 6 claims */
    return g_strdup_printf (C_("claims", "%s, no source"), claims);

  /* Translators: a number of claims, one of sources, and how many of these do
   * not repeat each other, as in 6 claims from 5 sources, 3 independent */
  return g_strdup_printf (C_("claims", "%s from %s, %u independent"), claims, sources, n_independent);
}

static void
add_figures (const TlDetail *detail,
             const TlClaim  *claim,
             GtkWidget      *item)
{
  const TlFigure *figures = tl_timeline_get_figures (detail->timeline, claim->figures);

  for (guint i = 0; i < claim->figures.count; i++)
    {
      const char *unit = tl_timeline_get_text (detail->timeline, figures[i].unit);
      const char *label = tl_timeline_get_text (detail->timeline, figures[i].label);
      g_autofree char *value = tl_figure_to_words (&figures[i], unit, NULL);
      g_autofree char *text = label != NULL ? g_strdup_printf ("%s %s", value, label) : g_strdup (value);

      tl_detail_add_text (item, text, "heading");
      if (figures[i].citations.count > 0)
        tl_detail_add_sources (detail, item, figures[i].citations);
    }
}

static void
add_claim (const TlDetail *detail,
           const TlClaim  *claim,
           GtkWidget      *list)
{
  GtkWidget *item = tl_detail_add_item (list);
  const char *text = tl_timeline_get_text (detail->timeline, claim->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  tl_detail_add_text (item, text, NULL);
  tl_detail_add_status (item, claim->status, NULL);
  add_figures (detail, claim, item);
  tl_detail_add_sources (detail, item, claim->citations);
}

/**
 * tl_detail_add_claims:
 * @detail: what is shown
 * @piece: which claim
 *
 * Adds what is claimed, with its status and who carries it.
 *
 * Returns: whether there is another
 */
gboolean
tl_detail_add_claims (TlDetail *detail,
                      guint     piece)
{
  const TlClaim *claims = tl_timeline_get_claims (detail->timeline, detail->event->claims);
  guint n_claims = detail->event->claims.count;

  if (piece == 0)
    {
      g_autofree char *counts = say_counts (detail);
      GtkWidget *part = tl_detail_add_part (detail->page, _("Claims"), counts);

      if (n_claims == 0)
        return FALSE;
      detail->list = tl_detail_add_list (part, _("Claims"));
    }
  add_claim (detail, &claims[piece], detail->list);

  return piece + 1 < n_claims;
}
