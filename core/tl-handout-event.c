/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-private.h"

#include "tl-event-words.h"
#include "tl-figure.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* All that the timeline has of an event: when it was, whose it is, its
 * figures, its claims and where its sources differ.
 */

#define EVENT_SPACE   20.0
#define TITLE_SIZE    15.0
#define META_SIZE     11.0
#define TEXT_SIZE     12.5
#define NOTE_SIZE     10.5
#define CLAIM_SPACE   5.0
#define CLAIM_INDENT  14.0
#define FIGURE_SPACE  10.0
#define DIFFER_SPACE  12.0
#define DIFFER_INDENT 13.0
#define SIDE_SPACE    6.0
#define COLUMN_GAP    20.0
#define MOST_COLUMNS  3
#define LEAST_COLUMN  150.0
#define BULLET        "•"
#define SEPARATOR     " · "

/**
 * tl_handout_text:
 * @handout: a handout
 * @size: of the font, in pixels
 * @weight: of the font
 * @is_dim: whether it steps back
 * @kind: what it is
 *
 * Returns: how a text is set
 */
TlHandoutText
tl_handout_text (const TlHandout *handout,
                 double           size,
                 TlTextWeight     weight,
                 gboolean         is_dim,
                 TlItemKind       kind)
{
  const TlTheme *theme = handout->drawing.theme;

  return (TlHandoutText){
    .style = { size, weight },
    .colour = is_dim ? theme->text_dim : theme->text,
    .kind = kind,
    .note = TL_NONE,
  };
}

/**
 * tl_handout_dup_entry_id:
 * @handout: a handout
 * @event: an event
 *
 * Returns: (transfer full): the id of the place where it is told of
 */
char *
tl_handout_dup_entry_id (const TlHandout *handout,
                         guint32          event)
{
  const TlEvent *events = tl_timeline_get_events (handout->timeline, NULL);

  return g_strconcat ("entry-", tl_timeline_get_text (handout->timeline, events[event].id), NULL);
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const guint32 *numbers = data;
  guint32 first = numbers[((const TlCitation *) a)->source];
  guint32 second = numbers[((const TlCitation *) b)->source];

  return (first > second) - (first < second);
}

/**
 * tl_handout_append_notes:
 * @handout: a handout
 * @citations: sources
 * @size: of the font
 * @x: where lines begin
 * @width: of the lines
 *
 * Adds the numbers of sources to the end of a text, in their order, each once
 * and a link.
 */
void
tl_handout_append_notes (TlHandout *handout,
                         TlRange    citations,
                         double     size,
                         double     x,
                         double     width)
{
  const TlCitation *cited = tl_timeline_get_citations (handout->timeline, citations);
  g_autofree TlCitation *sorted = g_memdup2 (cited, citations.count * sizeof (TlCitation));
  TlHandoutText how = tl_handout_text (handout, size, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_NOTES);

  for (guint i = 0; i < citations.count; i++)
    tl_chart_notes_add (&handout->notes, cited[i].source);
  if (citations.count > 1)
    g_qsort_with_data (sorted, (int) citations.count, sizeof (TlCitation), compare_numbers_cb, handout->notes.numbers);

  for (guint i = 0; i < citations.count; i++)
    {
      guint32 number = handout->notes.numbers[sorted[i].source];
      g_autofree char *text = g_strdup_printf ("[%u]", number);
      g_autofree char *link = g_strdup_printf ("#source-%u", number);

      if (i > 0 && sorted[i].source == sorted[i - 1].source)
        continue;
      how.link = link;
      how.note = sorted[i].source;
      tl_handout_flow_append (&handout->flow, text, &how, i == 0 ? size * 0.45 : size * 0.15, x, width);
    }
}

