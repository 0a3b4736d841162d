/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-speaker-view.h"

#include "tl-flow-layout.h"
#include "tl-slide-view.h"
#include "tl-speaker-clock.h"
#include "tl-step-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TlSpeakerView:
 *
 * What a speaker has before him: the step that is shown and the next one, his
 * notes, the clock, all steps, and where that comes from. What the audience
 * must not see, such as black, does not touch it.
 *
 * Its buttons are actions of a group "talk", which its window has.
 */
struct _TlSpeakerView
{
  GtkWidget parent_instance;

  TlShow    *show;
  GtkWidget *box;
  GtkWidget *columns;      /* what is shown, and what comes next */
  GtkWidget *current_rows; /* the slide, and the notes */
  GtkWidget *next_rows;    /* the slide, and the sources */
  GtkWidget *steps;
  GtkWidget *view;
  GtkWidget *step;      /* which one, of how many */
  GtkWidget *state;     /* what the audience sees instead, or where one is */
  GtkWidget *next_name; /* what comes next */
  GtkWidget *notes;
  GtkWidget *notes_scroller;
  GtkWidget *sources;
  int        notes_size;
  guint      placing; /* a source */
};

G_DEFINE_FINAL_TYPE (TlSpeakerView, tl_speaker_view, GTK_TYPE_WIDGET)

#define GAP        6 /* pixels */
#define LIST_WIDTH 150 /* of a step in the list, in pixels */
#define NOTES_STEP 1.15
#define MOST_STEPS 8
#define COLUMN     0.6 /* part of the width that is for what is shown */
#define MOST_ROW   0.68 /* part of the height that a slide may have */
#define SCROLL     0.8 /* part of the notes' height that they are scrolled by */

/* What is said */

static void
update_step (TlSpeakerView *self)
{
  guint number, next, n_steps;
  guint n_told = tl_show_count_steps (self->show, &number);
  const TlTalkStep *steps = tl_talk_get_steps (tl_show_get_talk (self->show), &n_steps);
  gboolean has_next = tl_show_find_step (self->show, 1, &next);
  const TlTalkStep *current = &steps[tl_show_get_step (self->show)];
  /* Translators: the number of a step, and how many there are */
  g_autofree char *words = current->is_hidden ? g_strdup (_("A step in reserve"))
                                              : g_strdup_printf (_("Step %u of %u"), number, n_told);
  /* Translators: the title of the step that comes next */
  g_autofree char *next_words = has_next ? g_strdup_printf (_("Next: %s"), steps[next].title)
                                         : g_strdup (_("Next: the end"));
  const char *notes = current->notes;

  gtk_label_set_text (GTK_LABEL (self->step), words);
  gtk_label_set_text (GTK_LABEL (self->next_name), next_words);
  gtk_label_set_text (GTK_LABEL (self->notes), notes != NULL ? notes : _("No notes for this step"));
  if (notes != NULL)
    gtk_widget_remove_css_class (self->notes, "dim-label");
  else
    gtk_widget_add_css_class (self->notes, "dim-label");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->notes_scroller)), 0);
}

static const char *
say_state (TlSpeakerView *self)
{
  if (tl_show_is_black (self->show))
    return _("The audience sees black");
  if (tl_show_is_frozen (self->show))
    return _("The audience sees what it saw when you froze it");
  if (tl_show_is_at_end (self->show))
    return _("The talk is at its end");
  if (tl_show_get_opened (self->show) != TL_NONE)
    return _("An event is opened; Backspace returns to the step");
  if (tl_show_is_roaming (self->show))
    return _("You look around; Backspace returns to the step");

  return "";
}

static void
update_state (TlSpeakerView *self)
{
  const char *words = say_state (self);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->state)), words) != 0)
    gtk_label_set_text (GTK_LABEL (self->state), words);
  gtk_widget_set_visible (self->state, *words != '\0');
}

static void
changed_cb (TlSpeakerView *self,
            guint          change)
{
  if (change & (TL_SHOW_STEP | TL_SHOW_TALK))
    update_step (self);
  if (change & (TL_SHOW_STEP | TL_SHOW_STATE | TL_SHOW_TALK))
    update_state (self);
}

/* Its parts */

/* Slides are as wide as their column, and as high as they then are, where
 * that leaves room below them. Whoever moves a handle has it where he wants
 * it until the window changes. */
