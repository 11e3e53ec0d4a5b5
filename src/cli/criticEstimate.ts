import type { Samples } from '../inputs/samples.ts';
import { badUsage } from './commandError.ts';
import type { Estimate } from './estimator.ts';
import { startProgress, type TerminalLike } from './files/progress.ts';
import type { SampledVariable } from './sampledVariables.ts';

/** Packages that training needs. WebAssembly is the fastest backend without native code. */
const PACKAGES = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers', '@tensorflow/tfjs-backend-wasm'];

/** Variables in the sampled rows. */
interface CriticInput {
  readonly x: SampledVariable;
  readonly y: SampledVariable;
  readonly groups: readonly string[] | undefined;
  readonly seed: number;
  readonly maxSteps: number | undefined;
  /** Description of the sample, if rows were left out. */
  readonly drawn: string;
}

/**
 * Estimates mutual information by training critics; see `estimateMutualInfo`.
 *
 * @throws {@link CommandError} if a package is missing.
 */
export async function criticEstimate(
  { x, y, groups, seed, maxSteps, drawn }: CriticInput,
  stderr: TerminalLike,
): Promise<Omit<Estimate, 'samples'>> {
  const { estimateMutualInfo } = await loadCritics();
  const progress = startProgress(stderr, 'training critics', 1);
  try {
    const { mutualInfo, interval, verdict, checks } = await estimateMutualInfo({
      x: x as Samples,
      y: y as Samples,
      groups,
      seed,
      maxSteps,
      onProgress: ({ done, folds }) => progress?.reach(done / folds),
    });
    return {
      value: mutualInfo,
      interval,
      verdict,
      how: `critics trained on ${checks.critics.length} folds (estimateMutualInfo)${drawn}`,
    };
  } finally {
    progress?.stop();
  }
}

async function loadCritics(): Promise<typeof import('../critics/index.ts')> {
  try {
    const { setBackend } = await import('@tensorflow/tfjs-core');
    const critics = await import('../critics/index.ts');
    await import('@tensorflow/tfjs-backend-wasm');
    if (await setBackend('wasm')) return critics;
    throw badUsage(
      'mi: expected WebAssembly to train critics on many columns, got a Node.js without it; select nearest neighbors with --estimator ksg',
    );
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const missing = PACKAGES.find((name) => (cause as Error).message.includes(name));
    throw badUsage(
      `mi: expected the package ${missing ?? 'TensorFlow.js'} to train critics on many columns, got none; npm install ${PACKAGES.join(' ')}, or select nearest neighbors with --estimator ksg`,
      { cause },
    );
  }
}
