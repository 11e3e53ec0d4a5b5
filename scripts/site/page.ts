// Runs in the browser on every page of the site; docs/live/vite.config.ts bundles it.
import { nameFactor } from './nameFactor.ts';

const SCROLLING = '.table-scroll, .tsd-signature, pre > code';

/** Marks the sides on which a table or a code block continues, for the fade in site.css. */
function markOverflow(box: HTMLElement): void {
  const rest = box.scrollWidth - box.clientWidth;
  const sides = [box.scrollLeft > 1 && 'left', box.scrollLeft < rest - 1 && 'right'].filter((side) => side !== false);
  if (sides.length > 0) box.dataset['more'] = sides.join(' ');
  else delete box.dataset['more'];
  // Arrow keys scroll an element that has the focus.
  if (rest > 1) box.tabIndex = 0;
}

/** Scrolls the navigation to the link of this page. */
function showActiveLink(): void {
  const link = document.querySelector('.site-menu .current')?.getBoundingClientRect();
  if (!link) return;
  for (const menu of document.querySelectorAll('.site-menu, .col-sidebar')) {
    const { top, bottom, height } = menu.getBoundingClientRect();
    if (link.top < top || link.bottom > bottom) menu.scrollTop += link.top - top - height / 3;
  }
}

function scrollingBoxes(): NodeListOf<HTMLElement> {
  return document.querySelectorAll(SCROLLING);
}

new ResizeObserver(() => scrollingBoxes().forEach(markOverflow)).observe(document.body);
document.addEventListener(
  'scroll',
  ({ target }) => {
    if (target instanceof HTMLElement && target.matches(SCROLLING)) markOverflow(target);
  },
  { capture: true, passive: true },
);
const navigation = document.querySelector('#tsd-nav-container');
// TypeDoc fills the navigation later.
if (navigation) new MutationObserver(showActiveLink).observe(navigation, { childList: true });
showActiveLink();
// TypeDoc's search calls it; see rankSearch.ts.
Object.assign(window, { nameFactor });
