// Scores a k-means clustering of handwritten digits against the true digits, streaming the file in
// batches: npm run demo
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import * as metrics from 'tfjs-metrics';
import type { ContingencyTable } from 'tfjs-metrics';

const BATCH = 128;
const file = new URL('./data/digits.csv', import.meta.url);

const collection = new metrics.MetricCollection({
  mutualInfoScore: new metrics.MutualInfoScore(),
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
const table = new metrics.ContingencyTable();

const preds: number[] = [];
const target: number[] = [];

function updateWithBatch(): void {
  collection.update(preds, target);
  table.add(preds, target);
  preds.length = 0;
  target.length = 0;
}

const rows = createReadStream(file).pipe(parse({ columns: true }));
for await (const row of rows as AsyncIterable<Record<string, string>>) {
  preds.push(Number(row['cluster']));
  target.push(Number(row['target']));
  if (preds.length === BATCH) updateWithBatch();
}
if (preds.length > 0) updateWithBatch();

console.log('Clustering quality: k-means clusters of handwritten digits against the true digits');
console.log(`${table.n} samples in ${collection.updateCount} batches of up to ${BATCH}\n`);
printScores();
console.log();
printClusters(table);

function printScores(): void {
  const values = Object.entries(collection.compute());
  const lines = values.map(([name, value]) => {
    const { range, higherIsBetter } = collection.members[name as keyof typeof collection.members]
      .constructor as typeof metrics.Metric;
    const [least, greatest] = range.map((end) =>
      Number.isFinite(end) ? String(end) : end < 0 ? '-∞' : '∞',
    );
    const unit = greatest === '∞' ? 'nats' : '';
    return [
      name,
      value.toFixed(4),
      `${least} … ${greatest}`,
      higherIsBetter ? 'higher' : 'lower',
      unit,
    ];
  });
  printTable(['score', 'value', 'range', 'better', 'unit'], lines);
}

function printClusters({ predLabels, predSizes, targetLabels, n, cells }: ContingencyTable): void {
  const lines = predLabels.map((cluster, column) => {
    let largest = 0;
    let dominant = '';
    cells.count.forEach((count, k) => {
      if (cells.column[k] !== column || count <= largest) return;
      largest = count;
      dominant = String(targetLabels[cells.row[k]!]);
    });
    const size = predSizes[column]!;
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    return [String(cluster), String(size), percent(size / n), dominant, percent(largest / size)];
  });
  printTable(['cluster', 'size', 'share', 'dominant class', 'purity'], lines);
}

function printTable(head: string[], lines: string[][]): void {
  const isNumber = (column: number): boolean =>
    lines.every((line) => /^[\d.-]+( %)?$/.test(line[column]!));
  const widths = head.map((name, i) =>
    Math.max(name.length, ...lines.map((line) => line[i]!.length)),
  );
  const print = (line: string[]): void => {
    const padded = line.map((cell, i) =>
      isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!),
    );
    console.log(`  ${padded.join('  ')}`.trimEnd());
  };
  print(head);
  print(widths.map((width) => '─'.repeat(width)));
  lines.forEach(print);
}
