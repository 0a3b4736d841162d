/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-span.h"

#include "tl-filter-words.h"

#include <glib/gi18n-lib.h>

/**
 * TlFilterSpan:
 *
 * Two dates to write: from when and until when events are shown. They count
 * when Enter is pressed or the keyboard goes elsewhere.
 */
struct _TlFilterSpan
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (TlFilterSpan, tl_filter_span, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_date (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

/* Whether it is said that the dates make no sense. */
static void
set_problem (TlFilterSpan *self,
             const char   *problem)
{
  GtkWidget *entries[] = { self->from, self->to };

  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem != NULL ? problem : "", -1);
  gtk_widget_set_visible (self->problem, problem != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (problem != NULL)
        gtk_widget_add_css_class (entries[i], "error");
      else
        gtk_widget_remove_css_class (entries[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

static void
settle (TlFilterSpan *self)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (GError) error = NULL;
  const char *from = get_date (self->from);
  const char *to = get_date (self->to);

  if (!tl_filter_set_window (filter, from, to, &error))
    {
      set_problem (self, error->message);
      return;
    }

  set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0, from, to);
}

static void
tl_filter_span_dispose (GObject *object)
{
  g_clear_pointer (&TL_FILTER_SPAN (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_filter_span_parent_class)->dispose (object);
}

static void
tl_filter_span_class_init (TlFilterSpanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_span_dispose;

  /**
   * TlFilterSpan::changed:
   * @self: the widget
   * @from: (nullable): a date in EDTF; %NULL for no limit
   * @to: (nullable): another one, not before @from
   *
   * The user has written other dates.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_FILTER_SPAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterspan");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_entry (TlFilterSpan *self,
           GtkWidget    *grid,
           TlCondition   condition,
           const char   *example,
           int           row)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *heading = tl_condition_get_heading (condition, NULL);
  GtkWidget *label = gtk_label_new (heading);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static void
tl_filter_span_init (TlFilterSpan *self)
{
  GtkWidget *heading = gtk_label_new (_("Time"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  /* Translators: an example of a date as it may be written: keep the digits */
  self->from = add_entry (self, grid, TL_CONDITION_FROM, _("as in 2025-06"), 0);
  /* Translators: an example of a date as it may be written: keep the digits */
  self->to = add_entry (self, grid, TL_CONDITION_TO, _("as in 2025-06-12"), 1);

  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "visible", FALSE,
                                "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "max-width-chars", 40,
                                NULL);
  gtk_widget_add_css_class (self->problem, "error");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), grid);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);
}

/**
 * tl_filter_span_new:
 *
 * Returns: (transfer floating): a widget without dates
 */
GtkWidget *
tl_filter_span_new (void)
{
  return g_object_new (TL_TYPE_FILTER_SPAN, NULL);
}

static void
set_date (GtkWidget  *entry,
          const char *date)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), date != NULL ? date : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), date != NULL ? date : "");
}

/**
 * tl_filter_span_set_filter:
 * @self: a widget
 * @filter: what is asked for
 *
 * Shows its dates. Does not emit #TlFilterSpan::changed.
 */
void
tl_filter_span_set_filter (TlFilterSpan   *self,
                           const TlFilter *filter)
{
  g_return_if_fail (TL_IS_FILTER_SPAN (self));

  set_date (self->from, *tl_filter_get (filter, TL_CONDITION_FROM));
  set_date (self->to, *tl_filter_get (filter, TL_CONDITION_TO));
  set_problem (self, NULL);
}
