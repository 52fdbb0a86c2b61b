/** The neighbourhood of one paper: the button that shows it, the line that says what is shown and leads back. */

import { plural } from '../format.js';
import { ringsIn } from '../render/scene.js';
import { byId, h, svg } from './h.js';

/** @import { Page } from './page.js' */

/** The toggle of a paper's panel. @param {Page} page @param {string} id */
export function egoButton({ store }, id) {
  const button = h('button', { type: 'button', class: 'button' }, 'Show neighbourhood');
  const mark = () => button.setAttribute('aria-pressed', String(store.get().ego === id));
  button.addEventListener('click', () => store.actions.setEgo(store.get().ego === id ? null : id));
  const end = store.subscribe(['ego'], () => (button.isConnected ? mark() : end()));
  mark();
  return button;
}

/** The line over the map, while a neighbourhood is shown. @param {Page} page */
export function createEgoLine(page) {
  const { store, model, say } = page;
  const line = h('div', { class: 'notice ego', role: 'group', 'aria-label': 'Neighbourhood' });
  const back = h('button', { type: 'button', class: 'button small' }, 'Show whole map');
  back.addEventListener('click', () => {
    store.actions.setEgo(null);
    byId('map', HTMLElement).focus();
  });

  const follow = () => {
    const state = store.get();
    const rings = ringsIn(model, state);
    document.documentElement.classList.toggle('ringed', rings !== null);
    if (!rings) {
      if (line.isConnected) say('The whole map');
      line.remove();
    } else {
      const title = model.titles[rings.centre];
      const near = `${plural(rings.nodes.length, 'paper')}, the nearer the more alike`;
      const key = [
        ...keyOf('it builds on', rings.buildsOn.size, ''),
        ...keyOf('built on it', rings.builtOnBy.size, 'heir'),
      ];
      line.replaceChildren(
        h('p', {}, h('b', { dir: 'auto' }, title), h('small', {}, h('span', {}, near), ...key)),
        back,
      );
      byId('notices', HTMLElement).prepend(line);
      say(`Neighbourhood of ${title}: ${near}${[...key].map((part) => `; ${part.textContent}`).join('')}`);
    }
    page.view?.areaChanged();
  };

  /** What is opened and not in the neighbourhood takes its middle. */
  const keepInSight = () => {
    const { paper, ego } = store.get();
    const rings = ringsIn(model, store.get());
    if (ego !== null && paper !== null && rings && rings.shown[model.nodeOf(paper)] === 0)
      store.actions.setEgo(paper);
  };

  store.subscribe(['ego'], follow);
  store.subscribe(['paper'], keepInSight);
  follow();
}

/** What a ring means. @param {string} words @param {number} count @param {string} kind */
function keyOf(words, count, kind) {
  if (count === 0) return [];
  const ring = svg('circle', { cx: 7, cy: 7, r: 5, class: kind });
  const picture = svg('svg', { class: 'ring-key', width: 14, height: 14, 'aria-hidden': 'true' }, ring);
  return [h('span', {}, picture, `${count} ${words}`)];
}
