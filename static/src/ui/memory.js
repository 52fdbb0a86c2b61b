/** What the page remembers between visits, in local storage; without it, nothing. */

const PREFIX = 'papergraph:';

/** @param {string} key */
export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is full or refused: the next visit starts afresh.
  }
}
