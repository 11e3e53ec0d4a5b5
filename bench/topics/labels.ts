import * as metrics from 'tfjs-metrics';
import { MetricCollection, MutualInfoScore } from 'tfjs-metrics';
import { hashLabels } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { heldMemory, peakMemory } from '../memory.ts';
import { compiled, peer, python } from '../peers.ts';
import { inProcess, race, type Contender } from '../timing.ts';

/** Pairs of labels from 0 to k - 1. */
interface LabelPair {
  readonly preds: Int32Array;
  readonly target: Int32Array;
  readonly k: number;
}

const labelPair =
  (n: number, k: number, agree = 0.5) =>
  (): LabelPair => ({ ...hashLabels({ n, k, seed: 1, agree }), k });

const scikitPython = python('labels.py');
const scikit = (run: string): Contender<LabelPair> =>
  peer(`scikit-learn ${run}`, scikitPython, run, ({ target, preds }) => [target, preds]);
const bincount = peer('NumPy bincount', scikitPython, 'bincount_mutual_info', withLabelCount);
const cLoop = peer('C loop', compiled('count.c'), 'mutual_info', withLabelCount);
const nodeLoop = inProcess('Node loop', loopMutualInfo);

function withLabelCount({ target, preds, k }: LabelPair): [Int32Array, Int32Array, number] {
  return [target, preds, k];
}

const mutualInfo = inProcess('ours', ({ preds, target }: LabelPair) => metrics.mutualInfoScore(preds, target));
const adjustedMutualInfo = inProcess('ours', ({ preds, target }: LabelPair) =>
  metrics.adjustedMutualInfoScore(preds, target),
);

/** Computes the score of labels from 0 to k - 1 without input checks. */
function loopMutualInfo({ preds, target, k }: LabelPair): number {
  const n = target.length;
  const table = new Int32Array(k * k);
  for (let i = 0; i < n; i++) table[target[i]! * k + preds[i]!]!++;
  const targetSizes = new Float64Array(k);
  const predSizes = new Float64Array(k);
  table.forEach((count, cell) => {
    targetSizes[Math.floor(cell / k)]! += count;
    predSizes[cell % k]! += count;
  });
  let sum = 0;
  table.forEach((count, cell) => {
    const expected = (targetSizes[Math.floor(cell / k)]! * predSizes[cell % k]!) / n;
    if (count > 0) sum += (count / n) * Math.log(count / expected);
  });
  return sum;
}

const BATCH = 10_000;
const BATCHES = 1000;

function stream({ preds, target }: LabelPair): MutualInfoScore {
  const metric = new MutualInfoScore();
  for (let start = 0; start < preds.length; start += BATCH) {
    metric.update(preds.subarray(start, start + BATCH), target.subarray(start, start + BATCH));
  }
  return metric;
}

const streaming = race<LabelPair>({
  name: `MutualInfoScore, ${BATCHES} batches of ${BATCH}`,
  given: labelPair(BATCHES * BATCH, 100),
  ours: inProcess('ours', (given) => stream(given).compute()),
  opponents: [{ ...mutualInfo, name: 'our mutualInfoScore of all at once', timesAsLong: 1.5 }],
});

/** Metrics with the same table, after one update and after many. */
interface Histories {
  readonly once: MutualInfoScore;
  readonly often: MutualInfoScore;
}

const computeAfterBatches = race<Histories>({
  name: `compute() after ${BATCHES} batches`,
  given: () => {
    const pairs = labelPair(BATCHES * BATCH, 100)();
    const once = new MutualInfoScore();
    once.update(pairs.preds, pairs.target);
    return { once, often: stream(pairs) };
  },
  // Fresh copies, because metrics cache their value.
  ours: inProcess(
    'ours',
    ({ often }) => often.compute(),
    ({ often, once }) => ({ often: often.clone(), once }),
  ),
  opponents: [
    {
      ...inProcess<Histories>(
        'ours after one batch, the same table',
        ({ once }) => once.compute(),
        ({ often, once }) => ({ often, once: once.clone() }),
      ),
      // Both do the same work; the target allows for noise.
      timesAsLong: 1.05,
    },
  ],
});

