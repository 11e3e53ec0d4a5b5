import * as lib from 'tfjs-metrics';
import { Metric, WrapperMetric, type AnyMetric } from 'tfjs-metrics';
import * as information from 'tfjs-metrics/information';
import { SoftHistogramMetric } from 'tfjs-metrics/information';
import { wrappedMetrics } from '../wrappers/wrappedMetrics.ts';

/** Metric with valid batches. */
export interface SavedMetric {
  readonly name: string;
  readonly make: () => AnyMetric;
  readonly batches: Batches;
}

type MetricClass = (new (options?: object) => AnyMetric) & {
  readonly metricName: string | undefined;
};

type Batches = readonly (readonly unknown[])[];

const x = [0.1, 0.4, 0.6, 0.85, 0.3, 0.75];
const y = [0.9, 0.5, 0.45, 0.2, 0.65, 0.1];
const z = [0.35, 0.15, 0.95, 0.55, 0.05, 0.7];
const p = [
  [0.75, 0.25],
  [0.5, 0.5],
];

/** Two batches of every kind of input. Each metric uses the first kind that it accepts. */
const KINDS: readonly Batches[] = [
  // Samples and their clusters.
  [
    [
      [
        [0, 0],
        [0.5, 1],
        [5, 4],
        [4, 4],
      ],
      ['a', 'a', 'b', 'b'],
    ],
    [
      [
        [1, 0],
        [0.25, -1],
        [6, 4],
        [9, 9],
      ],
      ['a', 'b', 'b', 'c'],
    ],
  ],
  // Columns of labels.
  [
    [
      [
        ['x', 'y', 'x'],
        ['z', 'y', 'y'],
      ],
    ],
    [
      [
        ['z', 'x', 'x'],
        ['x', 'y', 'x'],
      ],
    ],
  ],
  // Ratings.
  [
    [
      [
        [0, 3],
        [2, 1],
      ],
    ],
    [[[1, 2]]],
  ],
  // Soft assignments, and labels.
  [
    [p, ['cat', 'dog']],
    [p, ['dog', 'dog']],
  ],
  // Two labelings.
  [
    [
      ['a', 'b', 'b', 'a'],
      [1, 1, -3, 7],
    ],
    [
      ['c', 'a'],
      [7, 1],
    ],
  ],
  // Continuous values of two variables, of three and of one.
  [
    [x, y],
    [y, z],
  ],
  [
    [x, y, z],
    [y, z, x],
  ],
  [[x], [y]],
  // Scores of several labels per sample. Neither the predictions nor the targets are those of one class per sample.
  [
    [
      [
        [0.75, 0.5],
        [0.25, 1],
      ],
      [
        [1, 1],
        [0, 1],
      ],
    ],
    [[[0.125, 0.625]], [[1, 0]]],
  ],
  // Predicted and true classes.
  [
    [
      [1, 0, 0, 1],
      [1, 1, 0, 1],
    ],
    [
      [0, 1],
      [1, 0],
    ],
  ],
  // Predicted and true classes of samples in groups.
  [
    [
      [1, 0, 1],
      [1, 1, 0],
      ['a', 'b', 'a'],
    ],
    [
      [0.25, 0.75],
      [0, 1],
      ['b', 'a'],
    ],
  ],
  // Numbers for aggregations.
  [[0.5], [0.75]],
];

function batchesFor(make: () => AnyMetric): Batches {
  const accepts = (batches: Batches): boolean => {
    try {
      seen({ name: '', make, batches });
      return true;
    } catch {
      return false;
    }
  };
  const batches = KINDS.find(accepts);
  if (batches === undefined) throw new Error(`${make().name} takes none of the kinds of batches`);
  return batches;
}

/** Classes of wrappers and aggregations. */
const madeClasses = new Set<unknown>(wrappedMetrics.map(({ make }) => make().constructor));

/** Returns whether a class is a metric that is created without another metric. */
function isPlainMetric(value: unknown): value is MetricClass {
  const prototype = (value as { prototype?: unknown }).prototype;
  if (!(prototype instanceof Metric) || !Object.hasOwn(value as object, 'metricName')) return false;
  return !madeClasses.has(value) && !(prototype instanceof WrapperMetric);
}

/** All exported metrics, by enumeration, so that new metrics are included. */
export const savedMetrics: readonly SavedMetric[] = [
  ...Object.values({ ...lib, ...information } as Record<string, unknown>)
    .filter(isPlainMetric)
    .map((metricClass) => {
      // Fewer bins than the default, for shorter snapshots.
      const isBinned = metricClass.prototype instanceof SoftHistogramMetric;
      const make = (): AnyMetric => new metricClass(isBinned ? { bins: 5 } : {});
      return { name: metricClass.metricName!, make, batches: batchesFor(make) };
    }),
  ...wrappedMetrics.map(({ name, make, batch }) => ({ name, make, batches: [batch(1), batch(2)] })),
];

/** Returns a metric after its batches. */
export function seen({ make, batches }: SavedMetric): AnyMetric {
  const metric = make();
  for (const batch of batches) metric.update(...batch);
  return metric;
}

/** Returns a metric restored from a snapshot. */
export function restored({ make }: SavedMetric, snapshot: unknown): AnyMetric {
  const metric = make();
  metric.merge(snapshot as never);
  return metric;
}

/** Returns a value or snapshot after a round trip through JSON. */
export function throughFile(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
