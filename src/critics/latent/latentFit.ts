import { leastSquares } from '../../numeric/linear/leastSquares.ts';
import { allPairsBound } from '../estimate/allPairsBound.ts';
import type { CriticKind } from '../estimate/fittedCritic.ts';
import {
  gaussianCritic,
  gaussianFit,
  type CanonicalPair,
  type FitRows,
  type GaussianCritic,
} from '../estimate/gaussianFit.ts';
import { defaultCritic, networkFit, type NetworkTraining } from '../estimate/networkFit.ts';
import { evaluatedColumns } from '../estimate/principalColumns.ts';
import type { SamplePairs } from '../pairSource.ts';
import type { EmbeddingNetwork } from '../separableCritic.ts';
import { denseLayer, type DenseLayer } from './denseLayer.ts';

/** Columns of both variables. */
type ColumnPair = readonly [x: readonly Float64Array[], y: readonly Float64Array[]];

/** Samples of both variables, and settings of the fits. */
export interface LatentSamples {
  /** Principal components of both variables. */
  readonly columns: ColumnPair;
  /** These components as tensors, one sample per row. */
  readonly samples: SamplePairs;
  readonly training: NetworkTraining;
  /** Largest number of latent dimensions. */
  readonly dimensions: number;
}

/** Representation of one variable. */
interface FittedSide {
  /** Latent variables of all samples, each as a column. */
  readonly latents: readonly Float64Array[];
  /** Layers that return them from the principal components. */
  readonly layers: readonly DenseLayer[];
}

/** Representations of both variables that were fitted to some of the samples. */
export interface LatentFit {
  readonly kind: CriticKind;
  readonly sides: readonly [x: FittedSide, y: FittedSide];
  /** Critic of normal variables of these representations. */
  readonly critic: GaussianCritic;
  /** Bound of normal variables on the samples that chose the representation. */
  readonly value: number;
}

/**
 * Fits representations to samples: canonical variates of the principal components, and of the outputs of the networks of
 * a separable critic. Those with the larger bound of normal variables on the samples `stop` are returned.
 */
export async function latentFit(data: LatentSamples, rows: FitRows): Promise<LatentFit> {
  const { columns, samples, training, dimensions } = data;
  const linear = await canonicalFit('gaussian', columns, rows, dimensions);
  if (training.maxSteps === 0) return linear;
  const critic = defaultCritic(columns[0].length, columns[1].length, { embedding: dimensions, seed: training.seed });
  try {
    await networkFit(critic, samples, rows, training);
    const [g, h] = critic.networks;
    const outputs = [await evaluatedColumns(() => g(samples[0])), await evaluatedColumns(() => h(samples[1]))] as const;
    const network = await canonicalFit('network', outputs, rows, dimensions);
    if (network.value <= linear.value) return linear;
    const [x, y] = network.sides;
    return {
      ...network,
      sides: [
        { ...x, layers: [...(await layersOf(g)), ...x.layers] },
        { ...y, layers: [...(await layersOf(h)), ...y.layers] },
      ],
    };
  } finally {
    critic.dispose();
  }
}

/** Returns canonical variates of columns, or the first column of both if none is useful. */
async function canonicalFit(
  kind: CriticKind,
  columns: ColumnPair,
  rows: FitRows,
  dimensions: number,
): Promise<LatentFit> {
  const fitted = await gaussianFit(...columns, rows, dimensions);
  const { critic, value } = await complementaryPairs(fitted?.pairs ?? [], rows);
  const isUseful = critic.pairs.length > 0;
  const side = (k: 0 | 1): FittedSide => {
    const targets = isUseful ? critic.pairs.map(({ variates }) => variates[k]) : [columns[k][0]!];
    // The sum of squares of a variate over the training samples is 1.
    const scale = isUseful ? Math.sqrt(rows.train.length) : 1;
    const latents = targets.map((target) => target.map((each) => each * scale));
    const functions = latents.map((latent) => leastSquares(columns[k], latent));
    const layer = denseLayer(
      functions.map(({ weights }) => weights),
      functions.map(({ offset }) => offset),
    );
    return { latents, layers: [layer] };
  };
  return { kind: isUseful ? kind : 'independent', sides: [side(0), side(1)], critic, value };
}

/**
 * Returns the critic with those pairs that raise the bound on the samples `stop` together with those before them.
 * Canonical variates are uncorrelated, but two of them can be functions of the same variable.
 */
async function complementaryPairs(
  given: readonly CanonicalPair[],
  { stop, groups }: FitRows,
): Promise<{ readonly critic: GaussianCritic; readonly value: number }> {
  let [critic, value] = [gaussianCritic([]), 0];
  for (const pair of given) {
    const next = gaussianCritic([...critic.pairs, pair]);
    const bound = await allPairsBound(next, stop, groups);
    if (bound.value > value) [critic, value] = [next, bound.value];
  }
  return { critic, value };
}

/** Returns copies of the layers of a network, with ReLU before the last. */
async function layersOf({ variables }: EmbeddingNetwork): Promise<DenseLayer[]> {
  const values = await Promise.all(variables.map(async (variable) => Float32Array.from(await variable.data())));
  return Array.from({ length: values.length / 2 }, (_, k) => ({
    kernel: values[2 * k]!,
    shape: variables[2 * k]!.shape as [number, number],
    bias: values[2 * k + 1]!,
    isRectified: 2 * k + 2 < values.length,
  }));
}
