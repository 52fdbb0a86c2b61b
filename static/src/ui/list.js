/** The panel of the reading list: its order, its notes, what is taken out, and its downloads. */

import { plural } from '../format.js';
import { csv, markdown, ORDERS, ordered } from '../reading.js';
import { h } from './h.js';
import { icon } from './icons.js';
import { NOT_KEPT } from './reading.js';
import { fileName, save } from './save.js';
import { areaDot, paperButton } from './words.js';

/** @import { Entry, Facts, Order } from '../reading.js' */
/** @import { Page, PanelKind } from './page.js' */

/** Papers whose facts are asked for at once: an address stays short enough for every server. */
const AT_ONCE = 40;

/** @type {PanelKind<true>} */
export const listPanel = {
  region: 'Reading list',
  title: () => 'Reading list',
  fill: async (page, _, body, signal) => {
    let drawn = '';
    const draw = () => {
      const { items, order } = page.reading.get();
      const looks = JSON.stringify([items.map((item) => item.id), order, page.reading.kept()]);
      if (looks === drawn) return;
      drawn = looks;
      const at = focusIn(body);
      body.replaceChildren(...(items.length === 0 ? empty() : filled(page)));
      focusAgain(body, at);
    };
    signal.addEventListener('abort', page.reading.subscribe(draw));
    draw();
  },
};

function empty() {
  return [
    h('p', {}, 'No papers yet.'),
    h(
      'p',
      { class: 'quiet' },
      'Press L on a paper, or “Add to reading list” in its panel. Or draw round several with Shift and the pointer, then add them.',
    ),
  ];
}

/** @param {Page} page @returns {Node[]} */
function filled(page) {
  const { reading, model } = page;
  const entries = ordered(reading.get(), model);
  const rows = entries.map((entry, i) => row(page, entry, i, entries.length));
  const parts = [
    reading.kept() ? null : h('p', { class: 'fault', role: 'alert' }, NOT_KEPT),
    h(
      'div',
      { class: 'list-top' },
      h('span', { class: 'quiet' }, plural(entries.length, 'paper')),
      orderField(page),
    ),
    h('ol', { class: 'reading', 'aria-label': 'Papers in the list', role: 'list' }, rows),
    h(
      'div',
      { class: 'actions' },
      download(page, 'Markdown', 'md', 'text/markdown', (entries, facts) =>
        markdown(page.head.title, entries, facts),
      ),
      download(page, 'CSV', 'csv', 'text/csv', csv),
    ),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/** @param {Page} page */
function orderField({ reading, model, head }) {
  const has = {
    hand: true,
    central: true,
    bridging: 'betweenness' in model.columns,
    newest: head.counts.withYear > 0,
  };
  const names = /** @type {Order[]} */ (Object.keys(ORDERS)).filter((name) => has[name]);
  const field = h(
    'select',
    {
      'aria-label': 'Reading order',
      on: { change: () => reading.order(/** @type {Order} */ (field.value)) },
    },
    names.map((name) => h('option', { value: name }, ORDERS[name])),
  );
  field.value = reading.get().order;
  return field;
}

/** @param {Page} page @param {Entry} entry @param {number} i @param {number} of */
function row(page, { id, title, note }, i, of) {
  const { reading, model } = page;
  const node = model.nodeOf(id);
  const tool = (
    /** @type {string} */ name,
    /** @type {Parameters<typeof icon>[0]} */ picture,
    /** @type {() => void} */ click,
    disabled = false,
  ) =>
    h(
      'button',
      { type: 'button', class: 'tool small', 'aria-label': name, title: name, disabled, on: { click } },
      icon(picture),
    );
  const byHand = reading.get().order === 'hand' && of > 1;
  const field = h('textarea', {
    'aria-label': `Note on ${title}`,
    rows: '1',
    dir: 'auto',
    maxlength: '20000',
    placeholder: 'Note',
    on: { input: () => reading.note(id, field.value) },
  });
  field.value = note;
  return h(
    'li',
    {},
    node >= 0 ? areaDot(page, node) : h('span', { class: 'dot ringed', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'entry' },
      node >= 0 ? paperButton(page, { id, title }) : h('span', { dir: 'auto' }, title),
      h('small', { class: 'quiet' }, node >= 0 ? String(model.year[node] || '') : 'not on this map'),
    ),
    h(
      'div',
      { class: 'entry-tools' },
      byHand ? tool(`Move up ${title}`, 'up', () => reading.move(id, -1), i === 0) : null,
      byHand ? tool(`Move down ${title}`, 'down', () => reading.move(id, 1), i === of - 1) : null,
      tool(`Remove ${title}`, 'close', () => reading.remove(id)),
    ),
    field,
  );
}

/**
 * @param {Page} page @param {string} name @param {string} ending @param {string} type
 * @param {(entries: Entry[], facts: Map<string, Facts>) => string} write
 */
function download(page, name, ending, type, write) {
  const run = async () => {
    const entries = ordered(page.reading.get(), page.model);
    const text = write(entries, await factsOf(page, entries));
    save(
      new Blob([text], { type: `${type};charset=utf-8` }),
      `${fileName(page.head.title)}-reading-list.${ending}`,
    );
  };
  return h(
    'button',
    { type: 'button', class: 'button', 'aria-label': `Download ${name}`, on: { click: run } },
    icon('export'),
    name,
  );
}

/** What the server knows of the papers; without it, what the page knows. @param {Page} page @param {Entry[]} entries */
async function factsOf({ api, model }, entries) {
  const ids = entries.map(({ id }) => id).filter((id) => model.nodeOf(id) >= 0);
  /** @type {Map<string, Facts>} */
  const facts = new Map(
    ids.map((id) => [id, { id, title: model.titles[model.nodeOf(id)], year: model.year[model.nodeOf(id)] }]),
  );
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE).map((id) => `&ids=${encodeURIComponent(id)}`);
    const page = await api
      .get(`papers?fields=title,authors,year,venue,doi,arxiv,url&limit=${AT_ONCE}${some.join('')}`)
      .catch(() => null);
    for (const one of page?.items ?? []) facts.set(one.id, one);
  }
  return facts;
}

/** Which control has the focus, by its name and its row. @param {HTMLElement} body */
function focusIn(body) {
  const now = document.activeElement;
  if (!now || !body.contains(now)) return null;
  return {
    name: now.getAttribute('aria-label'),
    row: [...body.querySelectorAll('li')].findIndex((li) => li.contains(now)),
  };
}

/** The same control, else that of the paper which took the place, else the title. @param {HTMLElement} body @param {ReturnType<typeof focusIn>} at */
function focusAgain(body, at) {
  if (!at) return;
  const rows = [...body.querySelectorAll('li')];
  const same = [...body.querySelectorAll('[aria-label]')].find(
    (one) => one.getAttribute('aria-label') === at.name,
  );
  const heir = rows[Math.min(at.row, rows.length - 1)]?.querySelector('.entry-tools > :last-child');
  const to = same && !(/** @type {HTMLButtonElement} */ (same).disabled) ? same : heir;
  /** @type {HTMLElement | null} */ (to ?? body.parentElement?.querySelector('h2') ?? null)?.focus();
}
