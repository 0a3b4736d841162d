/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-pane.h"
#include "tl-load.h"
#include "tl-passage.h"
#include "tl-source-button.h"
#include "wait-until.h"

#include <locale.h>
#include <string.h>

/* The pane with all about one event, on a display. Run by with-display.sh. */

/* The bundled story; the first argument. */
static const char *story_name;

static TlTimeline *
load_story (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (story_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static TlTimeline *
load_text (const char *sources,
           const char *events)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"<i>T</i>\","
                                           "  \"sources\": [%s], \"events\": [%s] }",
                                           sources, events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  return g_object_ref (load->timeline);
}

static guint32
find_event (TlTimeline *timeline,
            const char *id)
{
  guint32 event = tl_timeline_find_event (timeline, id);

  g_assert_cmpuint (event, !=, TL_NONE);

  return event;
}

static TlDetailPane *
new_pane (TlTimeline *timeline,
          guint32     event)
{
  TlDetailPane *pane = TL_DETAIL_PANE (g_object_ref_sink (tl_detail_pane_new ()));

  tl_detail_pane_set_timeline (pane, timeline);
  tl_detail_pane_set_event (pane, event);

  return pane;
}

/* Waiting */

/* Until @condition, which is asked again after whatever happens. */
#define WAIT_UNTIL(condition)                 \
  G_STMT_START                                \
  {                                           \
    TlWait wait = tl_wait_begin ();           \
    while (!(condition))                      \
      tl_wait_go_on (&wait, #condition);      \
    tl_wait_end (&wait);                      \
  }                                           \
  G_STMT_END

static GtkWidget *
present (TlDetailPane *pane,
         int           width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pane));
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (pane)) && gtk_widget_get_height (GTK_WIDGET (pane)) > 100);
  /* Popovers need to know which monitor they are on. */
  WAIT_UNTIL (gdk_display_get_monitor_at_surface (gtk_widget_get_display (window),
                                                  gtk_native_get_surface (GTK_NATIVE (window)))
              != NULL);

  return window;
}

/* Looking around */

static void
gather (GtkWidget *widget,
        GType      type,
        GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, type, found);
}

static GPtrArray *
find_all (gpointer widget,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  gather (GTK_WIDGET (widget), type, found);

  return found;
}

static guint
count_texts (gpointer    widget,
             const char *text)
{
  g_autoptr (GPtrArray) all = find_all (widget, TL_TYPE_PARAGRAPH);
  guint count = 0;

  for (guint i = 0; i < all->len; i++)
    count += g_str_equal (tl_paragraph_get_text (g_ptr_array_index (all, i)), text) ? 1 : 0;

  return count;
}

static void
assert_shows (gpointer    widget,
              const char *text)
{
  if (text != NULL && count_texts (widget, text) == 0)
    g_error ("“%s” is not shown", text);
}

static guint
count_sources (gpointer widget)
{
  g_autoptr (GPtrArray) all = find_all (widget, TL_TYPE_SOURCE_BUTTON);

  return all->len;
}

static TlSourceButton *
find_source (gpointer    widget,
             const char *description)
{
  g_autoptr (GPtrArray) all = find_all (widget, TL_TYPE_SOURCE_BUTTON);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *found = tl_source_button_dup_description (g_ptr_array_index (all, i));

      if (g_str_equal (found, description))
        return g_ptr_array_index (all, i);
    }

  g_error ("no source “%s”", description);
}

static GtkWidget *
find_link (gpointer    pane,
           const char *title)
{
  g_autoptr (GPtrArray) all = find_all (pane, GTK_TYPE_BUTTON);

  for (guint i = 0; i < all->len; i++)
    if (count_texts (g_ptr_array_index (all, i), title) > 0)
      return g_ptr_array_index (all, i);

  g_error ("no link to “%s”", title);
}

static GtkWidget *
find_action (gpointer    pane,
             const char *action)
{
  g_autoptr (GPtrArray) all = find_all (pane, GTK_TYPE_BUTTON);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (g_ptr_array_index (all, i))), action) == 0)
      return g_ptr_array_index (all, i);

  g_error ("no button for %s", action);
}

/* What the pane has asked for. */
typedef struct
{
  guint  n_events;
  guint  event;
  guint  n_uris;
  char  *uri;
} Asked;

