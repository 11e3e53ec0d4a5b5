import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { type OptionCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';

/**
 * Distance function for two samples. It must be symmetric, return a number from 0 to 1e300, and not modify its
 * arguments.
 */
export type DistanceFunction = (a: Float64Array, b: Float64Array) => number;

/** Options that select a distance. */
interface DistanceOptions {
  readonly metric?: string | DistanceFunction | undefined;
  readonly p?: number | undefined;
}

/** Returns the check of the order of a Minkowski distance. */
export function orderCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'number' && value >= 1, 'a number of at least 1, or Infinity');
}

/** Returns the check of a distance that a snapshot can store: one of these names. */
export function nameOfDistanceCheck(names: readonly string[], functional: string): OptionCheck {
  const known = quoted(names);
  return optionCheck(
    (value) => names.includes(value as string),
    (value) =>
      typeof value === 'function'
        ? `${known}, since a snapshot cannot store a function (${functional} accepts one)`
        : known,
  );
}

/** Returns the check of a distance: one of these names, or a function. */
export function distanceCheck(names: readonly string[]): OptionCheck {
  return optionCheck(
    (value) => typeof value === 'function' || names.includes(value as string),
    `${quoted(names)}, or a function (a, b) => number`,
  );
}

function quoted(names: readonly string[]): string {
  return `one of ${names.map((name) => `"${name}"`).join(', ')}`;
}

/**
 * Checks that the order p is only given for the Minkowski distance.
 *
 * @returns the options.
 * @throws {@link MetricInputError} if `p` is given with a metric other than `'minkowski'`.
 */
export function checkOrder<Options extends DistanceOptions>(owner: string, options: Options): Options {
  const { metric = 'minkowski', p } = options;
  if (p === undefined || metric === 'minkowski') return options;
  const got = typeof metric === 'function' ? 'a function' : `"${metric}"`;
  throw new MetricInputError(
    `${owner}: option "p": expected the metric "minkowski", got ${got}; omit one of the two options`,
  );
}

/**
 * Checks options like {@link checkOrder}, and replaces a Minkowski distance of order Infinity by `'chebyshev'`, since
 * JSON has no infinite numbers.
 */
export function checkStoredOrder<Options extends DistanceOptions>(owner: string, options: Options): Options {
  const { p, ...rest } = checkOrder(owner, options);
  return p === Infinity ? ({ ...rest, metric: 'chebyshev' } as Options) : options;
}
