/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-choices.h"
#include "tl-load.h"

#include <glib/gstdio.h>
#include <string.h>

/* Which part of a timeline a chart is of. */

#define ROOM 1000

static TlViewport *
make_viewport (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\","
                                           "\"lanes\":[{\"id\":\"l\",\"name\":\"L\",\"actors\":[\"a\"]}],"
                                           "\"actors\":[{\"id\":\"a\",\"name\":\"A\"}],"
                                           "\"events\":[%s]}", events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  TlViewport *viewport = tl_viewport_new ();

  g_assert_cmpuint (load->n_left_out, ==, 0);
  tl_viewport_set_timeline (viewport, load->timeline);
  tl_viewport_set_axis_mode (viewport, TL_AXIS_LINEAR);
  tl_viewport_set_room (viewport, ROOM, 500);

  return viewport;
}

/* The second half of the axis is in view. */
static void
zoom_in (TlViewport *viewport)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (viewport));
  const TlStretch part = { length / 2, length };
  TlCamera camera = tl_viewport_show_stretch (viewport, &part, 0);

  tl_viewport_set_camera (viewport, &camera);
}

static void
settle (TlViewport     *viewport,
        TlExportPart    part,
        TlChartRequest *request)
{
  g_auto (TlExportChoices) choices = { 0 };

  tl_export_choices_restore (&choices, NULL);
  choices.part = part;
  tl_export_choices_settle (&choices, viewport, request);
}

static guint
count (const TlChartRequest *request,
       TlViewport           *viewport)
{
  g_autoptr (GArray) events = tl_filter_apply (request->filter, tl_viewport_get_timeline (viewport));

  return events->len;
}

#define EVENT(id, when) "{\"id\":\"" id "\",\"title\":\"E\",\"when\":\"" when "\",\"actors\":[\"a\"]}"
#define EVENTS(first, second, third) EVENT ("a", first) "," EVENT ("b", second) "," EVENT ("c", third)

static guint
count_in_view (TlViewport    *viewport,
               const TlPlace *place)
{
  guint n_events, n_in_view = 0;
  const TlEvent *events = tl_timeline_get_events (tl_viewport_get_timeline (viewport), &n_events);

  for (guint i = 0; i < n_events; i++)
    n_in_view += tl_date_get_earliest (&events[i].when) <= place->to.instant
                 && tl_date_get_latest (&events[i].when) >= place->from.instant;

  return n_in_view;
}

