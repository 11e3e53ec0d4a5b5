// What each worker of examples/workers.ts does: streams its part of the labels through metrics.
import { AdjustedRandScore, MetricCollection, MutualInfoScore } from 'tfjs-metrics';
import type { MetricSnapshot } from 'tfjs-metrics';

const BATCH = 100_000;

/** Labels that all workers see, and which of them are this one's. */
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