static void
add_figure (TlHandout *handout,
            guint32    index,
            double     x,
            double     width,
            double     size)
{
  const TlRange range = { index, 1 };
  const TlFigure *figure = tl_timeline_get_figures (handout->timeline, range);
  const char *label = tl_timeline_get_text (handout->timeline, figure->label);
  g_autofree char *amount = tl_figure_to_words (figure, tl_timeline_get_text (handout->timeline, figure->unit),
                                                handout->drawing.words);
  const TlHandoutText large = tl_handout_text (handout, size, TL_WEIGHT_BOLD, FALSE, TL_ITEM_LEGEND);
  const TlHandoutText small = tl_handout_text (handout, META_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_LEGEND);

  double y = tl_handout_flow_add (&handout->flow, amount, &large, x, 0, width);

  if (label != NULL)
    tl_handout_flow_add (&handout->flow, label, &small, x, y, width);
  tl_handout_append_notes (handout, figure->citations, NOTE_SIZE, x, width);
}

static guint
count_columns (double width,
               guint  n)
{
  guint most = (guint) MAX ((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP), 1);

  most = MIN (most, MOST_COLUMNS);
  /* Four are better two by two. */
  if (n == 4 && most == 3)
    return 2;

  return CLAMP (n, 1, most);
}

/**
 * tl_handout_add_figures:
 * @handout: a handout
 * @figures: (array length=n_figures): figures
 * @n_figures: how many
 * @x: where they begin, from the margin
 * @size: of the font of their amounts
 * @is_glued: whether what follows is to be on the same page
 *
 * Adds figures side by side.
 */
void
tl_handout_add_figures (TlHandout     *handout,
                        const guint32 *figures,
                        guint          n_figures,
                        double         x,
                        double         size,
                        gboolean       is_glued)
{
  double room = tl_handout_flow_get_width (&handout->flow) - x;
  guint n_columns = count_columns (room, MAX (n_figures, 2));
  double width = (room - (n_columns - 1) * COLUMN_GAP) / n_columns;

  for (guint first = 0; first < n_figures; first += n_columns)
    {
      tl_handout_flow_begin (&handout->flow, FIGURE_SPACE);
      for (guint i = first; i < MIN (first + n_columns, n_figures); i++)
        add_figure (handout, figures[i], x + (i - first) * (width + COLUMN_GAP), width, size);
      tl_handout_flow_end (&handout->flow, is_glued || first + n_columns < n_figures);
    }
}

/* Whether it stands under the title of the step. */
static gboolean
is_in_step (const TlHandout *handout,
            guint32          figure)
{
  for (guint i = 0; handout->step != NULL && i < handout->step->n_figures; i++)
    if (handout->step->figures[i] == figure)
      return TRUE;

  return FALSE;
}

static void
add_own_figures (TlHandout *handout,
                 TlRange    range,
                 double     x)
{
  g_autofree guint32 *figures = g_new (guint32, range.count + 1);
  guint n_figures = 0;

  for (guint i = 0; i < range.count; i++)
    if (!is_in_step (handout, range.first + i))
      figures[n_figures++] = range.first + i;
  tl_handout_add_figures (handout, figures, n_figures, x, TITLE_SIZE, FALSE);
}

/* A step that has been made of an event has its title and its summary. */
static gboolean
is_said (const char *text,
         const char *by_step)
{
  return by_step != NULL && text != NULL && g_str_equal (text, by_step);
}

static void
add_claim (TlHandout     *handout,
           const TlClaim *claim,
           gboolean       is_glued)
{
  const TlHandoutText text = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, FALSE, TL_ITEM_EVENT);
  const TlHandoutText small = tl_handout_text (handout, NOTE_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_EVENT);
  const TlHandoutText bullet = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_BACKGROUND);
  const char *status = tl_status_to_words (claim->status, handout->drawing.words);
  double width = tl_handout_flow_get_width (&handout->flow) - CLAIM_INDENT;

  tl_handout_flow_begin (&handout->flow, CLAIM_SPACE);
  tl_handout_flow_add (&handout->flow, BULLET, &bullet, 0, 0, CLAIM_INDENT);
  tl_handout_flow_add (&handout->flow, tl_timeline_get_text (handout->timeline, claim->text), &text, CLAIM_INDENT, 0, width);
  if (status != NULL)
    tl_handout_flow_append (&handout->flow, status, &small, NOTE_SIZE * 0.6, CLAIM_INDENT, width);
  tl_handout_append_notes (handout, claim->citations, NOTE_SIZE, CLAIM_INDENT, width);
  tl_handout_flow_end (&handout->flow, is_glued);

  add_own_figures (handout, claim->figures, CLAIM_INDENT);
}

