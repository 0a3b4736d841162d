/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-odp-private.h"

#include "tl-address.h"
#include "tl-check.h"
#include "tl-slide.h"
#include "tl-write-png.h"
#include "tl-write-svg.h"
#include "tl-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A slide of a presentation: its lanes as a picture, its words as frames of
 * text that stand where its scene has them.
 */

/* Of a frame of text: without room around it, and what becomes of a text that
 * has no room in it. */
#define FRAME "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\" draw:textarea-vertical-align=\"top\"" \
  " draw:auto-grow-height=\"false\" draw:auto-grow-width=\"false\" fo:min-height=\"0pt\" fo:padding-top=\"0pt\"" \
  " fo:padding-bottom=\"0pt\" fo:padding-left=\"0pt\" fo:padding-right=\"0pt\" fo:wrap-option=\"wrap\""

#define OVERFLOWS FRAME " draw:fit-to-size=\"false\"/>"
#define SHRINKS   FRAME " draw:fit-to-size=\"shrink-to-fit\"/>"

#define SPARE_PART 0.005

/* Keeps what is written from left to right on the side of it where it stands
 * in a line that is read from right to left. */
#define RTL_MARK "\342\200\217"

typedef struct
{
  TlOdp            *odp;
  const TlOdpSlide *slide;
  GString          *out;
  TlRect            number; /* where the step's number stands; nothing where it has none */
} Job;

static const char *
get_style_attribute (const char *class)
{
  return class != NULL ? "presentation:style-name" : "draw:style-name";
}

/* Lists of what is on a slide, for those who edit it, have names. */
static void
append_name (const Job  *job,
             const char *name)
{
  tl_xml_append_attribute (job->out, "draw:name", tl_words_get (job->odp->options.words, "presentation", name));
}

/* A frame of the class of a placeholder is what the outline shows, and what
 * other programs take for title and text. */
static void
begin_frame (const Job    *job,
             const char   *class,
             const char   *name,
             const TlRect *box,
             gboolean      shrinks)
{
  g_autofree char *parent = class != NULL ? g_strconcat (TL_ODP_MASTER "-", class, NULL) : g_strdup ("standard");
  const char *style = tl_odp_define_style (job->odp, class != NULL ? "presentation" : "graphic", parent,
                                           shrinks ? SHRINKS : OVERFLOWS);

  g_string_append_printf (job->out, "<draw:frame %s=\"%s\" draw:layer=\"layout\"", get_style_attribute (class), style);
  append_name (job, name);
  tl_odp_append_box (job->out, box);
  if (class != NULL)
    g_string_append_printf (job->out, " presentation:class=\"%s\" presentation:user-transformed=\"true\"", class);
  g_string_append (job->out, "><draw:text-box>");
}

static void
end_frame (const Job *job)
{
  g_string_append (job->out, "</draw:text-box></draw:frame>\n");
}

static void
begin_paragraph (const Job     *job,
                 const TlShape *line,
                 gboolean       is_at_right,
                 gboolean       is_rtl)
{
  g_string_append_printf (job->out, "<text:p text:style-name=\"%s\">",
                          tl_odp_define_paragraph (job->odp, is_at_right, is_rtl, line->box.height));
}

static void
add_span (const Job     *job,
          const TlShape *line,
          const char    *text,
          const char    *address)
{
  g_string_append_printf (job->out, "<text:span text:style-name=\"%s\">", tl_odp_define_text (job->odp, line));
  if (address != NULL)
    {
      g_string_append (job->out, "<text:a xlink:type=\"simple\"");
      tl_xml_append_attribute (job->out, "xlink:href", address);
      g_string_append_c (job->out, '>');
    }
  tl_odp_append_text (job->out, text);
  g_string_append (job->out, address != NULL ? "</text:a></text:span>" : "</text:span>");
}

/* Of a text that has no room on the slide the last line is cut; here all of
 * it has to fit. */
static gboolean
is_cut (const TlSceneItem *item,
        const TlShape     *lines)
{
  return g_str_has_suffix (lines[item->n_shapes - 1].text, TL_ELLIPSIS) && !g_str_has_suffix (item->name, TL_ELLIPSIS);
}

static void
add_text (const Job         *job,
          const TlSceneItem *item,
          const char        *class,
          const char        *name,
          const TlRect      *box)
{
  const TlShape *lines = tl_scene_get_shapes (job->slide->words, item);

  begin_frame (job, class, name, box, is_cut (item, lines));
  begin_paragraph (job, lines, job->slide->is_mirrored, lines->is_rtl);
  add_span (job, lines, item->name, NULL);
  g_string_append (job->out, "</text:p>");
  end_frame (job);
}

