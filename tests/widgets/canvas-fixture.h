/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-canvas-private.h"
#include "tl-stage.h"

/* What the tests of the canvas have in common: the bundled story on a stage,
 * in a window at the top left of a display, with a real pointer and real
 * keys. Nothing is animated, unless a test asks for that.
 */

#define CANVAS_WIDTH  1200
#define CANVAS_HEIGHT 760

/* How it is shown. */
typedef struct
{
  const char      *name;
  GtkTextDirection direction;
  double           text_scale;
} CanvasCase;

typedef struct
{
  TlTimeline *timeline;
  TlViewport *viewport;
  GtkWidget  *window;
  GtkWidget  *stage;
  GtkWidget  *widget; /* the canvas */
  TlCanvas   *canvas; /* the same */
  GtkWidget  *beyond; /* what Tab comes to after the stage */
  guint       n_down; /* keys and buttons */
  guint       n_up;   /* since it began */
  guint       n_opened;
  guint32     opened;
  guint       n_jumps;
  guint       n_changes;
} CanvasFixture;

typedef void (*CanvasTest) (CanvasFixture *fixture,
                            gconstpointer  data);

void canvas_add_test (const char *path,
                      CanvasTest  test);

void canvas_add_tests (const char *path,
                       CanvasTest  test);

int canvas_run_tests (void);

/* Acting. */

void canvas_run_xdotool (const char *arguments);

void canvas_press (CanvasFixture *fixture,
                   const char    *keys);

void canvas_point (CanvasFixture *fixture,
                   double         x,
                   double         y,
                   const char    *then);

void canvas_wait_until_calm (CanvasFixture *fixture);

void canvas_set_animated (gboolean is_animated);

/* Looking. */

double canvas_get_stretch_width (CanvasFixture *fixture);

void canvas_show_part (CanvasFixture *fixture,
                       double         from,
                       double         to);

gboolean canvas_find_point (CanvasFixture *fixture,
                            TlItemKind     kind,
                            guint32        index,
                            TlPoint       *point);

TlPoint canvas_find_nothing (CanvasFixture *fixture);

guint32 canvas_find_event (CanvasFixture *fixture,
                           const char    *id);

guint32 canvas_find_clickable (CanvasFixture *fixture,
                               guint32        other,
                               TlPoint       *point);

TlItemProxy *canvas_find_proxy (CanvasFixture *fixture,
                                TlItemKind     kind,
                                guint32        index);

gboolean canvas_has_focus (CanvasFixture *fixture,
                           TlItemKind     kind,
                           guint32        index);
