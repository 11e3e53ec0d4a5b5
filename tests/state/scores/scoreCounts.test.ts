import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  auroc,
  BinnedScoreCounts,
  ClassScoreCounts,
  MetricInputError,
  MetricStateError,
  ScoreCounts,
} from 'tfjs-metrics';
import { binaryScores } from '../../parity/binaryScores.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const all = binaryScores({ n: 400, seed: 1, levels: 64, onePositiveIn: 3, weights: 'whole' });
type Part = Parameters<ScoreCounts['add']>;
const part = (from: number, to: number): Part => [
  all.preds.subarray(from, to),
  all.target.subarray(from, to),
  { sampleWeight: all.sampleWeight!.subarray(from, to) },
];

const kinds = {
  ScoreCounts: () => new ScoreCounts(),
  'BinnedScoreCounts of a number': () => new BinnedScoreCounts(10) as unknown as ScoreCounts,
  'BinnedScoreCounts of a list': () => new BinnedScoreCounts([0.5, 0.1, 0.7, 0.1]) as unknown as ScoreCounts,
};

describe.each(Object.entries(kinds))('%s', (_, make) => {
  const whole = make().add(...part(0, 400));
  const json = JSON.stringify(whole);

  test('does not depend on the batches or their order', () => {
    const single = make();
    for (let i = 399; i >= 0; i--) single.add(...part(i, i + 1));
    expect(JSON.stringify(single)).toBe(json);
  });

  test('merge equals concatenation, and leaves the other counts unchanged', () => {
    const [left, right] = [make().add(...part(0, 150)), make().add(...part(150, 400))];
    const before = JSON.stringify(right);
    expect(JSON.stringify(left.merge(right))).toBe(json);
    expect(JSON.stringify(right)).toBe(before);
  });

  test('merges with itself', () => {
    const counts = whole.clone();
    counts.merge(counts);
    expect([counts.n, counts.positives]).toEqual([2 * whole.n, 2 * whole.positives]);
  });

  test('subtract is the inverse of add and of merge', () => {
    const [first, second] = [make().add(...part(0, 150)), make().add(...part(150, 400))];
    expect(JSON.stringify(whole.clone().subtract(first))).toBe(JSON.stringify(second));
    const none = whole.clone().subtract(second).subtract(first);
    expect(JSON.stringify(none)).toBe(JSON.stringify(make()));
    expect(none.n).toBe(0);
  });

  test('subtract of samples that are not contained throws and changes nothing', () => {
    const counts = make().add([0.5, 0.25], [1, 0]);
    const before = JSON.stringify(counts);
    for (const other of [
      make().add([0.5, 0.9], [1, 0]),
      make().add([0.5, 0.5], [1, 1]),
      make().add([0.25], [0], { sampleWeight: 1.5 }),
    ]) {
      expect(() => counts.subtract(other)).toThrow(MetricStateError);
      expect(JSON.stringify(counts)).toBe(before);
    }
  });

  test('subtract removes rounding errors of fractional weights', () => {
    const counts = make();
    for (let i = 0; i < 10; i++) counts.add([0.5, 0.25], [1, 0], { sampleWeight: 0.1 });
    expect(counts.isExact).toBe(false);
    counts.subtract(make().add([0.5, 0.25], [1, 0], { sampleWeight: [1, 1] }));
    expect(JSON.stringify(counts)).toBe(JSON.stringify(make()));
  });

  test('knows its totals', () => {
    const sum = (label: number): number =>
      all.sampleWeight!.reduce((total, weight, i) => total + (all.target[i] === label ? weight : 0), 0);
    expect([whole.positives, whole.negatives, whole.n]).toEqual([sum(1), sum(0), sum(0) + sum(1)]);
    expect(whole.isExact).toBe(true);
  });

  test('counts whole weights exactly up to 2^53', () => {
    const counts = make().add([0.5], [1], { sampleWeight: 2 ** 53 - 2 });
    counts.add([0.5], [1]);
    expect([counts.positives, counts.isExact]).toEqual([2 ** 53 - 1, true]);
  });

  test('a clone is independent', () => {
    const copy = whole.clone();
    copy.add([0.5], [1]);
    expect(JSON.stringify(whole)).toBe(json);
    expect(copy.positives).toBe(whole.positives + 1);
  });

  test('is restored from its snapshot', () => {
    const restored = (whole.constructor as typeof ScoreCounts).fromJSON(JSON.parse(json));
    expect(JSON.stringify(restored)).toBe(json);
    expect(restored.isExact).toBe(true);
    expect(auroc(restored)).toBe(auroc(whole));
  });

  test('rejects damaged snapshots', () => {
    const { fromJSON } = whole.constructor as typeof ScoreCounts;
    const snapshot = JSON.parse(json) as Record<string, unknown>;
    const damaged = [
      null,
      {},
      { ...snapshot, version: 2 },
      { ...snapshot, kind: 'Other' },
      { ...snapshot, positive: [] },
      { ...snapshot, positive: { scores: [1, 0], weights: [1, 1] } },
      { ...snapshot, positive: { scores: [0], weights: [1, 1] } },
      { ...snapshot, positive: { scores: [0], weights: [-1] } },
      { ...snapshot, positive: { scores: [0], weights: [1e300] } },
      { ...snapshot, thresholds: [1, 0] },
      { ...snapshot, more: 1 },
    ];
    for (const value of damaged) expect(() => fromJSON(value)).toThrow(MetricStateError);
  });

  test('rejects invalid batches and stays unchanged', () => {
    const counts = whole.clone();
    const refused: unknown[][] = [
      [
        [0.5, NaN],
        [1, 0],
      ],
      [
        [0.5, Infinity],
        [1, 0],
      ],
      [[0.5], [1, 0]],
      [[0.5], [2]],
      [[0.5], [0.5]],
      [[0.5], ['a']],
      [['a'], [1]],
      [[[0.5, 0.5]], [1]],
      [[0.5], [1], { sampleWeight: -1 }],
      [[0.5], [1], { sampleWeight: [1, 2] }],
      [[0.5], [1], { sampleWeight: 1e61 }],
      [[0.5], ['a'], { positiveLabel: 1 }],
    ];
    for (const batch of refused) {
      expect(() => counts.add(...(batch as Part))).toThrow(MetricInputError);
      expect(JSON.stringify(counts)).toBe(json);
    }
    expect(() => {
      counts.merge({} as never);
    }).toThrow(MetricInputError);
  });

  test('names the place of the first invalid score', () => {
    expect(() => make().add([0.5, NaN], [1, 0])).toThrow('preds[1]: expected a');
    expect(() => make().add([0.5, 0.5], [1, 7])).toThrow(
      'target[1]: expected 0 or 1, got 7; set positiveLabel to the label of the positive class',
    );
  });
});

