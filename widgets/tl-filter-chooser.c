/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-chooser.h"

#include "tl-filter-group.h"
#include "tl-filter-span.h"
#include "tl-filter-words.h"
#include "tl-search.h"

#include <glib/gi18n-lib.h>

/**
 * TlFilterChooser:
 *
 * All that may be asked of the events of a timeline, in groups, with how many
 * events there would be of each. Choices of one group are alternatives,
 * groups add to each other.
 */
struct _TlFilterChooser
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkWidget  *search;
  GtkWidget  *groups[6];
  GtkWidget  *span;
  GtkWidget  *none; /* says that nothing is found */
  TlTimeline *timeline;
  TlFilter   *filter;
};

G_DEFINE_FINAL_TYPE (TlFilterChooser, tl_filter_chooser, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING    6
#define MAX_HEIGHT 400

/* What is in which group; those below the first share its heading. */
static const struct
{
  guint       group;
  TlCondition condition;
} contents[] = {
  { 0, TL_CONDITION_LANE },   { 1, TL_CONDITION_DIFFERING }, { 1, TL_CONDITION_CONTEXT },  { 2, TL_CONDITION_CATEGORY },
  { 3, TL_CONDITION_STATUS }, { 4, TL_CONDITION_ACTOR },     { 5, TL_CONDITION_SOURCE },
};

static char *
dup_search (TlFilterChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = tl_search_fold (text);

  g_strstrip (folded);

  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

static void
show_groups (TlFilterChooser *self)
{
  g_autofree char *search = dup_search (self);
  g_autoptr (TlFilterCounts) counts = NULL;
  gboolean is_any_shown = FALSE;

  if (self->timeline == NULL)
    return;

  counts = tl_filter_count (self->filter, self->timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    {
      tl_filter_group_show (TL_FILTER_GROUP (self->groups[i]), search, self->filter, counts);
      is_any_shown = is_any_shown || gtk_widget_get_visible (self->groups[i]);
    }
  gtk_widget_set_visible (self->span, search == NULL);
  gtk_widget_set_visible (self->none, search != NULL && !is_any_shown);
}

static void
tell_change (TlFilterChooser *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (TlFilterChooser *self,
            guint            condition,
            const char      *value,
            gboolean         is_active)
{
  if (is_active)
    tl_filter_add (self->filter, condition, value);
  else
    tl_filter_remove (self->filter, condition, value);
  tell_change (self);
}

static void
span_changed_cb (TlFilterChooser *self,
                 const char      *from,
                 const char      *to)
{
  g_autoptr (TlFilter) before = tl_filter_copy (self->filter);

  tl_filter_set_window (self->filter, from, to, NULL);
  if (!tl_filter_equal (before, self->filter))
    tell_change (self);
}

/* Up and down as well as by Tab. A check button of GTK 4.8 would tick itself
 * instead. */
static gboolean
key_pressed_cb (TlFilterChooser *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  gboolean is_down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if ((!is_down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (self->box, is_down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);

  return GDK_EVENT_STOP;
}

/* Escape in the entry: GTK 4.18 tells nobody else of it. */
static void
stop_search_cb (TlFilterChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
tl_filter_chooser_dispose (GObject *object)
{
  TlFilterChooser *self = TL_FILTER_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_filter_chooser_parent_class)->dispose (object);
}

static void
tl_filter_chooser_finalize (GObject *object)
{
  tl_filter_free (TL_FILTER_CHOOSER (object)->filter);

  G_OBJECT_CLASS (tl_filter_chooser_parent_class)->finalize (object);
}

static void
tl_filter_chooser_class_init (TlFilterChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_chooser_dispose;
  object_class->finalize = tl_filter_chooser_finalize;

  /**
   * TlFilterChooser::changed:
   * @self: the chooser
   *
   * The user asks for something else.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_FILTER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchooser");
}

static GtkWidget *
new_groups (TlFilterChooser *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3 * SPACING);

  gtk_widget_set_margin_end (list, 2 * SPACING);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      GtkWidget **group = &self->groups[contents[i].group];

      if (*group != NULL)
        continue;
      *group = tl_filter_group_new (tl_condition_get_heading (contents[i].condition, NULL));
      g_signal_connect_object (*group, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (list), *group);
    }

  self->span = tl_filter_span_new ();
  g_signal_connect_object (self->span, "changed", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->span, list, self->groups[1]);
  self->none = gtk_label_new (_("Nothing is called so"));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_box_append (GTK_BOX (list), self->none);

  return list;
}

static void
tl_filter_chooser_init (TlFilterChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filter = tl_filter_new ();
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search for a filter"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search for a filter"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show_groups), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_groups (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->box, keys);
}

/**
 * tl_filter_chooser_new:
 *
 * Returns: (transfer floating): a chooser without anything to choose
 */
GtkWidget *
tl_filter_chooser_new (void)
{
  return g_object_new (TL_TYPE_FILTER_CHOOSER, NULL);
}

static void
take_filter (TlFilterChooser *self,
             const TlFilter  *filter)
{
  TlFilter *copy = tl_filter_copy (filter);

  tl_filter_free (self->filter);
  self->filter = copy;
}

/**
 * tl_filter_chooser_set_timeline:
 * @self: a chooser
 * @timeline: (nullable) (transfer none): what there is to choose from
 * @filter: what is asked for; copied
 *
 * Shows all choices, whatever was searched for. Does not emit
 * #TlFilterChooser::changed.
 */
void
tl_filter_chooser_set_timeline (TlFilterChooser *self,
                                TlTimeline      *timeline,
                                const TlFilter  *filter)
{
  g_autoptr (TlFilter) everything = tl_filter_new ();
  g_autoptr (TlFilterCounts) totals = NULL;

  g_return_if_fail (TL_IS_FILTER_CHOOSER (self));

  g_set_object (&self->timeline, timeline);
  take_filter (self, filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    tl_filter_group_clear (TL_FILTER_GROUP (self->groups[i]));
  if (timeline == NULL)
    return;

  totals = tl_filter_count (everything, timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    tl_filter_group_add (TL_FILTER_GROUP (self->groups[contents[i].group]), timeline, contents[i].condition, filter, totals);
  tl_filter_span_set_filter (TL_FILTER_SPAN (self->span), filter);
  show_groups (self);
}

/**
 * tl_filter_chooser_set_filter:
 * @self: a chooser
 * @filter: what is asked for; copied
 *
 * Ticks what is asked for and counts anew, while anybody sees it. Does not
 * emit #TlFilterChooser::changed.
 */
void
tl_filter_chooser_set_filter (TlFilterChooser *self,
                              const TlFilter  *filter)
{
  g_autoptr (TlFilterCounts) counts = NULL;

  g_return_if_fail (TL_IS_FILTER_CHOOSER (self));

  take_filter (self, filter);
  if (self->timeline == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  counts = tl_filter_count (filter, self->timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    tl_filter_group_update (TL_FILTER_GROUP (self->groups[i]), filter, counts);
  tl_filter_span_set_filter (TL_FILTER_SPAN (self->span), filter);
}

/**
 * tl_filter_chooser_get_filter:
 * @self: a chooser
 *
 * Returns: (transfer none): what the user asks for
 */
const TlFilter *
tl_filter_chooser_get_filter (TlFilterChooser *self)
{
  g_return_val_if_fail (TL_IS_FILTER_CHOOSER (self), NULL);

  return self->filter;
}
