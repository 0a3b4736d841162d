/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-settings-schema.h"
#include "tl-settings.h"
#include "tl-text-pango.h"

/* What people prefer, stored in memory and not stored at all.
 *
 * Usage: test-settings FOLDER-OF-COMPILED-SCHEMAS
 */

static const char *folder;

static void
check_defaults (TlSettings *settings)
{
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_COLOURS), ==, TL_COLOURS_DESKTOP);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_AXIS), ==, TL_AXIS_AUTO);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_MOTION), ==, TL_MOTION_DESKTOP);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_CLICK), ==, TL_CLICK_OPENS);
  g_assert_false (tl_settings_get_high_contrast (settings));
  g_assert_cmpint (tl_settings_get_text_size (settings), ==, 100);
  g_assert_cmpstr (tl_settings_get_chart_font (settings), ==, TL_CHART_FONT);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
run_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The same whether anything is stored or not. */
static void
check_settings (TlSettings *settings)
{
  guint count = 0;

  g_signal_connect_swapped (settings, "changed", G_CALLBACK (count_cb), &count);
  check_defaults (settings);

  tl_settings_set_choice (settings, TL_SETTING_COLOURS, TL_COLOURS_DARK);
  tl_settings_set_choice (settings, TL_SETTING_AXIS, TL_AXIS_EVEN);
  tl_settings_set_choice (settings, TL_SETTING_MOTION, TL_MOTION_FULL);
  tl_settings_set_choice (settings, TL_SETTING_CLICK, TL_CLICK_ASKS);
  tl_settings_set_high_contrast (settings, TRUE);
  tl_settings_set_text_size (settings, 1000);
  run_main_loop ();
  g_assert_cmpuint (count, ==, 6);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_COLOURS), ==, TL_COLOURS_DARK);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_AXIS), ==, TL_AXIS_EVEN);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_MOTION), ==, TL_MOTION_FULL);
  g_assert_cmpint (tl_settings_get_choice (settings, TL_SETTING_CLICK), ==, TL_CLICK_ASKS);
  g_assert_true (tl_settings_get_high_contrast (settings));
  g_assert_cmpint (tl_settings_get_text_size (settings), ==, TL_MAX_TEXT_SIZE);

  /* What is so already is not changed. */
  tl_settings_set_text_size (settings, TL_MAX_TEXT_SIZE + 1);
  run_main_loop ();
  g_assert_cmpuint (count, ==, 6);
  tl_settings_set_text_size (settings, 0);
  g_assert_cmpint (tl_settings_get_text_size (settings), ==, TL_MIN_TEXT_SIZE);

  tl_settings_reset (settings);
  run_main_loop ();
  check_defaults (settings);
  g_signal_handlers_disconnect_by_data (settings, &count);
}

static void
check_font (TlSettings *settings)
{
  g_autofree char *none = tl_settings_dup_missing_font (settings);
  g_autofree char *missing = NULL;

  g_assert_null (none);
  tl_settings_set_chart_font (settings, "No Such Font");
  missing = tl_settings_dup_missing_font (settings);
  g_assert_cmpstr (missing, ==, "No Such Font");
  g_assert_cmpstr (tl_settings_get_chart_font (settings), ==, TL_CHART_FONT);
  tl_settings_set_chart_font (settings, "");
  g_assert_cmpstr (tl_settings_get_chart_font (settings), ==, TL_CHART_FONT);
  tl_settings_set_chart_font (settings, "DejaVu Sans");
  g_assert_cmpstr (tl_settings_get_chart_font (settings), ==, "DejaVu Sans");
  tl_settings_reset (settings);
  g_assert_cmpstr (tl_settings_get_chart_font (settings), ==, TL_CHART_FONT);
}

static void
test_stored (void)
{
  GSettings *stored = tl_settings_schema_open_in (folder);
  g_autoptr (TlSettings) settings = NULL;

  g_assert_nonnull (stored);
  settings = tl_settings_new (stored);
  check_settings (settings);
  check_font (settings);
}

static void
test_not_stored (void)
{
  g_autoptr (TlSettings) settings = tl_settings_new (NULL);

  check_settings (settings);
  check_font (settings);
}

static void
test_no_schema (void)
{
  g_assert_null (tl_settings_schema_open_in ("/nonexistent"));
  g_assert_null (tl_settings_schema_open_in (g_get_tmp_dir ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];

  g_test_add_func ("/settings/stored", test_stored);
  g_test_add_func ("/settings/not-stored", test_not_stored);
  g_test_add_func ("/settings/no-schema", test_no_schema);

  return g_test_run ();
}
