/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-guide-view.h"

#include "tl-guide.h"

#include <glib/gi18n.h>

/* Headings of this level begin a chapter; the one above is the title. */
#define CHAPTER_LEVEL 2

#define N_LEVELS 3

#define MARGIN 24 /* pixels beside the text */
#define BULLET "•\u2002"

typedef struct
{
  char        *title;
  GtkTextMark *mark; /* the buffer's: where it begins */
} Chapter;

/**
 * TlGuideView:
 *
 * A guide to be read: one text, so that the cursor goes through all of it,
 * words can be copied, and screen readers read on from where one is.
 */
struct _TlGuideView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *text;
  GArray    *chapters; /* of Chapter */
};

G_DEFINE_FINAL_TYPE (TlGuideView, tl_guide_view, GTK_TYPE_WIDGET)

static const char *const level_tags[N_LEVELS] = { "title", "chapter", "section" };
static const char *const kind_tags[] = { NULL, "paragraph", "item", "code" };
static const char *const style_tags[] = { NULL, "strong", "literal" };

static void
clear_chapter_cb (gpointer data)
{
  g_free (((Chapter *) data)->title);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "title", "scale", 1.6, "weight", PANGO_WEIGHT_BOLD, "pixels-below-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "chapter", "scale", 1.3, "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 22,
                              "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "section", "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 12,
                              "pixels-below-lines", 4, NULL);
  gtk_text_buffer_create_tag (buffer, "paragraph", "pixels-below-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "item", "pixels-below-lines", 5, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", "pixels-below-lines", 8,
                              "wrap-mode", GTK_WRAP_CHAR, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "literal", "family", "monospace", NULL);
}

/* Further lines of an item begin where its first one does, behind the bullet,
 * however large the text is.
 */
static void
indent (TlGuideView *self)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, BULLET);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "item"), "indent", -width, "left-margin", MARGIN + 2 * width, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "code"), "left-margin", MARGIN + 2 * width, NULL);
}

static const char *
find_tag (const TlGuideBlock *block)
{
  if (block->kind == TL_GUIDE_HEADING)
    return level_tags[CLAMP (block->level, 1, N_LEVELS) - 1];

  return kind_tags[block->kind];
}

static void
insert_runs (GtkTextBuffer      *buffer,
             GtkTextIter        *at,
             const TlGuideBlock *block)
{
  const char *tag = find_tag (block);

  if (block->kind == TL_GUIDE_ITEM)
    gtk_text_buffer_insert_with_tags_by_name (buffer, at, BULLET, -1, tag, NULL);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const TlGuideRun *run = &g_array_index (block->runs, TlGuideRun, i);

      gtk_text_buffer_insert_with_tags_by_name (buffer, at, run->text, -1, tag, style_tags[run->style], NULL);
    }
}

static void
note_chapter (TlGuideView        *self,
              GtkTextBuffer      *buffer,
              const GtkTextIter  *at,
              const TlGuideBlock *block)
{
  const Chapter chapter = {
    tl_guide_block_to_text (block),
    gtk_text_buffer_create_mark (buffer, NULL, at, TRUE),
  };

  g_array_append_val (self->chapters, chapter);
}

static void
tl_guide_view_dispose (GObject *object)
{
  TlGuideView *self = TL_GUIDE_VIEW (object);

  self->text = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_guide_view_parent_class)->dispose (object);
}

static void
tl_guide_view_finalize (GObject *object)
{
  TlGuideView *self = TL_GUIDE_VIEW (object);

  g_array_unref (self->chapters);

  G_OBJECT_CLASS (tl_guide_view_parent_class)->finalize (object);
}

static void
tl_guide_view_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_guide_view_parent_class)->css_changed (widget, change);

  if (TL_GUIDE_VIEW (widget)->text != NULL)
    indent (TL_GUIDE_VIEW (widget));
}

static gboolean
tl_guide_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_GUIDE_VIEW (widget)->text);
}

static void
tl_guide_view_class_init (TlGuideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_guide_view_dispose;
  object_class->finalize = tl_guide_view_finalize;
  widget_class->css_changed = tl_guide_view_css_changed;
  widget_class->grab_focus = tl_guide_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_guide_view_init (TlGuideView *self)
{
  self->chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));
  g_array_set_clear_func (self->chapters, clear_chapter_cb);

  self->text = g_object_new (GTK_TYPE_TEXT_VIEW,
                             "editable", FALSE,
                             "accepts-tab", FALSE,
                             "wrap-mode", GTK_WRAP_WORD_CHAR,
                             "left-margin", MARGIN,
                             "right-margin", MARGIN,
                             "top-margin", 18,
                             "bottom-margin", 24,
                             NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Help"), -1);
  make_tags (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "child", self->text,
                                 "hscrollbar-policy", GTK_POLICY_NEVER,
                                 NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tl_guide_view_new:
 *
 * Returns: a view with nothing to read
 */
GtkWidget *
tl_guide_view_new (void)
{
  return g_object_new (TL_TYPE_GUIDE_VIEW, NULL);
}

/**
 * tl_guide_view_set_text:
 * @self: a view
 * @text: a guide, as tl_guide_parse() reads it
 *
 * Shows @text from its beginning.
 */
void
tl_guide_view_set_text (TlGuideView *self,
                        const char  *text)
{
  GtkTextBuffer *buffer;
  g_autoptr (GPtrArray) blocks = NULL;
  GtkTextIter at;

  g_return_if_fail (TL_IS_GUIDE_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  blocks = tl_guide_parse (text);
  g_array_set_size (self->chapters, 0);
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &at);
  for (guint i = 0; i < blocks->len; i++)
    {
      const TlGuideBlock *block = blocks->pdata[i];

      if (i > 0)
        gtk_text_buffer_insert (buffer, &at, "\n", -1);
      if (block->kind == TL_GUIDE_HEADING && block->level == CHAPTER_LEVEL)
        note_chapter (self, buffer, &at, block);
      insert_runs (buffer, &at, block);
    }
  gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  indent (self);
}

/**
 * tl_guide_view_get_n_chapters:
 * @self: a view
 *
 * Returns: how many chapters there are
 */
guint
tl_guide_view_get_n_chapters (TlGuideView *self)
{
  g_return_val_if_fail (TL_IS_GUIDE_VIEW (self), 0);

  return self->chapters->len;
}

/**
 * tl_guide_view_get_chapter:
 * @self: a view
 * @chapter: its number, from 0
 *
 * Returns: (transfer none): its title
 */
const char *
tl_guide_view_get_chapter (TlGuideView *self,
                           guint        chapter)
{
  g_return_val_if_fail (TL_IS_GUIDE_VIEW (self), NULL);
  g_return_val_if_fail (chapter < self->chapters->len, NULL);

  return g_array_index (self->chapters, Chapter, chapter).title;
}

/**
 * tl_guide_view_go_to:
 * @self: a view
 * @chapter: its number, from 0
 *
 * Puts the chapter at the top, and the cursor and the keyboard with it.
 */
void
tl_guide_view_go_to (TlGuideView *self,
                     guint        chapter)
{
  GtkTextBuffer *buffer;
  GtkTextMark *mark;
  GtkTextIter at;

  g_return_if_fail (TL_IS_GUIDE_VIEW (self));
  g_return_if_fail (chapter < self->chapters->len);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  mark = g_array_index (self->chapters, Chapter, chapter).mark;
  gtk_text_buffer_get_iter_at_mark (buffer, &at, mark);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text), mark, 0, TRUE, 0, 0);
  gtk_widget_grab_focus (self->text);
}
