import { MetricInputError } from '../../inputs/metricInputError.ts';
import { CompensatedSum } from '../../numeric/compensatedSum.ts';

/** Number of terms that are added without compensation. Their rounding error does not depend on the number of blocks. */
const BLOCK = 128;

/** Terms of one output. */
interface Terms {
  readonly n: number;
  readonly weights: Float64Array | undefined;
  /** Returns the term of a sample. */
  readonly termAt: (i: number) => number;
  /** True if a term can be infinite, such as a ratio to a target of 0. Other terms are infinite only by overflow. */
  readonly canBeInfinite?: boolean | undefined;
}

/**
 * Returns the weighted sum of the terms of all samples.
 *
 * @throws {@link MetricInputError} if a term or the sum overflows.
 */
export function sumOfTerms({ n, weights, termAt, canBeInfinite }: Terms): CompensatedSum {
  const sum = new CompensatedSum();
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    let part = 0;
    if (weights === undefined) for (let i = start; i < end; i++) part += termAt(i);
    // A term with weight 0 does not count, even if it is infinite.
    else for (let i = start; i < end; i++) if (weights[i] !== 0) part += termAt(i) * weights[i]!;
    sum.add(part);
  }
  if (canBeInfinite || Number.isFinite(sum.value)) return sum;
  let row = 0;
  while (row < n && Number.isFinite(termAt(row))) row++;
  const [place, what] = row < n ? [`row ${row}: `, 'a loss'] : ['', 'a sum of losses'];
  throw new MetricInputError(
    `preds, target: ${place}expected ${what} below 1.8e308, got ${row < n ? termAt(row) : sum.value}; ` +
      'divide all values by the same number',
  );
}
