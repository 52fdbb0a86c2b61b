/** How one paper leads to another, told as a story: paper, concept, paper, with a sentence for each step. */

import { fold } from '../text.js';
import { createCombo } from './combo.js';
import { h } from './h.js';
import { icon } from './icons.js';
import { quotes } from './link.js';
import { areaDot, conceptChip, KINDS, paperButton } from './words.js';

/** @import { BothEvidence, ConceptRef, Page, PanelKind, PaperRef } from './page.js' */

/** @typedef {{ paper?: PaperRef, concept?: ConceptRef, evidence?: BothEvidence }} Step */
/** @typedef {{ weight: number, steps: Step[] }} Story */

/** Papers offered for an end, and stories asked for. */
const OFFERED = 8;
const STORIES = 3;

/** @type {PanelKind<{ from: string, to: string }>} */
export const pathPanel = {
  region: 'Path',
  title: () => 'A path between two papers',
  fill: async (page, _, body, signal) => {
    const form = new PathForm(page, signal);
    body.replaceChildren(form.element);
    await form.follow();
  },
};

class PathForm {
  #asked = new AbortController();

  /** @param {Page} page @param {AbortSignal} signal aborted when the panel shows something else */
  constructor(page, signal) {
    this.page = page;
    this.signal = signal;
    this.from = this.#combo('From', 'from');
    this.to = this.#combo('To', 'to');
    this.story = h('div', { class: 'story' });
    this.hint = h('p', { class: 'quiet hint' });
    this.button = h('button', { type: 'submit', class: 'button strong' }, 'Show path');
    const swap = h(
      'button',
      { type: 'button', class: 'tool swap', 'aria-label': 'Swap ends', title: 'Swap ends' },
      icon('swap'),
    );
    swap.addEventListener('click', () => {
      const { from, to } = this.#ends();
      this.#choose({ from: to, to: from });
    });
    const field = (/** @type {string} */ word, /** @type {HTMLElement} */ control) =>
      h('div', { class: 'field' }, h('span', { 'aria-hidden': 'true' }, word), control);
    const form = h(
      'form',
      { class: 'path-form' },
      field('From', this.from.element),
      field('To', this.to.element),
      h('div', { class: 'actions' }, this.button, swap),
    );
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      this.follow();
    });
    this.element = h('div', {}, form, this.hint, this.story);
    const end = page.store.subscribe(['path'], () => this.follow());
    signal.addEventListener('abort', end, { once: true });
  }

  #ends() {
    return this.page.store.get().path ?? { from: '', to: '' };
  }

  /** @param {{ from: string, to: string }} path */
  #choose(path) {
    this.page.store.actions.open({ path });
  }

  /** @param {string} word @param {'from' | 'to'} end */
  #combo(word, end) {
    const { model } = this.page;
    return createCombo({
      id: `path-${end}`,
      label: `${word} paper`,
      list: `${word} paper results`,
      placeholder: 'Title, or click a paper on the map',
      find: async (text) => findPapers(model, text),
      draw: (node) => [
        areaDot(this.page, node),
        h('span', { class: 'label', dir: 'auto' }, model.titles[node]),
      ],
      choose: (node) => {
        this[end].set(model.titles[node]);
        this.#choose({ ...this.#ends(), [end]: model.ids[node] });
      },
      leave: () => this.#fillIn(),
    });
  }

  #fillIn() {
    const { model } = this.page;
    const ends = this.#ends();
    this.from.set(model.titles[model.nodeOf(ends.from)] ?? '');
    this.to.set(model.titles[model.nodeOf(ends.to)] ?? '');
  }

  /** Shows what the state asks for. */
  async follow() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const signal = AbortSignal.any([this.signal, this.#asked.signal]);
    const { from, to } = this.#ends();
    if (this.signal.aborted) return;
    this.#fillIn();
    this.button.disabled = !from || !to;
    this.hint.textContent = hintFor(from, to);
    this.story.replaceChildren();
    this.page.store.actions.setPathSteps([]);
    if (!from || !to || from === to) return (from ? this.to : this.from).input.focus();
    const ask = `path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&k=${STORIES}`;
    try {
      const { items } = await this.page.api.get(ask, signal);
      if (!signal.aborted) this.#show(items);
    } catch (fault) {
      if (!signal.aborted) this.hint.textContent = /** @type {Error} */ (fault).message;
    }
  }

  /** @param {Story[]} stories */
  #show(stories) {
    if (stories.length === 0) {
      this.hint.textContent =
        'No path leads from one to the other: they lie in parts of the map without a link between them.';
      return;
    }
    const steps = h('div', {});
    const pick = (/** @type {Story} */ story) => {
      steps.replaceChildren(drawSteps(this.page, story));
      this.page.store.actions.setPathSteps(papersIn(story).map((paper) => paper.id));
    };
    this.story.replaceChildren(...(stories.length > 1 ? [alternatives(stories, pick)] : []), steps);
    pick(stories[0]);
    this.page.say(`Path of ${papersIn(stories[0]).length} papers`);
  }
}

