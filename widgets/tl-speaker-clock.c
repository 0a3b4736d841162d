/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-speaker-clock.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * TlSpeakerClock:
 *
 * What time it is, for how long a talk has been given, and how that goes
 * with what is planned: in words, not by a colour alone.
 */
struct _TlSpeakerClock
{
  GtkBox parent_instance;

  TlShow    *show;
  GtkWidget *time;
  GtkWidget *elapsed;
  GtkWidget *pace;
  guint      timeout;
};

G_DEFINE_FINAL_TYPE (TlSpeakerClock, tl_speaker_clock, GTK_TYPE_BOX)

/* Often enough that no second is passed by, in milliseconds. */
#define INTERVAL 250

static char *
say_duration (double seconds)
{
  guint whole = (guint) MAX (seconds, 0);

  return whole >= 3600 ? g_strdup_printf ("%u:%02u:%02u", whole / 3600, whole / 60 % 60, whole % 60)
                       : g_strdup_printf ("%u:%02u", whole / 60, whole % 60);
}

static guint
count_minutes (double seconds)
{
  return MAX ((guint) round (fabs (seconds) / 60), 1);
}

static const char *
get_pace_class (TlPaceState state)
{
  switch (state)
    {
    case TL_PACE_AHEAD:
      return "ahead";
    case TL_PACE_BEHIND:
      return "behind";
    case TL_PACE_OVER:
      return "over";
    case TL_PACE_FINE:
    default:
      return "fine";
    }
}

static char *
say_pace (TlSpeakerClock *self,
          TlPaceState     state,
          gint64          now)
{
  const TlPace *pace = tl_show_get_pace (self->show);
  guint number;
  guint n_steps = tl_show_count_steps (self->show, &number);
  guint minutes = count_minutes (tl_pace_get_lead (pace, now, number, n_steps));

  if (!tl_pace_is_running (pace))
    return g_strdup (pace->elapsed > 0 ? _("The clock is stopped") : _("The clock starts with the second step"));

  switch (state)
    {
    case TL_PACE_AHEAD:
      return g_strdup_printf (ngettext ("About %u minute ahead", "About %u minutes ahead", minutes), minutes);
    case TL_PACE_BEHIND:
      return g_strdup_printf (ngettext ("About %u minute behind", "About %u minutes behind", minutes), minutes);
    case TL_PACE_OVER:
      return g_strdup (_("The time is up"));
    case TL_PACE_FINE:
    default:
      return g_strdup (_("On time"));
    }
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
update (TlSpeakerClock *self)
{
  const TlPace *pace = tl_show_get_pace (self->show);
  gint64 now = g_get_monotonic_time ();
  guint number;
  guint n_steps = tl_show_count_steps (self->show, &number);
  TlPaceState state = tl_pace_judge (pace, now, number, n_steps);
  g_autoptr (GDateTime) local = g_date_time_new_now_local ();
  /* Translators: what a clock shows */
  g_autofree char *time = g_date_time_format (local, C_("clock", "%H:%M"));
  g_autofree char *elapsed = say_duration (tl_pace_get_elapsed (pace, now));
  g_autofree char *planned = say_duration (pace->planned);
  /* Translators: two durations, as in 3:20 of 20:00 */
  g_autofree char *both = pace->planned > 0 ? g_strdup_printf (C_("clock", "%s of %s"), elapsed, planned)
                                            : g_strdup (elapsed);
  g_autofree char *words = say_pace (self, state, now);

  set_text (self->time, time);
  set_text (self->elapsed, both);
  set_text (self->pace, words);
  gtk_widget_set_css_classes (self->pace, (const char *[]){ "pace", get_pace_class (state), NULL });
}

static gboolean
update_cb (gpointer data)
{
  update (data);

  return G_SOURCE_CONTINUE;
}

static void
tl_speaker_clock_map (GtkWidget *widget)
{
  TlSpeakerClock *self = TL_SPEAKER_CLOCK (widget);

  GTK_WIDGET_CLASS (tl_speaker_clock_parent_class)->map (widget);
  update (self);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (INTERVAL, update_cb, self);
}

static void
tl_speaker_clock_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TL_SPEAKER_CLOCK (widget)->timeout, g_source_remove);
  GTK_WIDGET_CLASS (tl_speaker_clock_parent_class)->unmap (widget);
}

static void
tl_speaker_clock_dispose (GObject *object)
{
  TlSpeakerClock *self = TL_SPEAKER_CLOCK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_speaker_clock_parent_class)->dispose (object);
}

static void
tl_speaker_clock_class_init (TlSpeakerClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_speaker_clock_dispose;
  widget_class->map = tl_speaker_clock_map;
  widget_class->unmap = tl_speaker_clock_unmap;
}

static GtkWidget *
add_label (TlSpeakerClock *self,
           const char     *name,
           const char     *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static void
tl_speaker_clock_init (TlSpeakerClock *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->time = add_label (self, _("What time it is"), "speaker-time");
  self->elapsed = add_label (self, _("For how long the talk has been given, of how long it is meant to take"),
                             "speaker-elapsed");
  self->pace = add_label (self, _("How that goes with what is planned"), "pace");
}

/**
 * tl_speaker_clock_new:
 * @show: (transfer none): a talk that is being given
 *
 * Returns: (transfer floating): its clock
 */
GtkWidget *
tl_speaker_clock_new (TlShow *show)
{
  TlSpeakerClock *self = g_object_new (TL_TYPE_SPEAKER_CLOCK, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
