/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* Where a scene has its drawing, and the height of lanes in view at most. */
#define TL_MADE_LEFT  30.0
#define TL_MADE_TOP   20.0
#define TL_MADE_LANES 500.0

/* A random layout, and what it points to. */
typedef struct
{
  TlTimeline     *timeline;
  TlAxis         *axis;
  guint32        *events;
  TlLayoutOptions options;
  TlLayout       *layout;
  double          width; /* of the lanes in view, without the gutter */
  char           *about; /* how to make it again */
} TlMadeLayout;

TlMadeLayout *tl_made_layout_new (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;

void tl_made_layout_free (TlMadeLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMadeLayout, tl_made_layout_free)

TlScene *tl_made_layout_draw (const TlMadeLayout *self,
                              const TlLayout     *layout,
                              double              x,
                              double              y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
