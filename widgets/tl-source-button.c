/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-button.h"

#include "tl-paragraph.h"
#include "tl-source-details.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/**
 * TlSourceButton:
 *
 * Who carries something: the publisher and the host that the address really
 * leads to. A click opens the address, by way of the signal "uri-activated";
 * the button opens nothing itself. A second part, the context menu key and
 * the secondary button of the pointer show all that is known of the source,
 * with what can be copied. Without an address that may be opened it is plain
 * text with that second part.
 *
 * Its actions: source.activate, source.open-archived, source.show-details,
 * source.copy-link, source.copy-citation.
 */
struct _TlSourceButton
{
  GtkWidget parent_instance;

  TlTimeline *timeline;
  TlCitation  citation;
  GtkWidget  *label;
  GtkWidget  *popover; /* made when it is asked for */
};

G_DEFINE_FINAL_TYPE (TlSourceButton, tl_source_button, GTK_TYPE_WIDGET)

enum
{
  URI_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The second part, and a dot in it, in pixels; large enough to hit. */
#define MORE_WIDTH 22
#define MIN_HEIGHT 20
#define DOT        3

static const TlSource *
get_source (TlSourceButton *self)
{
  return &tl_timeline_get_sources (self->timeline, NULL)[self->citation.source];
}

static const char *
get_url (TlSourceButton *self)
{
  return tl_timeline_get_text (self->timeline, get_source (self)->url);
}

/* Words */

static void
add_part (GString    *text,
          const char *separator,
          const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* After the publisher: whose report it is, at which place. */
static void
add_citation (TlSourceButton *self,
              GString        *text,
              const char     *separator)
{
  const TlSource *sources = tl_timeline_get_sources (self->timeline, NULL);
  g_autofree char *via = NULL;

  if (self->citation.via != TL_NONE)
    /* Translators: a publisher whose report another passes on */
    via = g_strdup_printf (C_("source", "via %s"),
                           tl_source_get_publisher (self->timeline, &sources[self->citation.via]));
  add_part (text, separator, via);
  add_part (text, separator, tl_timeline_get_text (self->timeline, self->citation.where));
}

/**
 * tl_source_button_dup_description:
 * @self: a source
 *
 * Returns: (transfer full): in words what it is, where it leads and what a
 *   click does
 */
char *
tl_source_button_dup_description (TlSourceButton *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *publisher = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (TL_IS_SOURCE_BUTTON (self), NULL);

  publisher = tl_source_say_publisher (self->timeline, get_source (self), NULL);
  place = tl_source_say_place (self->timeline, get_source (self), NULL);
  add_part (text, ", ", publisher);
  add_part (text, ", ", place);
  add_citation (self, text, ", ");
  /* Translators: at the end of what a link is called for screen readers */
  add_part (text, ", ", place != NULL ? C_("source", "opens in the browser") : C_("source", "no address"));

  return g_string_free (text, FALSE);
}

/* The publisher stands out, with an arrow where it leads out of the window. */
static void
add_label (TlSourceButton *self)
{
  g_autofree char *publisher = tl_source_say_publisher (self->timeline, get_source (self), NULL);
  g_autofree char *place = tl_source_say_place (self->timeline, get_source (self), NULL);
  g_autoptr (GString) text = g_string_new (publisher);
  guint n_strong;

  if (place != NULL)
    g_string_append (text, " ↗");
  n_strong = (guint) text->len;
  add_part (text, "  ", place);
  add_citation (self, text, " · ");

  self->label = tl_paragraph_new (text->str, GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  tl_paragraph_set_n_strong (TL_PARAGRAPH (self->label), n_strong);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/* What can be done */

static gboolean
is_openable (TlSourceButton *self)
{
  return tl_source_is_openable (get_url (self));
}

static void
close_popover (TlSourceButton *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
open_url (TlSourceButton *self,
          const char     *url)
{
  if (!tl_source_is_openable (url))
    return;

  close_popover (self);
  g_signal_emit (self, signals[URI_ACTIVATED], 0, url);
}

/* The popover points at the button, or to where the window ends where the
 * button has been scrolled away: GTK 4.8 cannot place one outside the screen.
 */
static void
point_inside (TlSourceButton *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self)));
  graphene_rect_t bounds;
  double y;

  if (root == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), root, &bounds))
    return;

  y = CLAMP (bounds.origin.y, 0, gtk_widget_get_height (root) - 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ 0, (int) (y - bounds.origin.y), gtk_widget_get_width (GTK_WIDGET (self)),
                                                y > bounds.origin.y || y < bounds.origin.y
                                                  ? 1
                                                  : gtk_widget_get_height (GTK_WIDGET (self)) });
}

static void
show_details (TlSourceButton *self)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), tl_source_details_new (self->timeline, &self->citation));
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("About this source"), -1);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  point_inside (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* On the first thing that can be done, not on the text above it. */
  gtk_widget_child_focus (gtk_widget_get_last_child (gtk_popover_get_child (GTK_POPOVER (self->popover))),
                          GTK_DIR_TAB_FORWARD);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);

  if (is_openable (self))
    open_url (self, get_url (self));
  else
    show_details (self);
}

static void
open_archived_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);

  open_url (self, tl_timeline_get_text (self->timeline, get_source (self)->archived));
}

static void
show_details_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  show_details (TL_SOURCE_BUTTON (widget));
}

