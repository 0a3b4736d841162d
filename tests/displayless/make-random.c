/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-random.h"

#include "tl-load.h"
#include "tl-vocabulary.h"

#include <string.h>

/* Timelines in which everything occurs that can be drawn: dates of every
 * kind, lanes with and without events, every script, words that are too long
 * for any card. Alike for the same seed. */

typedef struct
{
  GRand   *rand;
  GString *text;
  guint    n_events;
  guint    n_actors; /* maybe none */
  guint    n_categories;
  guint    n_sources;
  guint    n_lanes;
  guint32  first_day; /* of GDate */
  guint32  n_days;
} Maker;

static const char *const words[] = {
  "harbour", "council", "report", "budget", "tender", "ministry", "bridge", "contract", "the", "a",
  "audit", "minister", "rejects", "confirms", "opens", "closes", "of", "with", "second", "delay",
};

static const char long_title[] =
  "A title that goes on and on, since whoever wrote it had no editor who would have said that a label of "
  "this length is read by nobody, and then has a second half that is no shorter than the first";

/* Titles as they should not be, but are. */
static const char *const titles[] = {
  "هيئة الميناء تغلق البوابة الشرقية",
  "שער הנמל נסגר",
  "港湾当局が東門を閉鎖したと発表、再開の見通しは立たず",
  "항만 당국, 동문 폐쇄 발표",
  "เขื่อนท่าเรือปิดประตูด้านตะวันออก",
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz tritt in Kraft",
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  "🚢 leaves 🏗",
  "e\314\201te\314\201 a\314\200 No\314\210el",
  "x",
  long_title,
  "One\\nline and\\tanother",
};

static int
choose (const Maker *maker,
        int          from,
        int          to)
{
  return g_rand_int_range (maker->rand, from, to + 1);
}

static gboolean
one_in (const Maker *maker,
        int          n)
{
  return g_rand_int_range (maker->rand, 0, n) == 0;
}

/* Of year, month and day the first @n_parts. */
static char *
format_day (guint32 day,
            int     n_parts)
{
  GString *text = g_string_new (NULL);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_string_printf (text, "%04d", g_date_get_year (&date));
  if (n_parts > 1)
    g_string_append_printf (text, "-%02d", (int) g_date_get_month (&date));
  if (n_parts > 2)
    g_string_append_printf (text, "-%02d", g_date_get_day (&date));

  return g_string_free (text, FALSE);
}

/* As precise as it comes, with or without doubt. */
static char *
make_date (const Maker *maker,
           guint32      day)
{
  static const char *const doubts[] = { "", "", "", "", "~", "?", "%" };
  const char *doubt = doubts[choose (maker, 0, G_N_ELEMENTS (doubts) - 1)];
  int precision = choose (maker, 0, 9);
  g_autofree char *date = format_day (day, precision == 0 ? 1 : precision < 3 ? 2 : 3);

  if (precision == 3)
    return g_strdup_printf ("%sT%02d:%02d:00Z", date, choose (maker, 0, 23), choose (maker, 0, 59));

  return g_strconcat (date, doubt, NULL);
}

static char *
make_when (const Maker *maker)
{
  guint32 day = maker->first_day + g_rand_int_range (maker->rand, 0, (int) maker->n_days);
  guint32 later = day + 800 + g_rand_int_range (maker->rand, 0, (int) maker->n_days);
  g_autofree char *first = make_date (maker, day);
  g_autofree char *second = make_date (maker, later);
  g_autofree char *plain = format_day (day, 3);
  g_autofree char *near = format_day (day + choose (maker, 1, 40), 3);
  g_autofree char *far = format_day (later, 3);

  switch (choose (maker, 0, 19))
    {
    case 0:
      return g_strdup_printf ("%s/%s", first, second);
    case 1:
      return g_strdup_printf ("%s/%s", plain, near);
    case 2:
      return g_strdup_printf ("%s/..", first);
    case 3:
      return g_strdup_printf ("../%s", first);
    case 4:
      return g_strdup_printf ("%s/", first);
    case 5:
      return g_strdup_printf ("/%s", first);
    case 6:
      return g_strdup_printf ("[%s..%s]", plain, far);
    case 7:
      return g_strdup_printf ("[%s,%s]", plain, near);
    case 8:
      return g_strdup_printf ("{%s,%s}", plain, near);
    case 9:
      return g_strdup_printf (one_in (maker, 2) ? "[%s..]" : "[..%s]", plain);
    default:
      return g_steal_pointer (&first);
    }
}

