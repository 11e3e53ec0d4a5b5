import { MetricInputError } from '../metricInputError.ts';

/** @throws {@link MetricInputError} if one of two required options, or both, are missing. */
export function requireBoth(owner: string, options: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(options).map((name) => `"${name}"`);
  const given = Object.values(options).map((value) => value !== undefined);
  if (!given.includes(false)) return;
  const got = given.includes(true) ? `only ${names[given.indexOf(true)]}` : 'neither';
  throw new MetricInputError(`${owner}: expected options ${names.join(' and ')}, got ${got}`);
}
