import { MetricStateError } from '../../state/metricStateError.ts';

/** Maximum share of undefined draws, in percent. */
const MAX_UNDEFINED = 10;

/** @throws {@link MetricStateError} if a value is defined but more than a tenth of its draws are not. */
export function requireDefined(owner: string, value: number, undefinedDraws: number, draws: number): void {
  if (!Number.isFinite(value) || undefinedDraws <= (MAX_UNDEFINED / 100) * draws) return;
  throw new MetricStateError(
    `${owner}: expected a defined value for at least ${100 - MAX_UNDEFINED} % of the draws, got an undefined ` +
      `value for ${undefinedDraws} of ${draws}; add samples, especially of rare labels, or set the option "onUndefined" to a number`,
  );
}
