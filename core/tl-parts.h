/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-date.h"
#include "tl-id-table.h"
#include "tl-text-pool.h"
#include "tl-vocabulary.h"

G_BEGIN_DECLS

/* The parts of a timeline, as values in arrays that the timeline owns. A
 * part names others by their index, texts by their handle, and lists of
 * parts by a range of the timeline's array of that kind.
 */

typedef struct
{
  guint32 first;
  guint32 count;
} TlRange;

typedef struct
{
  TlText   id;
  TlText   name; /* 0: the lane of events without an actor */
  TlRange  actors;
  TlColour colour;
} TlLane;

typedef struct
{
  TlText   id;
  TlText   name;
  guint32  lane; /* TL_NONE where no event of it makes one */
  TlColour colour;
  guint8   kind; /* TlActorKind */
} TlActor;

typedef struct
{
  TlText id;
  TlText name;
  guint8 symbol; /* TlSymbol */
} TlCategory;

typedef struct
{
  TlDate   when;
  TlText   when_text;     /* EDTF, as in the file */
  TlText   when_end_text; /* EDTF; 0 but for {start, end} */
  TlText   id;
  TlText   name;
  TlText   note;
  TlColour colour;
} TlEra;

typedef struct
{
  TlDate   published; /* valid where there is a text */
  TlText   published_text;
  TlText   id;
  TlText   publisher;
  TlText   title;
  TlText   author;
  TlText   url;
  TlText   archived;
  TlText   note;
  guint32  relays;  /* source, or TL_NONE */
  guint8   url_is;  /* TlUrlIs */
  guint8   checked; /* TlChecked */
  guint8   kind;    /* TlSourceKind */
  guint    outside : 1;
  guint    relays_itself : 1; /* its `relays` would close a circle, and was dropped */
} TlSource;

/* A source as the carrier of something. */
typedef struct
{
  guint32 source;
  guint32 via; /* source whose report it relays for this, or TL_NONE */
  TlText  where;
} TlCitation;

typedef struct
{
  double  low;
  double  high; /* equal to low for a single value */
  TlText  id;
  TlText  unit;
  TlText  label;
  TlRange citations;
  guint8  qualifier; /* TlFigureQualifier */
} TlFigure;

typedef struct
{
  TlText  id;
  TlText  text;
  TlRange citations;
  TlRange figures;
  guint8  status; /* TlStatus */
} TlClaim;

typedef struct
{
  TlText  text;
  TlRange citations;
} TlSide;

typedef struct
{
  TlText  question;
  TlRange sides;
  TlText  settled; /* 0: it is not settled */
  TlRange settled_citations;
} TlDifference;

typedef struct
{
  guint32 to; /* event */
  TlText  note;
  TlRange citations;
  guint8  kind;   /* TlLinkKind */
  guint8  status; /* TlStatus */
} TlLink;

typedef struct
{
  TlText file;
  TlText alt;
  TlText credit;
} TlMedia;

typedef struct
{
  TlDate   when;
  TlText   when_text;     /* EDTF, as in the file */
  TlText   when_end_text; /* EDTF; 0 but for {start, end} */
  TlText   id;
  TlText   title;
  TlText   label;
  TlText   summary;
  TlText   notes;
  guint32  category; /* TL_NONE for none */
  TlRange  actors;
  TlRange  claims;
  TlRange  figures;
  TlRange  differences;
  TlRange  links;
  TlRange  media;
  TlRange  dated_by; /* citations */
  guint32  number;   /* place among the file's events, from 0 */
  guint32  line;     /* in the file, from 1 */
  guint8   importance;
  guint    dated_by_own : 1;
  guint    context : 1;
} TlEvent;

typedef struct
{
  TlText   id;
  TlText   title;
  TlText   text;
  TlText   notes;
  TlDate   window; /* valid where there is a text */
  TlText   window_text;
  TlRange  events;
  TlRange  highlight;
  TlRange  figures;
  guint32  number; /* place among the file's steps, from 0 */
  guint    hidden : 1;
  guint    names_events : 1; /* whether or not they are there */
} TlStep;

G_END_DECLS
