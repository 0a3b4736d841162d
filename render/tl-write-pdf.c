/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-pdf-private.h"

#include "tl-address.h"
#include "tl-file-time.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* A point is 1/72 inch, a pixel of the scene 1/96. */
#define POINTS_PER_PIXEL 0.75

/* What the file says where there is no better time. */
#define NO_TIME "1970-01-01T00:00:00Z"

/* In pixels; no printer sees it. */
#define EDGE 0.02

/* What is seen above a place that a link leads to, in pixels. */
#define ABOVE_PLACE 12.0

/* How often the progress is told, in items. */
#define ITEMS_PER_STEP 500

typedef struct
{
  const TlPdfOptions *options;
  TlTextPango        *text;
  cairo_surface_t    *surface;
  cairo_t            *cr;
  GHashTable         *places; /* ids that links may lead to */
} Job;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  return tl_output_write (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (const Job          *job,
              const TlSceneAbout *about)
{
  g_autofree char *time = tl_file_get_time (about);
  const struct
  {
    cairo_pdf_metadata_t what;
    const char          *text;
  } known[] = {
    { CAIRO_PDF_METADATA_TITLE, about->title },
    { CAIRO_PDF_METADATA_AUTHOR, job->options->author },
    { CAIRO_PDF_METADATA_SUBJECT, about->description },
    { CAIRO_PDF_METADATA_KEYWORDS, about->keywords },
    { CAIRO_PDF_METADATA_CREATOR, "Throughline " PACKAGE_VERSION },
    { CAIRO_PDF_METADATA_CREATE_DATE, time != NULL ? time : NO_TIME },
    { CAIRO_PDF_METADATA_MOD_DATE, time != NULL ? time : NO_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].text != NULL && known[i].text[0] != '\0')
      cairo_pdf_surface_set_metadata (job->surface, known[i].what, known[i].text);
}

/* The role of an item in the structure of the document (ISO 32000-1,
 * 14.8.4), %NULL for what only decorates.
 */
static const char *
get_role (const TlSceneItem *item)
{
  switch (item->kind)
    {
    case TL_ITEM_TITLE:
      return "H1";

    case TL_ITEM_SUBTITLE:
    case TL_ITEM_AXIS:
    case TL_ITEM_LEGEND:
    case TL_ITEM_NOTES:
    case TL_ITEM_EVENT:
    case TL_ITEM_BADGE:
    case TL_ITEM_ERA:
    case TL_ITEM_FOLD:
      return "P";

    case TL_ITEM_LANE:
      return "H2";

    case TL_ITEM_NOTE:
      return "Note";

    case TL_ITEM_BACKGROUND:
    case TL_ITEM_TIE:
    case TL_ITEM_LINK:
    default:
      return NULL;
    }
}

/* Pages of text are long: links lead to the very line, and not to the page.
 * Cairo takes the place in points, whatever the scale.
 */
static char *
describe_place (const char   *name,
                const TlRect *bounds)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (y, sizeof y, "%.2f", MAX (bounds->y - ABOVE_PLACE, 0) * POINTS_PER_PIXEL);

  return g_strdup_printf ("name='%s' x=0 y=%s", name, y);
}

