import { describe, expect, test } from '@jest/globals';
import {
  accuracy,
  Auroc,
  coverageError,
  ExactMatch,
  exactMatch,
  HammingDistance,
  hammingDistance,
  labelRankingAveragePrecision,
  LabelRankingLoss,
  labelRankingLoss,
  MetricCollection,
  MetricInputError,
  MultilabelCounts,
  MultilabelF1Score,
  multilabelF1Score,
  MultilabelPrecision,
  MultilabelRecall,
  MultioutputWrapper,
  Running,
  zeroOneLoss,
} from 'tfjs-metrics';

const scores = [
  [0.9, 0.2, 0.6],
  [0.4, 0.7, 0.1],
  [0.8, 0.5, 0.3],
  [0.1, 0.6, 0.9],
];
const target = [
  [1, 0, 1],
  [1, 1, 0],
  [0, 1, 0],
  [0, 1, 1],
];

describe('the Hamming distance and exact match', () => {
  test('of one class per sample are those of right and wrong samples', () => {
    const [preds, truth] = [
      ['cat', 'dog', 'cow', 'cow'],
      ['cat', 'cow', 'cow', 'dog'],
    ];
    expect(hammingDistance(preds, truth)).toBe(zeroOneLoss(preds, truth));
    expect(exactMatch(preds, truth)).toBe(accuracy(preds, truth));
    expect(hammingDistance([[0.2, 0.5, 0.3]], [1])).toBe(0);
    expect(hammingDistance([0.2, 0.9], [1, 1], { threshold: 0.1 })).toBe(0);
    expect(hammingDistance([3, 2, 7], [3, -1, 5], { ignoreLabel: -1 })).toBe(0.5);
    const labels = ['a', 'b', 'c'];
    expect(hammingDistance([[0.2, 0.5, 0.3]], ['c'], { labels })).toBe(1);
    expect(exactMatch([[0.2, 0.5, 0.3]], ['c'], { labels, topK: 2 })).toBe(1);
    expect(hammingDistance(['a', 'b', 'c'], ['a', 'c', 'b'], { ignoreLabel: ['b', 'x'] })).toBe(0.5);
    expect(exactMatch([0.9, 0.2], ['y', 'y'], { labels: ['n', 'y'], positiveLabel: 'y' })).toBe(0.5);
    expect(() => exactMatch([[1, 0]], [[1, 1]], { topK: 2 })).toThrow('option "topK": expected only with one class');
    expect(() => exactMatch([[1, 0]], [[1, 1]], { ignoreLabel: 'a' })).toThrow('expected a whole number for several');
    expect(() => exactMatch([[1, 0]], [[1, 1]], { labels })).toThrow('expected 3 columns');
    const metric = new HammingDistance({ labels, ignoreLabel: 'b' });
    metric.update([[0.2, 0.5, 0.3]], ['c']);
    metric.update(['a', 'a'], ['a', 'b']);
    expect(metric.compute()).toBe(0.5);
    expect(() => hammingDistance(['1'], [1])).toThrow('expected labels of one kind, got "1" and 1');
    const [distance, match] = [new HammingDistance(), new ExactMatch()];
    for (const metric of [distance, match]) metric.update(preds, truth);
    expect([distance.compute(), match.compute()]).toEqual([0.5, 0.5]);
  });

  test('count one batch in a collection once, apart from scores of each label', () => {
    const metrics = new MetricCollection({
      distance: new HammingDistance(),
      match: new ExactMatch(),
      f1: new MultilabelF1Score(),
      recall: new MultilabelRecall({ average: 'micro' }),
    });
    metrics.update(scores, target);
    expect(Object.keys(metrics.toJSON().state as object)).toHaveLength(2);
    expect(metrics.compute().f1).toBe(multilabelF1Score(scores, target));
  });
});

