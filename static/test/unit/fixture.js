/**
 * Maps for tests: an encoder of map.bin, and planted graphs of any size from a seed.
 */
import { makeModel } from '../../src/model.js';
import { initialState } from '../../src/state.js';
import { readMap } from '../../src/wire.js';

const TYPES = new Map([
  [Float32Array, 1],
  [Uint32Array, 2],
  [Uint16Array, 3],
  [Uint8Array, 4],
  [Int16Array, 5],
]);

/** Numbers from 0 to 1 that a seed decides. */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A block of sections. entries: [name, typed array][]. */
export function encodeMap(header, entries) {
  const table = 32 + 24 * entries.length;
  let size = table + (-table & 7);
  const places = entries.map(([, values]) => {
    const at = size;
    size += values.byteLength + (-values.byteLength & 7);
    return at;
  });
  const buffer = new ArrayBuffer(size);
  const view = new DataView(buffer);
  const bytes = new Uint8Array(buffer);
  bytes.set(new TextEncoder().encode(header.magic ?? 'PGMAP001'));
  [header.n, header.m, entries.length, header.t].forEach((v, i) => {
    view.setUint32(8 + 4 * i, v, true);
  });
  bytes.set(header.hash ?? [1, 2, 3, 4, 5, 6, 7, 8], 24);
  entries.forEach(([name, values], i) => {
    const at = 32 + 24 * i;
    bytes.set(new TextEncoder().encode(name), at);
    view.setUint32(at + 8, TYPES.get(values.constructor), true);
    view.setUint32(at + 12, values.length, true);
    view.setBigUint64(at + 16, BigInt(places[i]), true);
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), places[i]);
  });
  return buffer;
}

/** Offsets and bytes of a list of texts. */
export function packTexts(texts) {
  const parts = texts.map((text) => new TextEncoder().encode(text));
  const off = new Uint32Array(texts.length + 1);
  parts.forEach((part, i) => {
    off[i + 1] = off[i] + part.length;
  });
  const bytes = new Uint8Array(off[texts.length]);
  parts.forEach((part, i) => {
    bytes.set(part, off[i]);
  });
  return { off, bytes };
}

/** Sections of a graph given by papers and links. links: [u, v, weight, flags][] with u < v. */
export function sectionsOf({ xy, comm, years, order, scores, ids, titles, links }) {
  const n = ids.length;
  const sorted = [...links].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const off = new Uint32Array(n + 1);
  for (const [u] of sorted) off[u + 1]++;
  for (let u = 0; u < n; u++) off[u + 1] += off[u];
  const idTable = packTexts(ids);
  const titleTable = packTexts(Array.from(order, (node) => titles[node]));
  return [
    ['xy', Float32Array.from(xy)],
    ['off', off],
    ['adj', Uint32Array.from(sorted, (l) => l[1])],
    ['weight', Float32Array.from(sorted, (l) => l[2])],
    ['flags', Uint16Array.from(sorted, (l) => l[3])],
    ['comm', Uint16Array.from(comm)],
    ['year', Int16Array.from(years)],
    ['state', new Uint8Array(n)],
    ['order', Uint32Array.from(order)],
    ['kind', new Uint8Array(n)],
    ['s0', Float32Array.from(scores)],
    ['ids.off', idTable.off],
    ['ids', idTable.bytes],
    ['ttl.off', titleTable.off],
    ['ttl', titleTable.bytes],
  ];
}

const TERMS =
  'guidance diffusion merging soups adapters rank pruning sparsity retrieval memory scaling laws policy reward graph walks flow matching speech tokens vision patches search cells unlearning privacy scenes meshes'.split(
    ' ',
  );

