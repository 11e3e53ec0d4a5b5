import { MetricStateError } from '../../state/metricStateError.ts';

/** Greatest share of undefined draws, in percent. */
const MOST_UNDEFINED = 10;

/** @throws {@link MetricStateError} if a value is defined but more than a tenth of its draws are not. */
export function requireDefined(owner: string, value: number, undefinedDraws: number, draws: number): void {
  if (!Number.isFinite(value) || undefinedDraws <= (MOST_UNDEFINED / 100) * draws) return;
  throw new MetricStateError(
    `${owner}: expected a value of at least ${100 - MOST_UNDEFINED} % of the draws, got an undefined ` +
      `value of ${undefinedDraws} of ${draws}; add samples, above all of rare labels, or set "onUndefined" to a number`,
  );
}
