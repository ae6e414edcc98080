// The least that a full-screen program does: what the tutor's start is measured against.
#include <curses.h>
#include <locale.h>

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  mvprintw(0, 0, "ready");
  refresh();
  getch();
  endwin();
  return 0;
}
