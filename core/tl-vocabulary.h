/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that a timeline file chooses from. In each, the first stands
 * for a value that is absent.
 */

typedef enum
{
  TL_STATUS_NONE,
  TL_STATUS_CONFIRMED,
  TL_STATUS_REPORTED,
  TL_STATUS_DISPUTED,
  TL_STATUS_DENIED,
  TL_STATUS_RETRACTED,
  TL_STATUS_OPINION,
} TlStatus;

typedef enum
{
  TL_ACTOR_NONE,
  TL_ACTOR_PERSON,
  TL_ACTOR_COMPANY,
  TL_ACTOR_ORGANISATION,
  TL_ACTOR_GOVERNMENT,
  TL_ACTOR_PUBLICATION,
  TL_ACTOR_GROUP,
  TL_ACTOR_PLACE,
  TL_ACTOR_OTHER,
} TlActorKind;

typedef enum
{
  TL_SYMBOL_NONE,
  TL_SYMBOL_DEAL,
  TL_SYMBOL_STATEMENT,
  TL_SYMBOL_PEOPLE,
  TL_SYMBOL_PARTNERSHIP,
  TL_SYMBOL_PRODUCT,
  TL_SYMBOL_VALUATION,
  TL_SYMBOL_DOT,
  TL_SYMBOL_SQUARE,
  TL_SYMBOL_DIAMOND,
  TL_SYMBOL_TRIANGLE,
  TL_SYMBOL_STAR,
} TlSymbol;

typedef enum
{
  TL_SOURCE_NONE,
  TL_SOURCE_FILING,
  TL_SOURCE_COMPANY_STATEMENT,
  TL_SOURCE_FIRST_HAND_REPORT,
  TL_SOURCE_NEWS_REPORT,
  TL_SOURCE_REWRITE,
  TL_SOURCE_INTERVIEW,
  TL_SOURCE_BLOG,
} TlSourceKind;

typedef enum
{
  TL_URL_IS_NONE,
  TL_URL_IS_ORIGINAL,
  TL_URL_IS_COPY,
  TL_URL_IS_RELAY,
} TlUrlIs;

typedef enum
{
  TL_CHECKED_NONE,
  TL_CHECKED_SEEN,
  TL_CHECKED_CITED,
} TlChecked;

typedef enum
{
  TL_QUALIFIED_NONE,
  TL_QUALIFIED_ABOUT,
  TL_QUALIFIED_OVER,
  TL_QUALIFIED_UNDER,
  TL_QUALIFIED_NEARLY,
} TlFigureQualifier;

typedef enum
{
  TL_LINK_NONE,
  TL_LINK_LED_TO,
  TL_LINK_ANSWERS,
  TL_LINK_CONTRADICTS,
  TL_LINK_REPEATS,
} TlLinkKind;

/**
 * TlColour:
 *
 * A colour as a file gives it: 0 for none, or of one of the two kinds below.
 * A theme makes it visible.
 */
typedef guint32 TlColour;

#define TL_COLOUR_IS_RGB(colour)     (((colour) >> 24) == 1)
#define TL_COLOUR_IS_PALETTE(colour) (((colour) >> 24) == 2)
#define TL_COLOUR_FROM_RGB(rgb)      (1u << 24 | (rgb))
#define TL_COLOUR_FROM_PALETTE(i)    (2u << 24 | (i))
#define TL_COLOUR_VALUE(colour)      ((colour) & 0xffffffu)

/**
 * TlVocabulary:
 * @words: (array zero-terminated=1): the words as they stand in a file; the
 *   first is that of the value 1
 *
 * The spelling of one of the enumerations above.
 */
typedef struct
{
  const char *const *words;
} TlVocabulary;

extern const TlVocabulary tl_status_words;
extern const TlVocabulary tl_actor_kind_words;
extern const TlVocabulary tl_symbol_words;
extern const TlVocabulary tl_source_kind_words;
extern const TlVocabulary tl_url_is_words;
extern const TlVocabulary tl_checked_words;
extern const TlVocabulary tl_figure_qualifier_words;
extern const TlVocabulary tl_link_kind_words;
extern const TlVocabulary tl_palette_words;

int tl_vocabulary_find (const TlVocabulary *vocabulary,
                        const char         *word);

const char *tl_vocabulary_get (const TlVocabulary *vocabulary,
                               int                 value);

gboolean tl_colour_parse (const char *text,
                          TlColour   *colour);

G_END_DECLS
