import * as metrics from 'tfjs-metrics';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

const LABELS = 10;

/** Scores and labels of N samples, and both as rows. */
interface Labeled {
  readonly preds: Float32Array;
  readonly target: Int32Array;
  readonly scores: { readonly data: Float32Array; readonly shape: readonly [number, number] };
  readonly truth: { readonly data: Int32Array; readonly shape: readonly [number, number] };
}

const labeled = (n: number) => (): Labeled => {
  const target = Int32Array.from({ length: n * LABELS }, (_, k) => Number(hash32(k, 1) % 4 === 0));
  const preds = Float32Array.from(target, (label, k) => {
    const draw = hash32(k, 2) / 2 ** 32;
    return label === 1 ? Math.sqrt(draw) : draw;
  });
  const shape = [n, LABELS] as const;
  return { preds, target, scores: { data: preds, shape }, truth: { data: target, shape } };
};

const scikitPython = python('multilabels.py');

const raceOf = (
  name: string,
  n: number,
  score: (of: Labeled) => number,
  run: string,
  timesAsFast?: number,
): BenchmarkCase =>
  race<Labeled>({
    name: `${name}, 10${n === 1e6 ? '⁶' : '⁵'} samples of ${LABELS} labels`,
    given: labeled(n),
    rounds: 5,
    ours: inProcess('ours', score),
    opponents: [
      {
        ...peer(`scikit-learn ${run}`, scikitPython, run, ({ target, preds }: Labeled) => [target, preds, LABELS]),
        ...(timesAsFast === undefined ? {} : { timesAsFast }),
        rounds: 3,
      },
    ],
  });

/** Scores of several labels per sample, compared with scikit-learn. */
export const multilabels: readonly BenchmarkCase[] = [
  raceOf(
    'multilabelF1Score, macro',
    1e6,
    ({ scores, truth }) => metrics.multilabelF1Score(scores, truth),
    'f1_score',
    5,
  ),
  raceOf('hammingDistance', 1e6, ({ scores, truth }) => metrics.hammingDistance(scores, truth), 'hamming_loss', 2),
  raceOf('exactMatch', 1e6, ({ scores, truth }) => metrics.exactMatch(scores, truth), 'accuracy_score', 2),
  raceOf(
    'labelRankingAveragePrecision',
    1e5,
    ({ scores, truth }) => metrics.labelRankingAveragePrecision(scores, truth),
    'label_ranking_average_precision_score',
    50,
  ),
  raceOf(
    'labelRankingLoss',
    1e5,
    ({ scores, truth }) => metrics.labelRankingLoss(scores, truth),
    'label_ranking_loss',
    20,
  ),
  raceOf('coverageError', 1e6, ({ scores, truth }) => metrics.coverageError(scores, truth), 'coverage_error', 3),
];
