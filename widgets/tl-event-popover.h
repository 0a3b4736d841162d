#pragma once
#include <gtk/gtk.h>
#include "tl-timeline.h"
GtkWidget *tl_event_popover_new (TlTimeline *t, const guint32 *e, guint n);
