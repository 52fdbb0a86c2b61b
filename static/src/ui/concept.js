/** A concept: what it is called, what is broader and narrower, the papers that have it. */

import { segment } from '../api.js';
import { h } from './h.js';
import { conceptChip, KINDS, namedList, paperList, papersOf } from './words.js';

/** @import { ConceptRef, Page, PanelKind, PaperRef } from './page.js' */

/**
 * @typedef {ConceptRef & {
 *   long?: string, papers: number, why?: string, broader?: ConceptRef[], narrower?: ConceptRef[],
 *   senses?: { long: string, papers: number }[], in: PaperRef[], byYear?: Record<string, number>,
 * }} Concept
 */

/** @type {PanelKind<string>} */
export const conceptPanel = {
  region: 'Concept',
  title: (_, key) => key,
  fill: async (page, key, body, signal) => {
    /** @type {Concept} */
    const concept = await page.api.get(`concepts/${segment(key)}`, signal);
    if (signal.aborted) return;
    const heading = body.parentElement?.querySelector('h2');
    if (heading) heading.textContent = concept.label;
    body.replaceChildren(...drawConcept(page, concept));
    ring(page, concept, signal);
  },
};

/** Rings its papers on the map until the panel shows something else. @param {Page} page @param {Concept} concept @param {AbortSignal} signal */
function ring({ store, model }, concept, signal) {
  const before = store.get().hits;
  store.actions.setHits(concept.in.map((paper) => model.nodeOf(paper.id)).filter((node) => node >= 0));
  signal.addEventListener('abort', () => store.actions.setHits(before), { once: true });
}

/** @param {Page} page @param {Concept} concept @returns {Node[]} */
function drawConcept(page, concept) {
  const { kind, long, papers, why, broader = [], narrower = [], senses = [] } = concept;
  const chips = (/** @type {ConceptRef[]} */ list) => list.map((one) => h('li', {}, conceptChip(page, one)));
  const parts = [
    h(
      'div',
      { class: 'byline' },
      long && long !== concept.label ? h('p', { dir: 'auto' }, long) : null,
      h(
        'p',
        { class: 'quiet' },
        h('span', { class: `kindmark k-${kind}` }, KINDS[kind] ?? kind),
        ` · in ${papersOf(papers)}`,
      ),
      why ? h('p', { class: 'quiet', dir: 'auto' }, why) : null,
    ),
    senses.length > 1
      ? namedList(
          'Senses',
          senses.map((s) => h('li', { dir: 'auto' }, s.long, h('span', { class: 'year' }, String(s.papers)))),
        )
      : null,
    years(concept.byYear),
    namedList('Broader', chips(broader), 'chips'),
    namedList('Narrower', chips(narrower), 'chips'),
    paperList(page, 'Papers with it', concept.in),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/** Papers a year as columns. @param {Record<string, number> | undefined} byYear */
function years(byYear) {
  const known = Object.keys(byYear ?? {})
    .map(Number)
    .sort((a, b) => a - b);
  if (!byYear || known.length < 2) return null;
  const [first, last] = [known[0], known[known.length - 1]];
  const most = Math.max(...Object.values(byYear));
  const columns = Array.from({ length: last - first + 1 }, (_, i) => {
    const n = byYear[first + i] ?? 0;
    const bar = h('i', { title: `${first + i}: ${papersOf(n)}` });
    bar.style.height = `${(100 * n) / most}%`;
    return bar;
  });
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, 'By year'),
    h('div', { class: 'histogram', 'aria-hidden': 'true' }, columns),
    h('p', { class: 'ends-of quiet' }, h('span', {}, String(first)), h('span', {}, String(last))),
  );
}