test('float32 and float64 scores are compared as numbers', () => {
  const counts = ScoreCounts.of(Float32Array.of(0.5, 0.1), [1, 0]).add([0.5, 0.1], [1, 0]);
  const { scores } = counts.toJSON().negative;
  expect(counts.toJSON().positive).toEqual({ scores: [0.5], weights: [2] });
  expect(scores).toEqual([0.1, Math.fround(0.1)]);
});

test('tiny batches after a large one are merged in order', () => {
  const scores = Float32Array.from({ length: 50_000 }, (_, i) => hash32(i, 1) / 2 ** 32);
  const labels = Int32Array.from(scores, (_, i) => hash32(i, 2) % 2);
  const counts = ScoreCounts.of(scores.subarray(0, 40_000), labels.subarray(0, 40_000));
  for (let i = 40_000; i < 50_000; i += 10) counts.add(scores.subarray(i, i + 10), labels.subarray(i, i + 10));
  expect(JSON.stringify(counts)).toBe(JSON.stringify(ScoreCounts.of(scores, labels)));
});

test('any split of any scores gives the same counts', () => {
  const sample = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  fc.assert(
    fc.property(fc.array(sample), fc.nat(), (samples, cut) => {
      const of = (some: typeof samples): ScoreCounts =>
        ScoreCounts.of(
          some.map(([score]) => score),
          some.map(([, label]) => label),
        );
      const at = samples.length === 0 ? 0 : cut % samples.length;
      const merged = of(samples.slice(at)).merge(of(samples.slice(0, at)));
      expect(JSON.stringify(merged)).toBe(JSON.stringify(of(samples)));
      expect(merged.n).toBe(samples.length);
    }),
  );
});

test('samples with an ignored label or weight 0 may have any score', () => {
  const options = { ignoreLabel: -1, sampleWeight: [1, 1, 1, 0] };
  const counts = ScoreCounts.of([0.5, 0.25, NaN, Infinity], [1, 0, -1, 1], options);
  expect(JSON.stringify(counts)).toBe(JSON.stringify(ScoreCounts.of([0.5, 0.25], [1, 0])));
});

