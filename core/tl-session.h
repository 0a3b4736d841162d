/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SIDE_EVENTS,
  TL_SIDE_SOURCES,
  TL_SIDE_DIFFERENCES,
} TlSidePage;

/**
 * TlSessionWindow:
 *
 * How the last window was set up. Sizes are in application pixels; 0 where
 * nobody has chosen one.
 */
typedef struct
{
  int        width;
  int        height;
  gboolean   is_maximised;
  int        side_width;     /* of the lists beside the canvas */
  int        details_width;  /* of the details beside the canvas */
  int        details_height; /* of the details below it, in a narrow window */
  gboolean   shows_side;
  gboolean   shows_details;
  TlSidePage side_page;
} TlSessionWindow;

/**
 * TlSessionView:
 *
 * How one file was looked at. Lanes are known by their ids.
 */
typedef struct
{
  TlAxisMode axis_mode;
  gboolean   has_span; /* whether @from and @to are set */
  TlInstant  from;     /* at the edges of the canvas, before @to */
  TlInstant  to;
  double     before;    /* what is in view before the axis begins, in pixels */
  double     after;     /* and after it has ended */
  double     y;         /* how far the lanes are scrolled, in pixels */
  char      *event;     /* (nullable): the selected one's id */
  char     **lanes;     /* (nullable): all of them in another order */
  char     **hidden;    /* (nullable) */
  char     **collapsed; /* (nullable) */
  char     **filter;    /* (nullable): as tl_filter_to_arguments() has it */
} TlSessionView;

void tl_session_view_clear (TlSessionView *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSessionView, tl_session_view_clear)

/**
 * TlSessionExport:
 *
 * What was chosen for charts last, in words of the command line.
 */
typedef struct
{
  char    *format;     /* (nullable) */
  char    *part;       /* (nullable): of the timeline */
  gboolean highlights; /* the selected event */
  char   **options;    /* (nullable) */
} TlSessionExport;

void tl_session_export_clear (TlSessionExport *choices);

#define TL_SESSION_MAX_VIEWS 50

/**
 * TlSession:
 *
 * What the program remembers from one start to the next, in a small file.
 * Where that is missing or damaged, what can be read of it counts, and
 * defaults for the rest. For one thread at a time.
 */
typedef struct _TlSession TlSession;

TlSession *tl_session_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void tl_session_free (TlSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSession, tl_session_free)

void tl_session_get_window (const TlSession *self,
                            TlSessionWindow *window);

void tl_session_set_window (TlSession             *self,
                            const TlSessionWindow *window);

const char *tl_session_get_last_file (const TlSession *self);

void tl_session_set_last_file (TlSession  *self,
                               const char *uri);

const TlSessionView *tl_session_get_view (const TlSession *self,
                                          const char      *uri);

void tl_session_set_view (TlSession           *self,
                          const char          *uri,
                          const TlSessionView *view);

const TlSessionExport *tl_session_get_export (const TlSession *self);

void tl_session_set_export (TlSession             *self,
                            const TlSessionExport *choices);

gboolean tl_session_save (TlSession *self,
                          GError   **error);

G_END_DECLS
