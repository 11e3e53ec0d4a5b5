import { describe, expect, test } from '@jest/globals';
import {
  AdjustedRandScore,
  adjustedRandScore,
  BootStrapper,
  bootstrapInterval,
  ContingencyTable,
  type FlatSamples,
  KsgMutualInfo,
  ksgMutualInfo,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricTracker,
  MixedMutualInfo,
  MutualInfoScore,
  rossMutualInfo,
  Running,
  SilhouetteScore,
  subsampleInterval,
} from 'tfjs-metrics';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';

const table = ContingencyTable.fromMatrix([
  [45, 5, 2],
  [12, 38, 9],
  [3, 8, 50],
]);

/** Returns a table of `n` samples in three equal classes, of which the cluster equals the class in 60 %. */
function sampledTable(n: number, random: RandomSource): ContingencyTable {
  const target = Int32Array.from({ length: n }, () => random.integer(3));
  const preds = target.map((label) => (random.uniform() < 0.6 ? label : random.integer(3)));
  return ContingencyTable.of(preds, target);
}

test('93 to 97 % of 1000 intervals for the adjusted Rand score of 500 samples contain the true value', () => {
  const [agree, differ] = [0.6 + 0.4 / 3, 0.4 / 3].map((share) => Math.round(share * 3e12));
  const row = (k: number) => [0, 1, 2].map((j) => (j === k ? agree! : differ!));
  const truth = adjustedRandScore(ContingencyTable.fromMatrix([row(0), row(1), row(2)]));
  const random = RandomSource.of(20_261_125);
  let held = 0;
  for (let run = 0; run < 1000; run++) {
    const metric = new BootStrapper(new AdjustedRandScore(), { draws: 300, seed: run });
    metric.update(sampledTable(500, random));
    const { lower, upper } = metric.compute();
    if (lower <= truth && truth <= upper) held++;
  }
  expect(held).toBeGreaterThanOrEqual(930);
  expect(held).toBeLessThanOrEqual(970);
});

test('the interval of a score of a table is that of bootstrapInterval', () => {
  const metric = new BootStrapper(new AdjustedRandScore(), { seed: 3, confidence: 0.9 });
  metric.update(table);
  expect(metric.compute()).toEqual(bootstrapInterval(adjustedRandScore, table, { seed: 3, confidence: 0.9 }));
});

test('a collection has an interval for each value, from the same draws', () => {
  const make = () => ({ ari: new AdjustedRandScore(), mi: new MutualInfoScore() });
  const metric = new BootStrapper(new MetricCollection(make()), { draws: 100 });
  metric.update(table);
  const alone = new BootStrapper(new AdjustedRandScore(), { draws: 100 });
  alone.update(table);
  expect(metric.compute().ari).toEqual(alone.compute());
  expect(metric.compute().mi.lower).toBeLessThan(metric.compute().mi.value);
});

test('in a collection it shares the table of the score', () => {
  const metrics = new MetricCollection({
    ari: new AdjustedRandScore(),
    sure: new BootStrapper(new AdjustedRandScore(), { draws: 50 }),
  });
  metrics.update(table);
  expect(Object.keys(metrics.toJSON().state as object)).toEqual(['ContingencyTable']);
  expect(metrics.compute().sure.value).toBe(metrics.compute().ari);
});

