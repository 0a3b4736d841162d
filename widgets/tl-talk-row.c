/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-row.h"

#include "tl-edtf.h"
#include "tl-row-parts.h"

#include <glib/gi18n-lib.h>

/**
 * TlTalkRow:
 *
 * A step of a talk that is being edited: its number, its title, what it
 * shows. Dragged onto another one, it takes that one’s place.
 */
struct _TlTalkRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *cue;
  GtkWidget *about;
};

G_DEFINE_FINAL_TYPE (TlTalkRow, tl_talk_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING      10
#define MARGIN       8
#define NUMBER_CHARS 2

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TlTalkRow     *self)
{
  return gdk_content_provider_new_typed (TL_TYPE_TALK_ROW, self);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          TlTalkRow     *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlTalkRow     *self)
{
  TlTalkRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self
      || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, dragged);

  return TRUE;
}

static void
tl_talk_row_class_init (TlTalkRowClass *klass)
{
  /**
   * TlTalkRow::dropped:
   * @self: the row
   * @dragged: another one of the same list
   *
   * The user wants @dragged to be where @self is.
   */
  signals[DROPPED] = g_signal_new ("dropped", TL_TYPE_TALK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_TALK_ROW);
}

static void
take_drags (TlTalkRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_TALK_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
tl_talk_row_init (TlTalkRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->number = gtk_label_new (NULL);
  self->title = tl_row_label_new (NULL);
  self->cue = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->about = tl_row_label_new ("dim-label");
  gtk_label_set_width_chars (GTK_LABEL (self->number), NUMBER_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_widget_add_css_class (self->number, "dim-label");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->about, "caption");
  gtk_widget_add_css_class (self->cue, "warning");
  gtk_widget_set_valign (self->cue, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);

  gtk_box_append (GTK_BOX (below), self->cue);
  gtk_box_append (GTK_BOX (below), self->about);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  take_drags (self);
}

/**
 * tl_talk_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
tl_talk_row_new (void)
{
  return g_object_new (TL_TYPE_TALK_ROW, NULL);
}

static gboolean
has_event_within (TlTimeline *timeline,
                  const char *window)
{
  TlDate date;

  return tl_edtf_parse (window, -1, &date, NULL) && tl_timeline_has_event_within (timeline, &date);
}

/* Of the events that it names, those that there are. */
static guint
count_events (const TlDraftStep *step,
              TlTimeline        *timeline,
              guint32           *first)
{
  guint n_found = 0;

  for (guint i = 0; step->events != NULL && step->events[i] != NULL; i++)
    {
      guint32 event = tl_timeline_find_event (timeline, step->events[i]);

      if (event == TL_NONE)
        continue;
      if (n_found++ == 0)
        *first = event;
    }

  return n_found;
}

static char *
say_date (TlTimeline    *timeline,
          const TlEvent *event)
{
  const char *end = tl_timeline_get_text (timeline, event->when_end_text);
  const char *start = tl_timeline_get_text (timeline, event->when_text);

  return end != NULL ? tl_edtf_range_to_words (start, end, NULL) : tl_edtf_to_words (start, NULL);
}

/* What the step shows, or why it shows nothing. */
static char *
describe (const TlDraftStep *step,
          TlTimeline        *timeline,
          gboolean          *is_void)
{
  guint32 first = TL_NONE;
  guint n_events = count_events (step, timeline, &first);

  *is_void = TRUE;
  if (step->is_unknown)
    return g_strdup (_("Not a step that can be read. It stays in the file as it is."));
  if (step->window != NULL && !has_event_within (timeline, step->window))
    return g_strdup (_("Left out of the talk: no event is in its stretch of time"));
  if (step->events != NULL && n_events == 0 && step->window == NULL)
    return g_strdup (_("Left out of the talk: its events are not in the timeline"));

  *is_void = FALSE;
  if (n_events == 1)
    return say_date (timeline, &tl_timeline_get_events (timeline, NULL)[first]);
  if (step->window != NULL)
    return tl_edtf_to_words (step->window, NULL);
  if (n_events > 1)
    return g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  return g_strdup (_("All of the timeline"));
}

/**
 * tl_talk_row_set_step:
 * @self: a row that is in its list
 * @step: what it is about
 * @timeline: the timeline that the talk is of
 */
void
tl_talk_row_set_step (TlTalkRow         *self,
                      const TlDraftStep *step,
                      TlTimeline        *timeline)
{
  gboolean is_void;
  guint number = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *about = describe (step, timeline, &is_void);
  const char *title = step->words[TL_DRAFT_TITLE];
  g_autofree char *whole = NULL;

  g_return_if_fail (TL_IS_TALK_ROW (self));

  if (title == NULL || *title == '\0')
    title = _("Untitled step");
  /* Translators: the number of a step, its title, what it shows */
  whole = g_strdup_printf (C_("step", "%u, %s, %s"), number, title, about);
  gtk_label_set_text (GTK_LABEL (self->number), digits);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->about), about);
  gtk_widget_set_visible (self->cue, is_void);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}
