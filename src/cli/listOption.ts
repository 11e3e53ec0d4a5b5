import { Option, type Command } from 'commander';

/** How the help of a list option says what it accepts. */
export const LIST_SYNTAX = `Lists (options that take A,B,C):
  --preds kmeans,dbscan            entries between commas, without the spaces around them
  --preds "a,b" --preds c          an option given more than once takes each value as it is
  --preds '["a,b", " c "]'         a JSON list of strings takes each string as it is`;

/** An option that takes a list: `A,B,C`, the option repeated, or a JSON list. */
export class ListOption extends Option {
  readonly #keyword: string | undefined;

  /** @param keyword - a value that stands for itself when it is given once and not in a JSON list. */
  constructor(flags: string, description: string, keyword?: string) {
    super(flags, description);
    this.#keyword = keyword;
    this.argParser((text: string, texts: readonly string[] = []) => [...texts, text]);
  }

  /** The entries (or the keyword) of all values that were given. */
  read(texts: readonly string[], command: Command): readonly string[] | string {
    const [text] = texts as [string];
    if (texts.length > 1) return texts;
    if (text === this.#keyword) return text;
    const entries = jsonList(text) ?? namesBetweenCommas(text);
    if (typeof entries !== 'string') return entries;
    return command.error(`error: option '${this.flags}': expected ${entries}, got '${text}'`, {
      code: 'commander.invalidArgument',
    });
  }
}

/** Replaces the values given for each list option of a command by the list that they stand for. */
export function readListOptions(command: Command): void {
  for (const option of command.options) {
    if (!(option instanceof ListOption)) continue;
    const name = option.attributeName();
    const texts = command.getOptionValue(name) as readonly string[] | undefined;
    if (texts !== undefined) command.setOptionValue(name, option.read(texts, command));
  }
}

/** The entries of a JSON list, what was expected instead, or undefined for other text, such as `(0, 1]`. */
function jsonList(text: string): string[] | string | undefined {
  const expected = 'a JSON list of strings';
  if (!text.trimStart().startsWith('[')) return undefined;
  let list: unknown[];
  try {
    list = JSON.parse(text) as unknown[];
  } catch {
    // "[noise]" is a name; with a quotation mark, a list was meant.
    return /^\s*\[\s*"/.test(text) ? expected : undefined;
  }
  return list.length > 0 && list.every(isText) ? list.map(String) : expected;
}

/** Whether an entry has one spelling as text: larger integers would be rounded. */
function isText(entry: unknown): boolean {
  return typeof entry === 'string' || Number.isSafeInteger(entry);
}

/** The names between commas, or what was expected instead. */
function namesBetweenCommas(text: string): string[] | string {
  const names = text.split(',').map((name) => name.trim());
  const isComplete = names.length === 1 || !names.includes('');
  return isComplete ? names : 'a name before and after each comma';
}
