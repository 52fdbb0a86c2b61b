/**
 * What to draw: colours, radii and marks of nodes, the links in drawing order. A function of model and state;
 * the renderer adds only positions.
 */
import { rgb } from '../color/contrast.js';
import { communityStyle, tokens } from '../color/palette.js';
import { makeScale } from '../color/scale.js';
import { isOfKind, passing } from '../filter.js';
import { ringsAround } from '../layout/rings.js';
import { DIM, LINK, NODE, RINGS, STRONG } from '../settings.js';
import { headsOf } from './arrow.js';

/** @import { Rings } from '../layout/rings.js' */
/** @import { Model } from '../model.js' */
/** @import { Lit } from './lit.js' */
/** @import { State } from '../state.js' */

/**
 * @typedef {{
 *   nodeColor: Uint8ClampedArray, radius: Float32Array, mark: Uint8Array,
 *   drawn: Uint32Array, linkColor: Uint8ClampedArray, linkWidth: Float32Array, heads: Uint8Array, curve: number,
 *   front: number, most: number, lit: Lit | null, rings: Rings | null, page: string, text: string, quiet: string, accent: string, hairline: string,
 * }} Scene  colours are red, green, blue, alpha; alpha 0 is not there; radius and width in px; most is the largest radius; heads are those of arrows;
 *   rings are those of a neighbourhood; from front on, links lie over the nodes that step back
 */

export const MARK = { disc: 0, ring: 1, origin: 4, heir: 8, selected: 16, focus: 32, hit: 128 };

/** The neighbourhood that a state shows in place of the map. @param {Model} model @param {State} state */
export function ringsIn(model, state) {
  const centre = model.nodeOf(state.ego);
  return centre < 0 ? null : ringsAround(model, centre);
}

/**
 * @typedef {{ zoom: number, area: number, xy: ArrayLike<number>, stretch: number, focus: number }} Look
 *   zoom 1 at fit, px² of free area, places in map units, how much wider than high a unit is, the node with the keyboard
 */

/**
 * Whether a paper is shown at all.
 * @param {Model} model @param {State} state
 * @returns {(node: number) => boolean}
 */
export function visibleIn(model, state) {
  const { node: passes } = passing(model, state);
  const near = ringsIn(model, state)?.shown;
  return (node) => (near === undefined || near[node] === 1) && passes[node] === 1;
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Lit | null} lit
 * @param {Look} look
 * @returns {Scene}
 */
export function makeScene(model, state, lit, look) {
  const visible = visibleIn(model, state);
  const colors = nodeColors(model, state);
  const nodes = sceneNodes(model, state, lit, look, colors, visible);
  const links = sceneLinks(model, state, lit, look, colors, visible);
  const { page, text, quiet, accent, hairline } = tokens(state.theme);
  return { ...nodes, ...links, lit, rings: ringsIn(model, state), page, text, quiet, accent, hairline };
}

/** @typedef {{ color: (node: number) => string, hollow: (node: number) => boolean, area: (node: number) => string }} Colors */

/** Colours of nodes by what the state asks for. @param {Model} model @param {State} state @returns {Colors} */
function nodeColors(model, state) {
  const styles = model.head.communities.map((_, place) => communityStyle(place, state.theme));
  const none = communityStyle(-1, state.theme);
  const style = (/** @type {number} */ node) => styles[model.comm[node]] ?? none;
  const area = (/** @type {number} */ node) => style(node).fill;
  const values = state.colour === 'year' ? model.year : model.columns[state.colour];
  if (!values) return { area, color: area, hollow: (node) => style(node).ring };
  const known = state.colour === 'year' ? (/** @type {number} */ v) => v !== 0 : Number.isFinite;
  const scale = makeScale(values, state.theme, known);
  return {
    area: () => tokens(state.theme).between,
    color: (node) => scale.steps[scale.stepOf(values[node])] ?? none.fill,
    hollow: (node) => !known(values[node]),
  };
}