/* As wide as its column, so that words break where they break on our slide;
 * a little wider, as others do not measure in quite the same way. */
static TlRect
get_box (const Job         *job,
         const TlRect      *column,
         const TlSceneItem *item)
{
  double spare = column->width * SPARE_PART;

  return (TlRect){ column->x - (job->slide->is_mirrored ? spare : 0), item->bounds.y, column->width + spare,
                   item->bounds.height };
}

static void
add_subtitle (const Job         *job,
              const TlSceneItem *item)
{
  const TlRect *column = item->index < TL_SLIDE_FIGURE ? &job->slide->text_column : &job->slide->figures_column;
  TlRect box = get_box (job, column, item);

  if (item->index == TL_SLIDE_DATE)
    add_text (job, item, NULL, NC_("presentation", "Date"), &box);
  else if (item->index == TL_SLIDE_TEXT)
    {
      box.height = MAX (column->y + column->height - box.y, box.height);
      add_text (job, item, "subtitle", NC_("presentation", "Text"), &box);
    }
  else
    add_text (job, item, NULL, NC_("presentation", "Figure"), &box);
}

static void
add_rects (const Job         *job,
           const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (job->slide->words, item);

  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      g_autoptr (GString) properties = g_string_new ("<style:graphic-properties draw:stroke=\"none\" draw:fill=\"solid\"");

      tl_odp_append_colour (properties, "draw:fill-color", shapes[i].pen.fill);
      g_string_append (properties, "/>");
      g_string_append_printf (job->out, "<draw:rect draw:style-name=\"%s\" draw:layer=\"layout\"",
                              tl_odp_define_style (job->odp, "graphic", "standard", properties->str));
      append_name (job, NC_("presentation", "Progress"));
      tl_odp_append_box (job->out, &shapes[i].box);
      g_string_append (job->out, "/>\n");
    }
}

/* It ends, or begins in a mirrored one, where its column does. */
static void
add_number (Job               *job,
            const TlSceneItem *item)
{
  const TlShape *line = tl_scene_get_shapes (job->slide->words, item);
  TlRect box = item->bounds;
  const double spare = box.width / 2;

  box.width += spare;
  box.x -= job->slide->is_mirrored ? 0 : spare;
  job->number = box;
  begin_frame (job, NULL, NC_("presentation", "Number"), &box, FALSE);
  begin_paragraph (job, line, !job->slide->is_mirrored, FALSE);
  add_span (job, line, item->name, NULL);
  g_string_append (job->out, "</text:p>");
  end_frame (job);
}

static void
add_source (const Job         *job,
            const TlSceneItem *item)
{
  const TlShape *lines = tl_scene_get_shapes (job->slide->words, item);
  g_autofree char *address = item->link != NULL && tl_address_is_web (item->link) ? tl_address_encode (item->link) : NULL;

  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      const char *mark = job->slide->is_mirrored && item->kind == TL_ITEM_NOTES ? RTL_MARK : "";
      g_autofree char *text = g_strconcat (mark, lines[i].text, mark, NULL);

      add_span (job, &lines[i], text, address);
    }
}

static gboolean
is_source (const TlSceneItem *item)
{
  return item->n_shapes > 0
         && (item->kind == TL_ITEM_NOTE || (item->kind == TL_ITEM_NOTES && item->index >= TL_SLIDE_SEPARATOR));
}

/* All of them are one line of text, which ends before the number. */
static void
add_sources (const Job *job)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (job->slide->words, &n_items);
  const TlSceneItem *first = NULL;
  TlRect box = { 0 };

  for (guint i = 0; i < n_items; i++)
    if (is_source (&items[i]))
      {
        box = first == NULL ? items[i].bounds : tl_rect_union (&box, &items[i].bounds);
        first = first == NULL ? &items[i] : first;
      }
  if (first == NULL)
    return;

  if (job->slide->is_mirrored)
    {
      double left = job->number.width > 0 ? job->number.x + job->number.width : job->odp->options.width - box.x - box.width;

      box.width += box.x - left;
      box.x = left;
    }
  else
    box.width = (job->number.width > 0 ? job->number.x : job->odp->options.width - box.x) - box.x;
  begin_frame (job, NULL, NC_("presentation", "Sources"), &box, FALSE);
  begin_paragraph (job, tl_scene_get_shapes (job->slide->words, first), job->slide->is_mirrored, job->slide->is_mirrored);
  for (guint i = 0; i < n_items; i++)
    if (is_source (&items[i]))
      add_source (job, &items[i]);
  g_string_append (job->out, "</text:p>");
  end_frame (job);
}

