/**
 * The neighbourhood of one paper: it in the middle, what it is linked to around it, the nearer the more alike. Pure.
 *
 * A direction stays that of the whole map as far as there is room; papers of one area keep together.
 */
import { RINGS } from '../settings.js';

/** @import { Model } from '../model.js' */

/**
 * @typedef {{
 *   centre: number, nodes: number[], shown: Uint8Array, xy: Float32Array,
 *   guides: { radius: number, strength: number, x: number, y: number }[], buildsOn: Set<number>, builtOnBy: Set<number>,
 * }} Rings  nodes without the centre, most alike first; shown is 1 for those and the centre; xy in map units, 2 a node, of those not shown as on
 *   the map; guides are circles round the centre, radius in map units: what lies on one has that strength, which can be
 *   written at x and y
 */

const BUILDS_ON = 64;
const TURN = 2 * Math.PI;

/** The rings that were asked for last, by model: each frame asks again. @type {WeakMap<Model, Rings>} */
const last = new WeakMap();

/**
 * The rings round a paper. Cost O(n) when another paper was asked for before, else none.
 * @param {Model} model @param {number} centre
 * @returns {Rings}
 */
export function ringsAround(model, centre) {
  const known = last.get(model);
  if (known?.centre === centre) return known;
  const made = makeRings(model, centre);
  last.set(model, made);
  return made;
}

/** @param {Model} model @param {number} centre @returns {Rings} */
function makeRings(model, centre) {
  const { buildsOn, builtOnBy } = lineageOf(model, centre);
  const all = model.neighbours(centre);
  const taken = all.filter(({ node }, i) => i < RINGS.papers || buildsOn.has(node) || builtOnBy.has(node));
  const nodes = taken.map(({ node }) => node);
  const weights = taken.map(({ weight }) => weight);
  const shown = new Uint8Array(model.n);
  for (const node of [centre, ...nodes]) shown[node] = 1;
  const knots = knotsOf(weights);
  const angles = anglesOf(model, centre, nodes);
  const xy = new Float32Array(model.xy);
  xy[2 * centre] = RINGS.middle;
  xy[2 * centre + 1] = RINGS.middle;
  nodes.forEach((node, i) => {
    const radius = radiusOf(weights[i], knots);
    xy[2 * node] = RINGS.middle + radius * Math.cos(angles[i]);
    xy[2 * node + 1] = RINGS.middle + radius * Math.sin(angles[i]);
  });
  const guides = guidesOf(knots, nodes, xy);
  return { centre, nodes, shown, xy, guides, buildsOn, builtOnBy };
}

/** What a paper builds on, and what is built on it. @param {Model} model @param {number} centre */
function lineageOf({ off, nbr, link, source, flags }, centre) {
  const [buildsOn, builtOnBy] = [new Set(), new Set()];
  for (let e = off[centre]; e < off[centre + 1]; e++) {
    const flag = flags[link[e]];
    if (!(flag & BUILDS_ON)) continue;
    const away = source[link[e]] === centre ? RINGS.forth : RINGS.back;
    if (flag & away) buildsOn.add(nbr[e]);
    if (flag & (RINGS.forth + RINGS.back - away)) builtOnBy.add(nbr[e]);
  }
  return { buildsOn, builtOnBy };
}

/**
 * Where strength meets radius: the closest paper lies on the first circle, the last on the outermost, and those between hold
 * as many papers as they have room for. Of equal strength only the outermost is kept.
 * @param {number[]} weights descending
 */
function knotsOf(weights) {
  if (weights.length === 0) return [];
  const circles = circlesFor(weights.length);
  const first = { radius: RINGS.nearest * RINGS.radius, weight: weights[0] };
  const knots = [first];
  let held = 0;
  for (let ring = 1; ring <= circles; ring++) {
    held += (weights.length * ring) / ((circles * (circles + 1)) / 2);
    const weight = weights[Math.min(weights.length, Math.max(1, Math.round(held))) - 1];
    const share = RINGS.nearest + ((1 - RINGS.nearest) * ring) / circles;
    if (weight === knots[knots.length - 1].weight) knots.pop();
    knots.push({ radius: share * RINGS.radius, weight });
  }
  return knots.length === 1 ? [first, ...knots] : knots;
}

