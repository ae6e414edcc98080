// The signals: what they ask for is noted and done at the next read; what kills restores the terminal first.

#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

struct ccurses_notes ccurses_notes;

/// Asking signals come first, then those that kill.
static const int signals[] = {
  SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP,
  SIGQUIT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE,
};
enum { asking = 6, all = sizeof signals / sizeof *signals };
static struct sigaction former[all];

static int wake[2] = {-1, -1};

/// What a crash has to send and to set; written beforehand, since a handler may call next to nothing.
static char restoration[512];
static volatile sig_atomic_t restoration_length = 0;
static struct termios modes;
static volatile sig_atomic_t is_restorable = 0;

// MARK: Handlers

static void restore_terminal(void) {
  if (!is_restorable) return;
  is_restorable = 0;
  size_t sent = 0;
  size_t length = (size_t)restoration_length;
  while (sent < length) {
    ssize_t count = write(STDOUT_FILENO, restoration + sent, length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void on_request(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: ccurses_notes.resized = 1; break;
    case SIGTSTP: ccurses_notes.stopped = 1; break;
    case SIGCONT: ccurses_notes.continued = 1; break;
    default:
      // Asked twice before the first was read: the program is stuck, and goes the hard way.
      if (ccurses_notes.terminated != 0) {
        restore_terminal();
        signal(number, SIG_DFL);
        raise(number);
      }
      ccurses_notes.terminated = number;
  }
  if (write(wake[1], "", 1) < 0) {
    // The pipe is full, so it wakes anyway.
  }
  errno = error;
}

static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  restore_terminal();
  for (int index = 0; index < all; index++) {
    if (signals[index] == number) sigaction(number, &former[index], NULL);
  }
  // A fault happens again on return, and whoever handled it before sees it where it is. The others are sent again.
  bool repeats = (number == SIGSEGV || number == SIGILL || number == SIGBUS || number == SIGFPE)
                 && information->si_code > 0;
  if (!repeats) raise(number);
}

// MARK: Installing

/// A stack of its own for the handler, because a crash may be for want of stack.
static void give_alternate_stack(void) {
  static char stack[64 * 1024];
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
}

bool ccurses_catch_signals(void) {
  if (tcgetattr(STDIN_FILENO, &modes) != 0 || pipe(wake) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(wake[end], F_SETFL, O_NONBLOCK);
    fcntl(wake[end], F_SETFD, FD_CLOEXEC);
  }
  memset(&ccurses_notes, 0, sizeof ccurses_notes);
  give_alternate_stack();
  for (int index = 0; index < all; index++) {
    sigaction(signals[index], NULL, &former[index]);
    // What the parent told us to ignore, as nohup does, stays ignored.
    if (former[index].sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    if (index < asking) {
      action.sa_handler = on_request;
    } else {
      action.sa_sigaction = on_crash;
      action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    }
    sigaction(signals[index], &action, NULL);
  }
  return true;
}

void ccurses_release_signals(void) {
  is_restorable = 0;
  for (int index = 0; index < all; index++) sigaction(signals[index], &former[index], NULL);
  close(wake[0]);
  close(wake[1]);
  wake[0] = wake[1] = -1;
}

int ccurses_wake_descriptor(void) {
  return wake[0];
}

void ccurses_drain_wake_descriptor(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) continue;
}

// MARK: Stopping

void ccurses_suspend(void) {
  if (!ccurses_is_open) return;
  ccurses_leave();
  ccurses_notes.stopped = 0;
  struct sigaction ours;
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &ours);
  // To this thread, so that the process has stopped before the next line. If the parent ignored the signal for us,
  // nobody could make us go on.
  if (ours.sa_handler != SIG_IGN) raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  ccurses_notes.continued = 0;
  ccurses_notes.resized = 0;
  ccurses_enter();
}

// MARK: Writing down the restoration

static int append(int character) {
  if (restoration_length < (int)sizeof restoration) {
    restoration[restoration_length] = (char)character;
    restoration_length += 1;
  }
  return character;
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

static void append_capability(const char *text) {
  if (text != NULL) tputs(text, 1, append);
}

void ccurses_prepare_restoration(void) {
  is_restorable = 0;
  restoration_length = 0;
  append_capability(capability("sgr0"));
  append_capability(capability("op"));
  if (ccurses_has_mouse) {
    const char *mouse = capability("XM");
    append_capability(mouse != NULL ? tparm(mouse, 0, 0, 0, 0, 0, 0, 0, 0, 0) : "\033[?1000l");
  }
  append_capability(capability("rmkx"));
  append_capability(capability("cnorm"));
  const char *place = capability("cup");
  if (place != NULL) append_capability(tparm(place, ccurses_rows() - 1, 0, 0, 0, 0, 0, 0, 0, 0));
  append_capability(capability("rmcup"));
  append('\r');
  append('\n');
  is_restorable = 1;
}