describe('without a table, states of samples drawn from each batch are kept', () => {
  const N = 400;
  const random = RandomSource.of(5);
  const values = Float64Array.from({ length: N }, () => random.uniform());
  const mean = values.reduce((sum, value) => sum + value, 0) / N;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N);

  test.each([
    ['poisson', 1],
    ['poisson', 20],
    ['poisson', N],
    ['multinomial', N],
  ] as const)('by %s numbers, in batches of %i: the standard error of a mean is σ/√n', (sampling, size) => {
    const metric = new BootStrapper(new MeanMetric(), { draws: 300, sampling });
    for (let start = 0; start < N; start += size) metric.update(values.subarray(start, start + size));
    const { value, standardError, lower, upper } = metric.compute();
    expect(value).toBeCloseTo(mean, 12);
    // The standard error from 300 draws has an error of 4 %; the limit is three times that.
    expect(Math.abs((standardError / deviation) * Math.sqrt(N) - 1)).toBeLessThan(0.13);
    expect(lower).toBeLessThan(mean);
    expect(upper).toBeGreaterThan(mean);
  });

  test('equal batches have different draws', () => {
    const metric = new BootStrapper(new MeanMetric(), { draws: 300 });
    for (let k = 0; k < 50; k++) metric.update([0, 1]);
    // A hundred numbers, half of them 1.
    expect(Math.abs(metric.compute().standardError / 0.05 - 1)).toBeLessThan(0.15);
  });

  test('samples are drawn with their labels and weights', () => {
    const metric = new BootStrapper(new MutualInfoScore(), { draws: 8, sampling: 'poisson' });
    const labels = Array.from({ length: 60 }, (_, i) => i % 3);
    metric.update(labels, labels, { sampleWeight: labels.map((label) => label + 1) });
    const { draws } = metric.toJSON().state as { draws: { row: number[]; column: number[] }[] };
    for (const { row, column } of draws) expect(row).toEqual(column);
  });

  test('of samples and their clusters', () => {
    const metric = new BootStrapper(new SilhouetteScore(), { draws: 20 });
    const labels = Int32Array.from({ length: 60 }, (_, i) => i % 2);
    const data = Array.from(labels, (label) => [label + random.uniform(), random.uniform()]);
    metric.update(data, labels);
    const { value, standardError } = metric.compute();
    expect(value).toBeGreaterThan(0.2);
    expect(standardError).toBeGreaterThan(0);
    expect(standardError).toBeLessThan(0.1);
  });
});

describe('metrics that are invalid for repeated samples', () => {
  const random = RandomSource.of(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());

  test.each([0, 0.5, 0.8])('KsgMutualInfo of ρ = %d: at least 88 of 100 95 %% intervals contain the truth', (rho) => {
    const truth = -0.5 * Math.log1p(-(rho ** 2));
    let held = 0;
    for (let run = 0; run < 100; run++) {
      const x = Float64Array.from({ length: 200 }, normal);
      const y = x.map((value) => rho * value + Math.sqrt(1 - rho ** 2) * normal());
      const metric = new BootStrapper(new KsgMutualInfo(), { draws: 40, seed: run });
      metric.update(x.subarray(0, 120), y.subarray(0, 120));
      metric.update(x.subarray(120), y.subarray(120));
      const { value, lower, upper } = metric.compute();
      expect(lower < value && value < upper).toBe(true);
      if (lower <= truth && truth <= upper) held++;
    }
    // Three standard deviations of 100 runs.
    expect(held).toBeGreaterThanOrEqual(88);
  });

  const x = Float64Array.from({ length: 100 }, normal);
  const y = x.map((value) => value + normal());

  test('have the interval of subsampleInterval, also in a collection', () => {
    const metric = new BootStrapper(new KsgMutualInfo(), { seed: 3 });
    metric.update(x, y);
    expect(metric.compute()).toEqual(subsampleInterval(ksgMutualInfo, x, y, { seed: 3 }));
    const both = { ksg: new KsgMutualInfo(), mixed: new MixedMutualInfo() };
    const collection = new BootStrapper(new MetricCollection(both), { seed: 3 });
    collection.update(x, y);
    expect(collection.compute().ksg).toEqual(metric.compute());
  });

  test('are rejected if the state does not hold the samples, or with replacement', () => {
    expect(() => new BootStrapper(new Running(new KsgMutualInfo()))).toThrow(
      'expected a metric whose state holds the samples, got Running; the metric is invalid for repeated samples',
    );
    expect(() => new BootStrapper(new KsgMutualInfo(), { sampling: 'poisson' })).toThrow(
      'expected no option "sampling", got "poisson"',
    );
    expect(() => new BootStrapper(new KsgMutualInfo(), { method: 'percentile' })).toThrow(
      'expected no option "method", got "percentile"; the metric is invalid for repeated samples',
    );
  });

  test('invalid samples are rejected', () => {
    expect(() => subsampleInterval(ksgMutualInfo, [1], [2])).toThrow('expected at least 2 samples');
    expect(() => subsampleInterval(3 as never, x, y)).toThrow('expected a function of two samples');
  });

  test('the second variable of an estimator can be labels', () => {
    const ross = (a: FlatSamples, { data }: FlatSamples) => rossMutualInfo(a, data);
    const labels = x.map((value) => Number(value > 0));
    const { value, lower, upper } = subsampleInterval(ross, x, labels);
    expect(value).toBe(rossMutualInfo(x, labels));
    expect(lower < value && value < upper).toBe(true);
  });
});

