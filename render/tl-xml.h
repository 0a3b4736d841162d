/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_xml_append_text (GString    *out,
                         const char *text);

void tl_xml_append_attribute (GString    *out,
                              const char *name,
                              const char *value);

G_END_DECLS
