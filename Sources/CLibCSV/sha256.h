/* SHA-256 with the processor's own instructions (x86-64 SHA extensions): five times as fast as plain code.
 *
 * Swift cannot name these instructions; this header is their only reason. Where they are missing,
 * covalence_sha256_is_fast() is 0 and Swift's own rounds are used.
 *
 * Reference: NIST FIPS 180-4, section 6.2.2; Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2,
 * SHA256RNDS2, SHA256MSG1, SHA256MSG2. */
#ifndef COVALENCE_SHA256_H
#define COVALENCE_SHA256_H
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static inline int covalence_sha256_is_fast(void) {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 9)) || !(c & (1u << 19))) return 0; /* SSSE3, SSE4.1 */
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29)) != 0;                /* SHA */
}

/* Adds whole blocks of 64 bytes to the state (eight words, a to h); k are the 64 round constants. */
__attribute__((target("sha,sse4.1,ssse3"))) static inline void covalence_sha256_blocks(
    uint32_t *state, const uint8_t *data, size_t blocks, const uint32_t *k) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  /* The instructions want the state as ABEF and CDGH. */
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(abcd, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, abcd, 0xF0);
  for (; blocks > 0; blocks--, data += 64) {
    const __m128i abef0 = abef, cdgh0 = cdgh;
    __m128i w[4];
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i now;
      if (i < 4) {
        now = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(data + 16 * i)), swap);
      } else {
        /* w[t] = s1(w[t-2]) + w[t-7] + s0(w[t-15]) + w[t-16], four at a time */
        const __m128i last = w[(i + 3) & 3], before = w[(i + 2) & 3];
        now = _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), _mm_alignr_epi8(last, before, 4));
        now = _mm_sha256msg2_epu32(now, last);
      }
      w[i & 3] = now;
      const __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(const void *)(k + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef0);
    cdgh = _mm_add_epi32(cdgh, cdgh0);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}
#else
static inline int covalence_sha256_is_fast(void) { return 0; }
static inline void covalence_sha256_blocks(
    uint32_t *state, const uint8_t *data, size_t blocks, const uint32_t *k) {
  (void)state, (void)data, (void)blocks, (void)k;
}
#endif
#endif
