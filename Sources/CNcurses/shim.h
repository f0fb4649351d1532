/* What Swift cannot reach of ncurses by itself: variadic functions, macros, global variables, and
   signal handlers that may only do what is safe in a signal handler.

   There is no static state here: every Swift object file would get a copy of its own. The state of
   the handlers belongs to TerminalState.swift and is handed in. */
#ifndef THROUGHCARE_CNCURSES_SHIM_H
#define THROUGHCARE_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* term.h defines short macros that would collide with names elsewhere. */
#undef lines
#undef columns

enum { shim_ok = OK, shim_err = ERR };

/* --- screen --- */

static inline SCREEN *shim_newterm(const char *type) { return newterm(type, stdout, stdin); }
static inline WINDOW *shim_window(void) { return stdscr; }

/* Describes the terminal without the side effects of newterm. 1: found; 2: found, but it prints on
   paper; 0: not known; -1: no descriptions at all. */
static inline int shim_describe(const char *type, int descriptor) {
  int answer = 0;
  if (setupterm(type, descriptor, &answer) == OK) return 1;
  return answer > 0 ? 2 : answer;
}

/* The string of a capability, or NULL. */
static inline const char *shim_string(const char *capability) {
  const char *value = tigetstr(capability);
  return value == (const char *)-1 ? NULL : value;
}
static inline int shim_number(const char *capability) { return tigetnum(capability); }
static inline int shim_flag(const char *capability) { return tigetflag(capability) > 0; }

static inline attr_t shim_attributes(int bold, int underlined, int reversed) {
  return (bold ? WA_BOLD : 0) | (underlined ? WA_UNDERLINE : 0) | (reversed ? WA_REVERSE : 0);
}

/* One cell: up to four marks may follow the letter. The pair may be larger than a short. */
static inline void shim_cell(
    cchar_t *cell, const wchar_t *letters, attr_t attributes, int pair) {
  setcchar(cell, letters, attributes, (short)(pair > 255 ? 255 : pair), &pair);
}

static inline int shim_put(WINDOW *window, int row, int column, const cchar_t *cells, int count) {
  return mvwadd_wchnstr(window, row, column, cells, count);
}

static inline int shim_background(WINDOW *window, const cchar_t *cell) {
  wbkgrndset(window, cell);
  return wbkgrnd(window, cell);
}

/* The cells the C library, and so ncurses, believes a letter takes. */
static inline int shim_width(wchar_t letter) { return wcwidth(letter); }

static inline int shim_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static inline int shim_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 1;
}

/* --- signals --- */

struct shim_state {
  int pipe_end;
  int descriptor;
  volatile sig_atomic_t is_guarded;
  int has_modes;
  struct termios modes;
  size_t farewell_length;
  char farewell[4096];
  char other_stack[65536];
};

static inline void shim_start(struct shim_state *state, int descriptor, int pipe_end) {
  memset(state, 0, sizeof *state);
  state->descriptor = descriptor;
  state->pipe_end = pipe_end;
  /* The modes as they are before anything changes them. */
  state->has_modes = tcgetattr(descriptor, &state->modes) == 0;
}

static inline void shim_restore_modes(const struct shim_state *state, int how) {
  if (state->has_modes) tcsetattr(state->descriptor, how, &state->modes);
}

static inline void shim_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/* A signal that asks for something becomes a byte in a pipe. */
static inline void shim_pass_on(const struct shim_state *state, int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(state->pipe_end, &byte, 1);
  (void)ignored;
  errno = saved;
}

/* Gives the terminal back, once. Answers whether there was anything to give back. */
static inline int shim_leave(struct shim_state *state, int how) {
  if (!state->is_guarded) return 0;
  state->is_guarded = 0;
  shim_write_all(state->descriptor, state->farewell, state->farewell_length);
  shim_restore_modes(state, how);
  return 1;
}

/* A fault: give the terminal back, say how it ended, and let the fault take its course. */
static inline void shim_fall(struct shim_state *state, int number) {
  if (shim_leave(state, TCSANOW)) {
    char words[] = "The program stopped because of a fault. Reference: S00-0000000000\n";
    char *digits = words + sizeof words - 16;
    long process = (long)getpid();
    digits[1] += (char)(number / 10 % 10);
    digits[2] += (char)(number % 10);
    for (int place = 13; place > 3; place--) {
      digits[place] = (char)('0' + process % 10);
      process /= 10;
    }
    shim_write_all(state->descriptor, words, sizeof words - 1);
  }
  signal(number, SIG_DFL);
  raise(number);
}

static inline void shim_answer_signals(void (*handler)(int)) {
  const int watched[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t place = 0; place < sizeof watched / sizeof *watched; place++)
    sigaction(watched[place], &action, NULL);
}

static inline void shim_watch(void (*handler)(int)) {
  shim_answer_signals(handler);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
}

static inline void shim_unwatch(void) { shim_answer_signals(SIG_DFL); }

/* From now on a fault writes these bytes to the terminal before anything else. */
static inline void shim_guard(
    struct shim_state *state, const char *farewell, size_t length, void (*handler)(int)) {
  const int faults[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSYS};
  stack_t stack;
  struct sigaction action;
  if (length > sizeof state->farewell) length = sizeof state->farewell;
  memcpy(state->farewell, farewell, length);
  state->farewell_length = length;
  /* A fault may be that the stack is full. */
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = state->other_stack;
  stack.ss_size = sizeof state->other_stack;
  sigaltstack(&stack, NULL);
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  for (size_t place = 0; place < sizeof faults / sizeof *faults; place++)
    sigaction(faults[place], &action, NULL);
  state->is_guarded = 1;
}

/* The terminal is given back already: a fault has nothing to do any more. */
static inline void shim_unguard(struct shim_state *state) { state->is_guarded = 0; }

/* The terminal is in use again after a rest. */
static inline void shim_guard_again(struct shim_state *state) {
  if (state->farewell_length > 0) state->is_guarded = 1;
}

/* Stops this process as an outside stop would; returns when it is continued. */
static inline void shim_stop_here(void) { raise(SIGSTOP); }

#include "parent.h"

#endif
