import type { Application } from 'typedoc';

interface MarkdownParser {
  readonly renderer: { readonly rules: Record<string, () => string> };
}

/** Puts tables of guides and comments into boxes of their own that scroll. */
export function scrollTables(app: Application): void {
  app.options.setValue('markdownItLoader', ({ renderer }: MarkdownParser) => {
    renderer.rules['table_open'] = () =>
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>\n';
    renderer.rules['table_close'] = () => '</table></div>\n';
  });
}
