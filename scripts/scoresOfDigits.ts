// Compares the scores of seven good and bad groupings of the digits: npm run demo:scores prints the table of
// docs/how-scores-behave.md.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import * as metrics from 'tfjs-metrics';
import { alignedTable } from '../bench/alignedTable.ts';

/** Size of the small sample. */
const FEW = 50;

const file = new URL('../examples/data/digits.csv', import.meta.url);
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
const target = rows.map((row) => Number(row['target']));
const clusters = rows.map((row) => Number(row['cluster']));
const random = mersenne(7);
const byChance = target.map(() => uniformInt(random, 0, 9));

const groupings: Record<string, readonly [preds: number[], target: number[]]> = {
  '10 clusters': [clusters, target],
  'each cut in 10': [clusters.map((cluster, i) => 10 * cluster + (i % 10)), target],
  'one giant': [clusters.map((cluster) => (cluster === 0 ? 0 : 1)), target],
  'each alone': [clusters.map((_, i) => i), target],
  'all in one': [clusters.map(() => 0), target],
  'by chance': [byChance, target],
  'by chance, 50': [byChance.slice(0, FEW), target.slice(0, FEW)],
};

const plain = { biasCorrection: false };
const scores: Record<string, (preds: number[], target: number[]) => number> = {
  mutualInfoScore: metrics.mutualInfoScore,
  normalizedMutualInfoScore: metrics.normalizedMutualInfoScore,
  adjustedMutualInfoScore: metrics.adjustedMutualInfoScore,
  randScore: metrics.randScore,
  adjustedRandScore: metrics.adjustedRandScore,
  fowlkesMallowsIndex: metrics.fowlkesMallowsIndex,
  homogeneityScore: metrics.homogeneityScore,
  completenessScore: metrics.completenessScore,
  vMeasureScore: metrics.vMeasureScore,
  clusterAccuracy: metrics.clusterAccuracy,
  purityScore: metrics.purityScore,
  bCubedScore: metrics.bCubedScore,
  jaccardScore: metrics.jaccardScore,
  variationOfInformation: metrics.variationOfInformation,
  cramersV: metrics.cramersV,
  'cramersV, uncorrected': (preds, target) => metrics.cramersV(preds, target, plain),
  tschuprowsT: metrics.tschuprowsT,
  pearsonsContingencyCoefficient: metrics.pearsonsContingencyCoefficient,
  theilsU: metrics.theilsU,
};

console.log(
  alignedTable(
    ['score', ...Object.keys(groupings)],
    Object.entries(scores).map(([name, score]) => [
      `\`${name}\``.replace(/, uncorrected`$/, '`, uncorrected'),
      ...Object.values(groupings).map(([preds, of]) => rounded(score(preds, of))),
    ]),
    (column) => column > 0,
  ),
);

function rounded(value: number): string {
  return value
    .toFixed(3)
    .replace(/^-0\.000$/, '0.000')
    .replace('-', '−');
}
