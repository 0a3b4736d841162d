/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

/* Lists, drawing and details: side by side, in a narrow window below each
 * other.
 */

/* A window that is narrower has its details below the drawing, and its lists
 * instead of it. Large letters need more width, if not in proportion. */
#define NARROW 820
#define GROWTH 0.6

#define SIDE_WIDTH     300
#define DETAILS_WIDTH  365
#define DETAILS_HEIGHT 260

/* Until GtkPaned has been laid out in another direction. */
#define FRAMES_TO_SETTLE 2

/* No pane leaves less to the drawing. */
#define LEAST_STAGE 260

/* A title that is cut has at least so much of the header, if letters are of
 * the usual size. */
#define LEAST_TITLE 150

/* Before it is laid out, the width that it is going to have: the panes have
 * their places in the first frame. */
static int
get_width (TlWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  return MAX (width, 0);
}

/* In a narrow window: what drawing or lists get of the room. */
static int
get_above_details (TlWindow *self,
                   int       room)
{
  int details = self->setup.details_height > 0 ? self->setup.details_height : MAX (room * 2 / 5, DETAILS_HEIGHT);

  return MAX (room - details, room / 4);
}

/* The lists, or the panel of the talk in their place. */
static gboolean
shows_side (TlWindow *self)
{
  return self->setup.shows_side || self->edits_talk;
}

static void
place_side (TlWindow *self,
            int       width)
{
  int side = self->setup.side_width > 0 ? self->setup.side_width : SIDE_WIDTH;

  if (!shows_side (self))
    return;

  if (self->is_narrow)
    gtk_paned_set_position (self->side_paned,
                            get_above_details (self, gtk_widget_get_height (GTK_WIDGET (self->side_paned))));
  else
    gtk_paned_set_position (self->side_paned, CLAMP (side, 0, MAX (width - LEAST_STAGE, 0)));
}

/* Counted from the end: GtkPaned leaves that as it is when it gets wider. */
static void
place_details (TlWindow *self,
               int       width)
{
  GtkWidget *paned = GTK_WIDGET (self->details_paned);
  int room = self->is_narrow ? gtk_widget_get_height (paned) : gtk_widget_get_width (paned);
  int details;

  if (self->is_narrow)
    gtk_paned_set_position (self->details_paned, get_above_details (self, room));
  else
    {
      details = self->setup.details_width > 0 ? self->setup.details_width : DETAILS_WIDTH;
      gtk_paned_set_position (self->details_paned, MAX ((room > 0 ? room : width) - details, LEAST_STAGE));
    }
}

/* Gives the panes their sizes anew: after a change of what is shown, not
 * while somebody drags the window's edge. */
static void
place_panes (TlWindow *self)
{
  int width = get_width (self);

  if (width == 0)
    return;

  place_side (self, width);
  place_details (self, width);
  self->is_unplaced = !gtk_widget_get_mapped (GTK_WIDGET (self->details_paned));
  self->has_width = gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}

/* GtkPaned moves its handle by what it takes for a change of its size when
 * its direction is another one: once it has been laid out, the handle goes
 * where it is to be. */
static gboolean
place_again_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  TlWindow *self = TL_WINDOW (widget);

  if (self->placing-- > 1)
    return G_SOURCE_CONTINUE;

  place_panes (self);

  return G_SOURCE_REMOVE;
}

static void
place_when_laid_out (TlWindow *self)
{
  if (self->placing == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), place_again_cb, NULL, NULL);
  self->placing = FRAMES_TO_SETTLE;
}

/* While a file is loaded, the panes are not laid out, and know nothing of a
 * window that has become another size. */
static void
panes_mapped_cb (TlWindow *self)
{
  if (!self->is_unplaced)
    return;

  place_panes (self);
  place_when_laid_out (self);
}

static void
update_panes (TlWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lists), !self->edits_talk);
  gtk_widget_set_visible (self->talk_panel, self->edits_talk);
  gtk_widget_set_visible (self->side_box, shows_side (self));
  gtk_widget_set_visible (GTK_WIDGET (self->stage), !(self->is_narrow && shows_side (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->details), self->setup.shows_details);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->details_paned),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->side_paned),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->details_paned),
                          gtk_widget_get_visible (GTK_WIDGET (self->stage)) || self->setup.shows_details);
  place_panes (self);
  place_when_laid_out (self);
}

/* How wide the panes are now is how wide they are to be. */
void
tl_window_note_panes (TlWindow *self)
{
  /* With the handle, as it is counted when they are placed. */
  int position = gtk_paned_get_position (self->details_paned);
  int width = gtk_widget_get_width (GTK_WIDGET (self->details_paned)) - position;
  int height = gtk_widget_get_height (GTK_WIDGET (self->details_paned)) - position;

  if (!self->has_width || !gtk_widget_get_mapped (GTK_WIDGET (self->details_paned)))
    return;

  if (shows_side (self) && !self->is_narrow)
    self->setup.side_width = gtk_paned_get_position (self->side_paned);
  if (self->setup.shows_details && self->is_narrow && gtk_widget_get_visible (GTK_WIDGET (self->stage)))
    self->setup.details_height = height;
  else if (self->setup.shows_details && !self->is_narrow)
    self->setup.details_width = width;
}