static void
test_choices_view (void)
{
  static const char *const timelines[] = {
    EVENTS ("2025-06-12T10:00:00Z", "2025-06-12T10:00:40Z", "2025-06-12T10:01:00Z"),
    EVENTS ("2025-06-01", "2025-06-20", "2025-06-30"),
    EVENTS ("1990", "2010", "2024"),
    EVENTS ("-0499-03-01", "0200-01-01", "0476-09-04"),
    EVENTS ("Y-13800000000", "Y-65000000", "2024"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (timelines); i++)
    {
      g_autoptr (TlViewport) viewport = make_viewport (timelines[i]);
      g_auto (TlChartRequest) all = { 0 };
      g_auto (TlChartRequest) part = { 0 };
      const TlDate *window;
      TlPlace place;
      double length, before, after;

      g_test_message ("%s", timelines[i]);
      settle (viewport, TL_EXPORT_PART_VIEW, &all);
      g_assert_true (tl_filter_is_empty (all.filter));

      zoom_in (viewport);
      settle (viewport, TL_EXPORT_PART_VIEW, &part);
      place = tl_viewport_get_place (viewport);
      window = tl_filter_get_window (part.filter);
      g_assert_nonnull (window);

      /* So near to the edges that nobody sees it. */
      length = tl_axis_get_duration (place.from.instant, place.to.instant);
      before = ABS ((double) tl_date_get_earliest (window) - (double) place.from.instant);
      after = ABS ((double) tl_date_get_latest (window) - (double) place.to.instant);
      g_assert_cmpfloat (before, <=, MAX (length / 1000, 1));
      g_assert_cmpfloat (after, <=, MAX (length / 1000, 1));
      g_assert_cmpuint (count (&part, viewport), ==, count_in_view (viewport, &place));
    }
}

static void
test_choices_span (void)
{
  g_autoptr (TlViewport) viewport = make_viewport (EVENTS ("2025-06-01", "2025-06-10", "2025-06-30"));
  g_auto (TlChartRequest) none = { 0 };
  g_auto (TlChartRequest) span = { 0 };
  double length = tl_axis_get_length (tl_viewport_get_axis (viewport));
  const TlStretch middle = { length / 4, length / 2 };

  settle (viewport, TL_EXPORT_PART_SPAN, &none);
  g_assert_true (tl_filter_is_empty (none.filter));
  tl_viewport_set_span (viewport, &middle);
  settle (viewport, TL_EXPORT_PART_SPAN, &span);
  g_assert_cmpuint (count (&span, viewport), ==, 1);
}

/* A filter of time that is narrower than the view stays what it is. */
static void
test_choices_filter (void)
{
  g_autoptr (TlViewport) viewport = make_viewport (EVENTS ("2025-06-01", "2025-06-10", "2025-06-30"));
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_auto (TlChartRequest) all = { 0 };
  g_auto (TlChartRequest) shown = { 0 };
  g_auto (TlChartRequest) view = { 0 };

  tl_filter_set_window (filter, "2025-06-05", NULL, NULL);
  tl_viewport_set_filter (viewport, filter);
  settle (viewport, TL_EXPORT_PART_ALL, &all);
  g_assert_true (tl_filter_is_empty (all.filter));
  settle (viewport, TL_EXPORT_PART_SHOWN, &shown);
  g_assert_true (tl_filter_equal (shown.filter, filter));

  zoom_in (viewport);
  settle (viewport, TL_EXPORT_PART_VIEW, &view);
  g_assert_cmpuint (count (&view, viewport), ==, 1);
  g_assert_cmpint (tl_date_get_earliest (tl_filter_get_window (view.filter)), >=,
                   tl_date_get_earliest (tl_filter_get_window (filter)));
}

/* The selected event is only asked for where it is drawn. */
static void
test_choices_selected (void)
{
  g_autoptr (TlViewport) viewport = make_viewport (EVENTS ("2025-06-01", "2025-06-20", "2025-06-30"));
  g_auto (TlExportChoices) choices = { 0 };
  g_auto (TlChartRequest) all = { 0 };
  g_auto (TlChartRequest) view = { 0 };

  tl_export_choices_restore (&choices, NULL);
  choices.highlights = TRUE;
  tl_viewport_select (viewport, 0);
  tl_export_choices_settle (&choices, viewport, &all);
  g_assert_cmpstr (all.select, ==, "a");
  zoom_in (viewport);
  choices.part = TL_EXPORT_PART_VIEW;
  tl_export_choices_settle (&choices, viewport, &view);
  g_assert_null (view.select);
}

/* What is remembered, but for what belongs to one timeline. */
static void
test_choices_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("choices-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "session.ini", NULL);
  g_autoptr (TlSession) session = tl_session_new (path);
  g_auto (TlExportChoices) choices = { 0 };
  g_auto (TlExportChoices) again = { 0 };
  g_auto (TlExportChoices) otherwise = { 0 };
  char *options[] = { (char *) "--size", (char *) "big", NULL };
  const TlSessionExport damaged = { (char *) "gif", (char *) "half", FALSE, options };

  tl_export_choices_restore (&choices, session);
  g_assert_cmpint (choices.format, ==, TL_EXPORT_PNG);
  choices.format = TL_EXPORT_SVG;
  choices.part = TL_EXPORT_PART_SPAN;
  choices.request.theme = TL_THEME_DARK;
  choices.request.title = g_strdup ("Only here");
  choices.request.author = g_strdup ("Somebody");
  tl_export_choices_keep (&choices, session);
  tl_export_choices_restore (&again, session);
  g_assert_cmpint (again.format, ==, TL_EXPORT_SVG);
  g_assert_cmpint (again.part, ==, TL_EXPORT_PART_SPAN);
  g_assert_cmpint (again.request.theme, ==, TL_THEME_DARK);
  g_assert_cmpstr (again.request.author, ==, "Somebody");
  g_assert_null (again.request.title);

  tl_session_set_export (session, &damaged);
  tl_export_choices_restore (&otherwise, session);
  g_assert_cmpint (otherwise.format, ==, TL_EXPORT_PNG);
  g_assert_cmpint (otherwise.part, ==, TL_EXPORT_PART_SHOWN);
  g_assert_cmpfloat (otherwise.request.size.width, ==, 1600);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-choices/view", test_choices_view);
  g_test_add_func ("/export-choices/span", test_choices_span);
  g_test_add_func ("/export-choices/filter", test_choices_filter);
  g_test_add_func ("/export-choices/selected", test_choices_selected);
  g_test_add_func ("/export-choices/kept", test_choices_kept);

  return g_test_run ();
}