static void
event_activated_cb (TlDetailPane *pane,
                    guint         event,
                    Asked        *asked)
{
  asked->n_events++;
  asked->event = event;
}

static void
uri_activated_cb (TlDetailPane *pane,
                  const char   *uri,
                  Asked        *asked)
{
  asked->n_uris++;
  g_free (asked->uri);
  asked->uri = g_strdup (uri);
}

static void
listen (TlDetailPane *pane,
        Asked        *asked)
{
  g_signal_connect (pane, "event-activated", G_CALLBACK (event_activated_cb), asked);
  g_signal_connect (pane, "uri-activated", G_CALLBACK (uri_activated_cb), asked);
}

static void
got_text_cb (GObject      *clipboard,
             GAsyncResult *result,
             gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
read_clipboard (void)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, got_text_cb, &text);
  WAIT_UNTIL (text != NULL);

  return text;
}

/* What is shown */

static void
test_defaults (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = TL_DETAIL_PANE (g_object_ref_sink (tl_detail_pane_new ()));

  g_assert_null (tl_detail_pane_get_timeline (pane));
  g_assert_cmpuint (tl_detail_pane_get_event (pane), ==, TL_NONE);
  gtk_test_accessible_assert_property (pane, GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");

  tl_detail_pane_set_timeline (pane, timeline);
  g_assert_true (tl_detail_pane_get_timeline (pane) == timeline);
  tl_detail_pane_set_event (pane, 3);
  g_assert_cmpuint (tl_detail_pane_get_event (pane), ==, 3);
  tl_detail_pane_set_timeline (pane, NULL);
  g_assert_cmpuint (tl_detail_pane_get_event (pane), ==, TL_NONE);

  g_assert_finalize_object (pane);
}

static void
test_about (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, TL_NONE);

  assert_shows (pane, tl_timeline_get_title (timeline));
  assert_shows (pane, tl_timeline_get_subtitle (timeline));
  assert_shows (pane, "As of 31 July 2025");
  assert_shows (pane, "34");
  assert_shows (pane, "events");
  assert_shows (pane, "46");
  assert_shows (pane, "sources");
  assert_shows (pane, "points on which sources differ");
  g_assert_cmpuint (count_sources (pane), ==, 0);

  g_assert_finalize_object (pane);
}

static guint
check_sides (TlTimeline         *timeline,
             const TlDifference *difference,
             TlDetailPane       *pane)
{
  const TlSide *sides = tl_timeline_get_sides (timeline, difference->sides);
  guint n_sources = difference->settled_citations.count;

  assert_shows (pane, tl_timeline_get_text (timeline, difference->question));
  assert_shows (pane, difference->settled != 0 ? tl_timeline_get_text (timeline, difference->settled) : "Not settled");
  for (guint i = 0; i < difference->sides.count; i++)
    {
      assert_shows (pane, tl_timeline_get_text (timeline, sides[i].text));
      n_sources += sides[i].citations.count;
    }

  return n_sources;
}

/* Nothing that the file says of an event is left out, whichever it is. */
static void
test_event (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  TlDetailPane *pane = new_pane (timeline, TL_NONE);

  for (guint32 k = 0; k < n_events; k++)
    {
      const TlEvent *event = &events[k];
      const TlClaim *claims = tl_timeline_get_claims (timeline, event->claims);
      const TlDifference *differences = tl_timeline_get_differences (timeline, event->differences);
      g_autofree char *position = g_strdup_printf ("%u of %u", k + 1, n_events);
      guint n_sources = 0;

      tl_detail_pane_set_event (pane, k);
      assert_shows (pane, position);
      assert_shows (pane, tl_timeline_get_text (timeline, event->title));
      assert_shows (pane, tl_timeline_get_text (timeline, event->summary));
      assert_shows (pane, tl_timeline_get_categories (timeline, NULL) != NULL && event->category != TL_NONE
                            ? tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[event->category].name)
                            : NULL);
      for (guint i = 0; i < event->claims.count; i++)
        {
          assert_shows (pane, tl_timeline_get_text (timeline, claims[i].text));
          n_sources += claims[i].citations.count;
        }
      for (guint i = 0; i < event->differences.count; i++)
        n_sources += check_sides (timeline, &differences[i], pane);
      for (guint i = 0; i < event->actors.count; i++)
        assert_shows (pane, tl_timeline_get_text (timeline, tl_timeline_get_actors (timeline, NULL)
                                                              [tl_timeline_get_indices (timeline, event->actors)[i]].name));

      /* And those of its links, and of the date and the figures on demand. */
      g_assert_cmpuint (count_sources (pane), >=, n_sources);
    }

  g_assert_finalize_object (pane);
}