static void
copy_link_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);
  const char *url = get_url (self);

  if (url != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), url);
  close_popover (self);
}

static void
copy_citation_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);
  g_autofree char *citation = tl_source_dup_citation (self->timeline, get_source (self), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  close_popover (self);
}

/* The pointer */

/* The second part is at the end of the button. */
static gboolean
is_on_more (TlSourceButton *self,
            double          x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return x < MORE_WIDTH;

  return x >= gtk_widget_get_width (GTK_WIDGET (self)) - MORE_WIDTH;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlSourceButton  *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (button == GDK_BUTTON_SECONDARY || (button == GDK_BUTTON_PRIMARY && is_on_more (self, x)))
    show_details (self);
  else if (button == GDK_BUTTON_PRIMARY && is_openable (self))
    open_url (self, get_url (self));
}

/* Widget */

static gboolean
tl_source_button_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard_tooltip,
                                GtkTooltip *tooltip)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);
  const char *title = tl_timeline_get_text (self->timeline, get_source (self)->title);
  g_autofree char *description = tl_source_button_dup_description (self);
  g_autofree char *text = title != NULL ? g_strconcat (title, "\n", description, NULL) : g_strdup (description);

  if (!keyboard_tooltip && is_on_more (self, x))
    gtk_tooltip_set_text (tooltip, _("About this source"));
  else
    gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
tl_source_button_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->label,
                            &(GtkAllocation){ is_mirrored ? MORE_WIDTH : 0, 0, MAX (width - MORE_WIDTH, 0), height }, -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tl_source_button_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GtkWidget *label = TL_SOURCE_BUTTON (widget)->label;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int room = for_size < 0 ? -1 : MAX (for_size - MORE_WIDTH, 0);

      gtk_widget_measure (label, orientation, room, minimum, natural, NULL, NULL);
      *minimum = *natural = MAX (*natural, MIN_HEIGHT);
      return;
    }

  gtk_widget_measure (label, orientation, -1, minimum, natural, NULL, NULL);
  *minimum += MORE_WIDTH;
  *natural += MORE_WIDTH;
}

/* Three dots above each other: an image for each would cost more than all
 * the rest of the button.
 */
static void
tl_source_button_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = is_mirrored ? MORE_WIDTH / 2.0f : (float) gtk_widget_get_width (widget) - MORE_WIDTH / 2.0f;
  int y = gtk_widget_get_height (widget) / 2;
  GdkRGBA colour;

  gtk_widget_snapshot_child (widget, self->label, snapshot);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (int i = -1; i <= 1; i++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (x - DOT / 2.0f, y - DOT / 2.0f + (float) (i * 2 * DOT), DOT, DOT));
}

static GtkSizeRequestMode
tl_source_button_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_source_button_dispose (GObject *object)
{
  TlSourceButton *self = TL_SOURCE_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_source_button_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  for (gsize i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding_action (widget_class, activating[i], 0, "source.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "source.show-details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "source.show-details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "source.copy-link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "source.copy-citation", NULL);
}

static void
tl_source_button_class_init (TlSourceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_source_button_dispose;
  widget_class->get_request_mode = tl_source_button_get_request_mode;
  widget_class->measure = tl_source_button_measure;
  widget_class->size_allocate = tl_source_button_size_allocate;
  widget_class->snapshot = tl_source_button_snapshot;
  widget_class->query_tooltip = tl_source_button_query_tooltip;

  /**
   * TlSourceButton::uri-activated:
   * @self: a source
   * @uri: an address of http or https
   *
   * Somebody wants to read the source.
   */
  signals[URI_ACTIVATED] = g_signal_new ("uri-activated", TL_TYPE_SOURCE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "source.activate", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "source.show-details", NULL, show_details_cb);
  gtk_widget_class_install_action (widget_class, "source.open-archived", NULL, open_archived_cb);
  gtk_widget_class_install_action (widget_class, "source.copy-link", NULL, copy_link_cb);
  gtk_widget_class_install_action (widget_class, "source.copy-citation", NULL, copy_citation_cb);
  add_keys (widget_class);

  gtk_widget_class_set_css_name (widget_class, "source");
}

static void
add_click (TlSourceButton *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
tl_source_button_init (TlSourceButton *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_click (self);
}

/**
 * tl_source_button_new:
 * @timeline: (transfer none): a timeline
 * @citation: one of its sources, as the carrier of something
 *
 * Returns: (transfer floating): a button for it
 */
GtkWidget *
tl_source_button_new (TlTimeline       *timeline,
                      const TlCitation *citation)
{
  const TlSource *source = &tl_timeline_get_sources (timeline, NULL)[citation->source];
  gboolean is_link = tl_source_is_openable (tl_timeline_get_text (timeline, source->url));
  TlSourceButton *self = g_object_new (TL_TYPE_SOURCE_BUTTON,
                                       "accessible-role", is_link ? GTK_ACCESSIBLE_ROLE_LINK : GTK_ACCESSIBLE_ROLE_BUTTON,
                                       NULL);
  g_autofree char *description = NULL;

  self->timeline = g_object_ref (timeline);
  self->citation = *citation;
  add_label (self);
  if (is_link)
    gtk_widget_add_css_class (GTK_WIDGET (self), "openable");

  description = tl_source_button_dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);

  return GTK_WIDGET (self);
}
