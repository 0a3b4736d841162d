/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the window share.
 */
#pragma once

#include "tl-detail-pane.h"
#include "tl-document.h"
#include "tl-filter-bar.h"
#include "tl-find-bar.h"
#include "tl-history.h"
#include "tl-session.h"
#include "tl-side-lists.h"
#include "tl-spare-box.h"
#include "tl-stage.h"
#include "tl-talk-draft.h"
#include "tl-talk-window.h"
#include "tl-window.h"

G_BEGIN_DECLS

struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  /* From the template. */
  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  AdwSplitButton  *open_button;
  AdwButtonContent *open_content;
  GtkMenuButton   *lanes_button;
  GtkMenuButton   *filter_button;
  GtkWidget       *popover_place;
  TlFilterBar     *filter_bar;
  TlFindBar       *find_bar;
  GtkWidget       *bookmarks_button;
  GtkWidget       *menu_button;
  GtkRevealer     *loading_revealer;
  GtkLabel        *loading_label;
  GtkProgressBar  *loading_progress;
  GtkRevealer     *notice_revealer;
  GtkImage        *notice_icon;
  GtkLabel        *notice;
  GtkLabel        *notice_detail;
  GtkWidget       *notice_button;
  GtkStack        *stack;
  AdwHeaderBar    *header;
  AdwClamp        *title_room;
  TlSpareBox      *start_row;
  TlSpareBox      *end_row;
  GtkPaned        *side_paned;
  GtkPaned        *details_paned;
  GtkWidget       *side_box; /* lists, or the panel of the talk */
  TlSideLists     *lists;
  TlDetailPane    *details;
  AdwStatusPage   *failure;

  /* What is shown. */
  TlDocument *document; /* (nullable) */
  TlViewport *viewport;
  TlHistory  *history;
  TlStage    *stage;
  TlDocument *shown;     /* (nullable): that the viewport's timeline is of */
  GtkWidget  *lane_chooser;
  GtkWidget  *filter_chooser;
  GtkWidget  *bookmarks_popover;
  GtkWidget  *bookmark_list;
  GtkWidget  *bookmarks_before; /* (nullable) (weak): had the keyboard before that */
  char       *select_id; /* (nullable): to be selected once it is loaded */
  guint32     visited;   /* the event that the history knows to be selected, or TL_NONE */
  guint       progress_delay; /* a source; 0: none */
  guint       is_going_back : 1;
  guint       has_new_bookmark : 1; /* and its name is being typed */
  guint       is_replacing : 1; /* the timeline, and nobody is told yet */

  TlTalkWindow  *talk_window;  /* (nullable) (weak): a talk that is being given */
  GCancellable  *taking;       /* (nullable): a file of the talk that is being written */
  TlTalkOptions *talk_options; /* (nullable): one that is to be given as soon as there is a timeline */

  /* The talk that is edited. */
  GtkWidget    *talk_panel;
  TlTalkDraft  *draft;         /* (nullable): until it is asked for */
  GCancellable *draft_loading; /* (nullable) */
  GFile        *copy;          /* (nullable): that is being written */
  guint         edits_talk : 1; /* its panel is there instead of the lists */
  guint         waits_for_draft : 1; /* the keyboard does, to go to its first step */
  guint         saves_again : 1; /* what has been edited since */
  guint         is_saving : 1;
  guint         is_asking : 1; /* whether it is to be saved */
  guint         closes_when_saved : 1;

  /* How it was printed last; until the window goes. */
  GtkPrintSettings *print_settings; /* (nullable) */
  GtkPageSetup     *page_setup;     /* (nullable) */

  /* How it is set up. */
  TlSessionWindow setup;
  guint           placing; /* frames until panes get their sizes again; 0: they have them */
  char           *open_label; /* of the button that has no room for it in a narrow window */
  guint           is_narrow : 1;
  guint           is_unplaced : 1; /* the panes have been placed while they were not there to be seen */
  guint           has_width : 1; /* panes have been given theirs */
};

/* tl-window.c */

TlCanvas *tl_window_get_canvas (TlWindow *self);

void tl_window_say (TlWindow   *self,
                    const char *text);

/* tl-window-actions.c */

void tl_window_init_actions (TlWindow *self);

void tl_window_update_actions (TlWindow *self);

/* tl-window-bookmarks.c */

void tl_window_init_bookmarks (TlWindow *self);

void tl_window_add_bookmark (TlWindow *self,
                             gboolean  of_span);

void tl_window_show_bookmarks (TlWindow *self);

/* tl-window-document.c */

void tl_window_init_document (TlWindow *self);

void tl_window_dismiss_notice (TlWindow *self);

