// Opening and closing the terminal, and what is shown on it.

#include "private.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>
#include <term.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wide character must hold any code point");

bool ccurses_is_open = false;
bool ccurses_has_mouse = false;
static bool is_utf8 = false;
static SCREEN *screen = NULL;

// MARK: Opening

/// The user's locale; C.UTF-8 in place of one that only knows ASCII, because such a terminal nearly always does more.
static bool set_locale(void) {
  if (setlocale(LC_ALL, "") == NULL || strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0
      || strcmp(nl_langinfo(CODESET), "US-ASCII") == 0) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// Looks at the terminal's description before curses does, which would leave the process on a bad one.
static int check_terminal(void) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return CCURSES_UNKNOWN_TERMINAL;
  int found = 0;
  if (setupterm(NULL, STDOUT_FILENO, &found) != OK) {
    return found == 1 ? CCURSES_INCAPABLE : CCURSES_UNKNOWN_TERMINAL;
  }
  const char *place = tigetstr("cup");
  const char *clear = tigetstr("clear");
  bool is_capable = place != NULL && place != (char *)-1 && clear != NULL && clear != (char *)-1;
  del_curterm(cur_term);
  return is_capable ? CCURSES_OK : CCURSES_INCAPABLE;
}

int ccurses_open(void) {
  if (ccurses_is_open) return CCURSES_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CCURSES_NOT_A_TERMINAL;
  int status = check_terminal();
  if (status != CCURSES_OK) return status;
  is_utf8 = set_locale();
  if (!ccurses_catch_signals()) return CCURSES_FAILED;

  // Exported LINES and COLUMNS would hide the terminal's real size.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    ccurses_release_signals();
    return CCURSES_UNKNOWN_TERMINAL;
  }
  ccurses_is_open = true;
  static bool is_registered = false;
  if (!is_registered) is_registered = atexit(ccurses_close) == 0;

  // Escape is a key here: it must not wait a second for a sequence to follow.
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  mouseinterval(0);
  // Inserting and deleting within a row tears wide characters on some terminals.
  idcok(stdscr, FALSE);
  ccurses_update_size();
  ccurses_prepare_restoration();
  return CCURSES_OK;
}

void ccurses_close(void) {
  if (!ccurses_is_open) return;
  ccurses_is_open = false;
  ccurses_set_mouse(false);
  if (!isendwin()) endwin();
  ccurses_release_signals();
  delscreen(screen);
  screen = NULL;
}

void ccurses_leave(void) {
  endwin();
}

void ccurses_enter(void) {
  ccurses_update_size();
  clearok(curscr, TRUE);
  refresh();
}

// MARK: What it is

bool ccurses_is_utf8(void) {
  return is_utf8;
}

int ccurses_columns(void) {
  return ccurses_is_open ? getmaxx(stdscr) : 0;
}

int ccurses_rows(void) {
  return ccurses_is_open ? getmaxy(stdscr) : 0;
}

int ccurses_width(uint32_t code_point) {
  return wcwidth((wchar_t)code_point);
}

bool ccurses_update_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  if (is_term_resized(size.ws_row, size.ws_col)) {
    resize_term(size.ws_row, size.ws_col);
    ccurses_prepare_restoration();
  }
  return true;
}

// MARK: Showing

int ccurses_start_color(void) {
  if (!ccurses_is_open || !has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}

bool ccurses_define_pair(int pair, int foreground, int background) {
  return pair < COLOR_PAIRS && init_pair((short)pair, (short)foreground, (short)background) == OK;
}

void ccurses_put(int x, int y, const uint32_t *text, int count, unsigned attributes, int pair) {
  if (!ccurses_is_open) return;
  attr_t attribute = A_NORMAL;
  if (attributes & CCURSES_BOLD) attribute |= A_BOLD;
  if (attributes & CCURSES_DIM) attribute |= A_DIM;
  if (attributes & CCURSES_UNDERLINE) attribute |= A_UNDERLINE;
  if (attributes & CCURSES_REVERSE) attribute |= A_REVERSE;
  attr_set(attribute, (short)pair, NULL);
  mvaddnwstr(y, x, (const wchar_t *)text, count);
}

void ccurses_erase(void) {
  if (!ccurses_is_open) return;
  attr_set(A_NORMAL, 0, NULL);
  erase();
}

void ccurses_flush(int x, int y) {
  if (!ccurses_is_open) return;
  leaveok(stdscr, x < 0);
  if (x >= 0) move(y, x);
  curs_set(x >= 0);
  refresh();
}

void ccurses_set_mouse(bool on) {
  if (screen == NULL) return;
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
  ccurses_has_mouse = on;
  if (ccurses_is_open) ccurses_prepare_restoration();
}
