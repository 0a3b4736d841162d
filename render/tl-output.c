/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* signals, links */

#include "config.h"

#include "tl-output-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

/* The longest name of a file in a folder. */
#define NAME_AT_MOST 255

#define TRIES_AT_MOST 100

struct _TlOutput
{
  char   *name;      /* as given, for messages */
  char   *target;    /* behind all links; NULL where it is written to directly */
  char   *temporary; /* (nullable): until it is closed */
  GError *error;     /* the first that there was */
  int     fd;
  int     guard;
  mode_t  mode;      /* of the file that is replaced; 0 for a new one */
  gsize   used;
  guchar  buffer[BUFFER_BYTES];
};

static void
fail (TlOutput *self,
      int       code)
{
  if (self->error == NULL)
    tl_output_set_error (&self->error, self->name, code);
}

/* Beside the target, so that it is on the same disk. */
static char *
make_temporary_name (const char *target)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *name = NULL;
  char random[7];

  for (int i = 0; i < 6; i++)
    random[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  random[6] = '\0';
  name = g_strdup_printf (".%.*s.%s", NAME_AT_MOST - (int) strlen ("..") - 6, base, random);

  return g_build_filename (folder, name, NULL);
}

static gboolean
open_temporary (TlOutput *self)
{
  int code = EEXIST;

  for (int i = 0; i < TRIES_AT_MOST && code == EEXIST; i++)
    {
      g_autofree char *name = make_temporary_name (self->target);
      sigset_t before;

      tl_output_hold_signals (&before);
      self->fd = open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      code = self->fd < 0 ? errno : 0;
      if (self->fd >= 0)
        {
          self->guard = tl_output_guard (name);
          self->temporary = g_steal_pointer (&name);
        }
      tl_output_release_signals (&before);
    }

  if (code != 0)
    fail (self, code);

  return code == 0;
}

static gboolean
open_directly (TlOutput   *self,
               const char *name)
{
  int stream = tl_output_parse_stream (name);

  self->fd = stream >= 0 ? fcntl (stream, F_DUPFD_CLOEXEC, 0)
                         : open (name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (self->fd < 0)
    fail (self, errno);

  return self->fd >= 0;
}

/* A file that is marked as read-only is meant to stay, also for those who
 * may write everything.
 */
static gboolean
refuse_read_only (TlOutput *self,
                  mode_t    mode)
{
  g_autofree char *shown = NULL;

  if ((mode & 0222) != 0 && faccessat (AT_FDCWD, self->target, W_OK, AT_EACCESS) == 0)
    return FALSE;

  shown = g_filename_display_name (self->name);
  g_set_error (&self->error, G_FILE_ERROR, G_FILE_ERROR_ACCES,
               _("%s cannot be written: it is read-only"), shown);

  return TRUE;
}

static gboolean
open_target (TlOutput   *self,
             const char *name)
{
  struct stat info;

  if (name[0] == '\0' || g_str_has_suffix (name, "/"))
    {
      fail (self, EISDIR);
      return FALSE;
    }
  if (tl_output_parse_stream (name) >= 0)
    return open_directly (self, name);

  self->target = tl_output_resolve (name, &self->error);
  if (self->target == NULL)
    return FALSE;
  if (stat (self->target, &info) != 0)
    return open_temporary (self);
  if (S_ISDIR (info.st_mode))
    {
      fail (self, EISDIR);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_clear_pointer (&self->target, g_free);
      return open_directly (self, name);
    }
  if (refuse_read_only (self, info.st_mode))
    return FALSE;
  self->mode = info.st_mode & 0777;

  return open_temporary (self);
}

/**
 * tl_output_open:
 * @name: (type filename): the name of a file, "-" for standard output
 * @error: set where it cannot be written; in the domain %G_FILE_ERROR
 *
 * Where @name is a link, the file that it leads to will be replaced. A new
 * file has the mode that the process gives to new files, another that of
 * the file that it replaces.
 *
 * Returns: (transfer full) (nullable): an output for tl_output_close();
 *   %NULL with @error set
 */
TlOutput *
tl_output_open (const char *name,
                GError    **error)
{
  g_autoptr (TlOutput) self = g_new0 (TlOutput, 1);

  self->name = g_strdup (name);
  self->fd = -1;
  self->guard = -1;
  if (!open_target (self, name))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
remove_temporary (TlOutput *self)
{
  sigset_t before;

  if (self->temporary == NULL)
    return;

  tl_output_hold_signals (&before);
  g_unlink (self->temporary);
  tl_output_unguard (self->guard);
  g_clear_pointer (&self->temporary, g_free);
  tl_output_release_signals (&before);
}

/**
 * tl_output_free:
 * @self: (transfer full): an output
 *
 * Where it has not been closed, the file stays as it was.
 */
void
tl_output_free (TlOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  remove_temporary (self);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

/* A pipe that does not block is waited for. */
static void
wait_for_room (TlOutput *self)
{
  GPollFD poll = { .fd = self->fd, .events = G_IO_OUT };

  g_poll (&poll, 1, -1);
}

static void
write_all (TlOutput     *self,
           const guchar *data,
           gsize         length)
{
  while (length > 0 && self->error == NULL)
    {
      gssize n = write (self->fd, data, length);

      if (n >= 0)
        {
          data += n;
          length -= (gsize) n;
        }
      else if (errno == EAGAIN)
        wait_for_room (self);
      else if (errno != EINTR)
        fail (self, errno);
    }
}

/**
 * tl_output_write:
 * @self: an output
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Writes @data after what has been written. After a failure nothing more is
 * written, and tl_output_close() says what it was.
 *
 * Returns: whether all went well so far
 */
gboolean
tl_output_write (TlOutput   *self,
                 const void *data,
                 gsize       length)
{
  if (self->used + length > BUFFER_BYTES)
    {
      write_all (self, self->buffer, self->used);
      self->used = 0;
    }
  if (length > BUFFER_BYTES)
    write_all (self, data, length);
  else if (length > 0)
    {
      memcpy (self->buffer + self->used, data, length);
      self->used += length;
    }

  return self->error == NULL;
}

static void
make_durable (TlOutput *self)
{
  if (self->mode != 0 && fchmod (self->fd, self->mode) != 0)
    fail (self, errno);

  /* Some file systems have nothing to do here and say so. */
  if (fsync (self->fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    fail (self, errno);
}

static void
replace_target (TlOutput *self)
{
  sigset_t before;

  tl_output_hold_signals (&before);
  if (g_rename (self->temporary, self->target) == 0)
    {
      tl_output_unguard (self->guard);
      g_clear_pointer (&self->temporary, g_free);
    }
  else
    fail (self, errno);
  tl_output_release_signals (&before);
}

/**
 * tl_output_close:
 * @self: an output; there is nothing left to do but to free it
 * @error: set to the first failure of writing, if there was one; in the
 *   domain %G_FILE_ERROR
 *
 * Puts what has been written in the place of the file.
 *
 * Returns: whether that went well; the file is as it was where it did not
 */
gboolean
tl_output_close (TlOutput *self,
                 GError  **error)
{
  int fd = self->fd;

  write_all (self, self->buffer, self->used);
  if (self->temporary != NULL && self->error == NULL)
    make_durable (self);

  self->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    fail (self, errno);
  if (self->temporary != NULL && self->error == NULL)
    replace_target (self);

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  remove_temporary (self);

  return FALSE;
}
