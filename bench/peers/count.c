// Mutual information of labels from 0 to k - 1, counted in a plain loop: close to the limit of the machine on one
// core. Answers each line `mutual_info calls target preds k`.
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  char name[64];
  int32_t *values;
  size_t length;
} Labels;

static void read_labels(Labels *labels, const char *name) {
  if (strcmp(labels->name, name) == 0) return;
  FILE *file = fopen(name, "rb");
  if (file == NULL) exit(1);
  fseek(file, 0, SEEK_END);
  labels->length = (size_t)ftell(file) / sizeof(int32_t);
  rewind(file);
  free(labels->values);
  labels->values = malloc(labels->length * sizeof(int32_t));
  if (fread(labels->values, sizeof(int32_t), labels->length, file) != labels->length) exit(1);
  fclose(file);
  strcpy(labels->name, name);
}

static double mutual_info(const Labels *target, const Labels *preds, size_t k) {
  const double n = (double)target->length;
  uint32_t *table = calloc(k * k, sizeof(uint32_t));
  double *target_sizes = calloc(k, sizeof(double));
  double *preds_sizes = calloc(k, sizeof(double));
  for (size_t i = 0; i < target->length; i++) {
    table[(size_t)target->values[i] * k + (size_t)preds->values[i]]++;
  }
  for (size_t cell = 0; cell < k * k; cell++) {
    target_sizes[cell / k] += table[cell];
    preds_sizes[cell % k] += table[cell];
  }
  double sum = 0;
  for (size_t cell = 0; cell < k * k; cell++) {
    if (table[cell] == 0) continue;
    const double expected = target_sizes[cell / k] * preds_sizes[cell % k] / n;
    sum += table[cell] / n * log(table[cell] / expected);
  }
  free(table);
  free(target_sizes);
  free(preds_sizes);
  return sum;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(void) {
  static Labels target, preds;
  char target_name[64], preds_name[64];
  int calls;
  size_t k;
  printf("gcc %s -O3 -march=native\n", __VERSION__);
  fflush(stdout);
  while (scanf(" mutual_info %d %63s %63s %zu", &calls, target_name, preds_name, &k) == 4) {
    read_labels(&target, target_name);
    read_labels(&preds, preds_name);
    double value = 0;
    const double start = now();
    for (int call = 0; call < calls; call++) value = mutual_info(&target, &preds, k);
    printf("{\"ms\": %.9g, \"value\": %.17g}\n", (now() - start) / calls, value);
    fflush(stdout);
  }
  return 0;
}
