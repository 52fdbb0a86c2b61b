/** The table twin of the map: the same papers, sorted by a header; rows are made as they come into view. */

import { count, figure, scoreLabel } from '../format.js';
import { visibleIn } from '../render/scene.js';
import { FILTERED } from '../state.js';
import { h } from './h.js';
import { areaDot } from './words.js';

/** @import { Page } from './page.js' */

/**
 * @typedef {{
 *   name: string, kind: 'text' | 'number', value: (node: number) => string | number, show: (node: number) => Node | string,
 * }} Column
 */

/** Height of a row in px (table.css has the same), rows kept ready above and below, rows up to which all are made. */
const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 40;
const SPARE = 12;
const PLAIN = 400;

/** @param {Page} page @param {HTMLElement} twin */
export function createTable(page, twin) {
  return new Table(page, twin);
}

class Table {
  /** @type {number[]} */
  #rows = [];
  #from = -1;

  /** @param {Page} page @param {HTMLElement} twin */
  constructor(page, twin) {
    this.page = page;
    this.columns = columnsOf(page);
    this.sort = { column: this.columns.find((c) => c.name === 'PageRank') ?? this.columns[0], down: true };
    this.heads = this.columns.map((column) => this.#head(column));
    this.body = h('tbody');
    this.table = h(
      'table',
      { 'aria-label': 'Papers' },
      h('thead', {}, h('tr', { 'aria-rowindex': 1 }, this.heads)),
      this.body,
    );
    this.frame = h(
      'div',
      {
        class: 'frame',
        tabindex: '0',
        'aria-label': 'Papers of the map',
        role: 'group',
        on: { scroll: () => this.#draw() },
      },
      this.table,
    );
    twin.replaceChildren(this.frame);
    new ResizeObserver(() => this.#draw()).observe(this.frame);
    page.store.subscribe([...FILTERED, 'ego'], () => this.#order());
    page.store.subscribe(['paper'], () => this.#mark());
    this.#order();
  }

  /** @param {Column} column */
  #head(column) {
    const button = h(
      'button',
      { type: 'button' },
      column.name,
      h('span', { class: 'arrow', 'aria-hidden': 'true' }),
    );
    button.addEventListener('click', () => {
      const down = this.sort.column === column ? !this.sort.down : column.kind === 'number';
      this.sort = { column, down };
      this.#order();
      this.page.say(`Sorted by ${column.name}, ${down ? 'descending' : 'ascending'}`);
    });
    return h('th', { scope: 'col', class: column.kind }, button);
  }

  /** Which papers, in which order. */
  #order() {
    const { model, store } = this.page;
    const { column, down } = this.sort;
    const way = down ? 'descending' : 'ascending';
    const visible = visibleIn(model, store.get());
    const by = comparison(column, down, model.rank);
    this.#rows = Array.from(model.order).filter(visible).sort(by);
    this.columns.forEach((one, i) => {
      this.heads[i].setAttribute('aria-sort', one === column ? way : 'none');
    });
    this.table.setAttribute('aria-rowcount', String(this.#rows.length + 1));
    this.#from = -1;
    this.frame.scrollTop = 0;
    this.#draw();
  }

  /** Makes the rows in view, unless they stand already. */
  #draw() {
    const all = this.#rows.length <= PLAIN;
    const first = all ? 0 : Math.max(0, Math.floor(this.frame.scrollTop / ROW) - SPARE);
    const last = all
      ? this.#rows.length
      : Math.min(this.#rows.length, first + Math.ceil(this.frame.clientHeight / ROW) + 2 * SPARE);
    if (first === this.#from && this.body.childElementCount > 0) return;
    this.#from = first;
    const rows = this.#rows.slice(first, last).map((node, i) => this.#row(node, first + i + 2));
    this.body.replaceChildren(space(first), ...rows, space(this.#rows.length - last));
    this.#mark();
  }

  /** @param {number} node @param {number} index */
  #row(node, index) {
    const { model, store } = this.page;
    const open = () => store.actions.open({ paper: model.ids[node] });
    const title = h(
      'button',
      { type: 'button', class: 'plain title', dir: 'auto', on: { click: open } },
      model.titles[node],
    );
    const cells = this.columns.map((column, i) =>
      h('td', { class: column.kind }, i === 0 ? title : column.show(node)),
    );
    const row = h('tr', { 'aria-rowindex': index, 'data-node': node }, cells);
    row.addEventListener('click', (e) => {
      if (!(e.target instanceof HTMLButtonElement)) open();
    });
    return row;
  }

  /** The open paper's row. */
  #mark() {
    const node = this.page.model.nodeOf(this.page.store.get().paper);
    for (const row of this.body.querySelectorAll('tr')) {
      row.toggleAttribute('aria-current', false);
      if (row.dataset.node === String(node)) row.setAttribute('aria-current', 'true');
    }
  }
}

/** Empty height in place of rows that are not made. @param {number} rows */
function space(rows) {
  const row = h('tr', { class: 'space', 'aria-hidden': 'true', hidden: rows === 0 });
  row.style.height = `${rows * ROW}px`;
  return row;
}

/** Unknown comes last either way; ties by centrality. @param {Column} column @param {boolean} down @param {Uint32Array} rank */
function comparison({ kind, value }, down, rank) {
  const sign = down ? -1 : 1;
  return (/** @type {number} */ a, /** @type {number} */ b) => {
    const [x, y] = [value(a), value(b)];
    const [lackX, lackY] = [x === '' || Number.isNaN(x), y === '' || Number.isNaN(y)];
    if (lackX !== lackY) return lackX ? 1 : -1;
    const order =
      kind === 'number' ? Number(x) - Number(y) : String(x).localeCompare(String(y), 'en', { numeric: true });
    return sign * order || rank[a] - rank[b];
  };
}

/** @param {Page} page @returns {Column[]} */
function columnsOf(page) {
  const { model, head } = page;
  const community = (/** @type {number} */ node) => model.communityOf(node)?.name ?? '';
  /** @type {Column[]} */
  const columns = [
    { name: 'Title', kind: 'text', value: (node) => model.titles[node], show: (node) => model.titles[node] },
  ];
  if (head.counts.withYear > 0) {
    columns.push({
      name: 'Year',
      kind: 'number',
      value: (node) => model.year[node] || Number.NaN,
      show: (node) => String(model.year[node] || '–'),
    });
  }
  columns.push({
    name: 'Community',
    kind: 'text',
    value: community,
    show: (node) =>
      h(
        'span',
        { class: 'in-area', dir: 'auto' },
        areaDot(page, node),
        h('span', {}, community(node) || 'none'),
      ),
  });
  if (!head.columns.some((column) => column.name === 'degree')) {
    columns.push({
      name: 'Links',
      kind: 'number',
      value: model.degree,
      show: (node) => count(model.degree(node)),
    });
  }
  for (const column of head.columns) {
    const values = model.columns[column.name];
    if (values)
      columns.push({
        name: scoreLabel(column),
        kind: 'number',
        value: (node) => values[node],
        show: (node) => figure(values[node]),
      });
  }
  return columns;
}
