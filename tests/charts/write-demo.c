/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "demo-scene.h"
#include "tl-paint-cairo.h"
#include "tl-write-svg.h"

#include <stdlib.h>

/* Writes the demo scene as demo.svg, outlines.svg and demo.png into a folder:
 * write-demo FOLDER */

static void
write_svg (const TlScene *scene,
           TlTextPango   *text,
           TlSvgText      how,
           const char    *folder,
           const char    *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) svg = tl_write_svg (scene, text, how);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, svg->str, (gssize) svg->len, &error))
    g_error ("%s", error->message);
}

static void
write_png (const TlScene *scene,
           TlTextPango   *text,
           const char    *folder)
{
  g_autofree char *path = g_build_filename (folder, "demo.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) tl_scene_get_width (scene),
                                                         (int) tl_scene_get_height (scene));
  cairo_t *cr = cairo_create (surface);

  tl_paint_scene (scene, text, cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  g_autoptr (TlScene) scene = create_demo_scene (&measure);

  if (argc != 2)
    return EXIT_FAILURE;

  write_svg (scene, text, TL_SVG_TEXT_LIVE, argv[1], "demo.svg");
  write_svg (scene, text, TL_SVG_TEXT_OUTLINES, argv[1], "outlines.svg");
  write_png (scene, text, argv[1]);

  return EXIT_SUCCESS;
}
