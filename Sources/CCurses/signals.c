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

/// What the signals said, for the loop to act upon; each is reset by who acts.
static struct {
  volatile sig_atomic_t resized;
  volatile sig_atomic_t stopped;
  volatile sig_atomic_t continued;
  /// The signal that asked to end, or 0.
  volatile sig_atomic_t terminated;
} notes;

/// Whether the process may be waiting for the terminal to take output.
static volatile sig_atomic_t is_sending = 0;

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

void ccurses_restore_terminal(void) {
  if (!is_restorable) return;
  is_restorable = 0;
  // Where Ctrl-S has no meaning, it doesn't hold output up either.
  struct termios flowing = modes;
  flowing.c_iflag &= (tcflag_t)~IXON;
  tcsetattr(STDIN_FILENO, TCSANOW, &flowing);
  // Nobody may be there who takes it.
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  size_t length = (size_t)restoration_length;
  while (sent < length) {
    ssize_t count = write(STDOUT_FILENO, restoration + sent, length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  // The shell has the same terminal, open in the same way.
  fcntl(STDOUT_FILENO, F_SETFL, flags);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void on_request(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: notes.resized = 1; break;
    case SIGTSTP: notes.stopped = 1; break;
    case SIGCONT: notes.continued = 1; break;
    default:
      // Asked twice before the first was read, or while a terminal may take nothing: nobody knows when the loop would
      // hear of it, so the program goes the hard way.
      if (notes.terminated != 0 || is_sending) {
        ccurses_restore_terminal();
        signal(number, SIG_DFL);
        raise(number);
      }
      notes.terminated = number;
  }
  if (write(wake[1], "", 1) < 0) {
    // The pipe is full, so it wakes anyway.
  }
  errno = error;
}

static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  ccurses_restore_terminal();
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
  memset(&notes, 0, sizeof notes);
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

bool ccurses_begin_output(void) {
  is_sending = 1;
  if (notes.terminated == 0) return true;
  is_sending = 0;
  return false;
}

void ccurses_end_output(void) {
  is_sending = 0;
}

// MARK: Acting upon them

int ccurses_take_signals(bool *is_redrawn) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) continue;
  *is_redrawn = false;
  if (notes.terminated != 0) return notes.terminated;
  if (notes.stopped) {
    ccurses_suspend();
    *is_redrawn = true;
  }
  if (notes.continued) {
    // It was stopped without being asked, and the terminal may be as the shell likes it.
    notes.continued = 0;
    ccurses_leave();
    ccurses_enter();
    *is_redrawn = true;
  }
  if (notes.resized) {
    notes.resized = 0;
    ccurses_update_size();
    // A terminal that grows or shrinks moves what it shows in its own way.
    clearok(curscr, TRUE);
    *is_redrawn = true;
  }
  return notes.terminated;
}

void ccurses_suspend(void) {
  if (!ccurses_is_open) return;
  ccurses_leave();
  notes.stopped = 0;
  struct sigaction ours;
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &ours);
  // To this thread, so that the process has stopped before the next line. If the parent ignored the signal for us,
  // nobody could make us go on.
  if (ours.sa_handler != SIG_IGN) raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  notes.continued = 0;
  notes.resized = 0;
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

static void append_capability(const char *text) {
  if (text != NULL) tputs(text, 1, append);
}

static void append_text(const char *text) {
  while (*text != '\0') append(*text++);
}

void ccurses_prepare_restoration(void) {
  is_restorable = 0;
  restoration_length = 0;
  append_capability(ccurses_capability("sgr0"));
  append_capability(ccurses_capability("op"));
  if (ccurses_has_mouse()) append_text(CCURSES_MOUSE_OFF);
  append_capability(ccurses_capability("rmkx"));
  append_capability(ccurses_capability("cnorm"));
  const char *place = ccurses_capability("cup");
  if (place != NULL) append_capability(tparm(place, ccurses_rows() - 1, 0, 0, 0, 0, 0, 0, 0, 0));
  append_capability(ccurses_capability("rmcup"));
  append_text("\r\n");
  is_restorable = 1;
}

void ccurses_drop_restoration(void) {
  is_restorable = 0;
}
