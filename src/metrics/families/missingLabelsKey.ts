import type { NominalOptions } from '../../inputs/options/nominalOptions.ts';

/**
 * Returns the part of a state key that describes how missing labels are handled, so that only metrics that handle
 * them alike share a state.
 */
export function missingLabelsKey({ nanStrategy, nanReplaceValue = 0 }: NominalOptions): string {
  if (nanStrategy === undefined) return '';
  if (nanStrategy === 'drop') return ' without missing labels';
  return ` with ${JSON.stringify(nanReplaceValue)} for missing labels`;
}
