import { checkSamples, type CheckedSamples, type FlatSamples, type Samples } from '../../inputs/samples.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { countOf } from '../../inputs/countOf.ts';
import { toHost } from '../../inputs/toHost.ts';
import { normalScoreAt, normalScoreTable } from '../../numeric/neighbors/normalScoreTable.ts';
import { columnsFrom, type PrincipalColumns } from '../estimate/principalColumns.ts';
import { denseLayer, layerOutputs, type DenseLayer } from './denseLayer.ts';

/** Largest number of samples that are embedded at once. */
const BLOCK = 1024;

/**
 * Returns the function that embeds samples of a variable: normal scores of the columns, principal components and layers.
 *
 * @param name - name of the variable.
 * @param fitted - samples that determine the normal scores.
 */
export function embeddingOf(
  name: string,
  fitted: CheckedSamples,
  { weights, offsets }: PrincipalColumns,
  following: readonly DenseLayer[],
): (samples: Samples) => Promise<FlatSamples> {
  const { d } = fitted;
  const tables = columnsFrom(fitted.data, fitted.n, d).map(normalScoreTable);
  const layers = [denseLayer(weights, offsets), ...following];
  const width = layers.at(-1)!.shape[1];
  return async (samples) => {
    const where = `latentMutualInfo: embed.${name}`;
    const [given] = await toHost([samples]);
    const { data, n, d: columns } = checkSamples(given, where);
    if (n > 0 && columns !== d) {
      throw new MetricInputError(`${where}: expected samples with ${countOf(d, 'column')}, got ${columns}`);
    }
    const outputs = new Float32Array(n * width);
    for (let from = 0; from < n; from += BLOCK) {
      const to = Math.min(from + BLOCK, n);
      const scores = Float32Array.from(data.subarray(from * d, to * d), (value, i) =>
        normalScoreAt(tables[i % d]!, value),
      );
      outputs.set(await layerOutputs(scores, [to - from, d], layers), from * width);
    }
    return { data: outputs, shape: [n, width] };
  };
}
