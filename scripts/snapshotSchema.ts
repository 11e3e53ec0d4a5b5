// Prints the JSON Schema of snapshots, generated from the checks that read them: npm run -s schema:snapshots >
// docs/snapshot.schema.json
import * as z from 'zod/mini';
import * as lib from '../src/index.ts';
import * as information from '../src/information/index.ts';
import { metricSchema } from '../src/metrics/metricSnapshot.ts';
import { binnedScoresSchema } from '../src/state/scores/binnedScoresSnapshot.ts';
import { calibrationBinsSchema } from '../src/state/scores/calibrationBins.ts';
import { classScoreCountsSchema } from '../src/state/scores/classScoreCounts.ts';
import { scoreCountsSchema } from '../src/state/scores/scoreCountsSnapshot.ts';
import { clusterMomentsSchema } from '../src/state/moments/clusterMomentsSnapshot.ts';
import { contingencySchema } from '../src/state/tables/contingencySnapshot.ts';
import { epochStatesSchema } from '../src/state/composed/epochStates.ts';
import { extremesSchema } from '../src/state/moments/extremes.ts';
import { jointMomentsSchema } from '../src/state/moments/jointMomentsSnapshot.ts';
import { labeledSampleSchema } from '../src/state/samples/labeledSampleBuffer.ts';
import { multilabelSchema } from '../src/state/tables/multilabelSnapshot.ts';
import { multiwaySchema } from '../src/state/tables/multiwaySnapshot.ts';
import { outputMomentsSchema } from '../src/state/moments/outputMoments.ts';
import { outputSumsSchema } from '../src/state/moments/outputSums.ts';
import { pairwiseSchema } from '../src/state/tables/pairwiseSnapshot.ts';
import { queryScoresSchema } from '../src/state/composed/queryScores.ts';
import { ratingSchema } from '../src/state/tables/ratingSnapshot.ts';
import { replicatesSchema } from '../src/state/composed/replicates.ts';
import { sampleBufferSchema } from '../src/state/samples/sampleBufferSnapshot.ts';
import { slidingWindowSchema } from '../src/state/composed/slidingWindow.ts';
import { partFormats } from '../src/state/snapshotPart.ts';
import { softHistogramSchema } from '../src/state/tables/softHistogramSnapshot.ts';
import { valueMomentsSchema } from '../src/state/moments/valueMoments.ts';
import { watchedStateSchema } from '../src/state/composed/watchedState.ts';
import { weightedSumSchema } from '../src/state/moments/weightedSum.ts';

/** Checks of the states by class name. Add new formats here. */
const states = {
  ContingencyTable: contingencySchema(),
  BinnedScoreCounts: binnedScoresSchema(),
  CalibrationBins: calibrationBinsSchema(),
  ClassScoreCounts: classScoreCountsSchema(),
  ClusterMoments: clusterMomentsSchema(),
  EpochStates: epochStatesSchema(),
  Extremes: extremesSchema(),
  JointMoments: jointMomentsSchema(),
  LabeledSampleBuffer: labeledSampleSchema(),
  MultilabelCounts: multilabelSchema(),
  MultiwayTable: multiwaySchema(),
  OutputMoments: outputMomentsSchema(),
  OutputSums: outputSumsSchema(),
  PairwiseTables: pairwiseSchema(),
  QueryScores: queryScoresSchema(),
  RatingCounts: ratingSchema(),
  Replicates: replicatesSchema(),
  SampleBuffer: sampleBufferSchema(),
  ScoreCounts: scoreCountsSchema(),
  SlidingWindow: slidingWindowSchema(),
  SoftHistogram: softHistogramSchema(),
  ValueMoments: valueMomentsSchema(),
  WatchedState: watchedStateSchema(),
  WeightedSum: weightedSumSchema(),
};

const refTo = (name: string) => ({ $ref: `#/$defs/${name}` });

function definition(schema: z.ZodMiniType): object {
  const made = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      const format = partFormats.get(zodSchema);
      if (format !== undefined) Object.assign(jsonSchema, refTo(format));
    },
  });
  delete made.$schema;
  return made;
}

/** States of the metrics that are composed of other metrics. Default for wrappers: the state of any metric. */
const COMPOSED: Record<string, string> = {
  Composition: 'StateRecord',
  MetricCollection: 'StateRecord',
  MetricTracker: 'EpochStates',
  MinMaxMetric: 'WatchedState',
  MultioutputWrapper: 'StateRecord',
  MultitaskWrapper: 'StateRecord',
  Running: 'SlidingWindow',
};

/** Returns the kinds of metrics by the name of their state. */
function kindsByState(): Map<string, string[]> {
  const states = new Map<string, string[]>();
  const put = (kind: string, state: string) => states.set(state, [...(states.get(state) ?? []), kind]);
  for (const value of Object.values({ ...lib, ...information }) as unknown[]) {
    const { prototype, metricName } = value as { prototype?: unknown; metricName?: string };
    if (!(prototype instanceof lib.Metric) || !Object.hasOwn(value as object, 'metricName')) continue;
    if (metricName === undefined) continue;
    const made = COMPOSED[metricName] ?? (prototype instanceof lib.WrapperMetric ? 'State' : undefined);
    if (made !== undefined) put(metricName, made);
    else put(metricName, new (value as new () => lib.AnyMetric)().state.constructor.name);
  }
  put('Composition', COMPOSED['Composition']!);
  return states;
}

const Metric = {
  ...definition(metricSchema()),
  allOf: [...kindsByState()].map(([state, kinds]) => ({
    if: { properties: { kind: { enum: [...new Set(kinds)].sort() } } },
    then: { properties: { state: refTo(state) } },
  })),
};

const names = [...Object.keys(states), 'StateRecord'];
console.log(
  JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Snapshots of tfjs-metrics, version 1',
      description: 'A metric or a single state. See snapshots.md for constraints that a schema cannot express.',
      anyOf: ['Metric', ...names].map(refTo),
      $defs: {
        Metric,
        // An empty record would accept any invalid part.
        State: {
          anyOf: [...Object.keys(states).map(refTo), { ...refTo('StateRecord'), minProperties: 1 }],
        },
        StateRecord: { type: 'object', additionalProperties: refTo('State') },
        ...Object.fromEntries(Object.entries(states).map(([name, schema]) => [name, definition(schema)] as const)),
      },
    },
    null,
    2,
  ),
);
