/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-search.h"

#include <string.h>

/* One buffer serves for all events: searching a hundred thousand of them
 * would otherwise spend its time in the allocator.
 */
struct _TlSearch
{
  char   **words; /* folded */
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

/* At white space of any script. */
static char **
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean is_between = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

      if (!is_between && start == NULL)
        start = p;
      else if (is_between && start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          g_strv_builder_add (words, word);
          start = NULL;
        }
      if (*p == '\0')
        return g_strv_builder_end (words);
    }
}

/**
 * tl_search_new:
 * @words: words with white space between them, UTF-8
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

/* A line break between texts, so that no word is found across two of them. */
static void
add_text (TlSearch   *self,
          TlTimeline *timeline,
          TlText      text)
{
  if (text == 0)
    return;

  append_folded (self->text, tl_timeline_get_text (timeline, text));
  g_string_append_c (self->text, '\n');
}

static void
collect_text (TlSearch      *self,
              TlTimeline    *timeline,
              const TlEvent *event)
{
  const TlClaim *claims = tl_timeline_get_claims (timeline, event->claims);
  const guint32 *actors = tl_timeline_get_indices (timeline, event->actors);
  const TlActor *known = tl_timeline_get_actors (timeline, NULL);

  g_string_truncate (self->text, 0);
  add_text (self, timeline, event->title);
  add_text (self, timeline, event->label);
  add_text (self, timeline, event->summary);
  for (guint i = 0; i < event->claims.count; i++)
    add_text (self, timeline, claims[i].text);
  for (guint i = 0; i < event->actors.count; i++)
    add_text (self, timeline, known[actors[i]].name);
}

/**
 * tl_search_matches:
 * @self: a search; used by one thread at a time
 * @timeline: a timeline
 * @event: one of its events
 *
 * Returns: whether each word occurs in the title, label, summary, claims or
 *   names of actors of @event
 */
gboolean
tl_search_matches (TlSearch      *self,
                   TlTimeline    *timeline,
                   const TlEvent *event)
{
  collect_text (self, timeline, event);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (self->text->str, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}
