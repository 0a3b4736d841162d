/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a talk's windows share.
 */
#pragma once

#include <adwaita.h>

#include "tl-find-bar.h"
#include "tl-show.h"
#include "tl-speaker-view.h"
#include "tl-talk-window.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

struct _TlTalkWindow
{
  GtkWindow parent_instance;

  GtkWindow    *parent; /* (nullable) (weak): that it is given from */
  TlShow       *show;
  TlTextPango  *text;
  GActionGroup *actions;

  /* What the audience sees. */
  GtkWidget *pages;    /* the slide, all steps, or what the speaker sees */
  GtkWidget *view;
  GtkWidget *end;      /* over the view, behind the last step */
  GtkWidget *message;  /* over the view, for a moment */
  GtkWidget *number;   /* over the view: the number that is being typed */
  GtkWidget *sources;  /* beside the view, where it is asked for */
  GtkWidget *find_bar;
  GtkWidget *grid;

  /* What the speaker sees: in a window of its own, or as a page. */
  GtkWidget *speaker;
  GtkWidget *speaker_message;
  GtkWidget *speaker_number;
  GtkWidget *speaker_find_bar;
  GtkWidget *speaker_box;   /* both */
  GtkWidget *speaker_place; /* where it is as a page */
  GtkWindow *speaker_window; /* (nullable) */

  /* Screens. */
  GdkMonitor *monitor;     /* (nullable): for the audience */
  GListModel *monitors;
  guint       n_monitors;
  guint       settling; /* a source */
  gboolean    is_windowed;

  /* Keys. */
  guint32  last_time; /* of a key, in milliseconds */
  guint    last_key;
  GString *digits; /* of a number that is being typed */
  gboolean reads_number;

  GtkApplication *application; /* (nullable) (weak): that keeps the screen from going dark */
  guint           cookie;      /* for that */
  guint message_timeout;
};

/* tl-talk-window-keys.c */

void tl_talk_window_add_keys (TlTalkWindow *self,
                              GtkWidget    *widget);

/* tl-talk-window-pages.c */

void tl_talk_window_init_pages (TlTalkWindow *self);

gboolean tl_talk_window_shows_page (TlTalkWindow *self,
                                    const char   *name);

void tl_talk_window_show_page (TlTalkWindow *self,
                               const char   *name);

void tl_talk_window_toggle_sources (TlTalkWindow *self);

void tl_talk_window_toggle_overview (TlTalkWindow *self);

void tl_talk_window_show_number (TlTalkWindow *self,
                                 const char   *words);

void tl_talk_window_find (TlTalkWindow *self);

gboolean tl_talk_window_close_one (TlTalkWindow *self);

/* tl-talk-window-screens.c */

void tl_talk_window_init_screens (TlTalkWindow *self,
                                  const char   *monitor);

void tl_talk_window_stop_screens (TlTalkWindow *self);

void tl_talk_window_place (TlTalkWindow *self);

void tl_talk_window_swap (TlTalkWindow *self);

void tl_talk_window_toggle_speaker (TlTalkWindow *self);

void tl_talk_window_toggle_fullscreen (TlTalkWindow *self);

gboolean tl_talk_window_has_speaker_window (TlTalkWindow *self);

/* tl-talk-actions.c */

GActionGroup *tl_talk_actions_new (TlTalkWindow *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_talk_actions_update (TlTalkWindow *self,
                             GActionGroup *actions);

G_END_DECLS
