import { labelText, othersText } from '../../charts/labelText.ts';
import type { Label } from '../../inputs/labels.ts';

/** Maximum number of labels listed in a sentence. */
export const MAX_NAMED = 5;

/** Lists labels in a sentence, as in "a, b and 3 others". */
export function labelNames(of: readonly { readonly label: Label }[]): string {
  const named = of.slice(0, MAX_NAMED).map(({ label }) => labelName(label));
  const rest = of.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${othersText(rest)}`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}`;
}

/** Formats a label in a sentence. */
export function labelName(label: Label): string {
  return labelText(label, 40);
}
