import { Option, type Command } from 'commander';

/** Help text on the syntax of list options. */
export const LIST_SYNTAX = `Lists (options that take A,B,C):
  --preds kmeans,dbscan            comma-separated values; spaces around them are removed
  --preds "a,b" --preds c          a repeated option; each value is taken literally
  --preds '["a,b", " c "]'         a JSON array of strings; each string is taken literally
  --x "emb_*,age"                  in lists of columns, * stands for any text, unless a column has that name`;

/** A list option: `A,B,C`, the option repeated, or a JSON array. */
export class ListOption extends Option {
  readonly #keyword: string | undefined;

  /**
   * @param keyword - a value with a special meaning, unless the option is repeated or the value is in a JSON array.
   */
  constructor(flags: string, description: string, keyword?: string) {
    super(flags, description);
    this.#keyword = keyword;
    this.argParser((text: string, texts: readonly string[] = []) => [...texts, text]);
  }

  /** Parses the values given for the option; returns the entries or the keyword. */
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

/** Parses the values of each list option of a command. */
export function readListOptions(command: Command): void {
  for (const option of command.options) {
    if (!(option instanceof ListOption)) continue;
    const name = option.attributeName();
    const texts = command.getOptionValue(name) as readonly string[] | undefined;
    if (texts !== undefined) command.setOptionValue(name, option.read(texts, command));
  }
}

/**
 * Returns the entries of a JSON array, a description of the expected text, or undefined for other text, such as
 * `(0, 1]`.
 */
function jsonList(text: string): string[] | string | undefined {
  const expected = 'a JSON array of strings';
  if (!text.trimStart().startsWith('[')) return undefined;
  let list: unknown[];
  try {
    list = JSON.parse(text) as unknown[];
  } catch {
    // "[noise]" is a name, but text that starts with [" is an invalid array.
    return /^\s*\[\s*"/.test(text) ? expected : undefined;
  }
  return list.length > 0 && list.every(isText) ? list.map(String) : expected;
}

/** Returns true for strings and integers that float64 represents exactly. */
function isText(entry: unknown): boolean {
  return typeof entry === 'string' || Number.isSafeInteger(entry);
}

/** Returns the comma-separated names, or a description of the expected text. */
function namesBetweenCommas(text: string): string[] | string {
  const names = text.split(',').map((name) => name.trim());
  const isComplete = names.length === 1 || !names.includes('');
  return isComplete ? names : 'a name before and after each comma';
}