static void
append_words (const Maker *maker,
              int          least,
              int          most)
{
  int n = choose (maker, least, most);

  for (int i = 0; i < n; i++)
    g_string_append_printf (maker->text, "%s%s", i > 0 ? " " : "",
                            words[choose (maker, 0, G_N_ELEMENTS (words) - 1)]);
}

static void
append_title (const Maker *maker)
{
  g_string_append (maker->text, "\"title\":\"");
  if (one_in (maker, 4))
    g_string_append (maker->text, titles[choose (maker, 0, G_N_ELEMENTS (titles) - 1)]);
  else
    append_words (maker, 1, 9);
  g_string_append (maker->text, "\"");
}

/* Of one source, or a few. */
static void
append_citation (const Maker *maker)
{
  guint first = (guint) choose (maker, 0, (int) maker->n_sources - 1);
  guint n = (guint) choose (maker, 1, 4);

  n = MIN (n, maker->n_sources);
  g_string_append (maker->text, "\"sources\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (maker->text, "%s\"s%u\"", i > 0 ? "," : "", (first + i) % maker->n_sources);
  g_string_append_c (maker->text, ']');
}

static void
append_actors (const Maker *maker)
{
  int first = choose (maker, 0, (int) maker->n_actors - 1);
  int n = choose (maker, 1, 3);

  n = MIN (n, (int) maker->n_actors);
  g_string_append (maker->text, ",\"actors\":[");
  for (int i = 0; i < n; i++)
    g_string_append_printf (maker->text, "%s\"a%u\"", i > 0 ? "," : "", (guint) (first + i) % maker->n_actors);
  g_string_append_c (maker->text, ']');
}

static void
append_claims (const Maker *maker)
{
  g_string_append (maker->text, ",\"claims\":[{\"status\":\"reported\",\"text\":\"");
  append_words (maker, 3, 6);
  g_string_append (maker->text, "\",");
  append_citation (maker);
  g_string_append (maker->text, "}]");
}

static void
append_difference (const Maker *maker)
{
  g_string_append (maker->text, ",\"differences\":[{\"question\":\"How many?\",\"sides\":[{\"text\":\"One\",");
  append_citation (maker);
  g_string_append (maker->text, "},{\"text\":\"Two\",");
  append_citation (maker);
  g_string_append (maker->text, "}]}]");
}

static void
append_link (const Maker *maker,
             guint        number)
{
  guint other = (number + (guint) choose (maker, 1, (int) maker->n_events - 1)) % maker->n_events;

  g_string_append_printf (maker->text, ",\"links\":[{\"to\":\"e%u\",\"kind\":\"%s\",\"status\":\"%s\"}]", other,
                          tl_vocabulary_get (&tl_link_kind_words, choose (maker, 1, 4)),
                          one_in (maker, 4) ? "denied" : "reported");
}

static void
append_event (const Maker *maker,
              guint        number)
{
  g_autofree char *when = make_when (maker);

  g_string_append_printf (maker->text, "%s{\"id\":\"e%u\",\"when\":\"%s\",\"importance\":%d,", number > 0 ? "," : "",
                          number, when, choose (maker, 1, 5));
  append_title (maker);
  if (maker->n_actors > 0 && !one_in (maker, 12))
    append_actors (maker);
  if (one_in (maker, 2))
    g_string_append_printf (maker->text, ",\"category\":\"c%d\"", choose (maker, 0, (int) maker->n_categories - 1));
  if (one_in (maker, 4))
    g_string_append_printf (maker->text, ",\"figures\":[{\"value\":%d000000,\"unit\":\"USD\"}]",
                            choose (maker, 1, 9999));
  if (!one_in (maker, 8))
    append_claims (maker);
  if (one_in (maker, 8))
    append_difference (maker);
  if (one_in (maker, 4) && maker->n_events > 1)
    append_link (maker, number);
  g_string_append_c (maker->text, '}');
}

