import { badUsage } from './commandError.ts';
import { printable } from './printable.ts';

/**
 * Returns the names of the scores that `compare` compares.
 *
 * @param known - the scores by name.
 * @param defaults - names of the scores that are compared by default.
 * @throws {@link CommandError} if a score is unknown.
 */
export function chosenScores<Name extends string>(
  known: Readonly<Record<Name, unknown>>,
  defaults: readonly Name[],
  scores: readonly string[] | 'all' | undefined,
): readonly Name[] {
  const names = scores === 'all' ? Object.keys(known) : (scores ?? defaults);
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return names as readonly Name[];
  throw badUsage(
    `compare: expected scores from ${Object.keys(known).join(', ')} in --scores, got "${printable(unknown)}"`,
  );
}
