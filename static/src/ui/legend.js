/** What colours and sizes mean, and which communities are shown. Folds to its title. */

import { ramp } from '../color/scale.js';
import { count, figure, scoreLabel } from '../format.js';
import { OPENED } from '../state.js';
import { byId, h, svg } from './h.js';
import { icon } from './icons.js';
import { placeDot } from './words.js';

/** @import { Page } from './page.js' */

/** Window width in px under which legend and panel do not stand side by side. */
const TIGHT = 1200;

/** Rows before "more". */
const FIRST = 8;

/** @param {Page} page */
export function createLegend(page) {
  const { store, head } = page;
  const section = byId('legend', HTMLElement);
  const rows = head.communities.map((community, place) => communityRow(page, community, place));
  const list = h(
    'ul',
    { class: 'communities', role: 'list' },
    rows.map((row) => row.element),
  );
  const more = moreButton(rows.map((row) => row.element));
  const all = h(
    'button',
    { type: 'button', class: 'plain quiet', hidden: true, on: { click: store.actions.showAll } },
    'Show all',
  );
  const key = h('div', { class: 'key' });
  const body = h(
    'div',
    { class: 'body', id: 'legend-body' },
    list,
    h('div', { class: 'under' }, more, all),
    chooser(page),
    key,
  );
  const fold = foldButton(section, body, page);
  section.replaceChildren(h('h2', {}, fold), body);
  foldForPanel(section, fold, body, page);
  section.hidden = head.communities.length === 0 && head.columns.length === 0;

  const mark = () => {
    const state = store.get();
    for (const row of rows) row.mark(state);
    all.hidden = state.hidden.size === 0 && state.only === null;
  };
  const keyed = () => key.replaceChildren(...drawKey(page));
  store.subscribe(['hidden', 'only', 'community'], mark);
  store.subscribe(['colour', 'size', 'theme'], keyed);
  mark();
  keyed();
  return { fold: (/** @type {boolean} */ folded) => setFold(fold, body, folded) };
}

/** @param {HTMLElement} section @param {HTMLElement} body @param {Page} page */
function foldButton(section, body, page) {
  const button = h(
    'button',
    { type: 'button', class: 'fold', 'aria-expanded': 'true', 'aria-controls': 'legend-body' },
    h('span', {}, 'Communities'),
    icon('down'),
  );
  button.addEventListener('click', () => {
    setFold(button, body, !body.hidden);
    section.dispatchEvent(new CustomEvent('folded'));
    page.view.areaChanged();
  });
  return button;
}

/** Makes room while a panel is open, where both would leave too little. @param {HTMLElement} section @param {HTMLElement} fold @param {HTMLElement} body @param {Page} page */
function foldForPanel(section, fold, body, { store }) {
  let ours = false;
  const follow = () => {
    const open = OPENED.some((key) => store.get()[key] !== null);
    const tight = window.innerWidth < TIGHT;
    if (open && tight && !body.hidden) {
      ours = true;
      setFold(fold, body, true);
    } else if (!open && ours) {
      ours = false;
      setFold(fold, body, false);
    }
  };
  section.addEventListener('folded', () => {
    ours = false;
  });
  store.subscribe(OPENED, follow);
  follow();
}

/** @param {HTMLElement} button @param {HTMLElement} body @param {boolean} folded */
function setFold(button, body, folded) {
  body.hidden = folded;
  button.setAttribute('aria-expanded', String(!folded));
}

/**
 * @param {Page} page
 * @param {{ id: number, name: string, size: number }} community
 * @param {number} place
 */
function communityRow(page, { id, name, size }, place) {
  const { actions } = page.store;
  const box = h('input', {
    type: 'checkbox',
    'aria-label': `Show ${name}`,
    on: { change: () => actions.toggleCommunity(id) },
  });
  const open = h(
    'button',
    {
      type: 'button',
      class: 'plain name',
      dir: 'auto',
      on: { click: () => actions.open({ community: id }) },
    },
    name,
  );
  const element = h(
    'li',
    {},
    h('label', { class: 'tick' }, box, placeDot(place)),
    open,
    h('span', { class: 'size' }, count(size)),
  );
  /** @param {import('../state.js').State} state */
  const mark = (state) => {
    const shown = state.only === null ? !state.hidden.has(id) : state.only === id;
    box.checked = shown;
    element.classList.toggle('off', !shown);
    open.toggleAttribute('aria-current', state.community === id);
    if (state.community === id) open.setAttribute('aria-current', 'true');
  };
  return { element, mark };
}

