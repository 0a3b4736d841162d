/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-application.h"
#include "tl-bookmark-list.h"

#include <glib/gi18n.h>

/* Bookmarks of the timeline, in a popover. */

/* Longer than usual: it takes a moment to see what is gone. */
#define UNDO_SECONDS 10

/* Room beside a stretch of time that is gone to, in pixels. */
#define MARGIN 24

typedef struct
{
  TlWindow    *window; /* unowned: it has the toast that has this */
  TlBookmarks *bookmarks;
  TlBookmark   bookmark;
} Removed;

static void
free_removed_cb (gpointer  data,
                 GClosure *closure)
{
  Removed *removed = data;

  g_object_unref (removed->bookmarks);
  tl_bookmark_clear (&removed->bookmark);
  g_free (removed);
}

static TlBookmarks *
get_bookmarks (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return TL_IS_APPLICATION (application) && self->shown != NULL
           ? tl_application_get_bookmarks (TL_APPLICATION (application), tl_document_get_file (self->shown))
           : NULL;
}

/* At once: what somebody has given a name is not to be lost. */
static void
keep (TlWindow    *self,
      TlBookmarks *bookmarks)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (tl_bookmarks_save (bookmarks, &error))
    return;

  /* Translators: why not */
  text = g_strdup_printf (_("The bookmarks cannot be kept: %s"), error->message);
  tl_window_say (self, text);
}

/* The popover */

/* From the button, or where a narrow window has no room for that, from the
 * menu. */
static void
point (TlWindow *self)
{
  GtkWidget *from = gtk_widget_get_mapped (self->bookmarks_button) ? self->bookmarks_button : self->menu_button;
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (from, gtk_widget_get_parent (self->bookmarks_popover), &bounds))
    return;

  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->bookmarks_popover), &at);
}

static void
pop_up (TlWindow *self)
{
  tl_bookmark_list_set_bookmarks (TL_BOOKMARK_LIST (self->bookmark_list), get_bookmarks (self), self->viewport);
  if (gtk_widget_get_visible (self->bookmarks_popover))
    return;

  g_set_weak_pointer (&self->bookmarks_before, gtk_window_get_focus (GTK_WINDOW (self)));
  point (self);
  gtk_popover_popup (GTK_POPOVER (self->bookmarks_popover));
}

static void
closed_cb (TlWindow *self)
{
  self->has_new_bookmark = FALSE;
  if (self->bookmarks_before != NULL && gtk_widget_get_mapped (self->bookmarks_before))
    gtk_widget_grab_focus (self->bookmarks_before);
  g_clear_weak_pointer (&self->bookmarks_before);
}

/* Going there */

/* What is gone to is a visit: selecting an event tells the history itself. */
static void
go_to (TlWindow         *self,
       const TlBookmark *bookmark)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  TlAxis *axis = tl_viewport_get_axis (self->viewport);
  guint32 event = bookmark->event != NULL ? tl_timeline_find_event (timeline, bookmark->event) : TL_NONE;
  TlCamera camera = tl_viewport_show_place (self->viewport, &bookmark->place);

  if (event != TL_NONE && event != tl_viewport_get_selected (self->viewport)
      && tl_viewport_shows (self->viewport, event))
    tl_viewport_select (self->viewport, event);
  else
    tl_history_visit (self->history);

  if (bookmark->is_span)
    {
      TlStretch span = { tl_axis_get_moment_position (axis, &bookmark->place.from),
                         tl_axis_get_moment_position (axis, &bookmark->place.to) };

      tl_viewport_set_span (self->viewport, &span);
      camera = tl_viewport_show_stretch (self->viewport, &span, MARGIN);
      camera.y = bookmark->place.y;
    }
  tl_canvas_go (tl_window_get_canvas (self), &camera);
  tl_window_update_actions (self);
}

static void
opened_cb (TlWindow *self,
           guint     index)
{
  g_auto (TlBookmark) bookmark = { NULL };

  tl_bookmark_copy (&bookmark, tl_bookmarks_get (get_bookmarks (self), index));
  g_set_weak_pointer (&self->bookmarks_before, GTK_WIDGET (tl_window_get_canvas (self)));
  gtk_popover_popdown (GTK_POPOVER (self->bookmarks_popover));
  go_to (self, &bookmark);
}

/* Changing them */

static void
renamed_cb (TlWindow   *self,
            guint       index,
            const char *name)
{
  TlBookmarks *bookmarks = get_bookmarks (self);

  tl_bookmarks_rename (bookmarks, index, name);
  keep (self, bookmarks);
}

/* One that has just been made is done with. */
static void
edited_cb (TlWindow *self)
{
  if (self->has_new_bookmark)
    gtk_popover_popdown (GTK_POPOVER (self->bookmarks_popover));
}

static void
undo_cb (AdwToast *toast,
         Removed  *removed)
{
  tl_bookmarks_add (removed->bookmarks, &removed->bookmark);
  keep (removed->window, removed->bookmarks);
}

static void
offer_undo (TlWindow *self,
            Removed  *removed)
{
  /* Translators: the name of a bookmark */
  g_autofree char *title = g_markup_printf_escaped (_("“%s” is removed"), removed->bookmark.name);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, free_removed_cb, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
removed_cb (TlWindow *self,
            guint     index)
{
  TlBookmarks *bookmarks = get_bookmarks (self);
  Removed *removed = g_new0 (Removed, 1);

  removed->window = self;
  removed->bookmarks = g_object_ref (bookmarks);
  tl_bookmark_copy (&removed->bookmark, tl_bookmarks_get (bookmarks, index));
  tl_bookmarks_remove (bookmarks, index);
  keep (self, bookmarks);
  offer_undo (self, removed);
}

void
tl_window_init_bookmarks (TlWindow *self)
{
  GtkWidget *content = adw_toast_overlay_get_child (self->toasts);

  self->bookmark_list = tl_bookmark_list_new ();
  self->bookmarks_popover = gtk_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->bookmarks_popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->bookmarks_popover), self->bookmark_list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bookmarks_popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookmarks"), -1);
  gtk_widget_set_parent (self->bookmarks_popover, content);

  g_signal_connect_object (self->bookmarks_popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmark_list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmark_list, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmark_list, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmark_list, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

/* Keeps what is looked at, and lets its name be typed. */
void
tl_window_add_bookmark (TlWindow *self,
                        gboolean  of_span)
{
  TlBookmarks *bookmarks = get_bookmarks (self);
  g_auto (TlBookmark) bookmark = { NULL };
  guint index;

  if (bookmarks == NULL)
    return;

  if (!tl_bookmark_take (&bookmark, self->viewport, of_span))
    {
      tl_window_say (self, _("No time is marked: drag along the axis, or press R with an event selected"));
      return;
    }

  index = tl_bookmarks_add (bookmarks, &bookmark);
  if (index == TL_NONE)
    return;
  keep (self, bookmarks);
  pop_up (self);
  self->has_new_bookmark = TRUE;
  tl_bookmark_list_edit (TL_BOOKMARK_LIST (self->bookmark_list), index);
}

void
tl_window_show_bookmarks (TlWindow *self)
{
  pop_up (self);
  tl_bookmark_list_focus (TL_BOOKMARK_LIST (self->bookmark_list), 0);
}
