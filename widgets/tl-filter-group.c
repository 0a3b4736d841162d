/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-group.h"

#include "tl-filter-choices.h"
#include "tl-filter-words.h"
#include "tl-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * TlFilterGroup:
 *
 * What one kind of condition may ask for: a row to tick for each, with how
 * many events there are of it. Of many, as many rows as one looks through,
 * those with the most events; the rest is found by searching.
 */
struct _TlFilterGroup
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows; /* GtkCheckButton */
  GtkWidget *more;
  GArray    *choices; /* of Choice */
  gboolean   is_updating;
};

G_DEFINE_FINAL_TYPE (TlFilterGroup, tl_filter_group, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MAX_CHARS 40
#define CHOICE    "tl-choice"

typedef struct
{
  TlCondition condition;
  guint       place; /* among those of its condition */
  guint       total; /* events of it, whatever else is asked for */
  char       *value;
  char       *label;
  char       *folded;
} Choice;

static void
clear_choice_cb (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice->folded);
}

/* Rows */

static const Choice *
get_choice (TlFilterGroup *self,
            GtkWidget     *row)
{
  return &g_array_index (self->choices, Choice, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), CHOICE)));
}

static void
toggled_cb (TlFilterGroup  *self,
            GtkCheckButton *row)
{
  const Choice *choice = get_choice (self, GTK_WIDGET (row));

  if (!self->is_updating)
    g_signal_emit (self, signals[TOGGLED], 0, (guint) choice->condition, choice->value,
                   gtk_check_button_get_active (row));
}

static GtkWidget *
new_row (TlFilterGroup *self,
         guint          at)
{
  const Choice *choice = &g_array_index (self->choices, Choice, at);
  GtkWidget *row = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (choice->label);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), box);
  gtk_widget_set_tooltip_text (row, g_utf8_strlen (choice->label, -1) > MAX_CHARS ? choice->label : NULL);
  g_object_set_data (G_OBJECT (row), CHOICE, GUINT_TO_POINTER (at));
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
update_row (TlFilterGroup        *self,
            GtkWidget            *row,
            const TlFilter       *filter,
            const TlFilterCounts *counts)
{
  const Choice *choice = get_choice (self, row);
  guint n_events = tl_filter_counts_get (counts, choice->condition, choice->place);
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (row));
  g_autofree char *number = g_strdup_printf ("%u", n_events);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: a choice and how many events there are of it: “OpenAI, 5 events” */
  g_autofree char *name = g_strdup_printf (C_("filter", "%s, %s"), choice->label, events);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), tl_filter_has (filter, choice->condition, choice->value));
}

