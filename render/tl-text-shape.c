/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-shape-private.h"

#include "tl-text-pool.h"

#include <string.h>

/* How far above and below the baseline the font of @run reaches. An empty
 * glyph is as high as the font. */
static void
add_height (TlShapedText   *shaped,
            PangoGlyphItem *run)
{
  PangoRectangle logical;
  double ascent, descent;

  pango_font_get_glyph_extents (run->item->analysis.font, PANGO_GLYPH_EMPTY, NULL, &logical);
  ascent = pango_units_to_double (-logical.y);
  descent = pango_units_to_double (logical.y + logical.height);
  shaped->ascent = MAX (shaped->ascent, ascent);
  shaped->descent = MAX (shaped->descent, descent);
}

static PangoGlyphItem *
shape_run (TlShapedText *shaped,
           PangoItem    *item)
{
  PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

  run->item = item;
  run->glyphs = pango_glyph_string_new ();
  pango_shape_full (shaped->text + item->offset, item->length,
                    shaped->text, (int) shaped->length,
                    &item->analysis, run->glyphs);

  return run;
}

/**
 * tl_shaped_text_init:
 * @shaped: with text, style and direction filled in
 * @context: fonts and language, with the font of the style
 *
 * Shapes the text. #PangoLayout would do the same, but also look for places
 * to break at, which takes half of its time.
 */
void
tl_shaped_text_init (TlShapedText *shaped,
                     PangoContext *context)
{
  PangoDirection direction = shaped->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  GList *items = pango_itemize_with_base_dir (context, direction, shaped->text, 0, (int) shaped->length, NULL, NULL);
  GList *in_order = pango_reorder_items (items);
  int width = 0;
  guint i = 0;

  shaped->n_runs = g_list_length (in_order);
  shaped->runs = g_new (PangoGlyphItem *, shaped->n_runs);
  for (GList *l = in_order; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = shape_run (shaped, l->data);

      width += pango_glyph_string_get_width (run->glyphs);
      add_height (shaped, run);
      shaped->runs[i++] = run;
    }
  shaped->width = pango_units_to_double (width);

  g_list_free (in_order);
  g_list_free (items);
}

/* How wide each character is, in the order of the text. */
static void
add_advances (TlShapedText   *shaped,
              PangoGlyphItem *run,
              int            *widths)
{
  const char *start = shaped->text + run->item->offset;
  glong first = g_utf8_pointer_to_offset (shaped->text, start);

  pango_glyph_item_get_logical_widths (run, shaped->text, widths);
  for (int i = 0; i < run->item->num_chars; i++)
    shaped->advances[first + i] = pango_units_to_double (widths[i]);
}

/**
 * tl_shaped_text_find_breaks:
 * @shaped: a text that has been shaped
 * @language: its language
 *
 * Finds out where the text may be broken, and how far each of its characters
 * reaches.
 */
void
tl_shaped_text_find_breaks (TlShapedText  *shaped,
                            PangoLanguage *language)
{
  g_autofree int *widths = NULL;
  double x = 0;

  if (shaped->breaks != NULL)
    return;

  shaped->n_chars = (guint) g_utf8_strlen (shaped->text, shaped->length);
  shaped->breaks = g_new0 (PangoLogAttr, shaped->n_chars + 1);
  shaped->advances = g_new0 (double, shaped->n_chars + 1);
  pango_get_log_attrs (shaped->text, (int) shaped->length, -1, language, shaped->breaks, (int) shaped->n_chars + 1);

  widths = g_new (int, shaped->n_chars);
  for (guint i = 0; i < shaped->n_runs; i++)
    add_advances (shaped, shaped->runs[i], widths);
  for (guint i = 0; i < shaped->n_chars; i++)
    {
      x += shaped->advances[i];
      shaped->advances[i] = x;
    }
}

/**
 * tl_shaped_text_free:
 * @shaped: (transfer full): a text
 */
void
tl_shaped_text_free (TlShapedText *shaped)
{
  for (guint i = 0; i < shaped->n_runs; i++)
    pango_glyph_item_free (shaped->runs[i]);
  g_free (shaped->runs);
  g_free (shaped->breaks);
  g_free (shaped->advances);
  g_free (shaped->text);
  g_free (shaped);
}

/**
 * tl_shaped_text_hash_cb:
 * @shaped: a #TlShapedText of which only that is filled in which tells it
 *   from others
 *
 * Returns: its hash
 */
guint
tl_shaped_text_hash_cb (gconstpointer shaped)
{
  const TlShapedText *self = shaped;

  return tl_text_hash (self->text, self->length) ^ (guint) (self->style.size * 64) ^ (guint) self->style.weight << 16;
}

/**
 * tl_shaped_text_equal_cb:
 * @a: a #TlShapedText
 * @b: another one
 *
 * Returns: whether they are the same text, set alike
 */
gboolean
tl_shaped_text_equal_cb (gconstpointer a,
                         gconstpointer b)
{
  const TlShapedText *one = a;
  const TlShapedText *other = b;

  return one->length == other->length && one->style.weight == other->style.weight
         && one->style.size == other->style.size && one->is_rtl == other->is_rtl
         && memcmp (one->text, other->text, one->length) == 0;
}