describe('rankings of labels', () => {
  /** Scores of one sample by loops over pairs of labels. */
  function byPairs(row: readonly number[], truth: readonly number[]): Record<string, number> {
    const relevant = row.filter((_, j) => truth[j] === 1);
    const others = row.filter((_, j) => truth[j] === 0);
    const atLeast = (list: readonly number[], score: number): number => list.filter((other) => other >= score).length;
    const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    return {
      coverage: Math.max(0, ...relevant.map((score) => atLeast(row, score))),
      precision:
        relevant.length === 0 ? 1 : mean(relevant.map((score) => atLeast(relevant, score) / atLeast(row, score))),
      loss:
        relevant.length === 0 || others.length === 0
          ? 0
          : mean(relevant.flatMap((score) => others.map((other) => (other >= score ? 1 : 0)))),
    };
  }

  test('equal loops over pairs of labels, with ties, infinite ranges of scores and both zeros', () => {
    const values = [0, -0, 1, -1, 1e300, 1e-300, 0.5, 0.5, -1e300];
    for (let seed = 1; seed < 200; seed++) {
      const next = (k: number): number => Math.floor(Math.abs(Math.sin(seed * 1000 + k)) * 1e6);
      const row = Array.from({ length: 2 + (seed % 9) }, (_, j) => values[next(j) % values.length]!);
      const truth = row.map((_, j) => next(j + 50) % 2);
      const expected = byPairs(row, truth);
      expect(coverageError([row], [truth])).toBe(expected['coverage']);
      expect(labelRankingAveragePrecision([row], [truth])).toBeCloseTo(expected['precision']!, 14);
      expect(labelRankingLoss([row], [truth])).toBeCloseTo(expected['loss']!, 14);
    }
  });

  test('need at least two labels and finite scores', () => {
    expect(() => labelRankingLoss([0.5, 0.2], [1, 0])).toThrow(
      'preds: expected at least 2 labels to rank, [N, L], got 1',
    );
    expect(() => coverageError([[0.5, Infinity]], [[1, 0]])).toThrow(
      'preds: row 0, column 1: expected a finite number, got Infinity',
    );
    expect(() => coverageError([[0.5, 0.1]], [[1, 3]])).toThrow('target: row 0, column 1: expected 0 or 1, got 3');
    const metric = new LabelRankingLoss();
    metric.update([[0.5, 0.2]], [[1, 0]]);
    const before = JSON.stringify(metric);
    expect(() => metric.update([[0.5, 0.2]], [[1, 0]], { sampleWeight: [1, 2] })).toThrow('sampleWeight');
    expect(JSON.stringify(metric)).toBe(before);
  });
});

describe('metrics of several labels', () => {
  test('refuse another number of labels, and are not changed', () => {
    const metric = new MultilabelPrecision();
    metric.update(scores, target);
    const before = JSON.stringify(metric);
    const wrong = (): void => metric.update([[1, 0]], [[1, 0]]);
    expect(wrong).toThrow('preds: expected 3 labels, [N, 3], as in the batches before, got 2');
    expect(() => metric.forward([[1, 0]], [[1, 0]])).toThrow(MetricInputError);
    const other = new MultilabelPrecision();
    other.update([[1, 0]], [[1, 0]]);
    expect(() => metric.merge(other)).toThrow('expected 3 labels');
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('forget batches that leave a window', () => {
    const metric = new Running(new MultilabelF1Score(), { window: 2 });
    for (let i = 0; i < 4; i++) metric.update([scores[i]!], [target[i]!]);
    expect(metric.compute()).toBe(multilabelF1Score(scores.slice(2), target.slice(2)));
  });

  test('have counts that subtract exactly, or not at all', () => {
    const all = MultilabelCounts.of(scores, target);
    const part = MultilabelCounts.of(scores.slice(0, 1), target.slice(0, 1));
    expect(all.clone().subtract(part).toJSON()).toEqual(MultilabelCounts.of(scores.slice(1), target.slice(1)).toJSON());
    expect(() => part.subtract(all)).toThrow('subtract: expected a weight of at most');
    expect(all.isExact).toBe(true);
    expect(MultilabelCounts.of(scores, target, { sampleWeight: 0.5 }).isExact).toBe(false);
  });

  test('of each label alone are those of a MultioutputWrapper', () => {
    const metric = new MultioutputWrapper(new Auroc(), { outputs: 3 });
    metric.update(scores, target);
    expect(metric.compute()).toEqual([0.75, 1, 1]);
  });
});
