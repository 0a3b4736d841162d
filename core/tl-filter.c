/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-private.h"

#include "tl-edtf.h"

/* Conditions and their values. What they mean for the events of a timeline is
 * in tl-filter-apply.c, what they are called in tl-filter-words.c.
 */

G_DEFINE_QUARK (tl-filter-error-quark, tl_filter_error)

/**
 * tl_filter_new:
 *
 * Returns: (transfer full): a filter that leaves every event
 */
TlFilter *
tl_filter_new (void)
{
  return g_new0 (TlFilter, 1);
}

/**
 * tl_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): one with the same conditions
 */
TlFilter *
tl_filter_copy (const TlFilter *self)
{
  TlFilter *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    copy->values[i] = g_strdupv (self->values[i]);

  return copy;
}

/**
 * tl_filter_free:
 * @self: (transfer full): a filter
 */
void
tl_filter_free (TlFilter *self)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    g_strfreev (self->values[i]);
  g_free (self);
}

static guint
count_values (const TlFilter *self,
              TlCondition     condition)
{
  return self->values[condition] != NULL ? g_strv_length (self->values[condition]) : 0;
}

/**
 * tl_filter_equal:
 * @a: a filter
 * @b: another one
 *
 * Returns: whether they have the same conditions, in whatever order the
 *   values were added
 */
gboolean
tl_filter_equal (const TlFilter *a,
                 const TlFilter *b)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      guint n_values = count_values (a, i);

      if (n_values != count_values (b, i))
        return FALSE;
      for (guint k = 0; k < n_values; k++)
        if (!tl_filter_has (b, i, a->values[i][k]))
          return FALSE;
    }

  return TRUE;
}

/**
 * tl_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it has no condition at all
 */
gboolean
tl_filter_is_empty (const TlFilter *self)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    if (self->values[i] != NULL)
      return FALSE;

  return TRUE;
}

/**
 * tl_filter_get:
 * @self: a filter
 * @condition: a condition
 *
 * Returns: (transfer none) (array zero-terminated=1): its values, none where
 *   nothing is asked for
 */
const char *const *
tl_filter_get (const TlFilter *self,
               TlCondition     condition)
{
  static const char *const none[] = { NULL };

  return self->values[condition] != NULL ? (const char *const *) self->values[condition] : none;
}

/**
 * tl_filter_has:
 * @self: a filter
 * @condition: a condition
 * @value: a value
 *
 * Returns: whether @value is one of those of @condition
 */
gboolean
tl_filter_has (const TlFilter *self,
               TlCondition     condition,
               const char     *value)
{
  return g_strv_contains (tl_filter_get (self, condition), value);
}

static gboolean
parse_window (const char *from,
              const char *to,
              TlDate     *window,
              GError    **error)
{
  TlDate start;
  TlDate end;

  if (!tl_edtf_parse (from != NULL ? from : "../..", -1, &start, error))
    {
      g_prefix_error (error, "%s: ", from);
      return FALSE;
    }
  if (!tl_edtf_parse (to != NULL ? to : "../..", -1, &end, error))
    {
      g_prefix_error (error, "%s: ", to);
      return FALSE;
    }

  return tl_date_join (&start, &end, window, error);
}

/* Both ends have been found to be dates, in this order. */
static void
update_window (TlFilter *self)
{
  char **from = self->values[TL_CONDITION_FROM];
  char **to = self->values[TL_CONDITION_TO];

  self->has_window = (from != NULL || to != NULL)
                     && parse_window (from != NULL ? *from : NULL, to != NULL ? *to : NULL, &self->window, NULL);
}

static void
take_values (TlFilter   *self,
             TlCondition condition,
             char      **values)
{
  g_strfreev (self->values[condition]);
  self->values[condition] = values;
  update_window (self);
}

/**
 * tl_filter_add:
 * @self: a filter
 * @condition: any but those of time, which tl_filter_set_window() sets
 * @value: a value: an id, words, or one of those that tl-filter.h names
 *
 * Asks for that, too, or instead where @condition takes one value only.
 *
 * Returns: whether that is new
 */
gboolean
tl_filter_add (TlFilter   *self,
               TlCondition condition,
               const char *value)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  g_return_val_if_fail (condition != TL_CONDITION_FROM && condition != TL_CONDITION_TO, FALSE);

  if (tl_filter_has (self, condition, value))
    return FALSE;

  if (tl_condition_get_info (condition)->values == TL_VALUES_MANY && self->values[condition] != NULL)
    g_strv_builder_addv (values, (const char **) self->values[condition]);
  g_strv_builder_add (values, value);
  take_values (self, condition, g_strv_builder_end (values));

  return TRUE;
}

/**
 * tl_filter_remove:
 * @self: a filter
 * @condition: a condition
 * @value: one of its values
 *
 * Asks for that no more.
 *
 * Returns: whether it did
 */
gboolean
tl_filter_remove (TlFilter   *self,
                  TlCondition condition,
                  const char *value)
{
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  guint n_values = count_values (self, condition);

  if (!tl_filter_has (self, condition, value))
    return FALSE;

  for (guint i = 0; i < n_values; i++)
    if (!g_str_equal (self->values[condition][i], value))
      g_strv_builder_add (left, self->values[condition][i]);
  take_values (self, condition, n_values > 1 ? g_strv_builder_end (left) : NULL);

  return TRUE;
}

/**
 * tl_filter_clear:
 * @self: a filter
 * @condition: a condition
 *
 * Asks for nothing of that kind.
 *
 * Returns: whether it did
 */
gboolean
tl_filter_clear (TlFilter   *self,
                 TlCondition condition)
{
  gboolean had_values = self->values[condition] != NULL;

  take_values (self, condition, NULL);

  return had_values;
}

static char **
dup_single (const char *value)
{
  const char *const values[] = { value, NULL };

  return value != NULL ? g_strdupv ((char **) values) : NULL;
}

/**
 * tl_filter_set_window:
 * @self: a filter
 * @from: (nullable): when it starts, EDTF; %NULL for no limit
 * @to: (nullable): when it ends, EDTF; %NULL for no limit
 * @error: set where one is no EDTF or @to is before @from; in the domain
 *   %TL_EDTF_ERROR
 *
 * Asks for events whose date may lie in this stretch of time, both ends
 * included. Where it is none, nothing changes.
 *
 * Returns: whether it is one
 */
gboolean
tl_filter_set_window (TlFilter   *self,
                      const char *from,
                      const char *to,
                      GError    **error)
{
  char **start;
  char **end;

  if (!parse_window (from, to, &self->window, error))
    {
      update_window (self);
      return FALSE;
    }

  /* What is given may be what is there. */
  start = dup_single (from);
  end = dup_single (to);
  take_values (self, TL_CONDITION_FROM, NULL);
  take_values (self, TL_CONDITION_TO, end);
  take_values (self, TL_CONDITION_FROM, start);

  return TRUE;
}

/**
 * tl_filter_get_window:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the stretch of time that is asked for
 */
const TlDate *
tl_filter_get_window (const TlFilter *self)
{
  return self->has_window ? &self->window : NULL;
}
