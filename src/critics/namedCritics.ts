import { bilinearCritic } from './bilinearCritic.ts';
import { concatCritic } from './concatCritic.ts';
import type { MakeCritic } from './critic.ts';
import { separableCritic } from './separableCritic.ts';

/** Name of a built-in critic. */
export type CriticName = 'separable' | 'concat' | 'bilinear';

/** Factories of the built-in critics. */
export const namedCritics: Readonly<Record<CriticName, MakeCritic>> = {
  separable: separableCritic,
  concat: concatCritic,
  bilinear: bilinearCritic,
};
