import { checkLabelPairs } from '../../inputs/labelPairs.ts';
import type { Label } from '../../inputs/labels.ts';
import type { SampleWeight } from '../../inputs/sampleWeight.ts';
import { sum } from '../../numeric/sum.ts';
import { addToTotal } from './addToTotal.ts';
import { CodeCounts } from './codeCounts.ts';
import { countEncodedPairs } from './countEncodedPairs.ts';
import { LabelCodes } from './labelCodes.ts';
import { tableCells, type TableCells } from './tableCells.ts';
import { withoutLabels } from './withoutLabels.ts';

/** Options for {@link cellsOfLabels}. */
interface CountOptions {
  readonly sampleWeight?: SampleWeight | undefined;
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
}

/**
 * Counts label pairs for a single score. A table to which more pairs are added is a {@link ContingencyTable}.
 *
 * @throws {@link MetricInputError} if a label or weight is invalid, or the lengths differ.
 */
export function cellsOfLabels(
  preds: unknown,
  target: unknown,
  { sampleWeight, ignoreLabel }: CountOptions = {},
): TableCells {
  const pairs = checkLabelPairs(preds, target, sampleWeight);
  if (pairs.weights) addToTotal(0, sum(pairs.weights));
  const [targetSide, predSide, counts] = [new LabelCodes(), new LabelCodes(), new CodeCounts()];
  targetSide.prepare(pairs.target);
  predSide.prepare(pairs.preds);
  counts.expect(pairs.length);
  countEncodedPairs(pairs, targetSide, predSide, counts);
  const used = counts.used();
  const kept = ignoreLabel === undefined ? used : withoutLabels(used, targetSide, predSide, ignoreLabel);
  return tableCells(kept, targetSide, predSide);
}
