/** On paper: the light theme, and the map as lines and text in place of its pixels. */

import { byId, h } from './h.js';

/** @import { Page } from './page.js' */

/** @param {Page} page */
export function createPrint({ store, view }) {
  const map = byId('map', HTMLElement);
  const sheet = h('div', { class: 'sheet', 'aria-hidden': 'true' });
  let theme = store.get().theme;

  window.addEventListener('beforeprint', () => {
    theme = store.get().theme;
    store.actions.setTheme('light');
    const picture = new DOMParser().parseFromString(view.svg(false), 'image/svg+xml').documentElement;
    sheet.replaceChildren(document.importNode(picture, true));
    map.after(sheet);
  });
  window.addEventListener('afterprint', () => {
    sheet.remove();
    store.actions.setTheme(theme);
  });
}
