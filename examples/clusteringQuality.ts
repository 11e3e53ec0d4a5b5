// Evaluates a k-means clustering of handwritten digits against the true digits, streamed in batches, and writes an
// HTML report: npm run demo
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { AdjustedRandScore, CalinskiHarabaszScore, MetricCollection, SilhouetteScore } from 'tfjs-metrics';
import { clusteringReport } from 'tfjs-metrics/report';

const BATCH = 128;
const file = new URL('./data/digits.csv', import.meta.url);
const folder = new URL('./output/', import.meta.url);

// The first metric keeps a table of labels, the others keep samples: together, all that the report needs.
const agreement = new AdjustedRandScore();
const shape = new MetricCollection({
  silhouette: new SilhouetteScore({ maxSamples: 5000 }),
  calinskiHarabasz: new CalinskiHarabaszScore(),
});

let rows: Record<string, string>[] = [];

function updateWithBatch(): void {
  const clusters = rows.map((row) => Number(row['cluster']));
  const pixels = Object.keys(rows[0]!).filter((column) => column.startsWith('pixel_'));
  agreement.update(
    clusters,
    rows.map((row) => Number(row['target'])),
  );
  shape.update(
    rows.map((row) => pixels.map((column) => Number(row[column]))),
    clusters,
  );
  rows = [];
}

const lines = createReadStream(file).pipe(parse({ columns: true }));
for await (const row of lines as AsyncIterable<Record<string, string>>) {
  if (rows.push(row) === BATCH) updateWithBatch();
}
if (rows.length > 0) updateWithBatch();

const report = clusteringReport({
  metrics: [agreement, shape],
  title: 'K-means clusters of handwritten digits',
});
console.log(report.toString());

mkdirSync(folder, { recursive: true });
const page = fileURLToPath(new URL('digits.html', folder));
writeFileSync(page, await report.toHTML());
console.log(`\nReport with charts: ${page}`);
