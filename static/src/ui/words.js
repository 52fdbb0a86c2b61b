/** Text with marks, chips, buttons that open things: the small pieces that panels are made of. */

import { plural } from '../format.js';
import { marks } from '../text.js';
import { h } from './h.js';

/** @import { ConceptRef, PaperRef, Page } from './page.js' */

/** Kinds of concepts as readers see them. @type {Record<string, string>} */
export const KINDS = {
  method: 'Method',
  dataset: 'Dataset',
  metric: 'Metric',
  task: 'Task',
  concept: 'Concept',
};

/**
 * A text whose spans (code points) are marked.
 * @param {string} text
 * @param {readonly (readonly [number, number])[]} spans
 * @param {(mark: HTMLElement, span: number) => void} [dress]
 * @returns {(Node | string)[]}
 */
export function marked(text, spans, dress = () => {}) {
  return marks(text, spans).map(({ text: piece, mark }) => {
    if (mark < 0) return piece;
    const element = h('mark', {}, piece);
    dress(element, mark);
    return element;
  });
}

/** A button that looks like a link. @param {string} text @param {() => void} click @param {string} [kind] */
export function linkButton(text, click, kind = 'title') {
  return h('button', { type: 'button', class: `plain ${kind}`, dir: 'auto', on: { click } }, text);
}

/** @param {Page} page @param {PaperRef} paper */
export function paperButton(page, paper) {
  const button = linkButton(paper.title || paper.id, () => page.store.actions.open({ paper: paper.id }));
  hoverable(page, button, () => page.model.nodeOf(paper.id));
  return button;
}

/** Shows on the map what the pointer or the focus is on. @param {Page} page @param {HTMLElement} element @param {() => number} node */
export function hoverable(page, element, node) {
  const { hover } = page.store.actions;
  element.addEventListener('pointerenter', () => {
    const at = node();
    if (at >= 0) hover({ node: at });
  });
  element.addEventListener('pointerleave', () => hover(null));
}

/** @param {Page} page @param {ConceptRef} concept */
export function conceptChip(page, { key, label, kind }) {
  const open = () => page.store.actions.open({ concept: key });
  return h(
    'button',
    { type: 'button', class: `chip k-${kind}`, dir: 'auto', title: KINDS[kind], on: { click: open } },
    label,
  );
}

/**
 * A headed list; nothing where there is nothing to list.
 * @param {string} name @param {Node[]} items @param {string} [kind]
 */
export function namedList(name, items, kind = 'rows') {
  if (items.length === 0) return null;
  const rows = items.map((item) => (item instanceof HTMLLIElement ? item : h('li', {}, item)));
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, name),
    h('ul', { class: kind, 'aria-label': name, role: 'list' }, rows),
  );
}

/** Papers as rows of title and year. @param {Page} page @param {string} name @param {PaperRef[]} papers */
export function paperList(page, name, papers) {
  return namedList(
    name,
    papers.map((p) =>
      h('li', {}, paperButton(page, p), p.year ? h('span', { class: 'year' }, String(p.year)) : null),
    ),
  );
}

/** The colour of a paper's area, as a dot. @param {Page} page @param {number} node */
export function areaDot(page, node) {
  return placeDot(page.model.comm[node] ?? -1);
}

/** @param {number} place */
export function placeDot(place) {
  const kind = place >= 0 && place < 8 ? `c${place}` : 'ringed';
  return h('span', { class: `dot ${kind}`, 'aria-hidden': 'true' });
}

/** "44 papers". @param {number} n */
export function papersOf(n) {
  return plural(n, 'paper');
}
