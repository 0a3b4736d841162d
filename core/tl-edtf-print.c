/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

/* Prints dates in one form for each, the one of EDTF as it was published in
 * 2019. What differs in spelling only becomes the same; what an author chose
 * stays: the order of a set's members, an exponent, a time's zone and whether
 * there is one.
 *
 * - Drafts' letters and words become today's, two qualifiers become %.
 * - A qualifier stands after the last of the fields that share it from the
 *   year on, so after the whole date if they all do; others stand before
 *   their field: ?2004-06-~11 becomes 2004?-06-~11.
 * - Y goes with years of more than four digits and with no others.
 * - A zone of no hours becomes Z, +05 becomes +05:00.
 */

static void
print_qualifier (GString *out,
                 guint8   qualifiers)
{
  static const char signs[] = { '\0', '?', '~', '%' };

  if (qualifiers != 0)
    g_string_append_c (out, signs[qualifiers & 3]);
}

/* Integers are never grouped or given other digits by the locale. */
static void
print_year (GString          *out,
            const TlEdtfPart *part)
{
  gint64 size = ABS (part->year);

  if (!part->long_year)
    {
      g_string_append (out, part->negative ? "-" : "");
      g_string_append_len (out, part->year_digits, 4);
    }
  else if (size <= 9999)
    g_string_append_printf (out, "%s%04" G_GINT64_FORMAT, part->year < 0 ? "-" : "", size);
  else
    g_string_append_printf (out, "Y%s%" G_GINT64_FORMAT,
                            part->negative ? "-" : "", part->mantissa);

  if (part->long_year && size > 9999 && part->exponent > 0)
    g_string_append_printf (out, "E%u", part->exponent);
  if (part->significant > 0)
    g_string_append_printf (out, "S%u", part->significant);
}

static void
print_time (GString          *out,
            const TlEdtfPart *part)
{
  int away = ABS (part->zone_minutes);

  g_string_append_printf (out, "T%02u:%02u:%02u", part->hour, part->minute, part->second);

  if (part->zone == TL_EDTF_ZONE_UTC)
    g_string_append_c (out, 'Z');
  else if (part->zone == TL_EDTF_ZONE_OFFSET)
    g_string_append_printf (out, "%c%02d:%02d",
                            part->zone_minutes < 0 ? '-' : '+', away / 60, away % 60);
}

/* The fields that share the year's qualifier, from it on without a gap. */
static int
count_shared_fields (const TlEdtfPart *part,
                     int               n_fields)
{
  int n_shared = 1;

  while (n_shared < n_fields && part->qualifiers[n_shared] == part->qualifiers[0])
    n_shared++;

  return n_shared;
}

/**
 * tl_edtf_print_part:
 * @out: what to add to
 * @part: a date
 *
 * Prints one date in canonical form.
 */
void
tl_edtf_print_part (GString          *out,
                    const TlEdtfPart *part)
{
  int n_fields = 1;
  int n_shared;

  if (part->shape >= TL_EDTF_SHAPE_SEASON)
    n_fields = part->shape >= TL_EDTF_SHAPE_DAY ? 3 : 2;

  n_shared = count_shared_fields (part, n_fields);

  for (int i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (out, '-');
      if (i >= n_shared)
        print_qualifier (out, part->qualifiers[i]);

      if (i == TL_EDTF_YEAR)
        print_year (out, part);
      else
        g_string_append_len (out, i == TL_EDTF_MONTH ? part->month_digits : part->day_digits, 2);

      if (i == n_fields - 1 && part->shape == TL_EDTF_SHAPE_TIME)
        print_time (out, part);
      if (i == n_shared - 1)
        print_qualifier (out, part->qualifiers[0]);
    }
}

static void
print_end (GString          *out,
           const TlEdtfPart *part,
           int               state)
{
  if (state == TL_END_KNOWN)
    tl_edtf_print_part (out, part);
  else if (state == TL_END_OPEN)
    g_string_append (out, "..");
}

static void
print_member (GString            *out,
              const TlEdtfMember *member,
              TlDateKind          kind)
{
  if (!member->is_range)
    {
      tl_edtf_print_part (out, &member->from);
    }
  else if (kind == TL_DATE_LASTED)
    {
      print_end (out, &member->from, member->from_state);
      g_string_append_c (out, '/');
      print_end (out, &member->to, member->to_state);
    }
  else
    {
      if (member->from_state == TL_END_KNOWN)
        tl_edtf_print_part (out, &member->from);
      g_string_append (out, "..");
      if (member->to_state == TL_END_KNOWN)
        tl_edtf_print_part (out, &member->to);
    }
}

/**
 * tl_edtf_to_canonical:
 * @text: a date, NUL-terminated
 * @error: set as tl_edtf_parse() does
 *
 * Prints a date in its canonical form, which means the same. See the top of
 * this file for what that is.
 *
 * Returns: (transfer full) (nullable): the canonical form; %NULL if @text is
 *   not a sound date
 */
char *
tl_edtf_to_canonical (const char *text,
                      GError    **error)
{
  g_autoptr (GString) out = NULL;
  TlEdtfReader reader;
  TlEdtfMember member;
  gboolean is_set;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!tl_edtf_reader_init (&reader, text, -1, error))
    return NULL;

  is_set = reader.kind != TL_DATE_SINGLE;
  out = g_string_new (NULL);
  if (is_set)
    g_string_append_c (out, *text);

  while (tl_edtf_reader_next (&reader, &member))
    {
      if (reader.n_read > 1)
        g_string_append_c (out, ',');
      print_member (out, &member, reader.kind);
    }

  if (reader.failed)
    return NULL;
  if (is_set)
    g_string_append_c (out, reader.kind == TL_DATE_ONE_OF ? ']' : '}');

  return g_string_free (g_steal_pointer (&out), FALSE);
}
