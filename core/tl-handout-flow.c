/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-private.h"

#include <math.h>
#include <string.h>

/* Text onto pages. It comes in blocks that are not torn where a page has room
 * for them; those that are glued to each other are on one page, too, so that
 * no heading stands alone at the foot of one.
 */

#define SIDE      68.0
#define MOST_SIDE 0.09 /* of the page's width */
#define TOP       60.0
#define FOOT      84.0
#define BAR       2.5
#define RULE      0.75
#define RULE_GAP  0.5 /* of the space above a block */

/* Longer texts are broken into lines piece by piece. */
#define MOST_BYTES 4096

static void
clear_run_cb (gpointer data)
{
  TlHandoutRun *run = data;

  g_free (run->text);
  g_free (run->id);
  g_free (run->link);
}

/**
 * tl_handout_flow_init:
 * @self: a flow
 * @drawing: what texts are drawn with; outlives it
 * @pages: (element-type TlScene): where its pages go to
 * @width: of a page, in pixels
 * @height: of a page
 */
void
tl_handout_flow_init (TlHandoutFlow   *self,
                      const TlDrawing *drawing,
                      GPtrArray       *pages,
                      double           width,
                      double           height)
{
  *self = (TlHandoutFlow){
    .drawing = drawing,
    .pages = pages,
    .page_width = width,
    .page_height = height,
    .margin = floor (MIN (SIDE, width * MOST_SIDE)),
    .top = TOP,
    .bottom = height - FOOT,
    .y = height,
    .blocks = g_array_new (FALSE, FALSE, sizeof (TlHandoutBlock)),
    .runs = g_array_new (FALSE, FALSE, sizeof (TlHandoutRun)),
  };
  g_array_set_clear_func (self->runs, clear_run_cb);
}

/**
 * tl_handout_flow_clear:
 * @self: a flow
 */
void
tl_handout_flow_clear (TlHandoutFlow *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->runs);
}

/**
 * tl_handout_flow_get_width:
 * @self: a flow
 *
 * Returns: the width between the margins of its pages
 */
double
tl_handout_flow_get_width (const TlHandoutFlow *self)
{
  return self->page_width - 2 * self->margin;
}

/**
 * tl_handout_flow_begin_page:
 * @self: a flow
 *
 * What comes next stands at the top of a page.
 */
void
tl_handout_flow_begin_page (TlHandoutFlow *self)
{
  g_ptr_array_add (self->pages, tl_scene_new (self->page_width, self->page_height, self->drawing->theme->page));
  self->y = self->top;
}

/**
 * tl_handout_flow_begin:
 * @self: a flow
 * @space: above what follows, in pixels
 *
 * Begins a block.
 */
void
tl_handout_flow_begin (TlHandoutFlow *self,
                       double         space)
{
  self->block = (TlHandoutBlock){ .space = space };
  self->end = INFINITY;
  self->below = 0;
}

static void
add_run (TlHandoutFlow       *self,
         const char          *text,
         gsize                length,
         const TlHandoutText *how,
         double               x,
         double               y,
         const TlTextBlock   *block,
         double               line_width)
{
  TlHandoutRun run = {
    .how = *how,
    .text = g_strndup (text, length),
    .id = self->block.n_runs == 0 ? g_strdup (how->id) : NULL,
    .link = g_strdup (how->link),
    .x = x,
    .y = y,
    .block = *block,
    .paragraph = self->n_paragraphs,
  };

  run.block.n_lines = 1;
  run.block.lines[0] = (TlTextLine){ 0, (guint) length, line_width, FALSE };
  g_array_append_val (self->runs, run);
  self->block.n_runs++;
  self->block.height = MAX (self->block.height, y + block->line_height);
}

