/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-address.h"

#include <string.h>

static char *
encode (const char *text,
        const char *kept)
{
  GString *encoded = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      guchar c = (guchar) *text;

      if (g_ascii_isalnum (c) || strchr (kept, c) != NULL)
        g_string_append_c (encoded, (char) c);
      else
        g_string_append_printf (encoded, "%%%02X", c);
    }

  return g_string_free (encoded, FALSE);
}

/**
 * tl_address_encode:
 * @address: an address; may have been encoded already
 *
 * Encodes all characters of an address but those that addresses consist of
 * (RFC 3986, 2.2 and 2.3), and besides apostrophes and parentheses: Cairo
 * puts addresses into PDF files as they are, where these mean something else.
 *
 * Returns: (transfer full): @address in plain ASCII
 */
char *
tl_address_encode (const char *address)
{
  return encode (address, "-._~:/?#[]@!$&*+,;=%");
}

/**
 * tl_address_encode_name:
 * @name: the name of a place in a document
 *
 * Returns: (transfer full): @name with nothing in it but letters, digits and
 *   a few signs of ASCII; different for different names
 */
char *
tl_address_encode_name (const char *name)
{
  return encode (name, "-._~");
}
