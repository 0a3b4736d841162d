/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-question.h"
#include "tl-settings.h"
#include "tl-uri-launcher.h"

#include <glib/gi18n.h>

/* What a click on a source does: what somebody prefers. */

typedef struct
{
  TlWindow *window;
  char     *uri;
} Asked;

static void
free_asked (Asked *asked)
{
  g_object_unref (asked->window);
  g_free (asked->uri);
  g_free (asked);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!tl_uri_launcher_launch_finish (result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_window_say (self, error->message);
}

static void
open_uri (TlWindow   *self,
          const char *uri)
{
  tl_uri_launcher_launch (GTK_WINDOW (self), uri, NULL, launched_cb, g_object_ref (self));
}

static void
copy_uri (TlWindow   *self,
          const char *uri)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  tl_window_say (self, _("The link is copied"));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Asked *asked = data;
  g_autofree char *answer = tl_question_ask_finish (result);

  if (g_strcmp0 (answer, "open") == 0)
    open_uri (asked->window, asked->uri);
  else if (g_strcmp0 (answer, "copy") == 0)
    copy_uri (asked->window, asked->uri);
  free_asked (asked);
}

static void
ask (TlWindow   *self,
     const char *uri)
{
  const TlAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "copy", _("C_opy the Link"), FALSE },
    { "open", _("_Open"), TRUE },
  };
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (self);
  asked->uri = g_strdup (uri);
  tl_question_ask (GTK_WINDOW (self), _("Open in the Browser?"), uri, answers, G_N_ELEMENTS (answers), answered_cb,
                   asked);
}

/* Follows what leads to a source. */
void
tl_window_follow_source (TlWindow   *self,
                         const char *uri)
{
  switch ((TlClick) tl_settings_get_choice (tl_settings_get_default (), TL_SETTING_CLICK))
    {
    case TL_CLICK_COPIES:
      copy_uri (self, uri);
      break;
    case TL_CLICK_ASKS:
      ask (self, uri);
      break;
    case TL_CLICK_OPENS:
    default:
      open_uri (self, uri);
      break;
    }
}
