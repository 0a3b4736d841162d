/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "walk.h"

#include <string.h>

/* Touches all that a load has made, by its public face only, so that
 * whatever dangles in it is met.
 */

typedef struct
{
  TlTimeline   *timeline;
  TlWalkCounts *counts;
} Walk;

static void
walk_text (Walk  *walk,
           TlText text)
{
  const char *characters = tl_timeline_get_text (walk->timeline, text);

  if (characters == NULL)
    return;

  g_assert_true (g_utf8_validate (characters, -1, NULL));
  g_assert_cmpstr (characters, !=, "");
  walk->counts->texts++;
}

static void
walk_needed_text (Walk  *walk,
                  TlText text)
{
  g_assert_cmpuint (text, !=, 0);
  walk_text (walk, text);
}

static void
walk_date (const TlDate *date)
{
  g_assert_cmpint (date->start_earliest, <=, date->start_latest);
  g_assert_cmpint (date->start_earliest, <=, date->end_earliest);
  g_assert_cmpint (date->start_latest, <=, date->end_latest);
  g_assert_cmpint (date->end_earliest, <=, date->end_latest);
}

static void
walk_word (const TlVocabulary *vocabulary,
           guint8              value)
{
  guint n = g_strv_length ((char **) vocabulary->words);

  g_assert_cmpuint (value, <=, n);
}

static void
walk_colour (TlColour colour)
{
  g_assert_true (colour == 0 || TL_COLOUR_IS_RGB (colour)
                 || (TL_COLOUR_IS_PALETTE (colour)
                     && TL_COLOUR_VALUE (colour) < g_strv_length ((char **) tl_palette_words.words)));
}

/* A source that is not there is a hole; one that relays in a circle, a trap. */
static void
walk_citations (Walk   *walk,
                TlRange range)
{
  const TlCitation *citations = tl_timeline_get_citations (walk->timeline, range);
  guint n_sources;

  tl_timeline_get_sources (walk->timeline, &n_sources);
  for (guint i = 0; i < range.count; i++)
    {
      g_assert_cmpuint (citations[i].source, <, n_sources);
      g_assert_true (citations[i].via == TL_NONE || citations[i].via < n_sources);
      walk_text (walk, citations[i].where);
    }

  g_assert_cmpuint (tl_timeline_count_independent (walk->timeline, citations, range.count), <=, range.count);
  walk->counts->citations += range.count;
}