/* A piece that ends where a word does, if it has one. */
static char *
take_piece (const char *text)
{
  gsize length = strlen (text);
  const char *end;

  if (length <= MOST_BYTES)
    return g_strdup (text);
  end = g_utf8_find_prev_char (text, text + MOST_BYTES);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * tl_handout_flow_add:
 * @self: a flow whose block has been begun
 * @text: (nullable): a text
 * @how: how it is set
 * @x: from the margin, in pixels
 * @y: below the top of the block
 * @width: the room for it
 *
 * Adds a paragraph to the block.
 *
 * Returns: where it ends, below the top of the block
 */
double
tl_handout_flow_add (TlHandoutFlow       *self,
                     const char          *text,
                     const TlHandoutText *how,
                     double               x,
                     double               y,
                     double               width)
{
  const TlTextRoom room = { width, TL_TEXT_MAX_LINES };

  self->n_paragraphs++;
  self->end = INFINITY;
  self->below = y;
  while (text != NULL && *text != '\0')
    {
      g_autofree char *piece = take_piece (text);
      TlTextBlock block;
      guint n_lines;
      gsize taken;
      gboolean is_last;

      tl_text_measure (self->drawing->measure, piece, &how->style, &room, &block);
      if (block.n_lines == 0)
        break;
      is_last = !block.lines[block.n_lines - 1].is_cut && strlen (piece) == strlen (text);
      /* What has been cut is the beginning of the next round. */
      n_lines = is_last || block.n_lines == 1 ? block.n_lines : block.n_lines - 1;
      for (guint i = 0; i < n_lines; i++, y += block.line_height)
        add_run (self, piece + block.lines[i].start, block.lines[i].length, how, self->margin + x, y, &block,
                 block.lines[i].width);
      self->end = self->margin + x + (block.is_rtl && !self->is_mirrored ? block.width : block.lines[n_lines - 1].width);
      self->baseline = y - block.line_height + block.baseline;
      self->below = y;
      taken = n_lines < block.n_lines ? block.lines[n_lines].start : strlen (piece);
      text = is_last ? NULL : text + taken;
    }

  return y;
}

/**
 * tl_handout_flow_append:
 * @self: a flow whose block has a text
 * @text: a short text
 * @how: how it is set
 * @gap: to the text before it on its line
 * @x: where lines begin, from the margin
 * @width: of the lines
 *
 * Adds a text to the end of the last line, or where that has no room, to a
 * line of its own.
 *
 * Returns: where it ends, below the top of the block
 */
double
tl_handout_flow_append (TlHandoutFlow       *self,
                        const char          *text,
                        const TlHandoutText *how,
                        double               gap,
                        double               x,
                        double               width)
{
  const TlTextRoom room = { width, 1 };
  TlTextBlock block;
  double y, start;

  tl_text_measure (self->drawing->measure, text, &how->style, &room, &block);
  if (block.n_lines == 0)
    return self->below;
  if (block.lines[0].is_cut)
    return tl_handout_flow_add (self, text, how, x, self->below, width);

  self->n_paragraphs++;
  start = self->end + gap;
  y = self->baseline - block.baseline;
  if (start + block.width > self->margin + x + width)
    {
      start = self->margin + x;
      y = self->below;
      self->baseline = y + block.baseline;
      self->below = y + block.line_height;
    }
  add_run (self, text, strlen (text), how, start, y, &block, block.width);
  self->end = start + block.width;

  return self->below;
}

static void
draw_bar (const TlHandoutFlow  *self,
          const TlHandoutBlock *block,
          double                top,
          double                bottom)
{
  TlScene *scene = self->pages->pdata[self->pages->len - 1];
  const TlRect bar = { self->margin + block->bar_x, top, BAR, bottom - top };
  const TlPen pen = { .fill = block->bar };

  if (block->bar == TL_RGBA_NONE || bottom <= top)
    return;
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &bar, 0, &pen);
}

static void
draw_rule (const TlHandoutFlow  *self,
           const TlHandoutBlock *block,
           double                y)
{
  TlScene *scene = self->pages->pdata[self->pages->len - 1];
  const TlRect rule = { self->margin, y, self->page_width - 2 * self->margin, RULE };
  const TlPen pen = { .fill = block->rule };

  if (block->rule == TL_RGBA_NONE)
    return;
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &rule, 0, &pen);
}

static void
note_page (TlHandoutFlow *self,
           guint32        source)
{
  guint page = self->pages->len;
  GArray *known;

  if (source == TL_NONE || self->pages_of == NULL)
    return;
  known = self->pages_of->pdata[source];
  if (known == NULL)
    known = self->pages_of->pdata[source] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (known->len == 0 || g_array_index (known, guint, known->len - 1) != page)
    g_array_append_val (known, page);
}

static void
draw_run (TlHandoutFlow      *self,
          const TlHandoutRun *run,
          gboolean            continues,
          double              y)
{
  TlScene *scene = self->pages->pdata[self->pages->len - 1];
  TlSceneItem *item;

  if (!continues)
    {
      item = tl_scene_begin_item (scene, run->how.kind, run->how.index);
      item->id = run->id != NULL ? tl_scene_keep_text (scene, run->id) : NULL;
      item->link = run->link != NULL ? tl_scene_keep_text (scene, run->link) : NULL;
    }
  tl_scene_add_text (scene, run->text, &run->how.style, &run->block, run->x, y, run->how.colour);
  note_page (self, run->how.note);
}