static void
test_stake (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));

  assert_shows (pane, "Deal");
  assert_shows (pane, "12 June 2025 · known to the day");
  assert_shows (pane, "The date is from:");
  assert_shows (pane, "$14.3 bn");
  assert_shows (pane, "invested");
  assert_shows (pane, "49%");
  assert_shows (pane, "14 claims from 13 sources, 13 independent");
  g_assert_cmpuint (count_texts (pane, "✓ Confirmed"), >=, 4);
  g_assert_cmpuint (count_texts (pane, "“ Opinion"), ==, 6);
  assert_shows (pane, "What settles it");
  assert_shows (pane, "Not settled");
  assert_shows (pane, "Led to");
  assert_shows (pane, "✗ A disputed cause: it is denied");
  assert_shows (pane, "Wang’s move is part of the agreement.");

  /* The host is where it really leads, a copy is called one. */
  find_source (pane, "CNBC, a copy at thrivedailydigest.com, paragraph 7, opens in the browser");
  find_source (pane, "CNBC, a copy at thrivedailydigest.com, via CNBC, paragraph 7, opens in the browser");

  g_assert_finalize_object (pane);
}

static void
test_incoming (void)
{
  /* Not in the macro, which would take the percent sign for a format. */
  const char *name = "Follows from: Meta takes a 49% stake in Scale AI, 12 June 2025, A disputed cause: it is denied";
  g_autoptr (TlTimeline) timeline = load_story ();
  guint32 stake = find_event (timeline, "e14-stake");
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e23-openai-ends"));
  GtkWidget *window = present (pane, 400);
  Asked asked = { 0 };
  GtkWidget *link;

  listen (pane, &asked);
  assert_shows (pane, "Follows from");
  assert_shows (pane, "✗ A disputed cause: it is denied");
  link = find_link (pane, "Meta takes a 49% stake in Scale AI");
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpuint (asked.n_events, ==, 1);
  g_assert_cmpuint (asked.event, ==, stake);
  /* It is for the window to go there. */
  g_assert_cmpuint (tl_detail_pane_get_event (pane), ==, find_event (timeline, "e23-openai-ends"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Text of a file is never markup, and a claim without a source says so. */
static void
test_plain_text (void)
{
  g_autoptr (TlTimeline) timeline =
    load_text ("{ \"id\": \"s\", \"publisher\": \"<b>P</b> & co\" }",
               "{ \"id\": \"a\", \"title\": \"<b>x</b> & y\", \"when\": \"2025\", \"summary\": \"<i>s</i>\","
               "  \"claims\": [{ \"text\": \"<a href='x'>c</a>\", \"status\": \"retracted\" },"
               "               { \"text\": \"d\", \"status\": \"denied\", \"sources\": [\"s\"] },"
               "               { \"text\": \"e\", \"status\": \"disputed\", \"sources\": [\"s\"] }] }");
  TlDetailPane *pane = new_pane (timeline, 0);
  g_autoptr (GPtrArray) passages = find_all (pane, TL_TYPE_PASSAGE);

  assert_shows (pane, "<b>x</b> & y");
  assert_shows (pane, "<i>s</i>");
  assert_shows (pane, "<a href='x'>c</a>");
  assert_shows (pane, "No source is named.");
  assert_shows (pane, "↶ Retracted");
  assert_shows (pane, "✗ Denied");
  assert_shows (pane, "≠ Disputed");
  assert_shows (pane, "3 claims from 1 source, 1 independent");
  find_source (pane, "<b>P</b> & co, no address");
  for (guint i = 0; i < passages->len; i++)
    {
      GtkLabel *label = tl_passage_get_label (g_ptr_array_index (passages, i));

      g_assert_false (gtk_label_get_use_markup (label));
      g_assert_cmpstr (gtk_label_get_text (label), ==,
                       tl_paragraph_get_text (tl_passage_get_paragraph (g_ptr_array_index (passages, i))));
    }

  g_assert_finalize_object (pane);
}

static void
test_compared (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, 1);
  GtkWidget *window = present (pane, 400);
  Asked asked = { 0 };

  listen (pane, &asked);
  tl_detail_pane_set_compared (pane, find_event (timeline, "e14-stake"), "9 years");
  assert_shows (pane, "9 years");
  g_signal_emit_by_name (find_link (pane, "Compared with Meta takes a 49% stake in Scale AI"), "clicked");
  g_assert_cmpuint (asked.event, ==, find_event (timeline, "e14-stake"));

  tl_detail_pane_set_compared (pane, TL_NONE, NULL);
  g_assert_cmpuint (count_texts (pane, "9 years"), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* What can be done */

static void
test_previous_next (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint n_events;
  TlDetailPane *pane = new_pane (timeline, 4);
  GtkWidget *window = present (pane, 400);
  Asked asked = { 0 };

  tl_timeline_get_events (timeline, &n_events);
  listen (pane, &asked);
  gtk_test_accessible_assert_property (find_action (pane, "detail.next"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next Event");
  g_signal_emit_by_name (find_action (pane, "detail.next"), "clicked");
  g_assert_cmpuint (asked.event, ==, 5);
  g_signal_emit_by_name (find_action (pane, "detail.previous"), "clicked");
  g_assert_cmpuint (asked.event, ==, 3);
  g_assert_cmpuint (asked.n_events, ==, 2);

  tl_detail_pane_set_event (pane, 0);
  g_assert_false (gtk_widget_is_sensitive (find_action (pane, "detail.previous")));
  tl_detail_pane_set_event (pane, n_events - 1);
  g_assert_false (gtk_widget_is_sensitive (find_action (pane, "detail.next")));
  g_assert_true (gtk_widget_is_sensitive (find_action (pane, "detail.previous")));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Those that a filter leaves. */
static void
test_some_events (void)
{
  static const guint32 some[] = { 2, 4, 9 };
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, 4);
  GtkWidget *window = present (pane, 400);
  Asked asked = { 0 };

  listen (pane, &asked);
  tl_detail_pane_set_events (pane, some, G_N_ELEMENTS (some));
  assert_shows (pane, "2 of 3");
  g_signal_emit_by_name (find_action (pane, "detail.next"), "clicked");
  g_assert_cmpuint (asked.event, ==, 9);
  g_signal_emit_by_name (find_action (pane, "detail.previous"), "clicked");
  g_assert_cmpuint (asked.event, ==, 2);
  tl_detail_pane_set_event (pane, 9);
  assert_shows (pane, "3 of 3");
  g_assert_false (gtk_widget_is_sensitive (find_action (pane, "detail.next")));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

static void
test_open (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  TlSourceButton *source = find_source (pane, "CNBC, a copy at thrivedailydigest.com, paragraph 7, opens in the browser");
  Asked asked = { 0 };

  listen (pane, &asked);
  gtk_test_accessible_assert_role (source, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_widget_activate_action (GTK_WIDGET (source), "source.activate", NULL);
  g_assert_cmpuint (asked.n_uris, ==, 1);
  g_assert_cmpstr (asked.uri, ==,
                   "https://thrivedailydigest.com/2025/06/18/openai-is-winding-down-its-work-with-scale-ai-whose-founder-is-joining-meta");
  g_free (asked.uri);

  g_assert_finalize_object (pane);
}

/* Whatever a file has for an address, only http and https are asked for. */
static void
test_bad_addresses (void)
{
  static const char *const urls[] = { "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https:///x" };

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *source = g_strdup_printf ("{ \"id\": \"s\", \"publisher\": \"P\", \"url\": \"%s\", \"archived\": \"%s\" }",
                                                 urls[i], urls[i]);
      g_autoptr (TlTimeline) timeline =
        load_text (source, "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\","
                           "  \"claims\": [{ \"text\": \"c\", \"status\": \"reported\", \"sources\": [\"s\"] }] }");
      TlDetailPane *pane = new_pane (timeline, 0);
      GtkWidget *window = present (pane, 300);
      TlSourceButton *button = find_source (pane, "P, no address");
      Asked asked = { 0 };

      listen (pane, &asked);
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_widget_activate_action (GTK_WIDGET (button), "source.activate", NULL);
      gtk_widget_activate_action (GTK_WIDGET (button), "source.open-archived", NULL);
      g_assert_cmpuint (asked.n_uris, ==, 0);

      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (pane);
    }
}

static void
test_copy (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  TlSourceButton *source = find_source (pane, "Fortune, a copy at foxaction.com, paragraph 14, opens in the browser");
  g_autofree char *link = NULL;
  g_autofree char *citation = NULL;

  gtk_widget_activate_action (GTK_WIDGET (source), "source.copy-link", NULL);
  link = read_clipboard ();
  g_assert_cmpstr (link, ==, "https://foxaction.com/?p=72060");

  gtk_widget_activate_action (GTK_WIDGET (source), "source.copy-citation", NULL);
  citation = read_clipboard ();
  g_assert_cmpstr (citation, ==,
                   "Beatrice Nolan, “OpenAI plans to continue working with Scale AI despite rival Meta's $14.3 billion "
                   "deal with the company, OpenAI's CFO says”, Fortune, some time between 13 and 16 June 2025, "
                   "https://foxaction.com/?p=72060 (a copy)");

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* All about a source, in a popover with what can be copied. */
static void
test_source_details (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  TlSourceButton *source = find_source (pane, "Fortune, a copy at foxaction.com, via Reuters, paragraph 8, opens in the browser");
  g_autoptr (GPtrArray) buttons = NULL;
  Asked asked = { 0 };

  listen (pane, &asked);
  gtk_widget_activate_action (GTK_WIDGET (source), "source.show-details", NULL);
  assert_shows (source, "By Beatrice Nolan");
  assert_shows (source, "News report");
  assert_shows (source, "Address: a copy at foxaction.com");
  assert_shows (source, "For this it passes on the report of Reuters.");
  assert_shows (source, "Where: paragraph 8");
  assert_shows (source, "Read under this very address");
  buttons = find_all (source, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 4);
  g_assert_nonnull (find_action (source, "win.filter-source"));
  g_assert_true (gtk_widget_is_focus (find_action (source, "source.activate")));
  g_signal_emit_by_name (find_action (source, "source.activate"), "clicked");
  g_assert_cmpstr (asked.uri, ==, "https://foxaction.com/?p=72060");
  g_free (asked.uri);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Those of the date and of figures are made when they are asked for. */
static void
test_sources_on_demand (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) buttons = find_all (pane, GTK_TYPE_MENU_BUTTON);
  guint n_sources = count_sources (pane);
  Asked asked = { 0 };

  listen (pane, &asked);
  g_assert_cmpuint (buttons->len, ==, 4);
  g_assert_cmpstr (gtk_menu_button_get_label (g_ptr_array_index (buttons, 0)), ==, "3 sources");
  g_assert_cmpstr (gtk_menu_button_get_label (g_ptr_array_index (buttons, 1)), ==, "8 sources");
  gtk_menu_button_popup (g_ptr_array_index (buttons, 0));
  g_assert_cmpuint (count_sources (pane), ==, n_sources + 3);
  g_assert_cmpuint (count_sources (g_ptr_array_index (buttons, 0)), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (find_source (g_ptr_array_index (buttons, 0),
                                                       "AIChief, relaying Bloomberg, aichief.com, opens in the browser")),
                              "source.activate", NULL);
  g_assert_cmpuint (asked.n_uris, ==, 1);
  g_free (asked.uri);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Keyboard */

/* Tab goes from one thing that can be pressed to the next, and never stops at
 * text; it gets to the end.
 */
static void
test_tab (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e18-droege"));
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) passages = find_all (pane, TL_TYPE_PASSAGE);
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  guint n_sources = count_sources (pane);

  /* As after the pointer has been over all of them. */
  for (guint i = 0; i < passages->len; i++)
    tl_passage_get_label (g_ptr_array_index (passages, i));

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (pane)));
  do
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_nonnull (focus);
      g_assert_false (GTK_IS_LABEL (focus));
      if (!g_hash_table_add (stops, focus))
        break;
    }
  while (gtk_widget_child_focus (GTK_WIDGET (pane), GTK_DIR_TAB_FORWARD));

  /* Sources, links, previous and next at least. */
  g_test_message ("%u stops, %u sources", g_hash_table_size (stops), n_sources);
  g_assert_cmpuint (g_hash_table_size (stops), >=, n_sources + 3);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Text that was clicked has the keyboard, and is copied. */
static void
test_selection (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) passages = find_all (pane, TL_TYPE_PASSAGE);
  GtkLabel *title = tl_passage_get_label (g_ptr_array_index (passages, 0));
  g_autofree char *copied = NULL;

  g_assert_true (gtk_label_get_selectable (title));
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (title)) > 0);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (title)));
  gtk_label_select_region (title, 0, 10);
  gtk_widget_activate_action (GTK_WIDGET (title), "clipboard.copy", NULL);
  copied = read_clipboard ();
  g_assert_cmpstr (copied, ==, "Meta takes");

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

static void
test_focus_stays (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint n_events;
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  GtkWidget *next = find_action (pane, "detail.next");

  tl_timeline_get_events (timeline, &n_events);
  gtk_widget_grab_focus (next);
  tl_detail_pane_set_event (pane, 3);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == next);
  tl_detail_pane_set_event (pane, n_events - 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_action (pane, "detail.previous"));

  /* On what goes with the event. */
  tl_detail_pane_set_event (pane, find_event (timeline, "e14-stake"));
  WAIT_UNTIL (count_texts (pane, "Alexandr Wang leaves Scale for Meta") > 0);
  g_assert_true (gtk_widget_grab_focus (find_link (pane, "Alexandr Wang leaves Scale for Meta")));
  tl_detail_pane_set_event (pane, 3);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == next);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Updating */

static void
test_scroll (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) scrollers = find_all (pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (g_ptr_array_index (scrollers, 0));

  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment) > 1500);
  gtk_adjustment_set_value (adjustment, 900);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 900);
  tl_detail_pane_set_event (pane, tl_detail_pane_get_event (pane));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 900);
  tl_detail_pane_set_event (pane, find_event (timeline, "e17-wang"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Below the fold */

static guint
count_all_sources (TlTimeline *timeline,
                   guint32     event)
{
  TlDetailPane *unseen = new_pane (timeline, event);
  guint n_sources = count_sources (unseen);

  g_assert_finalize_object (unseen);

  return n_sources;
}

/* What can be seen is there at once, what is below it soon. */
static void
test_rest_follows (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint32 stake = find_event (timeline, "e14-stake");
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[stake];
  const TlClaim *claims = tl_timeline_get_claims (timeline, event->claims);
  guint n_sources = count_all_sources (timeline, stake);
  TlDetailPane *pane = new_pane (timeline, 0);
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) scrollers = find_all (pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = gtk_widget_get_first_child (g_ptr_array_index (scrollers, 0));
  int height;

  tl_detail_pane_set_event (pane, stake);
  assert_shows (pane, tl_timeline_get_text (timeline, event->summary));
  assert_shows (pane, tl_timeline_get_text (timeline, claims[0].text));
  g_assert_cmpuint (count_sources (pane), <, n_sources / 2);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), NULL, &height, NULL, NULL);
  g_assert_cmpint (height, >=, gtk_widget_get_height (content));

  WAIT_UNTIL (count_sources (pane) == n_sources);
  assert_shows (pane, "Wang’s move is part of the agreement.");

  /* Another event does not wait for the rest of this one. */
  tl_detail_pane_set_event (pane, 0);
  tl_detail_pane_set_event (pane, stake);
  tl_detail_pane_set_event (pane, 0);
  WAIT_UNTIL (count_sources (pane) == count_all_sources (timeline, 0));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Nobody has to wait for what is below: Tab and scrolling find all of it. */
static void
test_rest_at_once (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint32 stake = find_event (timeline, "e14-stake");
  guint n_sources = count_all_sources (timeline, stake);
  TlDetailPane *pane = new_pane (timeline, 0);
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) scrollers = find_all (pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (g_ptr_array_index (scrollers, 0));
  g_autoptr (GPtrArray) notes = NULL; /* the last thing that can be pressed */

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  tl_detail_pane_set_event (pane, stake);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (pane), GTK_DIR_TAB_BACKWARD));
  g_assert_cmpuint (count_sources (pane), ==, n_sources);
  notes = find_all (pane, GTK_TYPE_EXPANDER);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == g_ptr_array_index (notes, 0));

  tl_detail_pane_set_event (pane, 0);
  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment) < 3000);
  tl_detail_pane_set_event (pane, stake);
  g_assert_cmpuint (count_sources (pane), <, n_sources);
  gtk_adjustment_set_value (adjustment, 1);
  g_assert_cmpuint (count_sources (pane), ==, n_sources);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