/* The same id may stand on several pages; links lead to the first. */
static void
mark_place (Job               *job,
            const TlSceneItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *attributes = NULL;

  if (item->id == NULL || g_hash_table_contains (job->places, item->id))
    return;

  name = tl_address_encode_name (item->id);
  attributes = job->options->outline != NULL ? describe_place (name, &item->bounds) : g_strdup_printf ("name='%s'", name);
  cairo_tag_begin (job->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (job->cr, CAIRO_TAG_DEST);
  g_hash_table_add (job->places, (gpointer) item->id);
}

/* Where the link of @item leads to, as Cairo wants it said, %NULL for
 * nowhere. A place that is on no page would make the whole file fail.
 */
static char *
describe_link (const Job         *job,
               const TlSceneItem *item,
               GHashTable        *known)
{
  g_autofree char *address = NULL;

  if (item->link == NULL || item->link[0] == '\0')
    return NULL;
  if (item->link[0] != '#')
    {
      address = tl_address_encode (item->link);
      return g_strdup_printf ("uri='%s'", address);
    }
  if (!g_hash_table_contains (known, item->link + 1))
    return NULL;
  address = tl_address_encode_name (item->link + 1);

  return g_strdup_printf ("dest='%s'", address);
}

static void
paint_item (Job               *job,
            const TlScene     *scene,
            const TlSceneItem *item,
            GHashTable        *known)
{
  const char *role = get_role (item);
  g_autofree char *link = role != NULL ? describe_link (job, item, known) : NULL;

  if (role != NULL)
    cairo_tag_begin (job->cr, role, NULL);
  mark_place (job, item);
  if (link != NULL)
    cairo_tag_begin (job->cr, CAIRO_TAG_LINK, link);
  tl_paint_item (scene, item, job->text, job->cr);
  if (link != NULL)
    cairo_tag_end (job->cr, CAIRO_TAG_LINK);
  if (role != NULL)
    cairo_tag_end (job->cr, role);
}

/* What covers a whole page makes Cairo forget all that it was told before,
 * and it crashes or fails where a tag ends that it knows no beginning of. So
 * the page's colour comes before all tags, and nothing else reaches the
 * very edge.
 */
static void
keep_from_edge (Job           *job,
                const TlScene *scene)
{
  cairo_rectangle (job->cr, 0, 0, tl_scene_get_width (scene) - EDGE, tl_scene_get_height (scene) - EDGE);
  cairo_clip (job->cr);
}

static void
paint_page (Job           *job,
            const TlScene *scene,
            GHashTable    *known,
            double         start,
            double         share)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  cairo_pdf_surface_set_size (job->surface,
                              tl_scene_get_width (scene) * POINTS_PER_PIXEL,
                              tl_scene_get_height (scene) * POINTS_PER_PIXEL);
  cairo_save (job->cr);
  cairo_scale (job->cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  tl_paint_background (scene, job->cr);
  keep_from_edge (job, scene);
  cairo_tag_begin (job->cr, "Document", NULL);
  for (guint i = 0; i < n_items; i++)
    {
      paint_item (job, scene, &items[i], known);
      if (i % ITEMS_PER_STEP == 0
          && !tl_write_progress_tell (job->options->progress, start + share * i / n_items))
        break;
    }
  cairo_tag_end (job->cr, "Document");
  cairo_restore (job->cr);
  cairo_show_page (job->cr);
}

/* All ids of all pages, as a link may lead to a page that follows. */
static GHashTable *
collect_ids (GPtrArray *pages)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pages->len; i++)
    {
      guint n_items;
      const TlSceneItem *items = tl_scene_get_items (g_ptr_array_index (pages, i), &n_items);

      for (guint k = 0; k < n_items; k++)
        if (items[k].id != NULL)
          g_hash_table_add (ids, (gpointer) items[k].id);
    }

  return ids;
}

static void
paint_pages (Job       *job,
             GPtrArray *pages)
{
  g_autoptr (GHashTable) known = collect_ids (pages);

  for (guint i = 0; i < pages->len; i++)
    paint_page (job, g_ptr_array_index (pages, i), known, (double) i / pages->len, 1.0 / pages->len);
}

/**
 * tl_write_pdf:
 * @pages: (element-type TlScene): drawings, one for each page
 * @text: what their texts were measured with
 * @options: how to write them
 * @output: takes the file; tells of failures of writing when it is closed
 * @error: set where Cairo does not manage; in the domain %G_FILE_ERROR
 *
 * Writes a PDF: text that can be searched, links that can be followed, an
 * outline by date, and a structure that says what is a heading, a paragraph,
 * a note. Each page has the size of its drawing, at 96 pixels an inch.
 *
 * Returns: whether it was made; where @output failed, %TRUE as well
 */
gboolean
tl_write_pdf (GPtrArray          *pages,
              TlTextPango        *text,
              const TlPdfOptions *options,
              TlOutput           *output,
              GError            **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Job job = { .options = options, .text = text, .places = places };
  cairo_status_t status;

  g_return_val_if_fail (pages->len > 0, FALSE);

  job.surface = cairo_pdf_surface_create_for_stream (write_cb, output, 1, 1);
  set_metadata (&job, tl_scene_get_about (g_ptr_array_index (pages, 0)));
  job.cr = cairo_create (job.surface);
  paint_pages (&job, pages);
  status = cairo_status (job.cr);
  cairo_destroy (job.cr);
  tl_pdf_add_outline (job.surface, places, options);

  /* What is wrong with links is only found here. */
  cairo_surface_finish (job.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (job.surface);
  cairo_surface_destroy (job.surface);
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR)
    return TRUE;

  /* Translators: the reason is in English. */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("the PDF cannot be made: %s"),
               cairo_status_to_string (status));

  return FALSE;
}
