/** A community: what sets it apart, and its papers in the middle, at the border, and newest. */

import { percent } from '../format.js';
import { h } from './h.js';
import { linkButton, namedList, paperList, papersOf, placeDot } from './words.js';

/** @import { Page, PanelKind, PaperRef } from './page.js' */

/**
 * @typedef {{
 *   id: number, name: string, size: number, apart: { key: string, label: string, here: number, elsewhere: number }[],
 *   central: PaperRef[], bridging: PaperRef[], newest?: PaperRef[],
 * }} Community
 */

/** Concepts that set it apart. */
const APART = 8;

/** @type {PanelKind<number>} */
export const communityPanel = {
  region: 'Community',
  title: ({ head, model }, id) => head.communities[model.placeOf(id)]?.name ?? `Community ${id}`,
  fill: async (page, id, body, signal) => {
    const community = await page.api.get(`communities/${id}`, signal);
    if (!signal.aborted) body.replaceChildren(...drawCommunity(page, community));
  },
};

/** @param {Page} page @param {Community} community @returns {Node[]} */
function drawCommunity(page, community) {
  const parts = [
    h('p', { class: 'area quiet' }, placeDot(page.model.placeOf(community.id)), papersOf(community.size)),
    h('div', { class: 'actions' }, onlyButton(page, community.id)),
    namedList(
      'What sets it apart',
      community.apart.slice(0, APART).map((one) => apartRow(page, one)),
      'rows apart',
    ),
    paperList(page, 'Central papers', community.central),
    paperList(page, 'Bridging papers', community.bridging),
    paperList(page, 'Newest papers', community.newest ?? []),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/** @param {Page} page @param {number} id */
function onlyButton({ store }, id) {
  const button = h('button', { type: 'button', class: 'button' }, 'Show only this community');
  const mark = () => button.setAttribute('aria-pressed', String(store.get().only === id));
  button.addEventListener('click', () => store.actions.only(store.get().only === id ? null : id));
  const end = store.subscribe(['only'], () => (button.isConnected ? mark() : end()));
  mark();
  return button;
}

/** How common a concept is here and elsewhere. @param {Page} page @param {Community['apart'][number]} one */
function apartRow(page, { key, label, here, elsewhere }) {
  const bar = h('span', { class: 'bar two', 'aria-hidden': 'true' }, h('i'), h('i'));
  [here, elsewhere].forEach((share, i) => {
    /** @type {HTMLElement} */ (bar.children[i]).style.width = `${100 * share}%`;
  });
  return h(
    'li',
    { class: 'apart-row' },
    linkButton(label, () => page.store.actions.open({ concept: key }), 'term'),
    h('small', {}, `${percent(here)} here, ${percent(elsewhere)} elsewhere`),
    bar,
  );
}
