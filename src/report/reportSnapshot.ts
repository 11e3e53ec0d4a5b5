import * as z from 'zod/mini';
import type { ChartedScore } from '../charts/scoreParts.ts';
import type { MutualInfoTest } from '../functional/information/discrete/mutualInfoTest.ts';
import type { Label } from '../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../state/checkSnapshot.ts';
import type { ContingencySnapshot } from '../state/tables/contingencySnapshot.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { describeScore, scoreName } from './describeScore.ts';
import type { ClassFacts, ClusterFacts, ReportFacts } from './reportFacts.ts';
import { SHAPE_SCORES } from './shapeScores.ts';
import { tableScoreClasses } from './tableScores.ts';

const WHAT = 'a clustering report';

/** A number as JSON holds it: null stands for NaN, text for what is endless. */
type JsonNumber = number | null | 'Infinity' | '-Infinity';

/** A clustering report as plain JSON. */
export interface ReportSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'ClusteringReport';
  /** The version of this format. */
  readonly version: 1;
  /** What stands above it. */
  readonly title: string;
  /** How many samples were scored. */
  readonly samples: number;
  /** The scores, by the name of their function. */
  readonly scores: readonly {
    /** The name of the function. */
    readonly name: string;
    /** What it gave. */
    readonly value: JsonNumber;
    /** Its 95 % interval. */
    readonly interval?: readonly [number, number] | undefined;
    /** What chance gives. */
    readonly baseline?: number | undefined;
  }[];
  /** Mutual information beside what chance gives. */
  readonly mutualInfoTest: MutualInfoTest | null;
  /** What to look at, in words. */
  readonly warnings: readonly string[];
  /** How the numbers were made, in words. */
  readonly notes: readonly string[];
  /** The clusters, by ascending label. */
  readonly clusters: readonly ClusterFacts[];
  /** The classes, by ascending label. */
  readonly classes: readonly ClassFacts[];
  /** How often each cluster meets each class. */
  readonly table: ContingencySnapshot | null;
  /** The silhouettes of each cluster. */
  readonly silhouettes:
    | readonly {
        /** The name of the cluster. */
        readonly label: Label;
        /** Those of its samples. */
        readonly values: readonly number[];
      }[]
    | null;
}

/** The snapshot of a report. */
export function reportSnapshot(facts: ReportFacts): ReportSnapshot {
  const { title, samples, warnings, notes = [], clusters, classes, table, silhouettes } = facts;
  return {
    kind: 'ClusteringReport',
    version: 1,
    title,
    samples,
    scores: facts.scores.map(({ name, value, interval, baseline }) => ({
      name,
      value: jsonNumber(value),
      ...(interval === undefined ? {} : { interval }),
      ...(baseline === undefined ? {} : { baseline }),
    })),
    mutualInfoTest: facts.mutualInfoTest ?? null,
    warnings,
    notes,
    clusters,
    classes,
    table: table?.toJSON() ?? null,
    silhouettes: silhouettes?.map(({ label, values }) => ({ label, values: Array.from(values) })) ?? null,
  };
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkReportSnapshot(value: unknown): ReportFacts {
  const snapshot = checkSnapshot<ReportSnapshot>(WHAT, schema(), value);
  return {
    ...snapshot,
    scores: snapshot.scores.map(readScore),
    mutualInfoTest: snapshot.mutualInfoTest ?? undefined,
    table: snapshot.table === null ? undefined : ContingencyTable.fromJSON(snapshot.table),
    silhouettes: snapshot.silhouettes ?? undefined,
  };
}

function readScore({ name, value, interval, baseline }: ReportSnapshot['scores'][number]): ChartedScore {
  const known = [...tableScoreClasses(), ...SHAPE_SCORES].find((score) => scoreName(score) === name);
  if (known === undefined) throw damagedSnapshot(WHAT, 'it has a score that is not known');
  const ends = interval && { lower: interval[0], upper: interval[1] };
  return describeScore(known, value === null ? NaN : Number(value), ends, baseline);
}

function jsonNumber(value: number): JsonNumber {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? 'Infinity' : '-Infinity';
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
  const score = z.strictObject({
    name: text,
    value: z.union([number, z.null(), z.enum(['Infinity', '-Infinity'])], { error }),
    interval: z.optional(z.tuple([number, number], { error })),
    baseline: z.optional(number),
  });
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
    scores: list(score),
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
