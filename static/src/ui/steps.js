/** Steps by single keys: through the hits of the search, and through the nearest papers of one. */

import { segment } from '../api.js';
import { sentence } from './mapkeys.js';

/** @import { Page } from './page.js' */

/** @param {Page} page */
export function createSteps(page) {
  const { store, view, api, say } = page;
  let hit = -1;
  /** @type {{ start: string, ids: string[], at: number } | null} */
  let walk = null;

  store.subscribe(['hits'], () => {
    hit = -1;
  });

  /** @param {number} step */
  function nextHit(step) {
    const { hits } = store.get();
    if (hits.length === 0) return say('Nothing is searched for');
    hit = (hit + step + hits.length + (hit < 0 && step < 0 ? 1 : 0)) % hits.length;
    store.actions.hover({ node: hits[hit] });
    view.flyTo(hits[hit]);
    say(`Hit ${hit + 1} of ${hits.length}: ${sentence(page, hits[hit], -1)}`);
  }

  /** Opens the next nearest of the paper from which the walk began. @param {number} step */
  async function nearest(step) {
    const { paper } = store.get();
    if (paper === null) return say('No paper is open');
    if (!walk || walk.ids[walk.at] !== paper) {
      const { items } = await api.get(`papers/${segment(paper)}/related`);
      walk = {
        start: paper,
        ids: [paper, ...items.map((/** @type {{ id: string }} */ one) => one.id)],
        at: 0,
      };
    }
    const to = Math.min(walk.ids.length - 1, Math.max(0, walk.at + step));
    if (to === walk.at) return say(step > 0 ? 'No further paper' : 'This is where it began');
    walk.at = to;
    store.actions.open({ paper: walk.ids[to] });
    view.areaChanged();
  }

  return { nextHit, nearest };
}
