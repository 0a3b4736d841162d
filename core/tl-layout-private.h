/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the layout share.
 */
#pragma once

#include "tl-intervals.h"
#include "tl-lanes.h"
#include "tl-layout.h"
#include "tl-route.h"
#include "tl-ticks.h"

G_BEGIN_DECLS

/* Between the boxes of two events, and between a mark and its card. */
#define TL_BOX_GAP  4.0
#define TL_CARD_GAP 4.0

/* A lane's margin above and below its events: the rings of ties have room
 * in it. */
#define TL_LANE_PAD 8.0

/* What a lane takes that has no events, or next to no room for them. It
 * holds a short card with the lesser margin that low lanes have. */
#define TL_LANE_THIN 28.0
#define TL_LANE_LOW  60.0
#define TL_LOW_PAD   2.0

/* A row of badges, with the gap above it. */
#define TL_BADGE_HEIGHT 18.0
#define TL_BADGE_ROW    (TL_BADGE_HEIGHT + TL_BOX_GAP)

/* The rows above the lanes. */
#define TL_ROW_COARSE 22.0
#define TL_ROW_FINE   18.0
#define TL_ROW_FOLD   15.0
#define TL_ROW_ERA    18.0

/* In a bar: beside the label, and what its symbol takes. */
#define TL_BAR_PAD    8.0
#define TL_BAR_SYMBOL 18.0

/* The colour at a lane's left edge. */
#define TL_STRIPE 5.0

/* What has been measured of an event; 0 where it has not. */
typedef struct
{
  TlCardSize cards[2]; /* for each TlCardForm */
  float      title;    /* width of its title on one line */
} TlLabelSizes;

/* A link both ends of which have a label. */
typedef struct
{
  guint32 from;   /* of placed */
  guint32 to;     /* of placed */
  guint32 number; /* of the links of the event that it starts at */
} TlPlacedLink;

/* Where an era is: x from the beginning of the content, in pixels. */
typedef struct
{
  double x0; /* 0 like all the rest where the axis does not reach it */
  double x1;
  double end;        /* of what its name may slide in */
  double line_end;
  double box_x0;     /* what it takes of its row */
  double box_x1;
  float  name_width;
  float  room;       /* for a name that is cut, else 0 */
  guint8 row;        /* from the top, or TL_NO_ROW */
} TlPlacedEra;

#define TL_NO_ROW 0xff

/* How much of an event is to be seen, from 0 to 1. */
typedef struct
{
  float whole; /* of mark and label */
  float label; /* of its label, besides */
} TlFade;

struct _TlLayout
{
  TlLayoutOptions options;
  TlPlaced       *placed; /* as many as options.n_events, in their order */
  TlLabelSizes   *sizes;  /* for each of placed */
  GArray         *bands;  /* of TlLaneBand */
  guint32        *band_of_lane; /* for each lane of the timeline, or TL_NONE */
  guint32        *placed_of_event; /* for each event of the timeline, or TL_NONE */
  GArray         *badges;          /* of TlBadge */
  GArray         *badge_events;    /* of guint32: of placed */
  TlIntervals    *intervals;       /* of placed with a label */
  TlIntervals    *badge_intervals;
  GArray         *links; /* of TlPlacedLink */
  TlIntervals    *link_intervals;
  guint8          link_rank; /* of links that are drawn while none of their ends is selected, at least */
  TlRoutes       *routes; /* (nullable): made when the first link is drawn */
  GPtrArray      *ways;   /* of TlRoute (nullable): for each link, as far as they have been drawn */
  TlFade         *fades;  /* (nullable): of a blend, for each of placed */
  double          badge_opacity;
  double          link_opacity;
  TlLayout       *link_layout; /* (nullable): of a blend, that whose links it draws */
  guint           n_users; /* who gave it away last frees it */
  GArray         *limits; /* of double: the height that each band has been packed for */
  TlPlacedEra    *eras;   /* for each era of the timeline */
  guint           n_era_rows;
  double          gutter;
  double          head; /* height of the rows above the lanes */
  double          width;
  double          lanes_height;
  gboolean        is_comparing; /* lanes are packed only to see what it comes to */
  guint           n_left_out; /* events of lanes that have no room at all */
  guint           n_fold_rows; /* of what folds leave out */
};

static inline const TlEvent *
tl_layout_get_event (const TlLayout *self,
                     guint32         event)
{
  return &tl_timeline_get_events (self->options.drawing.timeline, NULL)[event];
}

static inline TlLaneBand *
tl_layout_get_band (const TlLayout *self,
                    guint32         band)
{
  return &g_array_index (self->bands, TlLaneBand, band);
}

