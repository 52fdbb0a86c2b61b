/** How the map is used, by pointer and by keys, and what was read. */

import { count, plural } from '../format.js';
import { openDialog } from './dialog.js';
import { h } from './h.js';
import { lettersOn, setLetters } from './keys.js';

/** @import { Page } from './page.js' */

/** @typedef {{ file: string, line?: number, record?: number, what: string, done: string }} Warning */
/** @typedef {{ file: string, format: string, read: number, kept: number }} Source */

/** @typedef {{ read: number, merged: number, dropped: number, skipped: number, papers: number, withoutAbstract: number, withoutLink: number, warnings: Warning[] | null, sources: Source[] | null }} Reading */

/** @type {[string, string[]][]} */
const KEYS = [
  ['Search', ['/']],
  ['Next, previous hit', ['N', 'Shift N']],
  ['Path from the open paper', ['P']],
  ['Bridges between two communities', ['B']],
  ['Why: the two selected papers', ['W']],
  ['Nearest papers, one by one', ['[', ']']],
  ['Map or table', ['T']],
  ['Export', ['E']],
  ['Nearer, farther, all', ['+', '-', '0']],
  ['On the map: next paper that way', ['↑', '↓', '←', '→']],
  ['On the map: pan', ['Shift ←']],
  ['On the map: most central paper', ['Home']],
  ['On the map: next, previous area', ['PgDn', 'PgUp']],
  ['On the map: open, select', ['Enter', 'Space']],
  ['Close, back', ['Esc']],
];

/** Warnings listed. */
const LISTED = 50;

/** @param {Page} page */
export async function openHelp(page) {
  const read = h('section', { 'aria-label': 'What was read', 'aria-busy': 'true' });
  openDialog('Help', [
    h(
      'p',
      {},
      'Every dot is a paper; two are linked by the concepts they share. Click a paper to read it in its place. Click a link to see why it is there, sentence by sentence. Hold Shift and click another paper to ask why those two.',
    ),
    h('h3', {}, 'Keys'),
    h('table', { class: 'keys' }, h('tbody', {}, KEYS.map(keyRow))),
    letters(),
    read,
    about(page),
  ]);
  const reading = await page.api.get('reading').catch(() => null);
  read.replaceChildren(...(reading ? drawReading(reading) : []));
  read.setAttribute('aria-busy', 'false');
}

/** @param {[string, string[]]} row */
function keyRow([what, keys]) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, what),
    h(
      'td',
      {},
      keys.map((key) => h('kbd', {}, key)),
    ),
  );
}

function letters() {
  const box = h('input', { type: 'checkbox', on: { change: () => setLetters(box.checked) } });
  box.checked = lettersOn();
  return h('label', { class: 'check' }, box, h('span', {}, 'Single letters act'));
}

/** @param {Reading} reading @returns {Node[]} */
function drawReading(reading) {
  const warnings = reading.warnings ?? [];
  const joined = reading.merged > 0 ? `, ${count(reading.merged)} joined as the same work` : '';
  const skipped = reading.dropped > 0 ? `, ${count(reading.dropped)} left out` : '';
  const bare =
    reading.withoutAbstract > 0
      ? ` ${plural(reading.withoutAbstract, 'paper came', 'papers came')} without an abstract.`
      : '';
  return [
    h('h3', {}, 'What was read'),
    h('p', {}, `${plural(reading.read, 'record')} read${joined}${skipped}.${bare}`),
    h(
      'ul',
      { class: 'rows' },
      (reading.sources ?? []).map((s) =>
        h(
          'li',
          {},
          h('span', { dir: 'auto' }, s.file),
          h('span', { class: 'year' }, `${s.format}, ${count(s.kept)} of ${count(s.read)}`),
        ),
      ),
    ),
    warnings.length > 0
      ? h(
          'details',
          { open: warnings.length <= 3 },
          h('summary', {}, plural(warnings.length, 'warning')),
          h(
            'ul',
            { class: 'warnings' },
            warnings.slice(0, LISTED).map(warningRow),
            warnings.length > LISTED ? h('li', {}, `and ${count(warnings.length - LISTED)} more`) : null,
          ),
        )
      : h('p', { class: 'quiet' }, 'No warnings.'),
  ];
}

/** @param {Warning} warning */
function warningRow({ file, line, record, what, done }) {
  const place = [file, line || null].filter(Boolean).join(':') + (record ? `, record ${record}` : '');
  return h('li', { dir: 'auto' }, h('b', {}, place), ` ${what}`, done ? `; ${done}` : '');
}

/** @param {Page} page */
function about({ head, view }) {
  return h(
    'p',
    { class: 'quiet about' },
    `papergraph ${head.made.version} · seed ${head.made.seed} · drawn by ${view.inspect().renderer}`,
  );
}
