/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-shortcuts.h"

#include "tl-talk-keys.h"

#include <glib/gi18n.h>
#include <string.h>

/* All keys of the program, once: what they do is set from here, and shown to
 * people from here.
 */

#define MAX_KEYS 4

typedef enum
{
  GROUP_FILES,
  GROUP_WINDOW,
  GROUP_EVENTS,
  GROUP_VIEW,
  GROUP_LANES,
  N_GROUPS,
} Group;

static const char *const group_titles[N_GROUPS] = {
  [GROUP_FILES] = N_("Files"),
  [GROUP_WINDOW] = N_("Window"),
  [GROUP_EVENTS] = N_("Going through events"),
  [GROUP_VIEW] = N_("Time in view"),
  [GROUP_LANES] = N_("Finding, filters, lanes and axis"),
};

/* A page of the window. */
static const struct
{
  const char *name;
  const char *title;
  Group       first;
} sections[] = {
  { "program", N_("Files and windows"), GROUP_FILES },
  { "timeline", N_("The timeline"), GROUP_EVENTS },
  { "lanes", N_("Finding and lanes"), GROUP_LANES },
};

/* Keys are such as gtk_accelerator_parse() reads. The first ones are shown;
 * those after an empty one are only set: the same keys on another keyboard.
 */
typedef struct
{
  Group       group;
  const char *action; /* (nullable): handled by the canvas, while it has the focus */
  const char *keys[MAX_KEYS];
  const char *title;
} Shortcut;

