/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

struct _TlScene
{
  gatomicrefcount ref_count;

  double width;
  double height;
  TlRgba background;

  GArray       *items;  /* of TlSceneItem */
  GArray       *shapes; /* of TlShape */
  GByteArray   *verbs;  /* of TlPathVerb */
  GArray       *points; /* of TlPoint */
  GStringChunk *texts;
  TlSceneAbout  about;

  guint32 first_verb;  /* of the path that is being built */
  guint32 first_point;
};

G_END_DECLS
