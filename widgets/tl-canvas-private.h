/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the canvas share.
 */
#pragma once

#include "tl-canvas.h"
#include "tl-item-group.h"
#include "tl-layout.h"
#include "tl-mark.h"
#include "tl-picture.h"

G_BEGIN_DECLS

/* How far a pointer, and a finger, may be off what they mean, in pixels. */
#define TL_REACH_POINTER 4.0
#define TL_REACH_TOUCH   14.0

/* What is being dragged. */
typedef enum
{
  TL_DRAG_NONE,
  TL_DRAG_VIEW,
  TL_DRAG_SPAN,      /* its end; the start stays */
  TL_DRAG_LANE,      /* a lane, to another place */
} TlDragKind;

/* The last bit of a drag, in pixels of the widget and microseconds. */
typedef struct
{
  TlPoint from;
  TlPoint to;
  gint64  since;
  gint64  until; /* 0: nothing yet */
} TlSwipe;

/* How fast the view glides on, in pixels a second. */
typedef struct
{
  double x;
  double y;
  gint64 at; /* in microseconds; 0 where it does not */
} TlGlide;

/* All lengths are pixels of the drawing: those of the widget divided by the
 * scale of the text. */
struct _TlCanvas
{
  GtkWidget parent_instance;

  /* What is drawn, and how. */
  TlViewport   *viewport;
  TlTextPango  *text;
  TlTextMeasure measure;
  TlThemeKind   theme;
  double        text_scale;
  double        gutter;
  gboolean      has_times; /* some event has a time of day */

  /* What has been made of it. */
  TlLayout      *layout;
  double         layout_scale;
  double         layout_height;
  guint          layout_number; /* counts them */
  TlLayout      *zoom_from; /* (nullable): while a zoom is under way: what it began with */
  TlLayout      *zoom_to;   /* (nullable): what it ends with */
  double         zoom_scale; /* of zoom_to */
  TlScene       *scene;
  TlView         view; /* that the scene is of */
  TlPicture     *picture;
  TlView         painted; /* what the picture shows */
  guint          painted_layout;
  GskRenderNode *hits_node; /* (nullable): what marks the hits of a search in it */
  GskRenderNode *node;
  guint          needs_layout : 1;
  guint          needs_scene : 1;
  guint          needs_items : 1;
  guint          needs_names : 1;
  guint          is_updating : 1;

  /* What moves. */
  guint        tick;
  TlCameraMove move;
  guint        is_moving : 1;
  TlGlide      glide;

  /* What lies above it. */
  double         hover; /* unit of the axis, or NAN */
  gboolean       has_pointer;
  int            n_clicks_before; /* of those in a row, that do not count any more */
  TlPoint        pointer;
  TlItemKind     hover_kind; /* of the item under the pointer */
  guint32        hover_index;
  gboolean       is_over_item;
  GtkWidget     *zoom_button; /* in the middle of the span */
  GtkWidget     *scrollbar;   /* where lanes have no room */
  GtkWidget     *tip;         /* what the tooltip shows */
  GtkWidget     *popover;     /* (nullable): menu or list */
  GtkWidget     *before;      /* (nullable) (weak): had the keyboard before that */

  /* What stands for the items. */
  GtkWidget *axis_proxy;
  GtkWidget *lane_group;
  GtkWidget *event_group;

  /* What a hand does. */
  TlDragKind drag;
  TlCamera   drag_camera; /* where it began */
  double     drag_unit;   /* of the end of the span that stays, or NAN */
  guint32    drag_lane;
  TlSwipe    swipe;
  double     pinch_scale;
  TlPoint    pinch_middle;

  /* What keys do. */
  guint32 walk_from;   /* the event whose links are walked around */
  guint32 walk_to;     /* where that has led last */
  int     walk_place;  /* of its linked events */
  guint32 focus_event; /* gets the keyboard once it is in view, or TL_NONE */
};

/* tl-canvas-scene.c */

TlDrawing tl_canvas_get_drawing (TlCanvas *self);

void tl_canvas_forget (TlCanvas *self);

void tl_canvas_update_scene (TlCanvas *self);

void tl_canvas_build_node (TlCanvas *self);

gboolean tl_canvas_is_mirrored (TlCanvas *self);

double tl_canvas_get_width (TlCanvas *self);

double tl_canvas_get_height (TlCanvas *self);

TlRect tl_canvas_get_lanes_box (TlCanvas *self);

