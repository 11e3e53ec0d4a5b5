import { MetricInputError } from './metricInputError.ts';
import { checkSamples, type CheckedSamples } from './samples.ts';

/**
 * Checks blocks of samples, one block per variable, with one row per sample.
 *
 * @param read - reads one block. Default: values that are not finite are rejected.
 * @throws {@link MetricInputError} if a value is not finite, or blocks differ in length.
 */
export function checkSampleBlocks(
  inputs: readonly unknown[],
  names: readonly string[],
  read: typeof checkSamples = checkSamples,
): CheckedSamples[] {
  const blocks = inputs.map((input, b) => read(input, names[b]!));
  const [first] = blocks;
  blocks.forEach(({ n, d }, b) => {
    if (d === 0) throw new MetricInputError(`${names[b]}: expected at least one column, got none`);
    if (n === first!.n) return;
    throw new MetricInputError(
      `${names[0]}, ${names[b]}: expected the same number of samples, got ${first!.n} and ${n}`,
    );
  });
  return blocks;
}
