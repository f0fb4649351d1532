/* What Swift cannot reach of ncurses by itself: variadic functions, macros, global variables, and
   signal handlers that may only do what is safe in a signal handler.

   The state of the handlers is `static`: everything below that touches it must be called from one
   Swift file only, SignalWatch.swift, so that there is one copy of it. */
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

static inline struct shim_state *shim_state(void) {
  static struct shim_state state = {.pipe_end = -1, .descriptor = -1};
  return &state;
}

/* Keeps the modes of the terminal as they are before anything changes them. */
static inline void shim_save_modes(int descriptor) {
  shim_state()->has_modes = tcgetattr(descriptor, &shim_state()->modes) == 0;
}

static inline void shim_restore_modes(int descriptor) {
  if (shim_state()->has_modes) tcsetattr(descriptor, TCSADRAIN, &shim_state()->modes);
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

static void shim_on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (shim_state()->pipe_end >= 0) {
    ssize_t ignored = write(shim_state()->pipe_end, &byte, 1);
    (void)ignored;
  }
  errno = saved;
}

/* A fault: give the terminal back, say how it ended, and let the fault take its course. */
static void shim_on_fault(int number) {
  struct shim_state *state = shim_state();
  if (state->is_guarded) {
    state->is_guarded = 0;
    shim_write_all(state->descriptor, state->farewell, state->farewell_length);
    if (state->has_modes) tcsetattr(state->descriptor, TCSANOW, &state->modes);
    char words[] = "The program stopped because of a fault. Reference: S00-0000000000\r\n";
    char *digits = strstr(words, "S00");
    digits[1] = (char)('0' + number / 10 % 10);
    digits[2] = (char)('0' + number % 10);
    long process = (long)getpid();
    for (int place = 13; place > 3; place--) {
      digits[place] = (char)('0' + process % 10);
      process /= 10;
    }
    shim_write_all(state->descriptor, words, sizeof words - 1);
  }
  signal(number, SIG_DFL);
  raise(number);
}

/* Signals that ask for something become bytes in a pipe. */
static inline void shim_watch(int pipe_end) {
  static const int watched[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
  struct sigaction action;
  shim_state()->pipe_end = pipe_end;
  memset(&action, 0, sizeof action);
  action.sa_handler = shim_on_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t place = 0; place < sizeof watched / sizeof *watched; place++)
    sigaction(watched[place], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
}

/* Somebody called exit() without giving the terminal back. */
static void shim_on_exit(void) {
  struct shim_state *state = shim_state();
  if (!state->is_guarded) return;
  state->is_guarded = 0;
  shim_write_all(state->descriptor, state->farewell, state->farewell_length);
  if (state->has_modes) tcsetattr(state->descriptor, TCSADRAIN, &state->modes);
}

/* From now on a fault writes these bytes to the terminal before anything else. */
static inline void shim_guard(int descriptor, const char *farewell, size_t length) {
  static const int faults[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSYS};
  struct shim_state *state = shim_state();
  stack_t stack;
  struct sigaction action;
  if (length > sizeof state->farewell) length = sizeof state->farewell;
  memcpy(state->farewell, farewell, length);
  state->farewell_length = length;
  state->descriptor = descriptor;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = state->other_stack;
  stack.ss_size = sizeof state->other_stack;
  sigaltstack(&stack, NULL);
  memset(&action, 0, sizeof action);
  action.sa_handler = shim_on_fault;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  for (size_t place = 0; place < sizeof faults / sizeof *faults; place++)
    sigaction(faults[place], &action, NULL);
  if (!state->is_guarded) atexit(shim_on_exit);
  state->is_guarded = 1;
}

/* The terminal is given back already: a fault has nothing to do any more. */
static inline void shim_unguard(void) { shim_state()->is_guarded = 0; }

/* Stops this process as an outside stop would; returns when it is continued. */
static inline void shim_stop_here(void) { raise(SIGSTOP); }

#endif
