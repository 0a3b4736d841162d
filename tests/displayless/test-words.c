/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-words.h"

static const char *
shout_cb (const char *context,
          const char *msgid,
          gpointer    data)
{
  g_assert_cmpstr (context, ==, "date");
  g_assert_cmpstr (msgid, ==, "June");
  return data;
}

static void
test_words_own_lookup (void)
{
  static char answer[] = "JUNI";
  TlWords words = { shout_cb, answer };

  g_assert_cmpstr (tl_words_get (&words, "date", "June"), ==, "JUNI");
}

static void
test_words_environment (void)
{
  g_assert_cmpstr (tl_words_get (NULL, "date", "June"), ==, "June");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/own-lookup", test_words_own_lookup);
  g_test_add_func ("/words/environment", test_words_environment);

  return g_test_run ();
}
