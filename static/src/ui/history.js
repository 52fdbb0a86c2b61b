/** Keeps address and state alike: what is opened makes a step back, the rest replaces where one is. */

import { formatAddress, onlyKnown, parseAddress } from '../address.js';
import { FILTERED, OPENED } from '../state.js';

/** @import { State, Store } from '../state.js' */
/** @import { Head, Model } from '../model.js' */

/** ms of rest before a change that makes no step is written. */
const REST = 300;

/** @type {(keyof State)[]} */
const QUIET = ['query', ...FILTERED, 'colour', 'size', 'cam'];

/** What a fragment says, as far as this map has it. @param {string} fragment @param {Head} head @param {Model} model */
export function readAddress(fragment, head, model) {
  const column = (/** @type {string} */ name) => head.columns.some((c) => c.name === name);
  return onlyKnown(parseAddress(fragment), {
    paper: (id) => model.nodeOf(id) >= 0,
    community: (id) => model.placeOf(id) >= 0,
    colour: (name) => column(name) || name === 'community' || (name === 'year' && head.counts.withYear > 0),
    size: (name) => column(name) || name === 'equal',
  });
}

/** One line about what an address said and this map does not have. @param {string[]} dropped */
export function droppedLine(dropped) {
  return dropped.length === 0
    ? ''
    : `Part of the address does not fit this map and was left out: ${dropped.join(', ')}.`;
}

/**
 * @param {Store} store
 * @param {{ head: Head, model: Model, start: State, rest: [string, string][], tell: (line: string) => void }} options start: the state that an empty address stands for
 */
export function followHistory(store, { head, model, start, rest: first, tell }) {
  let rest = first;
  let timer = 0;
  let restoring = false;

  const address = () => {
    const fragment = formatAddress(store.get(), start, rest);
    return fragment === '' ? location.pathname + location.search : `#${fragment}`;
  };
  const replace = () => {
    clearTimeout(timer);
    history.replaceState(null, '', address());
  };
  const push = () => {
    if (restoring) return;
    clearTimeout(timer);
    history.pushState(null, '', address());
  };
  const later = () => {
    if (restoring) return;
    clearTimeout(timer);
    timer = setTimeout(replace, REST);
  };
  const restore = () => {
    clearTimeout(timer);
    const parsed = readAddress(location.hash, head, model);
    rest = parsed.rest;
    restoring = true;
    store.actions.restore(parsed.said, start);
    restoring = false;
    tell(droppedLine(parsed.dropped));
  };

  store.subscribe([...OPENED, 'view', 'ego'], push);
  store.subscribe(QUIET, later);
  window.addEventListener('popstate', restore);
}