void tl_window_load_document (TlWindow *self,
                              GFile    *file);

void tl_window_cancel_loading (TlWindow *self);

void tl_window_show_findings (TlWindow *self);

/* tl-window-export.c */

void tl_window_init_export (TlWindow *self);

void tl_window_export (TlWindow *self);

void tl_window_say_saved (TlWindow   *self,
                          const char *path);

void tl_window_copy_picture (TlWindow *self);

void tl_window_print (TlWindow *self);

/* tl-window-files.c */

void tl_window_choose_file (TlWindow *self);

void tl_window_choose_new (TlWindow *self);

void tl_window_edit (TlWindow *self,
                     guint     line);

void tl_window_init_drop (TlWindow *self);

/* tl-window-filter.c */

void tl_window_init_filter (TlWindow *self);

void tl_window_update_filter (TlWindow *self);

void tl_window_show_filters (TlWindow *self);

void tl_window_clear_filters (TlWindow *self);

void tl_window_say_hidden (TlWindow *self,
                           guint32   event);

void tl_window_filter_source (TlWindow   *self,
                              const char *id);

void tl_window_say_dropped (TlWindow       *self,
                            const TlFilter *before);

/* tl-window-popover.c */

void tl_window_popup (TlWindow                    *self,
                      GtkMenuButton               *button,
                      GtkMenuButtonCreatePopupFunc fill);

/* tl-window-find.c */

void tl_window_init_find (TlWindow *self);

void tl_window_find (TlWindow *self);

void tl_window_find_next (TlWindow *self);

void tl_window_find_previous (TlWindow *self);

void tl_window_go_to_date (TlWindow   *self,
                           const char *edtf);

/* tl-window-talk.c */

void tl_window_present_talk (TlWindow            *self,
                             const TlTalkOptions *options);

void tl_window_present_here (TlWindow *self);

void tl_window_update_talk (TlWindow *self,
                            gboolean  is_newer);

void tl_window_forget_talk (TlWindow *self);

void tl_window_save_slides (TlWindow *self);

void tl_window_save_presentation (TlWindow *self);

void tl_window_save_handout (TlWindow *self);

void tl_window_stop_taking (TlWindow *self);

void tl_window_end_talk (TlWindow *self);

/* tl-window-talk-edit.c */

void tl_window_init_talk_edit (TlWindow *self);

void tl_window_dispose_talk_edit (TlWindow *self);

void tl_window_load_draft (TlWindow *self);

void tl_window_update_draft (TlWindow *self,
                             gboolean  is_newer);

void tl_window_drop_draft (TlWindow *self);

gboolean tl_window_has_unsaved (TlWindow *self);

TlTimeline *tl_window_get_talk_timeline (TlWindow *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_window_add_step (TlWindow *self);

void tl_window_take_talk (TlWindow *self);

/* tl-window-talk-save.c */

void tl_window_save_talk (TlWindow *self);

void tl_window_save_talk_copy (TlWindow *self);

gboolean tl_window_may_close (TlWindow *self);

/* tl-window-chooser.c */

void tl_window_choose_event (TlWindow *self);

void tl_window_choose_command (TlWindow *self);

/* tl-window-panes.c */

void tl_window_init_panes (TlWindow *self);

void tl_window_set_side_page (TlWindow  *self,
                              TlSidePage page);

TlSidePage tl_window_get_side_page (TlWindow *self);

void tl_window_show_side (TlWindow  *self,
                          TlSidePage page);

void tl_window_set_side_shown (TlWindow *self,
                               gboolean  is_shown);

void tl_window_set_talk_shown (TlWindow *self,
                               gboolean  is_shown);

void tl_window_set_details_shown (TlWindow *self,
                                  gboolean  is_shown);

void tl_window_note_panes (TlWindow *self);

void tl_window_fit_header (TlWindow *self,
                           int       width);

/* tl-window-view.c */

void tl_window_init_view (TlWindow *self);

void tl_window_show_timeline (TlWindow *self);

void tl_window_go_to_event (TlWindow *self,
                            guint     event);

void tl_window_show_lanes (TlWindow *self);

gboolean tl_window_select_id (TlWindow   *self,
                              const char *id);

void tl_window_go_back (TlWindow *self,
                        int       steps);

/* tl-window-sources.c */

void tl_window_follow_source (TlWindow   *self,
                              const char *uri);

/* tl-window-session.c */

void tl_window_restore_setup (TlWindow *self);

void tl_window_keep_setup (TlWindow *self);

gboolean tl_window_restore_view (TlWindow *self);

void tl_window_keep_view (TlWindow *self);

G_END_DECLS
