/** The panel of filters: years with their histogram, strength, score, kinds, words, reading list; each says what it keeps. */

import { LINK_KINDS, TERM_KINDS } from '../chips.js';
import { isOfKind, KIND_BITS, linkedBy, linkKindsOf, passing } from '../filter.js';
import { count, figure, plural, strength } from '../format.js';
import { ALL_KINDS, FILTERED } from '../state.js';
import { h } from './h.js';
import { createSlider, keepsLine } from './slider.js';
import { createYears } from './years.js';

/** @import { Page, PanelKind } from './page.js' */
/** @import { State } from '../state.js' */

/** Steps of the slider of scores: each takes about one paper in a hundred. */
const SCORE_STEPS = 100;

/** One control with what follows the state. @typedef {{ element: HTMLElement, draw: () => void }} Part */

/** @type {PanelKind<true>} */
export const filtersPanel = {
  region: 'Filters',
  title: () => 'Which papers are shown',
  fill: async (page, _, body, signal) => {
    const parts = [
      total(page),
      createYears(page, signal),
      strengthSlider(page),
      scoreSlider(page),
      kindsOfTerms(page),
      kindsOfLinks(page),
      words(page),
      listed(page),
    ];
    const draw = () => {
      for (const part of parts) part.draw();
    };
    const end = page.store.subscribe([...FILTERED, 'size'], draw);
    signal.addEventListener('abort', end);
    body.replaceChildren(...parts.map((part) => part.element));
    draw();
  },
};

/** @param {Page} page @returns {Part} */
function total({ model, store }) {
  const element = h('p', { class: 'quiet' });
  const draw = () => {
    const { count: shown } = passing(model, store.get());
    element.textContent =
      shown === model.n
        ? `All ${plural(model.n, 'paper')}.`
        : `${count(shown)} of ${plural(model.n, 'paper')}.`;
  };
  return { element, draw };
}

/** @param {Page} page @returns {Part} */
function strengthSlider(page) {
  const { model, store } = page;
  const most = model.weight.reduce((a, b) => Math.max(a, b), 0);
  const keeps = keepsLine(page, 'strength');
  const slider = createSlider({
    label: 'Least link strength',
    least: 0,
    most: Math.floor(most * 100),
    choose: (step) => store.actions.filter({ min: step === 0 ? null : step / 100 }),
    why: model.m === 0 ? 'No two papers of this map are linked.' : '',
    keeps: keeps.element,
  });
  const draw = () => {
    const { min } = store.get();
    keeps.draw();
    slider.set(Math.round((min ?? 0) * 100), min === null ? 'any' : strength(min));
  };
  return { element: slider.element, draw };
}

/** @param {Page} page @returns {Part} */
function scoreSlider(page) {
  const { head, model, store } = page;
  const keeps = keepsLine(page, 'score');
  /** @type {number[]} */
  let steps = [];
  let size = '';
  const slider = createSlider({
    label: 'Least score',
    least: 0,
    most: 0,
    choose: (step) => store.actions.filter({ score: step === 0 ? null : steps[step] }),
    why: '',
    keeps: keeps.element,
  });
  const draw = () => {
    const state = store.get();
    const column = head.columns.find((one) => one.name === state.size);
    if (state.size !== size) {
      size = state.size;
      steps = scoreSteps(model.columns[size]);
      slider.bound(
        steps.length - 1,
        column ? '' : 'All papers are of equal size: choose a score at Size by.',
      );
    }
    keeps.draw();
    const at = state.score === null ? 0 : steps.findLastIndex((step) => step <= (state.score ?? 0));
    const said = state.score === null ? 'any' : figure(state.score);
    slider.set(Math.max(0, at), said, column?.label);
  };
  return { element: slider.element, draw };
}