static void
place_rows (TlSpeakerView *self,
            GtkWidget     *rows,
            int            width)
{
  const TlSlides *slides = tl_show_get_slides (self->show);
  GtkWidget *box = gtk_paned_get_start_child (GTK_PANED (rows));
  GtkWidget *head = gtk_widget_get_first_child (box);
  int most, head_height;

  g_object_get (rows, "max-position", &most, NULL);
  gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, width, NULL, &head_height, NULL, NULL);
  gtk_paned_set_position (GTK_PANED (rows), (int) MIN (width * slides->height / slides->width + head_height + GAP,
                                                       most * MOST_ROW));
}

static void
place_panes (TlSpeakerView *self)
{
  int width, position;

  g_object_get (self->columns, "max-position", &width, NULL);
  position = (int) (width * COLUMN);
  gtk_paned_set_position (GTK_PANED (self->columns), position);
  place_rows (self, self->current_rows, position);
  place_rows (self, self->next_rows, gtk_widget_get_width (self->columns) - position - GAP);
}

static gboolean
place_panes_cb (gpointer data)
{
  TlSpeakerView *self = data;

  self->placing = 0;
  place_panes (self);

  return G_SOURCE_REMOVE;
}

/* Not while they are being given their sizes. */
static void
begin_placing (TlSpeakerView *self)
{
  if (self->placing == 0)
    self->placing = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, place_panes_cb, self, NULL);
}

static GtkWidget *
new_paned (TlSpeakerView  *self,
           GtkOrientation  orientation,
           GtkWidget      *start,
           GtkWidget      *end)
{
  GtkWidget *paned = gtk_paned_new (orientation);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  g_signal_connect_object (paned, "notify::max-position", G_CALLBACK (begin_placing), self, G_CONNECT_SWAPPED);

  return paned;
}

static GtkWidget *
new_label (const char        *css_class,
           GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
go_to_step_cb (TlSpeakerView *self,
               guint          step)
{
  tl_show_go_to (self->show, step, g_get_monotonic_time ());
  /* The arrows are the talk's again. */
  gtk_widget_grab_focus (self->view);
}

static GtkWidget *
new_step_list (TlSpeakerView *self,
               TlTextPango   *text)
{
  self->steps = tl_step_grid_new (self->show, text, LIST_WIDTH, 1);
  g_signal_connect_object (self->steps, "step-activated", G_CALLBACK (go_to_step_cb), self, G_CONNECT_SWAPPED);

  return self->steps;
}

static void
activate_sources_cb (TlSpeakerView *self)
{
  gtk_widget_grab_focus (self->sources);
}

static GtkWidget *
new_notes (TlSpeakerView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->notes = new_label ("speaker-notes", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_label_set_selectable (GTK_LABEL (self->notes), FALSE);
  gtk_widget_set_valign (self->notes, GTK_ALIGN_START);
  self->notes_scroller = scroller;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->notes);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
new_current (TlSpeakerView *self,
             TlTextPango   *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->view = tl_slide_view_new (self->show, text, TL_SLIDE_VIEW_SPEAKER);
  self->step = new_label ("heading", GTK_ACCESSIBLE_ROLE_LABEL);
  self->state = new_label ("speaker-state", GTK_ACCESSIBLE_ROLE_ALERT);
  g_signal_connect_object (self->view, "sources-activated", G_CALLBACK (activate_sources_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->step);
  gtk_box_append (GTK_BOX (head), self->state);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->view);
  self->current_rows = new_paned (self, GTK_ORIENTATION_VERTICAL, box, new_notes (self));

  return self->current_rows;
}

static GtkWidget *
new_next (TlSpeakerView *self,
          TlTextPango   *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  self->next_name = new_label ("heading", GTK_ACCESSIBLE_ROLE_LABEL);
  self->sources = tl_step_sources_new (self->show);
  gtk_box_append (GTK_BOX (box), self->next_name);
  gtk_box_append (GTK_BOX (box), tl_slide_view_new (self->show, text, TL_SLIDE_VIEW_NEXT));
  self->next_rows = new_paned (self, GTK_ORIENTATION_VERTICAL, box, self->sources);

  return self->next_rows;
}

/* What one has at hand, with what it is called. */
static const struct
{
  const char *action;
  const char *label;
  const char *tooltip;
  gboolean    is_toggled; /* something that stays until it is pressed again */
} buttons[] = {
  { "talk.previous", N_("Previous"), N_("Go to the previous step") },
  { "talk.next", N_("Next"), N_("Go to the next step") },
  { "talk.black", N_("Black"), N_("Show nothing, so that people listen"), TRUE },
  { "talk.freeze", N_("Freeze"), N_("Let the audience go on seeing what it sees now"), TRUE },
  { "talk.pointer", N_("Pointer"), N_("Point with a red dot"), TRUE },
  { "talk.spotlight", N_("Spotlight"), N_("Make all but a circle dark"), TRUE },
  { "talk.pen", N_("Pen"), N_("Draw by hand; it goes with the step"), TRUE },
  { "talk.find", N_("Find"), N_("Find words, names or a date") },
  { "talk.overview", N_("Steps"), N_("Show all steps") },
  { "talk.notes-smaller", N_("A−"), N_("Smaller notes") },
  { "talk.notes-larger", N_("A+"), N_("Larger notes") },
  { "talk.clock", N_("Clock"), N_("Stop the clock, or let it go on") },
  { "talk.swap", N_("Swap Screens"), N_("Show the talk where this is, and this where the talk is") },
  { "talk.leave", N_("Leave"), N_("End the talk") },
};

/* No stop for the Tab key: all of them have keys of their own, and a space is
 * the next step wherever one is. */
static void
add_button (GtkWidget *box,
            gsize      number)
{
  GtkWidget *button = g_object_new (buttons[number].is_toggled ? GTK_TYPE_TOGGLE_BUTTON : GTK_TYPE_BUTTON,
                                    "label", _(buttons[number].label), "action-name", buttons[number].action,
                                    "tooltip-text", _(buttons[number].tooltip), "focusable", FALSE, NULL);

  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_bar (TlSpeakerView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, tl_flow_layout_new (GAP, 0));
  gtk_box_append (GTK_BOX (bar), tl_speaker_clock_new (self->show));
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    add_button (bar, i);
  gtk_widget_add_css_class (bar, "speaker-bar");

  return bar;
}

/* Widget */

/* Keys are for the talk. */
static gboolean
tl_speaker_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_SPEAKER_VIEW (widget)->view);
}