static int
compare_runs_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TlHandoutRun *first = a;
  const TlHandoutRun *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

/* The foot of the block's line that @from is in, below the top of the block. */
static double
find_foot (const TlHandoutRun *runs,
           guint               from,
           guint               n_runs)
{
  double foot = runs[from].y + runs[from].block.line_height;

  for (guint i = from + 1; i < n_runs && runs[i].y < foot - 1; i++)
    foot = MAX (foot, runs[i].y + runs[i].block.line_height);

  return foot;
}

/* A block that is higher than what is left of the page goes over to the next
 * one line by line, all its columns at once. */
static void
tear_block (TlHandoutFlow  *self,
            TlHandoutBlock *block,
            TlHandoutRun   *runs)
{
  double base = self->y;
  double bar_top = self->y;

  g_qsort_with_data (runs, (int) block->n_runs, sizeof (TlHandoutRun), compare_runs_cb, NULL);
  for (guint i = 0; i < block->n_runs; i++)
    {
      double foot = find_foot (runs, i, block->n_runs);
      gboolean continues = i > 0 && runs[i].paragraph == runs[i - 1].paragraph;

      if (base + foot > self->bottom && base + runs[i].y > self->top)
        {
          draw_bar (self, block, bar_top, base + runs[i].y);
          tl_handout_flow_begin_page (self);
          base = self->top - runs[i].y;
          bar_top = self->top;
          continues = FALSE;
        }
      draw_run (self, &runs[i], continues, base + runs[i].y);
    }
  draw_bar (self, block, bar_top, base + block->height);
  self->y = base + block->height;
}

static void
place_block (TlHandoutFlow  *self,
             TlHandoutBlock *block,
             TlHandoutRun   *runs)
{
  double above = self->y;

  if (self->y + block->space + block->height > self->bottom && self->y > self->top
      && (block->height <= self->bottom - self->top || self->y + block->space + 3 * runs->block.line_height > self->bottom))
    tl_handout_flow_begin_page (self);
  if (self->y > self->top)
    {
      draw_rule (self, block, self->y + block->space * RULE_GAP);
      self->y += block->space;
    }
  if (self->y + block->height > self->bottom)
    {
      tear_block (self, block, runs);
      return;
    }

  draw_bar (self, block, block->joins_bar && above <= self->y ? above : self->y, self->y + block->height);
  for (guint i = 0; i < block->n_runs; i++)
    draw_run (self, &runs[i], i > 0 && runs[i].paragraph == runs[i - 1].paragraph, self->y + runs[i].y);
  self->y += block->height;
}

/* Blocks that are glued together, onto one page if it holds them. */
static void
place_blocks (TlHandoutFlow *self)
{
  double height = 0;
  guint first = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TlHandoutBlock *block = &g_array_index (self->blocks, TlHandoutBlock, i);

      height += block->height + (i > 0 ? block->space : 0);
    }
  if (self->blocks->len > 0 && self->y > self->top
      && self->y + g_array_index (self->blocks, TlHandoutBlock, 0).space + height > self->bottom
      && height <= self->bottom - self->top)
    tl_handout_flow_begin_page (self);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      TlHandoutBlock *block = &g_array_index (self->blocks, TlHandoutBlock, i);

      if (block->n_runs > 0)
        place_block (self, block, &g_array_index (self->runs, TlHandoutRun, first));
      first += block->n_runs;
    }
  g_array_set_size (self->blocks, 0);
  g_array_set_size (self->runs, 0);
}

/**
 * tl_handout_flow_end:
 * @self: a flow whose block has been begun
 * @is_glued: whether the next block is to be on the same page
 *
 * Ends the block.
 */
void
tl_handout_flow_end (TlHandoutFlow *self,
                     gboolean       is_glued)
{
  if (self->block.n_runs > 0)
    g_array_append_val (self->blocks, self->block);
  if (!is_glued)
    place_blocks (self);
}

/**
 * tl_handout_flow_finish:
 * @self: a flow
 *
 * Puts onto pages what still waits.
 */
void
tl_handout_flow_finish (TlHandoutFlow *self)
{
  place_blocks (self);
}
