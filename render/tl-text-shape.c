/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-shape-private.h"

#include "tl-text-pool.h"

#include <string.h>

static double
get_ems (int units)
{
  return pango_units_to_double (units) / TL_SHAPING_SIZE;
}

/* How far above and below the baseline the font of @run reaches. An empty
 * glyph is as high as the font. */
static void
add_height (TlShapedText   *shaped,
            PangoGlyphItem *run)
{
  PangoRectangle logical;
  double ascent, descent;

  pango_font_get_glyph_extents (run->item->analysis.font, PANGO_GLYPH_EMPTY, NULL, &logical);
  ascent = get_ems (-logical.y);
  descent = get_ems (logical.y + logical.height);
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

static void
add_run (TlShapedText   *shaped,
         PangoGlyphItem *run)
{
  shaped->runs = g_renew (PangoGlyphItem *, shaped->runs, shaped->n_runs + 1);
  shaped->runs[shaped->n_runs++] = run;
  add_height (shaped, run);
}

/* Finding out which characters have which font takes a third of the time that
 * a word takes; of ASCII it is known. */
static GList *
find_items (const TlShapedText *shaped,
            PangoContext       *context,
            const PangoItem    *plain)
{
  PangoDirection direction = shaped->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  GList *items, *in_order;

  if (plain != NULL && !shaped->is_rtl && g_str_is_ascii (shaped->text))
    {
      PangoItem *item = pango_item_copy ((PangoItem *) plain);

      item->offset = 0;
      item->length = (int) shaped->length;
      item->num_chars = (int) shaped->length;

      return g_list_append (NULL, item);
    }

  items = pango_itemize_with_base_dir (context, direction, shaped->text, 0, (int) shaped->length, NULL, NULL);
  in_order = pango_reorder_items (items);
  g_list_free (items);

  return in_order;
}

/**
 * tl_shaped_text_shape:
 * @shaped: with text, weight and direction filled in
 * @context: fonts and language, with the font
 * @plain: (nullable): the item that any text of ASCII is
 *
 * Shapes the text. #PangoLayout would do the same, but also look for places
 * to break at, which takes half of its time.
 */
void
tl_shaped_text_shape (TlShapedText    *shaped,
                      PangoContext    *context,
                      const PangoItem *plain)
{
  GList *items = find_items (shaped, context, plain);
  int width = 0;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = shape_run (shaped, l->data);

      width += pango_glyph_string_get_width (run->glyphs);
      add_run (shaped, run);
    }
  shaped->width = get_ems (width);

  g_list_free (items);
}

/* Adds the glyphs of @run, whose text begins at @start of @to's. */
static void
append_glyphs (PangoGlyphItem       *to,
               const PangoGlyphItem *run,
               int                   start)
{
  int n_before = to->glyphs->num_glyphs;
  int n_after = n_before + run->glyphs->num_glyphs;

  /* Pango reallocates whether it has to or not. */
  if (n_after > to->glyphs->space)
    pango_glyph_string_set_size (to->glyphs, n_after);
  to->glyphs->num_glyphs = n_after;
  memcpy (to->glyphs->glyphs + n_before, run->glyphs->glyphs,
          (gsize) run->glyphs->num_glyphs * sizeof (PangoGlyphInfo));
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    to->glyphs->log_clusters[n_before + i] = run->glyphs->log_clusters[i] + start - to->item->offset;
  to->item->length += run->item->length;
  to->item->num_chars += run->item->num_chars;
}

/**
 * tl_shaped_text_append:
 * @shaped: a text that is being put together
 * @part: a part of it that runs from left to right, as its next bytes
 * @offset: where in the text of @shaped the part begins
 *
 * Adds the glyphs of @part. What has the same font becomes one run, so that
 * it is drawn at once.
 */
void
tl_shaped_text_append (TlShapedText       *shaped,
                       const TlShapedText *part,
                       gsize               offset)
{
  for (guint i = 0; i < part->n_runs; i++)
    {
      const PangoGlyphItem *run = part->runs[i];
      PangoGlyphItem *last = shaped->n_runs > 0 ? shaped->runs[shaped->n_runs - 1] : NULL;
      int start = (int) offset + run->item->offset;

      if (last == NULL || last->item->analysis.font != run->item->analysis.font)
        {
          last = g_slice_new0 (PangoGlyphItem);
          last->item = pango_item_copy (run->item);
          last->item->offset = start;
          last->item->length = 0;
          last->item->num_chars = 0;
          last->glyphs = pango_glyph_string_new ();
          add_run (shaped, last);
        }
      append_glyphs (last, run, start);
    }
  shaped->width += part->width;
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
    shaped->advances[first + i] = get_ems (widths[i]);
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
 * tl_shaped_text_ref:
 * @shaped: a text
 *
 * Returns: (transfer full): @shaped
 */
TlShapedText *
tl_shaped_text_ref (TlShapedText *shaped)
{
  shaped->ref_count++;

  return shaped;
}

/**
 * tl_shaped_text_unref:
 * @shaped: (transfer full): a text
 */
void
tl_shaped_text_unref (TlShapedText *shaped)
{
  if (--shaped->ref_count > 0)
    return;

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

  return tl_text_hash (self->text, self->length) ^ (guint) self->weight << 16;
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

  return one->length == other->length && one->weight == other->weight && one->is_rtl == other->is_rtl
         && memcmp (one->text, other->text, one->length) == 0;
}