static const Shortcut shortcuts[] = {
  { GROUP_FILES, "win.open", { "<Primary>o" }, N_("Open a timeline") },
  { GROUP_FILES, "win.new-from-template", { "<Primary>n" }, N_("New timeline from the template") },
  { GROUP_FILES, "win.edit", { "<Primary>e" }, N_("Edit the file where the selected event is") },
  { GROUP_FILES, "win.reload", { "<Primary>r" }, N_("Load the file again") },
  { GROUP_FILES, "win.export", { "<Primary><Shift>e" }, N_("Make a chart: picture, drawing or PDF") },
  { GROUP_FILES, "win.copy-picture", { "<Primary><Alt>c" }, N_("Copy what is in view as a picture") },
  { GROUP_FILES, "win.print", { "<Primary>p" }, N_("Print") },
  { GROUP_FILES, "win.findings", { "<Primary><Shift>f" }, N_("Show the findings in the file") },
  { GROUP_FILES, "app.open-story", { "<Primary><Shift>o" }, N_("Open the story that comes with the program") },

  { GROUP_WINDOW, "app.help", { "F1" }, N_("How the program is used") },
  { GROUP_WINDOW, "app.new-window", { "<Primary><Shift>n" }, N_("The same timeline in a new window") },
  { GROUP_WINDOW, "win.side-lists", { "F9" }, N_("Show or hide the lists") },
  { GROUP_WINDOW, "win.show-events", { "<Primary>1" }, N_("List of events") },
  { GROUP_WINDOW, "win.show-sources", { "<Primary>2" }, N_("List of sources") },
  { GROUP_WINDOW, "win.show-differences", { "<Primary>3" }, N_("List of differences") },
  { GROUP_WINDOW, "win.details", { "<Shift>F9" }, N_("Show or hide the details") },
  { GROUP_WINDOW, "win.text-larger", { "<Primary><Alt>plus", "", "<Primary><Alt>equal", "<Primary><Alt>KP_Add" },
    N_("Larger text") },
  { GROUP_WINDOW, "win.text-smaller", { "<Primary><Alt>minus", "", "<Primary><Alt>KP_Subtract" },
    N_("Smaller text") },
  { GROUP_WINDOW, "win.text-reset", { "<Primary><Alt>0", "", "<Primary><Alt>KP_0" }, N_("Text as large as the desktop’s") },
  { GROUP_WINDOW, "win.fullscreen", { "F11" }, N_("Full screen") },
  { GROUP_WINDOW, "app.preferences", { "<Primary>comma" }, N_("Preferences") },
  { GROUP_WINDOW, "win.show-help-overlay", { "<Primary>question" }, N_("Keyboard shortcuts") },
  { GROUP_WINDOW, "win.present", { "F5" }, N_("Give the talk, over all of the screen") },
  { GROUP_WINDOW, "win.edit-talk", { "<Primary>t" }, N_("Edit the talk, or leave that") },
  { GROUP_WINDOW, "win.talk-add", { "<Primary><Shift>t" }, N_("Add the view to the talk that is edited") },
  { GROUP_WINDOW, "win.talk-save", { "<Primary>s" }, N_("Save the talk") },
  { GROUP_WINDOW, "win.talk-save-copy", { "<Primary><Shift>s" }, N_("Save a copy with the talk") },
  { GROUP_WINDOW, NULL, { "<Alt>Up", "<Alt>Down" }, N_("Move the step, in the panel of the talk") },
  { GROUP_WINDOW, NULL, { "<Primary>z", "<Primary><Shift>z" }, N_("Undo or redo, in the panel of the talk") },
  { GROUP_WINDOW, "win.present-here", { "<Shift>F5" }, N_("Give the talk from what is selected on") },
  { GROUP_WINDOW, "win.save-slides", { NULL }, N_("Save the slides of the talk") },
  { GROUP_WINDOW, "win.save-presentation", { NULL }, N_("Save the slides as a presentation") },
  { GROUP_WINDOW, "win.save-handout", { NULL }, N_("Save a handout of the talk") },
  { GROUP_WINDOW, "win.commands", { "<Primary><Shift>p" }, N_("Do something, by its name") },
  { GROUP_WINDOW, "app.about", { NULL }, N_("About Throughline") },
  { GROUP_WINDOW, "window.close", { "<Primary>w" }, N_("Close the window") },
  { GROUP_WINDOW, "app.quit", { "<Primary>q" }, N_("Quit") },

  { GROUP_EVENTS, NULL, { "Left", "Right" }, N_("Previous or next event by date") },
  { GROUP_EVENTS, NULL, { "Up", "Down" }, N_("Event in the lane above or below") },
  { GROUP_EVENTS, NULL, { "comma", "period" }, N_("Previous or next event in the lane") },
  { GROUP_EVENTS, NULL, { "bracketleft", "bracketright" }, N_("Back or forward along a link") },
  { GROUP_EVENTS, NULL, { "Home", "End" }, N_("First or last event") },
  { GROUP_EVENTS, NULL, { "Return" }, N_("Open the details of the event") },
  { GROUP_EVENTS, NULL, { "Menu", "<Shift>F10" }, N_("Menu of the event") },
  { GROUP_EVENTS, NULL, { "Escape" }, N_("Clear the selection") },
  { GROUP_EVENTS, "win.back", { "<Alt>Left" }, N_("Back to what was visited before") },
  { GROUP_EVENTS, "win.forward", { "<Alt>Right" }, N_("Forward again") },

  { GROUP_VIEW, "win.zoom-in", { "<Primary>plus", "", "<Primary>equal", "<Primary>KP_Add" }, N_("Zoom in") },
  { GROUP_VIEW, "win.zoom-out", { "<Primary>minus", "", "<Primary>KP_Subtract" }, N_("Zoom out") },
  { GROUP_VIEW, "win.zoom-fit", { "<Primary>0", "", "<Primary>KP_0" }, N_("All of the timeline") },
  { GROUP_VIEW, NULL, { "w", "s", "plus", "minus" }, N_("Zoom in or out, on the canvas") },
  { GROUP_VIEW, NULL, { "a", "d" }, N_("Move to earlier or later times") },
  { GROUP_VIEW, NULL, { "0" }, N_("All of the timeline, on the canvas") },
  { GROUP_VIEW, NULL, { "f" }, N_("Bring the selected event into view") },
  { GROUP_VIEW, NULL, { "r" }, N_("Select the time that the event takes") },

  { GROUP_VIEW, "win.bookmark", { "<Primary>d" }, N_("Bookmark the view") },
  { GROUP_VIEW, NULL, { "m", "<Shift>m" }, N_("Bookmark the view, or the marked time") },
  { GROUP_VIEW, "win.bookmark-span", { NULL }, N_("Bookmark the marked time") },
  { GROUP_VIEW, "win.bookmarks", { "<Primary>b" }, N_("Bookmarks") },

  { GROUP_LANES, "win.lanes", { "<Primary>l" }, N_("Choose and order the lanes") },
  { GROUP_LANES, "win.go-to-event", { "<Primary>k" }, N_("Go to an event, or a date") },
  { GROUP_LANES, "win.find", { "<Primary>f" }, N_("Find words, names or a date") },
  { GROUP_LANES, NULL, { "slash" }, N_("The same, where nothing is typed") },
  { GROUP_LANES, "win.find-next", { "<Primary>g" }, N_("Next hit") },
  { GROUP_LANES, "win.find-previous", { "<Primary><Shift>g" }, N_("Previous hit") },
  { GROUP_LANES, "win.filters", { "<Primary><Shift>l" }, N_("Choose which events are shown") },
  { GROUP_LANES, "win.clear-filters", { "<Primary><Shift>Delete" }, N_("Show all events again") },
  { GROUP_LANES, "win.axis-mode::auto", { "<Alt>1" }, N_("Axis: whatever fits the timeline") },
  { GROUP_LANES, "win.axis-mode::linear", { "<Alt>2" }, N_("Axis: true to scale") },
  { GROUP_LANES, "win.axis-mode::folded", { "<Alt>3" }, N_("Axis: empty time folded away") },
  { GROUP_LANES, "win.axis-mode::even", { "<Alt>4" }, N_("Axis: events at even distances") },
};