/** The button behind the first rows. @param {HTMLElement[]} rows */
function moreButton(rows) {
  const rest = rows.slice(FIRST);
  for (const row of rest) row.hidden = true;
  const words = (/** @type {boolean} */ open) => (open ? 'Fewer' : `${rest.length} more`);
  const button = h(
    'button',
    { type: 'button', class: 'plain quiet', 'aria-expanded': 'false', hidden: rest.length === 0 },
    words(false),
  );
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    for (const row of rest) row.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.textContent = words(open);
  });
  return button;
}

/** Colour by and Size by. @param {Page} page */
function chooser({ store, head }) {
  const scores = head.columns.map((column) => ({ name: column.name, label: scoreLabel(column) }));
  const years = head.counts.withYear > 0 ? [{ name: 'year', label: 'Year' }] : [];
  const colours = [{ name: 'community', label: 'Community' }, ...years, ...scores];
  return h(
    'div',
    { class: 'by' },
    select(
      'Colour by',
      colours,
      () => store.get().colour,
      store.actions.setColour,
      (fn) => store.subscribe(['colour'], fn),
    ),
    select(
      'Size by',
      [...scores, { name: 'equal', label: 'Equal' }],
      () => store.get().size,
      store.actions.setSize,
      (fn) => store.subscribe(['size'], fn),
    ),
  );
}

/**
 * @param {string} label
 * @param {{ name: string, label: string }[]} choices
 * @param {() => string} now
 * @param {(name: string) => void} choose
 * @param {(fn: () => void) => void} follow
 */
function select(label, choices, now, choose, follow) {
  const field = h(
    'select',
    { on: { change: () => choose(field.value) } },
    choices.map((c) => h('option', { value: c.name }, c.label)),
  );
  field.value = now();
  follow(() => {
    field.value = now();
  });
  return h('label', {}, h('span', {}, label), field);
}

/** Ramp, discs, links. @param {Page} page @returns {Node[]} */
function drawKey(page) {
  const state = page.store.get();
  const size = page.head.columns.find((column) => column.name === state.size);
  return [
    ...(state.colour === 'community' ? [] : [rampKey(page)]),
    ...(size ? [h('div', { class: 'line' }, discs(), h('span', {}, `more ${scoreLabel(size)}`))] : []),
    h(
      'div',
      { class: 'line' },
      linkLine('inside'),
      h('span', {}, 'inside an area'),
      linkLine('between'),
      h('span', {}, 'between'),
    ),
  ];
}

/** @param {Page} page */
function rampKey({ store, head, model }) {
  const { colour, theme } = store.get();
  const values =
    colour === 'year' ? Array.from(model.year).filter(Boolean) : Array.from(model.columns[colour] ?? []);
  const [least, most] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  const end = (/** @type {number} */ v) => (colour === 'year' ? String(v) : figure(v));
  const steps = ramp(theme).map((colour, i) =>
    svg('rect', { x: i * 16, y: 0, width: 16, height: 10, fill: colour }),
  );
  const unknown = colour === 'year' && head.counts.withYear < head.counts.papers;
  return h(
    'div',
    { class: 'line' },
    h('span', {}, end(least)),
    svg('svg', { width: 80, height: 10, 'aria-hidden': 'true' }, ...steps),
    h('span', {}, end(most)),
    unknown ? placeDot(-1) : null,
    unknown ? h('span', {}, 'unknown') : null,
  );
}

function discs() {
  const circle = (/** @type {number} */ x, /** @type {number} */ r) =>
    svg('circle', { cx: x, cy: 11, r, class: 'disc' });
  return svg(
    'svg',
    { width: 50, height: 22, 'aria-hidden': 'true' },
    circle(5, 3),
    circle(19, 6),
    circle(39, 10),
  );
}

/** @param {string} kind */
function linkLine(kind) {
  return svg(
    'svg',
    { width: 24, height: 10, class: `link ${kind}`, 'aria-hidden': 'true' },
    svg('path', { d: 'M1 8Q12 0 23 4' }),
  );
}
