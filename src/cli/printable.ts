import { visibleText } from '../charts/labelText.ts';

/** A name or cell in one line of a message, of a bounded length; control characters are escaped. */
export function printable(text: string, longest = 60): string {
  return visibleText(text, escaped, longest);
}

/** Text of several lines with control characters escaped, except line feeds and tabs. */
export function escapeControls(text: string): string {
  return visibleText(text, (character) => (character === '\n' || character === '\t' ? character : escaped(character)));
}

/** A character as JSON escapes it, so that JSON stays the same JSON. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
