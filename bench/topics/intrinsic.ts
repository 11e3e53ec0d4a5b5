import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { Piscina } from 'piscina';
import * as metrics from 'tfjs-metrics';
import type { Samples, SilhouetteScoreOptions, SilhouetteSums } from 'tfjs-metrics';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { heldMemory, peakMemory } from '../memory.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race, timed, type Contender } from '../timing.ts';

const FEATURES = 16;
const CLUSTERS = 10;

await tf.setBackend('cpu');

type Values = Float64Array | Float32Array;

/** Samples around the centers of their clusters, in the form of our input. */
interface Clustered {
  readonly flat: Values;
  readonly data: Samples;
  readonly labels: Int32Array;
}

/** Kind of input: the array type, and the conversion to our input. */
interface Kind {
  readonly Values: new (length: number) => Values;
  shaped(flat: Values, n: number): Samples;
  /** Suffix of the peer's function for this kind of input. Default: none, for NumPy arrays. */
  readonly suffix?: string;
}

const asFlat = (data: Values, n: number): Samples => ({ data, shape: [n, FEATURES] });
const asRows = (flat: Values, n: number): Samples =>
  Array.from({ length: n }, (_, i) => Array.from(flat.subarray(i * FEATURES, (i + 1) * FEATURES)));
const asTensor = (flat: Values, n: number): Samples => tf.tensor2d(flat as Float32Array, [n, FEATURES]);

const DOUBLES: Kind = { Values: Float64Array, shaped: asFlat };
const KINDS: Readonly<Record<string, Kind>> = {
  Float64Array: DOUBLES,
  Float32Array: { Values: Float32Array, shaped: asFlat },
  'a tensor': { Values: Float32Array, shaped: asTensor },
  'arrays of rows': { Values: Float64Array, shaped: asRows, suffix: '_of_lists' },
};

const clustered =
  (n: number, { Values, shaped }: Kind) =>
  (): Clustered => {
    const uniform = (i: number, seed: number): number => hash32(i, seed) / 2 ** 32;
    const labels = Int32Array.from({ length: n }, (_, i) => hash32(i, 1) % CLUSTERS);
    const flat = new Values(n * FEATURES).map((_, at) => {
      const j = at % FEATURES;
      return uniform(labels[(at - j) / FEATURES]! * FEATURES + j, 2) + uniform(at, 3);
    });
    return { flat, data: shaped(flat, n), labels };
  };

const scikitPython = python('intrinsic.py');
const scikit = (run: string) =>
  // Always float64: with float32 input, scikit-learn computes in float32.
  peer(`scikit-learn ${run}`, scikitPython, run, ({ flat, labels }: Clustered) => [Float64Array.from(flat), labels]);

/** Creates a pool of worker threads, and returns silhouettes that they compute. */
function silhouetteOnWorkers(threads: number): (given: Clustered) => Promise<number> {
  const filename = new URL('../../bench/silhouetteWorker.mjs', import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  // Lets the process exit although nothing closes the pool.
  pool.threads.forEach((thread) => {
    thread.unref();
  });
  const run = (part: metrics.SilhouettePart): Promise<SilhouetteSums> => pool.run(part) as Promise<SilhouetteSums>;
  return ({ data, labels }) => metrics.silhouetteScoreAsync(data, labels, { run, parts: 2 * threads });
}

const onWorkers = (threads: number): Contender<Clustered> => ({
  name: `ours on ${threads} workers`,
  start: async (given) => {
    const score = silhouetteOnWorkers(threads);
    return (calls) => timed(calls, () => score(given));
  },
});

function silhouetteMemory(name: string): BenchmarkCase {
  let score: ReturnType<typeof silhouetteOnWorkers> | undefined;
  return peakMemory<Clustered>({
    name,
    prepare: () => (score = silhouetteOnWorkers(2))(clustered(1000, DOUBLES)()),
    given: clustered(20_000, DOUBLES),
    run: (given) => score!(given),
    below: 50,
  });
}

const silhouette = (n: number, metric: SilhouetteScoreOptions['metric'], timesAsFast: number) =>
  race<Clustered>({
    name: `silhouetteScore, ${metric}, ${n} × ${FEATURES}, ${CLUSTERS} clusters`,
    given: clustered(n, DOUBLES),
    rounds: 3,
    ours: inProcess('ours', ({ data, labels }) => metrics.silhouetteScore(data, labels, { metric })),
    opponents: [{ ...scikit(`${metric}_silhouette_score`), timesAsFast }],
  });

const byMoments = (score: 'calinskiHarabaszScore' | 'daviesBouldinScore', run: string): readonly BenchmarkCase[] =>
  Object.entries(KINDS).map(([kind, inputs]) =>
    race<Clustered>({
      name: `${score}, 10⁵ × ${FEATURES}, ${kind}`,
      given: clustered(100_000, inputs),
      rounds: 21,
      ours: inProcess('ours', ({ data, labels }) => metrics[score](data, labels)),
      opponents: [{ ...scikit(run + (inputs.suffix ?? '')), timesAsFast: 3 }],
    }),
  );

const BATCH = 10_000;
const BATCHES = 10_000;

/** Clustering scores computed from samples. */
export const intrinsic: readonly BenchmarkCase[] = [
  silhouette(20_000, 'euclidean', 2),
  race<Clustered>({
    name: `silhouetteScoreAsync on two warm workers, euclidean, 20000 × ${FEATURES}, ${CLUSTERS} clusters`,
    given: clustered(20_000, DOUBLES),
    rounds: 5,
    isFastest: true,
    ours: onWorkers(2),
    opponents: [{ ...scikit('euclidean_silhouette_score'), timesAsFast: 6 }],
  }),
  silhouetteMemory(`silhouetteScoreAsync on two warm workers, 20000 × ${FEATURES}, peak memory`),
  silhouette(20_000, 'cosine', 2),
  silhouette(8_000, 'manhattan', 1),
  silhouette(8_000, 'chebyshev', 1),
  ...byMoments('calinskiHarabaszScore', 'calinski_harabasz_score'),
  ...byMoments('daviesBouldinScore', 'davies_bouldin_score'),
  heldMemory({
    name: `CalinskiHarabaszScore, heap growth over ${BATCHES} batches of ${BATCH}`,
    given: clustered(BATCH, DOUBLES),
    run: ({ data, labels }) => {
      const metric = new metrics.CalinskiHarabaszScore();
      for (let batch = 0; batch < BATCHES; batch++) metric.update(data, labels);
      return metric;
    },
    below: 5,
  }),
];
