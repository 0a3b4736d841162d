/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-chooser.h"

#include "tl-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCALE_LEAST 0.1
#define SCALE_MOST 100

#define PIXELS_PER_INCH 96

#define SIDE_LEAST 100
#define SIDE_MOST 100000

/* Sizes that have a name, or are often wanted. The last one is what is
 * written below it. */
static const struct
{
  const char *size; /* (nullable): for the command line */
  const char *name;
} sizes[] = {
  { "1600x900", N_("1600 × 900 pixels") },
  { "1600xauto", N_("1600 pixels wide, as high as needed") },
  { "1080p", N_("1080p, 1920 × 1080 pixels") },
  { "4k", N_("4K, 3840 × 2160 pixels") },
  { "slide", N_("Slide, 1280 × 720 pixels") },
  { "a4", N_("A4, lying") },
  { "a4-portrait", N_("A4, standing") },
  { "a3", N_("A3, lying") },
  { "a3-portrait", N_("A3, standing") },
  { "letter", N_("Letter, lying") },
  { "letter-portrait", N_("Letter, standing") },
  { NULL, N_("Own size") },
};

#define OWN_SIZE (G_N_ELEMENTS (sizes) - 1)

static const char *const formats[] = { N_("PNG, a picture"), N_("SVG, a drawing"), N_("PDF, for paper"), NULL };
static const char *const themes[] = { N_("Light"), N_("Dark"), N_("For paper"), N_("High contrast"), NULL };
static const char *const axes[] = { N_("As it suits the timeline"), N_("True to scale"), N_("Empty time folded away"),
                                    N_("Events at even distances"), NULL };
static const char *const texts[] = { N_("Text, which can be searched"), N_("Outlines, alike everywhere"), NULL };

/**
 * TlExportChooser:
 *
 * All that can be chosen for a chart.
 */
struct _TlExportChooser
{
  GtkWidget parent_instance;

  TlExportChoices choices;
  gboolean        is_filling; /* rows, from choices */
  TlExportPart    parts[TL_EXPORT_PART_SPAN + 1]; /* those that there are, as they are listed */

  AdwComboRow   *format;
  AdwComboRow   *size;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSwitch     *has_any_height;
  GtkSpinButton *scale;
  AdwComboRow   *text;
  GtkSwitch     *is_small;
  AdwComboRow   *part;
  GtkSwitch     *highlights;
  GtkSwitch     *in_pages;
  AdwComboRow   *theme;
  AdwComboRow   *axis;
  GtkSwitch     *is_transparent;
  GtkSwitch     *has_title;
  GtkEditable   *title;
  GtkSwitch     *has_legend;
  GtkSwitch     *has_sources;
  GtkSwitch     *has_as_of;
  GtkEditable   *author;
};

G_DEFINE_FINAL_TYPE (TlExportChooser, tl_export_chooser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* From rows to choices */

static void
take_text (char       **text,
           GtkEditable *editable)
{
  const char *written = gtk_editable_get_text (editable);

  g_free (*text);
  *text = *written != '\0' ? g_strdup (written) : NULL;
}

static void
read_size (TlExportChooser *self)
{
  TlChartRequest *request = &self->choices.request;
  guint chosen = adw_combo_row_get_selected (self->size);

  if (chosen < OWN_SIZE)
    {
      tl_export_size_parse (sizes[chosen].size, &request->size, NULL);
      return;
    }

  request->size = (TlExportSize){ gtk_spin_button_get_value (self->width), gtk_spin_button_get_value (self->height), 1 };
  if (gtk_switch_get_active (self->has_any_height))
    request->size.height = 0;
}

static void
read_rows (TlExportChooser *self)
{
  TlExportChoices *choices = &self->choices;
  TlChartRequest *request = &choices->request;

  choices->format = (TlExportFormat) adw_combo_row_get_selected (self->format);
  choices->part = self->parts[adw_combo_row_get_selected (self->part)];
  choices->highlights = gtk_switch_get_active (self->highlights);
  read_size (self);
  request->scale = gtk_spin_button_get_value (self->scale);
  request->svg_text = (int) adw_combo_row_get_selected (self->text);
  request->theme = (int) adw_combo_row_get_selected (self->theme);
  request->axis = (int) adw_combo_row_get_selected (self->axis);
  request->is_small = gtk_switch_get_active (self->is_small);
  request->in_pages = gtk_switch_get_active (self->in_pages);
  request->is_transparent = gtk_switch_get_active (self->is_transparent);
  request->no_title = !gtk_switch_get_active (self->has_title);
  request->no_legend = !gtk_switch_get_active (self->has_legend);
  request->no_sources = !gtk_switch_get_active (self->has_sources);
  request->no_as_of = !gtk_switch_get_active (self->has_as_of);
  take_text (&request->title, self->title);
  take_text (&request->author, self->author);
}

/* Only what does something for this format and size. */
static void
show_rows (TlExportChooser *self)
{
  const TlExportChoices *choices = &self->choices;
  gboolean is_own = adw_combo_row_get_selected (self->size) == OWN_SIZE;

  tl_rows_set_shown (self->width, is_own);
  tl_rows_set_shown (self->has_any_height, is_own);
  tl_rows_set_shown (self->height, is_own && !gtk_switch_get_active (self->has_any_height));
  tl_rows_set_shown (self->scale, choices->format == TL_EXPORT_PNG);
  tl_rows_set_shown (self->is_small, choices->format == TL_EXPORT_PNG);
  tl_rows_set_shown (self->text, choices->format == TL_EXPORT_SVG);
  tl_rows_set_shown (self->author, choices->format != TL_EXPORT_SVG);
  tl_rows_set_shown (self->title, !choices->request.no_title);
}

static void
say_resolution (TlExportChooser *self)
{
  /* Translators: dots per inch; how fine a picture is */
  g_autofree char *words = g_strdup_printf (_("%.0f dpi"), self->choices.request.scale * PIXELS_PER_INCH);

  tl_rows_set_subtitle (self->scale, words);
}

static void
changed_cb (TlExportChooser *self)
{
  if (self->is_filling)
    return;

  read_rows (self);
  show_rows (self);
  say_resolution (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Some sizes are meant for finer screens. */
static void
size_cb (TlExportChooser *self)
{
  gboolean was_filling = self->is_filling;

  if (was_filling)
    return;

  read_size (self);
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->scale, self->choices.request.size.scale);
  self->is_filling = was_filling;
  changed_cb (self);
}

/* From choices to rows */

static void
fill_size (TlExportChooser *self)
{
  const TlExportSize *size = &self->choices.request.size;
  g_autofree char *printed = tl_export_size_print (size);
  guint chosen = OWN_SIZE;

  for (guint i = 0; i < OWN_SIZE; i++)
    if (g_str_equal (sizes[i].size, printed))
      chosen = i;
  adw_combo_row_set_selected (self->size, chosen);
  gtk_spin_button_set_value (self->width, size->width);
  gtk_spin_button_set_value (self->height, size->height > 0 ? size->height : size->width * 9 / 16);
  gtk_switch_set_active (self->has_any_height, size->height <= 0);
  gtk_spin_button_set_value (self->scale, self->choices.request.scale);
}

static void
fill_part (TlExportChooser *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (self->part)); i++)
    if (self->parts[i] == self->choices.part)
      adw_combo_row_set_selected (self->part, i);
}

