/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pango.h"

#include "tl-text-raster.h"

#include "tl-text-shape-private.h"

#include <pango/pangofc-fontmap.h>

/* At most twice as many texts, and bytes of text, are kept shaped. */
#define N_KEPT       4096
#define N_KEPT_BYTES (1u << 20)

/**
 * TlTextPango:
 *
 * Text as charts set it: with a font map of its own, so that neither the
 * interface's settings nor the screen's change a chart, without hinting, so
 * that two machines with the same fonts draw alike. The system's fonts serve
 * for scripts that the family lacks. Keeps the glyphs of the texts it has met
 * last, so that what was measured need not be shaped again to be drawn. For
 * one thread at a time.
 */
struct _TlTextPango
{
  GObject parent_instance;

  PangoFontMap  *fonts;
  PangoLanguage *language;
  char          *family;
  guint          is_exact : 1;
  TlTextRaster  *raster; /* (nullable): for screens */
  PangoContext  *contexts[TL_WEIGHT_BOLD + 1]; /* (nullable): by weight */
  PangoItem     *plain[TL_WEIGHT_BOLD + 1];    /* (nullable): ASCII, by weight */
  GHashTable    *kept;   /* of TlShapedText: those asked for lately */
  GHashTable    *older;  /* of TlShapedText: those asked for before */
  gsize          n_kept_bytes;
};

G_DEFINE_FINAL_TYPE (TlTextPango, tl_text_pango, G_TYPE_OBJECT)

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (tl_shaped_text_hash_cb, tl_shaped_text_equal_cb,
                                (GDestroyNotify) tl_shaped_text_unref, NULL);
}

static void
tl_text_pango_finalize (GObject *object)
{
  TlTextPango *self = TL_TEXT_PANGO (object);

  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->contexts); i++)
    {
      g_clear_pointer (&self->plain[i], pango_item_free);
      g_clear_object (&self->contexts[i]);
    }
  g_clear_object (&self->fonts);
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->raster, tl_text_raster_free);

  G_OBJECT_CLASS (tl_text_pango_parent_class)->finalize (object);
}

static void
tl_text_pango_class_init (TlTextPangoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_text_pango_finalize;
}

static void
tl_text_pango_init (TlTextPango *self)
{
  self->fonts = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  self->kept = create_table ();
  self->older = create_table ();
}

/**
 * tl_text_pango_new:
 * @family: a font family, such as %TL_CHART_FONT
 * @language: the language of the texts, as a language tag
 *
 * Returns: (transfer full): a setter and measurer of text
 */
TlTextPango *
tl_text_pango_new (const char *family,
                   const char *language)
{
  TlTextPango *self = g_object_new (TL_TYPE_TEXT_PANGO, NULL);

  self->family = g_strdup (family);
  self->language = pango_language_from_string (language);

  return self;
}

/**
 * tl_text_pango_get_family:
 * @self: a setter of text
 *
 * Returns: (transfer none): the family that it was made for
 */
const char *
tl_text_pango_get_family (TlTextPango *self)
{
  g_return_val_if_fail (TL_IS_TEXT_PANGO (self), NULL);

  return self->family;
}

/**
 * tl_text_pango_has_family:
 * @self: a setter of text
 *
 * Returns: whether its family is there; where it is not, the system's
 *   fonts stand in
 */
gboolean
tl_text_pango_has_family (TlTextPango *self)
{
  FcPattern *pattern;
  FcObjectSet *objects;
  FcFontSet *found;
  gboolean has_family;

  g_return_val_if_fail (TL_IS_TEXT_PANGO (self), FALSE);

  pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, self->family, NULL);
  objects = FcObjectSetBuild (FC_FAMILY, NULL);
  found = FcFontList (pango_fc_font_map_get_config (PANGO_FC_FONT_MAP (self->fonts)), pattern, objects);
  has_family = found->nfont > 0;

  FcFontSetDestroy (found);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);

  return has_family;
}

/**
 * tl_text_pango_set_for_screen:
 * @self: a setter of text
 *
 * From now on, lines in pictures are kept as they look: for what is drawn
 * again and again, by a window.
 */
