/** What stands in the middle of the map while there is none: loading, building, empty, error. */

import { bytes } from '../format.js';
import { byId, h } from './h.js';

/** @import { Stage } from '../api.js' */

/** ms before anything is said of loading. */
const PATIENCE = 300;

/** @type {[string, string][]} */
const STAGES = [
  ['reading', 'Reading the papers'],
  ['concepts', 'Finding concepts and methods'],
  ['links', 'Linking papers'],
  ['ranks', 'Ranking'],
  ['communities', 'Finding communities'],
  ['layout', 'Placing papers'],
];

/** @typedef {'loading' | 'building' | 'ready' | 'empty' | 'error'} Condition */

export function createScreen() {
  const box = byId('state', HTMLElement);
  let timer = 0;
  /** @type {Condition} */
  let condition = 'loading';

  /** @param {Condition} now @param {Node[]} content @param {boolean} [patient] */
  function show(now, content, patient = false) {
    condition = now;
    clearTimeout(timer);
    box.replaceChildren(...content);
    const reveal = () => {
      box.hidden = content.length === 0;
    };
    if (patient && box.hidden) timer = setTimeout(reveal, PATIENCE);
    else reveal();
  }

  return {
    condition: () => condition,
    /** @param {number} done @param {number} size in bytes */
    loading: (done, size) => show('loading', loadingLine(done, size), true),
    /** @param {Stage} stage */
    building: (stage) => show('building', stageList(stage)),
    empty: () => show('empty', emptyWords()),
    /** @param {string} sentence @param {() => void} again */
    error: (sentence, again) => show('error', [errorBox(sentence, again)]),
    ready: () => show('ready', []),
  };
}

/** @param {number} done @param {number} size */
function loadingLine(done, size) {
  const parts = size > 0 ? `, ${bytes(done)} of ${bytes(size)}` : '';
  const name = 'Reading the map';
  return [
    h('p', {}, `${name}${parts}`),
    size > 0
      ? h('progress', { 'aria-label': name, max: size, value: done })
      : h('progress', { 'aria-label': name }),
  ];
}

/** @param {Stage} now */
function stageList(now) {
  const at = STAGES.findIndex(([stage]) => stage === now.stage);
  const rows = STAGES.map(([, words], i) => {
    const state = ['done', 'now', 'next'][1 + Math.sign(i - at)];
    const many = i === at && now.total > 0 ? `${now.done} of ${now.total}` : '';
    return h(
      'li',
      { class: state, 'aria-current': i === at ? 'step' : null },
      h('span', {}, words),
      h('small', {}, many),
    );
  });
  const share = (Math.max(0, at) + (now.total > 0 ? now.done / now.total : 0)) / STAGES.length;
  return [
    h('h2', {}, 'Making the map'),
    h('progress', { 'aria-label': 'Making the map', max: 1, value: share }),
    h('ol', { class: 'stages' }, rows),
  ];
}

function emptyWords() {
  return [
    h('h2', {}, 'No papers yet'),
    h(
      'p',
      {},
      'Nothing in what was given could be read as a paper. A listing of titles and abstracts, JSON lines, or a table with a header will do:',
    ),
    h('p', {}, h('code', {}, 'papergraph serve FILE')),
    h('p', { class: 'quiet' }, 'Without a FILE it shows the example.'),
  ];
}

/** @param {string} sentence @param {() => void} again */
function errorBox(sentence, again) {
  const button = h('button', { type: 'button', class: 'button strong', on: { click: again } }, 'Try again');
  return h(
    'div',
    { role: 'alert' },
    h('h2', {}, 'There is no map to show'),
    h('p', { dir: 'auto' }, sentence),
    button,
  );
}
