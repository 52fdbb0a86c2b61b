/**
 * Which papers and links pass the filters, and how many papers each filter keeps alone. A paper passes a filter of links if
 * one of its links passes all of them. Pure; the last answer is kept.
 */
import { ALL_KINDS } from './state.js';

/** @import { Model } from './model.js' */
/** @import { State } from './state.js' */

/** @typedef {{ node: Uint8Array, link: Uint8Array | null, count: number, drawn: Uint32Array }} Passing  link: null where all pass */
/** @typedef {'years' | 'strength' | 'score' | 'kinds' | 'links' | 'words' | 'listed' | 'communities'} FilterName */

/** Bits of a link's flags by kind of shared term. @type {Record<string, number>} */
export const KIND_BITS = { method: 2, dataset: 512, metric: 1024, task: 2048, concept: 4096 };

/** Bits of a link's flags by kind of link; shared terms have none of their own. @type {Record<string, number>} */
const LINK_BITS = { builds: 64, citation: 4, coupling: 8, cocitation: 16, authors: 32 };
const SHARES = Object.values(KIND_BITS).reduce((a, b) => a | b);
const OTHER = Object.values(LINK_BITS).reduce((a, b) => a | b);

/** Whether a link is of a kind. @param {number} flags @param {string} kind */
export function isOfKind(flags, kind) {
  if (kind === 'terms') return (flags & SHARES) !== 0 || (flags & OTHER) === 0;
  return (flags & LINK_BITS[kind]) !== 0;
}

/** @type {WeakMap<Model, string[]>} */
const linkKinds = new WeakMap();

/** The kinds of links that a map has. O(m) the first time. @param {Model} model */
export function linkKindsOf(model) {
  const known = linkKinds.get(model);
  if (known) return known;
  const all = ['terms', ...Object.keys(LINK_BITS)];
  const kinds = all.filter((kind) => model.flags.some((f) => isOfKind(f, kind)));
  linkKinds.set(model, kinds);
  return kinds;
}

/** Tests of a link, by filter. @type {Partial<Record<FilterName, (model: Model, state: State) => ((link: number) => boolean) | null>>} */
const OF_LINKS = {
  strength: ({ weight }, { min }) => (min === null ? null : (e) => weight[e] >= min),
  kinds: ({ flags }, { kinds }) => {
    if (kinds.size === ALL_KINDS.length) return null;
    const bits = [...kinds].reduce((sum, kind) => sum | KIND_BITS[kind], 0);
    return (e) => (flags[e] & bits) !== 0;
  },
  links: (model, { links }) => {
    const kinds = linkKindsOf(model);
    if (kinds.every((kind) => kind === 'builds' || links.has(kind))) return null;
    const asked = kinds.filter((kind) => links.has(kind));
    return (e) => asked.some((kind) => isOfKind(model.flags[e], kind));
  },
};

/** Tests of a paper, by filter. @type {Partial<Record<FilterName, (model: Model, state: State) => ((node: number) => boolean) | null>>} */
const OF_PAPERS = {
  communities: (model, { hidden, only }) => {
    if (hidden.size === 0 && only === null) return null;
    const place = only === null ? -1 : model.placeOf(only);
    const shown = model.head.communities.map((c, i) => !hidden.has(c.id) && (place < 0 || place === i));
    return (u) => shown[model.comm[u]] ?? place < 0;
  },
  years: ({ year }, { from, to }) => {
    if (from === null && to === null) return null;
    return (u) => year[u] !== 0 && (from === null || year[u] >= from) && (to === null || year[u] <= to);
  },
  score: ({ columns }, { score, size }) => {
    const values = columns[size];
    return score === null || !values ? null : (u) => values[u] >= score;
  },
  words: (_, { matches }) => {
    if (matches === null) return null;
    const found = new Set(matches);
    return (u) => found.has(u);
  },
  listed: (model, { listed, reading }) => {
    if (!listed) return null;
    const found = new Set(reading.map(model.nodeOf));
    return (u) => found.has(u);
  },
};

export const FILTER_NAMES = /** @type {FilterName[]} */ ([
  ...Object.keys(OF_PAPERS),
  ...Object.keys(OF_LINKS),
]);

/** @type {WeakMap<Model, { key: unknown[], passing: Passing }>} */
const kept = new WeakMap();

/** What the answer depends on. @param {State} s */
function keyOf(s) {
  const list = s.listed ? s.reading : null;
  const size = s.score === null ? null : s.size;
  return [s.hidden, s.only, s.from, s.to, s.min, s.score, size, s.kinds, s.links, s.matches, s.listed, list];
}

