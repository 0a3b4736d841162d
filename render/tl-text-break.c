/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-shape-private.h"

#include <string.h>

/* What a line's width may differ by from the sum of its characters', in ems. */
#define SLACK 0.0001

/* A text that is being broken. Positions are characters into it; the byte of
 * a position is looked up from the one before. */
typedef struct
{
  TlTextPango        *fonts;
  const TlShapedText *whole;
  double              size;     /* of the font, in pixels */
  double              room;     /* in ems, like all widths but those of the block */
  guint               position;
  const char         *at;
} TlBreaker;

/* One line of it. */
typedef struct
{
  const char *text;
  guint       end;      /* position that it ends before, spaces excluded */
  guint       next;     /* position that the next one starts at */
  gsize       length;   /* in bytes, spaces excluded */
  double      width;
} TlBrokenLine;

static double
get_advance (const TlBreaker *self,
             guint            end)
{
  double start = self->position > 0 ? self->whole->advances[self->position - 1] : 0;

  return end > 0 ? self->whole->advances[end - 1] - start : 0;
}

static guint
skip_spaces (const TlBreaker *self,
             guint            position)
{
  while (position < self->whole->n_chars && self->whole->breaks[position].is_white)
    position++;

  return position;
}

static guint
trim_spaces (const TlBreaker *self,
             guint            end)
{
  while (end > self->position && self->whole->breaks[end - 1].is_white)
    end--;

  return end;
}

/* The last place to break at where what is before it is at most @room wide;
 * at least one character as people count them. */
static guint
find_break (const TlBreaker *self,
            double           room)
{
  const PangoLogAttr *breaks = self->whole->breaks;
  guint word = 0, cluster = 0;

  for (guint i = self->position + 1; i <= self->whole->n_chars; i++)
    {
      if (!breaks[i - 1].is_white && get_advance (self, i) > room + SLACK && cluster > 0)
        break;
      if (i == self->whole->n_chars)
        return i;
      if (breaks[i].is_line_break)
        word = i;
      if (breaks[i].is_cursor_position)
        {
          cluster = i;
          if (get_advance (self, i) > room + SLACK && !breaks[i - 1].is_white)
            break;
        }
    }

  return word > 0 ? word : cluster;
}

static void
end_line (const TlBreaker *self,
          TlBrokenLine    *line,
          guint            next)
{
  line->next = next;
  line->end = trim_spaces (self, next);
  line->length = (gsize) (g_utf8_offset_to_pointer (self->at, (glong) (line->end - self->position)) - self->at);
}

/* Letters join otherwise where a line ends, so that what fits is only known
 * when the line has been set by itself. */
static void
find_line (const TlBreaker *self,
           TlBrokenLine    *line)
{
  double room = self->room;
  guint last;

  line->next = G_MAXUINT;
  do
    {
      last = line->next;
      end_line (self, line, find_break (self, room));
      line->width = tl_text_pango_shape (self->fonts, self->at, line->length, self->whole->weight, self->whole->is_rtl)->width;
      room = get_advance (self, line->end) - 2 * SLACK;
    }
  while (line->width > self->room + SLACK && line->next < last);
}

/* Whether a text had better not be cut after @c. */
static gboolean
leads_on (gunichar c)
{
  static const char leading[] = " ,;:./&\302\267،؛、。，；：・";

  if (c < 0x80 && g_ascii_isalnum (c))
    return FALSE;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      return g_utf8_strchr (leading, -1, c) != NULL;
    }
}

/* The last position up to @end that neither splits what people see as one
 * character nor leaves a loose end. */
static guint
trim_end (const TlBreaker *self,
          guint            end)
{
  const char *p = g_utf8_offset_to_pointer (self->at, (glong) (end - self->position));

  for (; end > self->position; end--)
    {
      p = g_utf8_prev_char (p);
      if (self->whole->breaks[end].is_cursor_position && !leads_on (g_utf8_get_char (p)))
        break;
    }

  return end;
}

