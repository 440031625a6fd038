/* The limit of every engine that keeps what it has found in a hash table: as many look-ups as there are transitions, in a table of 64-bit keys with open
   addressing that ends with as many keys as there are configurations, and nothing else. Called with both numbers; prints how many keys it holds. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The finalizer of splitmix64: a bijection, so that different numbers stay different keys. */
static uint64_t mixed(uint64_t number) {
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
  number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
  return number ^ (number >> 31);
}

int main(int count, char **given) {
  if (count != 3) return 2;
  uint64_t configurations = strtoull(given[1], NULL, 10), transitions = strtoull(given[2], NULL, 10);
  uint64_t capacity = 16, held = 0;
  while (capacity < 2 * configurations) capacity *= 2;
  uint64_t *keys = calloc(capacity, sizeof *keys);
  if (keys == NULL) return 1;
  for (uint64_t step = 0, number = 0; step < transitions; step++) {
    /* 0 is an empty place. */
    uint64_t key = mixed(number + 1), place = mixed(key) & (capacity - 1);
    while (keys[place] != 0 && keys[place] != key) place = (place + 1) & (capacity - 1);
    if (keys[place] == 0) {
      keys[place] = key;
      held++;
    }
    if (++number == configurations) number = 0;
  }
  printf("%llu\n", (unsigned long long)held);
  return 0;
}
