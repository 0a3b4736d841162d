/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-encoder.h"

/* Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4). */
static guint
find_slot (const TlPngPalette *self,
           guint32             pixel)
{
  guint slot = (pixel * 2654435761u) >> 20;

  while (self->slots[slot] != 0 && self->colours[self->slots[slot] - 1] != pixel)
    slot = (slot + 1) % G_N_ELEMENTS (self->slots);

  return slot;
}

/**
 * tl_png_palette_add: (skip)
 * @self: a palette, at first all zero but for its mask
 * @pixels: (array length=n_pixels): as Cairo has them
 * @n_pixels: how many
 *
 * Returns: whether all colours so far have room in the palette
 */
gboolean
tl_png_palette_add (TlPngPalette  *self,
                    const guint32 *pixels,
                    guint          n_pixels)
{
  for (guint i = 0; i < n_pixels; i++)
    {
      guint32 pixel = pixels[i] & self->mask;
      guint slot;

      if (i > 0 && pixels[i] == pixels[i - 1])
        continue;
      slot = find_slot (self, pixel);
      if (self->slots[slot] != 0)
        continue;
      if (self->n_colours == TL_PNG_PALETTE_MAX)
        return FALSE;
      self->colours[self->n_colours++] = pixel;
      self->slots[slot] = (guint16) self->n_colours;
    }

  return TRUE;
}

/**
 * tl_png_palette_find: (skip)
 * @self: a palette
 * @pixel: one that was added to it
 *
 * Returns: its index
 */
guint
tl_png_palette_find (const TlPngPalette *self,
                     guint32             pixel)
{
  return self->slots[find_slot (self, pixel & self->mask)] - 1u;
}
