/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-guide.h"

#include <string.h>

/* Reads what a guide for people is written in: of Markdown, as CommonMark 0.30
 * describes it, headings with #, paragraphs, lists with -, code between three
 * backticks, and within lines **strong**, `literal` and [links](to). Pictures
 * and comments are left out.
 */

static void
clear_run_cb (gpointer data)
{
  g_free (((TlGuideRun *) data)->text);
}

static TlGuideBlock *
block_new (TlGuideKind kind,
           guint       level)
{
  TlGuideBlock *block = g_new (TlGuideBlock, 1);

  block->kind = kind;
  block->level = level;
  block->runs = g_array_new (FALSE, FALSE, sizeof (TlGuideRun));
  g_array_set_clear_func (block->runs, clear_run_cb);

  return block;
}

static void
block_free_cb (gpointer data)
{
  TlGuideBlock *block = data;

  g_array_unref (block->runs);
  g_free (block);
}

static void
take_run (TlGuideBlock *block,
          TlGuideStyle  style,
          char         *text)
{
  const TlGuideRun run = { style, text };

  if (*text != '\0')
    g_array_append_val (block->runs, run);
  else
    g_free (text);
}

/* What stands between @mark here and the next @mark, or %NULL. */
static char *
read_between (const char **at,
              const char  *mark)
{
  gsize length = strlen (mark);
  const char *end = g_str_has_prefix (*at, mark) ? strstr (*at + length, mark) : NULL;
  char *text;

  if (end == NULL)
    return NULL;

  text = g_strndup (*at + length, (gsize) (end - *at) - length);
  *at = end + length;

  return text;
}

/* The words of a link that begins here, or %NULL. */
static char *
read_link (const char **at)
{
  const char *middle = **at == '[' ? strstr (*at, "](") : NULL;
  const char *end = middle != NULL ? strchr (middle, ')') : NULL;
  char *text;

  if (end == NULL)
    return NULL;

  text = g_strndup (*at + 1, (gsize) (middle - *at) - 1);
  *at = end + 1;

  return text;
}

/* Splits @text into the runs of @block. */
static void
add_words (TlGuideBlock *block,
           const char   *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      TlGuideStyle style = TL_GUIDE_PLAIN;
      char *words = read_between (&at, "`");

      if (words != NULL)
        style = TL_GUIDE_LITERAL;
      else if ((words = read_between (&at, "**")) != NULL)
        style = TL_GUIDE_STRONG;
      else
        {
          g_autofree char *link = read_link (&at);

          if (link != NULL)
            g_string_append (plain, link);
          else
            g_string_append_c (plain, *at++);
          continue;
        }

      take_run (block, TL_GUIDE_PLAIN, g_strdup (plain->str));
      g_string_truncate (plain, 0);
      take_run (block, style, words);
    }

  take_run (block, TL_GUIDE_PLAIN, g_strdup (plain->str));
}

/* Lines that belong together, until they are complete. */
typedef struct
{
  GPtrArray  *blocks;
  TlGuideKind kind;
  guint       level;
  GString    *text;
} Reader;

static void
end_block (Reader *reader)
{
  TlGuideBlock *block;

  if (reader->text->len == 0)
    return;

  block = block_new (reader->kind, reader->level);
  if (reader->kind == TL_GUIDE_CODE)
    take_run (block, TL_GUIDE_LITERAL, g_strndup (reader->text->str, reader->text->len - 1));
  else
    add_words (block, reader->text->str);
  g_ptr_array_add (reader->blocks, block);
  g_string_truncate (reader->text, 0);
}

static void
begin_block (Reader     *reader,
             TlGuideKind kind,
             guint       level,
             const char *text)
{
  end_block (reader);
  reader->kind = kind;
  reader->level = level;
  g_string_append (reader->text, text);
}

static gboolean
is_left_out (const char *line)
{
  return g_str_has_prefix (line, "![") || g_str_has_prefix (line, "<!--");
}

static void
read_line (Reader *reader,
           char   *line)
{
  guint level = (guint) strspn (line, "#");

  g_strstrip (line);
  if (level > 0 && line[level] == ' ')
    {
      begin_block (reader, TL_GUIDE_HEADING, level, g_strchug (line + level));
      end_block (reader);
    }
  else if (g_str_has_prefix (line, "- "))
    begin_block (reader, TL_GUIDE_ITEM, 0, g_strchug (line + 1));
  else if (*line == '\0' || is_left_out (line))
    end_block (reader);
  else if (reader->text->len > 0)
    g_string_append_printf (reader->text, " %s", line);
  else
    begin_block (reader, TL_GUIDE_PARAGRAPH, 0, line);
}

/**
 * tl_guide_parse:
 * @text: a guide, in the part of Markdown that is described above
 *
 * Returns: (transfer full) (element-type TlGuideBlock): its parts, in order
 */
GPtrArray *
tl_guide_parse (const char *text)
{
  g_auto (GStrv) lines = NULL;
  Reader reader = { .text = g_string_new (NULL) };
  gboolean is_code = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  reader.blocks = g_ptr_array_new_with_free_func (block_free_cb);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "```"))
        {
          is_code = !is_code;
          end_block (&reader);
          reader.kind = TL_GUIDE_CODE;
        }
      else if (is_code)
        g_string_append_printf (reader.text, "%s\n", lines[i]);
      else
        read_line (&reader, lines[i]);
    }
  end_block (&reader);
  g_string_free (reader.text, TRUE);

  return reader.blocks;
}

/**
 * tl_guide_block_to_text:
 * @self: a part of a guide
 *
 * Returns: (transfer full): its words alone
 */
char *
tl_guide_block_to_text (const TlGuideBlock *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, TlGuideRun, i).text);

  return g_string_free (text, FALSE);
}