test('labels may be of any kind, and any label can be the positive one', () => {
  const expected = JSON.stringify(ScoreCounts.of([0.5, 0.25], [1, 0]));
  const same: Part[] = [
    [
      [0.5, 0.25],
      [true, false],
    ],
    [
      [0.5, 0.25],
      [1, -1],
    ],
    [[0.5, 0.25], ['yes', 'no'], { positiveLabel: 'yes' }],
    [[0.5, 0.25], [3, 7], { positiveLabel: 3 }],
    [[0.5, 0.25], [false, true], { positiveLabel: false }],
    [
      [0.5, 0.25],
      [1n, 0n],
    ],
    [[[0.5], [0.25]], Float32Array.of(1, 0)],
    [
      { data: Float32Array.of(0.5, 0.25), dims: [2, 1] },
      { data: BigInt64Array.of(1n, 0n), dims: [2] },
    ],
  ];
  for (const batch of same) expect(JSON.stringify(ScoreCounts.of(...batch))).toBe(expected);
});

test('logits are converted to probabilities on request', () => {
  const counts = ScoreCounts.of([0, -1000, 1000], [1, 0, 1], { fromLogits: true });
  expect(counts.toJSON().positive.scores).toEqual([0.5, 1]);
  expect(counts.toJSON().negative.scores).toEqual([0]);
});

test('bins between a number of thresholds are for probabilities', () => {
  const counts = new BinnedScoreCounts(5);
  expect(() => counts.add([1.5], [1])).toThrow('for logits, set the option "fromLogits" to true');
  counts.add([1.5], [1], { fromLogits: true });
  expect(counts.positives).toBe(1);
});

test('merging counts of other thresholds throws', () => {
  const counts = new BinnedScoreCounts(3);
  for (const other of [
    new BinnedScoreCounts(4),
    new BinnedScoreCounts([0, 0.5, 1]),
    new BinnedScoreCounts([0, 0.4, 1]),
  ]) {
    expect(() => counts.merge(other)).toThrow(MetricInputError);
  }
  for (const thresholds of [1, 2.5, [], [NaN], 'a', undefined]) {
    expect(() => new BinnedScoreCounts(thresholds as number)).toThrow(MetricInputError);
  }
});

describe.each(['ovr', 'ovo'] as const)('ClassScoreCounts %s', (comparison) => {
  const preds = Float32Array.from({ length: 300 }, (_, i) => (hash32(i, 3) % 50) / 50);
  const target = Int32Array.from({ length: 100 }, (_, i) => hash32(i, 4) % 3);
  const batch = (from: number, to: number): Part => [
    { data: preds.subarray(3 * from, 3 * to), shape: [to - from, 3] },
    target.subarray(from, to),
  ];
  const whole = new ClassScoreCounts(comparison).add(...batch(0, 100));
  const json = JSON.stringify(whole);

  test('merges, subtracts, and is saved and restored', () => {
    const [left, right] = [new ClassScoreCounts(comparison), new ClassScoreCounts(comparison)];
    left.add(...batch(0, 30)).add(...batch(30, 30));
    right.add(...batch(30, 100));
    const merged = new ClassScoreCounts(comparison).merge(left).merge(right);
    expect(JSON.stringify(merged)).toBe(json);
    expect(JSON.stringify(whole.clone().subtract(left))).toBe(JSON.stringify(right));
    expect(JSON.stringify(ClassScoreCounts.fromJSON(JSON.parse(json)))).toBe(json);
    expect([whole.n, whole.classes, whole.isExact]).toEqual([100, 3, true]);
  });

  test('rejects other numbers of classes, other comparisons and damaged snapshots', () => {
    const counts = whole.clone();
    const refused: Part[] = [
      [[[0.1, 0.9]], [0]],
      [[[0.1, 0.9, NaN]], [0]],
      [[[0.1, 0.8, 0.1]], [3]],
      [[[0.1, 0.8, 0.1]], ['a']],
      [[[0.1, 0.8, 0.1]], [0, 1]],
    ];
    for (const args of refused) expect(() => counts.add(...args)).toThrow(MetricInputError);
    const other = new ClassScoreCounts(comparison === 'ovr' ? 'ovo' : 'ovr');
    expect(() => counts.merge(other)).toThrow(MetricInputError);
    expect(() => counts.subtract(new ClassScoreCounts(comparison).add([[9, 9, 9]], [0]))).toThrow(MetricStateError);
    expect(JSON.stringify(counts)).toBe(json);
    const snapshot = JSON.parse(json) as { lists: unknown[] };
    for (const lists of [[[]], snapshot.lists.slice(0, 1), [[{ scores: [0], weights: [1] }]], null]) {
      expect(() => ClassScoreCounts.fromJSON({ ...snapshot, lists })).toThrow(MetricStateError);
    }
  });
});
