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

/** Longest code that stays on one line. */
const LONGEST = 20;
/** Places in a name where a line may break: before a capital letter, and after an underscore. */
const BREAKS = /(?<=[a-z0-9])(?=[A-Z])|(?<=_)(?=[a-z])/g;

/**
 * Puts tables of guides and comments into boxes of their own that scroll. On phones, a table of words is shown row by
 * row instead, and each cell after the first has the heading of its column. Long names in
 * code may break.
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
      const table = isOfNumbers ? '<table>' : '<table class="words">';
      return `<div class="table-scroll" role="region" aria-label="Table">${table}\n`;
    };
    renderer.rules['code_inline'] = (tokens, i) => {
      const { content } = tokens[i]!;
      const html = utils.escapeHtml(content);
      return `<code>${content.length > LONGEST ? html.replace(BREAKS, '<wbr>') : html}</code>`;
    };
    renderer.rules['table_close'] = () => '</table></div>\n';
  });
}
