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

/// Whether the terminal's description knows of a mouse. Others might show the codes.
bool ccurses_has_mouse(void);

/// Asks the system for the size, and tells curses. False where there is none to be had.
bool ccurses_update_size(void);

/// Leaves curses mode for a while; ccurses_enter comes back and draws all again.
void ccurses_leave(void);
void ccurses_enter(void);

// signals.c

/// Installs the handlers, and saves the terminal's modes. Before curses starts, which then installs none of its own.
bool ccurses_catch_signals(void);
void ccurses_release_signals(void);

/// Between these two the process may wait for a terminal that takes nothing, so a signal that asks to end does not wait
/// for the loop. False where one has come already: then nothing more is to be sent.
bool ccurses_begin_output(void);
void ccurses_end_output(void);

/// Writes down what a crash has to send. After whatever changes it: start, size, coming back.
void ccurses_prepare_restoration(void);

/// The terminal has been given back: there is nothing to restore until the next preparation.
void ccurses_drop_restoration(void);

/// Gives the terminal back by what was written down, as far as it takes it without waiting.
void ccurses_restore_terminal(void);

/// What makes a terminal report the mouse, and stop it: presses, and in the form that has no largest column.
#define CCURSES_MOUSE_ON "\033[?1000h\033[?1006h"
#define CCURSES_MOUSE_OFF "\033[?1006l\033[?1000l"

#endif
