/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pango.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

/**
 * TlTextPango:
 *
 * Text as charts set it: with a font map of its own, so that neither the
 * interface's settings nor the screen's change a chart, without hinting, so
 * that two machines with the same fonts draw alike. The system's fonts serve
 * for scripts that the family lacks. For one thread at a time.
 */
struct _TlTextPango
{
  GObject parent_instance;

  PangoFontMap *fonts;
  PangoContext *context;
  char         *family;
};

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
tl_text_pango_finalize (GObject *object)
{
  TlTextPango *self = TL_TEXT_PANGO (object);

  g_clear_object (&self->context);
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
  self->context = pango_font_map_create_context (self->fonts);
  pango_context_set_round_glyph_positions (self->context, FALSE);
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
  pango_context_set_language (self->context, pango_language_from_string (language));

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
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  g_return_val_if_fail (TL_IS_TEXT_PANGO (self), FALSE);

  pango_font_map_list_families (self->fonts, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), self->family) == 0)
      return TRUE;

  return FALSE;
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

/**
 * tl_text_pango_create_layout:
 * @self: a setter of text
 * @text: plain text
 * @style: how to set it
 * @room: (nullable): the room it has; %NULL for one line of any width
 *
 * Returns: (transfer full): @text, set
 */
PangoLayout *
tl_text_pango_create_layout (TlTextPango       *self,
                             const char        *text,
                             const TlTextStyle *style,
                             const TlTextRoom  *room)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  g_return_val_if_fail (TL_IS_TEXT_PANGO (self), NULL);

  font = pango_font_description_new ();
  pango_font_description_set_family (font, self->family);
  pango_font_description_set_weight (font, get_pango_weight (style->weight));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (room != NULL && room->width > 0)
    {
      pango_layout_set_width (layout, pango_units_from_double (room->width));
      pango_layout_set_height (layout, -(int) MAX (room->n_lines, 1));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_font_description_free (font);

  return layout;
}

static void
measure_cb (const char        *text,
            const TlTextStyle *style,
            const TlTextRoom  *room,
            TlTextExtents     *extents,
            gpointer           data)
{
  g_autoptr (PangoLayout) layout = tl_text_pango_create_layout (data, text, style, room);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  extents->width = pango_units_to_double (logical.width);
  extents->height = pango_units_to_double (logical.height);
  extents->baseline = pango_units_to_double (pango_layout_get_baseline (layout));
  extents->n_lines = pango_layout_get_line_count (layout);
  extents->is_cut = pango_layout_is_ellipsized (layout);
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
