/** What is selected on the map: by Shift and a click, by Space, by a line drawn round papers; and what is done with it. */

import { plural } from '../format.js';
import { insidePolygon } from '../render/lasso.js';
import { visibleIn } from '../render/scene.js';
import { byId, h, svg } from './h.js';
import { icon } from './icons.js';

/** @import { Page } from './page.js' */

/** @param {Page} page */
export function createSelection({ store, reading }) {
  const { actions } = store;
  const add = h('button', { type: 'button', class: 'button strong' });
  const clear = h('button', { type: 'button', class: 'plain quiet' }, 'Clear selection');
  const bar = h(
    'div',
    { class: 'selection', role: 'group', 'aria-label': 'Selection', hidden: true },
    add,
    clear,
  );
  const done = () => {
    const inside = bar.contains(document.activeElement);
    actions.clearSelection();
    if (inside || document.activeElement === document.body)
      byId('map', HTMLElement).focus({ preventScroll: true });
  };
  add.addEventListener('click', () => {
    reading.add(store.get().selected);
    done();
  });
  clear.addEventListener('click', done);
  const draw = () => {
    const { selected } = store.get();
    bar.hidden = selected.length === 0;
    add.replaceChildren(icon('list'), `Add ${plural(selected.length, 'paper')}`);
  };
  store.subscribe(['selected'], draw);
  byId('corner', HTMLElement).before(bar);
  draw();
}

/** The line that is drawn round papers, and what is inside when it ends. @param {Page} page */
export function createLasso(page) {
  const { store, model, say } = page;
  const line = svg('polygon');
  const sheet = svg('svg', { class: 'lasso', 'aria-hidden': 'true' }, line);
  /** @param {{ x: number, y: number }[]} points px of the canvas @param {boolean} ended */
  return (points, ended) => {
    if (!sheet.isConnected) byId('map', HTMLElement).append(sheet);
    line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
    if (!ended) return;
    sheet.remove();
    const visible = visibleIn(model, store.get());
    const inside = insidePolygon(points, page.view.places()).filter(visible);
    store.actions.selectAll(inside.map((node) => model.ids[node]));
    say(inside.length === 0 ? 'No paper inside' : `${plural(store.get().selected.length, 'paper')} selected`);
  };
}

/** L: the selection is added, else the paper in hand, else the list opens. @param {Page} page @param {() => void} openList */
export function listKey({ store, model, reading }, openList) {
  const { selected, hover, paper } = store.get();
  const over = hover && 'node' in hover ? model.ids[hover.node] : paper;
  if (selected.length > 0) {
    reading.add(selected);
    store.actions.clearSelection();
  } else if (over) reading.toggle(over);
  else openList();
}

/** The toggle of a paper's panel. @param {Page} page @param {string} id */
export function listButton({ reading }, id) {
  const button = h('button', { type: 'button', class: 'button' }, icon('list'), 'Add to reading list');
  const mark = () => button.setAttribute('aria-pressed', String(reading.has(id)));
  button.addEventListener('click', () => reading.toggle(id));
  const end = reading.subscribe(() => (button.isConnected ? mark() : end()));
  mark();
  return button;
}
