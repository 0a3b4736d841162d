/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include <math.h>
#include <string.h>

/* Pages for the speaker, on paper: the slide at the top of the first one, and
 * all of the notes below and on further pages.
 */

/* Texts are as large on a narrow slide's page as on a wide one's, when both
 * are printed on the same paper. */
#define MARGIN_PART  0.055 /* of the page's width, as the others */
#define NOTES_PART   0.0185
#define NUMBER_PART  0.014
#define GAP_PART     0.016 /* between paragraphs */

typedef struct
{
  const TlSlide *slide;
  TlDrawing      drawing; /* in the colours of paper */
  double         height;
  double         margin;
  GPtrArray     *pages;
  TlScene       *page;
  double         y;
} Job;

static double
get_width (const Job *job)
{
  return job->slide->slides.width - 2 * job->margin;
}

/* Its number and title: the slide may be on another sheet. */
static void
draw_heading (Job *job)
{
  const TlSlide *slide = job->slide;
  const TlTextStyle number_style = { slide->slides.width * NUMBER_PART, TL_WEIGHT_REGULAR };
  const TlTextStyle title_style = { slide->slides.width * NUMBER_PART, TL_WEIGHT_SEMIBOLD };
  g_autofree char *number = tl_slide_say_number (slide);
  double gap = slide->slides.width * GAP_PART;
  double width = tl_text_measure_width (job->drawing.measure, number, &number_style);
  const TlTextRoom lines = { get_width (job) - width - gap, 2 };

  tl_scene_begin_item (job->page, TL_ITEM_NOTES, TL_SLIDE_NUMBER);
  tl_drawing_add_text (&job->drawing, job->page, number, &number_style, NULL, job->margin, job->y,
                       job->drawing.theme->text_dim);
  job->y += gap + tl_drawing_add_text (&job->drawing, job->page, slide->step->title, &title_style, &lines,
                                       job->margin + width + gap, job->y, job->drawing.theme->text).height;
}

static void
begin_page (Job *job)
{
  job->page = tl_slide_begin_page (job->slide, job->height, job->drawing.theme->page);
  g_ptr_array_add (job->pages, job->page);
  job->y = job->margin;
}

static void
draw_slide (Job *job)
{
  const TlSlides *slides = &job->slide->slides;
  const TlRect box = { 0, 0, slides->width, slides->height };
  const TlPen pen = { .fill = slides->drawing.theme->page };

  tl_scene_begin_item (job->page, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (job->page, &box, 0, &pen);
  tl_slide_draw_lanes (job->slide, job->page);
  tl_slide_draw_words (job->slide, job->page);
  job->y = slides->height + job->margin / 2;
}

/* As many lines as there is room for on this page, and as are measured at a
 * time. Returns where the rest begins. */
static const char *
draw_lines (Job               *job,
            const char        *text,
            const TlTextStyle *style,
            gboolean          *is_rtl)
{
  const TlTextRoom room = { get_width (job), TL_TEXT_MAX_LINES };
  const char *rest = text + strlen (text);
  TlTextBlock block;
  double n_fitting;
  guint n_lines;

  tl_text_measure (job->drawing.measure, text, style, &room, &block);
  if (block.n_lines == 0)
    return rest;

  n_lines = block.n_lines;
  if (block.lines[n_lines - 1].is_cut && n_lines > 1)
    n_lines--;
  n_fitting = floor ((job->height - job->margin - job->y) / block.line_height);
  if (n_fitting < 1)
    {
      begin_page (job);
      draw_heading (job);
      n_fitting = n_lines;
    }
  n_lines = MIN (n_lines, (guint) n_fitting);
  if (n_lines < block.n_lines)
    rest = text + block.lines[n_lines].start;

  /* The lines of a paragraph are read one way, whatever they begin with. */
  *is_rtl = *is_rtl || block.is_rtl;
  block.is_rtl = *is_rtl;
  block.width = room.width;
  block.n_lines = n_lines;
  tl_scene_add_text (job->page, text, style, &block, job->margin, job->y, job->drawing.theme->text);
  job->y += n_lines * block.line_height;

  return rest;
}

static void
draw_paragraph (Job        *job,
                const char *paragraph)
{
  const TlTextStyle style = { job->slide->slides.width * NOTES_PART, TL_WEIGHT_REGULAR };
  gboolean is_rtl = FALSE;

  while (*paragraph != '\0')
    {
      const char *rest;

      tl_scene_begin_item (job->page, TL_ITEM_SUBTITLE, TL_SLIDE_TEXT);
      rest = draw_lines (job, paragraph, &style, &is_rtl);
      if (rest == paragraph)
        break;
      paragraph = rest;
    }
  job->y += job->slide->slides.width * GAP_PART;
}

/**
 * tl_slide_draw_notes:
 * @self: a slide
 * @ratio: how many times as high as wide a page is
 * @pages: (element-type TlScene): takes the pages, to be finished
 *
 * Draws what the speaker has in hand: the slide, and all of the notes.
 */
void
tl_slide_draw_notes (const TlSlide *self,
                     double         ratio,
                     GPtrArray     *pages)
{
  g_auto (GStrv) paragraphs = g_strsplit (self->step->notes != NULL ? self->step->notes : "", "\n", -1);
  Job job = {
    .slide = self,
    .drawing = self->slides.drawing,
    .height = MAX (self->slides.width * ratio, self->slides.height * 1.2),
    .margin = self->slides.width * MARGIN_PART,
    .pages = pages,
  };

  job.drawing.theme = tl_theme_get (TL_THEME_PRINT);
  begin_page (&job);
  draw_slide (&job);
  draw_heading (&job);
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    draw_paragraph (&job, g_strstrip (*paragraph));
}