static void
fill_rows (TlExportChooser *self)
{
  const TlExportChoices *choices = &self->choices;
  const TlChartRequest *request = &choices->request;

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->format, choices->format);
  fill_size (self);
  fill_part (self);
  gtk_switch_set_active (self->highlights, choices->highlights);
  adw_combo_row_set_selected (self->text, (guint) request->svg_text);
  adw_combo_row_set_selected (self->theme, (guint) request->theme);
  adw_combo_row_set_selected (self->axis, (guint) request->axis);
  gtk_switch_set_active (self->is_small, request->is_small);
  gtk_switch_set_active (self->in_pages, request->in_pages);
  gtk_switch_set_active (self->is_transparent, request->is_transparent);
  gtk_switch_set_active (self->has_title, !request->no_title);
  gtk_switch_set_active (self->has_legend, !request->no_legend);
  gtk_switch_set_active (self->has_sources, !request->no_sources);
  gtk_switch_set_active (self->has_as_of, !request->no_as_of);
  gtk_editable_set_text (self->title, request->title != NULL ? request->title : "");
  gtk_editable_set_text (self->author, request->author != NULL ? request->author : "");
  self->is_filling = FALSE;
  read_rows (self);
  show_rows (self);
  say_resolution (self);
}

/* Rows */

static AdwComboRow *
add_choice (AdwPreferencesGroup *group,
            const char          *title,
            const char *const   *names)
{
  g_autoptr (GPtrArray) translated = g_ptr_array_new ();

  for (; *names != NULL; names++)
    g_ptr_array_add (translated, (gpointer) _(*names));
  g_ptr_array_add (translated, NULL);

  return tl_rows_add_choice (group, title, (const char *const *) translated->pdata);
}

