import * as z from 'zod/mini';
import type { MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot } from '../../state/checkSnapshot.ts';
import type { ContingencySnapshot } from '../../state/tables/contingencySnapshot.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { factsSchema, factsSnapshot, type FactsSnapshot } from '../document/factsSnapshot.ts';
import type { ReportFacts } from '../document/reportFacts.ts';
import { restoreScores } from '../scores/scoreSnapshot.ts';
import type { ClusteringFacts } from './clusteringFacts.ts';
import { SHAPE_SCORES } from './shapeScores.ts';
import { scoreIn, tableScoreClasses } from './scoreTableCells.ts';

const WHAT = 'a clustering report';

/** JSON form of a clustering report. */
export interface ReportSnapshot
  extends
    FactsSnapshot<'ClusteringReport'>,
    Omit<ClusteringFacts, 'scores' | 'notes' | 'mutualInfoTest' | 'table' | 'silhouettes'> {
  /** Test of the mutual information against chance. */
  readonly mutualInfoTest: MutualInfoTest | null;
  /** Contingency table of clusters and classes. */
  readonly table: ContingencySnapshot | null;
  /** Silhouettes of each cluster. */
  readonly silhouettes:
    | readonly {
        /** Label of the cluster. */
        readonly label: Label;
        /** Silhouettes of its samples. */
        readonly values: readonly number[];
      }[]
    | null;
}

/** Converts a report to plain JSON. */
export function reportSnapshot(facts: ClusteringFacts & ReportFacts): ReportSnapshot {
  const { mutualInfoTest, table, silhouettes } = facts;
  return {
    ...factsSnapshot('ClusteringReport', facts),
    mutualInfoTest: mutualInfoTest ?? null,
    table: table?.toJSON() ?? null,
    silhouettes: silhouettes?.map(({ label, values }) => ({ label, values: Array.from(values) })) ?? null,
  };
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkReportSnapshot(value: unknown): ClusteringFacts {
  const snapshot = checkSnapshot<ReportSnapshot>(WHAT, schema(), value);
  const table = snapshot.table === null ? undefined : ContingencyTable.fromJSON(snapshot.table);
  const ofTable = tableScoreClasses().map((Score) => (table ? scoreIn(table, Score) : Score));
  return {
    ...snapshot,
    scores: restoreScores(WHAT, snapshot.scores, [...ofTable, ...SHAPE_SCORES]),
    mutualInfoTest: snapshot.mutualInfoTest ?? undefined,
    table,
    silhouettes: snapshot.silhouettes ?? undefined,
  };
}

const schema = /* @__PURE__ */ factsSchema('ClusteringReport', ({ number, size, share, label }) => {
  const positive = number.check(z.positive());
  const silhouette = number.check(z.gte(-1), z.lte(1));
  const cluster = z.strictObject({
    label,
    size: positive,
    share,
    purity: z.optional(share),
    dominantClass: z.optional(label),
    entropy: z.optional(size),
    silhouette: z.optional(silhouette),
  });
  const members = z.array(z.strictObject({ cluster: label, count: positive }));
  return {
    samples: size,
    mutualInfoTest: z.nullable(
      z.strictObject({
        value: number,
        expected: number,
        pValue: share,
        method: z.enum(['gTest', 'chiSquared', 'exact', 'permutation']),
      }),
    ),
    clusters: z.array(cluster),
    classes: z.array(z.strictObject({ label, size: positive, recall: share, members })),
    table: z.unknown(),
    silhouettes: z.nullable(z.array(z.strictObject({ label, values: z.array(silhouette) }))),
  };
});
