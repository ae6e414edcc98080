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
static bool is_mouse_on = false;
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
  bool is_capable = ccurses_capability("cup") != NULL && ccurses_capability("clear") != NULL;
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

  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // Curses reads nothing, but some terminals send their keys in this mode only; and a frame is sent whole, whatever was
  // typed meanwhile.
  keypad(stdscr, TRUE);
  typeahead(-1);
  // Inserting and deleting within a row tears wide characters on some terminals.
  idcok(stdscr, FALSE);
  ccurses_update_size();
  ccurses_prepare_restoration();
  return CCURSES_OK;
}

/// Past curses, which has sent all it had to send.
static void send(const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t count = write(STDOUT_FILENO, text, length);
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

void ccurses_close(void) {
  if (!ccurses_is_open) return;
  if (ccurses_begin_output()) {
    if (!isendwin()) {
      if (is_mouse_on) send(CCURSES_MOUSE_OFF);
      endwin();
    }
    ccurses_end_output();
  } else {
    ccurses_restore_terminal();
  }
  ccurses_is_open = is_mouse_on = false;
  ccurses_release_signals();
  delscreen(screen);
  screen = NULL;
}

void ccurses_leave(void) {
  if (!ccurses_begin_output()) return;
  if (is_mouse_on) send(CCURSES_MOUSE_OFF);
  endwin();
  ccurses_drop_restoration();
  ccurses_end_output();
}

void ccurses_enter(void) {
  if (!ccurses_begin_output()) return;
  ccurses_prepare_restoration();
  ccurses_update_size();
  clearok(curscr, TRUE);
  refresh();
  if (is_mouse_on) send(CCURSES_MOUSE_ON);
  ccurses_end_output();
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
  if (!ccurses_is_open || !ccurses_begin_output()) return;
  leaveok(stdscr, x < 0);
  if (x >= 0) move(y, x);
  curs_set(x >= 0);
  refresh();
  ccurses_end_output();
}

const char *ccurses_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

bool ccurses_has_mouse(void) {
  return ccurses_capability("kmous") != NULL;
}

void ccurses_set_mouse(bool on) {
  if (!ccurses_is_open || on == is_mouse_on || !ccurses_has_mouse() || !ccurses_begin_output()) return;
  is_mouse_on = on;
  send(on ? CCURSES_MOUSE_ON : CCURSES_MOUSE_OFF);
  ccurses_end_output();
}
