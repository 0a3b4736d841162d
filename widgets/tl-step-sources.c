/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-step-sources.h"

#include "tl-detail-pane.h"

#include <glib/gi18n-lib.h>

/**
 * TlStepSources:
 *
 * Where that comes from: of the events that a talk is just about, one after
 * the other, all claims with their sources, and where these differ.
 */
struct _TlStepSources
{
  GtkWidget parent_instance;

  TlShow    *show;
  GtkWidget *pane;
};

G_DEFINE_FINAL_TYPE (TlStepSources, tl_step_sources, GTK_TYPE_WIDGET)

enum
{
  URI_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (TlStepSources *self)
{
  TlDetailPane *pane = TL_DETAIL_PANE (self->pane);
  TlTimeline *timeline = tl_show_get_timeline (self->show);
  guint n_subjects;
  const guint32 *subjects = tl_talk_step_get_subjects (tl_show_get_shown (self->show), &n_subjects);

  if (tl_detail_pane_get_timeline (pane) != timeline)
    tl_detail_pane_set_timeline (pane, timeline);
  tl_detail_pane_set_events (pane, subjects, n_subjects);
  tl_detail_pane_set_event (pane, n_subjects > 0 ? subjects[0] : TL_NONE);
}

static void
changed_cb (TlStepSources *self,
            guint          change)
{
  if (change & (TL_SHOW_STEP | TL_SHOW_TALK) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* Of those that the step is about, its page; another one is told of. */
static void
event_activated_cb (TlStepSources *self,
                    guint          event)
{
  guint n_subjects;
  const guint32 *subjects = tl_talk_step_get_subjects (tl_show_get_shown (self->show), &n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    if (subjects[i] == event)
      {
        tl_detail_pane_set_event (TL_DETAIL_PANE (self->pane), event);
        return;
      }

  tl_show_open_event (self->show, event, g_get_monotonic_time ());
}

static void
uri_activated_cb (TlStepSources *self,
                  const char    *uri)
{
  g_signal_emit (self, signals[URI_ACTIVATED], 0, uri);
}

static void
tl_step_sources_map (GtkWidget *widget)
{
  update (TL_STEP_SOURCES (widget));
  GTK_WIDGET_CLASS (tl_step_sources_parent_class)->map (widget);
}

static gboolean
tl_step_sources_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_STEP_SOURCES (widget)->pane);
}

static void
tl_step_sources_dispose (GObject *object)
{
  TlStepSources *self = TL_STEP_SOURCES (object);

  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_step_sources_parent_class)->dispose (object);
}

static void
tl_step_sources_class_init (TlStepSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_step_sources_dispose;
  widget_class->grab_focus = tl_step_sources_grab_focus;
  widget_class->map = tl_step_sources_map;

  /**
   * TlStepSources::uri-activated:
   * @self: sources
   * @uri: an address of http or https
   *
   * Somebody wants to read a source in the browser.
   */
  signals[URI_ACTIVATED] = g_signal_new ("uri-activated", TL_TYPE_STEP_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "stepsources");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_step_sources_init (TlStepSources *self)
{
  self->pane = tl_detail_pane_new ();
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));
  g_signal_connect_object (self->pane, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "uri-activated", G_CALLBACK (uri_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where that comes from"), -1);
}

/**
 * tl_step_sources_new:
 * @show: (transfer none): a talk that is being given
 *
 * Returns: (transfer floating): the sources of what it is just about
 */
GtkWidget *
tl_step_sources_new (TlShow *show)
{
  TlStepSources *self = g_object_new (TL_TYPE_STEP_SOURCES, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * tl_step_sources_set_theme:
 * @self: sources
 * @theme: the colours of what they stand on
 */
void
tl_step_sources_set_theme (TlStepSources *self,
                           TlThemeKind    theme)
{
  g_return_if_fail (TL_IS_STEP_SOURCES (self));

  tl_detail_pane_set_theme (TL_DETAIL_PANE (self->pane), theme);
}
