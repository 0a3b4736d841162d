/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-find-bar.h"

#include "tl-date-typed.h"
#include "tl-edtf.h"
#include "tl-find-passage.h"
#include "tl-finder.h"
#include "tl-icon-button.h"

#include <glib/gi18n.h>

/**
 * TlFindBar:
 *
 * Where one types what to look for in a timeline. What is found is marked in
 * the viewport as it comes in; Enter and the arrows go from one to the next.
 * Where what is typed is a date, Enter goes there.
 */
struct _TlFindBar
{
  GtkWidget parent_instance;

  TlViewport *viewport; /* (nullable) */
  TlFinder   *finder;
  char       *edtf; /* (nullable): the date that is typed */
  gboolean    is_telling;

  GtkWidget  *box;
  GtkWidget  *entry;
  GtkWidget  *count;
  GtkWidget  *previous;
  GtkWidget  *next;
  GtkWidget  *date;
  GtkWidget  *passage;
};

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

enum
{
  EVENT_CHOSEN,
  DATE_CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MARGIN  6
#define SPACING 6

/* What is found */

/* Of those that are shown: the place of @event, and how many there are. */
static guint
count_shown (TlFindBar *self,
             guint32    event,
             guint     *place,
             guint     *n_hidden)
{
  guint n_hits, n_shown = 0;
  const guint32 *hits = tl_viewport_get_hits (self->viewport, &n_hits);

  *place = *n_hidden = 0;
  for (guint i = 0; i < n_hits; i++)
    {
      if (!tl_viewport_shows (self->viewport, hits[i]))
        {
          (*n_hidden)++;
          continue;
        }
      n_shown++;
      if (hits[i] == event)
        *place = n_shown;
    }

  return n_shown;
}

static char *
say_count (TlFindBar *self)
{
  guint place, n_hidden;
  guint n_shown = count_shown (self, tl_viewport_get_selected (self->viewport), &place, &n_hidden);
  g_autofree char *count = NULL;
  g_autofree char *hidden = NULL;

  if (*tl_finder_get_words (self->finder) == '\0')
    return g_strdup ("");
  if (n_shown == 0 && n_hidden == 0)
    return g_strdup (tl_finder_is_busy (self->finder) ? _("Searching…") : _("Nothing found"));

  if (place > 0)
    /* Translators: which of how many hits, as in 3 of 12 */
    count = g_strdup_printf (_("%u of %u"), place, n_shown);
  else
    count = g_strdup_printf (ngettext ("%u event", "%u events", n_shown), n_shown);
  if (n_hidden == 0)
    return g_steal_pointer (&count);

  /* Translators: hits that are not shown because of hidden lanes or filters */
  hidden = g_strdup_printf (ngettext ("%u hidden", "%u hidden", n_hidden), n_hidden);

  return g_strdup_printf ("%s · %s", count, hidden);
}

/* Where in what is said of the selected event it is. */
static void
update_passage (TlFindBar *self)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  gboolean is_hit = selected != TL_NONE && tl_viewport_is_hit (self->viewport, selected);

  gtk_widget_set_visible (self->passage,
                          is_hit && tl_find_passage_show (GTK_LABEL (self->passage),
                                                          tl_finder_get_words (self->finder),
                                                          tl_viewport_get_timeline (self->viewport), selected));
}

static void
update (TlFindBar *self)
{
  g_autofree char *count = say_count (self);
  guint place, n_hidden;
  guint n_shown = count_shown (self, TL_NONE, &place, &n_hidden);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  gtk_widget_set_sensitive (self->previous, n_shown > 0);
  gtk_widget_set_sensitive (self->next, n_shown > 0);
  update_passage (self);
}

static void
found_cb (TlFindBar *self)
{
  guint n_hits;
  const guint32 *hits = tl_finder_get_hits (self->finder, &n_hits);

  self->is_telling = TRUE;
  tl_viewport_set_hits (self->viewport, hits, n_hits);
  self->is_telling = FALSE;
  update (self);
}

static void
viewport_changed_cb (TlFindBar *self,
                     guint      changes)
{
  if (self->is_telling)
    return;

  if ((changes & TL_VIEWPORT_CONTENT) != 0)
    {
      TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);

      if (gtk_widget_get_visible (GTK_WIDGET (self)))
        tl_finder_set_timeline (self->finder, timeline);
      else
        tl_finder_set_timeline (self->finder, NULL);
    }
  if ((changes & (TL_VIEWPORT_CONTENT | TL_VIEWPORT_SELECTION)) != 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    update (self);
}

/* What is typed */

static void
update_date (TlFindBar  *self,
             const char *typed)
{
  TlDate date;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_free (self->edtf);
  self->edtf = tl_date_from_typed (typed, NULL, &date);
  gtk_widget_set_visible (self->date, self->edtf != NULL);
  if (self->edtf == NULL)
    return;

  words = tl_edtf_to_words (self->edtf, NULL);
  /* Translators: a date */
  label = g_strdup_printf (_("Go to %s"), words != NULL ? words : self->edtf);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->date))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
entry_changed_cb (TlFindBar *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->viewport == NULL)
    return;

  update_date (self, typed);
  tl_finder_set_words (self->finder, typed);
  update (self);
}

static void
go_to_date (TlFindBar *self)
{
  if (self->edtf != NULL)
    g_signal_emit (self, signals[DATE_CHOSEN], 0, self->edtf);
}

