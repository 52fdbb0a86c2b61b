/** The buttons of the map, and the line that counts what it shows. */

import { passing } from '../filter.js';
import { count, percent, plural } from '../format.js';
import { linkLimit } from '../render/scene.js';
import { FILTERED } from '../state.js';
import { byId, h } from './h.js';
import { icon } from './icons.js';

/** @import { Page } from './page.js' */

const STEP = 1.5;

/** @param {Page} page */
export function createCorner({ view }) {
  const button = (/** @type {string} */ name, /** @type {Node} */ picture, /** @type {() => void} */ click) =>
    h('button', { type: 'button', class: 'tool', 'aria-label': name, title: name, on: { click } }, picture);
  byId('corner', HTMLElement).replaceChildren(
    button('Zoom in', icon('plus'), () => view.zoom(STEP)),
    button('Zoom out', icon('minus'), () => view.zoom(1 / STEP)),
    button('Fit map', icon('fit'), () => view.fit()),
  );
}

/** "274 papers · 1,900 links, 83 % of their weight drawn", or "80 of 274 papers" while filters take some away. @param {Page} page */
export function followCount({ head, model, store }) {
  const draw = () => {
    const { papers, links } = head.counts;
    const { count: shown } = passing(model, store.get());
    byId('count', HTMLElement).replaceChildren(
      h(
        'span',
        {},
        shown < papers ? `${count(shown)} of ${plural(papers, 'paper')}` : plural(papers, 'paper'),
      ),
      shown < papers ? '' : h('span', { class: 'quiet' }, ` · ${plural(links, 'link')}${keptOf(head)}`),
    );
  };
  store.subscribe(FILTERED, draw);
  draw();
}

/** What is drawn of the links, where not all are. @param {Page['head']} head */
function keptOf({ counts: { papers, links, drawn }, weightKept }) {
  const limit = linkLimit(papers);
  if (drawn > limit) return `, ${count(limit)} of ${count(drawn)} links drawn`;
  return drawn < links ? `, ${percent(weightKept)} of their weight drawn` : '';
}
