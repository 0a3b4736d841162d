/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-page.h"

/**
 * TlDetailPage:
 *
 * What a detail pane shows of one event, or of the timeline. An event may
 * have a hundred claims, and a claim costs about a millisecond until it is
 * painted: so what can be seen is made first, and the rest piece by piece in
 * the frames that follow, or at once when somebody needs it.
 */
struct _TlDetailPage
{
  GtkBox parent_instance;

  TlTimeline *timeline;
  TlDetail    detail;
  guint       part;   /* which is being made */
  guint       piece;  /* of that part, which is next */
  guint       ticker; /* while the rest is being made */
  gboolean    is_painted;
};

G_DEFINE_FINAL_TYPE (TlDetailPage, tl_detail_page, GTK_TYPE_BOX)

/* Of a frame, for making pieces, in microseconds. To measure and to paint
 * them takes several times as long. */
#define SLICE 1000

typedef gboolean (*AddPiece) (TlDetail *detail,
                              guint     piece);

static const AddPiece event_parts[] = {
  tl_detail_add_head,
  tl_detail_add_figures,
  tl_detail_add_claims,
  tl_detail_add_differences,
  tl_detail_add_links,
  tl_detail_add_extras,
  NULL,
};

static const AddPiece timeline_parts[] = {
  tl_detail_add_about,
  NULL,
};

static AddPiece
get_part (TlDetailPage *self)
{
  return self->detail.event != NULL ? event_parts[self->part] : timeline_parts[self->part];
}

/* Returns whether there was a piece that had not been made. */
static gboolean
add_piece (TlDetailPage *self)
{
  AddPiece add = get_part (self);

  if (add == NULL)
    return FALSE;

  if (add (&self->detail, self->piece))
    {
      self->piece++;
    }
  else
    {
      self->piece = 0;
      self->part++;
    }

  return TRUE;
}

static void
stop (TlDetailPage *self)
{
  if (self->ticker != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticker);
  self->ticker = 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TlDetailPage *self = TL_DETAIL_PAGE (widget);
  gint64 end = g_get_monotonic_time () + SLICE;

  /* The first tick comes before what can be seen is painted. */
  if (!self->is_painted)
    {
      self->is_painted = TRUE;
      return G_SOURCE_CONTINUE;
    }

  while (add_piece (self))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;

  self->ticker = 0;

  return G_SOURCE_REMOVE;
}

static void
tl_detail_page_dispose (GObject *object)
{
  TlDetailPage *self = TL_DETAIL_PAGE (object);

  stop (self);
  g_clear_pointer (&self->detail.links, g_array_unref);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_detail_page_parent_class)->dispose (object);
}

static void
tl_detail_page_class_init (TlDetailPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_detail_page_dispose;
}

static void
tl_detail_page_init (TlDetailPage *self)
{
}

/**
 * tl_detail_page_new:
 * @detail: what to show; what it points to lives longer than the page
 *
 * Returns: (transfer floating): a page with nothing in it
 */
GtkWidget *
tl_detail_page_new (const TlDetail *detail)
{
  TlDetailPage *self = g_object_new (TL_TYPE_DETAIL_PAGE,
                                     "orientation", GTK_ORIENTATION_VERTICAL,
                                     "spacing", TL_DETAIL_GAP,
                                     NULL);

  self->timeline = g_object_ref (detail->timeline);
  self->detail = *detail;
  self->detail.page = GTK_WIDGET (self);

  return GTK_WIDGET (self);
}

/**
 * tl_detail_page_begin:
 * @self: a page, in a window
 * @width: its width, in pixels
 * @height: how much of it can be seen
 *
 * Makes what can be seen, and the rest after that has been painted.
 */
void
tl_detail_page_begin (TlDetailPage *self,
                      int           width,
                      int           height)
{
  int made = 0;

  g_return_if_fail (TL_IS_DETAIL_PAGE (self));

  while (made < height && add_piece (self))
    gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &made, NULL, NULL);

  if (get_part (self) != NULL && self->ticker == 0)
    self->ticker = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * tl_detail_page_finish:
 * @self: a page
 *
 * Makes at once what is missing.
 */
void
tl_detail_page_finish (TlDetailPage *self)
{
  g_return_if_fail (TL_IS_DETAIL_PAGE (self));

  while (add_piece (self))
    continue;
  stop (self);
}
