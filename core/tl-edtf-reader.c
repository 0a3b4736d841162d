/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

#include <string.h>

/* Takes intervals and sets apart, one member after the other, so that
 * neither parsing nor printing has to hold them all.
 *
 * Wider than EDTF: the ends of an interval and the members of a set may have
 * a time, or be a season; "/.." and "../" are read too. After a comma there
 * may be one space, as some of the specification's examples had it.
 */

/* Reports @fault at @at. Returns %FALSE. */
static gboolean
fail (TlEdtfReader     *reader,
      TlEdtfFault       fault,
      const TlEdtfPart *part,
      const char       *at)
{
  reader->failed = TRUE;
  reader->next = NULL;
  tl_edtf_explain (reader, fault, part, at);

  return FALSE;
}

/* Reads one date from @from up to @to. */
static gboolean
read_part (TlEdtfReader *reader,
           const char   *from,
           const char   *to,
           TlEdtfPart   *part)
{
  const char *at;
  TlEdtfFault fault = tl_edtf_scan_part (from, (gsize) (to - from), part, &at);

  if (fault == TL_EDTF_FAULT_NONE)
    fault = tl_edtf_bound_part (part);

  return fault == TL_EDTF_FAULT_NONE || fail (reader, fault, part, at);
}

static gboolean
is_text (const char *from,
         const char *to,
         const char *wanted)
{
  gsize length = strlen (wanted);

  return (gsize) (to - from) == length && memcmp (from, wanted, length) == 0;
}

/* Reads one end of an interval, which may be left open or empty. Drafts
 * wrote words there. */
static gboolean
read_end (TlEdtfReader *reader,
          const char   *from,
          const char   *to,
          TlEdtfPart   *part,
          guint8       *state)
{
  gboolean old_open = is_text (from, to, "open");
  gboolean old_unknown = is_text (from, to, "unknown");

  if (old_open || is_text (from, to, ".."))
    *state = TL_END_OPEN;
  else if (old_unknown || from == to)
    *state = TL_END_UNKNOWN;
  else
    return read_part (reader, from, to, part);

  memset (part, 0, sizeof *part);
  part->text = from;
  part->length = (gsize) (to - from);
  part->old_draft = old_open || old_unknown;

  return TRUE;
}

/* A range whose later end cannot be after its beginning is upside down. That
 * 2025-06/2025-06-01 may be is enough. */
static gboolean
check_order (TlEdtfReader       *reader,
             const TlEdtfMember *member)
{
  if (member->from_state != TL_END_KNOWN || member->to_state != TL_END_KNOWN
      || member->to.latest >= member->from.earliest)
    return TRUE;

  return fail (reader, TL_EDTF_FAULT_ORDER, &member->from, member->to.text + member->to.length);
}

static gboolean
read_interval (TlEdtfReader *reader,
               const char   *slash,
               TlEdtfMember *member)
{
  const char *start = reader->next;

  if (memchr (slash + 1, '/', (gsize) (reader->end - slash - 1)) != NULL)
    return fail (reader, TL_EDTF_FAULT_INTERVAL_PARTS, NULL, slash + 1);

  reader->kind = TL_DATE_LASTED;
  reader->next = NULL;
  member->is_range = TRUE;

  if (!read_end (reader, start, slash, &member->from, &member->from_state)
      || !read_end (reader, slash + 1, reader->end, &member->to, &member->to_state))
    return FALSE;

  if (member->from_state == TL_END_UNKNOWN && member->to_state == TL_END_UNKNOWN)
    return fail (reader, TL_EDTF_FAULT_INTERVAL_NOTHING, NULL, start);

  return check_order (reader, member);
}

/* Finds "..", or returns %NULL. */
static const char *
find_dots (const char *from,
           const char *to)
{
  for (; (from = memchr (from, '.', (gsize) (to - from))) != NULL; from++)
    if (to - from >= 2 && from[1] == '.')
      return from;

  return NULL;
}

/* Reads the two sides of a range in a set. Only its first member may be open
 * to the past, and only its last to the future. */
