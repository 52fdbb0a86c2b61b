/** The filters in force: their chips, what is said when nothing passes, and the words that only the server can look for. */

import { chipsOf, takesMost } from '../chips.js';
import { passing } from '../filter.js';
import { count, plural } from '../format.js';
import { FILTERED } from '../state.js';
import { byId, h } from './h.js';
import { icon } from './icons.js';
import { noticeLine } from './notice.js';

/** @import { Chip } from '../chips.js' */
/** @import { Page } from './page.js' */

/** ms after the last letter before the server is asked. */
const REST = 200;

/** @param {Page} page */
export function followFilters(page) {
  const { store, model } = page;
  const chips = byId('chips', HTMLElement);
  const nothing = byId('nothing', HTMLElement);
  const list = h('ul', { 'aria-label': 'Active filters', role: 'list' });
  const clear = h(
    'button',
    { type: 'button', class: 'plain quiet', on: { click: () => clearAll(page) } },
    'Clear filters',
  );
  chips.replaceChildren(list);
  let drawn = '';
  const draw = () => {
    const state = store.get();
    const now = chipsOf(model, state);
    const none = passing(model, state).count === 0;
    const looks = JSON.stringify([
      now.map((chip) => chip.text),
      none,
      none && takesMost(model, state)?.chip.name,
    ]);
    if (looks === drawn) return;
    const before = chips.hidden;
    drawn = looks;
    redraw(list, now, (chip) => takeAway(page, chip));
    chips.hidden = now.length === 0;
    nothing.hidden = !none;
    nothing.replaceChildren(...(none ? nothingPasses(page) : []));
    (none ? nothing : chips).append(clear);
    if (before !== chips.hidden) page.view.areaChanged();
  };
  store.subscribe(FILTERED, draw);
  draw();
  followWords(page);
}

/** @param {HTMLElement} list @param {Chip[]} chips @param {(chip: Chip) => void} remove */
function redraw(list, chips, remove) {
  list.replaceChildren(
    ...chips.map((chip) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'active',
            'aria-label': `Remove filter ${chip.text}`,
            on: { click: () => remove(chip) },
          },
          h('span', { dir: 'auto' }, chip.text),
          icon('close'),
        ),
      ),
    ),
  );
}

/** The focus goes to the chip that took the place, else to the map. @param {Page} page @param {Chip} chip */
function takeAway(page, chip) {
  const list = byId('chips', HTMLElement);
  const at = [...list.querySelectorAll('li')].findIndex((item) => item.contains(document.activeElement));
  page.store.actions.filter(chip.without);
  const rest = [...list.querySelectorAll('li button')];
  focusOn(rest[Math.min(Math.max(0, at), rest.length - 1)]);
  tell(page);
}

/** @param {Page} page */
function clearAll(page) {
  page.store.actions.clearFilters();
  focusOn(undefined);
  tell(page);
}

/** @param {Element | undefined} element else the map */
function focusOn(element) {
  const to = element instanceof HTMLElement ? element : byId('map', HTMLElement);
  to.focus({ preventScroll: true });
}

/** @param {Page} page */
function tell({ model, store, say }) {
  const { count: shown } = passing(model, store.get());
  say(`${count(shown)} of ${plural(model.n, 'paper')} shown`);
}

/** @param {Page} page @returns {Node[]} */
function nothingPasses({ model, store }) {
  const most = takesMost(model, store.get());
  const keeps = most?.kept === 0 ? 'no paper' : plural(most?.kept ?? 0, 'paper');
  return [
    h('h2', {}, 'No paper passes the filters'),
    h(
      'p',
      { dir: 'auto' },
      most ? `“${most.chip.text}” takes most away: alone it keeps ${keeps} of ${count(model.n)}.` : '',
    ),
  ];
}

/** Asks which papers hold the words. @param {Page} page */
function followWords({ store, api, say }) {
  let timer = 0;
  let asked = new AbortController();
  const look = async (/** @type {string} */ words, /** @type {AbortSignal} */ signal) => {
    try {
      const { nodes } = await api.get(`matches?q=${encodeURIComponent(words)}`, signal);
      if (!signal.aborted) store.actions.filter({ matches: nodes });
    } catch (fault) {
      if (!signal.aborted) noticeLine(/** @type {Error} */ (fault).message, say);
    }
  };
  let last = '';
  const follow = (/** @type {number} */ rest) => {
    const { words, matches } = store.get();
    if (words === last && (matches !== null || words === '')) return undefined;
    last = words;
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    if (words.trim() === '') return store.actions.filter({ matches: null });
    timer = setTimeout(look, rest, words, asked.signal);
    return undefined;
  };
  store.subscribe(['words', 'matches'], () => follow(REST));
  follow(0);
}
