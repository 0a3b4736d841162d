/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-application.h"
#include "tl-findings-window.h"

#include <glib/gi18n.h>

/* What the window says of its file: that it is being loaded, that something
 * in it is not right, that it cannot be read.
 */

/* Who waits less than this need not be told, in milliseconds. */
#define PROGRESS_DELAY 300

/* What slides in and out. While it is not shown it is not there for screen
 * readers either. */
static void
reveal (GtkRevealer *revealer,
        gboolean     is_shown)
{
  if (is_shown)
    gtk_widget_set_visible (GTK_WIDGET (revealer), TRUE);
  gtk_revealer_set_reveal_child (revealer, is_shown);
  if (!is_shown && !gtk_revealer_get_child_revealed (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

static void
child_revealed_cb (GtkRevealer *revealer)
{
  if (!gtk_revealer_get_reveal_child (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), gtk_revealer_get_child_revealed (revealer));
}

void
tl_window_init_document (TlWindow *self)
{
  GtkRevealer *revealers[] = { self->loading_revealer, self->notice_revealer };

  for (gsize i = 0; i < G_N_ELEMENTS (revealers); i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (revealers[i]), FALSE);
      g_signal_connect (revealers[i], "notify::child-revealed", G_CALLBACK (child_revealed_cb), NULL);
    }
}

static void
hide_progress (TlWindow *self)
{
  g_clear_handle_id (&self->progress_delay, g_source_remove);
  reveal (self->loading_revealer, FALSE);
}

void
tl_window_dismiss_notice (TlWindow *self)
{
  reveal (self->notice_revealer, FALSE);
}

static void
update_progress (TlWindow *self)
{
  double fraction = tl_document_get_progress (self->document);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->loading_progress, fraction);
  else
    gtk_progress_bar_pulse (self->loading_progress);
}

static gboolean
show_progress_cb (gpointer data)
{
  TlWindow *self = data;
  g_autofree char *name = tl_document_dup_name (self->document);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_("Loading %s"), name);

  self->progress_delay = 0;
  gtk_label_set_text (self->loading_label, text);
  update_progress (self);
  reveal (self->loading_revealer, TRUE);

  return G_SOURCE_REMOVE;
}

static void
loading_changed_cb (TlWindow *self)
{
  if (!tl_document_is_loading (self->document))
    hide_progress (self);
  else if (self->progress_delay == 0)
    self->progress_delay = g_timeout_add (PROGRESS_DELAY, show_progress_cb, self);
  tl_window_update_actions (self);
}

static void
progress_cb (TlWindow *self)
{
  if (gtk_revealer_get_reveal_child (self->loading_revealer))
    update_progress (self);
}

/* Notices */

static void
show_notice (TlWindow   *self,
             gboolean    is_error,
             const char *text,
             const char *detail)
{
  const char *classes[] = { is_error ? "error" : "warning", NULL };

  gtk_image_set_from_icon_name (self->notice_icon, is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->notice_icon), classes);
  gtk_label_set_text (self->notice, text);
  gtk_label_set_text (self->notice_detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_detail), detail != NULL);
  reveal (self->notice_revealer, TRUE);
}

static char *
describe_findings (guint n_findings,
                   guint n_left_out)
{
  g_autofree char *findings = NULL;
  g_autofree char *left_out = NULL;

  findings = g_strdup_printf (ngettext ("%u finding in this file", "%u findings in this file", n_findings), n_findings);
  if (n_left_out == 0)
    return g_steal_pointer (&findings);

  /* Translators: follows “2 findings in this file; ” */
  left_out = g_strdup_printf (ngettext ("%u event is left out", "%u events are left out", n_left_out), n_left_out);

  /* Translators: “2 findings in this file”, then “1 event is left out” */
  return g_strdup_printf (C_("findings", "%s; %s"), findings, left_out);
}

/* The first one, since it often is the reason for the others. */
static char *
say_first (const TlDiagnostics *findings)
{
  const TlDiagnostic *listed;
  guint n_listed;

  listed = tl_diagnostics_get (findings, &n_listed);
  if (n_listed == 0)
    return NULL;

  /* Translators: a line of the file, then what is wrong there */
  return g_strdup_printf (n_listed == 1 ? _("Line %u: %s") : _("The first, in line %u: %s"), listed[0].line,
                          listed[0].message);
}

static guint
count_findings (const TlDiagnostics *findings)
{
  return findings != NULL ? tl_diagnostics_get_n_errors (findings) + tl_diagnostics_get_n_warnings (findings) : 0;
}