TlLayout *tl_layout_alloc (const TlLayoutOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_layout_find_mark (TlLayout *self,
                          guint32   item);

void tl_layout_index_places (TlLayout *self);

void tl_layout_index_links (TlLayout *self);

guint tl_layout_count_fold_rows (const TlLayout *self);

guint tl_layout_get_rows_for (const TlLayout *self,
                              double          height,
                              double          taken);

void tl_layout_find_bands (TlLayout *self);

guint32 *tl_layout_copy_bands_of_lanes (const TlLayout *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_layout_place_lanes (TlLayout *self);

/* More than any importance. */
#define TL_RANK_SELECTED 6

/* What packing looks at first of an event: near each other in memory, since
 * most events of a large timeline need nothing else. */
typedef struct
{
  double  x0;
  double  anchor;
  guint32 item;    /* of placed */
  guint8  rank;    /* more comes first */
  guint8  is_long; /* a bar with room for a label */
  guint8  label;   /* TlLabelPlace */
} TlLaneMember;

/* The events of one lane, while they are being placed. */
typedef struct
{
  GArray *members;   /* of TlLaneMember: the important first, then from left to right */
  GArray *left_over; /* of TlLaneMember: those that have no room, from left to right */
  GArray *badges;    /* of TlBadge: of left_over; y from the top of the lane's room */
  double  smallest;  /* height of the lane at least */
  double  need;      /* height of the lane */
  double  content;   /* height of its events */
  double  pad;       /* above and below them */
  double  limit;     /* that it has been packed for */
  gboolean is_collapsed; /* packed for one low row, and for no other height */
} TlLaneContents;

/* A lane that is being packed for a height. */
typedef struct
{
  TlLayout *layout;
  TlPacker *packer;
  double    right; /* of the content */
  double    height;
  guint     short_rank; /* up to this rank, cards are short */
  gboolean  bars_first;
  gboolean  is_rough;
  double    full_until; /* no event that begins before this finds room in this round */
  double    cost;       /* of what is not shown, or not whole */
} TlPacking;

/* Events that begin within so many pixels share the answer to whether there
 * is any room at all. */
#define TL_PACKER_BUCKET 8.0

/* How far left of its anchor a box may begin. */
#define TL_PACKER_REACH (TL_CARD_MAX_WIDTH + 2 * TL_PACKER_BUCKET)

gboolean tl_layout_place_member (TlPacking    *packing,
                                 TlLaneMember *member);

double tl_layout_pack_lane (TlLayout       *self,
                            TlLaneContents *lane,
                            double          limit);

double tl_layout_sum_needs (const GArray *lanes);

void tl_layout_share_room (TlLayout *self,
                           GArray   *lanes,
                           double    room);

void tl_layout_gather_badges (const TlLayout *self,
                              TlLaneContents *lane);

double tl_layout_get_room_inside (const TlLayout *self,
                                  const TlPlaced *placed);

double tl_layout_measure_band (const TlLayout   *self,
                               const TlLaneBand *band);

TlHue tl_layout_get_hue (const TlLayout *self,
                         guint32         lane);

/* Drawing. */

/* What is drawn, in the coordinates of the scene. */
typedef struct
{
  const TlLayout *layout;
  const TlView   *view;
  TlScene        *scene;
  GArray         *visible; /* of guint32: of placed, by x */
  GArray         *ticks;   /* of TlTick: x as in the axis */
  TlRect          lanes;   /* where lanes are drawn */
  double          left;    /* of the content's beginning */
  double          top;     /* of the first lane */
  gboolean        is_scrolled; /* there is more than what is in view */
} TlLayoutPainter;

void tl_layout_clip (const TlLayoutPainter *painter,
                     TlSceneItem           *item);

TlTickStyle tl_layout_get_tick_style (const TlLayout *self);

void tl_layout_draw_ground (TlLayoutPainter *painter);

void tl_layout_place_eras (TlLayout *self);

void tl_layout_carry_eras (TlLayout       *self,
                           const TlLayout *like);

void tl_layout_tint_eras (const TlLayoutPainter *painter,
                          double                 bottom);

void tl_layout_draw_eras (const TlLayoutPainter *painter);

void tl_layout_draw_head (const TlLayoutPainter *painter);

void tl_layout_draw_gutter (const TlLayoutPainter *painter);

void tl_layout_draw_ties (const TlLayoutPainter *painter);

const TlRoute *tl_layout_get_way (TlLayout *self,
                                  guint32   index);

TlRoute *tl_layout_follow_way (const TlLayout     *self,
                               const TlRoute      *way,
                               const TlPlacedLink *link) G_GNUC_WARN_UNUSED_RESULT;

void tl_layout_draw_links (const TlLayoutPainter *painter);

void tl_layout_draw_events (const TlLayoutPainter *painter,
                            gboolean               bars);

void tl_layout_draw_badges (const TlLayoutPainter *painter);

TlRect tl_layout_place_bar_label (const TlLayout *self,
                                  const TlPlaced *placed,
                                  TlTextBlock    *title);

gboolean tl_layout_has_link (const TlLayout *self,
                             guint32         from,
                             guint32         to);

gboolean tl_layout_has_focus (const TlLayoutPainter *painter);

double tl_layout_get_presence (const TlLayoutPainter *painter,
                               guint32                event);

guint tl_layout_get_link_rank (const TlLayout     *self,
                               const TlPlacedLink *link);

TlFade tl_layout_get_fade (const TlLayout *self,
                           const TlPlaced *placed);

TlMarkStyle tl_layout_get_mark_style (const TlLayout *self,
                                      const TlPlaced *placed);

G_END_DECLS
