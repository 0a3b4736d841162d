/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _DEFAULT_SOURCE
#include "config.h"

#include "tl-load.h"
#include "tl-talk-draft.h"
#include "tl-talk-save.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A talk that is edited: what can be undone, what is to be saved, and what
 * becomes of its file.
 */

#define HEAD                                                                                                 \
  "\xef\xbb\xbf{\r\n\t\"throughline\" :1,\r\n\t\"title\":\"Odd\",  \"mine\": {\"k\":[ 1,2 ]},\r\n"           \
  "\t\"events\":[\r\n\t\t{\"id\":\"a\",\"when\":\"2001\" ,\"title\":\"A\"},\r\n"                              \
  "\t\t{\"id\":\"b\",\"when\":\"2002\",\"title\":\"B\"}\r\n\t],\r\n\t\"talk\":{\"odd\":true,\r\n\t\t\"steps\" : [\r\n"
#define ONE   "\t\t\t{ \"own\":[ ],  \"title\" :\"One\",\"events\":[\"a\"]}"
#define TWO   "\t\t\t{\"title\":\"Two\",\"notes\" : \"Say it\",\"events\":[\"b\"] }"
#define THREE "\t\t\t{\"title\":\"Three\", \"window\":\"2001/2002\"}"
#define TAIL  "\r\n\t\t]},\r\n\t\"last\": null\r\n}\r\n\r\n"
#define NEXT  ",\r\n"
#define WHOLE HEAD ONE NEXT TWO NEXT THREE TAIL

static TlTalkDraft *
draft_from (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_true (tl_load_is_sound (load));

  return tl_talk_draft_new (bytes, load->timeline);
}

