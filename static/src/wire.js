/**
 * Reads map.bin: a header, a table of sections, and the sections as typed views of the same bytes.
 * Lengths and numbers are checked here once; behind this nothing looks again.
 */

/** @typedef {Float32Array | Uint32Array | Uint16Array | Uint8Array | Int16Array} Section */

/**
 * @typedef {{
 *   n: number, m: number, hash: string,
 *   xy: Float32Array, off: Uint32Array, adj: Uint32Array, weight: Float32Array, flags: Uint16Array,
 *   comm: Uint16Array, year: Int16Array, state: Uint8Array, order: Uint32Array, kind: Uint8Array,
 *   scores: Record<string, Float32Array>, ids: string[], titled: number, titles: string[],
 * }} MapData  n papers, m links; titles[i] belongs to paper order[i], i below titled
 */

const MAGIC = 'PGMAP001';
const HEADER = 32;
const ENTRY = 24;

/** Constructors by the type number of a section. */
const TYPES = [null, Float32Array, Uint32Array, Uint16Array, Uint8Array, Int16Array];

/** A block that cannot be read; the message is a sentence for the reader. */
export class WireError extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'WireError';
  }
}

/**
 * Typed views of a map block.
 * @param {ArrayBuffer} buffer
 * @param {string} [expectHash] the head's hash, "sha256:…"
 * @returns {MapData}
 */
export function readMap(buffer, expectHash) {
  const { n, m, t, hash, sections } = readTable(buffer);
  if (expectHash && !hashMatches(expectHash, hash)) {
    throw new WireError('The map on the server has changed since its head was read. Load the page again.');
  }
  const take = taker(sections);
  const map = {
    n,
    m,
    hash,
    xy: take('xy', Float32Array, 2 * n),
    off: take('off', Uint32Array, n + 1),
    adj: take('adj', Uint32Array, m),
    weight: take('weight', Float32Array, m),
    flags: take('flags', Uint16Array, m),
    comm: take('comm', Uint16Array, n),
    year: take('year', Int16Array, n, true),
    state: take('state', Uint8Array, n, true),
    order: take('order', Uint32Array, n),
    kind: take('kind', Uint8Array, n, true),
    scores: scoresOf(sections, n),
    ids: strings(take('ids.off', Uint32Array, n + 1), take('ids', Uint8Array, -1), 'ids'),
    titled: t,
    titles: strings(take('ttl.off', Uint32Array, t + 1), take('ttl', Uint8Array, -1), 'titles'),
  };
  checkLinks(map);
  checkNodes(map);
  return map;
}

/** @param {string} expect @param {string} hash 16 hex digits */
function hashMatches(expect, hash) {
  const hex = expect.slice(expect.indexOf(':') + 1).toLowerCase();
  return hex.slice(0, 16) === hash;
}

/** Header and table. @param {ArrayBuffer} buffer */
function readTable(buffer) {
  if (buffer.byteLength < HEADER) throw new WireError('The map is cut short: not even its header arrived.');
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 8));
  if (magic !== MAGIC) throw new WireError('What the server sent is not a map of papers this page can read.');
  const [n, m, k, t] = [8, 12, 16, 20].map((at) => view.getUint32(at, true));
  const bytes = new Uint8Array(buffer, 24, 8);
  const hash = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  if (HEADER + k * ENTRY > buffer.byteLength) throw cut();
  if (t > n) throw new WireError('The map has more titles than papers.');
  /** @type {Map<string, Section>} */
  const sections = new Map();
  for (let i = 0; i < k; i++) {
    const entry = readEntry(buffer, view, HEADER + i * ENTRY);
    sections.set(entry.name, entry.section);
  }
  return { n, m, t, hash, sections };
}

/** @param {ArrayBuffer} buffer @param {DataView} view @param {number} at */
function readEntry(buffer, view, at) {
  let name = '';
  for (let i = 0; i < 8 && view.getUint8(at + i) !== 0; i++)
    name += String.fromCharCode(view.getUint8(at + i));
  const type = view.getUint32(at + 8, true);
  const count = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true) + view.getUint32(at + 20, true) * 2 ** 32;
  const Kind = TYPES[type];
  if (!Kind) throw new WireError(`The map's section "${name}" has a type this page does not know.`);
  if (offset % 8 !== 0) throw new WireError(`The map's section "${name}" starts at an odd place.`);
  if (offset + count * Kind.BYTES_PER_ELEMENT > buffer.byteLength) throw cut();
  return { name, section: new Kind(buffer, offset, count) };
}

function cut() {
  return new WireError('The map is cut short: a section runs past its end. Load the page again.');
}

/** @param {Map<string, Section>} sections */
function taker(sections) {
  /**
   * One section by name, of a type and a count (−1: any). One that may be missing is zeros then.
   * @template {Section} S
   * @param {string} name
   * @param {new (n: number) => S} Kind
   * @param {number} count
   * @param {boolean} [optional]
   * @returns {S}
   */
  return (name, Kind, count, optional) => {
    const section = sections.get(name);
    if (!section && optional) return new Kind(count);
    if (!(section instanceof Kind)) throw new WireError(`The map has no section "${name}".`);
    if (count >= 0 && section.length !== count) {
      throw new WireError(`The map's section "${name}" has ${section.length} values in place of ${count}.`);
    }
    return section;
  };
}

/** The columns s0, s1, …. @param {Map<string, Section>} sections @param {number} n */
function scoresOf(sections, n) {
  /** @type {Record<string, Float32Array>} */
  const scores = {};
  for (const [name, section] of sections) {
    if (!/^s\d+$/.test(name)) continue;
    if (!(section instanceof Float32Array) || section.length !== n) {
      throw new WireError(`The map's column "${name}" does not have one number a paper.`);
    }
    scores[name] = section;
  }
  return scores;
}

/** @param {Uint32Array} off @param {Uint8Array} bytes @param {string} what */
function strings(off, bytes, what) {
  const decoder = new TextDecoder();
  const out = new Array(off.length - 1);
  for (let i = 0; i < out.length; i++) {
    if (off[i + 1] < off[i] || off[i + 1] > bytes.length) {
      throw new WireError(`The map's table of ${what} points outside itself.`);
    }
    out[i] = decoder.decode(bytes.subarray(off[i], off[i + 1]));
  }
  return out;
}

/** Rows ascend, hold only later papers, and end where the links end. @param {MapData} map */
function checkLinks({ n, m, off, adj }) {
  if (off[0] !== 0 || off[n] !== m) throw new WireError("The map's links do not add up.");
  for (let u = 0; u < n; u++) {
    if (off[u + 1] < off[u]) throw new WireError("The map's links are out of order.");
    for (let e = off[u], last = u; e < off[u + 1]; e++) {
      if (adj[e] <= last || adj[e] >= n) throw new WireError("The map's links point outside it.");
      last = adj[e];
    }
  }
}

/** Positions and weights are numbers, the order names each paper once. @param {MapData} map */
function checkNodes({ n, xy, order, weight }) {
  if (!xy.every(Number.isFinite)) throw new WireError('The map has a paper without a place.');
  if (!weight.every(Number.isFinite)) throw new WireError('The map has a link without a strength.');
  const seen = new Uint8Array(n);
  for (const node of order) {
    if (node >= n || seen[node]) throw new WireError("The map's order does not name each paper once.");
    seen[node] = 1;
  }
}
