/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-deflate.h"

#include <stdlib.h>

#define LONGEST 32
#define MAX_SYMBOLS TL_DEFLATE_N_LENGTHS

typedef struct
{
  guint32 count;
  guint16 symbol;
} Leaf;

static int
compare_leaves_cb (const void *a,
                   const void *b)
{
  const Leaf *one = a;
  const Leaf *other = b;

  if (one->count != other->count)
    return one->count < other->count ? -1 : 1;

  return (int) one->symbol - other->symbol;
}

static guint
collect_leaves (const guint32 *counts,
                guint          n_symbols,
                Leaf          *leaves)
{
  guint n_leaves = 0;

  for (guint i = 0; i < n_symbols; i++)
    if (counts[i] > 0)
      leaves[n_leaves++] = (Leaf) { counts[i], (guint16) i };
  qsort (leaves, n_leaves, sizeof *leaves, compare_leaves_cb);

  return n_leaves;
}

/* Joins the two rarest until one is left. Leaves are sorted and joints come
 * in order, so that the rarest is in front of one of two queues (J. van
 * Leeuwen, On the construction of Huffman trees, 1976). Counts, for each
 * depth, the leaves there.
 */
static void
count_depths (const Leaf *leaves,
              guint       n_leaves,
              guint      *n_of_depth)
{
  guint64 joints[MAX_SYMBOLS];
  guint16 parents[2 * MAX_SYMBOLS]; /* of leaves, then of joints */
  guint8 depths[MAX_SYMBOLS];
  guint leaf = 0;
  guint joint = 0;

  for (guint made = 0; made + 1 < n_leaves; made++)
    {
      joints[made] = 0;
      for (int side = 0; side < 2; side++)
        if (leaf < n_leaves && (joint == made || leaves[leaf].count <= joints[joint]))
          {
            joints[made] += leaves[leaf].count;
            parents[leaf++] = (guint16) made;
          }
        else
          {
            joints[made] += joints[joint];
            parents[n_leaves + joint++] = (guint16) made;
          }
    }

  depths[n_leaves - 2] = 0;
  for (int i = (int) n_leaves - 3; i >= 0; i--)
    depths[i] = depths[parents[n_leaves + (guint) i]] + 1;
  for (guint i = 0; i < n_leaves; i++)
    {
      guint depth = depths[parents[i]] + 1u;

      n_of_depth[MIN (depth, LONGEST)]++;
    }
}

/* Codes that are too long become as long as may be; then others get longer
 * until all have room: a code of n bits takes 2⁻ⁿ of it (L. G. Kraft, 1949).
 */
static void
limit_depths (guint *n_of_depth,
              guint  longest)
{
  guint64 taken = 0;

  for (guint depth = longest + 1; depth <= LONGEST; depth++)
    {
      n_of_depth[longest] += n_of_depth[depth];
      n_of_depth[depth] = 0;
    }
  for (guint depth = 1; depth <= longest; depth++)
    taken += (guint64) n_of_depth[depth] << (longest - depth);

  while (taken > (guint64) 1 << longest)
    {
      guint depth = longest - 1;

      while (n_of_depth[depth] == 0)
        depth--;
      n_of_depth[depth]--;
      n_of_depth[depth + 1] += 2;
      n_of_depth[longest]--;
      taken--;
    }
}

/**
 * tl_huffman_find_lengths: (skip)
 * @counts: (array length=n_symbols): how often each symbol occurs
 * @n_symbols: how many there are, at most %TL_DEFLATE_N_LENGTHS
 * @longest: how long a code may be, in bits
 * @lengths: (out) (array length=n_symbols): how long the code of each symbol
 *   is; 0 for one that does not occur
 *
 * Finds a code that is as short as may be (D. A. Huffman, A method for the
 * construction of minimum-redundancy codes, 1952), or nearly so where codes
 * have to be shortened.
 */
void
tl_huffman_find_lengths (const guint32 *counts,
                         guint          n_symbols,
                         guint          longest,
                         guint8        *lengths)
{
  Leaf leaves[MAX_SYMBOLS];
  guint n_of_depth[LONGEST + 1] = { 0 };
  guint n_leaves = collect_leaves (counts, n_symbols, leaves);
  guint leaf = 0;

  for (guint i = 0; i < n_symbols; i++)
    lengths[i] = 0;
  if (n_leaves == 0)
    return;
  if (n_leaves == 1)
    {
      lengths[leaves[0].symbol] = 1;
      return;
    }

  count_depths (leaves, n_leaves, n_of_depth);
  limit_depths (n_of_depth, longest);
  for (guint depth = longest; depth > 0; depth--)
    for (guint i = 0; i < n_of_depth[depth]; i++)
      lengths[leaves[leaf++].symbol] = (guint8) depth;
}

static guint16
reverse (guint code,
         guint length)
{
  guint reversed = 0;

  for (guint i = 0; i < length; i++)
    reversed |= (code >> i & 1) << (length - 1 - i);

  return (guint16) reversed;
}

/**
 * tl_huffman_find_codes: (skip)
 * @lengths: (array length=n_symbols): how long each code is
 * @n_symbols: how many there are
 * @codes: (out) (array length=n_symbols): the codes, first bit lowest
 *
 * Gives out codes in the order that deflate has (RFC 1951, 3.2.2).
 */
void
tl_huffman_find_codes (const guint8 *lengths,
                       guint         n_symbols,
                       guint16      *codes)
{
  guint n_of_length[16] = { 0 };
  guint next[16] = { 0 };
  guint code = 0;

  for (guint i = 0; i < n_symbols; i++)
    n_of_length[lengths[i]]++;
  n_of_length[0] = 0;
  for (guint length = 1; length < 16; length++)
    {
      code = (code + n_of_length[length - 1]) << 1;
      next[length] = code;
    }
  for (guint i = 0; i < n_symbols; i++)
    codes[i] = lengths[i] > 0 ? reverse (next[lengths[i]]++, lengths[i]) : 0;
}
