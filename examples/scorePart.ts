// Worker of examples/workers.ts: updates metrics with its part of the labels, in batches.
import { AdjustedRandScore, MetricCollection, MutualInfoScore } from 'tfjs-metrics';
import type { MetricSnapshot } from 'tfjs-metrics';

const BATCH = 100_000;

/** Labels shared by all workers, and the range of this worker. */
export interface Part {
  readonly preds: Int32Array;
  readonly target: Int32Array;
  readonly start: number;
  readonly end: number;
}

export function makeMetrics(): MetricCollection<{ mi: MutualInfoScore; ari: AdjustedRandScore }> {
  return new MetricCollection({ mi: new MutualInfoScore(), ari: new AdjustedRandScore() });
}

export default function scorePart({ preds, target, start, end }: Part): MetricSnapshot {
  const metrics = makeMetrics();
  for (let from = start; from < end; from += BATCH) {
    const to = Math.min(from + BATCH, end);
    metrics.update(preds.subarray(from, to), target.subarray(from, to));
  }
  return metrics.toJSON();
}
