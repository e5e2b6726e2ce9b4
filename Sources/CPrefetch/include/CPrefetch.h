#ifndef RAPPORTEUR_PREFETCH_H
#define RAPPORTEUR_PREFETCH_H

/// Asks the processor to bring the cache line at an address near; Swift has no word for it.
static inline __attribute__((always_inline)) void rapporteur_prefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

#endif
