/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-fuzzy.h"

/* How well a text fits what is typed of it. */

/* For each, the texts in the order in which they are to come; those behind
 * NULL do not fit at all. */
static const struct
{
  const char *typed;
  const char *texts[8];
} rows[] = {
  { "goo", { "google", "a google", "agoogle", "g of o of o", NULL, "gole", "oog" } },
  { "meta stake", { "meta takes a stake", "a stake of meta", "metal mistake", NULL, "meta", "stake" } },
  { "zf", { "zoom to fit", "z of", NULL, "fz" } },
  { "a", { "a", "a longer one", "b a", "ba", NULL, "b" } },
  { "деньги", { "деньги", "о деньги", NULL, "ден" } },
  { "東京", { "東京で", "今東京", "東の京", NULL, "京東" } },
  { "", { "anything", NULL } },
};

static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint last = G_MAXUINT;
      gboolean fits = TRUE;

      for (gsize k = 0; k < G_N_ELEMENTS (rows[i].texts) && (fits || rows[i].texts[k] != NULL); k++)
        {
          const char *text = rows[i].texts[k];
          guint score = text != NULL ? tl_fuzzy_score (text, rows[i].typed) : 0;

          if (text == NULL)
            {
              fits = FALSE;
              continue;
            }
          g_test_message ("“%s” in “%s”: %u", rows[i].typed, text, score);
          if (fits)
            g_assert_cmpuint (score, >, 0);
          else
            g_assert_cmpuint (score, ==, 0);
          g_assert_cmpuint (score, <, last);
          if (fits)
            last = score;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzzy/order", test_order);

  return g_test_run ();
}
