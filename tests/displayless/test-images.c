/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart.h"
#include "tl-load.h"
#include "tl-paint-cairo.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

/* A few charts as they are painted, against pictures that somebody has looked
 * at. Other versions of Cairo, Pango or the font draw a little differently,
 * so each set of versions has its own pictures in tests/data/images, and
 * without any the test is skipped. With TL_UPDATE_GOLDENS=1 in the
 * environment, what is painted now becomes the picture for the versions that
 * are installed.
 */

/* Of a channel: what is reported, and what is wrong. */
#define NOTABLE 2
#define WRONG   8

typedef struct
{
  const char *name;
  const char *timeline; /* below the top of the source tree */
  guint       most; /* events, so that the file is small */
  double      width;
  double      height;
  TlThemeKind theme;
  gboolean    is_rtl;
} Picture;

static const Picture pictures[] = {
  { "story", "data/meta-scale-openai-google.timeline.json", 100, 800, 500, TL_THEME_LIGHT, FALSE },
  { "deep-time", "data/uncertain-and-deep-time.timeline.json", 10, 700, 0, TL_THEME_DARK, FALSE },
  { "marks", "tests/data/scenes/uncertain.timeline.json", 100, 480, 260, TL_THEME_HIGH_CONTRAST, TRUE },
};

/* Returns: (transfer full) (nullable): the version of the chart's font */
static char *
find_font_version (void)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, TL_CHART_FONT, NULL);
  FcObjectSet *wanted = FcObjectSetBuild (FC_FONTVERSION, NULL);
  FcFontSet *fonts = FcFontList (NULL, pattern, wanted);
  char *found = NULL;
  int version;

  if (fonts != NULL && fonts->nfont > 0
      && FcPatternGetInteger (fonts->fonts[0], FC_FONTVERSION, 0, &version) == FcResultMatch)
    found = g_strdup_printf ("%d.%03d", version >> 16, (version & 0xffff) * 1000 / 0x10000);

  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);

  return found;
}

static char *
get_folder (const char *font_version)
{
  g_autofree char *name = g_strdup_printf ("cairo-%s-pango-%s-inter-%s", cairo_version_string (),
                                           pango_version_string (), font_version);

  return g_test_build_filename (G_TEST_DIST, "data", "images", name, NULL);
}

static TlTimeline *
load (const Picture *picture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", picture->timeline, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  if (loaded == NULL)
    g_error ("%s", error->message);

  return g_object_ref (loaded->timeline);
}

/* Scripts that the chart's font does not have are set in whatever else is
 * installed. */
static gboolean
is_in_font (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) > 0x24f && (g_utf8_get_char (p) < 0x2010 || g_utf8_get_char (p) > 0x20ac))
      return FALSE;

  return TRUE;
}

static guint32 *
choose_events (TlTimeline *timeline,
               guint       most,
               guint      *n_chosen)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  guint32 *chosen = g_new (guint32, n_events);

  *n_chosen = 0;
  for (guint32 i = 0; i < n_events && *n_chosen < most; i++)
    if (is_in_font (tl_timeline_get_text (timeline, events[i].title))
        && is_in_font (tl_timeline_get_text (timeline, events[i].label)))
      chosen[(*n_chosen)++] = i;

  return chosen;
}

static cairo_surface_t *
paint (const Picture *picture)
{
  g_autoptr (TlTimeline) timeline = load (picture);
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  TlChartOptions options = {
    .width = picture->width,
    .height = picture->height,
    .theme = picture->theme,
    .selected = TL_NONE,
    .is_rtl = picture->is_rtl,
  };
  g_autofree guint32 *events = choose_events (timeline, picture->most, &options.n_events);
  g_autoptr (GPtrArray) pages = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  options.events = events;
  pages = tl_chart_compose (timeline, &options, &measure);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) tl_scene_get_width (pages->pdata[0]),
                                        (int) tl_scene_get_height (pages->pdata[0]));
  cr = cairo_create (surface);
  tl_paint_scene (pages->pdata[0], text, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

/* Writes the difference of two pictures of one size into the second, eight
 * times as strong. Returns the largest difference of a channel. */
static int
subtract (cairo_surface_t *painted,
          cairo_surface_t *wanted,
          guint           *n_notable)
{
  int stride = cairo_image_surface_get_stride (painted);
  int most = 0;

  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (wanted));
  *n_notable = 0;
  for (int y = 0; y < cairo_image_surface_get_height (painted); y++)
    for (int i = 0; i < cairo_image_surface_get_width (painted) * 4; i++)
      {
        guchar *a = cairo_image_surface_get_data (painted) + (gsize) y * stride + i;
        guchar *b = cairo_image_surface_get_data (wanted) + (gsize) y * stride + i;
        int difference = i % 4 == (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0) ? 0 : abs (*a - *b);

        most = MAX (most, difference);
        *n_notable += difference > NOTABLE;
        *b = (guchar) MIN (difference * 8, 255);
      }
  cairo_surface_mark_dirty (wanted);

  return most;
}

static void
write_beside (cairo_surface_t *surface,
              const Picture   *picture,
              const char      *ending)
{
  g_autofree char *base = g_strconcat (picture->name, ending, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, base, NULL);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("%s", path);
}

static void
compare (const Picture   *picture,
         cairo_surface_t *painted,
         const char      *path)
{
  cairo_surface_t *wanted = cairo_image_surface_create_from_png (path);
  guint n_notable;
  int most;

  g_assert_cmpint (cairo_surface_status (wanted), ==, CAIRO_STATUS_SUCCESS);
  if (cairo_image_surface_get_width (painted) != cairo_image_surface_get_width (wanted)
      || cairo_image_surface_get_height (painted) != cairo_image_surface_get_height (wanted))
    {
      g_test_message ("%s has another size", picture->name);
      g_test_fail ();
      write_beside (painted, picture, ".out.png");
      cairo_surface_destroy (wanted);
      return;
    }

  cairo_surface_flush (painted);
  cairo_surface_flush (wanted);
  most = subtract (painted, wanted, &n_notable);
  if (most > NOTABLE)
    {
      g_test_message ("%s differs by up to %d, in %u channels by more than %d", picture->name, most, n_notable,
                      NOTABLE);
      write_beside (painted, picture, ".out.png");
      write_beside (wanted, picture, ".diff.png");
    }
  if (most > WRONG)
    g_test_fail ();
  cairo_surface_destroy (wanted);
}

static void
test_image (gconstpointer data)
{
  const Picture *picture = data;
  g_autofree char *version = find_font_version ();
  g_autofree char *folder = version != NULL ? get_folder (version) : NULL;
  g_autofree char *base = g_strconcat (picture->name, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;
  gboolean is_update = g_strcmp0 (g_getenv ("TL_UPDATE_GOLDENS"), "1") == 0;
  cairo_surface_t *painted;

  if (path == NULL || (!is_update && !g_file_test (path, G_FILE_TEST_EXISTS)))
    {
      g_autofree char *why = path == NULL ? g_strdup ("the font " TL_CHART_FONT " is not installed")
                                          : g_strdup_printf ("there is no %s", path);

      g_test_skip (why);
      return;
    }

  painted = paint (picture);
  if (is_update)
    {
      g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
      g_assert_cmpint (cairo_surface_write_to_png (painted, path), ==, CAIRO_STATUS_SUCCESS);
    }
  else
    compare (picture, painted, path);
  cairo_surface_destroy (painted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* One difference is no reason not to look for others. */
  g_test_set_nonfatal_assertions ();

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/images/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_image);
    }

  return g_test_run ();
}
