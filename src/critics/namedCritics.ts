import { bilinearCritic } from './bilinearCritic.ts';
import { concatCritic } from './concatCritic.ts';
import type { LearnedCritic } from './critic.ts';
import type { NetworkOptions } from './networkOptions.ts';
import { separableCritic } from './separableCritic.ts';

/** Name of a built-in critic. */
export type CriticName = 'separable' | 'concat' | 'bilinear';

type MakeCritic = (xSize: number, ySize: number, options: Pick<NetworkOptions, 'seed'>) => LearnedCritic;

/** Factories of the built-in critics. */
export const namedCritics: Readonly<Record<CriticName, MakeCritic>> = {
  separable: separableCritic,
  concat: concatCritic,
  bilinear: bilinearCritic,
};
