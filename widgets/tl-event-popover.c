#include "config.h"
#include "tl-event-popover.h"
GtkWidget *tl_event_popover_new (TlTimeline *t, const guint32 *e, guint n)
{ if (!g_signal_lookup ("event-activated", GTK_TYPE_POPOVER)) g_signal_new ("event-activated", GTK_TYPE_POPOVER, 0,0,NULL,NULL,NULL,G_TYPE_NONE,1,G_TYPE_UINT); return gtk_popover_new (); }
