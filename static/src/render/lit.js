/**
 * What stands out while something is in hand: which nodes and links are lit, and how much.
 * Pure, like scene.js, which turns it into colours.
 */

/** @import { Model } from '../model.js' */
/** @import { State } from '../state.js' */

/**
 * Levels: 0 steps back, 1 half, 2 lit, 3 the thing itself.
 * @typedef {{
 *   kind: 'hover' | 'paper' | 'link' | 'path' | 'community' | 'bridges' | 'selected', quiet: boolean,
 *   node: Uint8Array, link: Map<number, number>, steps: number[], areas: number[],
 * }} Lit  quiet: the rest stays as it is; areas: places of the communities that keep their captions
 */

/**
 * What is lit in a state, or null when everything stands as it is.
 * @param {Model} model
 * @param {State} state
 * @returns {Lit | null}
 */
export function litOf(model, state) {
  const lit = fromState(model, state);
  if (!state.hover) return lit;
  if ('link' in state.hover) {
    return withLink(lit ?? { ...nothing(model, 'hover'), quiet: true }, model, state.hover.link);
  }
  const over = litPaper(model, state.hover.node, 'hover');
  if (lit) keepCore(over, lit);
  return over;
}

/** Whether a paper steps back. @param {Lit | null} lit @param {number} node */
export function stepsBack(lit, node) {
  return lit !== null && !lit.quiet && lit.node[node] === 0;
}

/** @param {Model} model @param {State} state @returns {Lit | null} */
function fromState(model, state) {
  const steps = state.pathSteps.map(model.nodeOf).filter((node) => node >= 0);
  if (state.path && steps.length > 1) return litPath(model, steps);
  if (state.link) {
    const [a, b] = state.link.map(model.nodeOf);
    if (a >= 0 && b >= 0) return litLink(model, a, b);
  }
  if (state.bridges) return litBridges(model, state.bridges, state.bridging);
  const paper = model.nodeOf(state.paper);
  if (paper >= 0) return litPaper(model, paper, 'paper');
  const place = state.community === null ? -1 : model.placeOf(state.community);
  if (place >= 0) return litNodes(model, 'community', model.members[place]);
  const nodes = state.selected.map(model.nodeOf).filter((node) => node >= 0);
  if (nodes.length > 0) return litNodes(model, 'selected', nodes);
  const centre = model.nodeOf(state.ego);
  return centre < 0 ? null : litPaper(model, centre, 'paper');
}

/** @param {Model} model @param {Lit['kind']} kind @returns {Lit} */
function nothing(model, kind) {
  return { kind, quiet: false, node: new Uint8Array(model.n), link: new Map(), steps: [], areas: [] };
}

/**
 * A paper, its neighbours and all its links; the drawn links among the neighbours stay at half.
 * @param {Model} model @param {number} paper @param {'hover' | 'paper'} kind
 */
function litPaper(model, paper, kind) {
  const lit = nothing(model, kind);
  for (let e = model.off[paper]; e < model.off[paper + 1]; e++) lit.node[model.nbr[e]] = 2;
  for (const e of model.drawn) {
    if (lit.node[model.source[e]] === 2 && lit.node[model.target[e]] === 2) lit.link.set(e, 1);
  }
  for (let e = model.off[paper]; e < model.off[paper + 1]; e++) lit.link.set(model.link[e], 2);
  lit.node[paper] = 3;
  return lit;
}

/**
 * A link and its ends; the other drawn links of both ends, and what they lead to, stay at half.
 * @param {Model} model @param {number} a @param {number} b
 */
function litLink(model, a, b) {
  const lit = nothing(model, 'link');
  for (const e of model.drawn) {
    const [u, v] = [model.source[e], model.target[e]];
    if (u !== a && u !== b && v !== a && v !== b) continue;
    lit.link.set(e, 1);
    lit.node[u] = 1;
    lit.node[v] = 1;
  }
  const link = model.linkBetween(a, b);
  if (link >= 0) lit.link.set(link, 3);
  lit.node[a] = 3;
  lit.node[b] = 3;
  return lit;
}

/** What is lit, and a link under the pointer: the rest does not step back for it. @param {Lit} lit @param {Model} model @param {number} link */
function withLink(lit, model, link) {
  lit.link.set(link, 3);
  lit.node[model.source[link]] = 3;
  lit.node[model.target[link]] = 3;
  return lit;
}

/** @param {Model} model @param {number[]} steps */
function litPath(model, steps) {
  const lit = nothing(model, 'path');
  lit.steps = steps;
  for (const node of steps) lit.node[node] = 3;
  for (let i = 1; i < steps.length; i++) {
    const link = model.linkBetween(steps[i - 1], steps[i]);
    if (link >= 0) lit.link.set(link, 3);
  }
  return lit;
}

/** Some papers and the drawn links among them. @param {Model} model @param {'community' | 'selected'} kind @param {number[]} nodes */
function litNodes(model, kind, nodes) {
  const lit = nothing(model, kind);
  for (const node of nodes) lit.node[node] = 2;
  for (const e of model.drawn) {
    if (lit.node[model.source[e]] === 2 && lit.node[model.target[e]] === 2) lit.link.set(e, 1);
  }
  if (kind === 'selected') for (const node of nodes) lit.node[node] = 3;
  return lit;
}

/** How many of the papers that join two communities are named on the map. */
const NAMED = 5;

/**
 * The links from one community to the other, and those of a listed paper of a third; the members stay at half.
 * @param {Model} model @param {import('../state.js').Areas} areas @param {string[]} bridging
 */
function litBridges(model, { a, b }, bridging) {
  const lit = nothing(model, 'bridges');
  const [p, q] = [model.placeOf(a), model.placeOf(b)];
  lit.areas = [p, q].filter((place) => place >= 0);
  for (const place of lit.areas) for (const node of model.members[place]) lit.node[node] = 1;
  const papers = bridging.map(model.nodeOf).filter((node) => node >= 0);
  const third = new Set(papers.filter((node) => !lit.areas.includes(model.comm[node])));
  const joins = (/** @type {number} */ u, /** @type {number} */ v) =>
    lit.areas.includes(model.comm[v]) && (third.has(u) || (model.comm[u] === p && model.comm[v] === q));
  for (let e = 0; p >= 0 && q >= 0 && e < model.m; e++) {
    const [u, v] = [model.source[e], model.target[e]];
    if (!joins(u, v) && !joins(v, u)) continue;
    lit.link.set(e, 2);
    lit.node[u] = 2;
    lit.node[v] = 2;
  }
  papers.forEach((node, i) => {
    lit.node[node] = i < NAMED ? 3 : 2;
  });
  return lit;
}

/** What is open stays in sight while the pointer rests on something else. @param {Lit} over @param {Lit} lit */
function keepCore(over, lit) {
  over.steps = lit.steps;
  lit.node.forEach((level, node) => {
    if (level === 3) over.node[node] = Math.max(over.node[node], 2);
  });
  for (const [link, level] of lit.link) if (level === 3 && !over.link.has(link)) over.link.set(link, 2);
}
