/* The steps of SHA-256 that newer processors have instructions for. */
#ifndef CCRYPT_SHA256_H
#define CCRYPT_SHA256_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)

typedef int32_t ccrypt_words __attribute__((vector_size(16)));
typedef ccrypt_words ccrypt_unaligned_words __attribute__((aligned(1)));
typedef char ccrypt_bytes __attribute__((vector_size(16)));

#define CCRYPT_LANES(one, other, a, b, c, d) __builtin_shufflevector(one, other, a, b, c, d)

/* 1 where this processor has them. */
static inline int ccrypt_has_sha256(void) {
  uint32_t a = 0, b, c, d;
  __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "=c"(c), "=d"(d));
  if (a < 7) return 0;
  a = 7;
  c = 0;
  __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  return (b >> 29) & 1;
}

/* The words of a message come with their highest byte first. */
static inline ccrypt_words ccrypt_message(const unsigned char *at) {
  ccrypt_bytes bytes = (ccrypt_bytes) * (const ccrypt_unaligned_words *)at;
  return (ccrypt_words)__builtin_shufflevector(
      bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/* Takes whole blocks of 64 bytes into the state of eight words; `constants` are the 64 of the
   standard. Only where ccrypt_has_sha256 says so. */
__attribute__((target("sha,sse4.1"))) static inline void ccrypt_sha256(
    uint32_t *state, const unsigned char *blocks, size_t count, const uint32_t *constants) {
  ccrypt_unaligned_words *halves = (ccrypt_unaligned_words *)state;
  const ccrypt_unaligned_words *k = (const ccrypt_unaligned_words *)constants;
  /* The instructions want the words as F E B A and H G D C, the lowest first. */
  ccrypt_words abcd = halves[0], efgh = halves[1];
  ccrypt_words abef = CCRYPT_LANES(efgh, abcd, 1, 0, 5, 4);
  ccrypt_words cdgh = CCRYPT_LANES(efgh, abcd, 3, 2, 7, 6);
  for (; count > 0; count--, blocks += 64) {
    const ccrypt_words abef_before = abef, cdgh_before = cdgh;
    ccrypt_words w[4];
    for (int i = 0; i < 4; i++) w[i] = ccrypt_message(blocks + 16 * i);
#pragma unroll
    for (int i = 0; i < 16; i++) {
      ccrypt_words sum = w[i & 3] + k[i];
      cdgh = __builtin_ia32_sha256rnds2(cdgh, abef, sum);
      sum = CCRYPT_LANES(sum, sum, 2, 3, 0, 0);
      abef = __builtin_ia32_sha256rnds2(abef, cdgh, sum);
      if (i < 12) {
        const ccrypt_words last = w[(i + 3) & 3], seventh = CCRYPT_LANES(w[(i + 2) & 3], last, 1, 2, 3, 4);
        const ccrypt_words next = __builtin_ia32_sha256msg1(w[i & 3], w[(i + 1) & 3]) + seventh;
        w[i & 3] = __builtin_ia32_sha256msg2(next, last);
      }
    }
    abef += abef_before;
    cdgh += cdgh_before;
  }
  halves[0] = CCRYPT_LANES(abef, cdgh, 3, 2, 7, 6);
  halves[1] = CCRYPT_LANES(abef, cdgh, 1, 0, 5, 4);
}

#undef CCRYPT_LANES

#else

static inline int ccrypt_has_sha256(void) { return 0; }

static inline void ccrypt_sha256(
    uint32_t *state, const unsigned char *blocks, size_t count, const uint32_t *constants) {
  (void)state, (void)blocks, (void)count, (void)constants;
}

#endif

#endif