/** Radius in px by what the state says of size. @param {Model} model @param {State} state @param {Look} look */
function radiusOf(model, state, look) {
  const zoom = Math.min(NODE.zoomMost, Math.max(NODE.zoomLeast, look.zoom ** NODE.zoomPower));
  const factor = zoom * Math.min(1, Math.sqrt(look.area / NODE.fullArea));
  if (model.n >= NODE.dotsFrom) return () => NODE.dot * zoom;
  const values = state.size === 'equal' ? undefined : model.columns[state.size];
  const most = values ? values.reduce((a, b) => Math.max(a, b), 0) || 1 : 1;
  return (/** @type {number} */ node) => {
    const share = values ? Math.max(0, values[node]) / most : NODE.equalShare;
    return (NODE.least + NODE.span * share ** NODE.power) * factor;
  };
}

/**
 * @param {Model} model @param {State} state @param {Lit | null} lit @param {Look} look
 * @param {Colors} colors @param {(node: number) => boolean} visible
 */
function sceneNodes(model, state, lit, look, colors, visible) {
  const { n } = model;
  const nodeColor = new Uint8ClampedArray(4 * n);
  const radius = new Float32Array(n);
  const mark = new Uint8Array(n);
  const size = radiusOf(model, state, look);
  const alphas = [DIM.node, DIM.half, 1, 1];
  let most = 0;
  for (let i = 0; i < n; i++) {
    if (!visible(i)) continue;
    nodeColor.set(rgb(colors.color(i)), 4 * i);
    nodeColor[4 * i + 3] = 255 * (lit && !lit.quiet ? alphas[lit.node[i]] : 1);
    radius[i] = size(i);
    mark[i] = colors.hollow(i) ? MARK.ring : MARK.disc;
  }
  for (const node of lit?.steps ?? []) radius[node] = Math.max(radius[node], STRONG.pathNode);
  for (let i = 0; i < n; i++) most = Math.max(most, radius[i]);
  addMarks(model, state, mark, look.focus);
  return { nodeColor, radius, mark, most };
}

/** @param {Model} model @param {State} state @param {Uint8Array} mark @param {number} focus */
function addMarks(model, state, mark, focus) {
  for (const id of [state.paper, ...(state.link ?? []), ...state.selected]) {
    const node = model.nodeOf(id);
    if (node >= 0) mark[node] |= MARK.selected;
  }
  for (const node of state.hits) if (node < model.n) mark[node] |= MARK.hit;
  const rings = ringsIn(model, state);
  for (const node of rings?.buildsOn ?? []) mark[node] |= MARK.origin;
  for (const node of rings?.builtOnBy ?? []) mark[node] |= MARK.heir;
  if (focus >= 0) mark[focus] |= MARK.focus;
}

/**
 * @param {Model} model @param {State} state @param {Lit | null} lit @param {Look} look
 * @param {Colors} colors @param {(node: number) => boolean} visible
 */
function sceneLinks(model, state, lit, look, colors, visible) {
  const { drawn, front } = drawnLinks(model, state, lit, visible);
  const k = drawn.length;
  const linkColor = new Uint8ClampedArray(4 * k);
  const linkWidth = new Float32Array(k);
  const heads = headsOfLinks(model, drawn, front);
  const between = tokens(state.theme).between;
  const among = ringsIn(model, state) ? RINGS.among : 1;
  const lengths = linkLengths(model, drawn, look);
  const mean = lengths.reduce((a, b) => a + b, 0) / (k || 1);
  const thin = thinning(k, state);
  for (let i = 0; i < k; i++) {
    const [u, v] = [model.source[drawn[i]], model.target[drawn[i]]];
    const w = Math.min(1, model.weight[drawn[i]] / model.strongWeight);
    const inside = model.comm[u] === model.comm[v];
    const fade = Math.min(1, Math.max(LINK.fadeLeast, (LINK.fadeReach * mean) / (lengths[i] || 1)));
    const rest = ((inside ? LINK.inside : LINK.between) + LINK.alphaSpan * w) * thin * fade;
    const level = levelOf(lit, drawn[i], i >= front);
    const alpha = alphaOf(level, rest, w) * (level === 1 ? among : 1);
    linkColor.set(rgb(inside ? colors.area(u) : between), 4 * i);
    if (level === 3 || heads[i]) linkColor.set(rgb(tokens(state.theme).text), 4 * i);
    linkColor[4 * i + 3] = alpha < LINK.leastAlpha ? 0 : 255 * alpha;
    linkWidth[i] = LINK.width + LINK.widthSpan * w + [0, 0, DIM.litWidth, STRONG.width][Math.max(0, level)];
  }
  return { drawn, front, linkColor, linkWidth, heads, curve: k <= LINK.curvedTo ? LINK.curve : 0 };
}

