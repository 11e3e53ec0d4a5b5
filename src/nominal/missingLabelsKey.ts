import type { NominalOptions } from '../inputs/nominalOptions.ts';

/** What the treatment of missing labels adds to the key of a state: different ones must not share. */
export function missingLabelsKey({ nanStrategy, nanReplaceValue = 0 }: NominalOptions): string {
  if (nanStrategy === undefined) return '';
  if (nanStrategy === 'drop') return ' without missing labels';
  return ` with ${JSON.stringify(nanReplaceValue)} for missing labels`;
}