static gboolean
is_right_to_left (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/* Earlier is to where lines begin. */
static char *
mirror (const char *key)
{
  gsize length = strlen (key);

  if (is_right_to_left () && g_str_has_suffix (key, "Left"))
    return g_strdup_printf ("%.*sRight", (int) (length - strlen ("Left")), key);
  if (is_right_to_left () && g_str_has_suffix (key, "Right"))
    return g_strdup_printf ("%.*sLeft", (int) (length - strlen ("Right")), key);

  return g_strdup (key);
}

/**
 * tl_shortcuts_set_accels:
 * @application: the application
 *
 * Gives all actions their keys.
 */
void
tl_shortcuts_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) keys = NULL;

      if (shortcuts[i].action == NULL)
        continue;

      for (guint j = 0; j < MAX_KEYS && shortcuts[i].keys[j] != NULL; j++)
        {
          g_autofree char *key = mirror (shortcuts[i].keys[j]);

          if (key[0] != '\0')
            g_strv_builder_add (builder, key);
        }
      keys = g_strv_builder_end (builder);
      gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
    }
}

static void
describe_shortcut (const Shortcut *shortcut,
                   TlKeySheet     *sheet)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint j = 0; j < MAX_KEYS && shortcut->keys[j] != NULL && shortcut->keys[j][0] != '\0'; j++)
    {
      g_autofree char *key = mirror (shortcut->keys[j]);

      g_string_append_printf (keys, "%s%s", j > 0 ? " " : "", key);
    }

  tl_key_sheet_add (sheet, keys->str, _(shortcut->title));
}

static void
describe_group (Group       group,
                TlKeySheet *sheet)
{
  tl_key_sheet_begin_group (sheet, _(group_titles[group]));
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].group == group && shortcuts[i].keys[0] != NULL)
      describe_shortcut (&shortcuts[i], sheet);
}

/**
 * tl_shortcuts_window_new:
 *
 * Returns: (transfer none): a window that lists all keys; as every window it
 *   belongs to GTK until it is closed
 */
GtkWindow *
tl_shortcuts_window_new (void)
{
  g_autoptr (TlKeySheet) sheet = tl_key_sheet_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      Group end = i + 1 < G_N_ELEMENTS (sections) ? sections[i + 1].first : N_GROUPS;

      tl_key_sheet_begin_section (sheet, sections[i].name, _(sections[i].title));
      for (Group group = sections[i].first; group < end; group++)
        describe_group (group, sheet);
    }
  tl_talk_keys_describe (sheet);

  return tl_key_sheet_make_window (sheet);
}

/**
 * tl_shortcuts_get_command:
 * @number: counted from 0
 * @action: (out) (nullable): the detailed name of what it does; %NULL for a
 *   key that only the canvas knows
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL behind the
 *   last one
 */
const char *
tl_shortcuts_get_command (guint        number,
                          const char **action)
{
  if (number >= G_N_ELEMENTS (shortcuts))
    return NULL;

  *action = shortcuts[number].action;

  return _(shortcuts[number].title);
}

/**
 * tl_shortcuts_dup_keys:
 * @number: of a command
 *
 * Returns: (transfer full): the first of its keys, as one writes it; empty
 *   where it has none
 */
char *
tl_shortcuts_dup_keys (guint number)
{
  const char *first = shortcuts[number].keys[0];
  g_autofree char *key = first != NULL ? mirror (first) : NULL;
  GdkModifierType modifiers;
  guint value;

  if (key == NULL || !gtk_accelerator_parse (key, &value, &modifiers))
    return g_strdup ("");

  return gtk_accelerator_get_label (value, modifiers);
}
