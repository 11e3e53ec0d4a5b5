import { bilinearCritic } from './bilinearCritic.ts';
import { concatCritic } from './concatCritic.ts';
import type { LearnedCritic } from './critic.ts';
import type { NetworkOptions } from './networkOptions.ts';
import { separableCritic } from './separableCritic.ts';

/** The kinds of critics that can be asked for by name. */
export type CriticName = 'separable' | 'concat' | 'bilinear';

type MakeCritic = (xSize: number, ySize: number, options: Pick<NetworkOptions, 'seed'>) => LearnedCritic;

/** How each of them is made. */
export const namedCritics: Readonly<Record<CriticName, MakeCritic>> = {
  separable: separableCritic,
  concat: concatCritic,
  bilinear: bilinearCritic,
};
