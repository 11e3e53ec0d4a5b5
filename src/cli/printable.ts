// Control characters, those that turn the direction of text, and line separators.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text of a file as a terminal can show it: what would move its cursor or colour it is written out. */
export function printable(text: string, longest = 60): string {
  const characters = [...text];
  const shown =
    characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
  return shown.replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
