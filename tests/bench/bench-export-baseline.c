/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-timeline.h"

#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What bench-export.py compares with, each a process of its own:
 *
 *   bench-export-baseline label         measures one label with Pango
 *   bench-export-baseline png IN OUT    has Cairo write a picture; prints the
 *                                       seconds that this alone takes
 *   bench-export-baseline timeline N    makes a timeline; prints its name
 */

static int
measure_label (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Inter 12");
  int width;
  int height;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "Port closes its eastern gate", -1);
  pango_layout_get_size (layout, &width, &height);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  g_object_unref (fonts);

  return width > 0 && height > 0 ? 0 : 1;
}

static int
write_png (const char *from,
           const char *to)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (from);
  gint64 start = g_get_monotonic_time ();
  cairo_status_t status = cairo_surface_write_to_png (picture, to);

  printf ("%.6f\n", (g_get_monotonic_time () - start) / 1e6);
  cairo_surface_destroy (picture);

  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}

static int
make_timeline (guint n_events)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tl_make_timeline (n_events, 20250612, &error);

  if (name == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  puts (name);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && strcmp (argv[1], "label") == 0)
    return measure_label ();
  if (argc == 4 && strcmp (argv[1], "png") == 0)
    return write_png (argv[2], argv[3]);
  if (argc == 3 && strcmp (argv[1], "timeline") == 0)
    return make_timeline ((guint) g_ascii_strtoull (argv[2], NULL, 10));

  return 2;
}