const allScores = () =>
  new MetricCollection({
    mutualInfoScore: new MutualInfoScore(),
    normalizedMutualInfoScore: new metrics.NormalizedMutualInfoScore(),
    adjustedMutualInfoScore: new metrics.AdjustedMutualInfoScore(),
    randScore: new metrics.RandScore(),
    adjustedRandScore: new metrics.AdjustedRandScore(),
    fowlkesMallowsIndex: new metrics.FowlkesMallowsIndex(),
    homogeneityScore: new metrics.HomogeneityScore(),
    completenessScore: new metrics.CompletenessScore(),
    vMeasureScore: new metrics.VMeasureScore(),
    clusterAccuracy: new metrics.ClusterAccuracy(),
    purityScore: new metrics.PurityScore(),
    variationOfInformation: new metrics.VariationOfInformation(),
    bCubedScore: new metrics.BCubedScore(),
  });

interface Updated extends LabelPair {
  readonly all: ReturnType<typeof allScores>;
  readonly one: MutualInfoScore;
}

const updateAll = (batch: number, k: number): BenchmarkCase =>
  race<Updated>({
    name: `collection of all 13 scores, update with ${batch} samples`,
    given: () => ({ ...labelPair(batch, k)(), all: allScores(), one: new MutualInfoScore() }),
    rounds: 31,
    ours: inProcess('ours', ({ all, preds, target }) => all.update(preds, target)),
    opponents: [
      {
        ...inProcess<Updated>('our MutualInfoScore', ({ one, preds, target }) => one.update(preds, target)),
        timesAsLong: 1.3,
      },
    ],
  });

/** Scores of labels, compared with scikit-learn and with plain loops. */
export const labels: readonly BenchmarkCase[] = [
  race({
    name: 'mutualInfoScore, 10⁷ samples, 100 × 100 labels',
    given: labelPair(1e7, 100),
    ours: mutualInfo,
    opponents: [
      { ...scikit('mutual_info_score'), timesAsFast: 80, rounds: 5 },
      { ...bincount, timesAsFast: 1 },
      nodeLoop,
      { ...cLoop, timesAsFast: 0.5 },
    ],
  }),
  race({
    name: 'mutualInfoScore, 1000 samples, 10 × 10 labels',
    given: labelPair(1000, 10),
    rounds: 31,
    ours: mutualInfo,
    opponents: [{ ...scikit('mutual_info_score'), timesAsFast: 20 }, bincount, nodeLoop, cLoop],
  }),
  race({
    name: 'adjustedMutualInfoScore, 10⁶ samples, 100 × 100 labels',
    given: labelPair(1e6, 100),
    ours: adjustedMutualInfo,
    opponents: [{ ...scikit('adjusted_mutual_info_score'), timesAsFast: 400, rounds: 5 }],
  }),
  race({
    name: 'adjustedMutualInfoScore, 10⁵ samples, 1000 × 1000 labels',
    given: labelPair(1e5, 1000),
    ours: adjustedMutualInfo,
    opponents: [{ ...scikit('adjusted_mutual_info_score'), timesAsFast: 1500, rounds: 5 }],
  }),
  race({
    name: 'independenceTest, 10⁶ samples, 100 × 100 labels, 99 permutations',
    given: labelPair(1e6, 100),
    ours: inProcess('ours', ({ preds, target }: LabelPair) =>
      metrics.independenceTest(preds, target, { method: 'permutation', permutations: 99 }),
    ),
    rounds: 5,
    opponents: [
      {
        ...peer<LabelPair>('scipy random_table (Patefield)', scikitPython, 'random_tables', ({ target, preds }) => [
          target,
          preds,
          99,
        ]),
        timesAsFast: 1,
      },
    ],
  }),
  streaming,
  computeAfterBatches,
  heldMemory({
    name: `MutualInfoScore, heap growth over ${BATCHES} batches of ${BATCH}`,
    given: labelPair(BATCHES * BATCH, 100),
    run: stream,
    below: 5,
  }),
  updateAll(BATCH, 100),
  updateAll(128, 10),
  peakMemory({
    name: 'mutualInfoScore, 10⁶ samples, 50,000 × 50,000 labels, peak memory',
    given: labelPair(1e6, 50_000, 0),
    run: ({ preds, target }) => metrics.mutualInfoScore(preds, target),
    below: 200,
  }),
];
