/** What the chip of each filter says, what takes it away, and which of them takes most. Pure. */
import { FILTER_NAMES, isActive, keptBy, linkKindsOf } from './filter.js';
import { figure, strength, years } from './format.js';
import { ALL_KINDS, NO_FILTERS } from './state.js';

/** @import { FilterName } from './filter.js' */
/** @import { Model } from './model.js' */
/** @import { State } from './state.js' */

/** @typedef {{ name: FilterName, text: string, without: Partial<State> }} Chip  without: what the state says when the chip is gone */

/** Kinds of shared terms as readers see them, the smaller word in a chip. @type {Record<string, string>} */
export const TERM_KINDS = {
  method: 'Methods',
  dataset: 'Datasets',
  metric: 'Metrics',
  task: 'Tasks',
  concept: 'Concepts',
};

/** @type {Record<string, string>} */
export const LINK_KINDS = {
  terms: 'Shared terms',
  builds: 'Builds on',
  citation: 'Citations',
  coupling: 'Coupling',
  cocitation: 'Co-citation',
  authors: 'Authors',
};

/** @type {Record<FilterName, (model: Model, state: State) => string>} */
const TEXTS = {
  communities: ({ head }, { hidden, only }) => {
    const name = (/** @type {number} */ id) => head.communities.find((c) => c.id === id)?.name ?? '';
    if (only !== null) return `only ${name(only)}`;
    return hidden.size === 1 ? `without ${name([...hidden][0])}` : `${hidden.size} communities hidden`;
  },
  years: (_, { from, to }) => {
    if (from !== null && to !== null) return years(from, to);
    return from !== null ? `since ${from}` : `until ${to}`;
  },
  score: ({ head }, { size, score }) =>
    `${head.columns.find((c) => c.name === size)?.label ?? size} at least ${figure(score ?? 0)}`,
  words: (_, { words }) => `with “${words}”`,
  listed: () => 'reading list only',
  strength: (_, { min }) => `strength at least ${strength(min ?? 0)}`,
  kinds: (_, { kinds }) => onlyThese(ALL_KINDS, kinds, TERM_KINDS, 'no shared terms'),
  links: (model, { links }) => onlyThese(linkKindsOf(model), links, LINK_KINDS, 'no links'),
};

/** @type {Record<FilterName, Partial<State>>} */
const WITHOUT = {
  communities: { hidden: new Set(), only: null },
  years: { from: null, to: null },
  score: { score: null },
  words: { words: '', matches: null },
  listed: { listed: false },
  strength: { min: null },
  kinds: { kinds: NO_FILTERS.kinds },
  links: { links: NO_FILTERS.links },
};

/** "methods, datasets only". @param {string[]} all @param {Set<string>} some @param {Record<string, string>} names @param {string} none */
function onlyThese(all, some, names, none) {
  const list = all.filter((kind) => some.has(kind)).map((kind) => names[kind].toLowerCase());
  return list.length === 0 ? none : `${list.join(', ')} only`;
}

/** The chips of the filters in force. @param {Model} model @param {State} state @returns {Chip[]} */
export function chipsOf(model, state) {
  return FILTER_NAMES.filter((name) => isActive(model, state, name)).map((name) => ({
    name,
    text: TEXTS[name](model, state),
    without: WITHOUT[name],
  }));
}

/** The chip that alone keeps the fewest papers, and how many those are. @param {Model} model @param {State} state @returns {{ chip: Chip, kept: number } | null} */
export function takesMost(model, state) {
  const all = chipsOf(model, state).map((chip) => ({ chip, kept: keptBy(model, state, chip.name) }));
  return all.length === 0 ? null : all.reduce((a, b) => (b.kept < a.kept ? b : a));
}
