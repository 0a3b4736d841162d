/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-search.h"

#include "tl-event-sources.h"

#include <string.h>

/* One buffer serves for all events: searching a hundred thousand of them
 * would otherwise spend its time in the allocator.
 */
struct _TlSearch
{
  char   **words; /* folded: words, and phrases with one space between their words */
  GString *text;  /* what is said of an event, folded */
};

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* Accents and the like: marks that stand on or around another character. */
static void
append_without_marks (GString    *folded,
                      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK)
        g_string_append_unichar (folded, c);
    }
}

static void
append_folded (GString    *folded,
               const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *small = NULL;
  g_autofree char *again = NULL;

  if (is_ascii (text))
    {
      for (; *text != '\0'; text++)
        g_string_append_c (folded, g_ascii_tolower (*text));
      return;
    }

  /* What is taken apart may be capitals again, and what is made small may be
   * composed again (The Unicode Standard, 3.13, compatibility caseless
   * matching).
   */
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  small = g_utf8_casefold (decomposed, -1);
  again = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  append_without_marks (folded, again);
}

/**
 * tl_search_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without what a search does not look at:
 *   case, accents and the ways to write one character
 */
char *
tl_search_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  append_folded (folded, text);

  return g_string_free (folded, FALSE);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* Takes what has been gathered as a word or phrase. */
static void
end_word (GPtrArray *words,
          GString   *word)
{
  if (word->len > 0 && word->str[word->len - 1] == ' ')
    g_string_truncate (word, word->len - 1);
  if (word->len > 0)
    g_ptr_array_add (words, g_strdup (word->str));
  g_string_truncate (word, 0);
}

/* At white space of any script, but not between quotation marks. A mark that
 * is not closed is one that is still being typed. */
static char **
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean is_phrase = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_quote (c))
        {
          end_word (words, word);
          is_phrase = !is_phrase;
        }
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (word, c);
      else if (!is_phrase)
        end_word (words, word);
      else if (word->len > 0 && word->str[word->len - 1] != ' ')
        g_string_append_c (word, ' ');
    }
  end_word (words, word);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * tl_search_new:
 * @words: words with white space between them, UTF-8; what stands between
 *   quotation marks is to be found as it is
 *
 * Returns: (transfer full): a search for all of @words; one without words
 *   finds every event
 */
TlSearch *
tl_search_new (const char *words)
{
  TlSearch *self = g_new0 (TlSearch, 1);
  g_autofree char *folded = tl_search_fold (words);

  self->words = split_words (folded);
  self->text = g_string_new (NULL);

  return self;
}

/**
 * tl_search_free:
 * @self: (transfer full): a search
 */
void
tl_search_free (TlSearch *self)
{
  g_strfreev (self->words);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * tl_search_is_empty:
 * @self: a search
 *
 * Returns: whether it looks for nothing
 */
gboolean
tl_search_is_empty (const TlSearch *self)
{
  return self->words[0] == NULL;
}

/* A line break between texts, so that no word is found across two of them;
 * within one, lines are no matter. */
static void
add_text (const char *text,
          gpointer    data)
{
  GString *folded = data;
  gsize start = folded->len;

  append_folded (folded, text);
  for (gsize i = start; i < folded->len; i++)
    if (folded->str[i] == '\n')
      folded->str[i] = ' ';
  g_string_append_c (folded, '\n');
}

static void
add_figures (TlTimeline *timeline,
             TlRange     range,
             GArray     *texts)
{
  const TlFigure *figures = tl_timeline_get_figures (timeline, range);

  for (guint i = 0; i < range.count; i++)
    g_array_append_val (texts, figures[i].label);
}

/* What is claimed and measured. */
static void
add_claims (TlTimeline    *timeline,
            const TlEvent *event,
            GArray        *texts)
{
  const TlClaim *claims = tl_timeline_get_claims (timeline, event->claims);

  add_figures (timeline, event->figures, texts);
  for (guint i = 0; i < event->claims.count; i++)
    {
      g_array_append_val (texts, claims[i].text);
      add_figures (timeline, claims[i].figures, texts);
    }
}

static void
add_differences (TlTimeline    *timeline,
                 const TlEvent *event,
                 GArray        *texts)
{
  const TlDifference *differences = tl_timeline_get_differences (timeline, event->differences);

  for (guint i = 0; i < event->differences.count; i++)
    {
      const TlSide *sides = tl_timeline_get_sides (timeline, differences[i].sides);

      g_array_append_val (texts, differences[i].question);
      for (guint j = 0; j < differences[i].sides.count; j++)
        g_array_append_val (texts, sides[j].text);
      g_array_append_val (texts, differences[i].settled);
    }
}

static void
add_actors (TlTimeline    *timeline,
            const TlEvent *event,
            GArray        *texts)
{
  const guint32 *actors = tl_timeline_get_indices (timeline, event->actors);
  const TlActor *known = tl_timeline_get_actors (timeline, NULL);

  for (guint i = 0; i < event->actors.count; i++)
    g_array_append_val (texts, known[actors[i]].name);
}

static void
add_sources (TlTimeline    *timeline,
             const TlEvent *event,
             GArray        *texts)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  g_autoptr (GArray) citations = tl_event_get_citations (timeline, event);

  for (guint i = 0; i < citations->len; i++)
    {
      const TlSource *source = &sources[g_array_index (citations, TlCitation, i).source];
      const TlText of_source[] = { source->publisher, source->title, source->author };

      g_array_append_vals (texts, of_source, G_N_ELEMENTS (of_source));
    }
}

