/** Search over papers and concepts; its papers stay ringed on the map until it is cleared. */

import { createCombo } from './combo.js';
import { byId, h } from './h.js';
import { icon } from './icons.js';
import { areaDot, marked } from './words.js';

/** @import { Page } from './page.js' */

/**
 * @typedef {{ kind: 'paper' | 'concept', id?: string, key?: string, node?: number, label: string, field: string, marks: [number, number][] }} Hit
 */

/** How many are listed, and how many are ringed on the map at most. */
const LISTED = 12;
const RINGED = 100;

/** @param {Page} page */
export function createSearch(page) {
  const { store, api, model } = page;
  const clear = h(
    'button',
    { type: 'button', class: 'clear', 'aria-label': 'Clear search', hidden: true },
    icon('close'),
  );
  const combo = createCombo({
    id: 'query',
    label: 'Search papers and concepts',
    list: 'Search results',
    placeholder: 'Search papers and concepts',
    find,
    draw: (hit) => drawHit(page, hit),
    choose,
    typed,
    leave: () => byId('map', HTMLElement).focus(),
  });

  /** @param {string} text @param {AbortSignal} signal @returns {Promise<Hit[]>} */
  async function find(text, signal) {
    const { items } = await api.get(`search?q=${encodeURIComponent(text)}&limit=${RINGED}`, signal);
    if (signal.aborted) return [];
    const papers = items.filter((/** @type {Hit} */ hit) => hit.kind === 'paper');
    store.actions.setQuery(text);
    store.actions.setHits(
      papers
        .map((/** @type {Hit} */ hit) => model.nodeOf(hit.id))
        .filter((/** @type {number} */ n) => n >= 0),
    );
    return items.slice(0, LISTED);
  }

  /** @param {string} text */
  function typed(text) {
    clear.hidden = text === '';
    if (text.trim() === '') forget();
  }

  function forget() {
    store.actions.setQuery('');
    store.actions.setHits([]);
  }

  /** @param {Hit} hit */
  function choose(hit) {
    if (hit.kind === 'concept') return store.actions.open({ concept: hit.key ?? '' });
    store.actions.open({ paper: hit.id ?? '' });
    page.view.flyTo(model.nodeOf(hit.id));
  }

  clear.addEventListener('click', () => {
    combo.set('');
    typed('');
    combo.input.focus();
  });
  byId('search', HTMLElement).append(
    icon('search'),
    combo.element,
    clear,
    h('kbd', { 'aria-hidden': 'true' }, '/'),
  );
  store.subscribe(['query'], ({ query }) => followQuery(query));

  /** The address said another query. @param {string} query */
  function followQuery(query) {
    if (query === combo.input.value.trim()) return;
    combo.set(query);
    clear.hidden = query === '';
    if (query) combo.ask(query);
    else store.actions.setHits([]);
  }

  followQuery(store.get().query);
  return { focus: () => combo.input.select() };
}

/** @param {Page} page @param {Hit} hit @returns {Node[]} */
function drawHit(page, hit) {
  const own = hit.field === 'title' || hit.field === 'label';
  const label = h('span', { class: 'label', dir: 'auto' }, ...marked(hit.label, own ? hit.marks : []));
  if (hit.kind === 'concept')
    return [h('span', { class: 'dot square', 'aria-hidden': 'true' }), label, h('small', {}, 'concept')];
  const node = page.model.nodeOf(hit.id);
  const year = page.model.year[node];
  const where = own ? String(year || '') : `in the ${hit.field}`;
  return [areaDot(page, node), label, h('small', {}, where)];
}