/** The circles, and where on them most room is for a few letters: one direction for all. @param {{ radius: number, weight: number }[]} knots @param {number[]} nodes @param {Float32Array} xy */
function guidesOf(knots, nodes, xy) {
  const circles = knots.slice(1);
  const at = (/** @type {number} */ radius, /** @type {number} */ angle) => ({
    x: RINGS.middle + radius * Math.cos(angle),
    y: RINGS.middle + radius * Math.sin(angle),
  });
  const room = (/** @type {number} */ angle) =>
    Math.min(
      ...circles.flatMap(({ radius }) => {
        const { x, y } = at(radius, angle);
        return nodes.map((node) => Math.hypot(xy[2 * node] - x, xy[2 * node + 1] - y));
      }),
    );
  const angles = Array.from(
    { length: RINGS.directions },
    (_, i) => -TURN / 4 + (TURN * i) / RINGS.directions,
  );
  const rooms = angles.map(room);
  const best = angles[rooms.indexOf(Math.max(...rooms))] ?? 0;
  return circles.map(({ radius, weight }) => ({ radius, strength: weight, ...at(radius, best) }));
}

/** @param {number} papers */
function circlesFor(papers) {
  return Math.min(RINGS.circles, Math.max(1, Math.round(Math.sqrt(papers / 4))));
}

/** @param {number} weight @param {{ radius: number, weight: number }[]} knots weights descending */
function radiusOf(weight, knots) {
  const outer = knots.findIndex((knot, i) => i > 0 && weight >= knot.weight);
  if (outer < 0) return knots[knots.length - 1].radius;
  const [a, b] = [knots[outer - 1], knots[outer]];
  const t = a.weight === b.weight ? 1 : Math.min(1, (a.weight - weight) / (a.weight - b.weight));
  return a.radius + (b.radius - a.radius) * t;
}

/**
 * One sector an area, as wide as its papers are many, in the order in which the areas lie round the centre on the map; the
 * papers of a sector are spread in it so that one that follows another in strength stands well apart from it.
 * @param {Model} model @param {number} centre @param {number[]} nodes most alike first
 */
function anglesOf(model, centre, nodes) {
  const sectors = sectorsOf(model, centre, nodes);
  const angles = new Float64Array(nodes.length);
  const place = new Map(nodes.map((node, i) => [node, i]));
  let start =
    sectors.length > 0 ? sectors[0].middle - (TURN * sectors[0].nodes.length) / nodes.length / 2 : 0;
  for (const { nodes: own } of sectors) {
    const width = (TURN * own.length) / nodes.length;
    own.forEach((node, i) => {
      angles[place.get(node) ?? 0] = start + width * spread(i, own.length);
    });
    start += width;
  }
  return angles;
}

/** @param {Model} model @param {number} centre @param {number[]} nodes */
function sectorsOf({ comm, xy }, centre, nodes) {
  /** @type {Map<number, { nodes: number[], x: number, y: number, middle: number }>} */
  const sectors = new Map();
  for (const node of nodes) {
    const sector = sectors.get(comm[node]) ?? { nodes: [], x: 0, y: 0, middle: 0 };
    sectors.set(comm[node], sector);
    sector.nodes.push(node);
    sector.x += xy[2 * node] - xy[2 * centre];
    sector.y += xy[2 * node + 1] - xy[2 * centre + 1];
  }
  for (const sector of sectors.values()) sector.middle = Math.atan2(sector.y, sector.x);
  return [...sectors.values()].sort((a, b) => a.middle - b.middle || a.nodes[0] - b.nodes[0]);
}

/** Places 0 to count − 1 in a sector of width 1, each far from those just before: steps of the golden section. @param {number} i @param {number} count */
function spread(i, count) {
  const order = Array.from({ length: count }, (_, k) => (k * RINGS.golden) % 1);
  const rank = order.filter((other) => other < order[i]).length;
  return (rank + 0.5) / count;
}

/** Dashes of equal length that close round a ring, px. @param {number} r @returns {[number, number]} */
export function heirDash(r) {
  const piece = (TURN * r) / Math.max(4, 2 * Math.round((Math.PI * r) / RINGS.dash));
  return [piece, piece];
}
