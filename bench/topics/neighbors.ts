import { ksgMutualInfo, mutualInfoRegression } from 'tfjs-metrics';
import { normalSamples } from '../../tests/functional/information/neighbors/normalSamples.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { timeGrowth } from '../timeGrowth.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

/** Normal variables of `d` columns each, with a correlation of 0.6 between corresponding columns. */
interface SamplePair {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly d: number;
}

const samplePair = (n: number, d: number) => (): SamplePair => {
  const x = Float64Array.from(normalSamples(n * d, 1));
  const noise = normalSamples(n * d, 2);
  return { x, y: x.map((value, i) => 0.6 * value + 0.8 * noise[i]!), d };
};

/** Features, of which the first and the last depend on the target. */
const features = (n: number, d: number) => (): SamplePair => {
  const x = Float64Array.from(normalSamples(n * d, 1));
  const noise = normalSamples(n, 2);
  const y = Float64Array.from(noise, (value, i) => value + x[i * d]! + x[i * d + d - 1]! ** 2);
  return { x, y, d };
};

const regression = inProcess('ours', ({ x, y, d }: SamplePair) => {
  const scores = mutualInfoRegression({ data: x, shape: [y.length, d] }, y);
  return scores.reduce((sum, score) => sum + score, 0);
});

const ksg = inProcess('ours', ({ x, y, d }: SamplePair) => {
  const shape = [x.length / d, d] as const;
  return ksgMutualInfo({ data: x, shape }, { data: y, shape });
});

const program = python('neighbors.py');
const scikit = peer('scikit-learn mutual_info_regression', program, 'regression', (of: SamplePair) => [of.x, of.y]);
const scipy = peer('scipy cKDTree', program, 'ksg', (of: SamplePair) => [of.x, of.y, of.d]);

/** The noise of scikit-learn can change the k-th neighbor and so the last digits. */
const NOISE = 1e-4;

/** Mutual information from nearest neighbors. */
export const neighbors: readonly BenchmarkCase[] = [
  race({
    name: 'mutualInfoRegression, one feature, 10^5 samples',
    given: features(100_000, 1),
    ours: regression,
    opponents: [{ ...scikit, timesAsFast: 3 }],
    tolerance: NOISE,
  }),
  race({
    name: 'ksgMutualInfo, 1-D against 1-D, 10^5 samples',
    given: samplePair(100_000, 1),
    ours: ksg,
    opponents: [
      { ...scikit, timesAsFast: 3 },
      { ...scipy, timesAsFast: 3 },
    ],
    tolerance: 0.01,
  }),
  race({
    name: 'mutualInfoRegression, 50 features, 10^4 samples',
    given: features(10_000, 50),
    ours: regression,
    opponents: [{ ...scikit, timesAsFast: 3, rounds: 5 }],
    rounds: 5,
    tolerance: NOISE * 50,
  }),
  race({
    name: 'ksgMutualInfo, 5-D against 5-D, 10^4 samples',
    given: samplePair(10_000, 5),
    ours: ksg,
    opponents: [{ ...scipy, timesAsFast: 2.5, rounds: 5 }],
    rounds: 5,
  }),
  timeGrowth({
    name: 'ksgMutualInfo, 1-D against 1-D, 10^3 to 10^6 samples',
    given: (n) => samplePair(n, 1)(),
    sizes: [1e3, 1e4, 1e5, 1e6],
    run: ({ x, y }) => ksgMutualInfo(x, y),
    exponent: 1.25,
  }),
];
