/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pango.h"

#include "tl-text-shape-private.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

/* At most twice as many texts are kept shaped. */
#define N_KEPT 4096

/* At most so many styles have their context kept. */
#define N_STYLES 64

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
  GArray        *styles; /* of TlStyleContext */
  GHashTable    *kept;   /* of TlShapedText: those asked for lately */
  GHashTable    *older;  /* of TlShapedText: those asked for before */
};

/* A style, and the context that has its font. */
typedef struct
{
  TlTextStyle   style;
  PangoContext *context;
} TlStyleContext;

G_DEFINE_FINAL_TYPE (TlTextPango, tl_text_pango, G_TYPE_OBJECT)

static const FcChar8 *const chart_rules = (const FcChar8 *)
  "<?xml version='1.0'?>"
  "<fontconfig>"
  "  <match target='font'>"
  "    <edit name='hinting' mode='assign'><bool>false</bool></edit>"
  "    <edit name='antialias' mode='assign'><bool>true</bool></edit>"
  "    <edit name='rgba' mode='assign'><const>none</const></edit>"
  "  </match>"
  "</fontconfig>";

static void
clear_style (gpointer data)
{
  TlStyleContext *style = data;

  g_clear_object (&style->context);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (tl_shaped_text_hash_cb, tl_shaped_text_equal_cb,
                                (GDestroyNotify) tl_shaped_text_free, NULL);
}

static void
tl_text_pango_finalize (GObject *object)
{
  TlTextPango *self = TL_TEXT_PANGO (object);

  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_clear_object (&self->fonts);
  g_clear_pointer (&self->family, g_free);

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
  FcConfig *config = FcInitLoadConfigAndFonts ();

  FcConfigParseAndLoadFromMemory (config, chart_rules, FcTrue);
  self->fonts = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->fonts), config);
  FcConfigDestroy (config);

  /* A unit of a font's size is a pixel. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);

  self->styles = g_array_new (FALSE, FALSE, sizeof (TlStyleContext));
  g_array_set_clear_func (self->styles, clear_style);
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

static PangoContext *
create_context (TlTextPango       *self,
                const TlTextStyle *style)
{
  PangoContext *context = pango_font_map_create_context (self->fonts);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_weight (font, get_pango_weight (style->weight));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, self->language);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);

  return context;
}

static PangoContext *
get_context (TlTextPango       *self,
             const TlTextStyle *style)
{
  TlStyleContext added;

  for (guint i = 0; i < self->styles->len; i++)
    {
      TlStyleContext *known = &g_array_index (self->styles, TlStyleContext, i);

      if (known->style.size == style->size && known->style.weight == style->weight)
        return known->context;
    }

  if (self->styles->len == N_STYLES)
    g_array_set_size (self->styles, 0);
  added = (TlStyleContext) { *style, create_context (self, style) };
  g_array_append_val (self->styles, added);

  return added.context;
}

/* Keeps @shaped. When there are many, those that nobody has asked for since
 * the last time there were many go. */
static void
keep (TlTextPango  *self,
      TlShapedText *shaped)
{
  if (g_hash_table_size (self->kept) == N_KEPT)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->kept);
      self->kept = create_table ();
    }
  g_hash_table_add (self->kept, shaped);
}

static TlShapedText *
shape (TlTextPango       *self,
       const char        *text,
       gsize              length,
       const TlTextStyle *style,
       gboolean           is_rtl)
{
  TlShapedText wanted = { .text = (char *) text, .length = (guint32) length, .style = *style, .is_rtl = is_rtl };
  TlShapedText *shaped = g_hash_table_lookup (self->kept, &wanted);

  if (shaped != NULL)
    return shaped;

  if (!g_hash_table_steal_extended (self->older, &wanted, (gpointer *) &shaped, NULL))
    {
      shaped = g_new (TlShapedText, 1);
      *shaped = wanted;
      shaped->text = g_strndup (text, length);
      tl_shaped_text_init (shaped, get_context (self, style));
    }
  keep (self, shaped);

  return shaped;
}

/**
 * tl_text_pango_shape:
 * @self: a setter of text
 * @text: characters that tl_text_flatten() leaves as they are
 * @length: their number in bytes
 * @style: how to set them
 * @is_rtl: whether their paragraph runs from right to left
 *
 * Returns: (transfer none): the characters on one line; stays for thousands
 *   of calls more
 */
const TlShapedText *
tl_text_pango_shape (TlTextPango       *self,
                     const char        *text,
                     gsize              length,
                     const TlTextStyle *style,
                     gboolean           is_rtl)
{
  return shape (self, text, length, style, is_rtl);
}

/**
 * tl_text_pango_shape_breakable:
 * @self: a setter of text
 * @text: characters that tl_text_flatten() leaves as they are
 * @length: their number in bytes
 * @style: how to set them
 * @is_rtl: whether their paragraph runs from right to left
 *
 * Returns: (transfer none): like tl_text_pango_shape(), with the places to
 *   break at
 */
const TlShapedText *
tl_text_pango_shape_breakable (TlTextPango       *self,
                               const char        *text,
                               gsize              length,
                               const TlTextStyle *style,
                               gboolean           is_rtl)
{
  TlShapedText *shaped = shape (self, text, length, style, is_rtl);

  tl_shaped_text_find_breaks (shaped, self->language);

  return shaped;
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
