/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window.h"

#include "tl-slide-view.h"

#include <glib/gi18n.h>

/**
 * TlTalkWindow:
 *
 * A talk, over all of a screen. Keys, clicker and pointer go from step to
 * step; behind the last one there is an end, not suddenly the program again.
 * The screen does not go dark meanwhile.
 */
struct _TlTalkWindow
{
  GtkWindow parent_instance;

  TlTalk      *talk;
  GtkWidget   *view;
  GtkWidget   *end; /* over the view, behind the last step */
  guint        cookie;
  guint        hiding; /* a source: hides the pointer that does not move */
  double       x;
  double       y;
};

G_DEFINE_FINAL_TYPE (TlTalkWindow, tl_talk_window, GTK_TYPE_WINDOW)

/* A pointer that rests so long, in milliseconds, is in the way. */
#define REST 2000

/* Going through the steps: those in reserve are passed by. */
static void
step_by (TlTalkWindow *self,
         int           direction)
{
  TlSlideView *view = TL_SLIDE_VIEW (self->view);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (self->talk, &n_steps);
  int step = (int) tl_slide_view_get_step (view);

  tl_slide_view_set_black (view, FALSE);
  if (gtk_widget_get_visible (self->end))
    {
      gtk_widget_set_visible (self->end, direction > 0);
      return;
    }

  do
    step += direction;
  while (step >= 0 && step < (int) n_steps && steps[step].is_hidden);

  if (step >= (int) n_steps)
    gtk_widget_set_visible (self->end, TRUE);
  else if (step >= 0)
    tl_slide_view_show_step (view, (guint) step);
}

static void
go_to_end_of (TlTalkWindow *self,
              gboolean      is_first)
{
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (self->talk, &n_steps);
  int step = is_first ? 0 : (int) n_steps - 1;

  gtk_widget_set_visible (self->end, FALSE);
  while (step >= 0 && step < (int) n_steps && steps[step].is_hidden)
    step += is_first ? 1 : -1;
  if (step >= 0 && step < (int) n_steps)
    tl_slide_view_show_step (TL_SLIDE_VIEW (self->view), (guint) step);
}

/* One thing at a time. */
static void
step_back (TlTalkWindow *self)
{
  TlSlideView *view = TL_SLIDE_VIEW (self->view);

  if (tl_slide_view_is_black (view))
    tl_slide_view_set_black (view, FALSE);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
toggle_fullscreen (TlTalkWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

/* Those of clickers among them: they send Page Up and Down, a period or b for
 * black, and F5 or Escape for a start button, which must not begin the talk
 * again. */
static gboolean
key_pressed_cb (TlTalkWindow   *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  TlSlideView *view = TL_SLIDE_VIEW (self->view);

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      step_by (self, (key == GDK_KEY_Right) != is_rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_n:
      step_by (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
    case GDK_KEY_p:
      step_by (self, -1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      go_to_end_of (self, key == GDK_KEY_Home);
      return TRUE;
    case GDK_KEY_b:
    case GDK_KEY_period:
      tl_slide_view_set_black (view, !tl_slide_view_is_black (view));
      return TRUE;
    case GDK_KEY_F5:
      return TRUE;
    case GDK_KEY_F11:
    case GDK_KEY_w:
      toggle_fullscreen (self);
      return TRUE;
    case GDK_KEY_Escape:
      step_back (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlTalkWindow    *self)
{
  step_by (self, gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY ? -1 : 1);
}

static gboolean
hide_pointer_cb (gpointer data)
{
  TlTalkWindow *self = data;

  self->hiding = 0;
  gtk_widget_set_cursor_from_name (self->view, "none");

  return G_SOURCE_REMOVE;
}

/* Some servers tell of motion where there is none. */
static void
moved_cb (TlTalkWindow *self,
          double        x,
          double        y)
{
  if (x == self->x && y == self->y)
    return;

  self->x = x;
  self->y = y;
  gtk_widget_set_cursor (self->view, NULL);
  g_clear_handle_id (&self->hiding, g_source_remove);
  self->hiding = g_timeout_add (REST, hide_pointer_cb, self);
}

static void
inhibit (TlTalkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    self->cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                            _("A talk is being given"));
}

static void
tl_talk_window_dispose (GObject *object)
{
  TlTalkWindow *self = TL_TALK_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_clear_handle_id (&self->hiding, g_source_remove);
  if (self->cookie != 0 && application != NULL)
    gtk_application_uninhibit (application, self->cookie);
  self->cookie = 0;

  G_OBJECT_CLASS (tl_talk_window_parent_class)->dispose (object);
}

static void
tl_talk_window_finalize (GObject *object)
{
  g_clear_pointer (&TL_TALK_WINDOW (object)->talk, tl_talk_unref);

  G_OBJECT_CLASS (tl_talk_window_parent_class)->finalize (object);
}

static void
tl_talk_window_class_init (TlTalkWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_talk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_talk_window_finalize;
}

static void
tl_talk_window_init (TlTalkWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
new_end (void)
{
  GtkWidget *end = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                 "label", _("The end of the talk. Escape leaves it."), NULL);

  gtk_widget_add_css_class (end, "talk-end");
  gtk_widget_set_hexpand (end, TRUE);
  gtk_widget_set_vexpand (end, TRUE);
  gtk_widget_set_visible (end, FALSE);

  return end;
}

/**
 * tl_talk_window_new:
 * @parent: the window that the talk is given from
 * @viewport: (transfer none): see tl_slide_view_new()
 * @talk: (transfer none): a talk with a step at least
 * @font: the family of its letters
 *
 * Returns: (transfer full): a window over all of the screen that @parent is
 *   on, to be presented
 */
GtkWindow *
tl_talk_window_new (GtkWindow  *parent,
                    TlViewport *viewport,
                    TlTalk     *talk,
                    const char *font)
{
  /* On GTK 4.8 a window without a title bar says nothing of what it is. */
  TlTalkWindow *self = g_object_new (TL_TYPE_TALK_WINDOW,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
                                     "title", tl_timeline_get_title (tl_viewport_get_timeline (viewport)),
                                     "default-width", 1280, "default-height", 720, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->talk = tl_talk_ref (talk);
  self->view = tl_slide_view_new (viewport, talk, font);
  self->end = new_end ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->end);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_focus (GTK_WINDOW (self), self->view);
  go_to_end_of (self, TRUE);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  inhibit (self);
  gtk_window_fullscreen (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}