/**
 * tl_search_visit_texts:
 * @timeline: a timeline
 * @event: one of its events
 * @visit: called with each text that a search looks at
 * @data: passed to @visit
 *
 * What is said of an event: its title, label and summary, its claims, what
 * its figures are, what its sources differ about, the names of its actors,
 * and publishers, titles and authors of its sources.
 */
void
tl_search_visit_texts (TlTimeline       *timeline,
                       const TlEvent    *event,
                       TlSearchVisitFunc visit,
                       gpointer          data)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (TlText));
  const TlText own[] = { event->title, event->label, event->summary };

  g_array_append_vals (texts, own, G_N_ELEMENTS (own));
  add_claims (timeline, event, texts);
  add_differences (timeline, event, texts);
  add_actors (timeline, event, texts);
  add_sources (timeline, event, texts);

  for (guint i = 0; i < texts->len; i++)
    if (g_array_index (texts, TlText, i) != 0)
      visit (tl_timeline_get_text (timeline, g_array_index (texts, TlText, i)), data);
}

/**
 * tl_search_append_event:
 * @timeline: a timeline
 * @event: one of its events
 * @folded: a string
 *
 * Appends what is said of an event, folded, as tl_search_matches_folded()
 * looks at it.
 */
void
tl_search_append_event (TlTimeline    *timeline,
                        const TlEvent *event,
                        GString       *folded)
{
  tl_search_visit_texts (timeline, event, add_text, folded);
}

/**
 * tl_search_matches_folded:
 * @self: a search
 * @folded: what is said of an event, from tl_search_append_event()
 *
 * Returns: whether each word occurs in it
 */
gboolean
tl_search_matches_folded (const TlSearch *self,
                          const char     *folded)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * tl_search_matches:
 * @self: a search; used by one thread at a time
 * @timeline: a timeline
 * @event: one of its events
 *
 * Returns: whether each word occurs in what is said of @event
 */
gboolean
tl_search_matches (TlSearch      *self,
                   TlTimeline    *timeline,
                   const TlEvent *event)
{
  g_string_truncate (self->text, 0);
  tl_search_append_event (timeline, event, self->text);

  return tl_search_matches_folded (self, self->text->str);
}

/* Where @text, as it is written, first says @word, which is folded. */
static gboolean
find_word (const char *text,
           const char *word,
           gsize      *start,
           gsize      *length)
{
  g_autofree char *folded = tl_search_fold (text);

  if (strstr (folded, word) == NULL)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *rest = tl_search_fold (p);

      if (!g_str_has_prefix (rest, word))
        continue;
      for (const char *end = g_utf8_next_char (p);; end = g_utf8_next_char (end))
        {
          g_autofree char *part = g_strndup (p, (gsize) (end - p));
          g_autofree char *part_folded = tl_search_fold (part);

          if (strlen (part_folded) < strlen (word) && *end != '\0')
            continue;
          *start = (gsize) (p - text);
          *length = (gsize) (end - p);
          return TRUE;
        }
    }

  return FALSE;
}

typedef struct
{
  const TlSearch *search;
  const char     *text; /* (nullable) */
  gsize           start;
  gsize           length;
} Passage;

static void
find_in_text (const char *text,
              gpointer    data)
{
  Passage *passage = data;

  if (passage->text == NULL
      && find_word (text, passage->search->words[0], &passage->start, &passage->length))
    passage->text = text;
}

/**
 * tl_search_find_passage:
 * @self: a search that is not empty
 * @timeline: a timeline
 * @event: one of its events, which @self finds
 * @start: (out): where in the text the first word is, in bytes
 * @length: (out): how long it is there
 *
 * Returns: (transfer none) (nullable): the text in which it is, as the
 *   timeline has it
 */
const char *
tl_search_find_passage (const TlSearch *self,
                        TlTimeline     *timeline,
                        const TlEvent  *event,
                        gsize          *start,
                        gsize          *length)
{
  Passage passage = { .search = self };

  g_return_val_if_fail (self->words[0] != NULL, NULL);

  tl_search_visit_texts (timeline, event, find_in_text, &passage);
  *start = passage.start;
  *length = passage.length;

  return passage.text;
}
