/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-key-sheet.h"

typedef struct
{
  GString *xml;
  guint    height; /* lines, its title among them */
} Group;

typedef struct
{
  const char *name;
  const char *title;
  GArray     *groups; /* of Group */
} Section;

struct _TlKeySheet
{
  GArray *sections; /* of Section */
};

static void
clear_group_cb (gpointer data)
{
  Group *group = data;

  g_string_free (group->xml, TRUE);
}

static void
clear_section_cb (gpointer data)
{
  Section *section = data;

  g_array_unref (section->groups);
}

/**
 * tl_key_sheet_new:
 *
 * Returns: (transfer full): a list without keys
 */
TlKeySheet *
tl_key_sheet_new (void)
{
  TlKeySheet *self = g_new (TlKeySheet, 1);

  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, clear_section_cb);

  return self;
}

/**
 * tl_key_sheet_free:
 * @self: (transfer full): a list of keys
 */
void
tl_key_sheet_free (TlKeySheet *self)
{
  g_array_unref (self->sections);
  g_free (self);
}

static Section *
get_section (TlKeySheet *self)
{
  return &g_array_index (self->sections, Section, self->sections->len - 1);
}

static Group *
get_group (TlKeySheet *self)
{
  Section *section = get_section (self);

  return &g_array_index (section->groups, Group, section->groups->len - 1);
}

G_GNUC_PRINTF (2, 3)
static void
append_markup (GString    *xml,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (xml, text);
}

/**
 * tl_key_sheet_begin_section:
 * @self: a list of keys
 * @name: of the section, for the program
 * @title: for people; both outlive @self
 */
void
tl_key_sheet_begin_section (TlKeySheet *self,
                            const char *name,
                            const char *title)
{
  const Section section = { name, title, g_array_new (FALSE, FALSE, sizeof (Group)) };

  g_array_set_clear_func (section.groups, clear_group_cb);
  g_array_append_val (self->sections, section);
}

/**
 * tl_key_sheet_begin_group:
 * @self: a list of keys with a section
 * @title: of the group
 */
void
tl_key_sheet_begin_group (TlKeySheet *self,
                          const char *title)
{
  const Group group = { g_string_new (NULL), 1 };

  g_array_append_val (get_section (self)->groups, group);
  append_markup (group.xml, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);
}

/**
 * tl_key_sheet_add:
 * @self: a list of keys with a group
 * @keys: one or more such as gtk_accelerator_parse() reads, with spaces
 *   between them
 * @title: what they do
 */
void
tl_key_sheet_add (TlKeySheet *self,
                  const char *keys,
                  const char *title)
{
  Group *group = get_group (self);

  group->height++;
  append_markup (group->xml,
                 "<child><object class='GtkShortcutsShortcut'>"
                 "<property name='accelerator'>%s</property><property name='title'>%s</property>"
                 "</object></child>",
                 keys, title);
}

/* The lines of a column with which the groups have room in two: with more
 * columns, GTK 4.8 adds a switcher that it warns about itself. */
static guint
find_column_height (const Section *section)
{
  guint whole = 0;
  guint left = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < section->groups->len; i++)
    whole += g_array_index (section->groups, Group, i).height;
  for (guint i = 0; i < section->groups->len; i++)
    {
      left += g_array_index (section->groups, Group, i).height;
      least = MIN (least, MAX (left, whole - left));
    }

  return least;
}

static void
describe_section (const Section *section,
                  GString       *xml)
{
  g_autofree char *max_height = g_strdup_printf ("%u", find_column_height (section));

  append_markup (xml,
                 "<child><object class='GtkShortcutsSection'>"
                 "<property name='section-name'>%s</property><property name='title'>%s</property>"
                 "<property name='max-height'>%s</property>",
                 section->name, section->title, max_height);
  for (guint i = 0; i < section->groups->len; i++)
    g_string_append_printf (xml, "%s</object></child>", g_array_index (section->groups, Group, i).xml->str);
  g_string_append (xml, "</object></child>");
}

/**
 * tl_key_sheet_make_window:
 * @self: a list of keys
 *
 * Before GTK 4.14 such a window can only be put together from a description.
 *
 * Returns: (transfer none): a window that shows it; as every window it belongs
 *   to GTK until it is closed
 */
GtkWindow *
tl_key_sheet_make_window (TlKeySheet *self)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    describe_section (&g_array_index (self->sections, Section, i), xml);
  g_string_append (xml, "</object></interface>");

  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);

  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
