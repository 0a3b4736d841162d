/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../fuzz/walk.h"

#include <string.h>

/* A file is read through a window, and a value is read again where the window
 * cuts it. Nothing may depend on where that is: every kind of token is moved
 * over the border byte by byte, on one line and on many, and neither what is
 * loaded nor any line or column may change with it.
 */

#define WINDOW 65536

/* Every kind of token, as values of the document and inside of entries. */
static const char tokens[] =
  "\"format\":\"throughline\",\"version\":1,\"title\":\"a\\u00e9\\ud83d\\ude00\\n\\\\\\\"\","
  "\"t\\u0061lk\":{\"minutes\":1.25e+1,\"steps\":[{\"title\":\"é€😀\",\"hidden\":true}]},"
  "\"one\":-12.5e-3,\"two\":true,\"three\":false,\"four\":null,\"five\":{},\"six\":[[],{}],\"€\":\"é\","
  "\"sources\":[{\"id\":\"s\",\"publisher\":\"P\"},{\"id\":\"€\",\"publisher\":\"\\u20ac\",\"outside\":false}],"
  "\"events\":[{\"id\":\"e\",\"title\":\"é\\uD83D\\uDE00😀\",\"when\":\"2025\",\"importance\":5,\"claims\":"
  "[{\"text\":\"T\",\"status\":\"reported\",\"sources\":[\"s\",\"€\"]}]}],";

/* Is found last, and tells where it is. */
static const char fault[] = "\"eras\":[{\"name\":\"é\",\"when\":\"2025\",\"colour\":\"mauve\"}]}";

typedef enum
{
  PAD_SPACES,
  PAD_LINES,
  PAD_LINES_OF_TWO, /* CR LF */
  PAD_TEXT,
  PAD_MARK, /* spaces after a byte order mark */
  N_PADS,
} Pad;

/* Bytes before the tokens: @n_bytes, or one less. */
static char *
make_pad (Pad   pad,
          gsize n_bytes)
{
  static const char *const starts[N_PADS] = { "{", "{", "{", "{\"subtitle\":\"", "\xef\xbb\xbf{" };
  static const char *const units[N_PADS] = { " ", "\n", "\r\n", "é", " " };
  static const char *const ends[N_PADS] = { "", "", "", "\",", "" };
  gsize size = strlen (units[pad]);
  gsize n_units = (n_bytes - strlen (starts[pad]) - strlen (ends[pad])) / size;
  g_autofree char *middle = g_malloc (n_units * size + 1);

  for (gsize i = 0; i < n_units; i++)
    memcpy (middle + i * size, units[pad], size);
  middle[n_units * size] = '\0';

  return g_strconcat (starts[pad], middle, ends[pad], NULL);
}

/* Where @end is, counted plainly from @start on, which is there already. */
static void
advance (const char *start,
         const char *end,
         guint      *line,
         guint      *column)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (*p == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else
      (*column)++;
}

/* A byte order mark is no character of the text. */
static const char *
skip_mark (const char *text)
{
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
}

static void
check_counts (const TlLoad *load)
{
  TlWalkCounts counts;

  tl_walk_load (load, &counts);
  g_assert_cmpuint (counts.sources, ==, 2);
  g_assert_cmpuint (counts.events, ==, 1);
  g_assert_cmpuint (counts.claims, ==, 1);
  g_assert_cmpuint (counts.citations, ==, 2);
  g_assert_cmpuint (counts.steps, ==, 1);
  g_assert_cmpuint (counts.eras, ==, 1);
}

static void
check_texts (TlTimeline *timeline)
{
  const TlEvent *event = tl_timeline_get_events (timeline, NULL);
  const TlStep *step = tl_timeline_get_steps (timeline, NULL);
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);

  g_assert_cmpstr (tl_timeline_get_title (timeline), ==, "aé😀\n\\\"");
  g_assert_cmpfloat (tl_timeline_get_talk_minutes (timeline), ==, 12.5);
  g_assert_cmpstr (tl_timeline_get_text (timeline, step->title), ==, "é€😀");
  g_assert_true (step->hidden);
  g_assert_cmpstr (tl_timeline_get_text (timeline, event->title), ==, "é😀😀");
  g_assert_cmpint (event->importance, ==, 5);
  g_assert_cmpstr (tl_timeline_get_text (timeline, sources[1].id), ==, "€");
  g_assert_cmpstr (tl_timeline_get_text (timeline, sources[1].publisher), ==, "€");
}

/* The unknown keys, in their order, and then the colour. */
static void
check_findings (const TlLoad *load,
                const char   *text)
{
  static const char *const places[] = {
    "\"one\"", "\"two\"", "\"three\"", "\"four\"", "\"five\"", "\"six\"", "\"€\":", "\"mauve\"",
  };
  guint column = 1;
  guint line = 1;
  guint n;
  const TlDiagnostic *findings = tl_diagnostics_get (load->diagnostics, &n);

  text = skip_mark (text);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < n; i++)
    {
      const char *place = strstr (text, places[i]);

      advance (text, place, &line, &column);
      text = place;
      g_assert_cmpuint (findings[i].line, ==, line);
      g_assert_cmpuint (findings[i].column, ==, column);
    }
}

