/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-settings.h"

#include "tl-settings-schema.h"
#include "tl-text-pango.h"

/**
 * TlSettings:
 *
 * What people prefer. Whatever is stored, only values that make sense are
 * handed out: the default where the stored one does not. Where nothing can be
 * stored, it holds as long as the program runs. Belongs to the main thread.
 */
struct _TlSettings
{
  GObject parent_instance;

  GSettings  *stored; /* (nullable) */
  GHashTable *values; /* from keys to GVariants, where nothing is stored */
  char       *wanted; /* (nullable): the font that has been looked for, and */
  gboolean    has_wanted;
};

G_DEFINE_FINAL_TYPE (TlSettings, tl_settings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define HIGH_CONTRAST "high-contrast"
#define TEXT_SIZE     "text-size"
#define CHART_FONT    "chart-font"

#define MAX_WORDS 4

/* The first word is the default. */
static const struct
{
  const char *key;
  const char *words[MAX_WORDS + 1];
} choices[] = {
  [TL_SETTING_COLOURS] = { "theme", { "desktop", "light", "dark" } },
  [TL_SETTING_AXIS] = { "axis", { "auto", "linear", "folded", "even" } },
  [TL_SETTING_MOTION] = { "motion", { "desktop", "reduced", "full" } },
  [TL_SETTING_CLICK] = { "source-click", { "open", "copy", "ask" } },
};

static GVariant *
get_value (TlSettings *self,
           const char *key)
{
  GVariant *value = NULL;

  if (self->stored != NULL)
    return g_settings_get_value (self->stored, key);

  value = g_hash_table_lookup (self->values, key);

  return value != NULL ? g_variant_ref (value) : NULL;
}

static void
take_value (TlSettings *self,
            const char *key,
            GVariant   *floating)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (floating);
  g_autoptr (GVariant) before = get_value (self, key);

  if (before != NULL && g_variant_equal (before, value))
    return;

  if (self->stored != NULL)
    {
      g_settings_set_value (self->stored, key, value);
      return;
    }

  g_hash_table_replace (self->values, g_strdup (key), g_steal_pointer (&value));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stored_changed_cb (TlSettings *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tl_settings_finalize (GObject *object)
{
  TlSettings *self = TL_SETTINGS (object);

  g_clear_object (&self->stored);
  g_hash_table_unref (self->values);
  g_free (self->wanted);

  G_OBJECT_CLASS (tl_settings_parent_class)->finalize (object);
}

static void
tl_settings_class_init (TlSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_settings_finalize;

  /**
   * TlSettings::changed:
   * @self: the settings
   *
   * Something is preferred otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_settings_init (TlSettings *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

/**
 * tl_settings_new:
 * @stored: (transfer full) (nullable): where they are kept, with our schema;
 *   %NULL to keep them nowhere
 *
 * Returns: (transfer full): what is preferred
 */
TlSettings *
tl_settings_new (GSettings *stored)
{
  TlSettings *self = g_object_new (TL_TYPE_SETTINGS, NULL);

  self->stored = stored;
  if (stored != NULL)
    g_signal_connect_object (stored, "changed", G_CALLBACK (stored_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * tl_settings_get_default:
 *
 * Returns: (transfer none): what the user prefers
 */
TlSettings *
tl_settings_get_default (void)
{
  static TlSettings *settings = NULL;

  if (settings == NULL)
    settings = tl_settings_new (tl_settings_schema_open ());

  return settings;
}

/**
 * tl_settings_get_choice:
 * @self: the settings
 * @setting: which of them
 *
 * Returns: what is preferred, of the enumeration that belongs to @setting
 */
int
tl_settings_get_choice (TlSettings *self,
                        TlSetting   setting)
{
  g_autoptr (GVariant) value = get_value (self, choices[setting].key);

  for (int i = 0; value != NULL && choices[setting].words[i] != NULL; i++)
    if (g_str_equal (g_variant_get_string (value, NULL), choices[setting].words[i]))
      return i;

  return 0;
}

/**
 * tl_settings_set_choice:
 * @self: the settings
 * @setting: which of them
 * @choice: of the enumeration that belongs to @setting
 */
void
tl_settings_set_choice (TlSettings *self,
                        TlSetting   setting,
                        int         choice)
{
  g_return_if_fail (TL_IS_SETTINGS (self));
  g_return_if_fail (choice >= 0 && choice < MAX_WORDS && choices[setting].words[choice] != NULL);

  take_value (self, choices[setting].key, g_variant_new_string (choices[setting].words[choice]));
}

/**
 * tl_settings_get_high_contrast:
 * @self: the settings
 *
 * Returns: whether timelines are drawn in high contrast even where the
 *   desktop does not ask for it
 */
gboolean
tl_settings_get_high_contrast (TlSettings *self)
{
  g_autoptr (GVariant) value = get_value (self, HIGH_CONTRAST);

  return value != NULL && g_variant_get_boolean (value);
}

/**
 * tl_settings_set_high_contrast:
 * @self: the settings
 * @is_high: whether to draw timelines in high contrast
 */
void
tl_settings_set_high_contrast (TlSettings *self,
                               gboolean    is_high)
{
  g_return_if_fail (TL_IS_SETTINGS (self));

  take_value (self, HIGH_CONTRAST, g_variant_new_boolean (is_high));
}

/**
 * tl_settings_get_text_size:
 * @self: the settings
 *
 * Returns: in per cent of the desktop's, from %TL_MIN_TEXT_SIZE to
 *   %TL_MAX_TEXT_SIZE
 */
int
tl_settings_get_text_size (TlSettings *self)
{
  g_autoptr (GVariant) value = get_value (self, TEXT_SIZE);
  int size = value != NULL ? g_variant_get_int32 (value) : 100;

  return size >= TL_MIN_TEXT_SIZE && size <= TL_MAX_TEXT_SIZE ? size : 100;
}

/**
 * tl_settings_set_text_size:
 * @self: the settings
 * @per_cent: of the desktop's; as near to it as may be
 */
void
tl_settings_set_text_size (TlSettings *self,
                           int         per_cent)
{
  g_return_if_fail (TL_IS_SETTINGS (self));

  take_value (self, TEXT_SIZE, g_variant_new_int32 (CLAMP (per_cent, TL_MIN_TEXT_SIZE, TL_MAX_TEXT_SIZE)));
}

static gboolean
is_installed (const char *family)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (family, "en");

  return tl_text_pango_has_family (text);
}

/* To look through the fonts takes a moment, and none comes while one looks at
 * a timeline. */
static gboolean
find_wanted (TlSettings *self)
{
  g_autoptr (GVariant) value = get_value (self, CHART_FONT);
  const char *family = value != NULL ? g_variant_get_string (value, NULL) : TL_CHART_FONT;

  if (g_strcmp0 (self->wanted, family) != 0)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (family);
      self->has_wanted = family[0] != '\0' && is_installed (family);
    }

  return self->has_wanted;
}

/**
 * tl_settings_get_chart_font:
 * @self: the settings
 *
 * Returns: (transfer none): the family that timelines are drawn in: the
 *   preferred one where it is installed, else %TL_CHART_FONT
 */
const char *
tl_settings_get_chart_font (TlSettings *self)
{
  return find_wanted (self) ? self->wanted : TL_CHART_FONT;
}

/**
 * tl_settings_dup_missing_font:
 * @self: the settings
 *
 * Returns: (transfer full) (nullable): the family that is preferred but not
 *   installed
 */
char *
tl_settings_dup_missing_font (TlSettings *self)
{
  return find_wanted (self) || self->wanted[0] == '\0' ? NULL : g_strdup (self->wanted);
}

/**
 * tl_settings_set_chart_font:
 * @self: the settings
 * @family: a font family
 */
void
tl_settings_set_chart_font (TlSettings *self,
                            const char *family)
{
  g_return_if_fail (TL_IS_SETTINGS (self));
  g_return_if_fail (family != NULL);

  take_value (self, CHART_FONT, g_variant_new_string (family));
}

/**
 * tl_settings_reset:
 * @self: the settings
 *
 * Makes everything as it was at first.
 */
void
tl_settings_reset (TlSettings *self)
{
  g_return_if_fail (TL_IS_SETTINGS (self));

  if (self->stored == NULL)
    {
      g_hash_table_remove_all (self->values);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_settings_reset (self->stored, choices[i].key);
  g_settings_reset (self->stored, HIGH_CONTRAST);
  g_settings_reset (self->stored, TEXT_SIZE);
  g_settings_reset (self->stored, CHART_FONT);
}
