/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_KIND(kind) (1u << (kind))

gboolean tl_item_get_seen (const TlSceneItem *item,
                           TlRect            *seen);

gboolean tl_scene_find_room (const TlScene *scene,
                             guint          kinds,
                             TlRect        *room);

gboolean tl_scene_has_kind (const TlScene *scene,
                            TlItemKind     kind);

gboolean tl_item_has_text (const TlScene     *scene,
                           const TlSceneItem *item,
                           const char        *part);

gboolean tl_scene_has_text (const TlScene *scene,
                            const char    *part);

guint tl_shape_count_points (const TlScene *scene,
                             const TlShape *shape);

void tl_shape_assert_alike (const TlShape *a,
                            const TlShape *b);

G_END_DECLS
