/** Which papers join two communities, by which concepts, and how wide the gap between the two is. */

import { figure, percent, plural } from '../format.js';
import { h } from './h.js';
import { areaDot, conceptChip, namedList, paperButton, papersOf, placeDot } from './words.js';

/** @import { Areas } from '../state.js' */
/** @import { Page, PanelKind, PaperRef } from './page.js' */

/**
 * @typedef {{
 *   papers: (PaperRef & { score: number, because: string })[], concepts: { key: string, label: string, kind?: string, papers: number }[],
 *   gap: { shared: string[], links: number, expected: number },
 * }} Bridges  score is the share of the shortest paths from one to the other that run through the paper
 */

/** @type {PanelKind<Areas>} */
export const bridgesPanel = {
  region: 'Bridges',
  title: () => 'What joins two communities',
  fill: async (page, _, body, signal) => {
    const form = new BridgesForm(page, signal);
    body.replaceChildren(form.element);
    await form.follow();
  },
};

class BridgesForm {
  #asked = new AbortController();

  /** @param {Page} page @param {AbortSignal} signal aborted when the panel shows something else */
  constructor(page, signal) {
    this.page = page;
    this.signal = signal;
    this.first = this.#choice('First community', 'a');
    this.second = this.#choice('Second community', 'b');
    this.hint = h('p', { class: 'quiet hint' });
    this.answer = h('div', {});
    const row = (/** @type {HTMLSelectElement} */ field, /** @type {HTMLElement} */ dot) =>
      h('div', { class: 'field area-field' }, dot, field);
    this.dots = [h('span', {}), h('span', {})];
    this.element = h(
      'div',
      {},
      h('div', { class: 'path-form' }, row(this.first, this.dots[0]), row(this.second, this.dots[1])),
      this.hint,
      this.answer,
    );
    const end = page.store.subscribe(['bridges'], () => this.follow());
    signal.addEventListener('abort', end, { once: true });
  }

  /** @returns {Areas} */
  #areas() {
    return this.page.store.get().bridges ?? { a: 0, b: 0 };
  }

  /** @param {string} label @param {'a' | 'b'} end */
  #choice(label, end) {
    const { head, store } = this.page;
    const options = head.communities.map(({ id, name, size }) =>
      h('option', { value: id }, `${name} (${size})`),
    );
    const field = h(
      'select',
      { 'aria-label': label },
      h('option', { value: 0 }, 'Choose, or click on the map'),
      options,
    );
    field.addEventListener('change', () =>
      store.actions.open({ bridges: { ...this.#areas(), [end]: Number(field.value) } }),
    );
    return field;
  }

  #fillIn() {
    const { a, b } = this.#areas();
    [this.first, this.second].forEach((field, i) => {
      const [own, other] = i === 0 ? [a, b] : [b, a];
      field.value = String(own);
      for (const option of field.options) option.disabled = other !== 0 && option.value === String(other);
      const dot = own ? placeDot(this.page.model.placeOf(own)) : h('span', { class: 'dot unset' });
      this.dots[i].replaceChildren(dot);
    });
  }

  /** Shows what the state asks for. */
  async follow() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const signal = AbortSignal.any([this.signal, this.#asked.signal]);
    if (this.signal.aborted) return;
    const { a, b } = this.#areas();
    this.#fillIn();
    this.hint.textContent = hintFor(a, b);
    this.answer.replaceChildren();
    this.page.store.actions.setBridging([]);
    if (!a || !b || a === b) return (a ? this.second : this.first).focus();
    try {
      const told = await this.page.api.get(`bridges?a=${a}&b=${b}`, signal);
      if (!signal.aborted) this.#show(told);
    } catch (fault) {
      if (!signal.aborted) this.hint.textContent = /** @type {Error} */ (fault).message;
    }
  }

  /** @param {Bridges} told */
  #show(told) {
    const { page } = this;
    page.store.actions.setBridging(told.papers.map(({ id }) => id));
    this.answer.replaceChildren(...drawBridges(page, told));
    page.say(gapSentence(told));
  }
}

/** @param {number} a @param {number} b */
function hintFor(a, b) {
  if (a && a === b) return 'Both are the same community.';
  return a && b ? '' : 'Choose two communities by name, or click a paper of each on the map.';
}

/** @param {Page} page @param {Bridges} told @returns {Node[]} */
function drawBridges(page, told) {
  const most = told.papers[0]?.score || 1;
  const parts = [
    gapOf(told),
    namedList(
      'Bridging papers',
      told.papers.map((paper) => bridgeRow(page, paper, most)),
      'rows bridging',
    ),
    namedList(
      'Shared concepts',
      told.concepts.map((one) =>
        h(
          'li',
          {},
          conceptChip(page, { kind: 'concept', ...one }),
          h('span', { class: 'year' }, papersOf(one.papers)),
        ),
      ),
      'rows shared',
    ),
  ];
  return /** @type {Node[]} */ (parts.filter(Boolean));
}

/** How many links there are, beside how many chance would lay. @param {Bridges} told */
function gapOf(told) {
  const { links, expected } = told.gap;
  const most = Math.max(links, expected, 1);
  const bar = h('span', { class: 'bar two', 'aria-hidden': 'true' }, h('i'), h('i'));
  [links, expected].forEach((n, i) => {
    /** @type {HTMLElement} */ (bar.children[i]).style.width = `${(100 * n) / most}%`;
  });
  return h('div', { class: 'gap' }, h('p', {}, gapSentence(told)), bar);
}

/** @param {Bridges} told */
function gapSentence({ papers, gap: { links, expected } }) {
  const chance = `chance would lay ${figure(Math.round(expected))}`;
  if (links === 0 && papers.length === 0) return `A gap: no link joins the two, where ${chance}.`;
  return `${plural(links, 'link joins', 'links join')} the two; ${chance}.`;
}

/** The concepts of "joins A and B through c1, c2": the names of the two stand above. @param {string} because */
function through(because) {
  const at = because.lastIndexOf(' through ');
  return at < 0 ? '' : because.slice(at + 1);
}

/** @param {Page} page @param {Bridges['papers'][number]} paper @param {number} most */
function bridgeRow(page, paper, most) {
  const share = `${percent(paper.score)} of the shortest paths run through it`;
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true', title: share }, h('i'));
  /** @type {HTMLElement} */ (bar.firstChild).style.width = `${(100 * paper.score) / most}%`;
  return h(
    'li',
    { class: 'bridge' },
    areaDot(page, page.model.nodeOf(paper.id)),
    h('div', {}, paperButton(page, paper), h('small', { dir: 'auto' }, through(paper.because))),
    h('div', { class: 'carries' }, h('small', { title: share }, percent(paper.score)), bar),
  );
}
