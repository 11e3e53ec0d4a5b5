import { MetricInputError } from './metricInputError.ts';
import { checkSamples, type CheckedSamples } from './samples.ts';

/**
 * Checks samples of several variables, of which each sample has one row in every block.
 *
 * @throws {@link MetricInputError} when a value is not finite, or blocks differ in length.
 */
export function checkSampleBlocks(inputs: readonly unknown[], names: readonly string[]): CheckedSamples[] {
  const blocks = inputs.map((input, b) => checkSamples(input, names[b]!));
  const [first] = blocks;
  blocks.forEach(({ n, d }, b) => {
    if (d === 0) throw new MetricInputError(`${names[b]}: expected at least one column, got none`);
    if (n === first!.n) return;
    throw new MetricInputError(
      `${names[0]} has ${first!.n} samples and ${names[b]} ${n}: expected as many of one as of the other`,
    );
  });
  return blocks;
}
