/**
 * Which labels the map wants, in order of priority: what is in hand, then captions, then titles by centrality.
 */
import { CAPTION, TITLE } from '../settings.js';
import { captionLines, cutAtWord, shortTitle } from '../text.js';

/** @import { Model } from '../model.js' */
/** @import { Rect } from './camera.js' */
/** @import { Lit } from './lit.js' */
/** @import { Item, Label } from './place.js' */

/**
 * @typedef {{
 *   zoom: number, area: Rect, px: Float32Array, radius: Float32Array, lit: Lit | null, ringed: boolean,
 *   visible: (node: number) => boolean, before: readonly Label[],
 * }} Sight  zoom 1 at fit, ringed in a neighbourhood, which has no areas to be named, free area, places on screen, labels of the last time
 */

/**
 * @param {Model} model
 * @param {Sight} sight
 * @returns {{ items: Item[], most: number }} most: how many titles that need not be there
 */
export function wantedLabels(model, sight) {
  const { lit, ringed, zoom } = sight;
  const dims = lit !== null && !lit.quiet;
  const before = new Map(sight.before.map((label) => [`${label.kind}${label.key}`, label]));
  const most = Math.floor((sight.area.w * sight.area.h) / density(dims, zoom));
  const titles = titleItems(model, sight, before, TITLE.triedLeast + TITLE.triedTimes * most);
  const must = titles.filter((item) => item.must);
  const rest = titles.filter((item) => !item.must);
  const all = !dims || lit.kind === 'hover';
  const showCaptions = !ringed && zoom <= CAPTION.zoomMost && (all || lit.areas.length > 0);
  let captions = showCaptions ? captionItems(model, sight, before, all ? null : lit.areas) : [];
  if (lit?.kind !== 'hover' || before.size === 0) return { items: [...must, ...captions, ...rest], most };
  captions = held(captions);
  return { items: [...must, ...captions, ...(lit.quiet ? held(rest) : rest)], most };
}

/** Under the pointer nothing else moves: what stood there stays or goes. @param {Item[]} items @returns {Item[]} */
function held(items) {
  return items.filter((item) => item.from).map((item) => ({ ...item, hold: true }));
}

/** px² a title. @param {boolean} dims @param {number} zoom */
function density(dims, zoom) {
  if (dims) return TITLE.perSelection;
  return zoom > TITLE.zoomedFrom ? TITLE.perZoomed : TITLE.perFit;
}

/** @param {Model} model @param {Sight} sight @param {Map<string, Label>} before @param {number} tried at most */
function titleItems(model, sight, before, tried) {
  const { px, radius, lit, zoom } = sight;
  const letters = zoom >= TITLE.nearFrom ? TITLE.lettersNear : TITLE.letters;
  const top = Math.ceil(model.n * TITLE.strongShare);
  return candidates(model, sight, before, tried).map((node) => {
    const core = lit !== null && lit.node[node] === 3;
    const large = core && !lit.quiet && lit.kind !== 'bridges';
    const title = model.titles[node];
    const text = large ? cutAtWord(title, TITLE.selectedLetters) : shortTitle(title, letters);
    return /** @type {Item} */ ({
      kind: 'title',
      key: node,
      lines: [text],
      short: core ? shortTitle(title, TITLE.lettersTight) : null,
      size: large ? TITLE.selectedSize : TITLE.size,
      weight: core || model.rank[node] < top ? TITLE.strongWeight : TITLE.weight,
      line: large ? TITLE.line + 3 : TITLE.line,
      x: px[2 * node],
      y: px[2 * node + 1],
      pullX: 1,
      pullY: 1,
      r: radius[node] + (core && lit.kind !== 'hover' ? TITLE.ringRoom : 0),
      must: core,
      hold: false,
      from: before.get(`title${node}`) ?? null,
    });
  });
}

/**
 * Papers in sight, in order of who is named first.
 * @param {Model} model @param {Sight} sight @param {Map<string, Label>} before @param {number} tried at most
 */
function candidates(model, sight, before, tried) {
  const { lit, visible, zoom } = sight;
  const levels = lit?.node;
  const all = !lit || lit.quiet;
  const nodes = [];
  for (const node of model.order) {
    if (nodes.length >= tried && !levels) break;
    if (visible(node) && (all || lit.node[node] > 0) && inSight(sight, node)) nodes.push(node);
  }
  const bonus = model.n * 0.1 + 8;
  const late = (/** @type {number} */ node) =>
    model.rank[node] - (before.has(`title${node}`) && zoom > 1 ? bonus : 0);
  const level = (/** @type {number} */ node) => levels?.[node] ?? 0;
  return nodes.sort((a, b) => level(b) - level(a) || late(a) - late(b)).slice(0, tried);
}

/** @param {Sight} sight @param {number} node */
function inSight({ px, area }, node) {
  const [x, y] = [px[2 * node], px[2 * node + 1]];
  return x > area.x && y > area.y && x < area.x + area.w && y < area.y + area.h;
}

/** @param {Model} model @param {Sight} sight @param {Map<string, Label>} before @param {number[] | null} areas only these */
function captionItems(model, sight, before, areas) {
  const { px, visible, area } = sight;
  const scale = Math.min(1, Math.max(CAPTION.smallest, Math.sqrt((area.w * area.h) / CAPTION.fullArea)));
  /** @type {Item[]} */
  const items = [];
  model.head.communities.forEach((community, place) => {
    if (items.length >= CAPTION.most) return; // the largest come first
    if (areas ? !areas.includes(place) : community.size < CAPTION.leastSize) return;
    const members = model.members[place].filter((node) => visible(node) && inSight(sight, node));
    if (members.length < CAPTION.leastInSight) return;
    const lines = captionLines(community.name);
    if (lines.length === 0) return;
    items.push({
      kind: 'caption',
      key: place,
      lines,
      short: null,
      size: CAPTION.size * scale,
      weight: CAPTION.weight,
      line: CAPTION.line * scale,
      ...middleOf(members, px),
      r: 0,
      must: false,
      hold: false,
      from: before.get(`caption${place}`) ?? null,
    });
  });
  return items;
}

/** The median of some nodes; what is spread wide holds its caption less. @param {number[]} nodes @param {Float32Array} px */
function middleOf(nodes, px) {
  const [xs, ys] = [0, 1].map((i) => nodes.map((node) => px[2 * node + i]));
  const [x, y] = [median(xs), median(ys)];
  const pull = (/** @type {number[]} */ values, /** @type {number} */ middle) => {
    const spread = median(values.map((v) => Math.abs(v - middle)));
    return Math.min(1, Math.max(CAPTION.pullLeast, CAPTION.spread / (2 * spread || 1)));
  };
  return { x, y, pullX: pull(xs, x), pullY: pull(ys, y) };
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
