import { PageEvent, type Application } from 'typedoc';

const ANCHOR_IN_SUMMARY = /(<summary\b(?:(?!<\/summary>).)*?)<a [^>]*class="tsd-anchor-icon".*?<\/a>/gs;

/** Mends what accessibility checks find in TypeDoc's layout: links within summaries, and no main landmark. */
export function mendPages(app: Application): void {
  app.renderer.on(PageEvent.END, (page: PageEvent) => {
    page.contents = page
      .contents!.replace(ANCHOR_IN_SUMMARY, '$1')
      .replace('<div class="col-content">', '<div class="col-content" role="main">');
  });
}
