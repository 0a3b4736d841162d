/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-odp-private.h"

/* What the speaker of a slide reads. */

static void
add_text (TlOdp            *self,
          const TlOdpSlide *slide)
{
  g_auto (GStrv) paragraphs = g_strsplit (slide->notes != NULL ? slide->notes : "", "\n", -1);
  const TlTextMeasure measure = tl_text_pango_get_measure (self->options.text);
  const TlTextStyle style = { 14, TL_WEIGHT_REGULAR };
  const TlTextRoom line = { 0, 1 };

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      gboolean is_rtl;
      TlTextBlock block;

      tl_text_measure (&measure, *paragraph, &style, &line, &block);
      is_rtl = block.n_lines > 0 && block.is_rtl;
      g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                              tl_odp_define_paragraph (self, is_rtl, is_rtl, 0));
      tl_odp_append_text (self->body, *paragraph);
      g_string_append (self->body, "</text:p>");
    }
}

/**
 * tl_odp_add_notes:
 * @self: a presentation
 * @slide: the slide that is being added
 *
 * Adds its page of notes: the slide above, the notes below.
 */
void
tl_odp_add_notes (TlOdp            *self,
                  const TlOdpSlide *slide)
{
  const TlOdpOptions *options = &self->options;
  double width = (TL_ODP_NOTES_WIDTH - 2 * TL_ODP_NOTES_MARGIN) / TL_ODP_POINTS;
  TlRect box = { TL_ODP_NOTES_MARGIN / TL_ODP_POINTS, TL_ODP_NOTES_MARGIN / TL_ODP_POINTS, width,
                 width * options->height / options->width };

  g_string_append (self->body, "<presentation:notes><draw:page-thumbnail draw:layer=\"layout\" presentation:class=\"page\"");
  g_string_append_printf (self->body, " draw:page-number=\"%u\"", self->n_slides);
  tl_odp_append_box (self->body, &box);
  g_string_append (self->body, "/>");
  box.y += box.height + box.x;
  box.height = (TL_ODP_NOTES_HEIGHT - TL_ODP_NOTES_MARGIN) / TL_ODP_POINTS - box.y;
  g_string_append (self->body, "<draw:frame presentation:style-name=\"" TL_ODP_MASTER "-notes\" draw:layer=\"layout\"");
  tl_odp_append_box (self->body, &box);
  g_string_append (self->body, " presentation:class=\"notes\"><draw:text-box>");
  add_text (self, slide);
  g_string_append (self->body, "</draw:text-box></draw:frame></presentation:notes>\n");
}
