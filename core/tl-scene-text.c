/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-scene.h"

/* A scene as text is for people who review what has changed, and for tests
 * that compare. It is nobody's file format. */

static const char *
get_kind_name (TlItemKind kind)
{
  static const char *const names[] = {
    [TL_ITEM_BACKGROUND] = "background",
    [TL_ITEM_TITLE] = "title",
    [TL_ITEM_SUBTITLE] = "subtitle",
    [TL_ITEM_AXIS] = "axis",
    [TL_ITEM_LEGEND] = "legend",
    [TL_ITEM_NOTES] = "notes",
    [TL_ITEM_TIE] = "tie",
    [TL_ITEM_EVENT] = "event",
    [TL_ITEM_BADGE] = "badge",
    [TL_ITEM_LINK] = "link",
    [TL_ITEM_LANE] = "lane",
    [TL_ITEM_ERA] = "era",
    [TL_ITEM_FOLD] = "fold",
    [TL_ITEM_NOTE] = "note",
  };

  return names[kind];
}

static void
append_lengths (GString      *text,
                const double *lengths,
                guint         n_lengths)
{
  for (guint i = 0; i < n_lengths; i++)
    {
      g_string_append_c (text, ' ');
      tl_append_length (text, lengths[i]);
    }
}

static void
append_length (GString    *text,
               const char *before,
               double      length)
{
  g_string_append (text, before);
  tl_append_length (text, length);
}

static void
append_box (GString      *text,
            const TlRect *box)
{
  append_length (text, " ", box->x);
  append_length (text, " ", box->y);
  append_length (text, " ", box->width);
  append_length (text, " × ", box->height);
}

static void
append_colour (GString    *text,
               const char *before,
               TlRgba      colour)
{
  g_string_append_printf (text, "%s#%08x", before, colour);
}

/* In quotation marks, with a backslash before those within and for what would
 * break the line. */
static void
append_quoted (GString    *text,
               const char *before,
               const char *quoted)
{
  g_string_append (text, before);
  g_string_append_c (text, '"');
  for (const char *p = quoted; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (text, "\\n");
    else if ((guchar) *p < 0x20 || *p == 0x7f)
      g_string_append_printf (text, "\\x%02x", (guint) *p);
    else
      {
        if (*p == '"' || *p == '\\')
          g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
append_pen (GString     *text,
            const TlPen *pen)
{
  static const char *const dashes[] = { "", " dashed", " dotted", " long" };

  if (pen->fill != TL_RGBA_NONE)
    append_colour (text, " fill ", pen->fill);
  if (pen->fade_left > 0 || pen->fade_right > 0)
    {
      append_length (text, " fade ", pen->fade_left);
      append_length (text, " ", pen->fade_right);
    }
  if (pen->stroke != TL_RGBA_NONE)
    {
      append_colour (text, " stroke ", pen->stroke);
      append_length (text, " ", pen->line_width);
      g_string_append (text, dashes[pen->dash]);
    }
}

static void
append_path (GString       *text,
             const TlScene *scene,
             const TlShape *shape)
{
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  const TlPoint *points = tl_scene_get_points (scene, shape);

  g_string_append (text, "path");
  for (guint32 i = 0; i < shape->n_verbs; i++)
    {
      guint n = tl_verb_get_n_points (verbs[i]);

      g_string_append_printf (text, " %c", TL_VERB_LETTERS[verbs[i]]);
      append_lengths (text, &points->x, 2 * n);
      points += n;
    }
}

static void
append_line (GString       *text,
             const TlShape *shape)
{
  static const char *const weights[] = { "", " semibold", " bold" };

  append_quoted (text, "text ", shape->text);
  append_box (text, &shape->box);
  append_length (text, " baseline ", shape->baseline);
  append_length (text, " size ", shape->style.size);
  g_string_append (text, weights[shape->style.weight]);
  if (shape->is_rtl)
    g_string_append (text, " rtl");
}

static void
append_shape (GString       *text,
              const TlScene *scene,
              const TlShape *shape)
{
  g_string_append (text, "    ");
  switch (shape->kind)
    {
    case TL_SHAPE_PATH:
      append_path (text, scene, shape);
      break;
    case TL_SHAPE_TEXT:
      append_line (text, shape);
      break;
    case TL_SHAPE_CIRCLE:
      append_length (text, "circle ", shape->box.x + shape->radius);
      append_length (text, " ", shape->box.y + shape->radius);
      append_length (text, " radius ", shape->radius);
      break;
    case TL_SHAPE_RECT:
    default:
      g_string_append (text, "rect");
      append_box (text, &shape->box);
      if (shape->radius > 0)
        append_length (text, " radius ", shape->radius);
      break;
    }
  append_pen (text, &shape->pen);
  g_string_append_c (text, '\n');
}

static void
append_member (GString    *text,
               const char *before,
               const char *value)
{
  if (value == NULL)
    return;

  append_quoted (text, before, value);
  g_string_append_c (text, '\n');
}

static void
append_item (GString           *text,
             const TlScene     *scene,
             const TlSceneItem *item)
{
  g_string_append_printf (text, "  %s %u", get_kind_name (item->kind), item->index);
  if (item->id != NULL)
    append_quoted (text, " id ", item->id);
  if (item->opacity < 1)
    append_length (text, " opacity ", item->opacity);
  if (item->has_clip)
    {
      g_string_append (text, " clip");
      append_box (text, &item->clip);
    }
  g_string_append_c (text, '\n');
  append_member (text, "    name ", item->name);
  append_member (text, "    description ", item->description);
  append_member (text, "    link ", item->link);
  for (guint32 i = 0; i < item->n_shapes; i++)
    append_shape (text, scene, &tl_scene_get_shapes (scene, item)[i]);
}

/**
 * tl_scene_to_text:
 * @self: a scene
 *
 * Writes a line for the page, one for each item and one for each shape, the
 * same in every locale.
 *
 * Returns: (transfer full): the scene, for people to read
 */
char *
tl_scene_to_text (const TlScene *self)
{
  GString *text = g_string_new ("scene");
  const TlSceneAbout *about = tl_scene_get_about (self);
  const TlSceneItem *items;
  guint n_items;

  append_length (text, " ", tl_scene_get_width (self));
  append_length (text, " × ", tl_scene_get_height (self));
  append_colour (text, " ", tl_scene_get_background (self));
  g_string_append_c (text, '\n');
  append_member (text, "  title ", about->title);
  append_member (text, "  description ", about->description);
  append_member (text, "  language ", about->language[0] != '\0' ? about->language : NULL);
  append_member (text, "  sources ", about->sources);
  append_member (text, "  keywords ", about->keywords);
  append_member (text, "  as of ", about->as_of);

  items = tl_scene_get_items (self, &n_items);
  for (guint i = 0; i < n_items; i++)
    append_item (text, self, &items[i]);

  return g_string_free (text, FALSE);
}
