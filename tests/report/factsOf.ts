import * as metrics from 'tfjs-metrics';
import type { ContingencyTable, Label, Metric, Samples } from 'tfjs-metrics';
import type { ReportFacts } from '../../src/report/reportFacts.ts';

const SCORES = [
  'adjustedRandScore',
  'adjustedMutualInfoScore',
  'normalizedMutualInfoScore',
  'homogeneityScore',
  'completenessScore',
  'vMeasureScore',
  'clusterAccuracy',
  'purityScore',
  'mutualInfoScore',
  'variationOfInformation',
] as const;

/** What a page says of labelings. */
export function factsOf(
  title: string,
  preds: readonly Label[],
  target?: readonly Label[],
  data?: Samples,
  warnings: readonly string[] = [],
): ReportFacts {
  const table = metrics.ContingencyTable.of(preds, target ?? preds);
  const { predLabels, targetLabels, predSizes, targetSizes, n } = table;
  const cells = [...table.entries()].sort((a, b) => b.count - a.count);
  const values = data === undefined ? undefined : metrics.silhouetteSamples(data, preds);
  const silhouettes =
    values &&
    predLabels.map((label) => ({ label, values: values.filter((_, i) => preds[i] === label) }));
  return {
    title,
    samples: n,
    scores: [
      ...(target === undefined ? [] : SCORES.map((name) => scoreOf(name, table))),
      ...(values === undefined ? [] : [{ name: 'silhouetteScore', value: meanOf(values), range: [-1, 1], higherIsBetter: true } as const]), // prettier-ignore
    ],
    warnings,
    clusters: predLabels.map((label, k) => {
      const inside = cells.filter(({ pred }) => pred === label);
      const [most] = inside;
      const size = predSizes[k]!;
      const entropy = inside.reduce((sum, { count }) => sum - (count / size) * Math.log(count / size), 0); // prettier-ignore
      const classes = { purity: most!.count / size, dominantClass: most!.target, entropy };
      const own = silhouettes?.[k]!.values;
      return {
        label,
        size,
        share: size / n,
        silhouette: own && meanOf(own),
        ...(target === undefined ? {} : classes),
      };
    }),
    classes: (target === undefined ? [] : targetLabels).map((label, k) => {
      const members = cells.filter((cell) => cell.target === label);
      const size = targetSizes[k]!;
      return {
        label,
        size,
        recall: members[0]!.count / size,
        members: members.map(({ pred, count }) => ({ cluster: pred, count })),
      };
    }),
    table: target === undefined ? undefined : table,
    silhouettes,
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function scoreOf(name: (typeof SCORES)[number], table: ContingencyTable) {
  const className = name.charAt(0).toUpperCase() + name.slice(1);
  const { range, higherIsBetter } = (metrics as unknown as Record<string, typeof Metric>)[className]!; // prettier-ignore
  const value = (metrics[name] as (of: ContingencyTable) => number)(table);
  return { name, value, range, higherIsBetter };
}
