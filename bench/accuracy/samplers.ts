import { erfc } from '../../src/numeric/special/erfc.ts';
import { normalSamples } from '../../tests/functional/information/neighbors/normalSamples.ts';

/** Samples of two variables, one per row. */
export interface SamplePair {
  readonly x: readonly number[][];
  readonly y: readonly number[][];
}

/** Draws n samples, determined by the seed. */
export type Sampler = (n: number, seed: number) => SamplePair;

/** Transforms one sample of a variable. */
export type Transform = (row: readonly number[]) => number[];

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** Returns n rows of d normal values; streams with the same seed are independent. */
function normalRows(n: number, d: number, seed: number, stream: number): number[][] {
  const values = normalSamples(n * d, 1000 * seed + stream);
  return range(n).map((i) => values.slice(i * d, (i + 1) * d));
}

/** Normal variables: the first `pairs` columns of X and Y have correlation rho, all others are independent. */
export const correlatedPairs =
  (d: number, pairs: number, rho: number): Sampler =>
  (n, seed) => {
    const x = normalRows(n, d, seed, 1);
    const noise = normalRows(n, d, seed, 2);
    const share = Math.sqrt(1 - rho * rho);
    const y = noise.map((row, i) => row.map((value, j) => (j < pairs ? rho * x[i]![j]! + share * value : value)));
    return { x, y };
  };

/** Normal variables: all columns of X and Y have a correlation of 0.5. */
export const equallyCorrelated =
  (d: number): Sampler =>
  (n, seed) => {
    const common = normalSamples(n, 1000 * seed + 3);
    const mixed = (stream: number): number[][] =>
      normalRows(n, d, seed, stream).map((row, i) => row.map((value) => Math.SQRT1_2 * (value + common[i]!)));
    return { x: mixed(1), y: mixed(2) };
  };

/** Multivariate Student's t distribution: independent normal values, divided by a common root of chi-squared/df. */
export const student =
  (d: number, degrees: number): Sampler =>
  (n, seed) => {
    const squares = normalRows(n, degrees, seed, 4).map((row) => row.reduce((sum, value) => sum + value * value, 0));
    const scaled = (stream: number): number[][] =>
      normalRows(n, d, seed, stream).map((row, i) => row.map((value) => value / Math.sqrt(squares[i]! / degrees)));
    return { x: scaled(1), y: scaled(2) };
  };

/** X uniform from 0 to 1, Y = X + noise uniform from −ε to ε. */
export const additive =
  (epsilon: number): Sampler =>
  (n, seed) => {
    const [x, noise] = [1, 2].map((stream) => normalRows(n, 1, seed, stream).map(normalCdf));
    return { x: x!, y: x!.map(([value], i) => [value! + epsilon * (2 * noise![i]![0]! - 1)]) };
  };

/** Transforms the variables of a sampler. */
export const transformed =
  (sampler: Sampler, ofX: Transform, ofY: Transform = ofX): Sampler =>
  (n, seed) => {
    const { x, y } = sampler(n, seed);
    return { x: x.map(ofX), y: y.map(ofY) };
  };

const each =
  (of: (value: number) => number): Transform =>
  (row) =>
    row.map(of);

const cdf = (value: number): number => 0.5 * erfc(-value / Math.SQRT2);

export const normalCdf: Transform = each(cdf);
export const halfCube: Transform = each((value) => value * Math.sqrt(Math.abs(value)));
export const asinh: Transform = each(Math.asinh);

export const wigglyX: Transform = each(
  (x) => x + 0.4 * Math.sin(x) + 0.2 * Math.sin(1.7 * x + 1) + 0.03 * Math.sin(3.3 * x - 2.5),
);
export const wigglyY: Transform = each(
  (y) => y - 0.4 * Math.sin(0.4 * y) + 0.17 * Math.sin(1.3 * y + 3.5) + 0.02 * Math.sin(4.3 * y - 2.5),
);

/** Maps a normal value to a mixture of two normal distributions, by bisection. */
const toMixture = (share: number, first: number, second: number): Transform =>
  each((value) => {
    const target = cdf(value);
    let [low, high] = [-20, 20];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      const at = share * cdf(middle - first) + (1 - share) * cdf(middle - second);
      if (at < target) low = middle;
      else high = middle;
    }
    return low;
  });
export const bimodalX: Transform = toMixture(0.3, 0, -5);
export const bimodalY: Transform = toMixture(0.5, -1, 3);

export const swissRoll: Transform = ([value]) => {
  const t = 1.5 * Math.PI * (1 + 2 * value!);
  return [(t * Math.cos(t)) / 21, (t * Math.sin(t)) / 21];
};

/** Rotates the plane of two coordinates by the mean square of all coordinates. */
const spiral =
  (a: number, b: number): Transform =>
  (row) => {
    const angle = row.reduce((sum, value) => sum + value * value, 0) / row.length;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const turned = row.slice();
    turned[a] = cos * row[a]! - sin * row[b]!;
    turned[b] = sin * row[a]! + cos * row[b]!;
    return turned;
  };
export const spiralX: Transform = spiral(0, 1);
export const spiralY: Transform = spiral(1, 2);

/** X one of m integers, Y uniform from X to X + 2. */
export const discreteAndEven =
  (m: number): Sampler =>
  (n, seed) => {
    const [first, second] = [1, 2].map((stream) => normalRows(n, 1, seed, stream).map(normalCdf));
    const x = first!.map(([value]) => [Math.floor(m * value!)]);
    return { x, y: x.map(([value], i) => [value! + 2 * second![i]![0]!]) };
  };

/** X exponential, Y 0 with probability p, otherwise Poisson with mean X. */
export const zeroInflatedPoisson =
  (p: number): Sampler =>
  (n, seed) => {
    const [first, second, third] = [1, 2, 3].map((stream) => normalRows(n, 1, seed, stream).map(normalCdf));
    const x = first!.map(([value]) => [-Math.log(value!)]);
    return {
      x,
      y: x.map(([mean], i) => [second![i]![0]! < p ? 0 : poisson(mean!, third![i]![0]!)]),
    };
  };

/** Quantile of the Poisson distribution: the smallest count whose cumulative probability reaches `share`. */
function poisson(mean: number, share: number): number {
  let count = 0;
  for (let weight = Math.exp(-mean), sum = weight; sum < share && weight > 0;) {
    count++;
    weight *= mean / count;
    sum += weight;
  }
  return count;
}
