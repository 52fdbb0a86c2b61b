/**
 * Places labels: greedy by priority, each at its cheapest spot that touches no other label, no obstacle and no edge.
 * Pure: the same items in the same area give the same boxes.
 */
import { CAPTION, CELL, TITLE } from '../settings.js';

/** @typedef {{ x0: number, y0: number, x1: number, y1: number }} Box */

/**
 * Something that wants a label: a title beside a node, or the caption of a community round its median.
 * @typedef {{
 *   kind: 'title' | 'caption', key: number, lines: string[], short: string | null, size: number, weight: number, line: number,
 *   x: number, y: number, r: number, pullX: number, pullY: number, must: boolean, hold: boolean, from: Label | null,
 * }} Item  key is the node or the community's place; pullX and pullY: how strongly a caption is held to x and y; must: shown if there is any room; short: to be
 *   written in its place where the whole does not fit; from: where it stood
 *   before; hold: there or nowhere
 */

/** @typedef {Item & Box & { spot: number }} Label  spot is which of its places it took */

/** @typedef {(text: string, size: number, weight: number) => number} Measure  width in px */

/** @typedef {(box: Box, item: Item, limit: number) => number} Cover  what it costs to lie on nodes there; above the limit any number above it */

/** Where a title may stand: right, left, below, above, then the corners. dx and dy are in half widths and heights. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 0.9],
  [1, -0.9],
  [-1, 0.9],
  [-1, -0.9],
];

/** How much a side is worth against nodes covered. */
const SIDE_COST = [0, 0.04, 0.1, 0.12, 0.2, 0.2, 0.24, 0.24];

/** Cheaper by this where it stood before, so that it stays. */
const STAY = 0.5;

/** Spots of a caption with their own cost, cheapest first. */
const SPOTS = captionSpots();

/**
 * Places items in their order.
 * @param {readonly Item[]} items by priority
 * @param {Box} area
 * @param {readonly Box[]} obstacles
 * @param {Measure} measure
 * @param {Cover} [cover]
 * @param {number} [most] titles that need not be there, at most
 * @returns {Label[]}
 */
export function place(items, area, obstacles, measure, cover = () => 0, most = Infinity) {
  const taken = makeOccupancy();
  for (const box of obstacles) taken.add(box);
  const free = (/** @type {Box} */ box) => inside(box, area) && !taken.hits(box);
  const out = [];
  let titles = 0;
  for (const item of items) {
    if (item.kind === 'title' && !item.must && titles >= most) continue;
    const whole = spotFor(item, measure, free, cover);
    const label =
      whole ?? (item.short ? spotFor({ ...item, lines: [item.short] }, measure, free, cover) : null);
    if (!label) continue;
    if (item.kind === 'title' && !item.must) titles++;
    taken.add(label);
    out.push(label);
  }
  return out;
}

/** @param {Item} item @param {Measure} measure @param {(box: Box) => boolean} free @param {Cover} cover @returns {Label | null} */
function spotFor(item, measure, free, cover) {
  const width = Math.max(...item.lines.map((line) => measure(line, item.size, item.weight)));
  const w = width + 2 * TITLE.padding;
  const h = item.lines.length * item.line + (item.kind === 'caption' ? CAPTION.margin : 2);
  return item.kind === 'caption' ? captionSpot(item, w, h, free, cover) : titleSpot(item, w, h, free, cover);
}

/** @param {number} x @param {number} y @param {number} w @param {number} h @returns {Box} */
function boxAt(x, y, w, h) {
  return { x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 };
}

/** @param {Item} item @param {number} w @param {number} h @param {(box: Box) => boolean} free @param {Cover} cover @returns {Label | null} */
function titleSpot(item, w, h, free, cover) {
  /** @type {Label | null} */
  let best = null;
  let least = item.must ? TITLE.coverMust : TITLE.coverFree;
  if (item.hold) least = Infinity;
  const reach = item.r + TITLE.gap;
  for (let spot = 0; spot < SIDES.length; spot++) {
    if (item.hold && spot !== item.from?.spot) continue;
    const [dx, dy] = SIDES[spot];
    const push = dx === 0 ? 0 : reach * (dy === 0 ? 1 : 0.7) - TITLE.padding;
    const x = item.x + dx * (w / 2 + push);
    const y = item.y + dy * (h / 2 + (dx === 0 ? reach - 1 : 0));
    const box = boxAt(x, y, w, h);
    if (!free(box)) continue;
    const stay = item.from?.spot === spot ? STAY : 0;
    const own = SIDE_COST[spot] - stay;
    const cost = own + cover(box, item, least - own);
    if (cost >= least) continue;
    least = cost;
    best = { ...item, ...box, spot };
  }
  return best;
}

