import type { Label } from '../inputs/labels.ts';

/** Default maximum length of a label in characters. */
const LONGEST = 24;

// Invisible characters: control characters, bidirectional marks and embeddings, line and paragraph separators,
// zero-width characters, and unpaired surrogates.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** Formats a label as one line of visible text of bounded length. */
export function labelText(label: Label, longest: number = LONGEST): string {
  // Long labels are cut before they are split into characters.
  const start = String(label).slice(0, 2 * longest + 2);
  return visibleText(start, () => '\ufffd', longest) || '(empty)';
}

/** Replaces invisible characters, such as control characters, and shortens the text to `longest` characters. */
export function visibleText(text: string, replace: (character: string) => string, longest?: number): string {
  const characters = longest === undefined ? [] : [...text];
  const shown = characters.length > longest! ? `${characters.slice(0, longest! - 1).join('')}…` : text;
  return shown.replace(INVISIBLE, replace);
}

/** Formats labels as distinct texts. */
export function labelTexts(labels: readonly Label[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const text = labelText(label);
    let unique = text;
    for (let k = 2; taken.has(unique); k++) unique = `${text} (${k})`;
    taken.add(unique);
    return unique;
  });
}

/** Text for labels that are not shown individually. */
export function othersText(count: number): string {
  return count === 1 ? '1 other' : `${count} others`;
}