test('draws with an undefined value are excluded and counted', () => {
  const labels = Int32Array.from({ length: 60 }, (_, i) => Number(i % 20 === 0));
  const data = Array.from(labels, (label, i) => [3 * label + Math.sin(i), Math.cos(i)]);
  for (const onUndefined of ['nan', 'throw'] as const) {
    const metric = new BootStrapper(new SilhouetteScore({ onUndefined }), { seed: 2 });
    metric.update(data, labels);
    const { lower, upper, undefinedDraws } = metric.compute();
    expect(undefinedDraws).toBeGreaterThan(0);
    expect(lower).toBeLessThan(upper);
  }
});

describe('outputs of the draws, as in torchmetrics', () => {
  const outputs = { mean: true, std: true, raw: true, quantile: [0.25, 0.5, 0.75] } as const;

  test.each([
    ['a table', new BootStrapper(new AdjustedRandScore(), outputs), 1000],
    ['states', new BootStrapper(new AdjustedRandScore(), { ...outputs, sampling: 'poisson' }), 100],
  ])('of %s are computed from all draws', (_, metric, draws) => {
    const target = Array.from({ length: 90 }, (__, i) => i % 3);
    metric.update(
      target.map((label, i) => (i % 4 === 0 ? 0 : label)),
      target,
    );
    const { mean, std, quantile, raw, standardError } = metric.compute();
    expect(raw).toHaveLength(draws);
    expect(mean).toBeCloseTo(raw!.reduce((sum, value) => sum + value, 0) / draws, 12);
    expect(Math.abs(std! / standardError - 1)).toBeLessThan(0.25);
    const [low, middle, high] = quantile as number[];
    expect(low! < middle! && middle! < high!).toBe(true);
    expect(raw!.filter((value) => value < low!).length / draws).toBeCloseTo(0.25, 1);
  });

  test('are omitted by default, and one quantile is a number', () => {
    const metric = new BootStrapper(new AdjustedRandScore(), { quantile: 0.5 });
    metric.update(table);
    expect(Object.keys(metric.compute())).toEqual([
      'value',
      'lower',
      'upper',
      'standardError',
      'bias',
      'quantile',
      'undefinedDraws',
    ]);
    expect(typeof metric.compute().quantile).toBe('number');
    expect(() => new BootStrapper(new MeanMetric(), { quantile: 2 })).toThrow('a number from 0 to 1');
  });
});

test('a fraction of a sample cannot be drawn', () => {
  const metric = new BootStrapper(new MutualInfoScore());
  expect(() => {
    metric.update([0, 1], [0, 1], { sampleWeight: [0.5, 1] });
  }).toThrow('a fraction of a sample cannot be drawn');
  expect(() => new BootStrapper(new MutualInfoScore(), { draws: 1 })).toThrow(MetricInputError);
});

test('a tracker has the best of each number of an interval', () => {
  const tracker = new MetricTracker(new BootStrapper(new MetricCollection({ ari: new AdjustedRandScore() })));
  for (const diagonal of [40, 50, 30]) {
    tracker.increment();
    tracker.update(
      ContingencyTable.fromMatrix([
        [diagonal, 10],
        [10, diagonal],
      ]),
    );
  }
  const { ari } = tracker.best;
  expect([ari.value.epoch, ari.lower.epoch, ari.upper.epoch]).toEqual([1, 1, 1]);
  expect(ari.lower.value).toBe(tracker.history[1]!.ari.lower);
  expect(ari.bias).toMatchObject({ epoch: -1, skipped: expect.stringContaining('ari_bias') });
});

test('too many draws are rejected', () => {
  expect(() => new BootStrapper(new MutualInfoScore(), { draws: 1e12 })).toThrow('2 to 1000000');
});