/** @param {Item} item @param {number} w @param {number} h @param {(box: Box) => boolean} free @param {Cover} cover @returns {Label | null} */
function captionSpot(item, w, h, free, cover) {
  /** @type {Label | null} */
  let best = null;
  let least = Infinity;
  const loosest = Math.min(item.pullX, item.pullY) ** 2;
  for (let spot = 0; spot < SPOTS.length; spot++) {
    const { dx, dy, costX, costY } = SPOTS[spot];
    const pull = costX * item.pullX ** 2 + costY * item.pullY ** 2;
    if ((costX + costY) * loosest - STAY >= least) break;
    if (item.hold && spot !== item.from?.spot) continue;
    const box = boxAt(item.x + dx, item.y + dy, w, h);
    const stay = item.from?.spot === spot ? STAY : 0;
    const own = pull - stay;
    if (own >= least || !free(box)) continue;
    const all = own + cover(box, item, least - own);
    if (all >= least) continue;
    least = all;
    best = { ...item, ...box, spot };
  }
  return best;
}

function captionSpots() {
  const spots = [];
  const [a1, b1] = [(CAPTION.columns - 1) / 2, (CAPTION.rows - 1) / 2];
  for (let a = -a1; a <= a1; a++) {
    for (let b = -b1; b <= b1; b++) {
      const costX = CAPTION.pull * CAPTION.pullX * a * a;
      spots.push({ dx: a * CAPTION.stepX, dy: b * CAPTION.stepY, costX, costY: CAPTION.pull * b * b });
    }
  }
  return spots.sort((s, t) => s.costX + s.costY - t.costX - t.costY || s.dy - t.dy || s.dx - t.dx);
}

/**
 * The cost of lying on nodes: a little more for large ones; for captions more on nodes of other areas, and more the
 * fewer of the nodes round it are its own.
 * @param {import('./grid.js').Grid} grid
 * @param {Float32Array} px
 * @param {{ radius: Float32Array, most: number, nodeColor: Uint8ClampedArray }} scene  what steps back counts for little
 * @param {ArrayLike<number>} comm
 * @param {readonly { x: number, y: number }[]} [avoid] points of links that should stay in sight
 * @returns {Cover}
 */
export function coverOf(grid, px, { radius, most, nodeColor }, comm, avoid = []) {
  /** How far a node lies outside a box. @param {Box} box @param {number} node */
  function gap(box, node) {
    const dx = Math.max(box.x0 + 2 - px[2 * node], 0, px[2 * node] - box.x1 + 2);
    const dy = Math.max(box.y0 + 1 - px[2 * node + 1], 0, px[2 * node + 1] - box.y1 + 1);
    return Math.hypot(dx, dy) - radius[node];
  }
  /** @param {number} node */
  const weightOf = (node) => {
    const faint = nodeColor[4 * node + 3] < 100 ? TITLE.coverDim : 1;
    return (CAPTION.coverBase + radius[node] / CAPTION.coverRadius) * faint;
  };
  return (box, item, limit) => {
    const caption = item.kind === 'caption';
    const reach = caption ? Math.max(most, CAPTION.near) : most;
    let [cost, own, other] = [coverLinks(box, avoid), 0, 0];
    grid.within(box.x0 - reach, box.y0 - reach, box.x1 + reach, box.y1 + reach, (node) => {
      const distance = gap(box, node);
      const mine = caption ? comm[node] === item.key : node === item.key;
      if (distance < CAPTION.near) {
        own += mine ? 1 : 0;
        other += mine ? 0 : 1;
      }
      if (distance < 0) cost += weightOf(node) * price(caption, mine);
      return cost > limit;
    });
    return caption ? cost + CAPTION.astray * (other / (own + other || 1)) : cost;
  };
}

/** What a covered node counts. @param {boolean} caption @param {boolean} mine */
function price(caption, mine) {
  if (caption) return mine ? CAPTION.own : CAPTION.other;
  return mine ? 0 : 1;
}

/** @param {Box} box @param {readonly { x: number, y: number }[]} points */
function coverLinks(box, points) {
  const on = points.filter(({ x, y }) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1);
  return TITLE.coverLink * on.length;
}

/** @param {Box} box @param {Box} area */
function inside(box, area) {
  return box.x0 >= area.x0 && box.y0 >= area.y0 && box.x1 <= area.x1 && box.y1 <= area.y1;
}

/** Boxes sorted into cells, so that a new one is tried against few. */
function makeOccupancy() {
  /** @type {Map<number, Box[]>} */
  const cells = new Map();
  /** @param {Box} box @param {(cell: number) => boolean} visit stops at true */
  function some(box, visit) {
    const [c0, c1] = [Math.floor(box.x0 / CELL.labels), Math.floor(box.x1 / CELL.labels)];
    const [r0, r1] = [Math.floor(box.y0 / CELL.labels), Math.floor(box.y1 / CELL.labels)];
    for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) if (visit(r * 4096 + c)) return true;
    return false;
  }
  return {
    /** @param {Box} box */
    add(box) {
      some(box, (cell) => {
        const list = cells.get(cell);
        if (list) list.push(box);
        else cells.set(cell, [box]);
        return false;
      });
    },
    /** @param {Box} box */
    hits: (box) => some(box, (cell) => cells.get(cell)?.some((other) => overlap(box, other)) ?? false),
  };
}

/** @param {Box} a @param {Box} b */
export function overlap(a, b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