static void
test_window_tokens (gconstpointer data)
{
  Pad pad = GPOINTER_TO_UINT (data);

  for (gsize n = WINDOW - sizeof tokens - sizeof fault - 8; n < WINDOW + 8; n++)
    {
      g_autofree char *start = make_pad (pad, n);
      g_autofree char *text = g_strconcat (start, tokens, fault, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

      check_counts (load);
      check_texts (load->timeline);
      check_findings (load, text);
    }
}

/* Larger than the window, several times, and with a fault at its end. */
static void
test_window_large_entry (void)
{
  for (gsize n = 1; n <= 4; n++)
    for (gsize away = 0; away < 12; away++)
      {
        g_autofree char *notes = g_strnfill (n * WINDOW - away, 'n');
        g_autofree char *text = g_strdup_printf ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"events\":["
                                                 "{\"id\":\"a\",\"title\":\"A\",\n\"when\":\"2025\",\"notes\":\"é%s\",\"label\":\"\"},"
                                                 "{\"id\":\"b\",\"title\":\"B\",\"when\":\"2025\"}]}",
                                                 notes);
        g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
        TlLoadLimits limits = tl_load_default_limits;
        g_autoptr (TlLoad) load = NULL;
        const TlDiagnostic *findings;
        guint n_findings;
        guint column = 1;
        guint line = 1;

        limits.text = 5 * WINDOW;
        load = tl_load_bytes (bytes, &limits);
        findings = tl_diagnostics_get (load->diagnostics, &n_findings);
        g_assert_cmpuint (n_findings, ==, 1);
        advance (text, strstr (text, "\"\"}"), &line, &column);
        g_assert_cmpuint (findings[0].line, ==, line);
        g_assert_cmpuint (findings[0].column, ==, column);
        g_assert_cmpuint (tl_timeline_find_event (load->timeline, "b"), ==, 1);
      }
}

/* Loads @text, which stops being JSON, and tells where. */
static void
find_syntax_error (const char *text,
                   guint      *line,
                   guint      *column)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  guint n;
  const TlDiagnostic *findings = tl_diagnostics_get (load->diagnostics, &n);
  guint i = 0;

  while (i < n && findings[i].code != TL_DIAGNOSTIC_SYNTAX)
    i++;
  g_assert_cmpuint (i, <, n);
  *line = findings[i].line;
  *column = findings[i].column;
}

/* It is as far from the start of what is wrong as in a file of one line. */
static void
test_window_syntax (void)
{
  static const char *const rests[] = {
    "\"x\":nul!}", "\"x\":1 2}", "\"x\" 1}", "\"x\":\"\\u00g0\"}", "\"x\":\"\\ud800\"}", "\"x\":-}", "\"x\":1e}",
    "\"events\":[{\"id\":!}]}", "\"events\":[1 !]}", "\"events\":[{\"id\":\"\x01\"}]}", "\"x\":1}!", "!", "\"x\":tru", "\"x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autofree char *plain = g_strconcat ("{", rests[i], NULL);
      guint plain_column;
      guint plain_line;

      find_syntax_error (plain, &plain_line, &plain_column);
      g_assert_cmpuint (plain_line, ==, 1);

      for (gsize n = WINDOW - 30; n < WINDOW + 4; n++)
        for (Pad pad = 0; pad < N_PADS; pad++)
          {
            g_autofree char *start = make_pad (pad, n);
            g_autofree char *text = g_strconcat (start, rests[i], NULL);
            guint expected_column = 1;
            guint expected_line = 1;
            guint column;
            guint line;

            advance (skip_mark (text), text + strlen (start), &expected_line, &expected_column);
            find_syntax_error (text, &line, &column);
            g_assert_cmpuint (line, ==, expected_line);
            g_assert_cmpuint (column, ==, expected_column + plain_column - 2);
          }
    }
}

/* A stream that hands out one byte at a time. */

#define TL_TYPE_DROPS (tl_drops_get_type ())
G_DECLARE_FINAL_TYPE (TlDrops, tl_drops, TL, DROPS, GMemoryInputStream)

struct _TlDrops
{
  GMemoryInputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (TlDrops, tl_drops, G_TYPE_MEMORY_INPUT_STREAM)

static gssize
tl_drops_read (GInputStream *stream,
               void         *buffer,
               gsize         count,
               GCancellable *cancellable,
               GError      **error)
{
  return G_INPUT_STREAM_CLASS (tl_drops_parent_class)->read_fn (stream, buffer, MIN (count, 1), cancellable, error);
}

static void
tl_drops_class_init (TlDropsClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = tl_drops_read;
}

static void
tl_drops_init (TlDrops *self)
{
}

/* It ends, which it would not within days if each byte were a new start, and
 * a byte order mark is still one.
 */
static void
test_window_drops (void)
{
  g_autofree char *start = make_pad (PAD_MARK, 10);
  g_autofree char *notes = g_strnfill (1 << 20, ' ');
  g_autofree char *text = g_strconcat (start, "\"large\":[\"", notes, "\"],", tokens, "\"last\":0}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GInputStream) stream = g_object_new (TL_TYPE_DROPS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = NULL;

  g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (stream), bytes);
  load = tl_load_stream (stream, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);
  check_texts (load->timeline);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/window/tokens/spaces", GUINT_TO_POINTER (PAD_SPACES), test_window_tokens);
  g_test_add_data_func ("/window/tokens/lines", GUINT_TO_POINTER (PAD_LINES), test_window_tokens);
  g_test_add_data_func ("/window/tokens/lines-of-two", GUINT_TO_POINTER (PAD_LINES_OF_TWO), test_window_tokens);
  g_test_add_data_func ("/window/tokens/text", GUINT_TO_POINTER (PAD_TEXT), test_window_tokens);
  g_test_add_data_func ("/window/tokens/mark", GUINT_TO_POINTER (PAD_MARK), test_window_tokens);
  g_test_add_func ("/window/large-entry", test_window_large_entry);
  g_test_add_func ("/window/syntax", test_window_syntax);
  g_test_add_func ("/window/drops", test_window_drops);

  return g_test_run ();
}
