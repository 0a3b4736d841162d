/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-scene.h"
#include "tl-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TL_MARK_DISC,    /* one day, or a moment */
  TL_MARK_BAR,     /* a stretch of time */
  TL_MARK_BRACKET, /* once, some time within a stretch */
  TL_MARK_CHAIN,   /* several times */
} TlMarkKind;

/* How an end of a bar or bracket looks. */
typedef enum
{
  TL_END_ROUND, /* the end is known */
  TL_END_SOFT,  /* known only roughly: it fades */
  TL_END_ARROW, /* it goes on */
  TL_END_TORN,  /* it ended, nobody says when */
  TL_END_CUT,   /* it lies beyond the axis: the mark runs out of the drawing */
} TlEndShape;

/**
 * TlMark:
 *
 * The shape of an event's date on the axis, in pixels from the axis' start.
 * Found once; drawn, packed and linked from the same value.
 */
typedef struct
{
  double x0;     /* where it begins, with everything that is uncertain */
  double x1;     /* where it ends */
  double solid0; /* from here to solid1 it is sure */
  double solid1;
  double anchor; /* the middle of its disc, of a chain's first one; of a bar, its beginning */
  guint8 kind;   /* TlMarkKind */
  guint8 left;   /* TlEndShape */
  guint8 right;  /* TlEndShape */
  guint  is_uncertain : 1;   /* ? */
  guint  is_approximate : 1; /* ~ */
} TlMark;

/* Room before the first and after the last moment of the axis, in pixels.
 * What is cut runs through it. */
#define TL_LEAD_IN  27.0
#define TL_LEAD_OUT 27.0

/* How large marks are. */
#define TL_BAR_HEIGHT 22.0

double tl_mark_get_radius (guint importance);

gboolean tl_mark_has_disc (TlEndShape shape);

TlMark tl_mark_from_date (const TlDate *date,
                          const TlAxis *axis,
                          double        scale,
                          double        radius);

/* How a mark looks. */
typedef struct
{
  TlHue    hue;
  TlRgba   ground; /* of the lane, behind it */
  TlSymbol symbol;
  double   radius;
  guint    is_hollow : 1; /* nobody is named for it */
} TlMarkStyle;

void tl_mark_draw (const TlMark      *mark,
                   const TlMarkStyle *style,
                   double             left,
                   double             y,
                   TlScene           *scene);

gboolean tl_mark_is_solid (const TlMark      *mark,
                           const TlMarkStyle *style);

G_END_DECLS
