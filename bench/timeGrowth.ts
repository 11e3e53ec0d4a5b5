import { performance } from 'node:perf_hooks';
import { ownRow, type BenchmarkCase } from './benchmarkCase.ts';

/** Benchmark of the growth of time with the size of the input. */
export interface TimeGrowth<Given> {
  readonly name: string;
  readonly given: (size: number) => Given;
  readonly sizes: readonly number[];
  readonly run: (given: Given) => unknown;
  /** Target: maximum exponent of the size in the time. N log N corresponds to 1.1 to 1.2 here. */
  readonly exponent: number;
}

/** Minimum total time of the runs of one size, in milliseconds. */
const MIN_TIME = 300;

/** Creates a case that fits a power of the size to the times. */
export function timeGrowth<Given>(of: TimeGrowth<Given>): BenchmarkCase {
  return {
    name: of.name,
    measure: () => {
      const times = of.sizes.map((size) => timeOf(of, size));
      const exponent = exponentOf(of.sizes, times);
      const shown = times.map((ms) => `${Number(ms.toPrecision(3))} ms`);
      const ours = `${shown.join(', ')}: exponent ${exponent.toFixed(2)}`;
      return Promise.resolve([ownRow(of.name, ours, `exponent ≤ ${of.exponent}`, exponent <= of.exponent)]);
    },
  };
}

/** Returns the minimum time of one run, because disturbances only add to it. */
function timeOf<Given>(of: TimeGrowth<Given>, size: number): number {
  const given = of.given(size);
  let least = Infinity;
  for (let sum = 0, runs = 0; sum < MIN_TIME || runs < 5; runs++) {
    const start = performance.now();
    of.run(given);
    const ms = performance.now() - start;
    sum += ms;
    least = Math.min(least, ms);
  }
  return least;
}

/** Fits a power of the size to the times, by least squares of the logarithms, and returns its exponent. */
export function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const [ofX, ofY] = [mean(x), mean(y)];
  const along = x.reduce((sum, value, i) => sum + (value - ofX) * (y[i]! - ofY), 0);
  return along / x.reduce((sum, value) => sum + (value - ofX) ** 2, 0);
}
