import { KEYWORDS } from './keywords.ts';

/** A page or member that a search can find, as TypeDoc stores it. */
export interface SearchRow {
  readonly name: string;
  /** Kind of reflection. */
  readonly kind: number;
  /** Class or interface that the row is a member of. */
  readonly parent?: string;
}

/** Kinds of functions and classes. */
const FUNCTION = 64;
const CLASS = 128;

/**
 * Factor of the relevance of a search result by its name: exact names first, then functions and classes whose names
 * start with the words, the shortest first, then pages that have the words as keywords. Spaces, capitals and underscores
 * do not matter: "f1 score" is `f1Score`.
 */
export function nameFactor({ name, kind, parent }: SearchRow, words: string): number {
  const [found, wanted] = [plain(name), plain(words)];
  const isExact = found === wanted;
  if (parent !== undefined) return isExact ? 10 : 1;
  if (isExact) return 1e6;
  const isComputing = kind === FUNCTION || kind === CLASS;
  if (isComputing && found.startsWith(wanted)) return 1e3 / (1 + found.length - wanted.length);
  const keywords = KEYWORDS[name]?.split(' ') ?? [];
  const isKeyword = (word: string): boolean => keywords.includes(word);
  return words.toLowerCase().split(' ').every(isKeyword) ? 10 : 1;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}