static void
add_file (TlExportChooser *self,
          GtkBox          *box)
{
  AdwPreferencesGroup *group = tl_rows_add_group (box, _("File"));
  const char *names[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    names[i] = sizes[i].name;

  self->format = add_choice (group, _("Format"), formats);
  self->size = add_choice (group, _("Size"), names);
  self->width = tl_rows_add_number (group, _("Width in pixels"), SIDE_LEAST, SIDE_MOST, 10, 0);
  self->has_any_height = tl_rows_add_switch (group, _("As high as needed"), NULL);
  self->height = tl_rows_add_number (group, _("Height in pixels"), SIDE_LEAST, SIDE_MOST, 10, 0);
  self->scale = tl_rows_add_number (group, _("Scale"), SCALE_LEAST, SCALE_MOST, 0.5, 2);
  self->text = add_choice (group, _("Text"), texts);
  self->is_small = tl_rows_add_switch (group, _("Smallest file"), _("Takes longer"));
}

/* What there is to choose from, at the moment. */
static void
add_parts (TlExportChooser     *self,
           AdwPreferencesGroup *group,
           TlViewport          *viewport)
{
  g_autoptr (TlFilter) filter = tl_viewport_dup_filter (viewport);
  const char *names[G_N_ELEMENTS (self->parts) + 1] = { NULL };
  guint n_parts = 0;
  TlStretch span;

  /* Where nothing is filtered these two are the same. */
  names[n_parts] = N_("The whole timeline");
  self->parts[n_parts++] = tl_filter_is_empty (filter) && self->choices.part == TL_EXPORT_PART_SHOWN
                             ? TL_EXPORT_PART_SHOWN
                             : TL_EXPORT_PART_ALL;
  if (!tl_filter_is_empty (filter))
    {
      names[n_parts] = N_("What filter and lanes leave");
      self->parts[n_parts++] = TL_EXPORT_PART_SHOWN;
    }
  names[n_parts] = N_("What is in view");
  self->parts[n_parts++] = TL_EXPORT_PART_VIEW;
  if (tl_viewport_get_span (viewport, &span))
    {
      names[n_parts] = N_("The marked span");
      self->parts[n_parts++] = TL_EXPORT_PART_SPAN;
    }
  self->part = add_choice (group, _("Part"), names);
}

static void
add_content (TlExportChooser *self,
             GtkBox          *box,
             TlViewport      *viewport)
{
  AdwPreferencesGroup *group = tl_rows_add_group (box, _("What is drawn"));

  add_parts (self, group, viewport);
  self->highlights = tl_rows_add_switch (group, _("Highlight the selected event"), NULL);
  tl_rows_set_shown (self->highlights, tl_viewport_get_selected (viewport) != TL_NONE);
  self->in_pages = tl_rows_add_switch (group, _("Several pages"), _("As many as it takes for all labels"));
  self->has_title = tl_rows_add_switch (group, _("Title and subtitle"), NULL);
  self->title = tl_rows_add_text (group, _("Another title"));
  self->has_legend = tl_rows_add_switch (group, _("Legend"), NULL);
  self->has_sources = tl_rows_add_switch (group, _("Sources"), NULL);
  self->has_as_of = tl_rows_add_switch (group, _("Date of the timeline"), NULL);
}

static void
add_look (TlExportChooser *self,
          GtkBox          *box)
{
  AdwPreferencesGroup *group = tl_rows_add_group (box, _("How it looks"));

  self->theme = add_choice (group, _("Theme"), themes);
  self->axis = add_choice (group, _("Axis"), axes);
  self->is_transparent = tl_rows_add_switch (group, _("Transparent background"), NULL);
  self->author = tl_rows_add_text (group, _("Author"));
}

static void
watch (TlExportChooser *self)
{
  const struct
  {
    gpointer    row;
    const char *signal;
  } rows[] = {
    { self->format, "notify::selected" }, { self->text, "notify::selected" }, { self->part, "notify::selected" },
    { self->theme, "notify::selected" }, { self->axis, "notify::selected" }, { self->width, "value-changed" },
    { self->height, "value-changed" }, { self->scale, "value-changed" }, { self->has_any_height, "notify::active" },
    { self->is_small, "notify::active" }, { self->highlights, "notify::active" }, { self->in_pages, "notify::active" },
    { self->is_transparent, "notify::active" }, { self->has_title, "notify::active" },
    { self->has_legend, "notify::active" }, { self->has_sources, "notify::active" },
    { self->has_as_of, "notify::active" }, { self->title, "changed" }, { self->author, "changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i].row, rows[i].signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->size, "notify::selected", G_CALLBACK (size_cb), self, G_CONNECT_SWAPPED);
}

static void
tl_export_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_export_chooser_parent_class)->dispose (object);
}

static void
tl_export_chooser_finalize (GObject *object)
{
  tl_export_choices_clear (&TL_EXPORT_CHOOSER (object)->choices);

  G_OBJECT_CLASS (tl_export_chooser_parent_class)->finalize (object);
}

static void
tl_export_chooser_class_init (TlExportChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_export_chooser_dispose;
  object_class->finalize = tl_export_chooser_finalize;

  /**
   * TlExportChooser::changed:
   * @self: the chooser
   *
   * Something else has been chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tl_export_chooser_init (TlExportChooser *self)
{
}

/**
 * tl_export_chooser_new:
 * @choices: what is chosen at first
 * @viewport: what tells which parts there are
 *
 * Returns: (transfer floating): rows
 */
GtkWidget *
tl_export_chooser_new (const TlExportChoices *choices,
                       TlViewport            *viewport)
{
  TlExportChooser *self = g_object_new (TL_TYPE_EXPORT_CHOOSER, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  self->choices = *choices;
  tl_chart_request_copy (&choices->request, &self->choices.request);
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  add_file (self, box);
  add_content (self, box, viewport);
  add_look (self, box);
  fill_rows (self);
  watch (self);

  return GTK_WIDGET (self);
}

/**
 * tl_export_chooser_get:
 * @self: a chooser
 *
 * Returns: (transfer none): what is chosen
 */
const TlExportChoices *
tl_export_chooser_get (TlExportChooser *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_CHOOSER (self), NULL);

  return &self->choices;
}
