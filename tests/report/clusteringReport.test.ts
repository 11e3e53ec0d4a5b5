import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { ContingencyTable, MetricInputError } from 'tfjs-metrics';
import type { Label } from 'tfjs-metrics';
import { clusteringReport, ClusteringReport } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { readDigits } from '../../examples/digits.ts';

const { images, labels, clusters } = await readDigits();
const digits = clusteringReport({ preds: clusters, target: labels, data: images, title: 'Digits' });

const scoreOf = (report: ClusteringReport, name: string) => report.scores.find((score) => score.name === name);

/** Two clusters with three 1-D samples each. */
const SIX = { preds: [0, 0, 0, 1, 1, 1], data: [0, 1, 2, 10, 11, 12] };

describe('the report of the digits', () => {
  test('has the same scores as the separate functions', () => {
    const table = ContingencyTable.of(clusters, labels);
    const all = lib as unknown as Record<string, (...of: unknown[]) => number>;
    expect(digits.scores).toHaveLength(metricClasses.length + 4);
    for (const { name, value, range } of digits.scores) {
      const ofShape = /^(silhouette|calinski|davies|dunn)/.test(name);
      const alone = ofShape ? all[name]!(images, clusters) : all[name]!(table);
      expect(Math.abs(value - alone)).toBeLessThan(1e-9 * Math.abs(alone));
      expect(value).toBeGreaterThanOrEqual(range![0]);
      expect(value).toBeLessThanOrEqual(range![1]);
    }
  });

  test('has the intervals of bootstrapInterval', () => {
    const table = ContingencyTable.of(clusters, labels);
    const { lower, upper } = lib.bootstrapInterval(lib.adjustedRandScore, table);
    expect(scoreOf(digits, 'adjustedRandScore')!.interval).toEqual([lower, upper]);
  });

  test('has the result of mutualInfoTest', () => {
    const test = lib.mutualInfoTest(ContingencyTable.of(clusters, labels));
    expect(digits.mutualInfoTest).toEqual(test);
    expect(scoreOf(digits, 'mutualInfoScore')!.baseline).toBe(test.expected);
    expect(test.pValue).toBeLessThan(1e-100);
  });

  test('has chance baselines equal to the mean over shuffled labels', () => {
    const random = RandomSource.of(5);
    const shuffled = labels.slice();
    const sums = new Map<string, number>();
    const names = digits.scores.filter(({ baseline }) => baseline !== undefined).map(({ name }) => name);
    expect(names).toHaveLength(10);
    for (let s = 0; s < 60; s++) {
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = random.integer(i + 1);
        [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
      }
      const table = ContingencyTable.of(clusters, shuffled);
      for (const name of names) {
        const score = (lib as unknown as Record<string, (of: ContingencyTable) => number>)[name]!;
        sums.set(name, (sums.get(name) ?? 0) + score(table) / 60);
      }
    }
    for (const name of names) {
      expect(Math.abs(scoreOf(digits, name)!.baseline! - sums.get(name)!)).toBeLessThan(0.002);
    }
  });

  test('describes clusters and classes', () => {
    const cluster = digits.clusters.find(({ label }) => label === 3)!;
    const inside = labels.filter((_, i) => clusters[i] === 3);
    const nines = inside.filter((label) => label === 9).length;
    expect(cluster.size).toBe(inside.length);
    expect(cluster.share).toBeCloseTo(inside.length / labels.length, 12);
    expect(cluster.dominantClass).toBe(9);
    expect(cluster.purity).toBeCloseTo(nines / inside.length, 12);
    expect(cluster.entropy).toBeCloseTo(lib.entropyScore(inside), 12);
    const silhouettes = lib.silhouetteSamples(images, clusters).filter((_, i) => clusters[i] === 3);
    const mean = silhouettes.reduce((sum, value) => sum + value, 0) / silhouettes.length;
    expect(cluster.silhouette).toBeCloseTo(mean, 12);
    const eight = digits.classes.find(({ label }) => label === 8)!;
    const where = clusters.filter((_, i) => labels[i] === 8);
    expect(eight.size).toBe(where.length);
    expect(eight.members[0]!.count / where.length).toBe(eight.recall);
    for (const { cluster: at, count } of eight.members) {
      expect(where.filter((label) => label === at)).toHaveLength(count);
    }
  });

  test('equals the output shown in the guide', () => {
    const title = 'Clusters of handwritten digits by k-means';
    const shown = new ClusteringReport({ ...digits, title }).toString();
    expect(readFileSync('docs/reports-and-cli.md', 'utf8')).toContain(`\n${shown}\n`);
  });

  test('warns that the ones and the eights are merged', () => {
    expect(digits.warnings).toEqual(['Classes 1 and 8 are merged in cluster 7.']);
  });

  test('is aligned as text, without trailing spaces', () => {
    const lines = digits.toString().split('\n');
    const rules = lines.filter((line) => line.startsWith('─'));
    expect(rules).toHaveLength(4);
    expect(Math.max(...lines.slice(0, 60).map((line) => line.length))).toBeLessThan(140);
    expect(lines.filter((line) => /\s$/.test(line))).toEqual([]);
    expect(lines).toContain('! Classes 1 and 8 are merged in cluster 7.');
  });

  test('has three decimals in all scores, intervals and properties of clusters', () => {
    for (const text of [digits.toString(), digits.toMarkdown().replace(/\\/g, '')]) {
      const decimals = Array.from(
        text.matchAll(/(?<![\d.−])−?\d[\d,]*\.(\d+)(?! %| to|,|\d)/g),
        ([, part]) => part!.length,
      );
      expect(decimals.length).toBeGreaterThan(60);
      expect(decimals.filter((count) => count !== 3)).toEqual([1]);
    }
  });

  test('has the ranges that the numbers of labels allow', () => {
    expect(scoreOf(digits, 'mutualInfoScore')!.range).toEqual([0, Math.log(10)]);
    expect(scoreOf(digits, 'variationOfInformation')!.range![1]).toBeCloseTo(2 * Math.log(10), 12);
  });

  test('has charts, tables and notes as HTML', async () => {
    const html = await digits.toHTML();
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html).toContain('<div class="axis">');
    expect(html).toContain('from 1000 bootstrap tables');
  });

  test('has its charts in one Vega-Lite specification', () => {
    const { $schema, vconcat } = digits.toVegaLite() as { $schema: string; vconcat: unknown[] };
    expect($schema).toContain('vega-lite');
    expect(vconcat.length).toBeGreaterThan(4);
  });

  test('survives a round trip through JSON', () => {
    const back = ClusteringReport.fromJSON(JSON.parse(JSON.stringify(digits)));
    expect(JSON.stringify(back)).toBe(JSON.stringify(digits));
    expect(back.toString()).toBe(digits.toString());
    expect(back.scores).toEqual(digits.scores);
    expect(back.mutualInfoTest).toEqual(digits.mutualInfoTest);
    expect(back.table!.toMatrix()).toEqual(digits.table!.toMatrix());
  });
});

