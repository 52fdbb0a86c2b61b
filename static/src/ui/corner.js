/** The buttons of the map, and the line that counts what it shows. */

import { count, percent, plural } from '../format.js';
import { linkLimit } from '../render/scene.js';
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

/** "274 papers · 1,900 links, 83 % of their weight drawn". @param {Page} page */
export function drawCount({ head }) {
  const { papers, links, drawn } = head.counts;
  const limit = linkLimit(papers);
  let kept = drawn < links ? `, ${percent(head.weightKept)} of their weight drawn` : '';
  if (drawn > limit) kept = `, ${count(limit)} of ${count(drawn)} links drawn`;
  byId('count', HTMLElement).replaceChildren(
    h('span', {}, plural(papers, 'paper')),
    h('span', { class: 'quiet' }, ` · ${plural(links, 'link')}${kept}`),
  );
}