/** @param {string} from @param {string} to */
function hintFor(from, to) {
  if (from && from === to) return 'Both ends are the same paper.';
  return from && to ? '' : `Choose the ${from ? 'other end' : 'ends'} by title, or click a paper on the map.`;
}

/** Papers whose titles hold all the words, those that begin with them first. @param {Page['model']} model @param {string} text */
function findPapers(model, text) {
  const words = fold(text).split(' ').filter(Boolean);
  const found = Array.from(model.order).filter((node) => {
    const title = fold(model.titles[node]);
    return words.every((word) => title.includes(word));
  });
  const late = (/** @type {number} */ node) => (fold(model.titles[node]).startsWith(words[0]) ? 0 : 1);
  return found.sort((a, b) => late(a) - late(b) || model.rank[a] - model.rank[b]).slice(0, OFFERED);
}

/** @param {Story} story @returns {PaperRef[]} */
function papersIn({ steps }) {
  return steps.flatMap((step) => (step.paper ? [step.paper] : []));
}

/** Up to three ways, named by where they differ from the first. @param {Story[]} stories @param {(story: Story) => void} pick */
function alternatives(stories, pick) {
  const choice = (/** @type {Story} */ story, /** @type {number} */ i) => {
    const radio = h('input', {
      type: 'radio',
      name: 'alternative',
      value: i,
      on: { change: () => pick(story) },
    });
    radio.checked = i === 0;
    return h(
      'label',
      {},
      radio,
      h('span', {}, `${i + 1}`),
      h('small', { dir: 'auto' }, differs(story, i === 0 ? null : stories[0])),
    );
  };
  return h(
    'div',
    { class: 'alternatives', role: 'radiogroup', 'aria-label': 'Alternative paths' },
    stories.map(choice),
  );
}

/** @param {Story} story @param {Story | null} first */
function differs(story, first) {
  const known = new Set(first ? papersIn(first).map((p) => p.id) : []);
  const inner = papersIn(story).slice(1, -1);
  const own = inner.filter((paper) => !known.has(paper.id));
  if (inner.length === 0) return 'a direct link';
  return `via ${(own[0] ?? inner[0]).title}`;
}

/** @param {Page} page @param {Story} story */
function drawSteps(page, { steps }) {
  let number = 0;
  const items = steps.map((step) => (step.paper ? stop(page, step.paper, ++number) : leg(page, step)));
  return h('ol', { class: 'steps', role: 'list', 'aria-label': 'Path steps' }, items);
}

/** A paper of the story. @param {Page} page @param {PaperRef} paper @param {number} number */
function stop(page, paper, number) {
  const node = page.model.nodeOf(paper.id);
  const facts = [page.model.year[node] || null, page.model.communityOf(node)?.name]
    .filter(Boolean)
    .join(' · ');
  return h(
    'li',
    { class: 'stop' },
    h('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
    h('div', {}, paperButton(page, paper), h('small', { dir: 'auto' }, areaDot(page, node), facts)),
  );
}

/** What leads from one paper to the next: the concept, and one sentence of either paper. @param {Page} page @param {Step} step */
function leg(page, { concept, evidence }) {
  const kind = concept?.kind ?? 'concept';
  const way = concept
    ? h(
        'div',
        { class: 'by-way' },
        conceptChip(page, concept),
        h('small', {}, KINDS[kind]?.toLowerCase() ?? ''),
      )
    : null;
  const sentences = [evidence?.source, evidence?.target].flatMap((list) => quotes(list ?? [], 1, kind, ''));
  return h('li', { class: 'leg' }, way, ...sentences);
}
