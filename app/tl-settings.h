/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

#include "tl-axis.h"

G_BEGIN_DECLS

/* Whether windows are light or dark. */
typedef enum
{
  TL_COLOURS_DESKTOP,
  TL_COLOURS_LIGHT,
  TL_COLOURS_DARK,
} TlColours;

typedef enum
{
  TL_MOTION_DESKTOP,
  TL_MOTION_REDUCED,
  TL_MOTION_FULL,
} TlMotion;

/* What a click on a source does. */
typedef enum
{
  TL_CLICK_OPENS,
  TL_CLICK_COPIES,
  TL_CLICK_ASKS,
} TlClick;

/* In per cent of the desktop's. */
#define TL_MIN_TEXT_SIZE  50
#define TL_MAX_TEXT_SIZE  200
#define TL_TEXT_SIZE_STEP 10

/* What is one of a few things. */
typedef enum
{
  TL_SETTING_COLOURS, /* a #TlColours */
  TL_SETTING_AXIS,    /* a #TlAxisMode, of timelines that were never looked at */
  TL_SETTING_MOTION,  /* a #TlMotion */
  TL_SETTING_CLICK,   /* a #TlClick */
} TlSetting;

#define TL_TYPE_SETTINGS (tl_settings_get_type ())

G_DECLARE_FINAL_TYPE (TlSettings, tl_settings, TL, SETTINGS, GObject)

TlSettings *tl_settings_new (GSettings *stored) G_GNUC_WARN_UNUSED_RESULT;

TlSettings *tl_settings_get_default (void);

int tl_settings_get_choice (TlSettings *self,
                            TlSetting   setting);

void tl_settings_set_choice (TlSettings *self,
                             TlSetting   setting,
                             int         choice);

gboolean tl_settings_get_high_contrast (TlSettings *self);

void tl_settings_set_high_contrast (TlSettings *self,
                                    gboolean    is_high);

int tl_settings_get_text_size (TlSettings *self);

void tl_settings_set_text_size (TlSettings *self,
                                int         per_cent);

const char *tl_settings_get_chart_font (TlSettings *self);

char *tl_settings_dup_missing_font (TlSettings *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_settings_set_chart_font (TlSettings *self,
                                 const char *family);

void tl_settings_reset (TlSettings *self);

G_END_DECLS
