import { replaceNats } from '../critics/estimate/nats.ts';

/** Options of the command line, by the functions and options that reasons name. */
const NAMES = {
  'the option "groups"': '--groups',
  '"maxSteps"': '--max-steps',
  ksgMutualInfo: '--estimator ksg',
  mutualInfoScore: '--estimator discrete',
} as const;

/** Returns a reason of a verdict with the options of the command line and numbers in another unit. */
export function commandReason(reason: string, inUnit: (nats: number) => string): string {
  return Object.entries(NAMES).reduce(
    (text, [name, option]) => text.replaceAll(name, option),
    replaceNats(reason, inUnit),
  );
}