static void
append_eras (const Maker *maker)
{
  int n = choose (maker, 0, 3);

  g_string_append (maker->text, "],\"eras\":[");
  for (int i = 0; i < n; i++)
    {
      guint32 day = maker->first_day + g_rand_int_range (maker->rand, 0, (int) maker->n_days);
      g_autofree char *from = format_day (day, 3);
      g_autofree char *to = format_day (day + 1 + g_rand_int_range (maker->rand, 0, (int) maker->n_days), 2);

      g_string_append_printf (maker->text, "%s{\"id\":\"era%d\",\"name\":\"", i > 0 ? "," : "", i);
      append_words (maker, 1, 3);
      g_string_append_printf (maker->text, "\",\"when\":\"%s/%s\"}", from, to);
    }
}

/* The lanes share the actors; the last actors have no lane of the file. */
static void
append_lanes (const Maker *maker)
{
  g_string_append (maker->text, "],\"lanes\":[");
  for (guint i = 0; i < maker->n_lanes; i++)
    {
      g_string_append_printf (maker->text, "%s{\"id\":\"l%u\",\"name\":\"", i > 0 ? "," : "", i);
      append_words (maker, 1, 4);
      g_string_append (maker->text, "\",\"actors\":[");
      if (i < maker->n_actors)
        g_string_append_printf (maker->text, "\"a%u\"", i);
      g_string_append (maker->text, "]}");
    }
}

static void
append_header (const Maker *maker)
{
  g_string_append (maker->text, "{\"format\":\"throughline\",\"version\":1,\"as_of\":\"2025-07-01\",");
  append_title (maker);
  if (one_in (maker, 2))
    g_string_append (maker->text, ",\"subtitle\":\"What is known of it, and from whom\"");
  g_string_append (maker->text, ",\"sources\":[");
  for (guint i = 0; i < maker->n_sources; i++)
    g_string_append_printf (maker->text, "%s{\"id\":\"s%u\",\"publisher\":\"Gazette %u\",\"published\":\"2025-06\","
                                         "\"url\":\"https://example.org/%u.html\"}",
                            i > 0 ? "," : "", i, i, i);
  g_string_append (maker->text, "],\"categories\":[");
  for (guint i = 0; i < maker->n_categories; i++)
    g_string_append_printf (maker->text, "%s{\"id\":\"c%u\",\"name\":\"Category %u\",\"symbol\":\"%s\"}",
                            i > 0 ? "," : "", i, i, tl_vocabulary_get (&tl_symbol_words, 1 + (int) i));
  g_string_append (maker->text, "],\"actors\":[");
  for (guint i = 0; i < maker->n_actors; i++)
    {
      g_string_append_printf (maker->text, "%s{\"id\":\"a%u\",\"name\":\"", i > 0 ? "," : "", i);
      append_words (maker, 1, 3);
      g_string_append (maker->text, "\"}");
    }
  if (maker->n_lanes > 0)
    append_lanes (maker);
  append_eras (maker);
  g_string_append (maker->text, "],\"events\":[");
}

static TlTimeline *
load (const GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

/**
 * tl_make_random:
 * @n_events: how many events, at least 1
 * @seed: what the random choices start from
 *
 * Returns: (transfer full): a timeline
 */
TlTimeline *
tl_make_random (guint   n_events,
                guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  static const guint32 lengths[] = { 3, 40, 400, 4000, 40000 };
  Maker maker = { .rand = rand, .text = text, .n_events = n_events };

  maker.n_actors = (guint) choose (&maker, 0, 6);
  maker.n_lanes = maker.n_actors > 0 ? (guint) choose (&maker, 0, 4) : 0;
  maker.n_categories = (guint) choose (&maker, 1, 6);
  maker.n_sources = (guint) choose (&maker, 1, 40);
  maker.first_day = (guint32) choose (&maker, 365000, 700000);
  maker.n_days = lengths[choose (&maker, 0, G_N_ELEMENTS (lengths) - 1)];

  append_header (&maker);
  for (guint i = 0; i < n_events; i++)
    append_event (&maker, i);
  g_string_append (text, "]}");

  return load (text);
}