static void
add_words (Job *job)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (job->slide->words, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlSceneItem *item = &items[i];

      if (item->n_shapes == 0)
        continue;
      if (item->kind == TL_ITEM_BACKGROUND)
        add_rects (job, item);
      else if (item->kind == TL_ITEM_TITLE)
        {
          const TlRect box = get_box (job, &job->slide->text_column, item);

          add_text (job, item, "title", NC_("presentation", "Title"), &box);
        }
      else if (item->kind == TL_ITEM_SUBTITLE)
        add_subtitle (job, item);
      else if (item->kind == TL_ITEM_NOTES && item->index == TL_SLIDE_NUMBER)
        add_number (job, item);
    }
  add_sources (job);
}

static void
add_file (TlOdp      *self,
          const char *name,
          const char *type)
{
  g_string_append_printf (self->files, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                          name, type);
}

/* What is told of a picture to those who do not see it: its events. */
static void
add_description (const Job *job)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (job->slide->picture, &n_items);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT && items[i].name != NULL && items[i].opacity == 1)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", items[i].name);

  g_string_append (job->out, "<svg:desc>");
  tl_xml_append_text (job->out, names->str);
  g_string_append (job->out, "</svg:desc>");
}

/* Twice: who does not read the first one takes the second. Its letters are
 * shapes: what reads SVG within a presentation sets text as it likes. */
static void
add_picture (const Job *job)
{
  const TlOdpOptions *options = &job->odp->options;
  const TlPngOptions png_options = { .scale = options->scale, .is_small = options->is_small };
  TlScene *picture = job->slide->picture;
  g_autoptr (GString) svg = tl_write_svg (picture, options->text, TL_SVG_TEXT_OUTLINES);
  g_autoptr (GByteArray) png = tl_make_png (picture, options->text, &png_options);
  g_autofree char *svg_name = g_strdup_printf ("Pictures/%u.svg", job->odp->n_slides);
  g_autofree char *png_name = g_strdup_printf ("Pictures/%u.png", job->odp->n_slides);
  const TlRect box = { 0, 0, tl_scene_get_width (picture), tl_scene_get_height (picture) };

  tl_zip_deflate (job->odp->zip, svg_name, svg->str, svg->len);
  tl_zip_store (job->odp->zip, png_name, png->data, png->len);
  add_file (job->odp, svg_name, "image/svg+xml");
  add_file (job->odp, png_name, "image/png");

  g_string_append (job->out, "<draw:frame draw:style-name=\"standard\" draw:layer=\"layout\"");
  append_name (job, NC_("presentation", "Lanes"));
  tl_odp_append_box (job->out, &box);
  g_string_append_printf (job->out,
                          "><draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\""
                          " xlink:actuate=\"onLoad\" draw:mime-type=\"image/svg+xml\"/>"
                          "<draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\""
                          " xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/>",
                          svg_name, png_name);
  add_description (job);
  g_string_append (job->out, "</draw:frame>\n");
}

/* No two slides have the same name: those of the same title are numbered. */
static char *
choose_name (TlOdp      *self,
             const char *title)
{
  guint n_same = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, title));
  char *name = g_strdup (title);

  while (n_same > 0 && g_hash_table_contains (self->names, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", title, ++n_same);
    }
  g_hash_table_insert (self->names, g_strdup (title), GUINT_TO_POINTER (MAX (n_same, 1)));
  if (n_same > 1)
    g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (1));

  return name;
}

static gboolean
has_text (const TlOdpSlide *slide)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (slide->words, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_SUBTITLE && items[i].index == TL_SLIDE_TEXT && items[i].n_shapes > 0)
      return TRUE;

  return FALSE;
}

/**
 * tl_odp_add_slide:
 * @self: a presentation
 * @slide: what is on it
 *
 * Adds a slide after those that it has.
 */
void
tl_odp_add_slide (TlOdp            *self,
                  const TlOdpSlide *slide)
{
  Job job = { .odp = self, .slide = slide, .out = self->body };
  g_autofree char *name = choose_name (self, slide->title);

  self->n_slides++;
  g_string_append (job.out, "<draw:page");
  tl_xml_append_attribute (job.out, "draw:name", name);
  g_string_append_printf (job.out, " draw:style-name=\"%s\" draw:master-page-name=\"" TL_ODP_MASTER "\""
                                   " presentation:presentation-page-layout-name=\"%s\">\n",
                          tl_odp_define_page (self, slide->is_hidden), has_text (slide) ? TL_ODP_LAYOUT_TEXT : TL_ODP_LAYOUT_TITLE);
  add_picture (&job);
  add_words (&job);
  tl_odp_add_notes (self, slide);
  g_string_append (job.out, "</draw:page>\n");
}
