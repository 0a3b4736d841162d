/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-editor.h"

#include "tl-bundle.h"
#include "tl-text-editor-portal.h"

#include <glib/gi18n.h>

/* Opens a file in the user's text editor, at a line where the editor is one
 * of which it is known how to say that.
 */

G_DEFINE_QUARK (tl-text-editor-error-quark, tl_text_editor_error)

/* How editors are told the line. */
typedef enum
{
  FILE_THEN_PLUS, /* FILE +LINE */
  PLUS_THEN_FILE, /* +LINE FILE */
  COLON,          /* FILE:LINE */
  GOTO_COLON,     /* --goto FILE:LINE */
  LINE_OPTION,    /* -l LINE FILE */
} Manner;

static const struct
{
  const char *executable;
  Manner      manner;
} editors[] = {
  { "code", GOTO_COLON },
  { "code-insiders", GOTO_COLON },
  { "code-oss", GOTO_COLON },
  { "codium", GOTO_COLON },
  { "emacs", PLUS_THEN_FILE },
  { "emacsclient", PLUS_THEN_FILE },
  { "geany", LINE_OPTION },
  { "gedit", FILE_THEN_PLUS },
  { "gnome-text-editor", FILE_THEN_PLUS },
  { "gvim", PLUS_THEN_FILE },
  { "kate", LINE_OPTION },
  { "kwrite", LINE_OPTION },
  { "mousepad", LINE_OPTION },
  { "pluma", PLUS_THEN_FILE },
  { "subl", COLON },
  { "sublime_text", COLON },
  { "xed", PLUS_THEN_FILE },
  { "zed", COLON },
};

static char **
make_arguments (Manner      manner,
                const char *executable,
                const char *path,
                guint       line)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *number = g_strdup_printf ("%u", line);
  g_autofree char *plus = g_strconcat ("+", number, NULL);
  g_autofree char *colon = g_strconcat (path, ":", number, NULL);

  g_strv_builder_add (builder, executable);
  switch (manner)
    {
    case FILE_THEN_PLUS:
      g_strv_builder_add_many (builder, path, plus, NULL);
      break;
    case PLUS_THEN_FILE:
      g_strv_builder_add_many (builder, plus, path, NULL);
      break;
    case COLON:
      g_strv_builder_add (builder, colon);
      break;
    case GOTO_COLON:
      g_strv_builder_add_many (builder, "--goto", colon, NULL);
      break;
    case LINE_OPTION:
      g_strv_builder_add_many (builder, "-l", number, path, NULL);
      break;
    default:
      g_assert_not_reached ();
    }

  return g_strv_builder_end (builder);
}

/**
 * tl_text_editor_make_command:
 * @executable: (type filename): an editor's program, with or without folder
 * @path: (type filename): a file, from the root
 * @line: a line of it, from 1; 0 for none
 *
 * Returns: (transfer full) (nullable): the command that opens @path at @line;
 *   %NULL where @executable is not known, or there is no line
 */
char **
tl_text_editor_make_command (const char *executable,
                             const char *path,
                             guint       line)
{
  g_autofree char *name = g_path_get_basename (executable);

  for (gsize i = 0; i < G_N_ELEMENTS (editors) && line > 0; i++)
    if (g_str_equal (editors[i].executable, name))
      return make_arguments (editors[i].manner, executable, path, line);

  return NULL;
}

/* So that the editor's window may come to the front. */
static char **
make_environment (GAppLaunchContext *context,
                  GAppInfo          *editor)
{
  g_autofree char *token = context != NULL ? g_app_launch_context_get_startup_notify_id (context, editor, NULL) : NULL;
  char **environment = context != NULL ? g_app_launch_context_get_environment (context) : g_get_environ ();

  if (token == NULL)
    return environment;

  environment = g_environ_setenv (environment, "DESKTOP_STARTUP_ID", token, TRUE);

  return g_environ_setenv (environment, "XDG_ACTIVATION_TOKEN", token, TRUE);
}

/* What the editor prints is nothing that we say. */
static gboolean
start (char             **command,
       GAppInfo          *editor,
       GAppLaunchContext *context,
       GError           **error)
{
  g_auto (GStrv) environment = make_environment (context, editor);

  return g_spawn_async (NULL, command, environment,
                        G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                        NULL, NULL, NULL, error);
}

/**
 * tl_text_editor_open:
 * @file: (transfer none): a file
 * @line: a line of it, from 1; 0 for none
 * @context: (nullable): what the desktop is told of the start
 * @error: set where there is no editor, it cannot be started, or @file is a
 *   part of the program
 *
 * Opens @file in the program that the user has chosen for text. In the sandbox
 * of a Flatpak the desktop asks for one, and it is not told the line.
 *
 * Returns: whether it has been started
 */
gboolean
tl_text_editor_open (GFile             *file,
                     guint              line,
                     GAppLaunchContext *context,
                     GError           **error)
{
  g_autoptr (GAppInfo) editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  g_auto (GStrv) command = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GList) files = NULL;

  if (tl_bundle_has (file))
    {
      g_set_error_literal (error, TL_TEXT_EDITOR_ERROR, TL_TEXT_EDITOR_ERROR_BUNDLED,
                           _("This timeline comes with the program and cannot be edited"));
      return FALSE;
    }
  if (path != NULL && tl_text_editor_portal_is_needed ())
    return tl_text_editor_portal_open (path, error);
  if (editor == NULL)
    {
      g_set_error_literal (error, TL_TEXT_EDITOR_ERROR, TL_TEXT_EDITOR_ERROR_NONE,
                           _("No program is set up to edit text"));
      return FALSE;
    }

  if (path != NULL)
    command = tl_text_editor_make_command (g_app_info_get_executable (editor), path, line);
  if (command != NULL)
    return start (command, editor, context, error);

  files = g_list_append (NULL, file);

  return g_app_info_launch (editor, files, context, error);
}
