/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <stdlib.h>
#include <string.h>

/* Throws any bytes at the reading of dates. What is read has to be sane, to
 * come back the same from its canonical form, and to have words. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
require (gboolean is_so)
{
  if (!is_so)
    abort ();
}

static void
check_sane (const TlDate *date)
{
  require (date->start_earliest <= date->start_latest);
  require (date->start_earliest <= date->end_earliest);
  require (date->start_latest <= date->end_latest);
  require (date->end_earliest <= date->end_latest);
  require (date->start.state != TL_END_KNOWN || date->start_earliest != TL_INSTANT_MIN);
  require (date->end.state != TL_END_KNOWN || date->end_latest != TL_INSTANT_MAX);
}

static void
check_text (const char   *text,
            const TlDate *date)
{
  g_autofree char *canonical = tl_edtf_to_canonical (text, NULL);
  g_autofree char *words = tl_edtf_to_words (text, NULL);
  g_autofree char *again = NULL;
  g_autofree char *canonical_words = NULL;
  TlDate reread, expected = *date;

  require (canonical != NULL && words != NULL);
  require (*words != '\0' && g_utf8_validate (words, -1, NULL));

  expected.old_draft = FALSE;
  require (tl_edtf_parse (canonical, -1, &reread, NULL));
  require (memcmp (&reread, &expected, sizeof expected) == 0);

  again = tl_edtf_to_canonical (canonical, NULL);
  require (strcmp (canonical, again) == 0);

  canonical_words = tl_edtf_to_words (canonical, NULL);
  require (strcmp (words, canonical_words) == 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TlDate date;

  /* Exactly as long as it is, so that reading past the end is seen. */
  g_autofree char *exact = g_memdup2 (data, size);

  if (!tl_edtf_parse (exact != NULL ? exact : "", (gssize) size, &date, &error))
    {
      require (error != NULL && g_utf8_validate (error->message, -1, NULL));
      require (g_utf8_strlen (error->message, -1) < 400);
      return 0;
    }

  require (error == NULL);
  check_sane (&date);

  /* A sound date has no NUL in it. */
  text = g_strndup (exact, size);
  require (strlen (text) == size);
  check_text (text, &date);

  return 0;
}
