/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-catalogue.h"

#include <string.h>

/* gettext translates into the environment's language, one for the whole
 * process. A chart is in its own, so its translations are read from the same
 * files (GNU gettext manual, 10.3, The Format of GNU MO Files) without it.
 */

#define MAGIC 0x950412deu
#define HEADER_BYTES 28

/* What stands between context and sentence. */
#define BETWEEN "\004"

struct _TlCatalogue
{
  GMappedFile *file; /* NULL where there are no translations */
  const char  *data;
  gsize        length;
  gboolean     is_swapped; /* written on a machine of the other byte order */
  guint32      n_sentences;
  guint32      originals;    /* where the table of them is */
  guint32      translations;
};

static guint32
read_number (const TlCatalogue *self,
             guint64            at)
{
  guint32 number;

  memcpy (&number, self->data + at, sizeof number);

  return self->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* Returns %NULL where the file does not hold it. */
static const char *
get_text (const TlCatalogue *self,
          guint32            table,
          guint32            index)
{
  guint64 entry = table + (guint64) index * 8;
  guint64 length = read_number (self, entry);
  guint64 start = read_number (self, entry + 4);

  if (start + length >= self->length || self->data[start + length] != '\0')
    return NULL;

  return self->data + start;
}

static gboolean
has_table (const TlCatalogue *self,
           guint32            table)
{
  return table + (guint64) self->n_sentences * 8 <= self->length;
}

static gboolean
read_header (TlCatalogue *self)
{
  guint32 magic;

  if (self->length < HEADER_BYTES)
    return FALSE;

  magic = read_number (self, 0);
  self->is_swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  self->n_sentences = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);

  return (magic == MAGIC || self->is_swapped) && has_table (self, self->originals)
         && has_table (self, self->translations);
}

static void
close_file (TlCatalogue *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  self->n_sentences = 0;
}

static gboolean
open_file (TlCatalogue *self,
           const char  *folder,
           const char  *locale)
{
  g_autofree char *name = g_build_filename (folder, locale, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  self->file = g_mapped_file_new (name, FALSE, NULL);
  if (self->file == NULL)
    return FALSE;
  self->data = g_mapped_file_get_contents (self->file);
  self->length = g_mapped_file_get_length (self->file);
  if (!read_header (self))
    close_file (self);

  return self->file != NULL;
}

/**
 * tl_catalogue_new:
 * @folder: (type filename): where translations are installed
 * @language: a language tag, such as "pt-BR"
 *
 * Finds the translations into @language: those for pt_BR, or else those for
 * pt. Where there are none, or none that can be read, sentences stay as they
 * are.
 *
 * Returns: (transfer full): the translations
 */
TlCatalogue *
tl_catalogue_new (const char *folder,
                  const char *language)
{
  TlCatalogue *self = g_new0 (TlCatalogue, 1);
  g_autofree char *locale = g_strdelimit (g_strdup (language), "-", '_');

  /* Nothing of a file is to lead out of the folder. */
  if (strpbrk (locale, "/.") != NULL)
    return self;

  while (!open_file (self, folder, locale))
    {
      char *end = strrchr (locale, '_');

      if (end == NULL)
        break;
      *end = '\0';
    }

  return self;
}

/**
 * tl_catalogue_free:
 * @self: (transfer full): translations
 */
void
tl_catalogue_free (TlCatalogue *self)
{
  close_file (self);
  g_free (self);
}

/* Sentences are sorted. */
static const char *
find_translation (const TlCatalogue *self,
                  const char        *key)
{
  guint32 low = 0;
  guint32 high = self->n_sentences;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = get_text (self, self->originals, middle);
      int order = original != NULL ? strcmp (key, original) : 0;

      if (original == NULL)
        return NULL;
      if (order == 0)
        return get_text (self, self->translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static const char *
lookup_cb (const char *context,
           const char *msgid,
           gpointer    data)
{
  const TlCatalogue *self = data;
  g_autofree char *key = NULL;
  const char *translation;

  if (self->n_sentences == 0)
    return msgid;

  key = g_strconcat (context, BETWEEN, msgid, NULL);
  translation = find_translation (self, key);
  if (translation == NULL || translation[0] == '\0' || !g_utf8_validate (translation, -1, NULL))
    return msgid;

  return translation;
}

/**
 * tl_catalogue_get_words:
 * @self: translations; outlive what is returned
 *
 * Returns: @self, for whoever asks for a #TlWords
 */
TlWords
tl_catalogue_get_words (TlCatalogue *self)
{
  TlWords words = { lookup_cb, self };

  return words;
}