/* Other colours leave the reader where they are. */
static void
test_theme_keeps_place (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = present (pane, 400);
  g_autoptr (GPtrArray) scrollers = find_all (pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (g_ptr_array_index (scrollers, 0));
  guint n_sources = count_sources (pane);

  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment) > 1500);
  gtk_adjustment_set_value (adjustment, 900);
  tl_detail_pane_set_theme (pane, TL_THEME_DARK);
  g_assert_cmpuint (count_sources (pane), ==, n_sources);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 900);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pane);
}

static void
test_same_event (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, 5);
  g_autoptr (GPtrArray) before = find_all (pane, TL_TYPE_SOURCE_BUTTON);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, >, 0);
  tl_detail_pane_set_event (pane, 5);
  tl_detail_pane_set_timeline (pane, timeline);
  after = find_all (pane, TL_TYPE_SOURCE_BUTTON);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_true (g_ptr_array_index (after, 0) == g_ptr_array_index (before, 0));

  g_assert_finalize_object (pane);
}

/* No event asks for more width than a narrow pane has, and one is no higher
 * in a wide one.
 */
static void
test_width (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  guint n_events;
  TlDetailPane *pane = new_pane (timeline, TL_NONE);

  tl_timeline_get_events (timeline, &n_events);
  for (guint32 i = 0; i < n_events; i++)
    {
      int minimum;

      tl_detail_pane_set_event (pane, i);
      gtk_widget_measure (GTK_WIDGET (pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 260);
    }

  g_assert_finalize_object (pane);
}

static void
test_finalize (void)
{
  TlTimeline *timeline = load_story ();
  TlDetailPane *pane = new_pane (timeline, find_event (timeline, "e14-stake"));
  GtkWidget *window = g_object_ref (present (pane, 400));
  g_autoptr (GPtrArray) sources = find_all (pane, TL_TYPE_SOURCE_BUTTON);
  TlSourceButton *source = g_object_ref (g_ptr_array_index (sources, 0));

  tl_detail_pane_set_event (pane, find_event (timeline, "e17-wang"));
  g_assert_finalize_object (source);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (window);
  g_assert_finalize_object (pane);
  g_assert_finalize_object (timeline);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_assert_cmpint (argc, ==, 2);
  story_name = argv[1];

  g_test_add_func ("/detail-pane/defaults", test_defaults);
  g_test_add_func ("/detail-pane/about", test_about);
  g_test_add_func ("/detail-pane/event", test_event);
  g_test_add_func ("/detail-pane/stake", test_stake);
  g_test_add_func ("/detail-pane/incoming", test_incoming);
  g_test_add_func ("/detail-pane/plain-text", test_plain_text);
  g_test_add_func ("/detail-pane/compared", test_compared);
  g_test_add_func ("/detail-pane/previous-next", test_previous_next);
  g_test_add_func ("/detail-pane/some-events", test_some_events);
  g_test_add_func ("/detail-pane/open", test_open);
  g_test_add_func ("/detail-pane/bad-addresses", test_bad_addresses);
  g_test_add_func ("/detail-pane/copy", test_copy);
  g_test_add_func ("/detail-pane/source-details", test_source_details);
  g_test_add_func ("/detail-pane/sources-on-demand", test_sources_on_demand);
  g_test_add_func ("/detail-pane/tab", test_tab);
  g_test_add_func ("/detail-pane/selection", test_selection);
  g_test_add_func ("/detail-pane/focus-stays", test_focus_stays);
  g_test_add_func ("/detail-pane/scroll", test_scroll);
  g_test_add_func ("/detail-pane/rest-follows", test_rest_follows);
  g_test_add_func ("/detail-pane/rest-at-once", test_rest_at_once);
  g_test_add_func ("/detail-pane/theme-keeps-place", test_theme_keeps_place);
  g_test_add_func ("/detail-pane/same-event", test_same_event);
  g_test_add_func ("/detail-pane/width", test_width);
  g_test_add_func ("/detail-pane/finalize", test_finalize);

  return g_test_run ();
}
