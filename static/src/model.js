/**
 * The map as the page works with it: papers by number and by id, all links from both ends, and who is near whom.
 */

/** @import { MapData } from './wire.js' */

/**
 * What the page reads of GET /map.
 * @typedef {{
 *   hash: string, title: string,
 *   counts: { papers: number, links: number, drawn: number, concepts: number, withYear: number },
 *   weightKept: number, bin: { url: string, bytes: number },
 *   communities: { id: number, name: string, terms: string[], size: number, hub?: string }[],
 *   columns: import('./format.js').Score[],
 *   years?: [number, number], exports: string[], may: Record<string, boolean | string[]>,
 * }} Head
 */

/** @typedef {'left' | 'right' | 'up' | 'down'} Direction */
/** @typedef {ReturnType<typeof makeModel>} Model */

const BACKBONE = 1;
const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** Least cosine between the way pressed and the way to a paper. */
const LEAST_COSINE = 0.3;

/**
 * Builds the model of a head and its block. Cost O(n + m).
 * @param {Head} head
 * @param {MapData} map
 */
export function makeModel(head, map) {
  const { n, m, xy, comm, year, state, order, ids } = map;
  const ends = linkEnds(map);
  const rows = bothWays(n, ends.source, ends.target);
  const index = new Map(ids.map((id, node) => [id, node]));
  const titles = titlesByNode(map);
  const rank = new Uint32Array(n);
  order.forEach((node, place) => {
    rank[node] = place;
  });
  const columns = columnsByName(head, map);

  /** The link's number, or −1. @param {number} a @param {number} b */
  function linkBetween(a, b) {
    const [u, v] = degree(a) <= degree(b) ? [a, b] : [b, a];
    for (let e = rows.off[u]; e < rows.off[u + 1]; e++) if (rows.nbr[e] === v) return rows.link[e];
    return -1;
  }

  /** @param {number} node */
  function degree(node) {
    return rows.off[node + 1] - rows.off[node];
  }

  return {
    n,
    m,
    head,
    xy,
    comm,
    year,
    state,
    order,
    rank,
    ids,
    index,
    titles,
    columns,
    ...ends,
    weight: map.weight,
    flags: map.flags,
    off: rows.off,
    nbr: rows.nbr,
    link: rows.link,
    degree,
    linkBetween,
    drawn: backboneOf(map),
    /** The weight that counts as full strength in the picture. */
    strongWeight: percentileOf(map.weight, 0.98),
    /** Members of each community, by its place, most central first. */
    members: membersByPlace(head.communities.length, comm, order),
    /** Number of a paper by id, −1 if it is not on the map. @param {string | null | undefined} id */
    nodeOf: (id) => (id == null ? -1 : (index.get(id) ?? -1)),
    /** Place of a community by its id, −1 if there is none. @param {number | null | undefined} id */
    placeOf: (id) => head.communities.findIndex((c) => c.id === id),
    /** The community a paper is in, or undefined. @param {number} node */
    communityOf: (node) => head.communities[comm[node]],
    /** Neighbours of a paper, strongest first. @param {number} node */
    neighbours: (node) => neighboursOf(node, rows, map.weight),
    /**
     * Where an arrow key leads from a paper, see below.
     * @param {number} node @param {Direction} dir
     * @param {ArrayLike<number>} [places] 2 a node, y down
     * @param {(node: number) => boolean} [visible]
     */
    nearestInDirection: (node, dir, places = xy, visible = undefined) =>
      nearestInDirection({ order, nbr: rows.nbr, off: rows.off }, node, dir, places, visible),
  };
}

/** First and second paper of each link. @param {MapData} map */
function linkEnds({ n, m, off, adj }) {
  const source = new Uint32Array(m);
  for (let u = 0; u < n; u++) source.fill(u, off[u], off[u + 1]);
  return { source, target: adj };
}

/**
 * Rows of all neighbours, ascending, each with the number of its link.
 * @param {number} n
 * @param {Uint32Array} source
 * @param {Uint32Array} target
 */
