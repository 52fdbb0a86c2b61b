/** Files that the page hands to the browser. */

import { h } from './h.js';

/** A title as the name of a file. @param {string} title */
export function fileName(title) {
  return (
    title
      .replace(/\.[a-z0-9]{1,6}$/i, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'map'
  );
}

/** Hands bytes to the browser as a download. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