static void
walk_indices (Walk   *walk,
              TlRange range,
              guint   n_items)
{
  const guint32 *indices = tl_timeline_get_indices (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    g_assert_cmpuint (indices[i], <, n_items);

  walk->counts->indices += range.count;
}

static void
walk_figures (Walk   *walk,
              TlRange range)
{
  const TlFigure *figures = tl_timeline_get_figures (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      g_assert_cmpfloat (figures[i].low, <=, figures[i].high);
      walk_text (walk, figures[i].id);
      walk_text (walk, figures[i].unit);
      walk_text (walk, figures[i].label);
      walk_word (&tl_figure_qualifier_words, figures[i].qualifier);
      walk_citations (walk, figures[i].citations);
    }

  walk->counts->figures += range.count;
}

static void
walk_claims (Walk   *walk,
             TlRange range)
{
  const TlClaim *claims = tl_timeline_get_claims (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      walk_text (walk, claims[i].id);
      walk_needed_text (walk, claims[i].text);
      walk_word (&tl_status_words, claims[i].status);
      g_assert_cmpuint (claims[i].status, !=, 0);
      walk_citations (walk, claims[i].citations);
      walk_figures (walk, claims[i].figures);
    }

  walk->counts->claims += range.count;
}

static void
walk_differences (Walk   *walk,
                  TlRange range)
{
  const TlDifference *differences = tl_timeline_get_differences (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      const TlSide *sides = tl_timeline_get_sides (walk->timeline, differences[i].sides);

      g_assert_cmpuint (differences[i].sides.count, >=, 2);
      for (guint k = 0; k < differences[i].sides.count; k++)
        {
          walk_needed_text (walk, sides[k].text);
          walk_citations (walk, sides[k].citations);
        }
      walk->counts->sides += differences[i].sides.count;

      walk_needed_text (walk, differences[i].question);
      walk_text (walk, differences[i].settled);
      walk_citations (walk, differences[i].settled_citations);
    }

  walk->counts->differences += range.count;
}

static void
walk_links (Walk   *walk,
            TlRange range)
{
  const TlLink *links = tl_timeline_get_links (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      g_assert_cmpuint (links[i].to, <, walk->counts->events);
      g_assert_cmpuint (links[i].kind, !=, 0);
      walk_word (&tl_link_kind_words, links[i].kind);
      walk_word (&tl_status_words, links[i].status);
      walk_text (walk, links[i].note);
      walk_citations (walk, links[i].citations);
    }

  walk->counts->links += range.count;
}

static void
walk_media (Walk   *walk,
            TlRange range)
{
  const TlMedia *media = tl_timeline_get_media (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      walk_needed_text (walk, media[i].file);
      walk_needed_text (walk, media[i].alt);
      walk_text (walk, media[i].credit);
    }

  walk->counts->media += range.count;
}

static void
walk_event (Walk          *walk,
            const TlEvent *event)
{
  g_autofree char *words = tl_timeline_get_event_date_words (walk->timeline, event, NULL);

  g_assert_nonnull (words);
  g_assert_cmpstr (words, !=, "");

  walk_date (&event->when);
  walk_needed_text (walk, event->when_text);
  walk_text (walk, event->when_end_text);
  walk_needed_text (walk, event->id);
  walk_needed_text (walk, event->title);
  walk_text (walk, event->label);
  walk_text (walk, event->summary);
  walk_text (walk, event->notes);
  g_assert_true (event->category == TL_NONE || event->category < walk->counts->categories);
  g_assert_cmpuint (event->importance, >=, 1);
  g_assert_cmpuint (event->importance, <=, 5);
  g_assert_cmpuint (event->line, >=, 1);
  g_assert_cmpuint (tl_timeline_get_event_lane (walk->timeline, event), <, walk->counts->lanes);

  walk_indices (walk, event->actors, walk->counts->actors);
  walk_citations (walk, event->dated_by);
  walk_figures (walk, event->figures);
  walk_claims (walk, event->claims);
  walk_differences (walk, event->differences);
  walk_links (walk, event->links);
  walk_media (walk, event->media);
}

static void
walk_events (Walk *walk)
{
  const TlEvent *events = tl_timeline_get_events (walk->timeline, &walk->counts->events);

  for (guint i = 0; i < walk->counts->events; i++)
    {
      const char *id = tl_timeline_get_text (walk->timeline, events[i].id);

      g_assert_true (i == 0 || tl_date_compare (&events[i - 1].when, &events[i].when) <= 0);
      g_assert_cmpuint (tl_timeline_find_event (walk->timeline, id), ==, i);
      walk_event (walk, &events[i]);
    }
}

static void
walk_sources (Walk *walk)
{
  const TlSource *sources = tl_timeline_get_sources (walk->timeline, &walk->counts->sources);

  for (guint i = 0; i < walk->counts->sources; i++)
    {
      const TlSource *source = &sources[i];

      g_assert_cmpuint (tl_timeline_find_source (walk->timeline, tl_timeline_get_text (walk->timeline, source->id)), ==, i);
      walk_needed_text (walk, source->publisher);
      walk_text (walk, source->title);
      walk_text (walk, source->author);
      walk_text (walk, source->url);
      walk_text (walk, source->archived);
      walk_text (walk, source->note);
      walk_text (walk, source->published_text);
      if (source->published_text != 0)
        walk_date (&source->published);
      g_assert_true (source->relays == TL_NONE || source->relays < walk->counts->sources);
      walk_word (&tl_url_is_words, source->url_is);
      walk_word (&tl_checked_words, source->checked);
      walk_word (&tl_source_kind_words, source->kind);
    }
}

static void
walk_lanes (Walk *walk)
{
  const TlLane *lanes = tl_timeline_get_lanes (walk->timeline, &walk->counts->lanes);

  for (guint i = 0; i < walk->counts->lanes; i++)
    {
      walk_text (walk, lanes[i].id);
      walk_text (walk, lanes[i].name);
      walk_colour (lanes[i].colour);
      walk_indices (walk, lanes[i].actors, walk->counts->actors);
    }
}

static void
walk_others (Walk *walk)
{
  const TlActor *actors = tl_timeline_get_actors (walk->timeline, &walk->counts->actors);
  const TlCategory *categories = tl_timeline_get_categories (walk->timeline, &walk->counts->categories);
  const TlEra *eras = tl_timeline_get_eras (walk->timeline, &walk->counts->eras);

  tl_timeline_get_lanes (walk->timeline, &walk->counts->lanes);
  for (guint i = 0; i < walk->counts->actors; i++)
    {
      walk_needed_text (walk, actors[i].id);
      walk_needed_text (walk, actors[i].name);
      walk_word (&tl_actor_kind_words, actors[i].kind);
      walk_colour (actors[i].colour);
      g_assert_true (actors[i].lane == TL_NONE || actors[i].lane < walk->counts->lanes);
    }

  for (guint i = 0; i < walk->counts->categories; i++)
    {
      walk_needed_text (walk, categories[i].id);
      walk_needed_text (walk, categories[i].name);
      walk_word (&tl_symbol_words, categories[i].symbol);
    }

  for (guint i = 0; i < walk->counts->eras; i++)
    {
      walk_date (&eras[i].when);
      walk_needed_text (walk, eras[i].when_text);
      walk_text (walk, eras[i].when_end_text);
      walk_text (walk, eras[i].id);
      walk_needed_text (walk, eras[i].name);
      walk_text (walk, eras[i].note);
      walk_colour (eras[i].colour);
    }
}

static void
walk_steps (Walk *walk)
{
  const TlStep *steps = tl_timeline_get_steps (walk->timeline, &walk->counts->steps);

  for (guint i = 0; i < walk->counts->steps; i++)
    {
      const guint32 *figures = tl_timeline_get_indices (walk->timeline, steps[i].figures);

      walk_text (walk, steps[i].id);
      walk_needed_text (walk, steps[i].title);
      walk_text (walk, steps[i].text);
      walk_text (walk, steps[i].notes);
      walk_text (walk, steps[i].window_text);
      if (steps[i].window_text != 0)
        walk_date (&steps[i].window);
      walk_indices (walk, steps[i].events, walk->counts->events);
      walk_indices (walk, steps[i].highlight, walk->counts->events);

      /* Figures lie in one array, which asserts that this is in it. */
      for (guint k = 0; k < steps[i].figures.count; k++)
        walk_text (walk, tl_timeline_get_figures (walk->timeline, (TlRange){ figures[k], 1 })->label);
      walk->counts->indices += steps[i].figures.count;
    }
}

static void
check_one_line (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

static void
walk_diagnostics (const TlLoad *load)
{
  guint n_all[2] = {
    [TL_SEVERITY_WARNING] = tl_diagnostics_get_n_warnings (load->diagnostics),
    [TL_SEVERITY_ERROR] = tl_diagnostics_get_n_errors (load->diagnostics),
  };
  guint n_listed[2] = { 0 };
  g_autofree char *json = NULL;
  guint n_events;
  guint n;
  const TlDiagnostic *listed = tl_diagnostics_get (load->diagnostics, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = tl_diagnostic_to_line (&listed[i], "file");

      check_one_line (line);
      g_assert_cmpuint (strlen (listed[i].message), >, 0);
      g_assert_cmpuint (strlen (line), <, 2000);
      g_assert_cmpuint (listed[i].line, >=, 1);
      g_assert_cmpuint (listed[i].column, >=, 1);
      g_assert_true (i == 0 || listed[i - 1].line < listed[i].line
                     || (listed[i - 1].line == listed[i].line && listed[i - 1].column <= listed[i].column));
      n_listed[listed[i].severity]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_all); i++)
    g_assert_cmpuint (n_listed[i], ==, MIN (n_all[i], TL_DIAGNOSTICS_DEFAULT_CAP));

  tl_timeline_get_events (load->timeline, &n_events);
  json = tl_diagnostics_to_json (load->diagnostics, "file", n_events, load->n_left_out);
  g_assert_nonnull (json);
  check_one_line (json);

  /* Nothing is dropped in silence. */
  if (load->n_left_out > 0)
    g_assert_cmpuint (n_all[TL_SEVERITY_ERROR], >, 0);
}

/**
 * tl_walk_load:
 * @load: what came of loading a file
 * @counts: (out caller-allocates): how much is in it
 *
 * Aborts where anything in @load is not as its headers say.
 */
void
tl_walk_load (const TlLoad *load,
              TlWalkCounts *counts)
{
  Walk walk = { load->timeline, counts };
  const char *as_of = tl_timeline_get_as_of (load->timeline);

  memset (counts, 0, sizeof *counts);
  walk_others (&walk);
  walk_sources (&walk);
  walk_events (&walk);
  walk_lanes (&walk);
  walk_steps (&walk);
  walk_diagnostics (load);

  g_assert_cmpstr (tl_timeline_get_language (load->timeline), !=, NULL);
  g_assert_true (as_of == NULL || *as_of != '\0');
  g_assert_cmpfloat (tl_timeline_get_talk_minutes (load->timeline), >=, 0);
}