static void
tl_speaker_view_dispose (GObject *object)
{
  TlSpeakerView *self = TL_SPEAKER_VIEW (object);

  g_clear_handle_id (&self->placing, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_speaker_view_parent_class)->dispose (object);
}

static void
tl_speaker_view_class_init (TlSpeakerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_speaker_view_dispose;
  widget_class->grab_focus = tl_speaker_view_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "speakerview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_speaker_view_init (TlSpeakerView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * tl_speaker_view_new:
 * @show: (transfer none): a talk that is being given
 * @text: (transfer none): what its words are painted with
 *
 * Returns: (transfer floating): what the speaker has before him
 */
GtkWidget *
tl_speaker_view_new (TlShow      *show,
                     TlTextPango *text)
{
  TlSpeakerView *self = g_object_new (TL_TYPE_SPEAKER_VIEW, NULL);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->show = g_object_ref (show);
  self->columns = new_paned (self, GTK_ORIENTATION_HORIZONTAL, new_current (self, text), new_next (self, text));
  gtk_widget_set_hexpand (self->columns, TRUE);
  gtk_widget_set_vexpand (sides, TRUE);
  gtk_box_append (GTK_BOX (sides), new_step_list (self, text));
  gtk_box_append (GTK_BOX (sides), self->columns);
  gtk_box_append (GTK_BOX (self->box), sides);
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_step (self);
  update_state (self);

  return GTK_WIDGET (self);
}

/**
 * tl_speaker_view_get_sources:
 * @self: a speaker's view
 *
 * Returns: (transfer none): its sources
 */
TlStepSources *
tl_speaker_view_get_sources (TlSpeakerView *self)
{
  return TL_STEP_SOURCES (self->sources);
}

/**
 * tl_speaker_view_get_steps:
 * @self: a speaker's view
 *
 * Returns: (transfer none): all of its steps
 */
GtkWidget *
tl_speaker_view_get_steps (TlSpeakerView *self)
{
  return self->steps;
}

/**
 * tl_speaker_view_resize_notes:
 * @self: a speaker's view
 * @direction: 1 to make the notes larger, -1 smaller
 */
void
tl_speaker_view_resize_notes (TlSpeakerView *self,
                              int            direction)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (TL_IS_SPEAKER_VIEW (self));

  self->notes_size = CLAMP (self->notes_size + direction, -3, MOST_STEPS);
  pango_attr_list_insert (attributes, pango_attr_scale_new (pow (NOTES_STEP, self->notes_size)));
  gtk_label_set_attributes (GTK_LABEL (self->notes), attributes);
}

/**
 * tl_speaker_view_scroll_notes:
 * @self: a speaker's view
 * @direction: 1 to read on, -1 to read what was before
 */
void
tl_speaker_view_scroll_notes (TlSpeakerView *self,
                              int            direction)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TL_IS_SPEAKER_VIEW (self));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->notes_scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + direction * SCROLL * gtk_adjustment_get_page_size (adjustment));
}
