/** Why two papers are linked: a bar for each shared term, the sentences of both papers under it. */

import { segment } from '../api.js';
import { strength } from '../format.js';
import { h } from './h.js';
import { areaDot, KINDS, linkButton, marked, paperButton } from './words.js';

/** @import { BothEvidence, ConceptRef, Evidence, Page, PanelKind } from './page.js' */

/** @typedef {ConceptRef & { share: number, evidence: BothEvidence }} Share */
/** @typedef {{ source: string, target: string, weight: number, linked: boolean, shares: Share[] }} Link */

/** Terms with a bar of their own; sentences of one paper for one term. */
const BARS = 8;
const SENTENCES = 2;

/** @type {PanelKind<[string, string]>} */
export const linkPanel = {
  region: 'Link',
  title: () => 'Why these two are linked',
  fill: async (page, [a, b], body, signal) => {
    body.replaceChildren(ends(page, a, b));
    const link = await page.api.get(`links/${segment(a)}/${segment(b)}`, signal);
    if (!signal.aborted) body.append(...drawLink(page, link));
  },
};

/** Both titles. @param {Page} page @param {string} a @param {string} b */
function ends(page, a, b) {
  const row = (/** @type {string} */ id) => {
    const node = page.model.nodeOf(id);
    const year = page.model.year[node];
    return h(
      'li',
      {},
      areaDot(page, node),
      h(
        'div',
        {},
        paperButton(page, { id, title: page.model.titles[node] ?? id }),
        year ? h('small', {}, String(year)) : null,
      ),
    );
  };
  return h('ul', { class: 'ends', role: 'list', 'aria-label': 'Papers of the link' }, row(a), row(b));
}

/** @param {Page} page @param {Link} link @returns {Node[]} */
function drawLink(page, link) {
  const own = link.shares.filter((share) => share.kind !== 'word').slice(0, BARS);
  const rest = link.weight - own.reduce((sum, s) => sum + s.share, 0);
  const without = h('span', { class: 'without quiet', 'aria-live': 'off' });
  const rows = own.map((share) => shareRow(page, link, share, without));
  if (link.shares.length > own.length) rows.push(otherRow(link, Math.max(0, rest)));
  const zoom = () => {
    const [a, b] = [link.source, link.target].map(page.model.nodeOf);
    page.view.flyToLink(a, b);
  };
  const parts = [
    h('p', { class: 'weight' }, h('span', {}, 'Strength '), h('b', {}, strength(link.weight)), without),
    link.linked
      ? null
      : h(
          'p',
          { class: 'note' },
          'The map has no link between these two: what they share is too weak or too common.',
        ),
    h('h3', {}, 'Shared concepts'),
    h('ul', { class: 'shares', role: 'list', 'aria-label': 'Shared concepts' }, rows),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', on: { click: zoom } }, 'Zoom to link'),
    ),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/**
 * A bar; its length is the share of the strength, its numbers add up to it.
 * @param {string} label @param {number} share @param {number} weight @param {string} kind
 */
function meter(label, share, weight, kind) {
  const bar = h(
    'div',
    {
      class: `meter k-${kind}`,
      role: 'meter',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': weight,
      'aria-valuenow': share,
      'aria-valuetext': `${strength(share)} of ${strength(weight)}`,
    },
    h('i'),
  );
  /** @type {HTMLElement} */ (bar.firstChild).style.width = `${weight > 0 ? (100 * share) / weight : 0}%`;
  return bar;
}

/** @param {Page} page @param {Link} link @param {Share} share @param {HTMLElement} without */
function shareRow(page, link, share, without) {
  const open = linkButton(share.label, () => page.store.actions.open({ concept: share.key }), 'term');
  const tell = (/** @type {string} */ text) => () => without.replaceChildren(text);
  const less = tell(`${strength(Math.max(0, link.weight - share.share))} without ${share.label}`);
  return h(
    'li',
    { on: { pointerenter: less, pointerleave: tell(''), focusin: less, focusout: tell('') } },
    h(
      'div',
      { class: 'share' },
      open,
      h('span', { class: 'kind' }, (KINDS[share.kind] ?? share.kind).toLowerCase()),
      h('span', { class: 'num' }, strength(share.share)),
    ),
    meter(share.label, share.share, link.weight, share.kind),
    evidence(page, link, share),
  );
}

/** Plain words, and what is beyond eight. @param {Link} link @param {number} rest */
function otherRow(link, rest) {
  const name = 'Other shared terms';
  const words = link.shares
    .filter((s) => s.kind === 'word')
    .slice(0, 6)
    .map((s) => s.label)
    .join(', ');
  return h(
    'li',
    { class: 'other' },
    h(
      'div',
      { class: 'share' },
      h('span', { class: 'term' }, name),
      h('span', { class: 'num' }, strength(rest)),
    ),
    meter(name, rest, link.weight, 'word'),
    words ? h('p', { class: 'quiet', dir: 'auto' }, words) : null,
  );
}

/** @param {Page} page @param {Link} link @param {Share} share */
function evidence(page, link, share) {
  const side = (/** @type {Evidence[]} */ list, /** @type {string} */ id) => {
    const title = page.model.titles[page.model.nodeOf(id)] ?? id;
    return h(
      'div',
      { class: 'side' },
      areaDot(page, page.model.nodeOf(id)),
      quotes(list, SENTENCES, share.kind, title),
    );
  };
  return h(
    'div',
    { class: 'evidence', role: 'group', 'aria-label': `Evidence for ${share.label}` },
    side(share.evidence.source, link.source),
    side(share.evidence.target, link.target),
  );
}

/**
 * The sentences of some evidence, each once, with all its terms marked.
 * @param {Evidence[]} list @param {number} most @param {string} kind @param {string} title
 */
export function quotes(list, most, kind, title) {
  /** @type {Map<string, Evidence[]>} */
  const sentences = new Map();
  for (const one of list) {
    const place = `${one.field} ${one.sentenceStart}`;
    sentences.set(place, [...(sentences.get(place) ?? []), one]);
  }
  return [...sentences.values()].slice(0, most).map((same) => quote(same, kind, title));
}

/** @param {Evidence[]} same mentions in one sentence @param {string} kind @param {string} title */
function quote(same, kind, title) {
  const [{ field, sentence, sentenceStart }] = same;
  const spans = same.map(
    ({ start, end }) => /** @type {[number, number]} */ ([start - sentenceStart, end - sentenceStart]),
  );
  const words = marked(sentence, spans, (mark) => {
    mark.className = `k-${kind}`;
  });
  const where = field === 'title' ? h('cite', {}, 'title') : null;
  return h('blockquote', { dir: 'auto', title: title || null }, ...words, where);
}
