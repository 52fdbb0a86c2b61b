/** The map by keys: arrows walk from paper to paper, Enter opens, Space selects; each step is said. */

import { plural, strength } from '../format.js';
import { visibleIn } from '../render/scene.js';
import { byId } from './h.js';

/** @import { Page } from './page.js' */
/** @import { Direction } from '../model.js' */

/** px that Shift and an arrow pan. */
const PAN = 80;

/** @type {Record<string, [Direction, number, number]>} */
const ARROWS = {
  ArrowLeft: ['left', 1, 0],
  ArrowRight: ['right', -1, 0],
  ArrowUp: ['up', 0, 1],
  ArrowDown: ['down', 0, -1],
};

/** @param {Page} page @param {(node: number) => void} select */
export function createMapKeys(page, select) {
  const { model, store, view, say } = page;
  const map = byId('map', HTMLElement);
  let at = -1;

  const visible = () => visibleIn(model, store.get());
  const first = () => Array.from(model.order).find(visible()) ?? -1;

  /** @param {number} node */
  function go(node) {
    if (node < 0) return;
    say(sentence(page, node, at));
    at = node;
    view.setFocus(node);
    store.actions.hover({ node });
  }

  /** @param {number} step */
  function nextArea(step) {
    const shown = model.members.map((members) => members.find(visible()) ?? -1);
    const count = shown.length;
    const outside = step > 0 ? -1 : count;
    let place = at >= 0 && model.comm[at] < count ? model.comm[at] : outside;
    for (let i = 0; i < count; i++) {
      place = (place + step + count) % count;
      if (shown[place] >= 0) return go(shown[place]);
    }
  }

  /** @param {KeyboardEvent} e */
  function arrow(e) {
    const [direction, dx, dy] = ARROWS[e.key];
    if (e.shiftKey) return view.pan(dx * PAN, dy * PAN);
    const from = at >= 0 ? at : model.nodeOf(store.get().paper);
    if (from < 0) return go(first());
    at = from;
    go(model.nearestInDirection(from, direction, view.places(), visible()));
  }

  /** @type {Record<string, () => void>} */
  const others = {
    Home: () => go(first()),
    PageDown: () => nextArea(1),
    PageUp: () => nextArea(-1),
    Enter: () => at >= 0 && store.actions.open({ paper: model.ids[at] }),
    ' ': () => at >= 0 && select(at),
  };

  map.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || (!ARROWS[e.key] && !others[e.key])) return;
    e.preventDefault();
    if (ARROWS[e.key]) arrow(e);
    else others[e.key]();
  });
  map.addEventListener('blur', () => {
    view.setFocus(null);
    if (at >= 0) store.actions.hover(null);
  });
  map.addEventListener('focus', () => {
    const open = model.nodeOf(store.get().paper);
    at = open >= 0 ? open : at;
    if (at >= 0 && map.matches(':focus-visible')) view.setFocus(at);
  });
  return { go };
}

/** "CFG++, guidance, 2024, 14 links; from Classifier-Free Guidance 0.41". @param {Page} page @param {number} node @param {number} from */
export function sentence({ model }, node, from) {
  const year = model.year[node];
  const link = from >= 0 && from !== node ? model.linkBetween(from, node) : -1;
  const facts = [
    model.titles[node],
    model.communityOf(node)?.name,
    year || null,
    plural(model.degree(node), 'link'),
  ];
  const way = link >= 0 ? `; from ${model.titles[from]} ${strength(model.weight[link])}` : '';
  return facts.filter(Boolean).join(', ') + way;
}
