/* The C library's password hashes, with their working memory wiped, and nothing else of it. */
#ifndef CCRYPT_SHIM_H
#define CCRYPT_SHIM_H

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *, size_t);

/* Overwrites memory in a way that no compiler leaves out. */
static inline void ccrypt_wipe(void *memory, size_t count) { explicit_bzero(memory, count); }

/* A yescrypt setting with salt from the kernel; 0, or -1 when there is none to be had. */
static inline int ccrypt_setting(unsigned long cost, char *out, int size) {
  return crypt_gensalt_rn("$y$", cost, NULL, 0, out, size) != NULL ? 0 : -1;
}

/* Hashes a phrase as a setting or an earlier hash says; 0, or -1 when it cannot. */
static inline int ccrypt_hash(const char *phrase, const char *setting, char *out, size_t size) {
  int result = -1;
  struct crypt_data *data = calloc(1, sizeof *data);
  if (data == NULL) return -1;
  const char *made = crypt_r(phrase, setting, data);
  /* The error tokens *0 and *1 are no hashes. */
  if (made != NULL && made[0] == '$' && strlen(made) < size) {
    strcpy(out, made);
    result = 0;
  }
  explicit_bzero(data, sizeof *data);
  free(data);
  return result;
}

/* Whether the C library would still hash by it. */
static inline int ccrypt_accepts(const char *hash) {
  return crypt_checksalt(hash) == CRYPT_SALT_OK;
}

/* Compares in a time that does not tell where two texts differ. */
static inline int ccrypt_same(const char *one, const char *other) {
  size_t count = strlen(one);
  if (count != strlen(other)) return 0;
  volatile unsigned char difference = 0;
  for (size_t place = 0; place < count; place++)
    difference = difference | (unsigned char)(one[place] ^ other[place]);
  return difference == 0;
}

#endif
