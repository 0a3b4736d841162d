/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-settings.h"
#include "tl-talk-window.h"

#include <glib/gi18n.h>

/* Giving the talk of what the window shows: with its filter, its lanes and its
 * axis, whatever becomes of these meanwhile.
 */

static TlViewport *
copy_viewport (TlWindow *self)
{
  TlViewport *viewport = tl_viewport_new ();
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);

  tl_viewport_set_timeline (viewport, tl_viewport_get_timeline (self->viewport));
  tl_viewport_set_lanes (viewport, lanes, n_lanes);
  tl_viewport_set_axis_mode (viewport, tl_viewport_get_axis_mode (self->viewport));
  tl_viewport_set_filter (viewport, tl_viewport_get_filter (self->viewport));

  return viewport;
}

void
tl_window_present_talk (TlWindow *self)
{
  g_autoptr (TlViewport) viewport = copy_viewport (self);
  guint n_events, n_steps;
  const guint32 *events = tl_viewport_get_events (viewport, &n_events);
  g_autoptr (TlTalk) talk = tl_talk_new (tl_viewport_get_timeline (viewport), events, n_events, NULL);

  tl_talk_get_steps (talk, &n_steps);
  if (n_steps == 0)
    {
      tl_window_say (self, _("There is nothing to talk about: no event is shown"));
      return;
    }

  gtk_window_present (tl_talk_window_new (GTK_WINDOW (self), viewport, talk,
                                          tl_settings_get_chart_font (tl_settings_get_default ())));
}
