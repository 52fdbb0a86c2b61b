/** The link to the view as it stands. */

import { copyButton } from './copy.js';
import { openDialog } from './dialog.js';
import { h } from './h.js';
import { icon } from './icons.js';

/** @import { Page } from './page.js' */

/** @param {Page} page @param {string} address of the view, relative to this page */
export function openShare({ say }, address) {
  const link = new URL(address, location.href).href;
  const field = h('input', {
    type: 'text',
    class: 'link-field',
    readonly: true,
    'aria-label': 'Link to this view',
    value: link,
    on: { focus: () => field.select() },
  });
  openDialog('Share this view', [
    h(
      'p',
      {},
      'The link leads to what is open, filters, colours and the place on the map. It works for whoever reaches this server.',
    ),
    h(
      'div',
      { class: 'actions link-row' },
      field,
      copyButton('Copy link', icon('link'), () => link, say),
    ),
    h('p', { class: 'quiet' }, 'Your reading list is not in it: download that as Markdown or CSV.'),
  ]);
}
