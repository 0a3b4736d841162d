/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a handout share.
 */
#pragma once

#include "tl-chart-private.h"
#include "tl-handout.h"

G_BEGIN_DECLS

#define TL_HANDOUT_ID_CHART   "handout-chart"
#define TL_HANDOUT_ID_FURTHER "handout-further"
#define TL_HANDOUT_ID_SOURCES "handout-sources"

/* How a text of a handout is set, and what it is. */
typedef struct
{
  TlTextStyle style;
  TlRgba      colour;
  TlItemKind  kind;
  guint32     index; /* by kind */
  const char *id;    /* (nullable) */
  const char *link;  /* (nullable) */
  guint32     note;  /* source that this is the number of, TL_NONE for none */
} TlHandoutText;

/* A line, or a piece of one, that waits for its page. */
typedef struct
{
  TlHandoutText how;
  char         *text;
  char         *id;
  char         *link;
  double        x;
  double        y; /* below the top of its block */
  TlTextBlock   block; /* of one line */
  guint         paragraph; /* pieces of the same one are one item where they are on one page */
} TlHandoutRun;

/* What stays together where a page has room for it. */
typedef struct
{
  double   space;  /* above, where it is not the first of a page */
  double   height;
  guint    n_runs;
  TlRgba   rule;   /* a line above, in the middle of the space; TL_RGBA_NONE for none */
  TlRgba   bar;    /* at the start of the lines, TL_RGBA_NONE for none */
  double   bar_x;
  gboolean joins_bar; /* of the block above */
} TlHandoutBlock;

/* Text on its way onto pages. */
typedef struct
{
  const TlDrawing *drawing;
  GPtrArray       *pages; /* of TlScene that are being built */
  double           page_width;
  double           page_height;
  double           margin;  /* at both sides */
  double           top;
  double           bottom;  /* y of where text ends */
  double           y;
  gboolean         is_mirrored; /* in the end: all lines of a paragraph begin at the same edge then */
  GArray          *blocks;  /* of TlHandoutBlock: glued ones, that wait */
  GArray          *runs;    /* of TlHandoutRun: theirs */
  TlHandoutBlock   block;   /* that is being filled */
  double           end;      /* x of where the text that was added last ends */
  double           baseline; /* of its last line, below the top of the block */
  double           below;    /* where the line after that begins */
  guint            n_paragraphs;
  GPtrArray       *pages_of; /* (nullable) of GArray of guint: for each source, on which pages it is named */
} TlHandoutFlow;

void tl_handout_flow_init (TlHandoutFlow   *self,
                           const TlDrawing *drawing,
                           GPtrArray       *pages,
                           double           width,
                           double           height);

void tl_handout_flow_clear (TlHandoutFlow *self);

double tl_handout_flow_get_width (const TlHandoutFlow *self);

void tl_handout_flow_begin_page (TlHandoutFlow *self);

void tl_handout_flow_begin (TlHandoutFlow *self,
                            double         space);

double tl_handout_flow_add (TlHandoutFlow       *self,
                            const char          *text,
                            const TlHandoutText *how,
                            double               x,
                            double               y,
                            double               width);

double tl_handout_flow_append (TlHandoutFlow       *self,
                               const char          *text,
                               const TlHandoutText *how,
                               double               gap,
                               double               x,
                               double               width);

void tl_handout_flow_end (TlHandoutFlow *self,
                          gboolean       is_glued);

void tl_handout_flow_finish (TlHandoutFlow *self);

/* A handout that is being made. */
typedef struct
{
  TlTimeline             *timeline;
  const TlHandoutOptions *options;
  TlDrawing               drawing;
  TlHandoutFlow           flow;
  TlChartNotes            notes;
  TlAxis                 *axis;
  TlOutline              *outline;
  guint32                *homes; /* for each event the number of the step under which it is told of, 0 for none */
  const TlTalkStep       *step;  /* (nullable): that is being added */
} TlHandout;

TlHandoutText tl_handout_text (const TlHandout *handout,
                               double           size,
                               TlTextWeight     weight,
                               gboolean         is_dim,
                               TlItemKind       kind);

void tl_handout_append_notes (TlHandout *handout,
                              TlRange    citations,
                              double     size,
                              double     x,
                              double     width);

void tl_handout_add_figures (TlHandout     *handout,
                             const guint32 *figures,
                             guint          n_figures,
                             double         x,
                             double         size,
                             gboolean       is_glued);

void tl_handout_add_event (TlHandout *handout,
                           guint32    event);

void tl_handout_add_steps (TlHandout *handout);

void tl_handout_add_further (TlHandout *handout);

void tl_handout_add_sources (TlHandout *handout);

char *tl_handout_dup_entry_id (const TlHandout *handout,
                               guint32          event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
