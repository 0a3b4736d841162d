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
  double      smaller; /* the next smaller one */
  const char *sentence;
} Magnitude;

/* Translators: a number of thousand millions and so on, as in 14.3 bn. */
static const Magnitude magnitudes[] = {
  { 1e12, 1e9, NC_("figure", "%1$s tn") },
  { 1e9, 1e6, NC_("figure", "%1$s bn") },
  { 1e6, 1, NC_("figure", "%1$s m") },
};

/* Beyond these, a number is written as a power of ten. */
#define LARGEST  1e18
#define SMALLEST 1e-6

/* Beside a number of one magnitude, one that is so small a part of it has a
 * magnitude of its own. */
#define MUCH_SMALLER 0.01

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

/* After rounding: 999,999,999 is 1 bn, not 1000 m. */
static const Magnitude *
find_magnitude (double value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    if (round (value / magnitudes[i].smaller * 100) / 100 * magnitudes[i].smaller >= magnitudes[i].size)
      return &magnitudes[i];

  return NULL;
}

static gboolean
is_power (double value)
{
  return value >= LARGEST || (value > 0 && value < SMALLEST);
}

/* Two decimals, below 1 as many as it takes for two digits that count. */
static guint
count_decimals (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value >= 1 || value < SMALLEST)
    return 2;

  g_ascii_formatd (buffer, sizeof buffer, "%.1e", value);

  return 1 + (guint) -g_ascii_strtoll (strchr (buffer, 'e') + 1, NULL, 10);
}

/* A number that is not negative: without zeros at its end, thousands apart,
 * the signs of the language. */
static char *
write_number (double         value,
              const TlWords *words)
{
  /* Translators: the decimal mark, as in 14.3 */
  const char *mark = tl_words_get (words, "figure", NC_("figure", "."));
  /* Translators: what separates thousands, as in 12,500 */
  const char *separator = tl_words_get (words, "figure", NC_("figure", ","));
  g_autofree char *format = g_strdup_printf ("%%.%uf", count_decimals (value));
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *fraction;
  GString *number = g_string_new (NULL);
  gsize n_digits;

  g_ascii_formatd (buffer, sizeof buffer, format, value);
  fraction = strchr (buffer, '.');
  *fraction++ = '\0';
  for (gsize last = strlen (fraction); last > 0 && fraction[last - 1] == '0'; last--)
    fraction[last - 1] = '\0';

  n_digits = strlen (buffer);
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && n_digits > 4 && (n_digits - i) % 3 == 0)
        g_string_append (number, separator);
      g_string_append_c (number, buffer[i]);
    }
  if (*fraction != '\0')
    g_string_append_printf (number, "%s%s", mark, fraction);

  return g_string_free (number, FALSE);
}

/* 1.8 × 10³⁰⁸ */
static char *
write_power (double         value,
             const TlWords *words)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *exponent;
  g_autofree char *number = NULL;
  g_autofree char *digits = NULL;
  g_autoptr (GString) power = g_string_new (NULL);

  g_ascii_formatd (buffer, sizeof buffer, "%.2e", value);
  exponent = strchr (buffer, 'e');
  *exponent++ = '\0';
  number = write_number (g_ascii_strtod (buffer, NULL), words);
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (exponent, NULL, 10));
  for (const char *p = digits; *p != '\0'; p++)
    g_string_append (power, *p == '-' ? "⁻" : raised[*p - '0']);

  return g_strdup_printf ("%s × 10%s", number, power->str);
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

/* One number with its magnitude and unit; the minus comes before a sign. */
static char *
write_amount (double         value,
              const char    *unit,
              const TlWords *words)
{
  double size = fabs (value);
  const Magnitude *magnitude = is_power (size) ? NULL : find_magnitude (size);
  g_autofree char *number = is_power (size) ? write_power (size, words)
                                            : write_number (size / (magnitude != NULL ? magnitude->size : 1), words);
  g_autofree char *whole = magnitude != NULL ? tl_words_fill (words, "figure", magnitude->sentence, number, NULL)
                                             : g_strdup (number);
  g_autofree char *amount = add_unit (whole, unit, words);

  return g_strconcat (value < 0 ? "−" : "", amount, NULL);
}

/* Two numbers of one magnitude. */
static char *
write_range (double         low,
             double         high,
             const char    *unit,
             const TlWords *words)
{
  const Magnitude *magnitude = find_magnitude (high);
  double size = magnitude != NULL ? magnitude->size : 1;
  g_autofree char *from = write_number (low / size, words);
  g_autofree char *to = write_number (high / size, words);
  /* Translators: from one number to another, as in 64–72 */
  g_autofree char *both = tl_words_fill (words, "figure", NC_("figure", "%1$s–%2$s"), from, to, NULL);
  g_autofree char *whole = magnitude != NULL ? tl_words_fill (words, "figure", magnitude->sentence, both, NULL)
                                             : g_strdup (both);

  return add_unit (whole, unit, words);
}

/* Whether two numbers can share sign, magnitude and unit. */
static gboolean
are_alike (double low,
           double high)
{
  const Magnitude *magnitude = find_magnitude (high);

  if (low < 0 || is_power (low) || is_power (high))
    return FALSE;

  return magnitude == NULL || low <= 0 || low >= MUCH_SMALLER * magnitude->size;
}

static char *
write_amounts (const TlFigure *figure,
               const char     *unit,
               const TlWords  *words)
{
  g_autofree char *low = write_amount (figure->low, unit, words);
  g_autofree char *high = write_amount (figure->high, unit, words);

  /* They may be the same when they are rounded. */
  if (figure->low >= figure->high || strcmp (low, high) == 0)
    return g_steal_pointer (&low);
  if (are_alike (figure->low, figure->high))
    return write_range (figure->low, figure->high, unit, words);

  /* Translators: from one amount to another, each with its unit, as in −$5 bn – $72 m */
  return tl_words_fill (words, "figure, amounts", NC_("figure, amounts", "%1$s – %2$s"), low, high, NULL);
}

/**
 * tl_figure_to_words:
 * @figure: a figure
 * @unit: (nullable): its unit, see docs/format.md
 * @words: (nullable): the language; %NULL for the environment's
 *
 * Writes a figure the short way: "nearly $15 bn", "$64–72 bn", "49%". Numbers
 * have two decimals at most, those below 1 two digits that count.
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
  g_autofree char *amount = write_amounts (figure, unit, words);

  if (figure->qualifier == TL_QUALIFIED_NONE)
    return g_steal_pointer (&amount);

  return tl_words_fill (words, "figure", qualified[figure->qualifier], amount, NULL);
}
