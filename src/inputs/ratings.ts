import { MetricInputError } from './metricInputError.ts';
import { describeValue } from './describeValue.ts';
import { readRow } from './readRow.ts';
import { samplePlace } from './samplePlace.ts';
import { checkSamples, type Samples } from './samples.ts';
import { asTensorLike } from './tensorLike.ts';

/** Format of ratings; see {@link Ratings}. */
export type RatingsMode = 'counts' | 'probs';

/**
 * Ratings of N items in C categories: a matrix `[N, C]` with the number of raters per category (mode `'counts'`), or
 * `[N, C, R]` with the probability that each of R raters gives each category (mode `'probs'`).
 */
export type Ratings = Samples | readonly (readonly (readonly number[])[])[];

/** Checked ratings: the number of raters per category of each item, in row-major order. */
interface CheckedRatings {
  readonly counts: Float64Array | Float32Array;
  readonly items: number;
  readonly categories: number;
  readonly raters: number;
}

/**
 * Checks ratings. Probabilities are converted to counts of the most probable category of each rater.
 *
 * @throws {@link MetricInputError} if a rating is invalid, or items have different numbers of ratings.
 */
export function checkRatings(input: unknown, mode: RatingsMode): CheckedRatings {
  return mode === 'counts' ? checkCounts(input) : countMostProbable(input);
}

function checkCounts(input: unknown): CheckedRatings {
  const samples = checkSamples(input, 'ratings');
  const { data, n, d } = samples;
  let raters = 0;
  for (let i = 0; i < n; i++) {
    let ratings = 0;
    for (let j = 0; j < d; j++) {
      const count = data[i * d + j]!;
      if (!Number.isSafeInteger(count) || count < 0) {
        throw new MetricInputError(
          `${samplePlace('ratings', i * d + j, samples)}: expected a whole number ≥ 0, got ${count}; ` +
            "set mode to 'probs' for probabilities",
        );
      }
      ratings += count;
    }
    if (i === 0) raters = ratings;
    if (ratings < 2) {
      throw new MetricInputError(`ratings: row ${i}: expected at least 2 ratings, got ${ratings}`);
    }
    if (ratings !== raters) {
      throw new MetricInputError(
        `ratings: row ${i}: expected ${raters} ratings as in the rows before it, got ${ratings}`,
      );
    }
  }
  return { counts: data, items: n, categories: d, raters };
}

function countMostProbable(input: unknown): CheckedRatings {
  const shape = shapeOf(input);
  const [items, categories, raters] = shape;
  const { data } = checkSamples(itemByItem(input, shape), 'ratings');
  if (items > 0 && raters < 2) {
    throw new MetricInputError(`ratings: expected at least 2 ratings per item, got ${raters}`);
  }
  const counts = new Float64Array(items * categories);
  for (let i = 0; i < items; i++) {
    for (let rater = 0; rater < raters; rater++) {
      let best = 0;
      const at = (category: number): number => data[(i * categories + category) * raters + rater]!;
      for (let category = 1; category < categories; category++) {
        if (at(category) > at(best)) best = category;
      }
      counts[i * categories + best]!++;
    }
  }
  return { counts, items, categories, raters };
}

type Shape = readonly [items: number, categories: number, raters: number];

function shapeOf(input: unknown): Shape {
  if (Array.isArray(input)) {
    const [item] = input as readonly unknown[];
    const [row] = input.length === 0 ? [] : itemRows(item, 0);
    return [input.length, (item as unknown[] | undefined)?.length ?? 0, row?.length ?? 0];
  }
  const shape = asTensorLike(input, 'ratings')?.shape;
  if (shape?.length === 3) return shape as unknown as Shape;
  const what = shape ? `shape [${shape.join(', ')}]` : describeValue(input);
  throw new MetricInputError(`ratings: expected probabilities of shape [items, categories, raters], got ${what}`);
}

/** Returns the probabilities with all values of an item in one row. */
function itemByItem(input: unknown, [items, categories, raters]: Shape): Samples {
  const tensor = Array.isArray(input) ? undefined : asTensorLike(input, 'ratings');
  if (tensor) {
    const shape = [items, categories * raters];
    return { dtype: tensor.dtype, shape, dataSync: () => tensor.dataSync(), data: () => tensor.data() };
  }
  return Array.from(input as readonly unknown[], (item, i) => {
    const rows = itemRows(item, i);
    const fits = rows.length === categories && rows.every((row) => row.length === raters);
    if (fits) return rows.flatMap((row) => Array.from(row as ArrayLike<number>));
    throw new MetricInputError(
      `ratings[${i}]: expected ${categories} categories by ${raters} raters as in ratings[0], got another shape`,
    );
  });
}

function itemRows(item: unknown, i: number): ArrayLike<unknown>[] {
  return Array.from(readRow(item, `ratings[${i}]`, 'categories'), (row, j) =>
    readRow(row, `ratings[${i}][${j}]`, 'ratings'),
  );
}
