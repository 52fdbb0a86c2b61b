/** A paper: what it says with its concepts marked, how it stands, what is near it. */

import { segment } from '../api.js';
import { authors, figure, ordinal, percentile, scoreHint, scoreLabel, strength } from '../format.js';
import { egoButton } from './ego.js';
import { h } from './h.js';
import { icon } from './icons.js';
import { lineage } from './lineage.js';
import { areaDot, conceptChip, KINDS, linkButton, marked, namedList, paperButton } from './words.js';

/** @import { Ancestry } from './lineage.js' */
/** @import { ConceptRef, Page, PanelKind, PaperRef } from './page.js' */

/**
 * @typedef {PaperRef & {
 *   abstract?: string, authors?: string[], venue?: string, doi?: string, arxiv?: string, url?: string, because?: string,
 *   scores?: Record<string, number>, ranks?: Record<string, number>,
 *   buildsOn?: Ancestry[], builtOnBy?: Ancestry[],
 *   concepts: (ConceptRef & { why?: string, mentions: { field: string, start: number, end: number }[] })[],
 * }} Paper
 */

/** @typedef {PaperRef & { weight: number, onMap?: boolean, shares: (ConceptRef & { share: number })[] }} Near */

/** Concepts shown before "more", terms named beside a nearest paper, nearest papers. */
const CHIPS = 10;
const TERMS = 2;
const NEAREST = 10;

/** @type {PanelKind<string>} */
export const paperPanel = {
  region: 'Paper',
  title: ({ model }, id) => model.titles[model.nodeOf(id)] ?? id,
  fill: async (page, id, body, signal) => {
    const address = `papers/${segment(id)}`;
    const [paper, related] = await Promise.all([
      page.api.get(address, signal),
      page.api.get(`${address}/related?limit=${NEAREST}`, signal),
    ]);
    if (signal.aborted) return;
    body.replaceChildren(...drawPaper(page, paper, related.items));
  },
};

/** @param {Page} page @param {Paper} paper @param {Near[]} near @returns {Node[]} */
function drawPaper(page, paper, near) {
  const from = () => page.store.actions.open({ path: { from: paper.id, to: '' } });
  const parts = [
    byline(page, paper),
    abstractOf(paper),
    namedList('Concepts', chips(page, paper), 'chips'),
    standing(page, paper),
    ...lineage(page, paper),
    nearest(page, paper, near),
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'button', on: { click: from } },
        icon('path'),
        'Find path from here',
      ),
      page.model.degree(page.model.nodeOf(paper.id)) > 0 ? egoButton(page, paper.id) : null,
    ),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/** @param {Page} page @param {Paper} paper */
function byline(page, paper) {
  const community = page.model.communityOf(page.model.nodeOf(paper.id));
  const facts = [paper.year, paper.venue].filter(Boolean).join(' · ');
  const open = () => community && page.store.actions.open({ community: community.id });
  return h(
    'div',
    { class: 'byline' },
    paper.authors?.length
      ? h('p', { dir: 'auto', title: paper.authors.join(', ') }, authors(paper.authors, 4))
      : null,
    facts || outside(paper) ? h('p', { class: 'quiet', dir: 'auto' }, facts, outside(paper)) : null,
    community
      ? h(
          'p',
          { class: 'area' },
          areaDot(page, page.model.nodeOf(paper.id)),
          linkButton(community.name, open, 'quiet'),
        )
      : h('p', { class: 'quiet' }, 'No link to another paper of this map.'),
  );
}