/** The heads of arrows: they are for what is in front. @param {Model} model @param {Uint32Array} drawn @param {number} front */
function headsOfLinks(model, drawn, front) {
  return Uint8Array.from(drawn, (e, i) => (i < front ? 0 : headsOf(model.flags[e])));
}

/** How much a link is lit; what is in front is lit at least. @param {Lit | null} lit @param {number} link @param {boolean} front */
function levelOf(lit, link, front) {
  const level = lit?.link.get(link) ?? (lit && !lit.quiet ? 0 : -1);
  return front ? Math.max(level, 2) : level;
}

/** What many links lose of their alpha. @param {number} k @param {State} state */
function thinning(k, { theme }) {
  return Math.min(1, Math.sqrt(LINK.thinFrom / (k || 1))) * (theme === 'dark' ? LINK.dark : 1);
}

/** Level −1 is a map with nothing in hand. @param {number} level @param {number} rest @param {number} w */
function alphaOf(level, rest, w) {
  if (level < 0) return rest;
  if (level === 0) return Math.min(rest, DIM.link);
  if (level === 1) return rest;
  return level === 2 ? DIM.lit * (0.45 + 0.55 * w) : STRONG.alpha;
}

/** How many links are drawn at most, the strongest. @param {number} papers */
export function linkLimit(papers) {
  return papers <= NODE.dotsFrom ? LINK.limitSmall : LINK.limitLarge;
}

/**
 * The strongest links up to the limit, and in front all that are lit, or that build on one another where the state asks for
 * those and nothing is in hand, in drawing order.
 * @param {Model} model @param {State} state @param {Lit | null} lit @param {(node: number) => boolean} visible
 */
function drawnLinks(model, state, lit, visible) {
  const { drawn, link } = passing(model, state);
  const base = drawn.subarray(Math.max(0, drawn.length - linkLimit(model.n)));
  const shown = (/** @type {number} */ e) =>
    (link?.[e] ?? 1) === 1 && visible(model.source[e]) && visible(model.target[e]);
  const level = (/** @type {number} */ e) => lit?.link.get(e) ?? 0;
  const asked = state.links.has('builds') && (!lit || lit.quiet);
  const isFront = (/** @type {number} */ e) => level(e) >= 2 || (asked && isOfKind(model.flags[e], 'builds'));
  const back = base.filter((e) => !isFront(e) && shown(e));
  const built = asked ? drawn.filter(isFront) : [];
  const front = [...new Set([...(lit?.link.keys() ?? []), ...built])].filter((e) => isFront(e) && shown(e));
  front.sort((a, b) => level(a) - level(b) || model.weight[a] - model.weight[b] || a - b);
  const out = new Uint32Array(back.length + front.length);
  out.set(back);
  out.set(front, back.length);
  return { drawn: out, front: back.length };
}

/** Lengths on the map as it is shaped on screen. @param {Model} model @param {Uint32Array} drawn @param {Look} look */
function linkLengths({ source, target }, drawn, { xy, stretch }) {
  return Float32Array.from(drawn, (e) => {
    const [a, b] = [2 * source[e], 2 * target[e]];
    return Math.hypot((xy[a] - xy[b]) * stretch, xy[a + 1] - xy[b + 1]);
  });
}
