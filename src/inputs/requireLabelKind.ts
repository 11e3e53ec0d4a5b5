import type { LabelKind } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';

/** @throws {@link MetricInputError} if labels are of another kind than those seen before; undefined for no labels. */
export function requireLabelKind(seen: LabelKind | undefined, kind: LabelKind | undefined, name: string): void {
  if (seen === undefined || kind === undefined || seen === kind) return;
  throw new MetricInputError(`${name}: expected ${seen} labels, as in earlier batches, got ${kind} labels`);
}