/**
 * What passes all filters, and the links to draw, weakest first: the backbone as far as it passes; where links are filtered,
 * the strongest link of each paper as well, so that none is kept for a link that nobody sees; and those that build on one
 * another where the state asks for them. O(n + m) when a filter changed.
 * @param {Model} model @param {State} state
 * @returns {Passing}
 */
export function passing(model, state) {
  const before = kept.get(model);
  const key = keyOf(state);
  if (before?.key.every((value, i) => value === key[i])) return before.passing;
  const now = passingAll(model, state);
  kept.set(model, { key, passing: now });
  return now;
}

/** @param {Model} model @param {State} state @returns {Passing} */
function passingAll(model, state) {
  const ofPapers = Object.values(OF_PAPERS).flatMap((make) => make(model, state) ?? []);
  const ofLinks = Object.values(OF_LINKS).flatMap((make) => make(model, state) ?? []);
  const node = Uint8Array.from({ length: model.n }, (_, u) => Number(ofPapers.every((passes) => passes(u))));
  const link = ofLinks.length === 0 ? null : linksWhere(model, ofLinks);
  if (link) {
    const linked = endsOf(model, link);
    for (let u = 0; u < model.n; u++) node[u] &= linked[u];
  }
  const count = node.reduce((a, b) => a + b, 0);
  return { node, link, count, drawn: drawnOf(model, state, node, link) };
}

/** @param {Model} model @param {((link: number) => boolean)[]} tests */
function linksWhere({ m }, tests) {
  return Uint8Array.from({ length: m }, (_, e) => Number(tests.every((passes) => passes(e))));
}

/** The papers at the ends of links. @param {Model} model @param {Uint8Array} link */
function endsOf({ n, m, source, target }, link) {
  const node = new Uint8Array(n);
  for (let e = 0; e < m; e++) if (link[e]) node[source[e]] = node[target[e]] = 1;
  return node;
}

/** @param {Model} model @param {State} state @param {Uint8Array} node @param {Uint8Array | null} link */
function drawnOf(model, state, node, link) {
  const { m, source, target, weight, flags } = model;
  const builds = state.links.has('builds');
  if (!link && !builds) return model.drawn;
  const drawn = new Uint8Array(m);
  for (const e of model.drawn) drawn[e] = 1;
  const strongest = new Int32Array(model.n).fill(-1);
  const better = (/** @type {number} */ u, /** @type {number} */ e) => {
    if (strongest[u] < 0 || weight[e] > weight[strongest[u]]) strongest[u] = e;
  };
  for (let e = 0; e < m; e++) {
    if (builds && isOfKind(flags[e], 'builds')) drawn[e] = 1;
    if (!link?.[e] || !node[source[e]] || !node[target[e]]) continue;
    better(source[e], e);
    better(target[e], e);
  }
  for (const e of strongest) if (e >= 0) drawn[e] = 1;
  const list = [];
  for (let e = 0; e < m; e++) if (drawn[e] && (link?.[e] ?? 1)) list.push(e);
  return Uint32Array.from(list.sort((a, b) => weight[a] - weight[b] || b - a));
}

/** Whether a filter takes anything away by what it says. @param {Model} model @param {State} state @param {FilterName} name */
export function isActive(model, state, name) {
  return testOf(model, state, name) !== null;
}

/** How many papers a filter keeps when it is alone. @param {Model} model @param {State} state @param {FilterName} name */
export function keptBy(model, state, name) {
  const ofPapers = OF_PAPERS[name]?.(model, state);
  if (ofPapers) return countOf(model.n, ofPapers);
  const ofLinks = OF_LINKS[name]?.(model, state);
  if (!ofLinks) return model.n;
  return endsOf(model, linksWhere(model, [ofLinks])).reduce((a, b) => a + b, 0);
}

/** How many papers have a link that passes a test of its flags. @param {Model} model @param {(flags: number) => boolean} is */
export function linkedBy(model, is) {
  return endsOf(model, linksWhere(model, [(e) => is(model.flags[e])])).reduce((a, b) => a + b, 0);
}

/** @param {Model} model @param {State} state @param {FilterName} name */
function testOf(model, state, name) {
  return OF_PAPERS[name]?.(model, state) ?? OF_LINKS[name]?.(model, state) ?? null;
}

/** @param {number} n @param {(node: number) => boolean} test */
function countOf(n, test) {
  let count = 0;
  for (let u = 0; u < n; u++) if (test(u)) count++;
  return count;
}
