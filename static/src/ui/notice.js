/** Thin lines over the map: the example says how to open one's own papers; a server that is gone is named. */

import { byId, h } from './h.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';

/** @import { Api } from '../api.js' */
/** @import { Head } from './page.js' */

/** @param {Head} head @param {() => void} changed */
export function noticeExample(head, changed) {
  if (!head.example || recall('example') === 'seen') return;
  const dismiss = h(
    'button',
    { type: 'button', class: 'tool small', 'aria-label': 'Dismiss', title: 'Dismiss' },
    icon('close'),
  );
  const line = h(
    'p',
    { class: 'notice' },
    h('span', {}, 'This is the built-in example. Your own: ', h('code', {}, 'papergraph serve FILE')),
    dismiss,
  );
  dismiss.addEventListener('click', () => {
    remember('example', 'seen');
    line.remove();
    changed();
    byId('map', HTMLElement).focus();
  });
  byId('notices', HTMLElement).append(line);
}

/** @param {Api} api @param {(sentence: string) => void} say */
export function noticeConnection(api, say) {
  const words = 'Not connected; what is loaded still works';
  const line = h('p', { class: 'notice gone' }, words);
  api.onConnection((connected) => {
    if (connected) line.remove();
    else byId('notices', HTMLElement).prepend(line);
    say(connected ? 'Connected again' : words);
  });
}

/** A line that leaves after a while or a click. @param {string} sentence @param {(sentence: string) => void} say */
export function noticeLine(sentence, say) {
  if (!sentence) return;
  const line = h('p', { class: 'notice' }, h('span', { dir: 'auto' }, sentence));
  const dismiss = h(
    'button',
    { type: 'button', class: 'tool small', 'aria-label': 'Dismiss' },
    icon('close'),
  );
  dismiss.addEventListener('click', () => line.remove());
  line.append(dismiss);
  byId('notices', HTMLElement).append(line);
  say(sentence);
}