/* What was wrong in the file, in a line above what is sound of it. */
static void
update_notice (TlWindow *self)
{
  const TlDiagnostics *findings = tl_document_get_diagnostics (self->document);
  const TlDiagnostics *broken = tl_document_get_failure_diagnostics (self->document);
  const GError *failure = tl_document_get_failure (self->document);
  guint n_findings = count_findings (tl_document_is_stale (self->document) ? broken : findings);
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;

  gtk_widget_set_visible (self->notice_button, n_findings > 0);
  if (tl_document_is_stale (self->document))
    {
      detail = broken != NULL ? say_first (broken) : NULL;
      show_notice (self, TRUE, _("The file has changed and is broken now. This is its last sound version."),
                   detail != NULL ? detail : failure->message);
    }
  else if (n_findings > 0)
    {
      text = describe_findings (n_findings, tl_document_get_n_left_out (self->document));
      detail = say_first (findings);
      show_notice (self, tl_diagnostics_get_n_errors (findings) > 0, text, detail);
    }
  else
    reveal (self->notice_revealer, FALSE);
}

/* Files */

/* The description of a status page is markup. */
static void
show_failure (TlWindow   *self,
              const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/* What is shown stays; where there is nothing yet, it is said why. */
void
tl_window_cancel_loading (TlWindow *self)
{
  if (self->document == NULL)
    return;

  tl_document_cancel (self->document);
  if (tl_document_get_timeline (self->document) == NULL)
    show_failure (self, _("Loading has been cancelled."));
}

/* Something that is no timeline at all. */
static gboolean
show_nothing (TlWindow *self)
{
  const TlDiagnostics *findings = tl_document_get_diagnostics (self->document);
  g_autofree char *first = say_first (findings);
  guint n_events;

  tl_timeline_get_events (tl_document_get_timeline (self->document), &n_events);
  if (n_events > 0 || tl_diagnostics_get_n_errors (findings) == 0)
    return FALSE;

  update_notice (self);
  tl_window_forget_talk (self);
  show_failure (self, first != NULL ? first : "");
  tl_window_update_actions (self);

  return TRUE;
}

static void
loaded_cb (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean is_first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "timeline") != 0;

  hide_progress (self);
  if (show_nothing (self))
    return;

  tl_window_show_timeline (self);
  update_notice (self);
  gtk_stack_set_visible_child_name (self->stack, "timeline");
  if (self->select_id != NULL)
    {
      g_autofree char *id = g_steal_pointer (&self->select_id);

      tl_window_select_id (self, id);
    }
  /* Until now GTK has left the keyboard to the first button there is. */
  if (is_first || gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  if (TL_IS_APPLICATION (application))
    tl_application_note_opened (TL_APPLICATION (application), tl_document_get_file (self->document));
  tl_window_update_actions (self);
}

static void
failed_cb (TlWindow *self)
{
  const GError *failure = tl_document_get_failure (self->document);
  const TlDiagnostics *findings = tl_document_get_failure_diagnostics (self->document);
  g_autofree char *first = findings != NULL ? say_first (findings) : NULL;

  hide_progress (self);
  if (tl_document_get_timeline (self->document) != NULL)
    {
      update_notice (self);
      tl_window_update_actions (self);
      return;
    }

  show_failure (self, first != NULL ? first : failure->message);
  tl_window_update_actions (self);
}

/* Loads a file into the window, instead of what it shows. */
void
tl_window_load_document (TlWindow *self,
                         GFile    *file)
{
  if (self->document != NULL)
    {
      tl_window_keep_view (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
      tl_document_cancel (self->document);
    }
  g_clear_object (&self->document);
  hide_progress (self);
  reveal (self->notice_revealer, FALSE);

  self->document = tl_document_new (file);
  g_signal_connect_swapped (self->document, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect_swapped (self->document, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->document, "progress", G_CALLBACK (progress_cb), self);
  g_signal_connect_swapped (self->document, "notify::loading", G_CALLBACK (loading_changed_cb), self);
  tl_document_load (self->document);
}

static void
line_activated_cb (TlFindingsList *list,
                   guint           line,
                   TlWindow       *self)
{
  tl_window_edit (self, line);
}

/* All that is to be said about the file, in a window of its own. */
void
tl_window_show_findings (TlWindow *self)
{
  const TlDiagnostics *findings;
  g_autofree char *name = NULL;
  TlFindingsList *list;

  if (self->document == NULL)
    return;

  findings = tl_document_get_failure_diagnostics (self->document);
  if (findings == NULL)
    findings = tl_document_get_diagnostics (self->document);
  if (count_findings (findings) == 0)
    {
      tl_window_say (self, _("There are no findings in this file"));
      return;
    }

  name = tl_document_dup_name (self->document);
  list = tl_findings_window_present (GTK_WINDOW (self), findings, name);
  g_signal_connect_object (list, "line-activated", G_CALLBACK (line_activated_cb), self, 0);
}
