/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-language.h"

#include <string.h>

/* By the scripts of ISO 15924 that run from right to left, and the languages
 * that are written in one of them unless their tag says otherwise (IANA
 * Language Subtag Registry, Suppress-Script; Unicode CLDR, likely subtags).
 */
static const char *const rtl_scripts[] = {
  "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", NULL
};

static const char *const rtl_languages[] = {
  "ar", "arc", "arz", "ary", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw",
  "ks", "lrc", "luz", "mzn", "nqo", "pnb", "ps", "prs", "sd", "skr", "syr", "ug", "ur", "yi", NULL
};

static gboolean
has_script (char *const *subtags)
{
  return subtags[0] != NULL && subtags[1] != NULL && strlen (subtags[1]) == 4 && g_ascii_isalpha (subtags[1][0]);
}

/**
 * tl_language_is_rtl:
 * @language: a language tag, such as "ar" or "az-Arab"
 *
 * Returns: whether what is written in @language runs from right to left
 */
gboolean
tl_language_is_rtl (const char *language)
{
  g_autofree char *lower = g_ascii_strdown (language, -1);
  g_auto (GStrv) subtags = g_strsplit_set (lower, "-_", -1);

  if (has_script (subtags))
    return g_strv_contains (rtl_scripts, subtags[1]);

  return subtags[0] != NULL && g_strv_contains (rtl_languages, subtags[0]);
}
