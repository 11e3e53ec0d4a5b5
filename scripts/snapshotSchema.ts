// Prints the format of snapshots as a JSON Schema, made from the checks that read them:
// npm run -s schema:snapshots > docs/snapshot.schema.json
import * as z from 'zod/mini';
import { metricSchema } from '../src/metrics/metricSnapshot.ts';
import { clusterMomentsSchema } from '../src/state/clusterMomentsSnapshot.ts';
import { contingencySchema } from '../src/state/contingencySnapshot.ts';
import { extremesSchema } from '../src/state/extremes.ts';
import { jointMomentsSchema } from '../src/state/jointMomentsSnapshot.ts';
import { labeledSampleSchema } from '../src/state/labeledSampleBuffer.ts';
import { multiwaySchema } from '../src/state/multiwaySnapshot.ts';
import { pairwiseSchema } from '../src/state/pairwiseSnapshot.ts';
import { ratingSchema } from '../src/state/ratingSnapshot.ts';
import { sampleBufferSchema } from '../src/state/sampleBufferSnapshot.ts';
import { softHistogramSchema } from '../src/state/softHistogramSnapshot.ts';
import { valueMomentsSchema } from '../src/state/valueMoments.ts';
import { weightedSumSchema } from '../src/state/weightedSum.ts';

/** A state with a `kind` of its own stands under it; a format that is added goes here. */
const schemas = {
  Metric: metricSchema(),
  ContingencyTable: contingencySchema(),
  ClusterMoments: clusterMomentsSchema(),
  Extremes: extremesSchema(),
  JointMoments: jointMomentsSchema(),
  LabeledSampleBuffer: labeledSampleSchema(),
  MultiwayTable: multiwaySchema(),
  PairwiseTables: pairwiseSchema(),
  RatingCounts: ratingSchema(),
  SampleBuffer: sampleBufferSchema(),
  SoftHistogram: softHistogramSchema(),
  ValueMoments: valueMomentsSchema(),
  WeightedSum: weightedSumSchema(),
};

/** What stands where the checks hand on to those of another format. */
const PARTS: Record<string, Record<string, object>> = {
  LabeledSampleBuffer: { samples: { $ref: '#/$defs/SampleBuffer' } },
  PairwiseTables: { tables: { type: 'array', items: { $ref: '#/$defs/ContingencyTable' } } },
};

const definitions = Object.entries(schemas).map(([name, schema]) => {
  const made = z.toJSONSchema(schema, { unrepresentable: 'any' });
  delete made.$schema;
  return [name, { ...made, properties: { ...made.properties, ...PARTS[name] } }] as const;
});

console.log(
  JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Snapshots of tfjs-metrics, version 1',
      description:
        'A metric, or a state alone. What no schema can say is in snapshots.md beside it.',
      anyOf: definitions.map(([name]) => ({ $ref: `#/$defs/${name}` })),
      $defs: Object.fromEntries(definitions),
    },
    null,
    2,
  ),
);
