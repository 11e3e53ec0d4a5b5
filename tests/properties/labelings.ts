import fc from 'fast-check';

// A fixed seed makes failures reproducible.
fc.configureGlobal({ seed: 20_261_124, numRuns: 60 });

/** Predicted and true labels of the same samples. */
export type Labeling = [preds: number[], target: number[]];

const fewLabels = fc.integer({ min: -2, max: 3 });
const manyLabels = fc.integer({ min: -30, max: 30 });
const farLabels = fc.constantFrom(-(2 ** 31) + 5, -7, 0, 2 ** 31 - 1, 2 ** 40, -(2 ** 50));

/** Generates two labelings of `minLength` to `maxLength` samples with few labels, many labels, or sparse labels. */
export function labelings(maxLength = 40, minLength = 0): fc.Arbitrary<Labeling> {
  return fc
    .oneof(fc.constant(fewLabels), fc.constant(manyLabels), fc.constant(farLabels))
    .chain((label) => fc.array(fc.tuple(label, label), { minLength, maxLength }))
    .map((pairs) => [pairs.map(([pred]) => pred), pairs.map(([, target]) => target)]);
}

/** Generates two labelings split into batches, some of which are empty. */
export function batchedLabelings(): fc.Arbitrary<{ whole: Labeling; batches: Labeling[] }> {
  return fc
    .tuple(labelings(), fc.array(fc.nat({ max: 40 }), { maxLength: 6 }))
    .map(([whole, cuts]) => ({ whole, batches: cutAt(whole, cuts) }));
}

function cutAt([preds, target]: Labeling, cuts: readonly number[]): Labeling[] {
  const starts = [0, ...cuts].sort((a, b) => a - b);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? preds.length;
    return [preds.slice(start, end), target.slice(start, end)];
  });
}

/** Generates a permutation of the integers [0, size). */
export function orders(size: number): fc.Arbitrary<number[]> {
  const places = Array.from({ length: size }, (_, i) => i);
  return fc.shuffledSubarray(places, { minLength: size, maxLength: size });
}
