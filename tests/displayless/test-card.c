/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"

#include "tl-card.h"
#include "tl-load.h"

#include <string.h>

/* What a card has room for: all of its date, and its title beside the "!". */

#define HEAD "{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\"," \
             "\"sources\":[{\"id\":\"s\",\"publisher\":\"P\",\"url\":\"https://example.org/\"}],\"events\":["

#define DIFFERENCES ",\"differences\":[{\"question\":\"Q\",\"sides\":[{\"text\":\"A\",\"sources\":[\"s\"]}," \
                    "{\"text\":\"B\",\"sources\":[\"s\"]}]}]"

static TlTimeline *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

static TlScene *
draw (TlTimeline *timeline,
      TlCardForm  form,
      TlCardSize *size)
{
  const TlDrawing drawing = { timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL };
  const TlEvent *event = tl_timeline_get_events (timeline, NULL);
  TlScene *scene = tl_scene_new (300, 200, 0xffffffff);

  *size = tl_card_measure (&drawing, event, form);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_card_draw (&drawing, event, size, 0, 0, FALSE, scene);
  tl_scene_finish (scene);

  return scene;
}

/* Dates that take more and more room, none of which may be cut. */
static void
test_card_date_whole (void)
{
  static const char *const dates[] = {
    "2000-01-01",
    "2000-01-01/2000-02-01",
    "[Y-4100000000..Y-3500000000]",
    "Y-4150000000~/Y-3550000000~",
    "[2000-09-01T12:00:00Z..2000-11-30T12:59:59Z]",
  };
  guint most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "{\"id\":\"a\",\"title\":\"T\",\"when\":\"%s\"}]}", dates[i]);
      g_autoptr (TlTimeline) timeline = load (text);
      TlCardSize size;
      g_autoptr (TlScene) scene = draw (timeline, TL_CARD_FULL, &size);
      const TlSceneItem *item = tl_scene_get_items (scene, &(guint){ 0 });

      for (guint32 k = 0; k < item->n_shapes; k++)
        {
          const TlShape *shape = &tl_scene_get_shapes (scene, item)[k];

          if (shape->kind == TL_SHAPE_TEXT && strstr (shape->text, TL_ELLIPSIS) != NULL)
            g_error ("%s is cut: %s", dates[i], shape->text);
        }
      g_assert_cmpfloat (size.width, <=, TL_CARD_MAX_WIDTH);
      most = MAX (most, size.n_meta_lines);
    }

  g_assert_cmpuint (most, ==, 3);
}

/* The sign's disc ends before the texts' right edge, at any length of title. */
static void
test_card_alert_clear (void)
{
  static const TlCardForm forms[] = { TL_CARD_FULL, TL_CARD_COMPACT };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize length = 1; length < 60; length++)
      {
        g_autofree char *title = g_strnfill (length, 'n');
        g_autofree char *text = g_strdup_printf (HEAD "{\"id\":\"a\",\"title\":\"%s\",\"when\":\"2000\"" DIFFERENCES "}]}",
                                                 title);
        g_autoptr (TlTimeline) timeline = load (text);
        TlCardSize size;
        g_autoptr (TlScene) scene = draw (timeline, forms[i], &size);
        const TlSceneItem *item = tl_scene_get_items (scene, &(guint){ 0 });
        const TlShape *shapes = tl_scene_get_shapes (scene, item);
        double end = 0, sign = 0;

        for (guint32 k = 0; k < item->n_shapes; k++)
          if (shapes[k].kind == TL_SHAPE_TEXT)
            end = MAX (end, shapes[k].box.x + shapes[k].box.width);
          else if (shapes[k].kind == TL_SHAPE_CIRCLE && sign == 0)
            sign = shapes[k].box.x - 1; /* the outer half of its edge */
        g_assert_cmpfloat (sign, >, 0);
        g_assert_cmpfloat (end, <=, sign);
        g_assert_cmpfloat (size.width, <=, TL_CARD_MAX_WIDTH);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card/date-whole", test_card_date_whole);
  g_test_add_func ("/card/alert-clear", test_card_alert_clear);

  return g_test_run ();
}
