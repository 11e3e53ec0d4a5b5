import { withoutOptions } from '../inputs/options/withoutOptions.ts';
import * as classification from '../classification/index.ts';
import { Metric, type AnyMetric } from '../metrics/metric.ts';
import { MetricCollection } from '../metrics/metricCollection.ts';
import type { MetricDescription } from '../metrics/metricSnapshot.ts';
import { badData, badUsage } from './commandError.ts';
import { printable } from './printable.ts';
import { readJson } from './readStates.ts';

type MetricClass = new (options: unknown) => AnyMetric;

/** Metrics of a classifier by name. */
const CLASSES: ReadonlyMap<unknown, MetricClass> = new Map(
  Object.values(classification)
    .filter((value) => (value as { prototype?: unknown }).prototype instanceof Metric)
    .map((value) => [(value as unknown as typeof Metric).metricName, value as unknown as MetricClass]),
);

const EXPECTED = 'expected a snapshot of a metric of a classifier or a collection of them';

/** Restores the metrics in JSON files, and merges those of the same class and options. */
export async function readMetrics(paths: readonly string[]): Promise<AnyMetric[]> {
  if (paths.length === 0) throw badUsage('classify --merge: expected at least one file, got none');
  const merged: AnyMetric[] = [];
  for (const path of paths) {
    const name = printable(path, 200);
    const snapshots = [await readJson(path, name)].flat() as MetricDescription[];
    snapshots.forEach((snapshot, at) => {
      try {
        merged[at] ??= metricOf(snapshot);
        merged[at].merge(snapshot as never);
      } catch (cause) {
        throw badData(`${name}: ${(cause as Error).message}`, { cause });
      }
    });
  }
  return merged;
}

/** Creates a metric without batches from its description. */
function metricOf(description: unknown): AnyMetric {
  const { kind, options } = (description ?? {}) as Partial<MetricDescription>;
  if (kind === 'MetricCollection') {
    const members = Object.entries((options?.['metrics'] ?? {}) as Readonly<Record<string, unknown>>);
    const own = withoutOptions(options!, ['metrics']);
    return new MetricCollection(Object.fromEntries(members.map(([name, of]) => [name, metricOf(of)])), own) as never;
  }
  const Class = kind === undefined ? undefined : CLASSES.get(kind);
  if (Class) return new Class(options);
  throw badData(
    `${EXPECTED}, got ${typeof kind === 'string' ? `"${printable(kind)}"` : 'other JSON'}; write it with toJSON()`,
  );
}
