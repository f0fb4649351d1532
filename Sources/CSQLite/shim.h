/* SQLite, and the few system calls a safe use of it needs that Swift cannot reach by itself.
   No header that declares struct timespec is included: Swift would take it for this module's own. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <malloc.h>
#include <sqlite3.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Variadic C functions cannot be called from Swift. */
static inline int csqlite_switch(sqlite3 *db, int option, int on, int *now) {
  return sqlite3_db_config(db, option, on, now);
}

/* Stops SQLite from counting every allocation under a lock of its own; before its first use only. */
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* How SQLite gets its memory, and another way; before its first use only. For trials of what happens
   when there is none. */
static inline int csqlite_memory_methods(sqlite3_mem_methods *now) {
  return sqlite3_config(SQLITE_CONFIG_GETMALLOC, now);
}

static inline int csqlite_use_memory_methods(sqlite3_mem_methods *methods) {
  return sqlite3_config(SQLITE_CONFIG_MALLOC, methods);
}

/* The kind of file system a path lies on, or -1 with errno set. */
static inline long long csqlite_file_system(const char *path) {
  struct statfs facts;
  if (statfs(path, &facts) != 0) return -1;
  return (long long)(unsigned int)facts.f_type;
}

/* The kernel's number of the calling thread, for a timer aimed at it. */
static inline int csqlite_thread_id(void) {
  return (int)syscall(SYS_gettid);
}

/* Every thread's heap grows by this much at a time; as it is, a thread asks the kernel for each page. */
static inline int csqlite_grow_heaps_by(int bytes) {
  return mallopt(M_TOP_PAD, bytes);
}

/* Names the calling thread for the system's own tools; at most 15 bytes count. */
static inline int csqlite_name_thread(const char *name) {
  return (int)syscall(SYS_prctl, PR_SET_NAME, name, 0, 0, 0);
}

/* Fills the buffer from the kernel's generator; 0, or -1 with errno set. */
static inline int csqlite_random(void *buffer, size_t count) {
  return syscall(SYS_getrandom, buffer, count, 0) == (long)count ? 0 : -1;
}

#endif