static gboolean
read_range (TlEdtfReader *reader,
            const char   *from,
            const char   *dots,
            const char   *to,
            TlEdtfMember *member)
{
  gboolean open_from = dots == from;
  gboolean open_to = dots + 2 == to;

  if (find_dots (dots + 2, to) != NULL)
    return fail (reader, TL_EDTF_FAULT_SET_RANGE, NULL, from);
  if (open_from && open_to)
    return fail (reader, TL_EDTF_FAULT_SET_NOTHING, NULL, from);
  if (open_from && reader->n_read > 1)
    return fail (reader, TL_EDTF_FAULT_SET_FIRST, NULL, from);
  if (open_to && reader->next != NULL)
    return fail (reader, TL_EDTF_FAULT_SET_LAST, NULL, from);

  member->is_range = TRUE;

  if (open_from)
    member->from_state = TL_END_OPEN;
  else if (!read_part (reader, from, dots, &member->from))
    return FALSE;

  if (open_to)
    member->to_state = TL_END_OPEN;
  else if (!read_part (reader, dots + 2, to, &member->to))
    return FALSE;

  return check_order (reader, member);
}

static gboolean
read_member (TlEdtfReader *reader,
             TlEdtfMember *member)
{
  const char *from = reader->next;
  const char *comma = memchr (from, ',', (gsize) (reader->end - from));
  const char *to = comma != NULL ? comma : reader->end;
  const char *dots;

  if (reader->n_read == TL_EDTF_MAX_MEMBERS)
    return fail (reader, TL_EDTF_FAULT_SET_SIZE, NULL, from);

  if (reader->n_read > 0 && from < to && *from == ' ')
    from++;
  if (from == to)
    return fail (reader, TL_EDTF_FAULT_SET_MEMBER, NULL, from);

  reader->n_read++;
  reader->next = comma != NULL ? comma + 1 : NULL;
  dots = find_dots (from, to);

  if (dots != NULL)
    return read_range (reader, from, dots, to, member);
  if (memchr (from, '/', (gsize) (to - from)) != NULL)
    return fail (reader, TL_EDTF_FAULT_SET_INTERVAL, NULL, from);

  return read_part (reader, from, to, &member->from);
}

/**
 * tl_edtf_reader_init:
 * @reader: (out caller-allocates): what to set up; needs no clearing, keeps
 *   @text and @error
 * @text: what to read
 * @length: of @text, in bytes; -1 if it is NUL-terminated
 * @error: where this and tl_edtf_reader_next() report
 *
 * Begins to read @text. The kind is certain for sets only: an interval is
 * found out by tl_edtf_reader_next().
 *
 * Returns: whether there is something to read
 */
gboolean
tl_edtf_reader_init (TlEdtfReader *reader,
                     const char   *text,
                     gssize        length,
                     GError      **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  char close;

  *reader = (TlEdtfReader) { text, text + size, text, error };

  if (size == 0)
    return fail (reader, TL_EDTF_FAULT_EMPTY, NULL, text);

  if (*text != '[' && *text != '{')
    return TRUE;

  close = *text == '[' ? ']' : '}';
  if (size < 2 || text[size - 1] != close)
    return fail (reader, TL_EDTF_FAULT_SET_OPEN, NULL, reader->end);

  reader->kind = *text == '[' ? TL_DATE_ONE_OF : TL_DATE_ALL_OF;
  reader->next++;
  reader->end--;

  return TRUE;
}

/**
 * tl_edtf_reader_next:
 * @reader: a reader
 * @member: (out caller-allocates): what was read
 *
 * Reads the next member of a set, or the whole of what is not a set.
 *
 * Returns: whether there was one; if not, see @reader's failed
 */
gboolean
tl_edtf_reader_next (TlEdtfReader *reader,
                     TlEdtfMember *member)
{
  const char *slash;
  const char *from = reader->next;

  if (from == NULL)
    return FALSE;

  member->from_state = TL_END_KNOWN;
  member->to_state = TL_END_KNOWN;
  member->is_range = FALSE;

  if (reader->kind != TL_DATE_SINGLE)
    return read_member (reader, member);

  slash = memchr (from, '/', (gsize) (reader->end - from));
  if (slash != NULL)
    return read_interval (reader, slash, member);

  reader->next = NULL;

  return read_part (reader, from, reader->end, &member->from);
}
