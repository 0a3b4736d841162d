/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-finding-item.h"

#include <glib/gi18n.h>

/**
 * TlFindingItem:
 *
 * A finding in a list, in words. Outlives the findings it was made of: the
 * file may be loaded again while people read them.
 */
struct _TlFindingItem
{
  GObject parent_instance;

  gboolean is_error;
  guint    line;
  char    *sentence;
  char    *place;
  char    *copy;
};

G_DEFINE_FINAL_TYPE (TlFindingItem, tl_finding_item, G_TYPE_OBJECT)

static void
tl_finding_item_finalize (GObject *object)
{
  TlFindingItem *self = TL_FINDING_ITEM (object);

  g_free (self->sentence);
  g_free (self->place);
  g_free (self->copy);

  G_OBJECT_CLASS (tl_finding_item_parent_class)->finalize (object);
}

static void
tl_finding_item_class_init (TlFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_finding_item_finalize;
}

static void
tl_finding_item_init (TlFindingItem *self)
{
}

/* Where in the document it is, and what was probably meant. */
static char *
describe_place (const TlDiagnostic *diagnostic)
{
  g_autofree char *suggestion = NULL;

  if (diagnostic->suggestion == NULL)
    return g_strdup (diagnostic->path);

  /* Translators: what somebody may have wanted to write in a file */
  suggestion = g_strdup_printf (_("Did you mean “%s”?"), diagnostic->suggestion);
  if (diagnostic->path[0] == '\0')
    return g_steal_pointer (&suggestion);

  return g_strdup_printf ("%s · %s", diagnostic->path, suggestion);
}

/**
 * tl_finding_item_new:
 * @diagnostic: (transfer none): a finding
 * @file_name: the file's name
 *
 * Returns: (transfer full): it in words
 */
TlFindingItem *
tl_finding_item_new (const TlDiagnostic *diagnostic,
                     const char         *file_name)
{
  TlFindingItem *self = g_object_new (TL_TYPE_FINDING_ITEM, NULL);

  self->is_error = diagnostic->severity == TL_SEVERITY_ERROR;
  self->line = diagnostic->line;
  /* Translators: a line of the file, then what is wrong there */
  self->sentence = g_strdup_printf (_("Line %u: %s"), diagnostic->line, diagnostic->message);
  self->place = describe_place (diagnostic);
  self->copy = tl_diagnostic_to_line (diagnostic, file_name);

  return self;
}

/**
 * tl_finding_item_is_error:
 * @self: a finding
 *
 * Returns: whether something could not be used, rather than looks wrong
 */
gboolean
tl_finding_item_is_error (TlFindingItem *self)
{
  return self->is_error;
}

/**
 * tl_finding_item_get_line:
 * @self: a finding
 *
 * Returns: its line in the file, from 1
 */
guint
tl_finding_item_get_line (TlFindingItem *self)
{
  return self->line;
}

/**
 * tl_finding_item_get_sentence:
 * @self: a finding
 *
 * Returns: (transfer none): what is wrong and in which line
 */
const char *
tl_finding_item_get_sentence (TlFindingItem *self)
{
  return self->sentence;
}

/**
 * tl_finding_item_get_place:
 * @self: a finding
 *
 * Returns: (transfer none): where it is in the document, and what was
 *   probably meant; empty where neither is known
 */
const char *
tl_finding_item_get_place (TlFindingItem *self)
{
  return self->place;
}

/**
 * tl_finding_item_get_copy:
 * @self: a finding
 *
 * Returns: (transfer none): all of it in one line, as tl_diagnostic_to_line()
 *   makes it
 */
const char *
tl_finding_item_get_copy (TlFindingItem *self)
{
  return self->copy;
}

/**
 * tl_finding_item_dup_name:
 * @self: a finding
 *
 * Returns: (transfer full): what is read out of it
 */
char *
tl_finding_item_dup_name (TlFindingItem *self)
{
  const char *severity = self->is_error ? _("Error") : _("Warning");

  return self->place[0] != '\0' ? g_strdup_printf ("%s, %s, %s", severity, self->sentence, self->place)
                                : g_strdup_printf ("%s, %s", severity, self->sentence);
}
