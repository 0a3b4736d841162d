/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-question.h"

#include <adwaita.h>

/* libadwaita before 1.5 has a window for this, later ones a dialog. The
 * window goes when 1.5 is the oldest one that we build with.
 */

#if ADW_CHECK_VERSION (1, 5, 0)
#define CALL(what) adw_alert_dialog_##what
#define TYPE ADW_ALERT_DIALOG
#else
#define CALL(what) adw_message_dialog_##what
#define TYPE ADW_MESSAGE_DIALOG
#endif

static void
response_cb (GObject    *dialog,
             const char *answer,
             GTask      *task)
{
  g_signal_handlers_disconnect_by_func (dialog, response_cb, task);
  g_task_return_pointer (task, g_strdup (answer), g_free);
  g_object_unref (task);
}

/* The dialog's own text has hyphens where it is broken, which an address has
 * not. */
static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);

  return label;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if ADW_CHECK_VERSION (1, 5, 0)
/* The dialog's own heading is measured on one line first, and libadwaita 1.7
 * warns of one that is wider than the dialog. */
static AdwDialog *
new_dialog (const char *heading,
            const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = new_text (heading);
  GtkWidget *text = new_text (body);

  gtk_widget_add_css_class (label, "title-2");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), text);
  adw_dialog_set_title (dialog, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, text, NULL, -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);

  return dialog;
}
#else
static GtkWidget *
new_dialog (GtkWindow  *parent,
            const char *heading,
            const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_text (body));

  return dialog;
}
#endif

/**
 * tl_question_ask:
 * @parent: (transfer none): the window that it is about
 * @heading: the question
 * @body: plain text that belongs to it, such as an address
 * @answers: (array length=n_answers): what may be answered; the first one is
 *   what it means to close the dialog
 * @n_answers: their number
 * @callback: (scope async): called when it is answered
 * @user_data: passed to @callback
 *
 * Asks something. What is suggested is what the Enter key answers.
 */
void
tl_question_ask (GtkWindow          *parent,
                 const char         *heading,
                 const char         *body,
                 const TlAnswer     *answers,
                 gsize               n_answers,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  GTask *task;
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *dialog = new_dialog (heading, body);
#else
  GtkWidget *dialog = new_dialog (parent, heading, body);
#endif

  g_return_if_fail (n_answers > 0);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_question_ask);
  for (gsize i = 0; i < n_answers; i++)
    {
      CALL (add_response) (TYPE (dialog), answers[i].id, answers[i].label);
      if (!answers[i].is_suggested)
        continue;
      CALL (set_response_appearance) (TYPE (dialog), answers[i].id, ADW_RESPONSE_SUGGESTED);
      CALL (set_default_response) (TYPE (dialog), answers[i].id);
    }
  CALL (set_close_response) (TYPE (dialog), answers[0].id);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * tl_question_ask_finish:
 * @result: what the callback of tl_question_ask() was called with
 *
 * Returns: (transfer full): the id of the answer
 */
char *
tl_question_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
