/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A filter as it stands on a command line, and as it is kept in a file. */

/* Ids may have commas. */
static char *
join_list (const char *const *values)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (list, ',');
      for (const char *p = values[i]; *p != '\0'; p++)
        {
          if (*p == ',' || *p == '\\')
            g_string_append_c (list, '\\');
          g_string_append_c (list, *p);
        }
    }

  return g_string_free (list, FALSE);
}

static void
end_value (GStrvBuilder *values,
           GString      *value)
{
  g_strstrip (value->str);
  if (value->str[0] != '\0')
    g_strv_builder_add (values, value->str);
  g_string_truncate (value, 0);
}

/**
 * tl_filter_split_list:
 * @list: values with commas between them
 *
 * A comma that belongs to a value has a backslash before it, as a backslash
 * has. White space around a value is none of it.
 *
 * Returns: (transfer full): the values, none of them empty
 */
char **
tl_filter_split_list (const char *list)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = list; *p != '\0'; p++)
    {
      if (*p == ',')
        {
          end_value (values, value);
          continue;
        }
      if (*p == '\\' && (p[1] == ',' || p[1] == '\\'))
        p++;
      g_string_append_c (value, *p);
    }
  end_value (values, value);

  return g_strv_builder_end (values);
}

/**
 * tl_filter_to_arguments:
 * @self: a filter whose values are ids
 *
 * Returns: (transfer full): the arguments of `throughline export` that ask
 *   for the same: "--lanes", "meta,openai", "--differing"
 */
char **
tl_filter_to_arguments (const TlFilter *self)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      const TlConditionInfo *info = tl_condition_get_info (i);
      const char *const *values = tl_filter_get (self, i);
      g_autofree char *option = g_strconcat ("--", info->option, NULL);
      g_autofree char *list = NULL;

      if (values[0] == NULL)
        continue;

      g_strv_builder_add (arguments, option);
      if (info->values == TL_VALUES_MANY)
        g_strv_builder_add (arguments, list = join_list (values));
      else if (info->values == TL_VALUES_ONE)
        g_strv_builder_add (arguments, values[0]);
    }

  return g_strv_builder_end (arguments);
}

static gboolean
find_option (const char  *argument,
             TlCondition *condition)
{
  for (*condition = 0; *condition < TL_N_CONDITIONS; (*condition)++)
    if (g_str_has_prefix (argument, "--") && g_str_equal (argument + strlen ("--"), tl_condition_get_info (*condition)->option))
      return TRUE;

  return FALSE;
}

static void
add_list (TlFilter   *self,
          TlCondition condition,
          const char *list)
{
  g_auto (GStrv) values = tl_filter_split_list (list);

  for (guint i = 0; values[i] != NULL; i++)
    tl_filter_add (self, condition, values[i]);
}

/**
 * tl_filter_new_from_arguments:
 * @arguments: (array zero-terminated=1): what tl_filter_to_arguments() gave
 * @error: set to %TL_FILTER_ERROR_ARGUMENT, or %TL_EDTF_ERROR, where they are
 *   no such thing
 *
 * Returns: (transfer full) (nullable): the filter
 */
TlFilter *
tl_filter_new_from_arguments (const char *const *arguments,
                              GError           **error)
{
  g_autoptr (TlFilter) self = tl_filter_new ();
  const char *from = NULL;
  const char *to = NULL;

  for (; *arguments != NULL; arguments++)
    {
      TlCondition condition;
      const TlConditionInfo *info;

      if (!find_option (*arguments, &condition)
          || (tl_condition_get_info (condition)->values != TL_VALUES_NONE && arguments[1] == NULL))
        {
          g_autofree char *quoted = tl_text_quote (*arguments);

          g_set_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_ARGUMENT, _("%s is no condition of a filter"), quoted);
          return NULL;
        }

      info = tl_condition_get_info (condition);
      if (info->values != TL_VALUES_NONE)
        arguments++;
      if (condition == TL_CONDITION_FROM)
        from = *arguments;
      else if (condition == TL_CONDITION_TO)
        to = *arguments;
      else if (info->values == TL_VALUES_MANY)
        add_list (self, condition, *arguments);
      else
        tl_filter_add (self, condition, info->values == TL_VALUES_ONE ? *arguments : TL_FILTER_YES);
    }

  if ((from != NULL || to != NULL) && !tl_filter_set_window (self, from, to, error))
    return NULL;

  return g_steal_pointer (&self);
}
