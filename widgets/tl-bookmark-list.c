/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmark-list.h"

#include "tl-bookmark-row.h"
#include "tl-row-parts.h"

#include <glib/gi18n-lib.h>

/**
 * TlBookmarkList:
 *
 * The bookmarks of a timeline, to go to, rename and remove, and buttons for
 * new ones. Changes nothing itself.
 */
struct _TlBookmarkList
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkWidget   *scroller;
  GtkWidget   *rows; /* TlBookmarkRow, in the order of the bookmarks */
  GtkWidget   *none;
  GtkWidget   *make;
  GtkWidget   *make_span;
  TlBookmarks *bookmarks; /* (nullable) */
  TlViewport  *viewport;  /* (nullable): of the timeline */
};

G_DEFINE_FINAL_TYPE (TlBookmarkList, tl_bookmark_list, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  RENAMED,
  REMOVED,
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING    6
#define MAX_HEIGHT 360

static guint
find_index (TlBookmarkList *self,
            GtkWidget      *row)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL && child != row;
       child = gtk_widget_get_next_sibling (child))
    index++;

  return index;
}

static GtkWidget *
get_row (TlBookmarkList *self,
         guint           index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
opened_cb (TlBookmarkList *self,
           GtkWidget      *row)
{
  g_signal_emit (self, signals[OPENED], 0, find_index (self, row));
}

static void
renamed_cb (TlBookmarkList *self,
            const char     *name,
            GtkWidget      *row)
{
  g_signal_emit (self, signals[RENAMED], 0, find_index (self, row), name);
}

/* The keyboard goes to the one that takes its place. */
static void
removed_cb (TlBookmarkList *self,
            GtkWidget      *row)
{
  guint index = find_index (self, row);

  g_signal_emit (self, signals[REMOVED], 0, index);
  tl_bookmark_list_focus (self, index);
}

static void
edited_cb (TlBookmarkList *self,
           GtkWidget      *row)
{
  g_signal_emit (self, signals[EDITED], 0, find_index (self, row));
}

static void
append_row (TlBookmarkList *self)
{
  GtkWidget *row = tl_bookmark_row_new ();

  g_signal_connect_object (row, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* Rows stay where they are: one of them may be told that its own name is
 * another one. */
static void
update (TlBookmarkList *self)
{
  TlAxis *axis = self->viewport != NULL ? tl_viewport_get_axis (self->viewport) : NULL;
  guint n_bookmarks = self->bookmarks != NULL && axis != NULL ? tl_bookmarks_get_count (self->bookmarks) : 0;
  TlStretch span;

  for (guint i = find_index (self, NULL); i < n_bookmarks; i++)
    append_row (self);
  for (GtkWidget *row = get_row (self, n_bookmarks); row != NULL; row = get_row (self, n_bookmarks))
    gtk_box_remove (GTK_BOX (self->rows), row);

  for (guint i = 0; i < n_bookmarks; i++)
    {
      const TlBookmark *bookmark = tl_bookmarks_get (self->bookmarks, i);
      g_autofree char *time = tl_bookmark_say_time (bookmark, axis, NULL);

      tl_bookmark_row_set_text (TL_BOOKMARK_ROW (get_row (self, i)), bookmark->name, time);
    }
  gtk_widget_set_visible (self->scroller, n_bookmarks > 0);
  gtk_widget_set_visible (self->none, n_bookmarks == 0);
  gtk_widget_set_visible (self->make_span, axis != NULL && tl_viewport_get_span (self->viewport, &span));
}

static void
tl_bookmark_list_dispose (GObject *object)
{
  TlBookmarkList *self = TL_BOOKMARK_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  if (self->bookmarks != NULL)
    g_signal_handlers_disconnect_by_data (self->bookmarks, self);
  g_clear_object (&self->bookmarks);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (tl_bookmark_list_parent_class)->dispose (object);
}

static void
tl_bookmark_list_class_init (TlBookmarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_bookmark_list_dispose;

  /**
   * TlBookmarkList::opened:
   * @self: the list
   * @index: of a bookmark
   *
   * The user wants to go there.
   */
  signals[OPENED] = g_signal_new ("opened", TL_TYPE_BOOKMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlBookmarkList::renamed:
   * @self: the list
   * @index: of a bookmark
   * @name: what it is to be called
   *
   * The user has given it a name.
   */
  signals[RENAMED] = g_signal_new ("renamed", TL_TYPE_BOOKMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * TlBookmarkList::removed:
   * @self: the list
   * @index: of a bookmark
   *
   * The user wants it no more.
   */
  signals[REMOVED] = g_signal_new ("removed", TL_TYPE_BOOKMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlBookmarkList::edited:
   * @self: the list
   * @index: of a bookmark
   *
   * The user has said that its name is as it should be.
   */
  signals[EDITED] = g_signal_new ("edited", TL_TYPE_BOOKMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookmarklist");
}

static GtkWidget *
new_scroller (GtkWidget *rows)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), rows);

  return scroller;
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
tl_bookmark_list_init (TlBookmarkList *self)
{
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", SPACING,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookmarks"), -1);
  self->scroller = new_scroller (self->rows);
  self->none = tl_row_label_new ("dim-label");
  gtk_label_set_text (GTK_LABEL (self->none), _("A bookmark keeps what is in view, under a name."));
  gtk_label_set_max_width_chars (GTK_LABEL (self->none), 30);
  self->make = new_button (_("Bookmark This _View"), "win.bookmark");
  self->make_span = new_button (_("Bookmark the Marked _Time"), "win.bookmark-span");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_box_append (GTK_BOX (self->box), self->none);
  gtk_box_append (GTK_BOX (self->box), self->make);
  gtk_box_append (GTK_BOX (self->box), self->make_span);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  update (self);
}

/**
 * tl_bookmark_list_new:
 *
 * Returns: (transfer floating): a list without bookmarks
 */
GtkWidget *
tl_bookmark_list_new (void)
{
  return g_object_new (TL_TYPE_BOOKMARK_LIST, NULL);
}

/**
 * tl_bookmark_list_set_bookmarks:
 * @self: a list
 * @bookmarks: (nullable) (transfer none): what to show
 * @viewport: (transfer none): that their timeline is looked at in
 *
 * Shows @bookmarks, in the words of the axis that there is now.
 */
void
tl_bookmark_list_set_bookmarks (TlBookmarkList *self,
                                TlBookmarks    *bookmarks,
                                TlViewport     *viewport)
{
  g_return_if_fail (TL_IS_BOOKMARK_LIST (self));

  if (self->bookmarks != NULL)
    g_signal_handlers_disconnect_by_data (self->bookmarks, self);
  g_set_object (&self->bookmarks, bookmarks);
  g_set_object (&self->viewport, viewport);
  if (bookmarks != NULL)
    g_signal_connect_object (bookmarks, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tl_bookmark_list_edit:
 * @self: a list that is on the screen
 * @index: of a bookmark
 *
 * Lets the user type another name for it.
 */
void
tl_bookmark_list_edit (TlBookmarkList *self,
                       guint           index)
{
  GtkWidget *row;

  g_return_if_fail (TL_IS_BOOKMARK_LIST (self));

  row = get_row (self, index);
  if (row != NULL)
    tl_bookmark_row_edit (TL_BOOKMARK_ROW (row));
}

/**
 * tl_bookmark_list_focus:
 * @self: a list that is on the screen
 * @index: of a bookmark; of those that there are the nearest one
 *
 * Gives it the keyboard, or where there is none, the button for a new one.
 */
void
tl_bookmark_list_focus (TlBookmarkList *self,
                        guint           index)
{
  guint n_rows;
  GtkWidget *row;

  g_return_if_fail (TL_IS_BOOKMARK_LIST (self));

  n_rows = find_index (self, NULL);
  row = n_rows > 0 ? get_row (self, MIN (index, n_rows - 1)) : NULL;
  gtk_widget_grab_focus (row != NULL ? row : self->make);
}