static void
entered_cb (TlFindBar *self)
{
  if (self->edtf != NULL)
    go_to_date (self);
  else
    tl_find_bar_step (self, 1);
}

static gboolean
key_pressed_cb (TlFindBar      *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      tl_find_bar_close (self);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) != 0)
    {
      tl_find_bar_step (self, -1);
      return TRUE;
    }

  return FALSE;
}

static void
previous_cb (TlFindBar *self)
{
  tl_find_bar_step (self, -1);
}

static void
next_cb (TlFindBar *self)
{
  tl_find_bar_step (self, 1);
}

/* The widget */

static GtkWidget *
new_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
fill_row (TlFindBar *self,
          GtkWidget *row)
{
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in the timeline"), -1);
  g_object_set (self->entry, "placeholder-text", _("Words, names, or a date"), NULL);
  self->count = new_label ();
  self->previous = tl_icon_button_new_with_callback ("go-up-symbolic", _("Previous hit"), G_CALLBACK (previous_cb), self);
  self->next = tl_icon_button_new_with_callback ("go-down-symbolic", _("Next hit"), G_CALLBACK (next_cb), self);

  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->previous);
  gtk_box_append (GTK_BOX (row), self->next);
  gtk_box_append (GTK_BOX (row), tl_icon_button_new_with_callback ("window-close-symbolic", _("Close the search"),
                                                                   G_CALLBACK (tl_find_bar_close), self));
}

static void
fill (TlFindBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *label = gtk_label_new (NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2);
  gtk_widget_set_margin_top (self->box, MARGIN);
  gtk_widget_set_margin_bottom (self->box, MARGIN);
  gtk_widget_set_margin_start (self->box, 2 * MARGIN);
  gtk_widget_set_margin_end (self->box, 2 * MARGIN);
  fill_row (self, row);
  gtk_box_append (GTK_BOX (self->box), row);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  self->date = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->date), label);
  gtk_widget_add_css_class (self->date, "suggested-action");
  g_signal_connect_object (self->date, "clicked", G_CALLBACK (go_to_date), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->date, FALSE);

  self->passage = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->passage), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->passage), 0);
  gtk_widget_set_visible (self->passage, FALSE);

  gtk_box_append (GTK_BOX (said), self->date);
  gtk_box_append (GTK_BOX (said), self->count);
  gtk_box_append (GTK_BOX (said), self->passage);
  gtk_box_append (GTK_BOX (self->box), said);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
tl_find_bar_dispose (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->edtf, g_free);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_find_bar_dispose;

  /**
   * TlFindBar::event-chosen:
   * @self: the bar
   * @event: a hit
   *
   * The user has gone on to it.
   */
  signals[EVENT_CHOSEN] = g_signal_new ("event-chosen", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlFindBar::date-chosen:
   * @self: the bar
   * @edtf: a date
   *
   * The user wants to see that.
   */
  signals[DATE_CHOSEN] = g_signal_new ("date-chosen", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlFindBar::closed:
   * @self: the bar
   */
  signals[CLOSED] = g_signal_new ("closed", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
tl_find_bar_init (TlFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->finder = tl_finder_new ();
  fill (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  /* Before the entry, which would take Shift and Enter for Enter. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_find_bar_set_viewport:
 * @self: a bar; where it was open, it closes
 * @viewport: (transfer none): where to look, and where hits are marked
 */
void
tl_find_bar_set_viewport (TlFindBar  *self,
                          TlViewport *viewport)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (self->viewport != NULL)
    {
      tl_find_bar_close (self);
      g_signal_handlers_disconnect_by_data (self->viewport, self);
    }
  g_set_object (&self->viewport, viewport);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_find_bar_open:
 * @self: a bar
 *
 * Shows it, and gives it the keyboard: what was looked for last is there, to
 * be typed over.
 */
void
tl_find_bar_open (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  tl_finder_set_timeline (self->finder, tl_viewport_get_timeline (self->viewport));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  update (self);
}

/**
 * tl_find_bar_close:
 * @self: a bar
 *
 * Hides it; nothing is marked any more.
 */
void
tl_find_bar_close (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  tl_finder_set_timeline (self->finder, NULL);
  tl_viewport_set_hits (self->viewport, NULL, 0);
  g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * tl_find_bar_step:
 * @self: a bar
 * @direction: 1 for the next hit, -1 for the one before
 *
 * Goes on from the selected event, around at the end. Opens the bar where it
 * is closed.
 */
void
tl_find_bar_step (TlFindBar *self,
                  int        direction)
{
  g_autoptr (GArray) hits = NULL;
  guint32 selected;
  guint at;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      tl_find_bar_open (self);
      return;
    }

  hits = tl_viewport_list_shown_hits (self->viewport);
  if (hits->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  selected = tl_viewport_get_selected (self->viewport);
  for (at = 0; at < hits->len && selected != TL_NONE && g_array_index (hits, guint32, at) < selected; at++)
    ;
  if (direction < 0)
    at = (at + hits->len - 1) % hits->len;
  else if (at < hits->len && g_array_index (hits, guint32, at) == selected)
    at++;
  g_signal_emit (self, signals[EVENT_CHOSEN], 0, g_array_index (hits, guint32, at % hits->len));
}

/**
 * tl_find_bar_get_count:
 * @self: a bar
 *
 * Returns: (transfer none): what it says of how much is found
 */
const char *
tl_find_bar_get_count (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), "");

  return gtk_label_get_text (GTK_LABEL (self->count));
}