void
tl_text_pango_set_for_screen (TlTextPango *self)
{
  g_return_if_fail (TL_IS_TEXT_PANGO (self));

  if (self->raster == NULL)
    self->raster = tl_text_raster_new ();
}

/**
 * tl_text_pango_get_raster:
 * @self: a setter of text
 *
 * Returns: (transfer none) (nullable): the lines that it keeps as they look,
 *   if it is for screens
 */
TlTextRaster *
tl_text_pango_get_raster (TlTextPango *self)
{
  return self->raster;
}

/**
 * tl_text_pango_get_exact:
 * @self: a setter of text
 *
 * Returns: whether it puts glyphs exactly where they belong, see
 *   tl_text_pango_set_exact()
 */
gboolean
tl_text_pango_get_exact (TlTextPango *self)
{
  g_return_val_if_fail (TL_IS_TEXT_PANGO (self), FALSE);

  return self->is_exact;
}

/**
 * tl_text_pango_set_exact:
 * @self: a setter of text
 * @is_exact: whether to put glyphs exactly where they belong in pictures
 *
 * Before 1.18 Cairo moves each glyph to a whole pixel, which spaces small text
 * unevenly. Exactly means to fill outlines instead, which takes some twenty
 * times as long: about 75 µs for a label. At first it is not exact.
 */
void
tl_text_pango_set_exact (TlTextPango *self,
                         gboolean     is_exact)
{
  g_return_if_fail (TL_IS_TEXT_PANGO (self));

  self->is_exact = is_exact != FALSE;
}

static PangoWeight
get_pango_weight (TlTextWeight weight)
{
  switch (weight)
    {
    case TL_WEIGHT_SEMIBOLD:
      return PANGO_WEIGHT_SEMIBOLD;
    case TL_WEIGHT_BOLD:
      return PANGO_WEIGHT_BOLD;
    case TL_WEIGHT_REGULAR:
    default:
      return PANGO_WEIGHT_NORMAL;
    }
}

/* Grey edges and no hinting, whatever the screen would rather have. */
static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

static PangoContext *
create_context (TlTextPango  *self,
                TlTextWeight  weight)
{
  PangoContext *context = pango_font_map_create_context (self->fonts);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_weight (font, get_pango_weight (weight));
  pango_font_description_set_absolute_size (font, TL_SHAPING_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, self->language);
  pango_context_set_round_glyph_positions (context, FALSE);
  set_font_options (context);
  pango_font_description_free (font);

  return context;
}

/* The item that all of ASCII is, if one font has all of it. */
static PangoItem *
create_plain_item (PangoContext *context)
{
  char ascii[0x7f - ' '];
  GList *items;
  PangoItem *item = NULL;

  for (guint i = 0; i < sizeof ascii; i++)
    ascii[i] = (char) (' ' + i);
  items = pango_itemize_with_base_dir (context, PANGO_DIRECTION_LTR, ascii, 0, sizeof ascii, NULL, NULL);
  if (g_list_length (items) == 1)
    item = pango_item_copy (items->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);

  return item;
}

static PangoContext *
get_context (TlTextPango  *self,
             TlTextWeight  weight)
{
  if (self->contexts[weight] == NULL)
    {
      self->contexts[weight] = create_context (self, weight);
      self->plain[weight] = create_plain_item (self->contexts[weight]);
    }

  return self->contexts[weight];
}

static void
shape_word (TlTextPango  *self,
            TlShapedText *shaped)
{
  PangoContext *context = get_context (self, shaped->weight);

  tl_shaped_text_shape (shaped, context, self->plain[shaped->weight]);
}

/* Keeps @shaped. When there are many, those that nobody has asked for since
 * the last time there were many go. */
static void
keep (TlTextPango  *self,
      TlShapedText *shaped)
{
  if (g_hash_table_size (self->kept) == N_KEPT || self->n_kept_bytes > N_KEPT_BYTES)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->kept);
      self->kept = create_table ();
      self->n_kept_bytes = 0;
    }
  self->n_kept_bytes += shaped->length;
  g_hash_table_add (self->kept, shaped);
}

