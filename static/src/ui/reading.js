/** The reading list of this map: kept in local storage, told to other windows, and every change can be undone. */

import { plural } from '../format.js';
import { EMPTY, has, moved, noted, packed, unpacked, withMore, withNotes, without } from '../reading.js';
import { listenToStore, recall, remember } from './memory.js';

/** @import { List, Order } from '../reading.js' */
/** @import { Model } from '../model.js' */
/** @import { Store } from '../state.js' */

/** @typedef {ReturnType<typeof createReading>} Reading */

/** Changes that can be undone. */
const UNDONE_MOST = 100;

/** What is said where the browser keeps nothing. */
export const NOT_KEPT =
  'This browser does not keep the list: its storage is full or switched off. It stays as long as this page is open; download it.';

/**
 * @param {{ store: Store, model: Model, head: { title: string }, say: (sentence: string) => void }} page
 */
export function createReading({ store, model, head, say }) {
  const key = `list:${head.title}`;
  let list = recalled(key);
  let kept = true;
  /** @type {{ list: List, what: string }[]} */
  let before = [];
  /** @type {{ list: List, what: string }[]} */
  let after = [];
  /** @type {Set<() => void>} */
  const listeners = new Set();

  /** @param {List} next */
  function put(next) {
    list = next;
    kept = remember(key, packed(list));
    tell();
  }

  function tell() {
    store.actions.setReading(list.items.map((item) => item.id));
    for (const fn of listeners) fn();
  }

  /** @param {List} next @param {string} what was done */
  function change(next, what) {
    if (next === list) return;
    before = [...before.slice(1 - UNDONE_MOST), { list, what }];
    after = [];
    put(next);
    say(kept ? what : `${what}. ${NOT_KEPT}`);
  }

  /** @param {string} id */
  const titleOf = (id) =>
    model.titles[model.nodeOf(id)] ?? list.items.find((item) => item.id === id)?.title ?? id;

  /** Adds papers that are not there yet. @param {string[]} ids */
  function add(ids) {
    const next = withMore(
      list,
      ids.map((id) => ({ id, title: titleOf(id) })),
    );
    const more = next.items.length - list.items.length;
    if (more === 0) return say('All of them are in the reading list already');
    const what = more === 1 && ids.length === 1 ? titleOf(ids[0]) : plural(more, 'paper');
    return change(next, `${what} added to the reading list`);
  }

  /** @param {string} id */
  const remove = (id) => change(without(list, id), `${titleOf(id)} removed from the reading list`);

  /** Back to what was before the last change, or forth again. @param {boolean} back */
  function undo(back) {
    const [from, to] = back ? [before, after] : [after, before];
    const step = from.pop();
    if (!step) return say(back ? 'Nothing to undo' : 'Nothing to do again');
    to.push({ list, what: step.what });
    put(withNotes(step.list, list));
    return say(`${back ? 'Undone' : 'Done again'}: ${step.what}`);
  }

  listenToStore(key, () => {
    list = recalled(key);
    tell();
  });
  tell();
  return {
    get: () => list,
    kept: () => kept,
    has: (/** @type {string} */ id) => has(list, id),
    add,
    remove,
    toggle: (/** @type {string} */ id) => (has(list, id) ? remove(id) : add([id])),
    move: (/** @type {string} */ id, /** @type {number} */ by) =>
      change(moved(list, id, by), `${titleOf(id)} moved`),
    note: (/** @type {string} */ id, /** @type {string} */ note) => put(noted(list, id, note)),
    order: (/** @type {Order} */ order) => put({ ...list, order }),
    undo,
    /** Calls fn after each change, until what it returns is called. @param {() => void} fn */
    subscribe: (fn) => {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
  };
}

/** What was kept. What cannot be read is put aside before anything is written over it. @param {string} key @returns {List} */
function recalled(key) {
  const text = recall(key);
  const list = text === null ? EMPTY : unpacked(text);
  if (list) return list;
  remember(`${key}:unreadable`, text ?? '');
  return EMPTY;
}
