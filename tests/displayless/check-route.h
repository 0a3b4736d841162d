/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * Scenes of cards, and checks of the ways between them.
 */
#pragma once

#include "tl-route.h"

G_BEGIN_DECLS

enum
{
  MOST_CARDS = 300,
};

typedef struct
{
  TlRect marks[MOST_CARDS];
  TlRect cards[MOST_CARDS]; /* each with its mark */
  guint  n_cards;
  TlRect within;
} Scene;

const TlPoint *route_get_piece (const TlRoute *route,
                                guint          i);

/* Whether it runs through a card other than straight out of the marks. */
gboolean route_runs_through (const TlRoute *route,
                             const TlRect  *card,
                             const TlRect  *from,
                             const TlRect  *to);

/* Checked for all that is true of any way. */
TlRoute *scene_find_route (const Scene  *scene,
                           const TlRect *from,
                           const TlRect *to) G_GNUC_WARN_UNUSED_RESULT;

void scene_add_card (Scene  *scene,
                     double  x,
                     double  y,
                     double  width,
                     double  height);

G_END_DECLS
