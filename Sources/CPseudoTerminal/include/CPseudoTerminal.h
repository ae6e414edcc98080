#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

// Starts a program in a terminal of its own.
//
// argv and environment end with a null pointer; argv[0] is the path. On success *process is set.
// Returns the descriptor of the terminal's other side, or -1.
int pty_start(char *const argv[], char *const environment[], int columns, int rows, pid_t *process);

#endif
