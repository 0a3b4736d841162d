/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-drawing.h"

G_BEGIN_DECLS

char *tl_event_describe (const TlDrawing *drawing,
                         const TlEvent   *event) G_GNUC_WARN_UNUSED_RESULT;

char *tl_event_dup_link (const TlDrawing *drawing,
                         const TlEvent   *event) G_GNUC_WARN_UNUSED_RESULT;

char *tl_event_dup_id (const TlDrawing *drawing,
                       const TlEvent   *event) G_GNUC_WARN_UNUSED_RESULT;

char *tl_event_describe_link (const TlDrawing *drawing,
                              const TlEvent   *from,
                              const TlLink    *link) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_link_kind_to_words (TlLinkKind     kind,
                                   const TlWords *words);

const char *tl_link_kind_to_heading (TlLinkKind     kind,
                                     gboolean       is_incoming,
                                     const TlWords *words);

const char *tl_status_to_words (TlStatus       status,
                                const TlWords *words);

TlDash tl_link_kind_get_dash (TlLinkKind kind);

G_END_DECLS
