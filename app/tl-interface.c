/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-interface.h"

#include <adwaita.h>

/* GTK knows the desktop's text size as a resolution of fonts, and whether
 * anything moves by itself. What a program sets there is no longer brought
 * into step with the desktop, so that is done here.
 */

#define TEXT_SIZE "gtk-xft-dpi"
#define MOTION    "gtk-enable-animations"

/* Dots per inch times 1024: GTK's own limit, and what it takes for 1. */
#define MAX_RESOLUTION     (1024 * 1024)
#define DEFAULT_RESOLUTION (96 * 1024)

struct _TlInterface
{
  TlSettings  *settings;
  GtkSettings *gtk;
  GdkDisplay  *display;
  int          resolution; /* the desktop's */
  gboolean     is_moving;  /* as the desktop has it */
};

static void
set_int (TlInterface *self,
         const char  *name,
         int          value)
{
  int before;

  g_object_get (self->gtk, name, &before, NULL);
  if (before != value)
    g_object_set (self->gtk, name, value, NULL);
}

static void
apply (TlInterface *self)
{
  static const AdwColorScheme schemes[] = {
    [TL_COLOURS_DESKTOP] = ADW_COLOR_SCHEME_DEFAULT,
    [TL_COLOURS_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [TL_COLOURS_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int size = tl_settings_get_text_size (self->settings);
  int resolution = self->resolution > 0 ? self->resolution : DEFAULT_RESOLUTION;
  TlMotion motion = tl_settings_get_choice (self->settings, TL_SETTING_MOTION);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[tl_settings_get_choice (self->settings, TL_SETTING_COLOURS)]);
  set_int (self, TEXT_SIZE,
           size == 100 ? self->resolution : (int) MIN ((gint64) resolution * size / 100, MAX_RESOLUTION));
  set_int (self, MOTION, motion == TL_MOTION_DESKTOP ? self->is_moving : motion == TL_MOTION_FULL);
}

static void
desktop_changed_cb (GdkDisplay  *display,
                    const char  *name,
                    TlInterface *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (g_str_equal (name, TEXT_SIZE))
    {
      g_value_init (&value, G_TYPE_INT);
      if (gdk_display_get_setting (display, name, &value))
        self->resolution = g_value_get_int (&value);
    }
  else if (g_str_equal (name, MOTION))
    {
      g_value_init (&value, G_TYPE_BOOLEAN);
      if (gdk_display_get_setting (display, name, &value))
        self->is_moving = g_value_get_boolean (&value);
    }
  else
    return;

  apply (self);
}

/**
 * tl_interface_new:
 * @settings: (transfer none): what is preferred
 *
 * Brings @settings into the program's windows, now and whenever they or the
 * desktop's change. There has to be a display.
 *
 * Returns: (transfer full): what does that
 */
TlInterface *
tl_interface_new (TlSettings *settings)
{
  TlInterface *self = g_new0 (TlInterface, 1);

  self->settings = g_object_ref (settings);
  self->gtk = gtk_settings_get_default ();
  self->display = g_object_ref (gdk_display_get_default ());
  g_object_get (self->gtk, TEXT_SIZE, &self->resolution, MOTION, &self->is_moving, NULL);
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (apply), self);
  g_signal_connect (self->display, "setting-changed", G_CALLBACK (desktop_changed_cb), self);
  apply (self);

  return self;
}

/**
 * tl_interface_free:
 * @self: (transfer full): what was made by tl_interface_new()
 */
void
tl_interface_free (TlInterface *self)
{
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_signal_handlers_disconnect_by_data (self->display, self);
  g_object_unref (self->settings);
  g_object_unref (self->display);
  g_free (self);
}
