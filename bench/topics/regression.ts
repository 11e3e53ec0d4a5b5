import * as metrics from 'tfjs-metrics';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { heldMemory } from '../memory.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

/** Predictions and true values. */
interface Predicted {
  readonly preds: Float64Array;
  readonly target: Float64Array;
}

const uniform = (i: number, seed: number): number => hash32(i, seed) / 2 ** 32;

/** @param distinct - number of distinct values; Infinity for no ties. */
const predicted =
  (n: number, distinct = Infinity) =>
  (): Predicted => {
    const value = (x: number): number => (distinct === Infinity ? x : Math.floor(x * distinct));
    const target = Float64Array.from({ length: n }, (_, i) => value(uniform(i, 1)));
    const preds = Float64Array.from({ length: n }, (_, i) => value((uniform(i, 1) + uniform(i, 2)) / 2));
    return { preds, target };
  };

const python3 = python('regression.py');
const theirs = (name: string, run: string) =>
  peer(name, python3, run, ({ target, preds }: Predicted) => [target, preds]);

const of = (
  name: string,
  score: (preds: Float64Array, target: Float64Array) => number,
  given: () => Predicted,
  opponent: readonly [name: string, run: string, timesAsFast?: number],
): BenchmarkCase =>
  race<Predicted>({
    name,
    given,
    rounds: 5,
    ours: inProcess('ours', ({ preds, target }) => score(preds, target)),
    opponents: [
      {
        ...theirs(opponent[0], opponent[1]),
        ...(opponent[2] === undefined ? {} : { timesAsFast: opponent[2] }),
        rounds: 3,
      },
    ],
  });

const BATCH = 10_000;
const BATCHES = 1000;

/** Scores of predicted values, compared with scikit-learn and SciPy. */
export const regression: readonly BenchmarkCase[] = [
  of('r2Score, 10⁷ float64 pairs', (preds, target) => metrics.r2Score(preds, target), predicted(1e7), [
    'scikit-learn r2_score',
    'r2_score',
    3,
  ]),
  of(
    'meanSquaredError, 10⁷ float64 pairs',
    (preds, target) => metrics.meanSquaredError(preds, target),
    predicted(1e7),
    ['scikit-learn mean_squared_error', 'mean_squared_error'],
  ),
  of('spearmanCorrCoef, 10⁶ pairs', (preds, target) => metrics.spearmanCorrCoef(preds, target), predicted(1e6), [
    'SciPy spearmanr',
    'spearmanr',
    1,
  ]),
  of('kendallRankCorrCoef, 10⁶ pairs', (preds, target) => metrics.kendallRankCorrCoef(preds, target), predicted(1e6), [
    'SciPy kendalltau',
    'kendalltau',
    1,
  ]),
  of(
    'kendallRankCorrCoef, 10⁶ pairs with ties',
    (preds, target) => metrics.kendallRankCorrCoef(preds, target),
    predicted(1e6, 100),
    ['SciPy kendalltau', 'kendalltau', 1],
  ),
  heldMemory({
    name: `R2Score, heap growth over ${BATCHES} batches of ${BATCH}`,
    given: predicted(BATCH),
    run: ({ preds, target }) => {
      const metric = new metrics.R2Score();
      for (let batch = 0; batch < BATCHES; batch++) metric.update(preds, target);
      return metric;
    },
    below: 5,
  }),
];
