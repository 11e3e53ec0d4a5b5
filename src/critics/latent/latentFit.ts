import * as tf from '@tensorflow/tfjs-core';
import { leastSquares } from '../../numeric/linear/leastSquares.ts';
import { allPairsBound } from '../estimate/allPairsBound.ts';
import type { CriticKind } from '../estimate/fittedCritic.ts';
import { gaussianFit, type FitRows } from '../estimate/gaussianFit.ts';
import { networkFit, type NetworkTraining } from '../estimate/networkFit.ts';
import { columnsFrom } from '../estimate/principalColumns.ts';
import type { SamplePairs } from '../pairSource.ts';
import { separableCritic, type EmbeddingNetwork } from '../separableCritic.ts';
import { denseLayer, type DenseLayer } from './denseLayer.ts';
import type { LatentColumns } from './heldOutInformation.ts';

/** Samples of both variables, and settings of the fits. */
export interface LatentSamples {
  /** Principal components of both variables. */
  readonly columns: LatentColumns;
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
  /** Bound of normal variables on the samples that chose the representation. */
  readonly value: number;
}

/**
 * Fits representations to samples: canonical variates of the principal components, and of the outputs of the networks of
 * a separable critic. The one with the larger bound of normal variables on the samples `stop` is returned.
 */
export async function latentFit(data: LatentSamples, rows: FitRows): Promise<LatentFit> {
  const { columns, samples, training, dimensions } = data;
  const linear = await canonicalFit('gaussian', columns, rows, dimensions);
  if (training.maxSteps === 0) return linear;
  const critic = separableCritic(columns[0].length, columns[1].length, {
    hidden: [128, 128],
    embedding: dimensions,
    seed: training.seed,
  });
  try {
    await networkFit(critic, samples, rows, training);
    const [g, h] = critic.networks;
    const outputs = [await outputColumns(g, samples[0]), await outputColumns(h, samples[1])] as const;
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

/** Returns the canonical variates of columns, or the first column of both if none is useful. */
async function canonicalFit(
  kind: CriticKind,
  columns: LatentColumns,
  rows: FitRows,
  dimensions: number,
): Promise<LatentFit> {
  const critic = await gaussianFit(...columns, rows, dimensions);
  const side = (k: 0 | 1): FittedSide => {
    const targets = critic?.pairs.map(({ variates }) => variates[k]) ?? [columns[k][0]!];
    // The sum of squares of a variate over the training samples is 1.
    const scale = critic ? Math.sqrt(rows.train.length) : 1;
    const latents = targets.map((target) => target.map((value) => value * scale));
    const functions = latents.map((latent) => leastSquares(columns[k], latent));
    const kernel = functions.map(({ weights }) => weights);
    return {
      latents,
      layers: [
        denseLayer(
          kernel,
          functions.map(({ offset }) => offset),
        ),
      ],
    };
  };
  const value = critic ? (await allPairsBound(critic, rows.stop, rows.groups)).value : 0;
  return { kind: critic ? kind : 'independent', sides: [side(0), side(1)], value };
}

/** Returns the outputs of a network for all samples, each as a column. */
async function outputColumns(network: EmbeddingNetwork, samples: tf.Tensor2D): Promise<Float64Array[]> {
  const outputs = tf.tidy(() => network(samples));
  const [n, width] = outputs.shape;
  const values = await outputs.data();
  outputs.dispose();
  return columnsFrom(values, n, width);
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