static double
get_narrow (TlWindow *self)
{
  double text_scale = tl_canvas_get_text_scale (tl_window_get_canvas (self));

  return NARROW * MAX (1 + (text_scale - 1) * GROWTH, 1);
}

/* The title has what the buttons leave. Only where that is next to nothing do
 * buttons give way. */
static void
fit_title (TlWindow *self,
           int       width)
{
  double text_scale = tl_canvas_get_text_scale (tl_window_get_canvas (self));
  int least = (int) (LEAST_TITLE * MAX (text_scale, 1));
  TlSpareBox *rows[] = { self->start_row, self->end_row };
  int all, title, room;

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &all, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->title_room), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &title, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int asked, least_of_row, usual;

      gtk_widget_measure (GTK_WIDGET (rows[i]), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &asked, NULL, NULL);
      tl_spare_box_get_range (rows[i], &least_of_row, &usual);
      all += usual - asked;
    }
  room = width - (all - title);
  tl_spare_box_share_room (self->start_row, self->end_row, least - room);
  title = MAX (room, least);
  adw_clamp_set_maximum_size (self->title_room, title);
  adw_clamp_set_tightening_threshold (self->title_room, title);
}

/* In a narrow window, the button to open files has no room for its name. */
void
tl_window_fit_header (TlWindow *self,
                      int       width)
{
  adw_button_content_set_label (self->open_content, width >= get_narrow (self) ? self->open_label : "");
  fit_title (self, width);
}

static void
resized_cb (TlWindow *self)
{
  int width = get_width (self);
  gboolean is_narrow = width < get_narrow (self);

  if (width == 0)
    return;

  tl_window_fit_header (self, width);
  if (self->has_width && is_narrow == self->is_narrow)
    return;

  self->is_narrow = is_narrow;
  update_panes (self);
}

static gboolean
resized_idle_cb (gpointer data)
{
  resized_cb (data);

  return G_SOURCE_REMOVE;
}

/* The surface tells its new size while GTK lays out; changing what there is
 * to be laid out has to wait until that is done. */
static void
surface_resized_cb (TlWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, resized_idle_cb, g_object_ref (self), g_object_unref);
}

/* Not before letters have their new size. */
static void
text_resized_cb (TlWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, resized_idle_cb, g_object_ref (self), g_object_unref);
}

static void
realized_cb (TlWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (surface_resized_cb), self, G_CONNECT_SWAPPED);
  resized_cb (self);
}

void
tl_window_init_panes (TlWindow *self)
{
  self->open_label = g_strdup (adw_button_content_get_label (self->open_content));
  self->setup.shows_details = TRUE;
  g_signal_connect (self, "realize", G_CALLBACK (realized_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (surface_resized_cb), NULL);
  g_signal_connect_object (self->details_paned, "map", G_CALLBACK (panes_mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_resized_cb), self, G_CONNECT_SWAPPED);
}

static const char *const pages[] = {
  [TL_SIDE_EVENTS] = "events",
  [TL_SIDE_SOURCES] = "sources",
  [TL_SIDE_DIFFERENCES] = "differences",
};

/* Which of the lists is to be shown, whether there is room for any or not. */
void
tl_window_set_side_page (TlWindow  *self,
                         TlSidePage page)
{
  tl_side_lists_show (self->lists, pages[page]);
}

TlSidePage
tl_window_get_side_page (TlWindow *self)
{
  const char *shown = tl_side_lists_get_page (self->lists);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i], shown) == 0)
      return i;

  return TL_SIDE_EVENTS;
}

void
tl_window_set_side_shown (TlWindow *self,
                          gboolean  is_shown)
{
  if (self->setup.shows_side == is_shown && !self->edits_talk)
    return;

  tl_window_note_panes (self);
  self->edits_talk = FALSE;
  self->setup.shows_side = is_shown;
  update_panes (self);
  tl_window_update_actions (self);
  if (is_shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->lists));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

/* In the place of the lists, which come back after it. */
void
tl_window_set_talk_shown (TlWindow *self,
                          gboolean  is_shown)
{
  if (self->edits_talk == is_shown)
    return;

  tl_window_note_panes (self);
  self->edits_talk = is_shown;
  update_panes (self);
  self->waits_for_draft = is_shown && self->draft == NULL;
  if (self->waits_for_draft)
    tl_window_load_draft (self);
  tl_window_update_actions (self);
  gtk_widget_grab_focus (is_shown ? self->talk_panel : GTK_WIDGET (self->stage));
}

void
tl_window_set_details_shown (TlWindow *self,
                             gboolean  is_shown)
{
  if (self->setup.shows_details == is_shown)
    return;

  tl_window_note_panes (self);
  self->setup.shows_details = is_shown;
  update_panes (self);
  tl_window_update_actions (self);
}

void
tl_window_show_side (TlWindow  *self,
                     TlSidePage page)
{
  tl_window_set_side_page (self, page);
  tl_window_set_side_shown (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->lists));
}