TlRect tl_canvas_mirror_box (TlCanvas     *self,
                             const TlRect *box);

TlRect tl_canvas_scale_box (TlCanvas     *self,
                            const TlRect *box);

const TlPlaced *tl_canvas_find_placed (TlCanvas *self,
                                       guint32   event);

const TlBadge *tl_canvas_find_badge (TlCanvas *self,
                                     guint32   event);

const TlSceneItem *tl_canvas_find_item (TlCanvas   *self,
                                        TlItemKind  kind,
                                        guint32     index);

guint32 tl_canvas_find_lane_at (TlCanvas      *self,
                                const TlPoint *point);

TlRect tl_canvas_get_lane_cell (TlCanvas         *self,
                                const TlLaneBand *band);

const TlSceneItem *tl_canvas_pick (TlCanvas *self,
                                   double    x,
                                   double    y,
                                   double    reach);

/* tl-canvas-move.c */

void tl_canvas_queue_update (TlCanvas *self);

void tl_canvas_stop (TlCanvas *self);

double tl_canvas_get_progress (TlCanvas *self);

void tl_canvas_move_to (TlCanvas       *self,
                        const TlCamera *camera,
                        gint64          duration);

void tl_canvas_pan (TlCanvas *self,
                    double    dx,
                    double    dy);

void tl_canvas_glide (TlCanvas *self,
                      double    vx,
                      double    vy);

/* tl-canvas-items.c */

void tl_canvas_init_items (TlCanvas *self);

void tl_canvas_update_items (TlCanvas *self);

gboolean tl_canvas_move_focus (TlCanvas         *self,
                               GtkDirectionType  direction);

gboolean tl_canvas_focus_event (TlCanvas *self,
                                guint32   event);

gboolean tl_canvas_focus_lane (TlCanvas *self,
                               guint32   lane);

TlItemProxy *tl_canvas_get_focused (TlCanvas *self);

guint32 tl_canvas_get_proxy_item (TlCanvas    *self,
                                  TlItemProxy *proxy);

/* tl-canvas-pointer.c */

void tl_canvas_init_pointer (TlCanvas *self);

gboolean tl_canvas_is_touch (GtkEventController *controller);

TlPoint tl_canvas_get_point (TlCanvas *self,
                             double    x,
                             double    y);

double tl_canvas_get_unit_at (TlCanvas      *self,
                              const TlPoint *point);

double tl_canvas_find_span_end (TlCanvas      *self,
                                const TlPoint *point,
                                double        *other);

void tl_canvas_update_pointer (TlCanvas *self);

/* tl-canvas-drag.c, tl-canvas-scroll.c, tl-canvas-keys.c */

void tl_canvas_init_drag (TlCanvas *self);

void tl_canvas_init_scroll (TlCanvas *self);

void tl_canvas_init_keys (TlCanvas *self);

void tl_canvas_activate (TlCanvas   *self,
                         TlItemKind  kind,
                         guint32     index);

/* tl-canvas-span.c */

void tl_canvas_init_zoom_button (TlCanvas *self);

void tl_canvas_allocate_zoom_button (TlCanvas *self);

/* tl-canvas-scrollbar.c */

void tl_canvas_init_scrollbar (TlCanvas *self);

void tl_canvas_update_scrollbar (TlCanvas *self);

void tl_canvas_allocate_scrollbar (TlCanvas *self);

/* tl-canvas-overlay.c */

void tl_canvas_snapshot_overlay (TlCanvas    *self,
                                 GtkSnapshot *snapshot);

/* tl-canvas-menu.c */

void tl_canvas_install_actions (GtkWidgetClass *widget_class);

void tl_canvas_move_lane (TlCanvas *self,
                          guint32   lane,
                          int       places);

void tl_canvas_collapse_lane (TlCanvas *self,
                              guint32   lane);

void tl_canvas_mark_event (TlCanvas *self,
                           guint32   event);

void tl_canvas_open_menu (TlCanvas   *self,
                          TlItemKind  kind,
                          guint32     index,
                          double      x,
                          double      y);

void tl_canvas_open_badge (TlCanvas *self,
                           guint32   index);

void tl_canvas_close_popover (TlCanvas *self);

/* tl-canvas.c */

void tl_canvas_tell_opened (TlCanvas *self,
                            guint32   event);

void tl_canvas_tell_jumping (TlCanvas *self);

G_END_DECLS
