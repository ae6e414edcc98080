// The terminal by way of ncursesw. No type or macro of curses comes out of this header, so that Swift needs to know
// none. One terminal at a time, from one thread: standard input and standard output.

#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stdint.h>

enum {
  CCURSES_OK = 0,
  /// Standard input or standard output is no terminal.
  CCURSES_NOT_A_TERMINAL,
  /// TERM is unset, or no description of it is installed.
  CCURSES_UNKNOWN_TERMINAL,
  /// The terminal can't place its cursor.
  CCURSES_INCAPABLE,
  /// ccurses_open was called before, without ccurses_close.
  CCURSES_ALREADY_OPEN,
  /// The system refused a resource.
  CCURSES_FAILED,
};

/// Takes the terminal over. Sets the process's locale from the environment.
/// Returns one of the constants above; changes nothing on the terminal unless it is CCURSES_OK.
int ccurses_open(void);

/// Gives the terminal back as it was found, with the signal handlers of before. More calls do nothing; runs at exit.
/// After a signal that asked to end, it gives up on a terminal that takes no output.
void ccurses_close(void);

/// Whether the terminal is told UTF-8. Where not, only ASCII is certain to be shown.
bool ccurses_is_utf8(void);

int ccurses_columns(void);
int ccurses_rows(void);

/// The columns that the C library gives to a code point; -1 where it doesn't print it in this locale.
int ccurses_width(uint32_t code_point);

/// Turns colours on. Returns how many there are: 0 for none.
int ccurses_start_color(void);

/// Sets the colours of a pair, 1 or more; -1 is the terminal's own. Returns whether the terminal has room for it.
bool ccurses_define_pair(int pair, int foreground, int background);

enum {
  CCURSES_BOLD = 1,
  CCURSES_DIM = 2,
  CCURSES_UNDERLINE = 4,
  CCURSES_REVERSE = 8,
};

/// Puts code points on one row. Shown at the next flush. Pair 0 is without colour.
void ccurses_put(int x, int y, const uint32_t *text, int count, unsigned attributes, int pair);

/// Forgets all that was put: the next flush shows what is put from here on.
void ccurses_erase(void);

/// Sends what was changed, and waits until the terminal has taken it; a signal that asks to end ends the process then.
/// The cursor is shown in a cell, or hidden if x is negative.
void ccurses_flush(int x, int y);

/// Reports presses of the left button and the wheel, or leaves the mouse to the terminal.
void ccurses_set_mouse(bool on);

/// What the terminal's description has under a name of terminfo; a null pointer where it has none.
const char *ccurses_capability(const char *name);

/// Becomes readable when a signal came. To be watched together with standard input.
int ccurses_wake_descriptor(void);

/// Acts upon the signals that came. *is_redrawn tells whether the size may have changed, or the content was lost and has
/// been drawn again as it was. Returns the signal that asked to end, which stays noted, or 0.
int ccurses_take_signals(bool *is_redrawn);

/// Stops the process as Ctrl-Z does; when it goes on, draws all again.
void ccurses_suspend(void);

#endif
