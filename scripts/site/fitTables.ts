import type { Application } from 'typedoc';

interface Token {
  readonly type: string;
  readonly content: string;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

type Rule = (tokens: readonly Token[], i: number) => string;

interface MarkdownParser {
  readonly renderer: { readonly rules: Record<string, Rule> };
  readonly utils: { escapeHtml(text: string): string };
}

/** Names that may break: those that are too long for a column of a table. */
const LONG_NAMES = /\w{20,}/g;
/** Number of columns from which a table has small text. */
const MANY_COLUMNS = 6;
/** Places in a name where a line may break: before a capital letter, and after an underscore. */
const BREAKS = /(?<=[a-z0-9])(?=[A-Z])|(?<=_)(?=[a-z])/g;

/**
 * Puts tables of guides and comments into boxes of their own that scroll. On phones, a table of words is shown row by
 * row instead, and each cell after the first has the heading of its column. Long names in
 * code may break. Tables of many columns have small text.
 */
export function fitTables(app: Application): void {
  app.options.setValue('markdownItLoader', ({ renderer, utils }: MarkdownParser) => {
    renderer.rules['table_open'] = (tokens, i) => {
      const end = tokens.findIndex(({ type }, j) => j > i && type === 'table_close');
      const cells = tokens.slice(i, end);
      const headings = cells.flatMap(({ type }, j) => (type === 'th_open' ? [cells[j + 1]!.content] : []));
      const isOfNumbers = cells.some((cell) => cell.attrGet('style')?.includes('right'));
      cells
        .filter(({ type }) => type === 'td_open')
        .forEach((cell, j) => cell.attrSet('data-heading', headings[j % headings.length]!.replaceAll('`', '')));
      const classes = [!isOfNumbers && 'words', headings.length >= MANY_COLUMNS && 'wide'].filter(Boolean).join(' ');
      return `<div class="table-scroll" role="region" aria-label="Table"><table class="${classes}">\n`;
    };
    renderer.rules['code_inline'] = (tokens, i) => {
      const html = utils.escapeHtml(tokens[i]!.content);
      return `<code>${html.replace(LONG_NAMES, (name) => name.replace(BREAKS, '<wbr>'))}</code>`;
    };
    renderer.rules['table_close'] = () => '</table></div>\n';
  });
}