/** Least scores, ascending, that each take about as many papers; the first takes none. @param {Float32Array | undefined} values */
function scoreSteps(values) {
  if (!values) return [0];
  const sorted = Float32Array.from(values).filter(Number.isFinite).sort();
  const at = (/** @type {number} */ i) => floorTo(sorted[Math.floor((i * sorted.length) / SCORE_STEPS)] ?? 0);
  const all = Array.from({ length: SCORE_STEPS }, (_, i) => at(i)).concat(floorTo(sorted.at(-1) ?? 0));
  return [...new Set(all)];
}

/** At most x, in four figures, so that the address stays short and x still passes. @param {number} x */
function floorTo(x) {
  if (x === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 3);
  return Number((Math.floor(x / unit) * unit).toPrecision(4));
}

/** @param {Page} page @returns {Part} */
function kindsOfTerms(page) {
  const { model } = page;
  const rows = ALL_KINDS.map((kind) => ({
    kind,
    name: TERM_KINDS[kind],
    size: linkedBy(model, (flags) => (flags & KIND_BITS[kind]) !== 0),
  }));
  return group(page, 'Kinds of shared terms', 'kinds', rows);
}

/** @param {Page} page @returns {Part} */
function kindsOfLinks(page) {
  const { model } = page;
  const rows = linkKindsOf(model).map((kind) => ({
    kind,
    name: LINK_KINDS[kind],
    size: linkedBy(model, (flags) => isOfKind(flags, kind)),
  }));
  const part = group(page, 'Kinds of link', 'links', rows);
  part.element.hidden = rows.length < 2;
  return part;
}

/** @param {Page} page @param {string} name @param {'kinds' | 'links'} key @param {{ kind: string, name: string, size: number }[]} rows @returns {Part} */
function group(page, name, key, rows) {
  const { store } = page;
  const keeps = keepsLine(page, key);
  const boxes = rows.map((row) => {
    const box = h('input', {
      type: 'checkbox',
      disabled: row.size === 0,
      on: { change: () => toggle(row.kind) },
    });
    const label = h('label', { class: 'check' }, box, h('span', {}, row.name));
    return { box, kind: row.kind, element: h('div', {}, label, h('small', {}, count(row.size))) };
  });
  /** @param {string} kind */
  function toggle(kind) {
    const next = new Set(store.get()[key]);
    if (!next.delete(kind)) next.add(kind);
    store.actions.filter({ [key]: next });
  }
  const draw = () => {
    keeps.draw();
    for (const { box, kind } of boxes) box.checked = store.get()[key].has(kind);
  };
  const legend = h('legend', {}, name);
  const element = h(
    'fieldset',
    { class: 'kinds-of' },
    legend,
    keeps.element,
    boxes.map((one) => one.element),
  );
  return { element, draw };
}

/** @param {Page} page @returns {Part} */
function words(page) {
  const { store } = page;
  const keeps = keepsLine(page, 'words');
  const field = h('input', {
    type: 'search',
    id: 'filter-words',
    dir: 'auto',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '300',
    placeholder: 'words of title or abstract',
    on: { input: () => store.actions.filter({ words: field.value.trim() === '' ? '' : field.value }) },
  });
  const draw = () => {
    keeps.draw();
    if (document.activeElement !== field) field.value = store.get().words;
  };
  const top = h(
    'div',
    { class: 'row-top' },
    h('label', { for: 'filter-words' }, 'Only papers with'),
    keeps.element,
  );
  return { element: h('div', { class: 'filter' }, top, field), draw };
}

/** @param {Page} page @returns {Part} */
function listed(page) {
  const { model, store } = page;
  const box = h('input', {
    type: 'checkbox',
    on: { change: () => store.actions.filter({ listed: box.checked }) },
  });
  const size = h('small', {});
  const draw = () => {
    /** @type {State} */
    const { listed: only, reading } = store.get();
    const known = reading.filter((id) => model.nodeOf(id) >= 0).length;
    box.checked = only;
    box.disabled = known === 0 && !only;
    size.textContent = known === 0 ? 'the list is empty' : count(known);
  };
  const label = h('label', { class: 'check' }, box, h('span', {}, 'Only the reading list'));
  return { element: h('div', { class: 'kinds-of one' }, h('div', {}, label, size)), draw };
}
