// Waiting for keys, the mouse and signals, all in one place.

#include "private.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <curses.h>

static const struct {
  wint_t code;
  uint32_t key;
} keys[] = {
  {KEY_UP, CCURSES_KEY_UP},
  {KEY_DOWN, CCURSES_KEY_DOWN},
  {KEY_LEFT, CCURSES_KEY_LEFT},
  {KEY_RIGHT, CCURSES_KEY_RIGHT},
  {KEY_PPAGE, CCURSES_KEY_PAGE_UP},
  {KEY_NPAGE, CCURSES_KEY_PAGE_DOWN},
  {KEY_HOME, CCURSES_KEY_HOME},
  {KEY_FIND, CCURSES_KEY_HOME},
  {KEY_END, CCURSES_KEY_END},
  {KEY_SELECT, CCURSES_KEY_END},
  {KEY_ENTER, CCURSES_KEY_ENTER},
  {KEY_BACKSPACE, CCURSES_KEY_BACKSPACE},
  {KEY_DC, CCURSES_KEY_DELETE},
  {KEY_BTAB, CCURSES_KEY_BACKTAB},
};

static struct ccurses_input input(int kind, uint32_t value) {
  return (struct ccurses_input){.kind = kind, .value = value};
}

/// Acts upon a signal that was noted. False if there was none.
static bool take_signal(struct ccurses_input *result) {
  if (ccurses_notes.terminated != 0) {
    *result = input(CCURSES_TERMINATED, (uint32_t)ccurses_notes.terminated);
    ccurses_close();
    return true;
  }
  if (ccurses_notes.stopped) {
    ccurses_suspend();
  } else if (ccurses_notes.continued) {
    // It was stopped without being asked, and the terminal may be as the shell likes it.
    ccurses_notes.continued = 0;
    ccurses_leave();
    ccurses_enter();
  } else if (ccurses_notes.resized) {
    ccurses_notes.resized = 0;
    ccurses_update_size();
    // A terminal that grows or shrinks moves what it shows in its own way.
    clearok(curscr, TRUE);
  } else {
    return false;
  }
  *result = input(CCURSES_RESIZE, 0);
  return true;
}

/// The keys that terminals send in the same way, whatever their descriptions say.
static const struct {
  wint_t final;
  uint32_t key;
} common_sequences[] = {
  {'A', CCURSES_KEY_UP},
  {'B', CCURSES_KEY_DOWN},
  {'C', CCURSES_KEY_RIGHT},
  {'D', CCURSES_KEY_LEFT},
  {'H', CCURSES_KEY_HOME},
  {'F', CCURSES_KEY_END},
  {'Z', CCURSES_KEY_BACKTAB},
};

/// What an escape is that curses has left over: itself, alone or as the first of keys typed ahead; or the start of a
/// sequence that the terminal's description lacks, whose letters and digits must not pass for keys that were pressed.
/// False if it is of no interest.
static bool take_escape(struct ccurses_input *result) {
  *result = input(CCURSES_CHARACTER, 0x1B);
  wint_t code;
  int status = get_wch(&code);
  if (status == ERR) return true;
  if (status == KEY_CODE_YES) {
    ungetch((int)code);
    return true;
  }
  if (code != '[' && code != 'O') {
    unget_wch((wchar_t)code);
    return true;
  }
  // After O comes one character; after [ there may be parameters before the last.
  bool may_have_parameters = code == '[';
  bool has_parameters = false;
  while ((status = get_wch(&code)) == OK && may_have_parameters && (code < 0x40 || code > 0x7E)) {
    has_parameters = true;
  }
  if (status != OK || has_parameters) return false;
  for (size_t index = 0; index < sizeof common_sequences / sizeof *common_sequences; index++) {
    if (common_sequences[index].final == code) {
      *result = input(CCURSES_KEY, common_sequences[index].key);
      return true;
    }
  }
  return false;
}

/// What curses made of the bytes that came. False if they are of no interest.
static bool translate(int status, wint_t code, struct ccurses_input *result) {
  if (status == OK) {
    if (code == 0x1B) return take_escape(result);
    *result = input(CCURSES_CHARACTER, (uint32_t)code);
    return true;
  }
  if (code == KEY_MOUSE) {
    MEVENT event;
    if (getmouse(&event) != OK) return false;
    int kind = event.bstate & BUTTON1_PRESSED   ? CCURSES_CLICK
               : event.bstate & BUTTON4_PRESSED ? CCURSES_SCROLL_UP
               : event.bstate & BUTTON5_PRESSED ? CCURSES_SCROLL_DOWN
                                                : CCURSES_TIMEOUT;
    *result = (struct ccurses_input){.kind = kind, .x = event.x, .y = event.y};
    return kind != CCURSES_TIMEOUT;
  }
  for (size_t index = 0; index < sizeof keys / sizeof *keys; index++) {
    if (keys[index].code == code) {
      *result = input(CCURSES_KEY, keys[index].key);
      return true;
    }
  }
  return false;
}

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct ccurses_input ccurses_read(int milliseconds) {
  int64_t deadline = milliseconds < 0 ? -1 : milliseconds_now() + milliseconds;
  struct ccurses_input result;
  while (ccurses_is_open) {
    if (take_signal(&result)) return result;
    wint_t code;
    int status = get_wch(&code);
    if (status != ERR) {
      if (translate(status, code, &result)) return result;
      continue;
    }

    int64_t left = deadline < 0 ? -1 : deadline - milliseconds_now();
    if (deadline >= 0 && left < 0) left = 0;
    struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = ccurses_wake_descriptor(), .events = POLLIN},
    };
    int ready = poll(sources, 2, (int)left);
    if (ready == 0) return input(CCURSES_TIMEOUT, 0);
    if (ready < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return input(CCURSES_END, 0);
    }
    ccurses_drain_wake_descriptor();
    // What a signal says counts for more than the terminal's state, of which it may be the cause.
    if (take_signal(&result)) return result;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return input(CCURSES_END, 0);
    // Readable without anything to read is the end: it would be so at once for ever.
    int bytes = 0;
    if (sources[0].revents & POLLIN && (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0)) {
      return input(CCURSES_END, 0);
    }
  }
  return input(CCURSES_END, 0);
}
