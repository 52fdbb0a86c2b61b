/** Speaks to screen readers through the page's one status. */

import { byId } from './h.js';

/** A sentence; said again when it is the same as the last. @param {string} sentence */
export function say(sentence) {
  const status = byId('say', HTMLElement);
  const again = status.textContent === sentence;
  status.textContent = again ? `${sentence}\u00a0` : sentence;
}