/* What one side says, and below it who that is. */
static void
add_side (TlHandout    *handout,
          const TlSide *side,
          double        x,
          double        width)
{
  const TlHandoutText text = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, FALSE, TL_ITEM_EVENT);
  const TlHandoutText small = tl_handout_text (handout, NOTE_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_EVENT);
  const TlCitation *cited = tl_timeline_get_citations (handout->timeline, side->citations);
  g_autofree char *names = tl_sources_dup_names (handout->timeline, cited, side->citations.count, handout->drawing.words);
  double y = tl_handout_flow_add (&handout->flow, tl_timeline_get_text (handout->timeline, side->text), &text, x, 0, width);

  if (side->citations.count > 0)
    tl_handout_flow_add (&handout->flow, names, &small, x, y + 1, width);
  tl_handout_append_notes (handout, side->citations, NOTE_SIZE, x, width);
}

static void
set_bar (TlHandout *handout,
         gboolean   joins)
{
  handout->flow.block.bar = handout->drawing.theme->warning;
  handout->flow.block.joins_bar = joins;
}

static void
add_sides (TlHandout          *handout,
           const TlDifference *difference)
{
  const TlSide *sides = tl_timeline_get_sides (handout->timeline, difference->sides);
  double room = tl_handout_flow_get_width (&handout->flow) - DIFFER_INDENT;
  guint n_sides = difference->sides.count;
  guint n_columns = count_columns (room, n_sides);
  double width = (room - (n_columns - 1) * COLUMN_GAP) / n_columns;

  for (guint first = 0; first < n_sides; first += n_columns)
    {
      tl_handout_flow_begin (&handout->flow, SIDE_SPACE);
      set_bar (handout, TRUE);
      for (guint i = first; i < MIN (first + n_columns, n_sides); i++)
        add_side (handout, &sides[i], DIFFER_INDENT + (i - first) * (width + COLUMN_GAP), width);
      tl_handout_flow_end (&handout->flow, TRUE);
    }
}

static void
add_settled (TlHandout          *handout,
             const TlDifference *difference)
{
  const TlWords *words = handout->drawing.words;
  const TlHandoutText how = tl_handout_text (handout, META_SIZE, TL_WEIGHT_SEMIBOLD, FALSE, TL_ITEM_EVENT);
  const char *answer = tl_timeline_get_text (handout->timeline, difference->settled);
  double width = tl_handout_flow_get_width (&handout->flow) - DIFFER_INDENT;
  g_autofree char *text = answer != NULL
                            /* Translators: what settles a question on which sources differ */
                            ? tl_words_fill (words, "difference", NC_("difference", "Settled: %1$s"), answer, NULL)
                            : g_strdup (tl_words_get (words, "difference", NC_("difference", "Not settled")));

  tl_handout_flow_begin (&handout->flow, SIDE_SPACE);
  set_bar (handout, TRUE);
  tl_handout_flow_add (&handout->flow, text, &how, DIFFER_INDENT, 0, width);
  tl_handout_append_notes (handout, difference->settled_citations, NOTE_SIZE, DIFFER_INDENT, width);
  tl_handout_flow_end (&handout->flow, FALSE);
}

static void
add_difference (TlHandout          *handout,
                const TlDifference *difference)
{
  const TlHandoutText small = tl_handout_text (handout, NOTE_SIZE, TL_WEIGHT_SEMIBOLD, TRUE, TL_ITEM_EVENT);
  const TlHandoutText question = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_SEMIBOLD, FALSE, TL_ITEM_EVENT);
  const char *differ = tl_words_get (handout->drawing.words, "difference", NC_("difference", "Sources differ"));
  double width = tl_handout_flow_get_width (&handout->flow) - DIFFER_INDENT;
  double y;

  tl_handout_flow_begin (&handout->flow, DIFFER_SPACE);
  set_bar (handout, FALSE);
  y = tl_handout_flow_add (&handout->flow, differ, &small, DIFFER_INDENT, 0, width);
  tl_handout_flow_add (&handout->flow, tl_timeline_get_text (handout->timeline, difference->question), &question,
                       DIFFER_INDENT, y, width);
  tl_handout_flow_end (&handout->flow, TRUE);
  add_sides (handout, difference);
  add_settled (handout, difference);
}