/** A graph of n papers in planted communities, laid out round their centres. */
export function plantedGraph(n, seed = 1) {
  const next = random(seed);
  const sizes = [];
  for (let rest = n, i = 0; rest > 0; i++) {
    const size = Math.min(rest, Math.max(3, Math.round((0.19 - 0.012 * i) * n)));
    sizes.push(size);
    rest -= size;
  }
  sizes.sort((a, b) => b - a);
  const comm = sizes.flatMap((size, place) => Array(size).fill(place));
  const centres = sizes.map((_, place) => {
    const turn = place * 2.399963;
    const r = 390 * Math.sqrt((place + 0.4) / sizes.length);
    return [500 + r * Math.cos(turn) * 1.25, 500 + r * Math.sin(turn)];
  });
  const xy = comm.flatMap((place) => {
    const turn = next() * 2 * Math.PI;
    const r = Math.sqrt(next()) * 620 * Math.sqrt(sizes[place] / n) * 0.62;
    return [centres[place][0] + r * Math.cos(turn), centres[place][1] + r * Math.sin(turn)];
  });
  const links = plantedLinks(n, comm, xy, next);
  const degree = new Float32Array(n);
  for (const [u, v] of links) {
    degree[u]++;
    degree[v]++;
  }
  const scores = Array.from(degree, (d) => (d + next()) / 1000);
  const order = Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
  const titles = comm.map((place, i) => {
    const word = (k) => TERMS[(2 * place + k) % TERMS.length];
    const lead = i % 3 === 0 ? `${word(0)[0].toUpperCase()}${word(0).slice(1)}${i}: ` : '';
    return `${lead}On ${word(0)} and ${word(1)} in the large, a study of part ${i}`;
  });
  return {
    xy,
    comm,
    years: comm.map((_, i) => (i % 7 ? 2010 + (i % 15) : 0)),
    order,
    scores,
    ids: titles.map((_, i) => `paper/${i}`),
    titles,
    links,
    sizes,
  };
}

function plantedLinks(n, comm, xy, next) {
  const links = new Map();
  for (let u = 0; u < n; u++) {
    const others = Array.from({ length: 12 }, () => Math.floor(next() * n)).filter((v) => v !== u);
    const own = comm.map((c, v) => (c === comm[u] && v !== u ? v : -1)).filter((v) => v >= 0);
    own.sort(
      (a, b) =>
        Math.hypot(xy[2 * a] - xy[2 * u], xy[2 * a + 1] - xy[2 * u + 1]) -
        Math.hypot(xy[2 * b] - xy[2 * u], xy[2 * b + 1] - xy[2 * u + 1]),
    );
    const near = own.slice(0, 8);
    near.forEach((v, i) => {
      links.set(`${Math.min(u, v)} ${Math.max(u, v)}`, [
        Math.min(u, v),
        Math.max(u, v),
        0.45 - 0.03 * i - 0.1 * next(),
        i < 3 ? 3 : 2,
      ]);
    });
    others.slice(0, 2).forEach((v, i) => {
      const key = `${Math.min(u, v)} ${Math.max(u, v)}`;
      if (!links.has(key))
        links.set(key, [Math.min(u, v), Math.max(u, v), 0.05 + 0.1 * next(), i === 0 ? 1 : 0]);
    });
  }
  return [...links.values()];
}

/** Head and block of a graph. */
export function mapOf(graph) {
  const { n, m } = { n: graph.ids.length, m: graph.links.length };
  const name = (place) => `${TERMS[(2 * place) % TERMS.length]} · ${TERMS[(2 * place + 1) % TERMS.length]}`;
  const head = {
    hash: 'sha256:0102030405060708',
    title: 'planted',
    counts: {
      papers: n,
      links: m,
      drawn: graph.links.filter((l) => l[3] & 1).length,
      concepts: 0,
      withYear: 0,
    },
    weightKept: 0.8,
    bin: { url: 'map.bin', bytes: 0 },
    communities: graph.sizes.map((size, place) => ({
      id: place + 1,
      name: name(place),
      terms: name(place).split(' · '),
      size,
    })),
    columns: [{ name: 'pagerank', label: 'PageRank', section: 's0', max: Math.max(0, ...graph.scores) }],
    years: [2010, 2024],
    exports: [],
    may: {},
  };
  return { head, buffer: encodeMap({ n, m, t: n }, sectionsOf(graph)) };
}

/** A model straight away. */
export function plantedModel(n, seed = 1) {
  const { head, buffer } = mapOf(plantedGraph(n, seed));
  return makeModel(head, readMap(buffer));
}

/** A state in which nothing is in hand. */
export function quietState(more = {}) {
  return initialState({ size: 'pagerank', ...more });
}
