/* The parent that waits: when the program is killed in a way that leaves it no time, somebody must
   still be there to blank the screen and to give the terminal back.

   It is forked before anything else is begun, so it is one thread and holds nothing of the work.
   Everything here is plain system calls. */
#ifndef THROUGHCARE_CNCURSES_PARENT_H
#define THROUGHCARE_CNCURSES_PARENT_H

/* Memory that parent and child share, for what is known of the terminal; NULL when there is none. */
static inline struct shim_state *shim_shared_state(void) {
  void *place = mmap(
      NULL, sizeof(struct shim_state), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return place == MAP_FAILED ? NULL : (struct shim_state *)place;
}

/* No memory of this process is written to a file or read by another process of the account. */
static inline void shim_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Gives the process every page of the variables that begin as nothing, in one go.

   Else each page is first read, as a page of zeros that all share, and becomes its own when it is
   first written; as soon as there is a second thread, every such change stops the other processor
   for a moment. A start meets some eighty. A system that cannot do it takes page by page, as ever. */
static inline void shim_own_variables(void) {
#ifdef MADV_POPULATE_WRITE
  extern char __bss_start[] __attribute__((weak)), _end[];
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  const size_t start = (size_t)__bss_start / page * page;
  if (start != 0) madvise((void *)start, (size_t)_end - start, MADV_POPULATE_WRITE);
#endif
}

/* A file that may not grow any more is an error like a full disk, not the end. */
static inline void shim_outlive_limits(void) { signal(SIGXFSZ, SIG_IGN); }

/* A file opened later must never be taken for the output: what is closed becomes a descriptor that
   can be neither written nor, but for an end, read. */
static inline void shim_occupy_descriptors(void) {
  for (int number = 0; number < 3; number++)
    if (fcntl(number, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDONLY) != number)
      return;
}

/* The child stands still: so does the parent, as a shell expects of a job that was stopped. */
static inline void shim_stand_still(const struct shim_state *state, pid_t child) {
  if (state->is_guarded) {
    shim_write_all(state->descriptor, state->farewell, state->farewell_length);
    shim_restore_modes(state, TCSAFLUSH);
  }
  raise(SIGSTOP);
  kill(child, SIGCONT);
}

/* Ends as the child ended. */
static inline void shim_follow(struct shim_state *state, int status) {
  /* What was typed for the program must not be read by the shell as commands. */
  if (shim_leave(state, TCSAFLUSH)) {
    const char words[] = "The program was ended from outside. What was typed is kept.\n";
    shim_write_all(state->descriptor, words, sizeof words - 1);
  }
  if (WIFSIGNALED(status)) {
    sigset_t number;
    sigemptyset(&number);
    sigaddset(&number, WTERMSIG(status));
    signal(WTERMSIG(status), SIG_DFL);
    kill(getpid(), WTERMSIG(status));
    sigprocmask(SIG_UNBLOCK, &number, NULL);
    _exit(128 + WTERMSIG(status));
  }
  _exit(WEXITSTATUS(status));
}

static inline void shim_look_after(struct shim_state *state, pid_t child) {
  int status;
  pid_t changed;
  while ((changed = waitpid(child, &status, WNOHANG | WUNTRACED)) != 0) {
    if (changed < 0) {
      if (errno == EINTR) continue;
      _exit(1);
    }
    if (WIFSTOPPED(status)) shim_stand_still(state, child);
    else shim_follow(state, status);
  }
}

/* Waits for the child and ends with it; never returns.

   Whoever started the program knows only the parent, so what is asked of it is passed on. What the
   terminal sends has reached the child as well, except that a lost line is told to the leader of
   the session alone. */
static inline void shim_wait_for(
    struct shim_state *state, pid_t child, const sigset_t *watched) {
  for (;;) {
    siginfo_t what;
    int number = sigwaitinfo(watched, &what);
    if (number < 0) continue;
    if (number == SIGCHLD) shim_look_after(state, child);
    else if (number == SIGHUP || number == SIGCONT || what.si_code <= 0) kill(child, number);
  }
}

/* Parts the process in two. Returns 1 in the child, which goes on with the work; and 0 in the only
   process there is when the system has no room for a second. */
static inline int shim_part(struct shim_state *state) {
  const int numbers[] = {SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU,
                         SIGCONT, SIGWINCH, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE};
  sigset_t watched, before;
  pid_t parent = getpid();
  pid_t child;
  sigemptyset(&watched);
  for (size_t place = 0; place < sizeof numbers / sizeof *numbers; place++)
    sigaddset(&watched, numbers[place]);
  /* Held back from before the fork, so that none is missed in between. */
  sigprocmask(SIG_BLOCK, &watched, &before);
  signal(SIGCHLD, SIG_DFL);
  child = fork();
  if (child > 0) shim_wait_for(state, child, &watched);
  if (child == 0) {
    /* Without the parent nobody waits for us any more: the line counts as lost. */
    prctl(PR_SET_PDEATHSIG, SIGHUP, 0, 0, 0);
    if (getppid() != parent) raise(SIGHUP);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return child == 0;
}

#endif
