/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window.h"

#include "tl-event-list.h"
#include "tl-load.h"

#include <glib/gi18n.h>

/**
 * TlWindow:
 *
 * A window on one timeline.
 */
struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkRevealer    *findings_revealer;
  GtkImage       *findings_icon;
  GtkLabel       *findings;
  GtkLabel       *first_finding;
  GtkStack       *stack;
  GtkSpinner     *spinner;
  TlEventList    *events;
  AdwStatusPage  *failure;

  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_window_dispose;

  g_type_ensure (TL_TYPE_EVENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, findings_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, findings_icon);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, first_finding);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, events);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failure);
}

static void
tl_window_init (TlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_findings (guint n_findings,
                   guint n_left_out)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, ngettext ("%u finding in this file", "%u findings in this file", n_findings), n_findings);
  if (n_left_out > 0)
    {
      g_string_append (text, "; ");
      /* Translators: follows “2 findings in this file” */
      g_string_append_printf (text, ngettext ("%u event is left out", "%u events are left out", n_left_out),
                              n_left_out);
    }

  return g_string_free (text, FALSE);
}

static void
show_severity (TlWindow *self,
               gboolean  is_error)
{
  const char *classes[] = { is_error ? "error" : "warning", NULL };

  gtk_image_set_from_icon_name (self->findings_icon,
                                is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->findings_icon), classes);
}

/* What was wrong in the file, in a line above what is sound of it. */
static void
show_findings (TlWindow     *self,
               const TlLoad *load)
{
  guint n_errors = tl_diagnostics_get_n_errors (load->diagnostics);
  guint n_findings = n_errors + tl_diagnostics_get_n_warnings (load->diagnostics);
  const TlDiagnostic *diagnostics;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  guint n_listed;

  gtk_revealer_set_reveal_child (self->findings_revealer, n_findings > 0);
  diagnostics = tl_diagnostics_get (load->diagnostics, &n_listed);
  if (n_listed == 0)
    return;

  text = describe_findings (n_findings, load->n_left_out);
  /* Translators: a line of the file, then what is wrong there */
  first = g_strdup_printf (n_findings == 1 ? _("Line %u: %s") : _("The first, in line %u: %s"),
                           diagnostics[0].line, diagnostics[0].message);

  show_severity (self, n_errors > 0);
  gtk_label_set_text (self->findings, text);
  gtk_label_set_text (self->first_finding, first);
}

static void
show_timeline (TlWindow     *self,
               const TlLoad *load)
{
  const char *title = tl_timeline_get_title (load->timeline);
  g_autofree char *count = NULL;
  guint n_events;

  tl_timeline_get_events (load->timeline, &n_events);
  count = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Throughline"));
  adw_window_title_set_title (self->title, title != NULL ? title : _("Throughline"));
  adw_window_title_set_subtitle (self->title, count);
  tl_event_list_set_timeline (self->events, load->timeline);
  tl_event_list_set_selected (self->events, 0);
  show_findings (self, load);
  gtk_stack_set_visible_child_name (self->stack, "events");
  gtk_widget_grab_focus (GTK_WIDGET (self->events));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = tl_load_file_finish (G_FILE (source), result, &error);

  /* The window is gone, or loads something else by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_stop (self->spinner);
  if (load != NULL)
    {
      show_timeline (self, load);
      return;
    }

  /* The description of a status page is markup. */
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, description);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/**
 * tl_window_new:
 * @application: the application it belongs to
 *
 * Returns: (transfer none): a window without a timeline
 */
TlWindow *
tl_window_new (GtkApplication *application)
{
  return g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * tl_window_load:
 * @self: a window
 * @file: a timeline file
 *
 * Loads @file and shows it when it is there.
 */
void
tl_window_load (TlWindow *self,
                GFile    *file)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  tl_load_file_async (file, NULL, NULL, NULL, self->loading, loaded_cb, g_object_ref (self));
}
