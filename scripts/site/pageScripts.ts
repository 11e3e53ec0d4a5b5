import { JSX, type Application } from 'typedoc';
import { fileOfDocument } from './documents.ts';

// Opens these parts of the navigation until the reader closes them.
const OPEN_NAVIGATION = `for (const part of ['Guides', 'Try it', 'API'])
  localStorage.getItem('tsd-accordion-' + part) ?? localStorage.setItem('tsd-accordion-' + part, 'true');`;

/** Adds the scripts of the site to its pages. */
export function addScripts(app: Application): void {
  app.renderer.hooks.on('head.end', ({ page, relativeURL }) => {
    const { model } = page;
    const isLive = model.isDocument() && fileOfDocument(model).startsWith('docs/live/');
    return JSX.createElement(
      JSX.Fragment,
      null,
      JSX.createElement('script', null, JSX.createElement(JSX.Raw, { html: OPEN_NAVIGATION })),
      JSX.createElement('script', { type: 'module', src: relativeURL('live/page.js') }),
      isLive && JSX.createElement('script', { type: 'module', src: relativeURL('live/main.js') }),
    );
  });
}