static void
tl_filter_group_dispose (GObject *object)
{
  g_clear_pointer (&TL_FILTER_GROUP (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_filter_group_parent_class)->dispose (object);
}

static void
tl_filter_group_finalize (GObject *object)
{
  g_array_unref (TL_FILTER_GROUP (object)->choices);

  G_OBJECT_CLASS (tl_filter_group_parent_class)->finalize (object);
}

static void
tl_filter_group_class_init (TlFilterGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_group_dispose;
  object_class->finalize = tl_filter_group_finalize;

  /**
   * TlFilterGroup::toggled:
   * @self: the group
   * @condition: a condition
   * @value: a value of it
   * @is_active: whether the user asks for it now
   */
  signals[TOGGLED] = g_signal_new ("toggled", TL_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filtergroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_filter_group_init (TlFilterGroup *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, clear_choice_cb);
}

/**
 * tl_filter_group_new:
 * @heading: what stands above the rows
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
tl_filter_group_new (const char *heading)
{
  TlFilterGroup *self = g_object_new (TL_TYPE_FILTER_GROUP, NULL);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);

  return GTK_WIDGET (self);
}

static void
remove_rows (TlFilterGroup *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
}

/**
 * tl_filter_group_clear:
 * @self: a group
 *
 * Leaves it nothing to choose from.
 */
void
tl_filter_group_clear (TlFilterGroup *self)
{
  g_return_if_fail (TL_IS_FILTER_GROUP (self));

  remove_rows (self);
  g_array_set_size (self->choices, 0);
}

static int
compare_totals_cb (gconstpointer a,
                   gconstpointer b)
{
  const Choice *first = a;
  const Choice *second = b;

  if (first->total != second->total)
    return first->total > second->total ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

static void
add_choice (TlFilterGroup        *self,
            TlTimeline           *timeline,
            TlCondition           condition,
            const char           *value,
            guint                 place,
            const TlFilter       *filter,
            const TlFilterCounts *totals)
{
  Choice choice = { condition, place, tl_filter_counts_get (totals, condition, place), NULL, NULL, NULL };

  if (choice.total == 0 && !tl_filter_has (filter, condition, value))
    return;

  choice.value = g_strdup (value);
  choice.label = tl_filter_name_value (timeline, condition, value, NULL);
  choice.folded = tl_search_fold (choice.label);
  g_array_append_val (self->choices, choice);
}

/**
 * tl_filter_group_add:
 * @self: a group
 * @timeline: a timeline
 * @condition: what is asked for
 * @filter: what is asked for already
 * @totals: how many events there are of each choice
 *
 * Adds what @condition may ask for: what there are events of, and what is
 * asked for already.
 */
void
tl_filter_group_add (TlFilterGroup        *self,
                     TlTimeline           *timeline,
                     TlCondition           condition,
                     const TlFilter       *filter,
                     const TlFilterCounts *totals)
{
  g_autoptr (GArray) found = tl_filter_list_choices (timeline, condition);

  g_return_if_fail (TL_IS_FILTER_GROUP (self));

  if (condition == TL_CONDITION_DIFFERING)
    add_choice (self, timeline, condition, TL_FILTER_YES, 0, filter, totals);
  for (guint i = 0; i < found->len; i++)
    add_choice (self, timeline, condition, g_array_index (found, TlFilterChoice, i).value, i, filter, totals);
  if (self->choices->len > TL_FILTER_GROUP_MOST_ROWS)
    g_array_sort (self->choices, compare_totals_cb);
}

/**
 * tl_filter_group_show:
 * @self: a group
 * @search: (nullable): folded words; only choices in which they occur are
 *   shown, %NULL for all
 * @filter: what is asked for
 * @counts: how many events there are of each choice
 *
 * Makes the rows anew. A group without any is not visible.
 */
void
tl_filter_group_show (TlFilterGroup        *self,
                      const char           *search,
                      const TlFilter       *filter,
                      const TlFilterCounts *counts)
{
  guint n_shown = 0;
  guint n_more = 0;

  g_return_if_fail (TL_IS_FILTER_GROUP (self));

  remove_rows (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (search != NULL && strstr (choice->folded, search) == NULL)
        continue;
      if (n_shown == TL_FILTER_GROUP_MOST_ROWS)
        {
          n_more++;
          continue;
        }
      gtk_box_append (GTK_BOX (self->rows), new_row (self, i));
      n_shown++;
    }

  if (n_more > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u more: search for it", "%u more: search for them", n_more),
                                               n_more);

      gtk_label_set_text (GTK_LABEL (self->more), text);
    }
  gtk_widget_set_visible (self->more, n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
  tl_filter_group_update (self, filter, counts);
}

/**
 * tl_filter_group_update:
 * @self: a group
 * @filter: what is asked for
 * @counts: how many events there are of each choice
 *
 * Ticks and counts. Does not emit #TlFilterGroup::toggled.
 */
void
tl_filter_group_update (TlFilterGroup        *self,
                        const TlFilter       *filter,
                        const TlFilterCounts *counts)
{
  g_return_if_fail (TL_IS_FILTER_GROUP (self));

  self->is_updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    update_row (self, row, filter, counts);
  self->is_updating = FALSE;
}
