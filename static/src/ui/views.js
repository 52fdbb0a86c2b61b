/** The tabs Map and Table, and which of the two is shown. */

import { byId, h } from './h.js';
import { rove } from './toolbar.js';

/** @import { Page } from './page.js' */

/** @param {Page} page */
export function createViews(page) {
  const { store } = page;
  const tabs = [
    tab('Map', 'map', () => store.actions.setView('map')),
    tab('Table', 'twin', () => store.actions.setView('table')),
  ];
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'View' }, tabs);
  byId('views', HTMLElement).replaceChildren(list);
  const twin = byId('twin', HTMLElement);
  twin.setAttribute('role', 'tabpanel');
  twin.setAttribute('aria-labelledby', tabs[1].id);
  let made = false;

  const show = async () => {
    const onTable = store.get().view === 'table';
    tabs.forEach((one, i) => {
      one.setAttribute('aria-selected', String((i === 1) === onTable));
    });
    rove(list, tabs, onTable ? 1 : 0, (one) => one.click());
    for (const id of ['map', 'corner', 'legend']) byId(id, HTMLElement).classList.toggle('aside', onTable);
    twin.hidden = !onTable;
    document.documentElement.classList.toggle('on-table', onTable);
    if (!onTable) return page.view.areaChanged();
    if (made) return undefined;
    made = true;
    const { createTable } = await import('./table.js');
    createTable(page, twin);
    return undefined;
  };
  store.subscribe(['view'], show);
  show();
}

/** @param {string} name @param {string} controls @param {() => void} click */
function tab(name, controls, click) {
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `tab-${name.toLowerCase()}`,
      'aria-controls': controls,
      on: { click },
    },
    name,
  );
}
