/** The store as the map sees it: what a click on a paper chooses, and what a resting pointer does not point at. */

import { OPENED } from '../state.js';

/** @import { State, Store } from '../state.js' */
/** @import { Page } from './page.js' */

/**
 * While a path lacks an end, a click on a paper chooses it, and where one of two communities is wanted, the paper's own. What
 * slides under a resting pointer, because a panel came and the map moved, is not pointed at.
 * @param {Page} page
 * @param {HTMLElement} map
 * @returns {Store}
 */
export function choosing({ store, model }, map) {
  let resting = false;
  store.subscribe(OPENED, () => {
    resting = true;
  });
  const moved = (/** @type {PointerEvent} */ e) => {
    if (e.movementX !== 0 || e.movementY !== 0) resting = false;
  };
  map.addEventListener('pointermove', moved, { capture: true });
  /** @type {Store['actions']['hover']} */
  const hover = (what) => store.actions.hover(resting ? null : what);
  /** @type {Store['actions']['open']} */
  const open = (what) => {
    const { path, bridges } = store.get();
    const paper = what && 'paper' in what ? what.paper : '';
    if (path && !(path.from && path.to)) return paper && store.actions.open(endOf(path, paper));
    if (bridges && !(bridges.a && bridges.b)) {
      const area = model.communityOf(model.nodeOf(paper))?.id;
      return area && store.actions.open(areaOf(bridges, area));
    }
    return store.actions.open(what);
  };
  return { ...store, actions: { ...store.actions, open, hover } };
}

/** @param {NonNullable<State['path']>} path @param {string} paper */
function endOf(path, paper) {
  return { path: path.from ? { ...path, to: paper } : { ...path, from: paper } };
}

/** @param {NonNullable<State['bridges']>} bridges @param {number} area */
function areaOf(bridges, area) {
  return { bridges: bridges.a ? { ...bridges, b: area } : { ...bridges, a: area } };
}
