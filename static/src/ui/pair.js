/** Two papers in hand: Shift+click or Space selects, and the second asks why the two are linked. */

/** @import { Page } from './page.js' */

/** @param {Page} page */
export function createPair({ store, model, say }) {
  /** The link of two selected papers, or of the open one and a selected one. */
  function why() {
    const { selected, paper } = store.get();
    const [a, b] = [...new Set([...(paper ? [paper] : []), ...selected])].slice(-2);
    if (!a || !b) return say('Select two papers with Space or Shift+click, then press W');
    store.actions.clearSelection();
    store.actions.open({ link: [a, b] });
  }

  /** Selects or lets go; with Shift+click a second paper opens the link. @param {number} node @param {boolean} open */
  function select(node, open) {
    const id = model.ids[node];
    const { paper } = store.get();
    store.actions.select(id);
    const { selected } = store.get();
    const chosen = selected.includes(id);
    say(`${model.titles[node]} ${chosen ? 'selected' : 'no longer selected'}`);
    const first = paper && paper !== id ? paper : selected.find((other) => other !== id);
    if (open && chosen && first) {
      store.actions.clearSelection();
      store.actions.open({ link: [first, id] });
    }
  }

  return { why, select };
}
