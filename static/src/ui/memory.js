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

/** Whether it was kept: storage may be full or refused. @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}

/** Calls fn when another window changed what is remembered. @param {string} key @param {() => void} fn */
export function listenToStore(key, fn) {
  window.addEventListener('storage', (e) => {
    if (e.key === PREFIX + key) fn();
  });
}
