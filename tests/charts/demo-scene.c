/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "demo-scene.h"

/* A scene with everything that a scene may consist of, for tests that look at
 * what becomes of it. */

#define INK   0x241f31ffu
#define BLUE  0x3584e4ffu
#define GREEN 0x2ec27eb0u
#define RED   0xe01b24ffu

static void
add_text (TlScene             *scene,
          const TlTextMeasure *measure,
          const char          *text,
          TlTextWeight         weight,
          double               size,
          const TlRect        *place,
          TlRgba               colour)
{
  TlTextStyle style = { size, weight };
  TlTextRoom room = { place->width, 2 };
  TlTextBlock block;

  tl_text_measure (measure, text, &style, &room, &block);
  tl_scene_add_text (scene, text, &style, &block, place->x, place->y, colour);
}

static TlSceneItem *
begin_event (TlScene    *scene,
             guint32     index,
             const char *id,
             const char *name,
             const char *link)
{
  TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, index);

  item->id = tl_scene_keep_text (scene, id);
  item->name = tl_scene_keep_text (scene, name);
  item->description = tl_scene_keep_text (scene, "2026-11-22 & later");
  item->link = tl_scene_keep_text (scene, link);

  return item;
}

static void
add_lanes (TlScene *scene)
{
  static const TlPen even = { .fill = 0xf6f5f4ffu };
  static const TlPen odd = { .fill = 0xdeddda80u };
  static const TlPen grid = { .stroke = 0xc0bfbcffu, .line_width = 1 };

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect) { 0, 40, 640, 100 }, 0, &even);
  tl_scene_add_rect (scene, &(TlRect) { 0, 140, 640, 100 }, 0, &odd);
  for (int i = 1; i < 8; i++)
    tl_scene_add_line (scene, 80 * i + 0.5, 40, 80 * i + 0.5, 240, &grid);
}

static void
add_marks (TlScene *scene)
{
  static const TlPen filled = { .fill = BLUE };
  static const TlPen hollow = { .fill = 0xffffffffu, .stroke = BLUE, .line_width = 2 };
  static const TlPen unsure = { .stroke = RED, .line_width = 1.5, .dash = TL_DASH_DASHED };
  static const TlPen dotted = { .fill = GREEN, .stroke = INK, .line_width = 1.25, .dash = TL_DASH_DOTTED };
  static const TlPen fading = { .fill = BLUE, .fade_left = 30, .fade_right = 50 };
  static const TlPen meeting = { .fill = RED, .fade_left = 60, .fade_right = 60 };

  begin_event (scene, 0, "event-0", "Port <closes>", "https://example.org/a?b=c&d='e'");
  tl_scene_add_circle (scene, 40, 70, 9, &filled);
  begin_event (scene, 1, "event 1", "Hollow \"mark\"", "#event-0");
  tl_scene_add_circle (scene, 80, 70, 9, &hollow);
  begin_event (scene, 2, "2", "Dashes", "javascript:alert(1)");
  tl_scene_add_rect (scene, &(TlRect) { 110.5, 60.5, 70, 20 }, 6, &unsure);
  tl_scene_add_rect (scene, &(TlRect) { 200.25, 60.75, 70, 20 }, 0, &dotted);
  begin_event (scene, 3, "event-3", "Fades", NULL);
  tl_scene_add_rect (scene, &(TlRect) { 300, 60, 150, 20 }, 4, &fading);
  tl_scene_add_rect (scene, &(TlRect) { 480, 60, 90, 20 }, 0, &meeting);
}

static void
add_paths (TlScene *scene)
{
  static const TlPen curve = { .stroke = RED, .line_width = 2 };
  static const TlPen star = { .fill = GREEN, .stroke = INK, .line_width = 3 };
  TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_LINK, 0);

  item->name = tl_scene_keep_text (scene, "led to");
  tl_scene_move_to (scene, 40, 120);
  tl_scene_curve_to (scene, 140, 60, 200, 180, 300, 120);
  tl_scene_add_path (scene, &curve);

  item = tl_scene_begin_item (scene, TL_ITEM_BADGE, 0);
  item->opacity = 0.5;
  tl_scene_move_to (scene, 340, 95);
  tl_scene_line_to (scene, 355, 135);
  tl_scene_line_to (scene, 320, 110);
  tl_scene_line_to (scene, 360, 110);
  tl_scene_line_to (scene, 325, 135);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &star);

  item = tl_scene_begin_item (scene, TL_ITEM_ERA, 0);
  item->name = tl_scene_keep_text (scene, "Cut at its right");
  item->has_clip = TRUE;
  item->clip = (TlRect) { 400, 90, 50, 50 };
  tl_scene_add_circle (scene, 440, 115, 22, &star);
}

static void
add_texts (TlScene             *scene,
           const TlTextMeasure *measure)
{
  static const struct
  {
    const char   *text;
    TlTextWeight  weight;
    TlRect        place;
  } texts[] = {
    { "Port closes its eastern gate – until 2026", TL_WEIGHT_SEMIBOLD, { 10, 146, 190, 0 } },
    { "A title that goes on & on, <well> past the two lines there are", TL_WEIGHT_REGULAR, { 10, 194, 190, 0 } },
    { "מאי 2026: הנמל נסגר (לא)", TL_WEIGHT_BOLD, { 210, 146, 200, 0 } },
    { "الميناء يغلق بوابته الشرقية عام 2026", TL_WEIGHT_REGULAR, { 210, 190, 130, 0 } },
    { "東京港は東門を閉鎖した。", TL_WEIGHT_REGULAR, { 420, 146, 100, 0 } },
    { "e\314\201a\314\210o\314\202 Ελλάδα Россия", TL_WEIGHT_BOLD, { 420, 194, 200, 0 } },
    { "\360\237\232\242 \342\232\223\357\270\217 \360\237\221\251\342\200\215\360\237\224\254", TL_WEIGHT_REGULAR, { 560, 146, 0, 0 } },
  };

  tl_scene_begin_item (scene, TL_ITEM_TITLE, 0);
  add_text (scene, measure, "AV To fi: The harbour, from 1999", TL_WEIGHT_BOLD, 24, &(TlRect) { 10, 4, 0, 0 }, INK);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tl_scene_begin_item (scene, TL_ITEM_NOTE, i)->name = tl_scene_keep_text (scene, texts[i].text);
      add_text (scene, measure, texts[i].text, texts[i].weight, 14, &texts[i].place, i % 2 > 0 ? 0x1a5fb4ffu : INK);
    }
}

TlScene *
create_demo_scene (const TlTextMeasure *measure)
{
  static const TlSceneAbout about = {
    .title = "The harbour",
    .description = "Everything that a scene may consist of.",
    .language = "en",
  };
  TlScene *scene = tl_scene_new (640, 250, 0xffffffffu);

  add_lanes (scene);
  add_marks (scene);
  add_paths (scene);
  add_texts (scene, measure);
  tl_scene_set_about (scene, &about);
  tl_scene_finish (scene);

  return scene;
}
