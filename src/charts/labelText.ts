import type { Label } from '../inputs/labels.ts';

/** So many characters of a label are shown. */
const LONGEST = 24;

// Characters that control how text is shown: control characters, marks and embeddings of bidirectional text,
// separators, zero-width characters, and halves of surrogate pairs.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** A label as text of a chart: in one line, of a bounded length, and of what can be seen. */
export function labelText(label: Label, longest: number = LONGEST): string {
  // No more than is needed is looked at, whatever the length.
  const start = String(label).slice(0, 2 * longest + 2);
  return visibleText(start, () => '\ufffd', longest) || '(empty)';
}

/** Replaces each invisible character of a text, such as a control character, and cuts the text to `longest` characters. */
export function visibleText(text: string, replace: (character: string) => string, longest?: number): string {
  const characters = longest === undefined ? [] : [...text];
  const shown = characters.length > longest! ? `${characters.slice(0, longest! - 1).join('')}…` : text;
  return shown.replace(INVISIBLE, replace);
}

/** The labels as texts no two of which are equal. */
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

/** What stands for labels that are not shown by themselves. */
export function othersText(count: number): string {
  return count === 1 ? '1 other' : `${count} others`;
}
