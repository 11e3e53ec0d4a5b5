import { PageEvent, type Application } from 'typedoc';

const ANCHOR_IN_SUMMARY = /(<summary\b(?:(?!<\/summary>).)*?)<a [^>]*class="tsd-anchor-icon".*?<\/a>/gs;

const OTHERS_TYPE_PARAMETER = /<a (class="[^"]*\btsd-kind-type-parameter\b[^"]*") href="[^#"][^"]*">(.*?)<\/a>/g;

const QUOTED = /(?<=<span class="tsd-signature-type">)&quot;(.*?)&quot;(?=<\/span>)/g;

/**
 * Mends what accessibility checks find in TypeDoc's layout: links within summaries, and no main landmark. Types quote
 * strings as the examples do. Names of type parameters are not links to the page of
 * another class. The page of all names has its title.
 */
export function mendPages(app: Application): void {
  app.renderer.on(PageEvent.END, (page: PageEvent) => {
    page.contents = page
      .contents!.replace(ANCHOR_IN_SUMMARY, '$1')
      .replace(QUOTED, "'$1'")
      .replace(OTHERS_TYPE_PARAMETER, '<span $1>$2</span>')
      .replace('<div class="col-content">', '<div class="col-content" role="main">');
    if (page.url === 'modules.html') page.contents = page.contents.replace('<title>', '<title>All names | ');
  });
}