static TlShapedText *shape (TlTextPango  *self,
                            const char   *text,
                            gsize         length,
                            TlTextWeight  weight,
                            gboolean      is_rtl);

typedef gsize (*FindEndFunc) (const char *text,
                              gsize       length);

/* Words come again and again, in a title and its lines and in other titles,
 * and shaping them is what takes the time. What fonts do across a space is
 * not worth it. */
static void
shape_parts (TlTextPango  *self,
             TlShapedText *shaped,
             FindEndFunc   find_end)
{
  for (gsize start = 0, length; start < shaped->length; start += length)
    {
      const char *part = shaped->text + start;

      length = find_end (part, shaped->length - start);
      tl_shaped_text_append (shaped, shape (self, part, length, shaped->weight, shaped->is_rtl), start);
    }
}

static TlShapedText *
create_shaped (TlTextPango        *self,
               const TlShapedText *wanted)
{
  TlShapedText *shaped = g_new (TlShapedText, 1);
  gboolean has_parts = !wanted->is_rtl && tl_text_is_left_to_right (wanted->text, wanted->length);

  *shaped = *wanted;
  shaped->ref_count = 1;
  shaped->text = g_strndup (wanted->text, wanted->length);
  if (has_parts && tl_text_find_word_end (shaped->text, shaped->length) < shaped->length)
    shape_parts (self, shaped, tl_text_find_word_end);
  else if (has_parts && tl_text_find_part_end (shaped->text, shaped->length) < shaped->length)
    shape_parts (self, shaped, tl_text_find_part_end);
  else
    shape_word (self, shaped);

  return shaped;
}

static TlShapedText *
shape (TlTextPango  *self,
       const char   *text,
       gsize         length,
       TlTextWeight  weight,
       gboolean      is_rtl)
{
  TlShapedText wanted = { .text = (char *) text, .length = (guint32) length, .weight = weight, .is_rtl = is_rtl };
  TlShapedText *shaped = g_hash_table_lookup (self->kept, &wanted);

  if (shaped != NULL)
    return shaped;

  if (!g_hash_table_steal_extended (self->older, &wanted, (gpointer *) &shaped, NULL))
    shaped = create_shaped (self, &wanted);
  keep (self, shaped);

  return shaped;
}

/**
 * tl_text_pango_shape:
 * @self: a setter of text
 * @text: characters that tl_text_flatten() leaves as they are
 * @length: their number in bytes
 * @weight: of the font
 * @is_rtl: whether their paragraph runs from right to left
 *
 * Returns: (transfer none): the characters on one line; valid until the next
 *   call
 */
const TlShapedText *
tl_text_pango_shape (TlTextPango  *self,
                     const char   *text,
                     gsize         length,
                     TlTextWeight  weight,
                     gboolean      is_rtl)
{
  return shape (self, text, length, weight, is_rtl);
}

/**
 * tl_text_pango_shape_breakable:
 * @self: a setter of text
 * @text: characters that tl_text_flatten() leaves as they are
 * @length: their number in bytes
 * @weight: of the font
 * @is_rtl: whether their paragraph runs from right to left
 *
 * Returns: (transfer full): like tl_text_pango_shape(), with the places to
 *   break at
 */
TlShapedText *
tl_text_pango_shape_breakable (TlTextPango  *self,
                               const char   *text,
                               gsize         length,
                               TlTextWeight  weight,
                               gboolean      is_rtl)
{
  TlShapedText *shaped = shape (self, text, length, weight, is_rtl);

  tl_shaped_text_find_breaks (shaped, self->language);

  return tl_shaped_text_ref (shaped);
}

static void
measure_cb (const char        *text,
            const TlTextStyle *style,
            const TlTextRoom  *room,
            TlTextBlock       *block,
            gpointer           data)
{
  tl_text_pango_break (data, text, style, room, block);
}

/**
 * tl_text_pango_get_measure:
 * @self: a setter of text; outlives what is returned
 *
 * Returns: how layout measures the texts that @self sets
 */
TlTextMeasure
tl_text_pango_get_measure (TlTextPango *self)
{
  TlTextMeasure measure = { measure_cb, self };

  return measure;
}
