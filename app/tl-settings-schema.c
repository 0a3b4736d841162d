/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-settings-schema.h"

/* Where the description of our settings is found. GSettings ends the program
 * when it is asked for a key that there is none of, so one of another version
 * counts as none.
 */

static const struct
{
  const char *name;
  const char *type;
} keys[] = {
  { "axis", "s" },   { "chart-font", "s" },   { "high-contrast", "b" }, { "motion", "s" },
  { "theme", "s" },  { "source-click", "s" }, { "text-size", "i" },
};

static gboolean
is_ours (GSettingsSchema *schema)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GSettingsSchemaKey) key = NULL;

      if (!g_settings_schema_has_key (schema, keys[i].name))
        return FALSE;
      key = g_settings_schema_get_key (schema, keys[i].name);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (key), G_VARIANT_TYPE (keys[i].type)))
        return FALSE;
    }

  return TRUE;
}

static GSettings *
open_of (GSettingsSchemaSource *source,
         gboolean               is_recursive)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, is_recursive);

  return schema != NULL && is_ours (schema) ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * tl_settings_schema_open_in:
 * @folder: (type filename): where compiled schemas may be
 *
 * Returns: (transfer full) (nullable): our settings, by the schema in @folder
 */
GSettings *
tl_settings_schema_open_in (const char *folder)
{
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (g_file_test (compiled, G_FILE_TEST_EXISTS))
    source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);

  return open_of (source, FALSE);
}

/* Of the build tree that the program has not been installed from. */
static char *
find_build_folder (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  return folder != NULL ? g_build_filename (folder, "..", "data", NULL) : NULL;
}

/**
 * tl_settings_schema_open:
 *
 * Looks where the program was built, where schemas are installed on this
 * system, and where it was to be installed.
 *
 * Returns: (transfer full) (nullable): our settings; %NULL where they are not
 *   described anywhere, and so cannot be stored
 */
GSettings *
tl_settings_schema_open (void)
{
  g_autofree char *build_folder = find_build_folder ();
  GSettings *settings = build_folder != NULL ? tl_settings_schema_open_in (build_folder) : NULL;

  if (settings == NULL)
    settings = open_of (g_settings_schema_source_get_default (), TRUE);
  if (settings == NULL)
    settings = tl_settings_schema_open_in (SCHEMADIR);

  return settings;
}
