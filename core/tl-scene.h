/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-geometry.h"
#include "tl-text-measure.h"

G_BEGIN_DECLS

/* 0xrrggbbaa, not premultiplied */
typedef guint32 TlRgba;

#define TL_RGBA_NONE     0u
#define TL_RGBA_ALPHA(c) ((c) & 0xffu)

/* What an item of a scene stands for. Those from TL_ITEM_EVENT on are found
 * under a point. */
typedef enum
{
  TL_ITEM_BACKGROUND, /* the page, lanes, grid: says nothing by itself */
  TL_ITEM_TITLE,
  TL_ITEM_SUBTITLE,
  TL_ITEM_AXIS,   /* labels and ticks */
  TL_ITEM_LEGEND,
  TL_ITEM_NOTES,  /* the heading of the notes, 'as of', what is left out */
  TL_ITEM_TIE,    /* from an event to a further lane; index: the event */
  TL_ITEM_EVENT,  /* index: the event */
  TL_ITEM_BADGE,  /* index: the badge of the layout; several events */
  TL_ITEM_LINK,   /* index: the link, id: that of the event it starts at */
  TL_ITEM_LANE,   /* the gutter of a lane; index: the lane */
  TL_ITEM_ERA,    /* index: the era */
  TL_ITEM_FOLD,   /* index: the span of the axis */
  TL_ITEM_NOTE,   /* index: the source */
} TlItemKind;

typedef enum
{
  TL_SHAPE_RECT, /* with rounded corners where there is a radius */
  TL_SHAPE_CIRCLE,
  TL_SHAPE_PATH,
  TL_SHAPE_TEXT, /* one line */
} TlShapeKind;

typedef enum
{
  TL_DASH_SOLID,
  TL_DASH_DASHED, /* 4 on, 3 off */
  TL_DASH_DOTTED, /* 1.5 on, 3 off */
  TL_DASH_LONG,   /* 10 on, 4 off */
} TlDash;

/* How a shape is painted: filled first, then stroked. */
typedef struct
{
  TlRgba fill;       /* TL_RGBA_NONE: not filled */
  TlRgba stroke;     /* TL_RGBA_NONE: not stroked */
  double line_width; /* of the stroke, in pixels; ends are butt, joins round */
  TlDash dash;
  double fade_left;  /* the fill goes from nothing to full within so many pixels */
  double fade_right; /* the same towards the right edge of the box */
} TlPen;

typedef enum
{
  TL_VERB_MOVE,  /* one point */
  TL_VERB_LINE,  /* one point */
  TL_VERB_CURVE, /* three points: a cubic Bézier curve */
  TL_VERB_CLOSE, /* none */
} TlPathVerb;

/* For each verb: its letter in a path of SVG, and how many points it takes. */
#define TL_VERB_LETTERS "MLCZ"

guint tl_verb_get_n_points (guint8 verb);

typedef struct
{
  TlShapeKind kind;
  TlRect      box; /* of a text: its width and line height; of a path: that of its points */
  TlPen       pen; /* of a text: the fill is its colour */
  double      radius;      /* of a rect's corners */
  guint32     first_verb;  /* path */
  guint32     n_verbs;     /* path */
  guint32     first_point; /* path */
  const char *text;        /* text; owned by the scene, valid UTF-8, on one line */
  TlTextStyle style;       /* text */
  double      baseline;    /* text: y */
  gboolean    is_rtl;      /* text: its direction */
  double      indent;      /* text: how far from the left edge of its block it was put */
  guint       keeps_direction : 1; /* path: is read, and not turned around by mirroring */
} TlShape;

typedef struct
{
  TlItemKind  kind;
  guint32     index;       /* by kind, see TlItemKind */
  const char *id;          /* (nullable): unique within the scene */
  const char *name;        /* (nullable): what it is called, in plain words */
  const char *description; /* (nullable): more about it */
  const char *link;        /* (nullable): address, or "#" and an id of the scene */
  double      opacity;     /* of the whole, from 0 to 1 */
  gboolean    has_clip;
  TlRect      clip;
  TlRect      bounds; /* of all its shapes with their strokes */
  guint32     first_shape;
  guint32     n_shapes;
} TlSceneItem;

/**
 * TlScene:
 *
 * What is drawn, as a flat list: items, in the order in which they are
 * painted, each a few shapes. Screen, PNG, SVG and PDF, picking and
 * accessibility all read it; nobody computes a position twice. Built by one
 * thread, then left as it is.
 */
typedef struct _TlScene TlScene;

TlScene *tl_scene_new (double width,
                       double height,
                       TlRgba background) G_GNUC_WARN_UNUSED_RESULT;

TlScene *tl_scene_ref (TlScene *self);

void tl_scene_unref (TlScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_unref)

/* Building. Shapes go to the item that was begun last. */

TlSceneItem *tl_scene_begin_item (TlScene    *self,
                                  TlItemKind  kind,
                                  guint32     index);

const char *tl_scene_keep_text (TlScene    *self,
                                const char *text);

void tl_scene_add_rect (TlScene      *self,
                        const TlRect *rect,
                        double        radius,
                        const TlPen  *pen);

void tl_scene_add_circle (TlScene     *self,
                          double       x,
                          double       y,
                          double       radius,
                          const TlPen *pen);

void tl_scene_move_to (TlScene *self,
                       double   x,
                       double   y);

void tl_scene_line_to (TlScene *self,
                       double   x,
                       double   y);

void tl_scene_curve_to (TlScene *self,
                        double   x1,
                        double   y1,
                        double   x2,
                        double   y2,
                        double   x3,
                        double   y3);

void tl_scene_close_path (TlScene *self);

void tl_scene_add_path (TlScene     *self,
                        const TlPen *pen);

void tl_scene_add_sign (TlScene     *self,
                        const TlPen *pen);

void tl_scene_add_line (TlScene     *self,
                        double       x1,
                        double       y1,
                        double       x2,
                        double       y2,
                        const TlPen *pen);

void tl_scene_add_text (TlScene           *self,
                        const char        *text,
                        const TlTextStyle *style,
                        const TlTextBlock *block,
                        double             x,
                        double             y,
                        TlRgba             colour);

void tl_scene_finish (TlScene *self);

void tl_scene_mirror (TlScene *self);

/* Reading. */

double tl_scene_get_width (const TlScene *self);

double tl_scene_get_height (const TlScene *self);

TlRgba tl_scene_get_background (const TlScene *self);

const TlSceneItem *tl_scene_get_items (const TlScene *self,
                                       guint         *n_items);

const TlShape *tl_scene_get_shapes (const TlScene     *self,
                                    const TlSceneItem *item);

const guint8 *tl_scene_get_verbs (const TlScene *self,
                                  const TlShape *shape);

const TlPoint *tl_scene_get_points (const TlScene *self,
                                    const TlShape *shape);

const TlSceneItem *tl_scene_pick (const TlScene *self,
                                  double         x,
                                  double         y,
                                  double         reach);

char *tl_scene_to_text (const TlScene *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of the document that the scene is the drawing of: for the files' metadata. */

typedef struct
{
  const char *title;       /* (nullable) */
  const char *description; /* (nullable) */
  const char *language;    /* language tag */
  const char *sources;     /* (nullable): the source notes, one a line */
  const char *keywords;    /* (nullable): joined with commas */
  const char *as_of;       /* (nullable): EDTF */
} TlSceneAbout;

void tl_scene_set_about (TlScene            *self,
                         const TlSceneAbout *about);

const TlSceneAbout *tl_scene_get_about (const TlScene *self);

G_END_DECLS