/** Where the paper can be read; only addresses of the web. @param {Paper} paper */
function outside({ doi, arxiv, url }) {
  /** @type {[string, string][]} */
  const places = [
    ['DOI', doi ? `https://doi.org/${encodeURI(doi)}` : ''],
    ['arXiv', arxiv ? `https://arxiv.org/abs/${encodeURI(arxiv)}` : ''],
    ['Page', url ?? ''],
  ];
  const [name, href] = places.find(([, address]) => /^https?:\/\//i.test(address)) ?? [];
  if (!name) return null;
  return h('a', { class: 'out', href, target: '_blank', rel: 'noopener noreferrer' }, name, icon('out'));
}

/** @param {Paper} paper */
function abstractOf(paper) {
  const text = paper.abstract;
  if (!text) return h('p', { class: 'quiet' }, 'This paper came without an abstract.');
  const spans = paper.concepts.flatMap((concept) =>
    concept.mentions
      .filter((m) => m.field === 'abstract')
      .map((m) => ({ concept, at: /** @type {[number, number]} */ ([m.start, m.end]) })),
  );
  const kinds = [...new Set(spans.map(({ concept }) => concept.kind))].filter((kind) => KINDS[kind]);
  const pieces = marked(
    text,
    spans.map((s) => s.at),
    (mark, i) => {
      const { kind, label } = spans[i].concept;
      mark.className = `k-${kind}`;
      mark.title = `${KINDS[kind] ?? kind}: ${label}`;
    },
  );
  return h(
    'div',
    { class: 'abstract' },
    h('p', { dir: 'auto' }, ...pieces),
    kinds.length > 0
      ? h(
          'p',
          { class: 'kinds' },
          Object.keys(KINDS)
            .filter((k) => kinds.includes(k))
            .map((k) => h('span', { class: `k-${k}` }, KINDS[k].toLowerCase())),
        )
      : null,
  );
}

/** @param {Page} page @param {Paper} paper */
function chips(page, { concepts }) {
  const items = concepts.map((concept) => h('li', {}, conceptChip(page, concept)));
  const rest = items.slice(CHIPS);
  if (rest.length < 2) return items;
  for (const item of rest) item.hidden = true;
  const more = h('li', {});
  const button = linkButton(
    `${rest.length} more`,
    () => {
      for (const item of rest) item.hidden = false;
      more.remove();
      rest[0].querySelector('button')?.focus();
    },
    'quiet',
  );
  more.append(button);
  return [...items, more];
}

/** Rank and percentile of each score, and what the paper joins. @param {Page} page @param {Paper} paper */
function standing({ head }, { ranks = {}, scores = {}, because }) {
  const of = head.counts.papers;
  const rows = head.columns
    .filter((column) => ranks[column.name])
    .map((column) => {
      const { name, label } = column;
      const [rank, hint] = [ranks[name], scoreHint(column)];
      const share = percentile(rank, of);
      const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('i'));
      /** @type {HTMLElement} */ (bar.firstChild).style.width = `${share}%`;
      return h(
        'tr',
        { title: `${label} ${figure(scores[name] ?? 0)}${hint && `, ${hint}`}` },
        h('th', { scope: 'row' }, scoreLabel(column)),
        h('td', {}, bar),
        h('td', { class: 'num' }, `${ordinal(rank)} of ${of}`),
      );
    });
  if (rows.length === 0 && !because) return null;
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, 'In this map'),
    because ? h('p', { class: 'because', dir: 'auto' }, because) : null,
    h('table', { class: 'ranks' }, h('tbody', {}, rows)),
  );
}

/** @param {Page} page @param {Paper} paper @param {Near[]} near */
function nearest(page, paper, near) {
  const most = near[0]?.weight || 1;
  return namedList(
    'Nearest papers',
    near.slice(0, NEAREST).map((other) => {
      const why = () => page.store.actions.open({ link: [paper.id, other.id] });
      const bar = h(
        'span',
        { class: 'bar', 'aria-hidden': 'true', title: `strength ${strength(other.weight)}` },
        h('i'),
      );
      /** @type {HTMLElement} */ (bar.firstChild).style.width = `${(100 * other.weight) / most}%`;
      const terms = other.shares
        .filter((s) => s.kind !== 'word')
        .slice(0, TERMS)
        .map((s) => s.label)
        .join(' · ');
      return h(
        'li',
        { class: 'near' },
        h('div', {}, paperButton(page, other), h('small', { dir: 'auto' }, terms)),
        bar,
        h(
          'button',
          { type: 'button', class: 'why', 'aria-label': `Why linked to ${other.title}`, on: { click: why } },
          'Why',
        ),
      );
    }),
    'rows nearest',
  );
}
