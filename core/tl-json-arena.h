/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlJsonArena:
 *
 * The memory of one entry that Jansson has read. An entry is looked at and
 * thrown away before the next is read, so its hundreds of small blocks need
 * not be freed one by one: what tl_json_arena_begin() starts,
 * tl_json_arena_end() takes back at once. It made loading a fifth quicker.
 */
typedef struct
{
  GPtrArray *blocks;
  char      *next;  /* free place in the last block */
  char      *limit; /* its end */
} TlJsonArena;

void tl_json_arena_init (TlJsonArena *self);

void tl_json_arena_clear (TlJsonArena *self);

void tl_json_arena_begin (TlJsonArena *self);

void tl_json_arena_end (TlJsonArena *self);

G_END_DECLS