/* The last position where what is before it is at most @room wide. */
static guint
find_end (const TlBreaker *self,
          double           room)
{
  guint low = self->position;
  guint high = self->whole->n_chars;

  while (low < high)
    {
      guint middle = high - (high - low) / 2;

      if (get_advance (self, middle) <= room)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

/* The rest of the text as one line, cut so that it fits with an ellipsis. */
static void
cut_line (const TlBreaker *self,
          TlBrokenLine    *line)
{
  TlTextWeight weight = self->whole->weight;
  double ellipsis = tl_text_pango_shape (self->fonts, TL_ELLIPSIS, strlen (TL_ELLIPSIS), weight, self->whole->is_rtl)->width;
  g_autoptr (GString) text = g_string_new (NULL);
  guint end = find_end (self, self->room - ellipsis);

  for (;; end--)
    {
      end = trim_end (self, end);
      line->length = (gsize) (g_utf8_offset_to_pointer (self->at, (glong) (end - self->position)) - self->at);
      g_string_truncate (text, 0);
      g_string_append_len (text, self->at, (gssize) line->length);
      g_string_append (text, TL_ELLIPSIS);
      line->width = tl_text_pango_shape (self->fonts, text->str, text->len, weight, self->whole->is_rtl)->width;
      if (line->width <= self->room + SLACK || end == self->position)
        break;
    }
  line->next = self->whole->n_chars;
}

static void
add_line (TlTextBlock        *block,
          const TlBreaker    *breaker,
          const TlBrokenLine *line,
          gboolean            is_cut)
{
  TlTextLine *added = &block->lines[block->n_lines++];

  added->start = (guint) (breaker->at - breaker->whole->text);
  added->length = (guint) line->length;
  added->width = line->width * breaker->size;
  added->is_cut = is_cut;
  block->width = MAX (block->width, added->width);
}

/* Whether what is left of the text is more than one character as people
 * count them, so that something can be cut away. */
static gboolean
can_be_cut (const TlBreaker *self)
{
  guint end = trim_spaces (self, self->whole->n_chars);

  for (guint i = self->position + 1; i < end; i++)
    if (self->whole->breaks[i].is_cursor_position)
      return TRUE;

  return FALSE;
}

/* Whether the text up to @end cannot be on one line, whatever joins or does
 * not join in it. */
static gboolean
goes_on (const TlBreaker *self,
         guint            end)
{
  return get_advance (self, end) > self->room + 0.5;
}

static void
move_to (TlBreaker *self,
         guint      position)
{
  self->at = g_utf8_offset_to_pointer (self->at, (glong) (position - self->position));
  self->position = position;
}

static void
break_lines (TlBreaker   *self,
             guint        n_lines,
             TlTextBlock *block)
{
  move_to (self, skip_spaces (self, 0));
  while (self->position < self->whole->n_chars && block->n_lines < n_lines)
    {
      gboolean is_last = block->n_lines == n_lines - 1 && can_be_cut (self);
      gboolean is_cut = is_last && goes_on (self, trim_spaces (self, self->whole->n_chars));
      TlBrokenLine line;

      if (!is_cut)
        {
          find_line (self, &line);
          is_cut = is_last && (skip_spaces (self, line.next) < self->whole->n_chars || line.width > self->room + SLACK);
        }
      if (is_cut)
        cut_line (self, &line);
      add_line (block, self, &line, is_cut);
      move_to (self, skip_spaces (self, line.next));
    }
}

static void
set_heights (TlTextBlock       *block,
             const TlShapedText *shaped,
             double              size)
{
  double ascent = shaped->ascent * size;
  double height = ascent + shaped->descent * size;
  double usual = 1.3 * size;

  block->line_height = MAX (usual, height);
  block->baseline = (block->line_height - height) / 2 + ascent;
}

static gboolean
has_wide_spaces (const char *text,
                 gsize       length)
{
  gboolean was_space = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (is_space && was_space)
        return TRUE;
      was_space = is_space;
    }

  return FALSE;
}

/* How much of a text will do to fill the lines: where it is long, a part that
 * is wider than all of them and one more. Spaces do not fill lines, so that
 * they must not be wide. */
static gsize
find_enough (TlTextPango       *self,
             const char        *text,
             gsize              length,
             const TlTextStyle *style,
             const TlTextRoom  *room,
             gboolean           is_rtl)
{
  double width = room->width / style->size * (room->n_lines + 1) + 8;
  gsize part = (gsize) (CLAMP (width, 8, 1000) * 32);

  if (part >= length)
    return length;

  while (part > 0 && ((guchar) text[part] & 0xc0) == 0x80)
    part--;

  if (has_wide_spaces (text, part))
    return length;

  return tl_text_pango_shape (self, text, part, style->weight, is_rtl)->width > width ? part : length;
}

/* What all of @text that is to be on one line becomes. */
static void
set_one_line (TlTextBlock *block,
              gsize        length,
              double       width)
{
  block->lines[0] = (TlTextLine) { .length = (guint) length, .width = width };
  block->n_lines = 1;
  block->width = width;
}

/**
 * tl_text_pango_break:
 * @self: a setter of text
 * @text: text
 * @style: how to set it
 * @room: the room it has
 * @block: (out caller-allocates): @text, broken into lines
 *
 * What a #TlTextMeasure does. The places to break at are those of the Unicode
 * line breaking algorithm (https://www.unicode.org/reports/tr14/), as Pango
 * finds them for the language; lines take as much as they can.
 */
void
tl_text_pango_break (TlTextPango       *self,
                     const char        *text,
                     const TlTextStyle *style,
                     const TlTextRoom  *room,
                     TlTextBlock       *block)
{
  gsize length = strlen (text);
  g_autofree char *flat = g_strndup (text, length);
  gboolean is_rtl;
  gsize enough;
  const TlShapedText *shaped;
  double width;

  tl_text_flatten (flat, length);
  is_rtl = tl_text_runs_from_right (flat);
  enough = room->width > 0 ? find_enough (self, flat, length, style, room, is_rtl) : length;
  shaped = tl_text_pango_shape (self, length > 0 ? flat : " ", MAX (enough, 1), style->weight, is_rtl);
  width = shaped->width * style->size;

  *block = (TlTextBlock) { .is_rtl = is_rtl };
  set_heights (block, shaped, style->size);
  if (length == 0)
    return;

  if (room->width == 0 || width <= room->width + SLACK)
    set_one_line (block, length, width);
  else
    {
      g_autoptr (TlShapedText) whole = tl_text_pango_shape_breakable (self, flat, enough, style->weight, is_rtl);
      TlBreaker breaker = { self, whole, style->size, room->width / style->size, 0, whole->text };

      break_lines (&breaker, CLAMP (room->n_lines, 1, TL_TEXT_MAX_LINES), block);
    }
}
