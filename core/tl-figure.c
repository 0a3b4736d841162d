/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Numbers as a newspaper prints them: $14.3 bn, 49%, about 500 people. */

typedef struct
{
  double      size;
  const char *sentence;
} Magnitude;

/* Translators: a number of thousand millions and so on, as in 14.3 bn. */
static const Magnitude magnitudes[] = {
  { 1e12, NC_("figure", "%1$s tn") },
  { 1e9, NC_("figure", "%1$s bn") },
  { 1e6, NC_("figure", "%1$s m") },
};

static const struct
{
  const char *code;
  const char *sign;
} currencies[] = {
  { "USD", "$" },
  { "EUR", "€" },
  { "GBP", "£" },
  { "JPY", "¥" },
  { "INR", "₹" },
  { "KRW", "₩" },
};

static gboolean
is_currency (const char *unit)
{
  return strlen (unit) == 3 && strspn (unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static const Magnitude *
find_magnitude (double value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    if (fabs (value) >= magnitudes[i].size)
      return &magnitudes[i];

  return NULL;
}

/* At most two decimals, thousands apart, the signs of the language. */
static char *
write_number (double         value,
              const TlWords *words)
{
  /* Translators: the decimal mark, as in 14.3 */
  const char *mark = tl_words_get (words, "figure", NC_("figure", "."));
  /* Translators: what separates thousands, as in 12,500 */
  const char *separator = tl_words_get (words, "figure", NC_("figure", ","));
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 310];
  char *digits, *fraction;
  GString *number = g_string_new (NULL);
  gsize n_digits;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", fabs (value));
  fraction = strchr (buffer, '.');
  *fraction++ = '\0';
  for (gsize last = strlen (fraction); last > 0 && fraction[last - 1] == '0'; last--)
    fraction[last - 1] = '\0';

  digits = buffer;
  n_digits = strlen (digits);
  if (value < 0 && (strcmp (digits, "0") != 0 || *fraction != '\0'))
    g_string_append (number, "−");
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && n_digits > 4 && (n_digits - i) % 3 == 0)
        g_string_append (number, separator);
      g_string_append_c (number, digits[i]);
    }
  if (*fraction != '\0')
    g_string_append_printf (number, "%s%s", mark, fraction);

  return g_string_free (number, FALSE);
}

/* One number, or two with a dash, and how large they are. */
static char *
write_value (const TlFigure *figure,
             const TlWords  *words)
{
  const Magnitude *magnitude = find_magnitude (figure->high);
  double size = magnitude != NULL ? magnitude->size : 1;
  g_autofree char *low = write_number (figure->low / size, words);
  g_autofree char *high = write_number (figure->high / size, words);
  g_autofree char *both = NULL;

  if (figure->low < figure->high)
    {
      /* Translators: from one number to another, as in 64–72 */
      both = tl_words_fill (words, "figure", NC_("figure", "%1$s–%2$s"), low, high, NULL);
    }
  else
    both = g_steal_pointer (&low);

  if (magnitude == NULL)
    return g_steal_pointer (&both);

  return tl_words_fill (words, "figure", magnitude->sentence, both, NULL);
}

static char *
add_unit (const char    *value,
          const char    *unit,
          const TlWords *words)
{
  if (unit == NULL)
    return g_strdup (value);
  if (strcmp (unit, "%") == 0)
    return tl_words_fill (words, "figure", NC_("figure", "%1$s%%"), value, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (strcmp (unit, currencies[i].code) == 0)
      return tl_words_fill (words, "figure",
                            /* Translators: the sign of a currency and an amount, as in $14.3 bn */
                            NC_("figure", "%1$s%2$s"), currencies[i].sign, value, NULL);

  if (is_currency (unit))
    return tl_words_fill (words, "figure",
                          /* Translators: the code of a currency and an amount, as in CHF 5 m */
                          NC_("figure, code", "%1$s %2$s"), unit, value, NULL);

  return tl_words_fill (words, "figure",
                        /* Translators: a number and what it counts, as in 50 people */
                        NC_("figure, count", "%1$s %2$s"), value, unit, NULL);
}

/**
 * tl_figure_to_words:
 * @figure: a figure
 * @unit: (nullable): its unit, see docs/format.md
 * @words: (nullable): the language; %NULL for the environment's
 *
 * Writes a figure the short way: "nearly $15 bn", "$64–72 bn", "49%".
 *
 * Returns: (transfer full): the figure
 */
char *
tl_figure_to_words (const TlFigure *figure,
                    const char     *unit,
                    const TlWords  *words)
{
  static const char *const qualified[] = {
    NULL,
    NC_("figure", "about %1$s"),
    NC_("figure", "over %1$s"),
    NC_("figure", "under %1$s"),
    NC_("figure", "nearly %1$s"),
  };
  g_autofree char *value = write_value (figure, words);
  g_autofree char *amount = add_unit (value, unit, words);

  if (figure->qualifier == TL_QUALIFIED_NONE)
    return g_steal_pointer (&amount);

  return tl_words_fill (words, "figure", qualified[figure->qualifier], amount, NULL);
}
