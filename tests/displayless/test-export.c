/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-address.h"
#include "tl-export.h"
#include "tl-file-time.h"
#include "tl-language.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Names of formats and sizes, and what may be replaced by a chart. */

static void
test_export_formats (void)
{
  static const struct
  {
    const char *name;
    int         format; /* -1: none */
  } cases[] = {
    { "chart.png", TL_EXPORT_PNG }, { "a/b.SVG", TL_EXPORT_SVG }, { "x.y.pdf", TL_EXPORT_PDF },
    { "chart", -1 }, { "chart.gif", -1 }, { ".png", -1 }, { "a.png/chart", -1 }, { "-", -1 }, { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlExportFormat format = TL_EXPORT_PNG;

      g_test_message ("%s", cases[i].name);
      if (tl_export_format_guess (cases[i].name, &format, &error))
        g_assert_cmpint ((int) format, ==, cases[i].format);
      else
        {
          g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
          g_assert_cmpint (cases[i].format, ==, -1);
        }
    }
}

static void
test_export_format_words (void)
{
  g_autoptr (GError) error = NULL;
  TlExportFormat format;

  g_assert_true (tl_export_format_parse ("Pdf", &format, NULL));
  g_assert_cmpint ((int) format, ==, TL_EXPORT_PDF);
  g_assert_false (tl_export_format_parse ("jpeg", &format, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "“jpeg” is no format; there are png, svg, pdf and odp");
}

static void
test_export_sizes (void)
{
  static const struct
  {
    const char *text;
    double      width;
    double      height;
  } cases[] = {
    { "1600x900", 1600, 900 }, { "1600xauto", 1600, 0 }, { "1600XAUTO", 1600, 0 }, { "100x100", 100, 100 },
    { "640.5x480", 640.5, 480 }, { "1080p", 1920, 1080 }, { "4K", 1920, 1080 }, { "slide", 1280, 720 },
    { "a4", 1122.52, 793.70 }, { "A4-portrait", 793.70, 1122.52 }, { "a3", 1587.40, 1122.52 },
    { "letter", 1056, 816 }, { "letter-portrait", 816, 1056 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlExportSize size;

      g_assert_true (tl_export_size_parse (cases[i].text, &size, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (size.width, cases[i].width, 0.01);
      g_assert_cmpfloat_with_epsilon (size.height, cases[i].height, 0.01);
    }
}

static void
test_export_size_errors (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "write it as" }, { "big", "write it as" }, { "1600", "write it as" }, { "1600x", "write it as" },
    { "x900", "write it as" }, { "-5x900", "write it as" }, { "1e3x900", "write it as" }, { "infxinf", "write it as" },
    { "1600x900x2", "write it as" }, { "1,5x3", "write it as" }, { "1080", "did you mean “1080p”" },
    { "lettre", "did you mean “letter”" }, { "99x900", "too small" }, { "900x99", "too small" }, { "900x0", "too small" },
    { "0x0", "too small" }, { "autox900", "write it as" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlExportSize size;

      g_test_message ("%s", cases[i].text);
      g_assert_false (tl_export_size_parse (cases[i].text, &size, &error));
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

static void
test_export_limits (void)
{
  g_autoptr (GError) wide = NULL;
  g_autoptr (GError) scaled = NULL;
  g_autoptr (GError) page = NULL;

  g_assert_true (tl_export_check_size (TL_EXPORT_PNG, 32767, 1000000, 1, NULL));
  g_assert_true (tl_export_check_size (TL_EXPORT_PNG, 32767.4, 0, 1, NULL));
  g_assert_false (tl_export_check_size (TL_EXPORT_PNG, 32768, 900, 1, &wide));
  g_assert_error (wide, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (wide->message, "32767 wide"));

  /* The largest that is named can be had. */
  g_assert_false (tl_export_check_size (TL_EXPORT_PNG, 3840, 2160, 10, &scaled));
  g_assert_nonnull (strstr (scaled->message, "at scale 8.53"));
  g_assert_true (tl_export_check_size (TL_EXPORT_PNG, 3840, 2160, 8.53, NULL));

  g_assert_true (tl_export_check_size (TL_EXPORT_PDF, 1000000, 1000000, 10, NULL));
  g_assert_true (tl_export_check_size (TL_EXPORT_SVG, 40000, 900, 1, NULL));
  g_assert_false (tl_export_check_size (TL_EXPORT_SVG, 1000001, 900, 1, &page));
  g_assert_error (page, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
}

static void
test_export_targets (void)
{
  static const struct
  {
    const char *content;
    gboolean    is_good[3];
  } cases[] = {
    { "", { TRUE, TRUE, TRUE } },
    { "\x89PNG\r\n\x1a\nrest", { TRUE, FALSE, FALSE } },
    { "\x89PNG", { FALSE, FALSE, FALSE } },
    { "<?xml version='1.0'?>\n<svg>", { FALSE, TRUE, FALSE } },
    { "<?xml version='1.0'?>\n<html>", { FALSE, FALSE, FALSE } },
    { "%PDF-1.5", { FALSE, FALSE, TRUE } },
    { "{ \"format\": \"throughline\" }", { FALSE, FALSE, FALSE } },
  };
  g_autofree char *folder = g_dir_make_tmp ("test-export-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (folder, "chart", NULL);

  for (int format = 0; format < 3; format++)
    g_assert_true (tl_export_check_target (name, (TlExportFormat) format, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (name, cases[i].content, -1, NULL));
      for (int format = 0; format < 3; format++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_cmpint (tl_export_check_target (name, (TlExportFormat) format, &error), ==, cases[i].is_good[format]);
          if (!cases[i].is_good[format])
            g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS);
        }
    }
  g_assert_true (tl_export_check_target ("-", TL_EXPORT_PNG, NULL));
  g_assert_true (tl_export_check_target (folder, TL_EXPORT_PNG, NULL));

  g_unlink (name);
  g_rmdir (folder);
}

static GPtrArray *
make_pages (guint n_pages)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref);

  for (guint i = 0; i < n_pages; i++)
    {
      TlScene *scene = tl_scene_new (100, 100, 0xffffffff);

      tl_scene_finish (scene);
      g_ptr_array_add (pages, scene);
    }

  return pages;
}

/* Several pages are several files, but for a PDF, and none for a stream. */
static void
test_export_pages (void)
{
  static const char *const expected[] = { "a.b-1.png", "a.b-2.png", "c-1", "c-2", "d.pdf" };
  g_autoptr (GPtrArray) pages = make_pages (2);
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  g_autofree char *folder = g_dir_make_tmp ("test-export-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "a.b.png", NULL);
  g_autofree char *bare = g_build_filename (folder, "c", NULL);
  g_autofree char *pdf = g_build_filename (folder, "d.pdf", NULL);
  TlExportOptions options = { .format = TL_EXPORT_PNG, .scale = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_export_write (pages, text, &options, png, NULL));
  options.format = TL_EXPORT_SVG;
  g_assert_true (tl_export_write (pages, text, &options, bare, NULL));
  g_assert_false (tl_export_write (pages, text, &options, "-", &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_PAGES);
  options.format = TL_EXPORT_PDF;
  g_assert_true (tl_export_write (pages, text, &options, pdf, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = g_build_filename (folder, expected[i], NULL);

      g_assert_no_errno (g_unlink (name));
    }
  g_assert_no_errno (g_rmdir (folder));
}

static void
test_export_addresses (void)
{
  static const char *const cases[][2] = {
    { "https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e" },
    { "https://example.org/it's (here)", "https://example.org/it%27s%20%28here%29" },
    { "https://example.org/\\ü\"<>", "https://example.org/%5C%C3%BC%22%3C%3E" },
  };
  g_autofree char *a = tl_address_encode_name ("event-a%20b");
  g_autofree char *b = tl_address_encode_name ("event-a b");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *encoded = tl_address_encode (cases[i][0]);

      g_assert_cmpstr (encoded, ==, cases[i][1]);
    }
  g_assert_cmpstr (a, ==, "event-a%2520b");
  g_assert_cmpstr (b, ==, "event-a%20b");
}

static void
check_time (const char *as_of,
            const char *expected)
{
  const TlSceneAbout about = { .as_of = as_of };
  g_autofree char *time = tl_file_get_time (&about);

  g_assert_cmpstr (time, ==, expected);
}

static void
test_export_time (void)
{
  g_unsetenv ("SOURCE_DATE_EPOCH");
  check_time (NULL, NULL);
  check_time ("2025-07-01", "2025-07-01T00:00:00Z");
  check_time ("2025-07", "2025-07-01T00:00:00Z");
  check_time ("Y-66000000", NULL);
  check_time ("../2025", NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  check_time ("2025-07-01", "2023-11-14T22:13:20Z");
  g_setenv ("SOURCE_DATE_EPOCH", "soon", TRUE);
  check_time ("2025-07-01", "2025-07-01T00:00:00Z");
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void
test_export_directions (void)
{
  static const char *const rtl[] = { "ar", "AR-eg", "he", "fa", "ur", "az-Arab", "pa-Arab-PK", "yi", "ckb", "uz_arab" };
  static const char *const ltr[] = { "en", "de-AT", "zh-Hant", "ar-Latn", "he-Latn-IL", "tr", "arn", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (rtl); i++)
    g_assert_true (tl_language_is_rtl (rtl[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (ltr); i++)
    g_assert_false (tl_language_is_rtl (ltr[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/formats", test_export_formats);
  g_test_add_func ("/export/format-words", test_export_format_words);
  g_test_add_func ("/export/sizes", test_export_sizes);
  g_test_add_func ("/export/size-errors", test_export_size_errors);
  g_test_add_func ("/export/limits", test_export_limits);
  g_test_add_func ("/export/targets", test_export_targets);
  g_test_add_func ("/export/pages", test_export_pages);
  g_test_add_func ("/export/addresses", test_export_addresses);
  g_test_add_func ("/export/time", test_export_time);
  g_test_add_func ("/export/directions", test_export_directions);

  return g_test_run ();
}
