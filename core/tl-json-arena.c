/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-json-arena.h"

#include <jansson.h>
#include <stdlib.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define HAS_SANITIZER
#endif

#define BLOCK_SIZE (64u * 1024u)
#define ALIGNMENT  16u

/* The address sanitizer knows nothing of what lies inside a block, so it is
 * told: what is given out may be touched, between begin and end, and neither
 * the rest nor the gap behind it.
 */
#ifdef HAS_SANITIZER
#include <sanitizer/asan_interface.h>
#define GAP ALIGNMENT
#define ALLOW(memory, size)  ASAN_UNPOISON_MEMORY_REGION (memory, size)
#define FORBID(memory, size) ASAN_POISON_MEMORY_REGION (memory, size)
#else
#define GAP 0u
#define ALLOW(memory, size)
#define FORBID(memory, size)
#endif

/* The arena that Jansson takes its memory from in this thread; NULL outside
 * of begin and end, where it uses malloc() as ever.
 */
static _Thread_local TlJsonArena *active;

static void
add_block (TlJsonArena *self,
           gsize        size)
{
  self->next = g_malloc (size);
  self->limit = self->next + size;
  g_ptr_array_add (self->blocks, self->next);
  FORBID (self->next, size);
}

static void *
allocate (size_t size)
{
  TlJsonArena *arena = active;
  size_t taken = (size + GAP + ALIGNMENT - 1) & ~(size_t) (ALIGNMENT - 1);
  char *place;

  if (G_UNLIKELY (arena == NULL))
    return malloc (size);

  if (G_UNLIKELY (taken > (size_t) (arena->limit - arena->next)))
    add_block (arena, MAX (taken, BLOCK_SIZE));

  place = arena->next;
  arena->next += taken;
  ALLOW (place, size);

  return place;
}

static void
release (void *memory)
{
  if (active == NULL)
    free (memory);
}

static gpointer
use_arenas_cb (gpointer data)
{
  json_set_alloc_funcs (allocate, release);

  return NULL;
}

/**
 * tl_json_arena_init:
 * @self: (out caller-allocates): an arena
 */
void
tl_json_arena_init (TlJsonArena *self)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, use_arenas_cb, NULL);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  add_block (self, BLOCK_SIZE);
}

/**
 * tl_json_arena_clear:
 * @self: an arena that has ended
 */
void
tl_json_arena_clear (TlJsonArena *self)
{
  g_return_if_fail (active != self);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

/**
 * tl_json_arena_begin:
 * @self: an arena
 *
 * From here on, Jansson's values in this thread live in @self, and none from
 * before may be freed until it ends.
 */
void
tl_json_arena_begin (TlJsonArena *self)
{
  g_return_if_fail (active == NULL);

  active = self;
}

/**
 * tl_json_arena_end:
 * @self: an arena that has begun
 *
 * Takes back all that Jansson has made since it began. None of it may be
 * used any more, nor released.
 */
void
tl_json_arena_end (TlJsonArena *self)
{
  g_return_if_fail (active == self);

  active = NULL;

  /* The first block stays: it holds most entries. */
  if (self->blocks->len > 1)
    g_ptr_array_set_size (self->blocks, 1);
  self->next = self->blocks->pdata[0];
  self->limit = self->next + BLOCK_SIZE;
  FORBID (self->next, BLOCK_SIZE);
}
