/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the panel share.
 */
#pragma once

#include "tl-talk-panel.h"

G_BEGIN_DECLS

struct _TlTalkPanel
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkWidget   *unsaved;
  GtkWidget   *notice;
  GtkWidget   *none; /* what is said where there is no step */
  GtkWidget   *scroller;
  GtkWidget   *list; /* of TlTalkRow */
  GtkWidget   *add;
  GtkWidget   *edited; /* all that is about the step that is selected */
  GtkWidget   *edited_title;
  GtkWidget   *up;
  GtkWidget   *down;
  GtkWidget   *remove;
  GtkWidget   *editor;
  TlTalkDraft *draft;    /* (nullable) */
  TlTimeline  *timeline; /* (nullable) */
  guint        scrolling; /* frames until the selected row is brought into view; 0: it is */
};

/* tl-talk-panel-parts.c */

void tl_talk_panel_build (TlTalkPanel *self);

G_END_DECLS
