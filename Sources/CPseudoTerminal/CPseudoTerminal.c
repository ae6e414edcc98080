#include "CPseudoTerminal.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

int pty_start(char *const argv[], char *const environment[], int columns, int rows, pid_t *process) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int master = -1;
  pid_t child = forkpty(&master, NULL, NULL, &size);
  if (child < 0) return -1;
  if (child == 0) {
    // A thread that starts others may have its signals blocked; the program is to have its own.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(argv[0], argv, environment);
    _exit(127);
  }
  *process = child;
  return master;
}