describe('the inputs of a report', () => {
  test('updated metrics give the same report as labels and samples', () => {
    const collection = new lib.MetricCollection({ rand: new lib.RandScore(), mi: new lib.MutualInfoScore() });
    const metrics = [collection, new lib.CalinskiHarabaszScore(), new lib.SilhouetteScore()] as const;
    for (let from = 0; from < labels.length; from += 500) {
      const preds = clusters.slice(from, from + 500);
      collection.update(preds, labels.slice(from, from + 500));
      for (const metric of metrics.slice(1)) metric.update(images.slice(from, from + 500) as never, preds as never);
    }
    const report = clusteringReport({ metrics, title: 'Digits' });
    expect(report.toString()).toBe(digits.toString());
    expect(collection.compute().rand).toBe(scoreOf(report, 'randScore')!.value);
  });

  test('a table, a subset of samples and moments of all samples can be combined', () => {
    const samples = new lib.LabeledSampleBuffer({ maxSamples: 300, seed: 1 });
    const checked = { data: Float64Array.from(images.flatMap((image) => [...image])), n: images.length, d: 64 };
    samples.add({ samples: checked, labels: { kind: 'number', values: Int32Array.from(clusters), fitsInt32: true } });
    const moments = lib.ClusterMoments.of(images, clusters);
    const report = clusteringReport({ table: digits.table, samples, moments });
    expect(scoreOf(report, 'calinskiHarabaszScore')!.value).toBeCloseTo(
      scoreOf(digits, 'calinskiHarabaszScore')!.value,
      8,
    );
    expect(scoreOf(report, 'silhouetteScore')!.value).toBeCloseTo(0.18, 1);
    expect(report.samples).toBe(1797);
    expect(report.notes.join()).toContain(
      'Silhouettes are computed from a uniform random subset of 300 of the 1,797 samples',
    );
  });

  test('a table alone gives no silhouettes, and samples alone give no classes', () => {
    const ofTable = clusteringReport({ table: digits.table });
    expect(ofTable.silhouettes).toBeUndefined();
    expect(scoreOf(ofTable, 'silhouetteScore')).toBeUndefined();
    const ofSamples = clusteringReport(SIX);
    expect([ofSamples.classes, ofSamples.table]).toEqual([[], undefined]);
    expect(ofSamples.scores.map(({ name }) => name)).toEqual([
      'silhouetteScore',
      'calinskiHarabaszScore',
      'daviesBouldinScore',
      'dunnIndex',
    ]);
    expect(ofSamples.toString()).toContain('A strong structure');
    expect(clusteringReport({ moments: lib.ClusterMoments.of(SIX.data, SIX.preds) }).samples).toBe(6);
  });

  test('samples beyond maxSamples are subsampled by seed', () => {
    const of = (seed: number) => clusteringReport({ preds: clusters, data: images, maxSamples: 200, seed });
    expect(of(1).silhouettes!.reduce((sum, { values }) => sum + values.length, 0)).toBe(200);
    expect(of(1).toString()).toBe(of(1).toString());
    expect(scoreOf(of(1), 'silhouetteScore')).not.toEqual(scoreOf(of(2), 'silhouetteScore'));
    expect(scoreOf(of(1), 'dunnIndex')).toEqual(scoreOf(digits, 'dunnIndex'));
  });

  test.each([
    [{}, 'expected preds with target, data or both'],
    [{ preds: [0] }, 'expected preds with target, data or both, got only preds'],
    [{ target: [0] }, 'expected preds with target or data, got no preds'],
    [{ preds: [0, 1], target: [0] }, 'preds, target: expected the same number of labels, got 2 and 1'],
    [{ table: [[1]] }, 'option "table": expected a ContingencyTable, got'],
    [
      { table: new ContingencyTable(), preds: [0], target: [0] },
      'expected one source of the table, got "target" as a second',
    ],
    [{ metrics: new lib.MeanMetric() }, 'expected metrics of clusterings'],
    [{ metrics: [3] }, 'expected a metric or a list of them, got 3'],
    [{ ...SIX, draws: 0 }, 'option "draws": expected a whole number from 2 up, got 0'],
    [{ ...SIX, pred: [] }, 'expected known options, got "pred"'],
  ])('invalid input %# is rejected', (options, message) => {
    const call = () => clusteringReport(options as never);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});

describe('warnings', () => {
  const warn = (preds: Label[], target: Label[], more = {}) =>
    clusteringReport({ preds: preds as number[], target: target as number[], draws: 10, ...more });
  const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

  test('name a giant cluster and small clusters', () => {
    const preds = [...times(90, 0), ...times(6, 1), ...times(4, 2)];
    const target = preds.map((_, i) => i % 4);
    const { warnings } = warn(preds, target);
    expect(warnings).toContain('Cluster 0 holds 90.0 % of all samples.');
    expect(warnings).toContain('1 cluster has fewer than 5 samples: 2.');
    expect(warnings).toContain('The clusters do not predict the classes significantly better than chance (p > 0.05).');
  });

  test('do not name a giant cluster that matches a giant class', () => {
    const preds = [...times(90, 0), ...times(6, 1), ...times(5, 2)];
    expect(warn(preds, preds).warnings).toEqual([]);
  });

  test('name noise labels, unless they are ignored', () => {
    const preds = [...times(20, 0), ...times(20, 1), ...times(10, -1)];
    const target = [...times(20, 0), ...times(20, 1), ...times(10, 1)];
    expect(warn(preds, target).warnings.join()).toContain('Label -1, which density-based clustering uses for noise');
    const without = warn(preds, target, { ignoreLabel: -1, data: preds.map((x) => [x]) });
    expect(without.samples).toBe(40);
    expect(without.warnings).toEqual(['20.0 % of the samples are left out: 10 with ignored labels.']);
    expect(without.notes).toContain('10 samples with ignored labels are left out.');
    expect(scoreOf(without, 'adjustedRandScore')!.value).toBe(1);
    expect(without.silhouettes!.map(({ label }) => label)).toEqual([0, 1]);
  });

  test('name a single cluster, which has no silhouette', () => {
    const one = clusteringReport({ preds: [0, 0, 0], data: [1, 2, 3] });
    expect(one.warnings[0]).toBe('There is only one cluster.');
    expect(scoreOf(one, 'silhouetteScore')!.value).toBeNaN();
    expect(ClusteringReport.fromJSON(JSON.parse(JSON.stringify(one))).scores).toEqual(one.scores);
  });
});

describe('edge cases', () => {
  test('fractional weights give no intervals, and a note says so', () => {
    const table = ContingencyTable.of([0, 1, 0], [0, 1, 1], { sampleWeight: [2, 1.5, 0.25] });
    const report = clusteringReport({ table });
    expect(report.scores.every(({ interval, baseline }) => !interval && baseline === undefined)).toBe(true);
    expect(scoreOf(report, 'mutualInfoScore')!.value).toBe(lib.mutualInfoScore(table));
    expect(scoreOf(report, 'randScore')).toBeUndefined();
    expect(report.notes.join()).toContain('The weights are not integers: confidence intervals');
    expect(report.toString()).toContain('3.8 samples');
  });

  test('tens of thousands of labels give output of bounded length', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `cluster ${i % 15_000} ${'long '.repeat(9)}`);
    const report = clusteringReport({ preds: many, target: many.map((_, i) => i % 20_000) });
    expect(report.clusters).toHaveLength(15_000);
    expect(report.notes.join()).toContain('The table has 30,000 cells');
    expect(report.toString().length).toBeLessThan(20_000);
    expect(report.toString()).toContain('… and 14,980 more');
    expect(report.toMarkdown().length).toBeLessThan(40_000);
    expect((await report.toHTML()).length).toBeLessThan(400_000);
  });

  test('an empty table gives an empty report', () => {
    const report = clusteringReport({ table: new ContingencyTable() });
    expect([report.samples, report.scores, report.clusters]).toEqual([0, [], []]);
    expect(report.toString()).toContain('There are no samples.');
  });

  test('labels and titles with control characters and markup are escaped', () => {
    const label = '\u001b[2J|`<script>alert(1)</script>\u202e*x* [a](https://b) www.c @d';
    const report = clusteringReport({ preds: [label, 'y'], target: [label, 'y'], title: label });
    expect(report.toString()).not.toMatch(/[\u001b\u202e\u2068]/);
    const markdown = report.toMarkdown();
    expect(markdown).not.toMatch(/[\u001b\u202e]|<script|(?<![\\*])[`[]|(?<!\\)\*x|https:\/\/|www\.|@/);
    const cells = markdown.split('\n').filter((line) => line.startsWith('| '));
    expect(cells.every((line) => /[^\\]\|$/.test(line))).toBe(true);
    expect(ClusteringReport.fromJSON(JSON.parse(JSON.stringify(report))).title).toBe(label);
  });
});