function bothWays(n, source, target) {
  const off = new Uint32Array(n + 1);
  for (let e = 0; e < source.length; e++) {
    off[source[e] + 1]++;
    off[target[e] + 1]++;
  }
  for (let u = 0; u < n; u++) off[u + 1] += off[u];
  const at = off.slice(0, n);
  const nbr = new Uint32Array(2 * source.length);
  const link = new Uint32Array(2 * source.length);
  const put = (/** @type {number} */ u, /** @type {number} */ v, /** @type {number} */ e) => {
    nbr[at[u]] = v;
    link[at[u]++] = e;
  };
  for (let e = 0; e < source.length; e++) put(target[e], source[e], e);
  for (let e = 0; e < source.length; e++) put(source[e], target[e], e);
  return { off, nbr, link };
}

/** @param {MapData} map */
function titlesByNode({ n, order, titles, ids }) {
  const out = new Array(n).fill('');
  titles.forEach((title, place) => {
    out[order[place]] = title;
  });
  return out.map((title, node) => title || ids[node]);
}

/** @param {Head} head @param {MapData} map */
function columnsByName(head, map) {
  /** @type {Record<string, Float32Array>} */
  const columns = {};
  for (const column of head.columns) {
    const values = map.scores[column.section];
    if (values) columns[column.name] = values;
  }
  return columns;
}

/** Links drawn by default, weakest first, so that strong ones lie on top. @param {MapData} map */
function backboneOf({ m, flags, weight }) {
  const list = [];
  for (let e = 0; e < m; e++) if (flags[e] & BACKBONE) list.push(e);
  return Uint32Array.from(list.sort((a, b) => weight[a] - weight[b] || b - a));
}

/** @param {Float32Array} values @param {number} share */
function percentileOf(values, share) {
  if (values.length === 0) return 1;
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] || 1;
}

/** @param {number} count @param {Uint16Array} comm @param {Uint32Array} order */
function membersByPlace(count, comm, order) {
  /** @type {number[][]} */
  const members = Array.from({ length: count }, () => []);
  for (const node of order) members[comm[node]]?.push(node);
  return members;
}

/**
 * @param {number} node
 * @param {{ off: Uint32Array, nbr: Uint32Array, link: Uint32Array }} rows
 * @param {Float32Array} weight
 */
function neighboursOf(node, { off, nbr, link }, weight) {
  const list = [];
  for (let e = off[node]; e < off[node + 1]; e++) {
    list.push({ node: nbr[e], link: link[e], weight: weight[link[e]] });
  }
  return list.sort((a, b) => b.weight - a.weight || a.node - b.node);
}

/**
 * Where an arrow key leads from a paper: the nearest linked paper that way (cosine over 0.3), else the
 * nearest paper that way, else −1.
 * @param {{ order: Uint32Array, nbr: Uint32Array, off: Uint32Array }} map
 * @param {number} node
 * @param {Direction} dir
 * @param {ArrayLike<number>} xy 2 a node, y down
 * @param {(node: number) => boolean} [visible]
 */
function nearestInDirection(map, node, dir, xy, visible = () => true) {
  const linked = map.nbr.subarray(map.off[node], map.off[node + 1]);
  const found = nearestOf(linked, node, dir, xy, visible);
  return found >= 0 ? found : nearestOf(map.order, node, dir, xy, visible);
}

/**
 * @param {Uint32Array} candidates
 * @param {number} node
 * @param {Direction} dir
 * @param {ArrayLike<number>} xy
 * @param {(node: number) => boolean} visible
 */
function nearestOf(candidates, node, dir, xy, visible) {
  const [ux, uy] = DIRECTIONS[dir];
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const other of candidates) {
    const dx = xy[2 * other] - xy[2 * node];
    const dy = xy[2 * other + 1] - xy[2 * node + 1];
    const length = Math.hypot(dx, dy);
    const ahead = dx * ux + dy * uy > LEAST_COSINE * length;
    if (other === node || !ahead || length >= least || !visible(other)) continue;
    best = other;
    least = length;
  }
  return best;
}
