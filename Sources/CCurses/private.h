// What the files of this target share.

#ifndef CCURSES_PRIVATE_H
#define CCURSES_PRIVATE_H

#define _XOPEN_SOURCE_EXTENDED 1
#ifdef __linux__
#define _GNU_SOURCE 1
#endif

#include <signal.h>
#include <stdbool.h>

#include "CCurses.h"

// screen.c

extern bool ccurses_is_open;
extern bool ccurses_has_mouse;

/// Asks the system for the size, and tells curses. False where there is none to be had.
bool ccurses_update_size(void);

/// Leaves curses mode for a while; ccurses_enter comes back and draws all again.
void ccurses_leave(void);
void ccurses_enter(void);

// signals.c

/// What the signals said, for the next read to act upon; each is reset by who acts.
struct ccurses_notes {
  volatile sig_atomic_t resized;
  volatile sig_atomic_t stopped;
  volatile sig_atomic_t continued;
  /// The signal that asked to end, or 0.
  volatile sig_atomic_t terminated;
};
extern struct ccurses_notes ccurses_notes;

/// Installs the handlers, and saves the terminal's modes. Before curses starts, which then installs none of its own.
bool ccurses_catch_signals(void);
void ccurses_release_signals(void);

/// Becomes readable when a signal was noted.
int ccurses_wake_descriptor(void);
void ccurses_drain_wake_descriptor(void);

/// Writes down what a crash has to send. After whatever changes it: start, size, mouse.
void ccurses_prepare_restoration(void);

#endif