static void
check_text (TlTalkDraft *draft,
            const char  *expected)
{
  g_autoptr (TlDraftState) state = tl_talk_draft_dup_state (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_draft_state_to_bytes (state, tl_talk_draft_get_text (draft), &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static char *
print_titles (TlTalkDraft *draft)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < tl_talk_draft_get_n_steps (draft); i++)
    {
      const TlDraftStep *step = tl_talk_draft_get_step (draft, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              step->is_unknown ? "?" : step->words[TL_DRAFT_TITLE] != NULL ? step->words[TL_DRAFT_TITLE] : "-");
    }

  return g_string_free (titles, FALSE);
}

static void
check_titles (TlTalkDraft *draft,
              const char  *expected)
{
  g_autofree char *titles = print_titles (draft);

  g_assert_cmpstr (titles, ==, expected);
}

static TlDraftStep *
new_step (const char *title,
          const char *event)
{
  TlDraftStep *step = tl_draft_step_new (TL_NONE);

  step->words[TL_DRAFT_TITLE] = g_strdup (title);
  step->events = g_new0 (char *, 2);
  step->events[0] = g_strdup (event);

  return step;
}

/* Each change by itself, with all else byte for byte as it was. */
static void
test_bytes (void)
{
  g_autoptr (TlTalkDraft) draft = draft_from (WHOLE);

  check_titles (draft, "One Two Three");
  check_text (draft, WHOLE);

  tl_talk_draft_move (draft, 2, 0);
  check_text (draft, HEAD THREE NEXT ONE NEXT TWO TAIL);
  tl_talk_draft_undo (draft);

  tl_talk_draft_remove (draft, 1);
  check_text (draft, HEAD ONE NEXT THREE TAIL);
  tl_talk_draft_undo (draft);

  tl_talk_draft_set_words (draft, 1, TL_DRAFT_NOTES, "Do not");
  check_text (draft, HEAD ONE NEXT "\t\t\t{\"title\":\"Two\",\"notes\" : \"Do not\",\"events\":[\"b\"] }" NEXT THREE TAIL);
  tl_talk_draft_set_words (draft, 1, TL_DRAFT_NOTES, "Say it");
  check_text (draft, WHOLE);

  tl_talk_draft_set_words (draft, 0, TL_DRAFT_TITLE, "“É”");
  check_text (draft, HEAD "\t\t\t{ \"own\":[ ],  \"title\" :\"“É”\",\"events\":[\"a\"]}" NEXT TWO NEXT THREE TAIL);
  tl_talk_draft_undo (draft);
  check_text (draft, WHOLE);

  g_assert_cmpuint (tl_talk_draft_add (draft, 9, new_step ("New", "b")), ==, 3);
  check_text (draft, HEAD ONE NEXT TWO NEXT THREE NEXT
              "\t\t\t{\r\n\t\t\t\t\"title\": \"New\",\r\n\t\t\t\t\"events\": [\"b\"]\r\n\t\t\t}" TAIL);
}

/* A file has no empty texts, and no step without a title. */
static void
test_emptied (void)
{
  g_autoptr (TlTalkDraft) draft = draft_from (WHOLE);

  tl_talk_draft_set_words (draft, 1, TL_DRAFT_NOTES, "");
  check_text (draft, HEAD ONE NEXT "\t\t\t{\"title\":\"Two\",\"events\":[\"b\"] }" NEXT THREE TAIL);
  tl_talk_draft_set_words (draft, 1, TL_DRAFT_TITLE, "");
  check_text (draft, HEAD ONE NEXT "\t\t\t{\"title\":\"Untitled step\",\"events\":[\"b\"] }" NEXT THREE TAIL);
}

static void
test_undo (void)
{
  g_autoptr (TlTalkDraft) draft = draft_from (WHOLE);

  g_assert_false (tl_talk_draft_can_undo (draft));
  g_assert_false (tl_talk_draft_is_dirty (draft));
  tl_talk_draft_move (draft, 0, 2);
  tl_talk_draft_remove (draft, 0);
  check_titles (draft, "Three One");
  g_assert_true (tl_talk_draft_is_dirty (draft));

  g_assert_cmpuint (tl_talk_draft_undo (draft), ==, 0);
  check_titles (draft, "Two Three One");
  tl_talk_draft_undo (draft);
  check_titles (draft, "One Two Three");
  g_assert_false (tl_talk_draft_is_dirty (draft));
  g_assert_false (tl_talk_draft_can_undo (draft));
  tl_talk_draft_undo (draft);
  check_titles (draft, "One Two Three");

  tl_talk_draft_redo (draft);
  tl_talk_draft_redo (draft);
  check_titles (draft, "Three One");
  g_assert_false (tl_talk_draft_can_redo (draft));

  /* Something else makes what was undone go. */
  tl_talk_draft_undo (draft);
  tl_talk_draft_add (draft, 1, new_step ("New", "a"));
  check_titles (draft, "Two New Three One");
  g_assert_false (tl_talk_draft_can_redo (draft));
}

/* What is typed in one go is undone in one go. */
static void
test_typing (void)
{
  g_autoptr (TlTalkDraft) draft = draft_from (WHOLE);

  tl_talk_draft_set_words (draft, 0, TL_DRAFT_TITLE, "O");
  tl_talk_draft_set_words (draft, 0, TL_DRAFT_TITLE, "On");
  tl_talk_draft_set_words (draft, 0, TL_DRAFT_TITLE, "Onset");
  tl_talk_draft_set_words (draft, 1, TL_DRAFT_TITLE, "Tw");
  tl_talk_draft_settle (draft);
  tl_talk_draft_set_words (draft, 1, TL_DRAFT_TITLE, "Twice");
  check_titles (draft, "Onset Twice Three");
  tl_talk_draft_undo (draft);
  check_titles (draft, "Onset Tw Three");
  tl_talk_draft_undo (draft);
  check_titles (draft, "Onset Two Three");
  tl_talk_draft_undo (draft);
  check_titles (draft, "One Two Three");
  g_assert_false (tl_talk_draft_can_undo (draft));
}

/* What is no step stays, and can be moved. */
static void
test_unknown (void)
{
  g_autoptr (TlTalkDraft) draft = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (HEAD ONE NEXT "\t\t\t17" NEXT TWO TAIL,
                                                 strlen (HEAD ONE NEXT "\t\t\t17" NEXT TWO TAIL));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  draft = tl_talk_draft_new (bytes, load->timeline);
  check_titles (draft, "One ? Two");
  tl_talk_draft_set_words (draft, 2, TL_DRAFT_TITLE, "2");
  check_text (draft, HEAD ONE NEXT "\t\t\t17" NEXT "\t\t\t{\"title\":\"2\",\"notes\" : \"Say it\",\"events\":[\"b\"] }" TAIL);
  tl_talk_draft_move (draft, 1, 0);
  check_titles (draft, "? One 2");
}

/* Without a talk: the one that is made becomes the file's. */
static void
test_made (void)
{
  const char *text = "{\n  \"throughline\": 1,\n  \"title\": \"T\",\n  \"events\": [\n"
                     "    {\"id\": \"a\", \"when\": \"2001\", \"title\": \"A\"}\n  ]\n}\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  g_autoptr (TlTalkDraft) draft = tl_talk_draft_new (bytes, load->timeline);
  const guint32 events[] = { 0 };
  g_autoptr (TlTalk) talk = tl_talk_new (load->timeline, events, 1, NULL);
  g_autoptr (TlDraftState) state = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (TlLoad) again = NULL;
  guint n_made, n_steps;

  tl_talk_get_steps (talk, &n_made);
  g_assert_true (tl_talk_is_made (talk));
  g_assert_cmpuint (tl_talk_draft_get_n_steps (draft), ==, 0);
  tl_talk_draft_add_talk (draft, talk, load->timeline);
  g_assert_cmpuint (tl_talk_draft_get_n_steps (draft), ==, n_made);

  state = tl_talk_draft_dup_state (draft);
  made = tl_draft_state_to_bytes (state, bytes, NULL);
  again = tl_load_bytes (made, NULL);
  g_assert_true (tl_load_is_sound (again));
  tl_timeline_get_steps (again->timeline, &n_steps);
  g_assert_cmpuint (n_steps, ==, n_made);
}

/* And the file */

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Place;

static void
make_place (Place         *place,
            gconstpointer  data)
{
  place->folder = g_dir_make_tmp ("test-talk-draft-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "story.timeline.json", NULL);
  place->file = g_file_new_for_path (place->path);
  g_assert_true (g_file_set_contents (place->path, WHOLE, -1, NULL));
  g_assert_no_errno (g_chmod (place->path, 0640));
}

static void
remove_place (Place         *place,
              gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_object_unref (place->file);
  g_free (place->path);
  g_free (place->folder);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static TlTalkDraft *
read_draft (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlTalkDraft *draft;

  tl_talk_load_async (file, NULL, done_cb, &result);
  draft = tl_talk_load_finish (file, wait_for (&result), &error);
  g_assert_no_error (error);

  return draft;
}

static GError *
save (TlTalkDraft   *draft,
      GFile         *file,
      TlTalkSaveKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  tl_talk_save_async (draft, file, kind, NULL, done_cb, &result);
  g_assert_true (tl_talk_save_finish (draft, wait_for (&result), &error) == (error == NULL));

  return error;
}

static void
check_file (const char *path,
            const char *expected)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, expected, strlen (expected));
}

/* No temporary file is left behind. */
static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
test_save (Place         *place,
           gconstpointer  data)
{
  g_autoptr (TlTalkDraft) draft = read_draft (place->file);
  g_autoptr (GError) error = NULL;
  struct stat before, after;

  g_assert_no_errno (stat (place->path, &before));
  tl_talk_draft_remove (draft, 0);
  error = save (draft, place->file, TL_TALK_SAVE_IF_SAME);
  g_assert_no_error (error);
  g_assert_false (tl_talk_draft_is_dirty (draft));
  check_file (place->path, HEAD TWO NEXT THREE TAIL);
  g_assert_no_errno (stat (place->path, &after));
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
  g_assert_cmpuint (count_files (place->folder), ==, 1);

  /* What has been removed and saved comes back as it was. */
  tl_talk_draft_undo (draft);
  g_assert_true (tl_talk_draft_is_dirty (draft));
  error = save (draft, place->file, TL_TALK_SAVE_IF_SAME);
  g_assert_no_error (error);
  check_file (place->path, WHOLE);
}

/* A link stays one, and leads to the same file. */
static void
test_link (Place         *place,
           gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (place->folder, "link.json", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr (TlTalkDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_no_errno (symlink ("story.timeline.json", link_path));
  draft = read_draft (link_file);
  tl_talk_draft_move (draft, 0, 1);
  error = save (draft, link_file, TL_TALK_SAVE_IF_SAME);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_no_errno (lstat (place->path, &info));
  g_assert_true (S_ISREG (info.st_mode));
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  check_file (place->path, HEAD TWO NEXT ONE NEXT THREE TAIL);
}

#define NEWER_HEAD "{\"throughline\": 1, \"title\": \"Newer\", \"talk\": {\"minutes\": 3, \"steps\": ["
#define NEWER_TAIL "]}, \"events\": [{\"id\": \"a\", \"when\": \"2001\", \"title\": \"A\"}]}\n"
#define NEWER      NEWER_HEAD "{\"title\":\"Theirs\"}" NEWER_TAIL

/* It is told; and where it is to be saved nevertheless, only the steps are
 * others then. */
static void
test_changed (Place         *place,
              gconstpointer  data)
{
  g_autoptr (TlTalkDraft) draft = read_draft (place->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;

  tl_talk_draft_remove (draft, 2);
  g_assert_true (g_file_set_contents (place->path, NEWER, -1, NULL));
  error = save (draft, place->file, TL_TALK_SAVE_IF_SAME);
  g_assert_error (error, TL_TALK_SAVE_ERROR, TL_TALK_SAVE_ERROR_CHANGED);
  check_file (place->path, NEWER);
  g_assert_true (tl_talk_draft_is_dirty (draft));

  second = save (draft, place->file, TL_TALK_SAVE_INTO);
  g_assert_no_error (second);
  check_file (place->path, NEWER_HEAD "\r\n" ONE NEXT TWO "\r\n\t\t" NEWER_TAIL);
  g_assert_false (tl_talk_draft_is_dirty (draft));

  /* Later saves do not bring back what was before it. */
  tl_talk_draft_remove (draft, 0);
  second = save (draft, place->file, TL_TALK_SAVE_IF_SAME);
  g_assert_no_error (second);
  check_file (place->path, NEWER_HEAD "\r\n" TWO "\r\n\t\t" NEWER_TAIL);
}

static void
test_broken (Place         *place,
             gconstpointer  data)
{
  g_autoptr (TlTalkDraft) draft = read_draft (place->file);
  g_autoptr (GError) error = NULL;

  tl_talk_draft_remove (draft, 0);
  g_assert_true (g_file_set_contents (place->path, "{\"title\": ", -1, NULL));
  error = save (draft, place->file, TL_TALK_SAVE_INTO);
  g_assert_error (error, TL_TALK_SAVE_ERROR, TL_TALK_SAVE_ERROR_BROKEN);
  check_file (place->path, "{\"title\": ");
}

static void
test_read_only (Place         *place,
                gconstpointer  data)
{
  g_autoptr (TlTalkDraft) draft = read_draft (place->file);
  g_autofree char *copy_path = g_build_filename (place->folder, "copy.json", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_no_errno (g_chmod (place->path, 0440));
  tl_talk_draft_remove (draft, 0);
  error = save (draft, place->file, TL_TALK_SAVE_IF_SAME);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  check_file (place->path, WHOLE);
  g_assert_true (tl_talk_draft_is_dirty (draft));
  g_assert_cmpuint (count_files (place->folder), ==, 1);

  second = save (draft, copy, TL_TALK_SAVE_COPY);
  g_assert_no_error (second);
  check_file (copy_path, HEAD TWO NEXT THREE TAIL);
  g_assert_false (tl_talk_draft_is_dirty (draft));
}

/* A folder that takes no new file: not even root may write into it. */
static void
test_no_room (Place         *place,
              gconstpointer  data)
{
  g_autoptr (TlTalkDraft) draft = read_draft (place->file);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/story.timeline.json");
  g_autoptr (GError) error = NULL;

  tl_talk_draft_remove (draft, 0);
  error = save (draft, nowhere, TL_TALK_SAVE_COPY);
  g_assert_nonnull (error);
  g_assert_true (tl_talk_draft_is_dirty (draft));
  check_file (place->path, WHOLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk-draft/bytes", test_bytes);
  g_test_add_func ("/talk-draft/emptied", test_emptied);
  g_test_add_func ("/talk-draft/undo", test_undo);
  g_test_add_func ("/talk-draft/typing", test_typing);
  g_test_add_func ("/talk-draft/unknown", test_unknown);
  g_test_add_func ("/talk-draft/made", test_made);
  g_test_add ("/talk-draft/save", Place, NULL, make_place, test_save, remove_place);
  g_test_add ("/talk-draft/link", Place, NULL, make_place, test_link, remove_place);
  g_test_add ("/talk-draft/changed", Place, NULL, make_place, test_changed, remove_place);
  g_test_add ("/talk-draft/broken", Place, NULL, make_place, test_broken, remove_place);
  g_test_add ("/talk-draft/read-only", Place, NULL, make_place, test_read_only, remove_place);
  g_test_add ("/talk-draft/no-room", Place, NULL, make_place, test_no_room, remove_place);

  return g_test_run ();
}
