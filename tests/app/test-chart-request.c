/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-job.h"
#include "tl-cli-export-options.h"

#include <string.h>

/* What is asked of a chart, in words and back. */

static void
check_round_trip (const TlChartRequest *request)
{
  g_auto (TlChartRequest) read = { 0 };
  g_auto (GStrv) arguments = tl_chart_request_to_arguments (request);
  g_autofree char *shown = g_strjoinv (" ", arguments);
  g_autofree char *command = tl_chart_request_to_command (request, "/tmp/it’s a \"story\".json", "/tmp/a chart.png",
                                                          TL_EXPORT_PNG);
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  int n_words;

  g_test_message ("%s", shown);
  tl_cli_export_options_parse_request ((const char *const *) arguments, &read, &error);
  g_assert_no_error (error);
  g_assert_true (tl_chart_request_equal (request, &read));
  g_assert_cmpfloat (request->scale, ==, read.scale);
  g_assert_cmpfloat (request->size.width, ==, read.size.width);
  g_assert_cmpfloat (request->size.height, ==, read.size.height);
  g_assert_cmpint (request->direction, ==, read.direction);

  /* And as a shell takes the command apart. */
  g_assert_true (g_shell_parse_argv (command, &n_words, &words, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words[2], ==, "/tmp/it’s a \"story\".json");
  g_assert_cmpstr (words[4], ==, "/tmp/a chart.png");
  g_assert_cmpint (n_words, ==, 5 + (int) g_strv_length (arguments));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_assert_cmpstr (words[5 + i], ==, arguments[i]);
}

static void
test_request_defaults (void)
{
  g_auto (TlChartRequest) request = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *command = NULL;

  tl_chart_request_init (&request);
  arguments = tl_chart_request_to_arguments (&request);
  g_assert_cmpint (g_strv_length (arguments), ==, 0);
  check_round_trip (&request);
  command = tl_chart_request_to_command (&request, NULL, "chart", TL_EXPORT_SVG);
  g_assert_cmpstr (command, ==, "throughline export -o chart --format svg");
}

static void
set (char      **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
test_request_all (void)
{
  g_auto (TlChartRequest) request = { 0 };
  g_autoptr (GError) error = NULL;

  tl_chart_request_init (&request);
  request.theme = TL_THEME_HIGH_CONTRAST;
  request.axis = TL_AXIS_EVEN;
  request.svg_text = TL_SVG_TEXT_OUTLINES;
  request.direction = TL_CHART_DIRECTION_RTL;
  request.no_title = request.no_legend = request.no_sources = request.no_as_of = TRUE;
  request.is_transparent = request.in_pages = request.is_small = TRUE;
  set (&request.select, "e14-stake");
  set (&request.title, "--Two “words”, a $HOME and a\\ 'quote'");
  set (&request.author, "");
  set (&request.font, "DejaVu Sans");
  set (&request.language, "pt-BR");
  tl_filter_add (request.filter, TL_CONDITION_LANE, "meta");
  tl_filter_add (request.filter, TL_CONDITION_LANE, TL_FILTER_NO_ACTOR);
  tl_filter_add (request.filter, TL_CONDITION_DIFFERING, TL_FILTER_YES);
  tl_filter_set_window (request.filter, "2025-06-12T10:31:12Z", "Y170000", &error);
  g_assert_no_error (error);
  check_round_trip (&request);
}

static void
test_request_sizes (void)
{
  static const char *const sizes[] = { "1600x900", "1600xauto", "1080p", "4k", "slide", "a4", "a4-portrait", "a3",
                                       "letter-portrait", "640.5x480", "123.456xauto", "333.3333333333333x100" };
  static const double scales[] = { 0.1, 1, 2, 1 / 3.0, 300 / 96.0 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        g_auto (TlChartRequest) request = { 0 };
        g_autoptr (GError) error = NULL;

        tl_chart_request_init (&request);
        tl_export_size_parse (sizes[i], &request.size, &error);
        g_assert_no_error (error);
        request.scale = scales[j];
        check_round_trip (&request);
      }
}

/* What is remembered may have been damaged. */
static void
test_request_damaged (void)
{
  static const char *const damaged[][3] = {
    { "--help", NULL }, { "--size", "huge", NULL }, { "--theme", NULL }, { "--nothing", NULL }, { "-q", "--from", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_auto (TlChartRequest) request = { 0 };
      g_auto (TlChartRequest) otherwise = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_cli_export_options_parse_request (damaged[i], &request, &error));
      g_assert_nonnull (error);
      tl_chart_request_init (&otherwise);
      g_assert_true (tl_chart_request_equal (&request, &otherwise));
    }
}

static void
test_request_copy (void)
{
  g_auto (TlChartRequest) request = { 0 };
  g_auto (TlChartRequest) copy = { 0 };

  tl_chart_request_init (&request);
  set (&request.title, "One");
  tl_filter_add (request.filter, TL_CONDITION_LANE, "meta");
  tl_chart_request_copy (&request, &copy);
  g_assert_true (tl_chart_request_equal (&request, &copy));
  tl_filter_remove (copy.filter, TL_CONDITION_LANE, "meta");
  g_assert_false (tl_chart_request_equal (&request, &copy));
  g_assert_true (tl_filter_has (request.filter, TL_CONDITION_LANE, "meta"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-request/defaults", test_request_defaults);
  g_test_add_func ("/chart-request/all", test_request_all);
  g_test_add_func ("/chart-request/sizes", test_request_sizes);
  g_test_add_func ("/chart-request/damaged", test_request_damaged);
  g_test_add_func ("/chart-request/copy", test_request_copy);

  return g_test_run ();
}
