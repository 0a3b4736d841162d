/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-bar.h"

#include "tl-icon-button.h"
#include "tl-paragraph.h"

#include <glib/gi18n-lib.h>

/**
 * TlDetailBar:
 *
 * What stands above the details of an event: its category, its place among
 * all, and buttons for the previous and the next one. They do the actions
 * detail.previous and detail.next of the pane.
 */
struct _TlDetailBar
{
  GtkBox parent_instance;

  GtkWidget *place; /* what is at the start */
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (TlDetailBar, tl_detail_bar, GTK_TYPE_BOX)

static void
fill (TlDetailBar       *self,
      const TlDetail    *detail,
      const TlEventWalk *walk)
{
  const TlCategory *categories = tl_timeline_get_categories (detail->timeline, NULL);
  /* Translators: the place of an event among all, as in 9 of 34 */
  g_autofree char *position = g_strdup_printf (C_("event", "%u of %u"),
                                               tl_event_walk_find_place (walk, detail->index) + 1, walk->n_events);

  if (detail->event->category != TL_NONE)
    {
      const char *name = tl_timeline_get_text (detail->timeline, categories[detail->event->category].name);
      guint32 lane = tl_timeline_get_event_lane (detail->timeline, detail->event);

      gtk_box_append (GTK_BOX (self->place), tl_detail_new_chip (name, tl_detail_new_lane_dot (detail, lane)));
    }

  gtk_box_append (GTK_BOX (self->place), tl_paragraph_new (position, GTK_ACCESSIBLE_ROLE_LABEL, "dim-label"));
}

/* A button that gets out of use loses the keyboard: the other one takes it. */
static void
update_buttons (TlDetailBar       *self,
                const TlDetail    *detail,
                const TlEventWalk *walk)
{
  gboolean has_previous = tl_event_walk_get_previous (walk, detail->index) != TL_NONE;
  gboolean has_next = tl_event_walk_get_next (walk, detail->index) != TL_NONE;
  gboolean had_previous = gtk_widget_has_focus (self->previous);
  gboolean had_next = gtk_widget_has_focus (self->next);

  gtk_widget_action_set_enabled (detail->pane, "detail.previous", has_previous);
  gtk_widget_action_set_enabled (detail->pane, "detail.next", has_next);
  if (had_previous && !has_previous && has_next)
    gtk_widget_grab_focus (self->next);
  else if (had_next && !has_next && has_previous)
    gtk_widget_grab_focus (self->previous);
}

static gboolean
tl_detail_bar_grab_focus (GtkWidget *widget)
{
  TlDetailBar *self = TL_DETAIL_BAR (widget);
  GtkWidget *const buttons[] = { self->next, self->previous };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_is_sensitive (buttons[i]) && gtk_widget_get_mapped (buttons[i]) && gtk_widget_grab_focus (buttons[i]))
      return TRUE;

  return FALSE;
}

static void
tl_detail_bar_class_init (TlDetailBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_detail_bar_grab_focus;
}

static GtkWidget *
add_button (TlDetailBar *self,
            const char  *icon,
            const char  *name,
            const char  *action)
{
  GtkWidget *button = tl_icon_button_new_for_action (icon, name, action);

  /* At the first line of what may be several. */
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
tl_detail_bar_init (TlDetailBar *self)
{
  self->place = tl_detail_new_flow (0);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_set_valign (self->place, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->place);
  self->previous = add_button (self, "go-previous-symbolic", _("Previous Event"), "detail.previous");
  self->next = add_button (self, "go-next-symbolic", _("Next Event"), "detail.next");

  tl_detail_set_margins (GTK_WIDGET (self), TL_DETAIL_SPACING, TL_DETAIL_SPACING);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_detail_bar_new:
 *
 * Returns: (transfer floating): a bar that is hidden, as it is about no event
 */
GtkWidget *
tl_detail_bar_new (void)
{
  return g_object_new (TL_TYPE_DETAIL_BAR, NULL);
}

/**
 * tl_detail_bar_update:
 * @self: a bar
 * @detail: (transfer none): what the pane shows
 * @walk: (transfer none): what there is before and after it
 *
 * Shows where the event is among all, or hides itself where there is none.
 */
void
tl_detail_bar_update (TlDetailBar       *self,
                      const TlDetail    *detail,
                      const TlEventWalk *walk)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_DETAIL_BAR (self));

  while ((child = gtk_widget_get_first_child (self->place)) != NULL)
    gtk_box_remove (GTK_BOX (self->place), child);

  gtk_widget_set_visible (GTK_WIDGET (self), detail->event != NULL);
  if (detail->event != NULL)
    fill (self, detail, walk);
  update_buttons (self, detail, walk);
}