static char *
say_meta (const TlHandout *handout,
          const TlEvent   *event)
{
  TlTimeline *timeline = handout->timeline;
  const TlLane *lane = &tl_timeline_get_lanes (timeline, NULL)[tl_timeline_get_event_lane (timeline, event)];
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, handout->drawing.words);
  GString *text = g_string_new (date);

  if (lane->name != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", tl_timeline_get_text (timeline, lane->name));
  if (event->category != TL_NONE)
    {
      const char *category = tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[event->category].name);

      if (category != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", category);
    }

  return g_string_free (text, FALSE);
}

static TlRgba
get_hue (const TlHandout *handout,
         const TlEvent   *event)
{
  guint32 lane = tl_timeline_get_event_lane (handout->timeline, event);

  return tl_theme_get_hue (handout->drawing.theme, tl_timeline_get_lanes (handout->timeline, NULL)[lane].colour, lane).text;
}

static void
add_head (TlHandout *handout,
          guint32    index)
{
  const TlEvent *event = &tl_timeline_get_events (handout->timeline, NULL)[index];
  TlHandoutText title = tl_handout_text (handout, TITLE_SIZE, TL_WEIGHT_SEMIBOLD, FALSE, TL_ITEM_LANE);
  TlHandoutText small = tl_handout_text (handout, META_SIZE, TL_WEIGHT_SEMIBOLD, TRUE, TL_ITEM_EVENT);
  const char *text = tl_timeline_get_text (handout->timeline, event->title);
  g_autofree char *id = tl_handout_dup_entry_id (handout, index);
  g_autofree char *meta = say_meta (handout, event);
  double width = tl_handout_flow_get_width (&handout->flow);
  double y = 0;

  title.id = small.id = id;
  tl_outline_add (handout->outline, 1, text, id);
  small.colour = get_hue (handout, event);
  tl_handout_flow_begin (&handout->flow, EVENT_SPACE);
  if (handout->step == NULL || !is_said (text, handout->step->title))
    y = tl_handout_flow_add (&handout->flow, text, &title, 0, 0, width) + 1;
  tl_handout_flow_add (&handout->flow, meta, &small, 0, y, width);
  tl_handout_append_notes (handout, event->dated_by, NOTE_SIZE, 0, width);
  tl_handout_flow_end (&handout->flow, TRUE);
}

/**
 * tl_handout_add_event:
 * @handout: a handout
 * @event: an event that has not been given
 *
 * Adds all that is said of it.
 */
void
tl_handout_add_event (TlHandout *handout,
                      guint32    event)
{
  const TlEvent *said = &tl_timeline_get_events (handout->timeline, NULL)[event];
  const TlClaim *claims = tl_timeline_get_claims (handout->timeline, said->claims);
  const TlDifference *differences = tl_timeline_get_differences (handout->timeline, said->differences);
  const TlHandoutText text = tl_handout_text (handout, TEXT_SIZE, TL_WEIGHT_REGULAR, TRUE, TL_ITEM_EVENT);
  const char *summary = tl_timeline_get_text (handout->timeline, said->summary);

  add_head (handout, event);
  if (summary != NULL && (handout->step == NULL || !is_said (summary, handout->step->text)))
    {
      tl_handout_flow_begin (&handout->flow, CLAIM_SPACE);
      tl_handout_flow_add (&handout->flow, summary, &text, 0, 0,
                           tl_handout_flow_get_width (&handout->flow));
      tl_handout_flow_end (&handout->flow, said->claims.count > 0);
    }
  for (guint i = 0; i < said->claims.count; i++)
    /* The last one does not go over to another page alone. */
    add_claim (handout, &claims[i], i + 2 == said->claims.count);
  add_own_figures (handout, said->figures, 0);
  for (guint i = 0; i < said->differences.count; i++)
    add_difference (handout, &differences[i]);
  tl_handout_flow_finish (&handout->flow);
}
