/** What a paper builds on, and what builds on it, each with the method and the sentence of either paper. */

import { h } from './h.js';
import { quotes } from './link.js';
import { areaDot, conceptChip, linkButton, namedList, paperButton } from './words.js';

/** @import { ConceptRef, Evidence, Page, PaperRef } from './page.js' */

/** @typedef {PaperRef & { method: ConceptRef, uses: Evidence[], introduces: Evidence[] }} Ancestry */

/** Papers shown before "more", sentences of one paper. */
const SHOWN = 5;
const SENTENCES = 1;

/**
 * The two lists, as far as there is something to list.
 * @param {Page} page
 * @param {PaperRef & { buildsOn?: Ancestry[], builtOnBy?: Ancestry[] }} paper
 * @returns {(Node | null)[]}
 */
export function lineage(page, paper) {
  const { buildsOn = [], builtOnBy = [] } = paper;
  return [
    lineageList(
      'Builds on',
      buildsOn.map((one) => row(page, one, paper, one)),
    ),
    lineageList(
      'Built on by',
      builtOnBy.map((one) => row(page, one, one, paper)),
    ),
  ];
}

/** @param {string} name @param {HTMLElement[]} rows */
function lineageList(name, rows) {
  const rest = rows.slice(SHOWN);
  if (rest.length < 2) return namedList(name, rows, 'rows lineage');
  for (const item of rest) item.hidden = true;
  const more = h('li', {});
  const show = () => {
    for (const item of rest) item.hidden = false;
    more.remove();
    rest[0].querySelector('button')?.focus();
  };
  more.append(linkButton(`${rest.length} more`, show, 'quiet'));
  return namedList(name, [...rows, more], 'rows lineage');
}

/**
 * The other paper, the method that ties the two, and where either speaks of it.
 * @param {Page} page @param {Ancestry} other @param {PaperRef} user @param {PaperRef} origin
 */
function row(page, other, user, origin) {
  const side = (/** @type {PaperRef} */ paper, /** @type {Evidence[]} */ said) =>
    h(
      'div',
      { class: 'side' },
      areaDot(page, page.model.nodeOf(paper.id)),
      quotes(said, SENTENCES, other.method.kind, paper.title),
    );
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'ancestor' },
      paperButton(page, other),
      other.year ? h('span', { class: 'year' }, String(other.year)) : null,
    ),
    conceptChip(page, other.method),
    h(
      'div',
      { class: 'evidence', role: 'group', 'aria-label': `Evidence for ${other.method.label}` },
      side(origin, other.introduces),
      side(user, other.uses),
    ),
  );
}
