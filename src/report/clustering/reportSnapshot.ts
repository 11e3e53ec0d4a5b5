import * as z from 'zod/mini';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import type { MutualInfoTest } from '../../functional/nominal/mutualInfoTest.ts';
import type { Label } from '../../inputs/labels.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import type { ContingencySnapshot } from '../../state/tables/contingencySnapshot.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreName } from '../scores/describeScore.ts';
import { restoreScore, scoreSchema, scoreSnapshot, type ScoreSnapshot } from '../scores/scoreSnapshot.ts';
import type { ClassFacts, ClusterFacts, ReportFacts } from './reportFacts.ts';
import { SHAPE_SCORES } from './shapeScores.ts';
import { scoreIn, tableScoreClasses } from './scoreTableCells.ts';

const WHAT = 'a clustering report';

/** JSON form of a clustering report. */
export interface ReportSnapshot {
  /** Type of the snapshot. */
  readonly kind: 'ClusteringReport';
  /** Version of the format. */
  readonly version: 1;
  /** Title of the report. */
  readonly title: string;
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  /** Scores, in display order. */
  readonly scores: readonly ScoreSnapshot[];
  /** Test of the mutual information against chance. */
  readonly mutualInfoTest: MutualInfoTest | null;
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];
  /** Clusters, by ascending label. */
  readonly clusters: readonly ClusterFacts[];
  /** Classes, by ascending label. */
  readonly classes: readonly ClassFacts[];
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
export function reportSnapshot(facts: ReportFacts): ReportSnapshot {
  const { title, samples, warnings, notes = [], clusters, classes, table, silhouettes } = facts;
  return {
    kind: 'ClusteringReport',
    version: 1,
    title,
    samples,
    scores: facts.scores.map(scoreSnapshot),
    mutualInfoTest: facts.mutualInfoTest ?? null,
    warnings,
    notes,
    clusters,
    classes,
    table: table?.toJSON() ?? null,
    silhouettes: silhouettes?.map(({ label, values }) => ({ label, values: Array.from(values) })) ?? null,
  };
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkReportSnapshot(value: unknown): ReportFacts {
  const snapshot = checkSnapshot<ReportSnapshot>(WHAT, schema(), value);
  const table = snapshot.table === null ? undefined : ContingencyTable.fromJSON(snapshot.table);
  return {
    ...snapshot,
    scores: snapshot.scores.map((score) => readScore(score, table)),
    mutualInfoTest: snapshot.mutualInfoTest ?? undefined,
    table,
    silhouettes: snapshot.silhouettes ?? undefined,
  };
}

function readScore(score: ScoreSnapshot, table: ContingencyTable | undefined): ChartedScore {
  const ofTable = tableScoreClasses().map((Score) => (table ? scoreIn(table, Score) : Score));
  const known = [...ofTable, ...SHAPE_SCORES].find((of) => scoreName(of) === score.name);
  if (known === undefined)
    throw damagedSnapshot(WHAT, `scores: expected the name of a score, got ${describeValue(score.name)}`);
  return restoreScore(known, score);
}

let made: z.ZodMiniObject | undefined;

function schema(): z.ZodMiniObject {
  if (made) return made;
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const positive = number.check(z.positive({ error }));
  const share = number.check(z.gte(0, { error }), z.lte(1, { error }));
  const silhouette = number.check(z.gte(-1, { error }), z.lte(1, { error }));
  const text = z.string({ error });
  const whole = number.check(z.refine(Number.isSafeInteger, { error }));
  const label = z.union([whole, text, z.boolean()], { error: 'expected a label' });
  const list = (of: z.ZodMiniType): z.ZodMiniType => z.array(of, { error });
  const cluster = z.strictObject({
    label,
    size: positive,
    share,
    purity: z.optional(share),
    dominantClass: z.optional(label),
    entropy: z.optional(number.check(z.gte(0, { error }))),
    silhouette: z.optional(silhouette),
  });
  const members = z.array(z.strictObject({ cluster: label, count: positive }), { error });
  return (made = z.strictObject({
    kind: z.literal('ClusteringReport', { error: 'expected "ClusteringReport"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    title: text,
    samples: number.check(z.gte(0, { error })),
    scores: list(scoreSchema()),
    mutualInfoTest: z.nullable(
      z.strictObject({
        value: number,
        expected: number,
        pValue: share,
        method: z.enum(['gTest', 'chiSquared', 'exact', 'permutation'], { error }),
      }),
    ),
    warnings: list(text),
    notes: list(text),
    clusters: list(cluster),
    classes: list(z.strictObject({ label, size: positive, recall: share, members })),
    table: z.unknown(),
    silhouettes: z.nullable(list(z.strictObject({ label, values: list(silhouette) }))),
  }));
}
