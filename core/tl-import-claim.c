/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include <glib/gi18n-lib.h>

/* What carries a statement: citations; and what is stated: claims, figures,
 * differences.
 */

enum
{
  CITATION_SOURCE,
  CITATION_VIA,
  CITATION_WHERE,
  N_CITATION_KEYS
};

static const char *const citation_keys[] = { "source", "via", "where", NULL };

/**
 * tl_import_citation:
 * @self: a reading
 * @item: an id of a source, or `{source, via, where}`
 * @data: unused
 */
void
tl_import_citation (TlImport *self,
                    json_t   *item,
                    gpointer  data)
{
  TlCitation citation = { .source = TL_NONE, .via = TL_NONE };
  json_t *values[N_CITATION_KEYS];

  if (json_is_string (item))
    citation.source = tl_import_reference (self, item, TL_IDS_SOURCES);
  else if (!json_is_object (item))
    tl_import_wrong_type (self, item, _("an id of a source, or an object with a “source”"));
  else if (tl_import_object (self, item, citation_keys, values))
    {
      gboolean sound = TRUE;

      if (values[CITATION_SOURCE] == NULL)
        tl_import_missing (self, "source", &sound);
      citation.source = tl_import_reference_at (self, "source", values[CITATION_SOURCE], TL_IDS_SOURCES);
      citation.via = tl_import_reference_at (self, "via", values[CITATION_VIA], TL_IDS_SOURCES);
      citation.where = tl_import_shared_text (self, "where", values[CITATION_WHERE]);
    }

  if (citation.source != TL_NONE)
    g_array_append_val (tl_import_parts (self, TL_PARTS_CITATIONS), citation);
}

/**
 * tl_import_citations:
 * @self: a reading
 * @value: (nullable): the value of `sources`
 *
 * Returns: the range of the timeline's citations that it fills
 */
TlRange
tl_import_citations (TlImport *self,
                     json_t   *value)
{
  return tl_import_list (self, "sources", value, TL_PARTS_CITATIONS, tl_import_citation, NULL);
}

/* Whether nobody is named as a source; what is no list is reported as that. */
static gboolean
has_no_source (json_t *sources)
{
  return sources == NULL || (json_is_array (sources) && json_array_size (sources) == 0);
}

enum
{
  FIGURE_ID,
  FIGURE_VALUE,
  FIGURE_QUALIFIER,
  FIGURE_UNIT,
  FIGURE_LABEL,
  FIGURE_SOURCES,
  N_FIGURE_KEYS
};

static const char *const figure_keys[] = { "id", "value", "qualifier", "unit", "label", "sources", NULL };

/* A number, or two in a list, the lower first. */
static gboolean
import_figure_value (TlImport *self,
                     json_t   *value,
                     TlFigure *figure)
{
  gboolean sound = FALSE;

  if (value == NULL)
    {
      tl_import_missing (self, "value", &sound);
      return FALSE;
    }

  tl_import_push_key (self, "value");
  if (json_is_number (value))
    {
      figure->low = figure->high = json_number_value (value);
      sound = TRUE;
    }
  else if (json_array_size (value) == 2
           && json_is_number (json_array_get (value, 0))
           && json_is_number (json_array_get (value, 1)))
    {
      figure->low = json_number_value (json_array_get (value, 0));
      figure->high = json_number_value (json_array_get (value, 1));
      sound = figure->low <= figure->high;
      if (!sound)
        tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                          _("the lower number has to come first: [low, high]"));
    }
  else
    tl_import_wrong_type (self, value, _("a number, or two numbers as [low, high],"));
  tl_import_pop (self);

  return sound;
}

/**
 * tl_import_figure:
 * @self: a reading
 * @item: a figure
 * @data: unused
 */
void
tl_import_figure (TlImport *self,
                  json_t   *item,
                  gpointer  data)
{
  json_t *values[N_FIGURE_KEYS];
  TlFigure figure = { 0 };
  gboolean sound;
  guint32 slot;

  if (!tl_import_object (self, item, figure_keys, values))
    return;

  figure.id = tl_import_id (self, values[FIGURE_ID], TL_IDS_FIGURES, &slot, NULL);
  sound = import_figure_value (self, values[FIGURE_VALUE], &figure);
  figure.qualifier = tl_import_word (self, "qualifier", values[FIGURE_QUALIFIER], &tl_figure_qualifier_words, NULL);
  figure.unit = tl_import_shared_text (self, "unit", values[FIGURE_UNIT]);
  figure.label = tl_import_shared_text (self, "label", values[FIGURE_LABEL]);
  figure.citations = tl_import_citations (self, values[FIGURE_SOURCES]);

  tl_import_keep (self, TL_PARTS_FIGURES, TL_IDS_FIGURES, slot, &figure, sound);
}

