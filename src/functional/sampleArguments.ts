import { countOf } from '../inputs/countOf.ts';
import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import type { Labels } from '../inputs/labels.ts';
import { checkLabeledSamples } from '../inputs/labeledSamples.ts';
import type { OptionsReader } from '../inputs/options/defineOptions.ts';
import type { Samples } from '../inputs/samples.ts';
import { clusterSamples, type ClusteredSamples } from '../state/samples/clusteredSamples.ts';
import { LabeledSampleBuffer } from '../state/samples/labeledSampleBuffer.ts';

/** Arguments of a score of samples and their clusters. */
export type SampleArguments<Options> =
  | readonly [data: Samples, labels: Labels, options?: Options | undefined]
  | readonly [samples: LabeledSampleBuffer, options?: Options | undefined];

/**
 * Reads the arguments of a score of samples and their clusters.
 *
 * @throws {@link MetricInputError} if an argument is invalid.
 */
export function readSampleArguments<Options extends LabelOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: SampleArguments<Options>,
): { clustered: ClusteredSamples; options: Options } {
  const isBuffer = args[0] instanceof LabeledSampleBuffer;
  const options = reader(isBuffer ? args[1] : args[2], owner);
  const labeled = isBuffer ? (args[0] as LabeledSampleBuffer).labeled() : checkLabeledSamples(args[0], args[1]);
  return { clustered: clusterSamples(labeled, options.ignoreLabel), options };
}

/** Returns why a score that compares clusters is undefined, or `undefined` if it is defined. */
export function clusterCountProblem(clusters: number, samples: number): string | undefined {
  if (clusters > 1 && clusters < samples) return undefined;
  const given = `${countOf(clusters, 'cluster')} of ${countOf(samples, 'sample')}`;
  return `it needs at least 2 clusters and fewer clusters than samples, and has ${given}`;
}
