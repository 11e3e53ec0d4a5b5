import { MetricInputError } from '../metricInputError.ts';

/** @throws {@link MetricInputError} if one of the named options is not set. */
export function requireOptions<Options extends object>(
  owner: string,
  options: Options,
  names: readonly (keyof Options & string)[],
): void {
  const missing = names.find((name) => options[name] === undefined);
  if (missing !== undefined) throw new MetricInputError(`${owner}: expected the option "${missing}", got none`);
}
