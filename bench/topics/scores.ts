import * as metrics from 'tfjs-metrics';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { heldMemory } from '../memory.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race } from '../timing.ts';

/** Probabilities of a binary classifier and the true classes. */
interface Scored {
  readonly preds: Float32Array;
  readonly target: Int32Array;
}

const scored = (n: number) => (): Scored => {
  const target = Int32Array.from({ length: n }, (_, i) => hash32(i, 1) & 1);
  const preds = Float32Array.from(target, (label, i) => {
    const draw = hash32(i, 2) / 2 ** 32;
    return label === 1 ? Math.sqrt(draw) : draw;
  });
  return { preds, target };
};

const scikitPython = python('scores.py');
const scikit = (name: string, run: string, ...others: number[]) =>
  peer(name, scikitPython, run, ({ target, preds }: Scored) => [target, preds, ...others]);

const BINS = 15;
const THRESHOLDS = 200;
const BATCH = 10_000;
const BATCHES = 1000;

const CLASSES = 10;

/** Scores of each class, row after row, and true classes. */
const classScored = (n: number) => (): Scored => ({
  target: Int32Array.from({ length: n }, (_, i) => hash32(i, 1) % CLASSES),
  preds: Float32Array.from({ length: n * CLASSES }, (_, k) => hash32(k, 2) / 2 ** 32),
});

const lossRace = (
  name: string,
  loss: (preds: Float32Array, target: Int32Array) => number,
  run: string,
): BenchmarkCase =>
  race<Scored>({
    name: `${name}, 10⁶ float32 scores`,
    given: scored(1e6),
    rounds: 5,
    ours: inProcess('ours', ({ preds, target }) => loss(preds, target)),
    opponents: [{ ...scikit(`scikit-learn ${run}`, run), timesAsFast: 1, rounds: 3 }],
    // scikit-learn adds up float32 numbers.
    tolerance: 1e-5,
  });

/** Number of samples at or above the middle threshold. */
function binnedPositives({ preds, target }: Scored): number {
  const { thresholds, truePositives, falsePositives } = new metrics.BinnedScoreCounts(THRESHOLDS).add(
    preds,
    target,
  ).curve;
  const middle = thresholds.findIndex((edge) => edge < 0.5) - 1;
  return truePositives[middle]! + falsePositives[middle]!;
}

/** Scores of binary classifiers, compared with scikit-learn and NumPy. */
export const scores: readonly BenchmarkCase[] = [
  race<Scored>({
    name: 'auroc, 10⁷ float32 scores',
    given: scored(1e7),
    rounds: 5,
    ours: inProcess('ours', ({ preds, target }) => metrics.auroc(preds, target)),
    opponents: [{ ...scikit('scikit-learn roc_auc_score', 'roc_auc_score'), timesAsFast: 5, rounds: 3 }],
  }),
  race<Scored>({
    name: 'averagePrecision, 10⁷ float32 scores',
    given: scored(1e7),
    rounds: 5,
    ours: inProcess('ours', ({ preds, target }) => metrics.averagePrecision(preds, target)),
    opponents: [
      { ...scikit('scikit-learn average_precision_score', 'average_precision_score'), timesAsFast: 5, rounds: 3 },
    ],
  }),
  race<Scored>({
    name: `calibrationError, 10⁷ float32 probabilities, ${BINS} bins`,
    given: scored(1e7),
    rounds: 5,
    ours: inProcess('ours', ({ preds, target }) => metrics.calibrationError(preds, target, { bins: BINS })),
    opponents: [{ ...scikit('NumPy searchsorted, bincount', 'calibration_error', BINS), timesAsFast: 5 }],
  }),
  race<Scored>({
    name: `calibrationCurve, 10⁶ float32 probabilities, ${BINS} bins`,
    given: scored(1e6),
    ours: inProcess('ours', ({ preds, target }) => {
      const { meanPredicted, positiveShare } = metrics.calibrationCurve(preds, target, { bins: BINS });
      return meanPredicted.reduce((sum, mean, k) => sum + Math.abs(mean - positiveShare[k]!), 0) / meanPredicted.length;
    }),
    opponents: [{ ...scikit('scikit-learn calibration_curve', 'calibration_curve_error', BINS), timesAsFast: 5 }],
  }),
  race<Scored>({
    name: `BinnedScoreCounts, update with 10⁶ float32 scores, ${THRESHOLDS} thresholds`,
    given: scored(1e6),
    ours: inProcess('ours', binnedPositives),
    opponents: [{ ...scikit('NumPy searchsorted, bincount', 'binned_positives', THRESHOLDS), timesAsFast: 20 }],
  }),
  lossRace('logLoss', metrics.logLoss, 'log_loss'),
  lossRace('brierScore', metrics.brierScore, 'brier_score_loss'),
  lossRace('hingeLoss', metrics.hingeLoss, 'hinge_loss'),
  race<Scored>({
    name: `accuracy with topK 2, 10⁵ samples of ${CLASSES} classes`,
    given: classScored(1e5),
    ours: inProcess('ours', ({ preds, target }) =>
      metrics.accuracy({ data: preds, shape: [target.length, CLASSES] }, target, { topK: 2 }),
    ),
    opponents: [{ ...scikit('scikit-learn top_k_accuracy_score', 'top_k_accuracy_score', CLASSES, 2), timesAsFast: 1 }],
  }),
  heldMemory({
    name: `Auroc with ${THRESHOLDS} thresholds, heap growth over ${BATCHES} batches of ${BATCH}`,
    given: scored(BATCH),
    run: ({ preds, target }) => {
      const metric = new metrics.Auroc({ thresholds: THRESHOLDS });
      for (let batch = 0; batch < BATCHES; batch++) metric.update(preds, target);
      return metric;
    },
    below: 5,
  }),
];
