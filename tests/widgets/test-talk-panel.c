/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "list-fixture.h"
#include "tl-load.h"
#include "tl-step-editor.h"
#include "tl-talk-panel.h"
#include "tl-talk-row.h"

#include <string.h>

/* The panel that edits a talk, on a display. Run by with-display.sh. */

static const char text[] =
  "{\"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"events\": ["
  "{\"id\": \"a\", \"title\": \"Alpha\", \"when\": \"2001\"}, {\"id\": \"b\", \"title\": \"Beta\", \"when\": \"2003-05\"}],"
  "\"talk\": {\"steps\": [{\"title\": \"One\", \"events\": [\"a\"]}, {\"title\": \"Two\", \"window\": \"1900/1910\"},"
  " 7, {\"title\": \"Four\", \"events\": [\"a\", \"b\"]}]}}";

static GtkWidget *
new_panel (TlTalkDraft **draft)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  GtkWidget *panel = g_object_ref_sink (tl_talk_panel_new ());

  *draft = tl_talk_draft_new (bytes, load->timeline);
  tl_talk_panel_set_draft (TL_TALK_PANEL (panel), *draft, load->timeline);

  return panel;
}

static GtkListBoxRow *
get_step (GtkWidget *panel,
          int        index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_find_descendant (panel, GTK_TYPE_LIST_BOX)), index);
}

static void
check_row (GtkWidget  *panel,
           int         index,
           const char *title,
           const char *about)
{
  GtkWidget *row = GTK_WIDGET (get_step (panel, index));
  g_autofree char *name = g_strdup_printf ("%d, %s, %s", index + 1, title, about);

  g_assert_nonnull (row);
  g_assert_nonnull (list_find_text (row, title));
  g_assert_nonnull (list_find_text (row, about));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static GtkWidget *
find_entry (GtkWidget *panel)
{
  return list_find_descendant (panel, GTK_TYPE_ENTRY);
}

static void
test_rows (void)
{
  g_autoptr (TlTalkDraft) draft = NULL;
  GtkWidget *panel = new_panel (&draft);

  check_row (panel, 0, "One", "2001");
  check_row (panel, 1, "Two", "Left out of the talk: no event is in its stretch of time");
  check_row (panel, 2, "Untitled step", "Not a step that can be read. It stays in the file as it is.");
  check_row (panel, 3, "Four", "2 events");
  g_assert_null (get_step (panel, 4));
  g_assert_cmpuint (tl_talk_panel_get_selected (TL_TALK_PANEL (panel)), ==, 0);

  tl_talk_draft_move (draft, 3, 0);
  check_row (panel, 0, "Four", "2 events");
  check_row (panel, 1, "One", "2001");

  g_object_unref (panel);
}

/* What is typed goes into the step, and comes back from it. */
static void
test_words (void)
{
  g_autoptr (TlTalkDraft) draft = NULL;
  GtkWidget *panel = new_panel (&draft);
  GtkWidget *view = list_find_descendant (panel, GTK_TYPE_TEXT_VIEW);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (panel))), ==, "One");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (panel)), "Onset <b>");
  check_row (panel, 0, "Onset <b>", "2001");
  g_assert_cmpstr (tl_talk_draft_get_step (draft, 0)->words[TL_DRAFT_TITLE], ==, "Onset <b>");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Said", -1);
  g_assert_cmpstr (tl_talk_draft_get_step (draft, 0)->words[TL_DRAFT_TEXT], ==, "Said");
  g_assert_true (tl_talk_draft_is_dirty (draft));

  /* Another step has its own words; looking at it changes nothing. */
  tl_talk_panel_select (TL_TALK_PANEL (panel), 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (panel))), ==, "Four");
  g_assert_cmpstr (tl_talk_draft_get_step (draft, 3)->words[TL_DRAFT_TITLE], ==, "Four");

  /* Undoing shows what it is about. */
  tl_talk_panel_undo (TL_TALK_PANEL (panel));
  tl_talk_panel_undo (TL_TALK_PANEL (panel));
  g_assert_cmpuint (tl_talk_panel_get_selected (TL_TALK_PANEL (panel)), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (panel))), ==, "One");
  g_assert_false (tl_talk_draft_is_dirty (draft));
  tl_talk_panel_undo (TL_TALK_PANEL (panel));
  tl_talk_panel_redo (TL_TALK_PANEL (panel));
  g_assert_true (tl_talk_draft_is_dirty (draft));

  /* What is no step has no words. */
  tl_talk_panel_select (TL_TALK_PANEL (panel), 2);
  g_assert_false (gtk_widget_is_sensitive (find_entry (panel)));

  g_object_unref (panel);
}

/* A step that is dragged takes the place of the one that it is dropped on. */
static void
test_drop (void)
{
  g_autoptr (TlTalkDraft) draft = NULL;
  GtkWidget *panel = new_panel (&draft);

  g_signal_emit_by_name (get_step (panel, 0), "dropped", get_step (panel, 3));
  check_row (panel, 0, "Four", "2 events");
  check_row (panel, 1, "One", "2001");
  g_assert_cmpuint (tl_talk_panel_get_selected (TL_TALK_PANEL (panel)), ==, 0);

  g_object_unref (panel);
}

static void
test_none (void)
{
  g_autoptr (TlTalkDraft) draft = NULL;
  GtkWidget *panel = new_panel (&draft);

  while (tl_talk_draft_get_n_steps (draft) > 0)
    tl_talk_draft_remove (draft, 0);
  g_assert_null (get_step (panel, 0));
  g_assert_cmpuint (tl_talk_panel_get_selected (TL_TALK_PANEL (panel)), ==, TL_NONE);
  tl_talk_panel_undo (TL_TALK_PANEL (panel));
  check_row (panel, 0, "Four", "2 events");

  tl_talk_panel_set_draft (TL_TALK_PANEL (panel), NULL, NULL);
  g_assert_null (get_step (panel, 0));
  g_assert_finalize_object (panel);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk-panel/rows", test_rows);
  g_test_add_func ("/talk-panel/words", test_words);
  g_test_add_func ("/talk-panel/drop", test_drop);
  g_test_add_func ("/talk-panel/none", test_none);

  return g_test_run ();
}