enum
{
  CLAIM_ID,
  CLAIM_TEXT,
  CLAIM_STATUS,
  CLAIM_SOURCES,
  CLAIM_FIGURES,
  N_CLAIM_KEYS
};

static const char *const claim_keys[] = { "id", "text", "status", "sources", "figures", NULL };

/**
 * tl_import_claim:
 * @self: a reading
 * @item: a claim
 * @data: unused
 */
void
tl_import_claim (TlImport *self,
                 json_t   *item,
                 gpointer  data)
{
  json_t *values[N_CLAIM_KEYS];
  TlClaim claim = { 0 };
  guint lengths[TL_N_PARTS];
  gboolean sound = TRUE;
  guint32 slot;

  if (!tl_import_object (self, item, claim_keys, values))
    return;

  tl_import_get_lengths (self, lengths);
  claim.id = tl_import_id (self, values[CLAIM_ID], TL_IDS_CLAIMS, &slot, NULL);
  claim.text = tl_import_text (self, "text", values[CLAIM_TEXT], &sound);
  claim.status = tl_import_word (self, "status", values[CLAIM_STATUS], &tl_status_words, &sound);
  claim.citations = tl_import_citations (self, values[CLAIM_SOURCES]);
  claim.figures = tl_import_list (self, "figures", values[CLAIM_FIGURES], TL_PARTS_FIGURES, tl_import_figure, NULL);

  if (has_no_source (values[CLAIM_SOURCES]))
    tl_import_report (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_NO_SOURCE, NULL,
                      _("this claim has no source"));

  tl_import_keep (self, TL_PARTS_CLAIMS, TL_IDS_CLAIMS, slot, &claim, sound);
  if (!sound)
    tl_import_forget (self, lengths);
}

static const char *const statement_keys[] = { "text", "sources", NULL };

/* A text with its sources: a side of a difference, or what settles it. */
static gboolean
import_statement (TlImport *self,
                  json_t   *item,
                  gboolean  needs_sources,
                  TlSide   *side)
{
  json_t *values[2];
  gboolean sound = TRUE;

  if (!tl_import_object (self, item, statement_keys, values))
    return FALSE;

  side->text = tl_import_text (self, "text", values[0], &sound);
  if (needs_sources && has_no_source (values[1]))
    tl_import_missing (self, "sources", &sound);
  side->citations = tl_import_citations (self, values[1]);

  return sound;
}

static void
import_side_cb (TlImport *self,
                json_t   *item,
                gpointer  data)
{
  TlSide side = { 0 };

  if (import_statement (self, item, TRUE, &side))
    g_array_append_val (tl_import_parts (self, TL_PARTS_SIDES), side);
}

enum
{
  DIFFERENCE_QUESTION,
  DIFFERENCE_SIDES,
  DIFFERENCE_SETTLED,
  N_DIFFERENCE_KEYS
};

static const char *const difference_keys[] = { "question", "sides", "settled", NULL };

/**
 * tl_import_difference:
 * @self: a reading
 * @item: a difference between sources
 * @data: unused
 */
void
tl_import_difference (TlImport *self,
                      json_t   *item,
                      gpointer  data)
{
  json_t *values[N_DIFFERENCE_KEYS];
  TlDifference difference = { 0 };
  TlSide settled = { 0 };
  gboolean sound = TRUE;

  if (!tl_import_object (self, item, difference_keys, values))
    return;

  difference.question = tl_import_text (self, "question", values[DIFFERENCE_QUESTION], &sound);
  if (values[DIFFERENCE_SIDES] == NULL)
    tl_import_missing (self, "sides", &sound);
  difference.sides = tl_import_list (self, "sides", values[DIFFERENCE_SIDES], TL_PARTS_SIDES, import_side_cb, NULL);
  if (sound && difference.sides.count < 2)
    {
      tl_import_push_key (self, "sides");
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                        _("a difference has two sides or more"));
      tl_import_pop (self);
      sound = FALSE;
    }

  if (values[DIFFERENCE_SETTLED] != NULL)
    {
      tl_import_push_key (self, "settled");
      if (import_statement (self, values[DIFFERENCE_SETTLED], FALSE, &settled))
        {
          difference.settled = settled.text;
          difference.settled_citations = settled.citations;
        }
      tl_import_pop (self);
    }

  if (sound)
    g_array_append_val (tl_import_parts (self, TL_PARTS_DIFFERENCES), difference);
}
