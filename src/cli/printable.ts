import { visibleText } from '../charts/labelText.ts';

/** Formats a name or cell for a message: shortened, and with control characters escaped. */
export function printable(text: string, longest = 60): string {
  return visibleText(text, escaped, longest);
}

/** Escapes control characters except line feeds and tabs. */
export function escapeControls(text: string): string {
  return visibleText(text, (character) => (character === '\n' || character === '\t' ? character : escaped(character)));
}

/** Escapes a character as JSON does, so that JSON output keeps its meaning. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
