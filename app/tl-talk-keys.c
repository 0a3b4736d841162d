/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-keys.h"

#include <glib/gi18n.h>

/* All keys of a talk, once: what they do is looked up here, and shown to
 * people from here. Clickers are keyboards with a few keys: they send Page
 * Up and Down, a period or b for black, and F5 or Escape for a start button.
 */

#define MAX_KEYS 7

typedef struct
{
  const char *action; /* of the group "talk"; (nullable): does nothing */
  const char *title;  /* (nullable): not shown */
  guint       keys[MAX_KEYS];
  GdkModifierType state;
  gboolean    is_of_clicker; /* may be sent twice by one press */
} TalkKey;

#define ANY_CLICKER TRUE

static const TalkKey table[] = {
  { "next", N_("Next step"), { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_space, GDK_KEY_Return, GDK_KEY_n, GDK_KEY_KP_Enter } },
  { "next", NULL, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, ANY_CLICKER },
  { "previous", N_("Previous step"), { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_p } },
  { "previous", NULL, { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, ANY_CLICKER },
  { "back", N_("Back to the step, or to the previous one"), { GDK_KEY_BackSpace } },
  { "next-of-all", N_("Next step, also one in reserve"), { GDK_KEY_N }, GDK_SHIFT_MASK },
  { "first", N_("First step"), { GDK_KEY_Home, GDK_KEY_KP_Home } },
  { "last", N_("Last step"), { GDK_KEY_End, GDK_KEY_KP_End } },
  { "number", N_("Type the number of a step"), { GDK_KEY_g } },
  { "overview", N_("All steps"), { GDK_KEY_Tab } },

  { "black", N_("Black, and light again"), { GDK_KEY_b, GDK_KEY_period }, 0, ANY_CLICKER },
  { "freeze", N_("Freeze what the audience sees"), { GDK_KEY_f }, 0, ANY_CLICKER },
  { "sources", N_("Where does that come from?"), { GDK_KEY_i } },
  { "find", N_("Find words, names or a date"), { GDK_KEY_slash, GDK_KEY_KP_Divide } },
  { "find", NULL, { GDK_KEY_f }, GDK_CONTROL_MASK },
  { "no-tool", N_("Put the tool away"), { GDK_KEY_1 } },
  { "pointer", N_("Red dot"), { GDK_KEY_2 } },
  { "pen", N_("Pen"), { GDK_KEY_3 } },
  { "eraser", N_("Eraser"), { GDK_KEY_4 } },
  { "spotlight", N_("Spotlight"), { GDK_KEY_5, GDK_KEY_s } },
  { "drawings", N_("Hide what is drawn, or show it again"), { GDK_KEY_d } },
  { "clear", N_("Wipe away what is drawn"), { GDK_KEY_c } },

  { "larger", N_("Larger tool, or closer look"), { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add } },
  { "smaller", N_("Smaller tool, or wider look"), { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
  { "closer", N_("Look closer at what stands out, and back"), { GDK_KEY_z } },
  { "fit", N_("All of the timeline"), { GDK_KEY_0, GDK_KEY_KP_0 } },
  { "earlier", N_("Look at earlier times"), { GDK_KEY_Left }, GDK_SHIFT_MASK },
  { "later", N_("Look at later times"), { GDK_KEY_Right }, GDK_SHIFT_MASK },
  { "previous-event", N_("Open the event before"), { GDK_KEY_bracketleft } },
  { "next-event", N_("Open the event after"), { GDK_KEY_bracketright } },

  { "speaker", N_("Show or hide what the speaker sees"), { GDK_KEY_h } },
  { "swap", N_("Swap the screens"), { GDK_KEY_x } },
  { "windowed", N_("Window or full screen"), { GDK_KEY_w, GDK_KEY_F11 } },
  { "clock", N_("Stop the clock, or let it go on"), { GDK_KEY_t } },
  { "reset-clock", N_("Put the clock back to the start"), { GDK_KEY_T }, GDK_SHIFT_MASK },
  { "notes-larger", N_("Larger notes"), { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, GDK_CONTROL_MASK },
  { "notes-smaller", N_("Smaller notes"), { GDK_KEY_minus, GDK_KEY_KP_Subtract }, GDK_CONTROL_MASK },
  { "notes-down", N_("Read on in the notes"), { GDK_KEY_Down }, GDK_CONTROL_MASK },
  { "notes-up", N_("Back in the notes"), { GDK_KEY_Up }, GDK_CONTROL_MASK },
  { "keys", N_("These keys"), { GDK_KEY_question, GDK_KEY_F1 } },
  { "escape", N_("Undo one of these after the other; leave the talk"), { GDK_KEY_Escape }, 0, ANY_CLICKER },
  /* Of a clicker: the talk is given already. */
  { "nothing", NULL, { GDK_KEY_F5 }, 0, ANY_CLICKER },
  { "nothing", NULL, { GDK_KEY_F5 }, GDK_SHIFT_MASK, ANY_CLICKER },
};

/* Of the table: what begins with these is a group of the sheet. */
static const struct
{
  const char *action;
  const char *title;
} groups[] = {
  { "next", N_("Steps") },
  { "black", N_("The audience") },
  { "larger", N_("Looking around") },
  { "speaker", N_("The speaker") },
};

/* Shift is what some keyboards need for a sign such as a plus. */
static gboolean
is_pressed (const TalkKey  *entry,
            guint           key,
            GdkModifierType state)
{
  for (gsize i = 0; i < MAX_KEYS && entry->keys[i] != 0; i++)
    {
      gboolean is_sign = g_unichar_isgraph (gdk_keyval_to_unicode (entry->keys[i]));
      GdkModifierType known = GDK_CONTROL_MASK | GDK_ALT_MASK | (is_sign ? 0 : GDK_SHIFT_MASK);

      if (entry->keys[i] == key && (state & known) == (entry->state & known))
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_talk_keys_find:
 * @key: a key
 * @state: what is held with it
 * @is_of_clicker: (out): whether clickers have it: one press may come twice
 *
 * Returns: (nullable): the action of a talk that it stands for
 */
const char *
tl_talk_keys_find (guint           key,
                   GdkModifierType state,
                   gboolean       *is_of_clicker)
{
  /* As it is without Caps Lock. */
  if ((state & GDK_LOCK_MASK) != 0 && (state & GDK_SHIFT_MASK) == 0)
    key = gdk_keyval_to_lower (key);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (is_pressed (&table[i], key, state))
      {
        *is_of_clicker = table[i].is_of_clicker;
        return table[i].action;
      }

  return NULL;
}

/* The sheet */

static char *
say_keys (const TalkKey *entry)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < MAX_KEYS && entry->keys[i] != 0; i++)
    {
      g_autofree char *name = gtk_accelerator_name (gdk_keyval_to_lower (entry->keys[i]), entry->state);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", name);
    }

  return g_string_free (words, FALSE);
}

/**
 * tl_talk_keys_describe:
 * @sheet: a list of keys
 *
 * Adds the keys of a talk to it, as a section.
 */
void
tl_talk_keys_describe (TlKeySheet *sheet)
{
  gsize n_groups = 0;

  tl_key_sheet_begin_section (sheet, "talk", _("Giving a talk"));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (n_groups < G_N_ELEMENTS (groups) && g_str_equal (table[i].action, groups[n_groups].action))
        tl_key_sheet_begin_group (sheet, _(groups[n_groups++].title));
      if (table[i].title != NULL)
        {
          g_autofree char *keys = say_keys (&table[i]);

          tl_key_sheet_add (sheet, keys, _(table[i].title));
        }
    }
}
