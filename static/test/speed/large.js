/** A map of any size from a seed, in linear time: areas of 250 papers on a spiral, links to those near by and a few far. */
import { encodeMap, packTexts, random } from '../unit/fixture.js';

const AREA = 250;
const TURN = 2.399963;

/** Head and block of n papers with about so many links each. @param {number} n @param {number} each */
export function largeMap(n, each, seed = 1) {
  const next = random(seed);
  const areas = Math.max(1, Math.round(n / AREA));
  const comm = Uint16Array.from({ length: n }, (_, i) => i % areas);
  const xy = placesOf(n, areas, comm, next);
  const links = linksOf(n, areas, each, next);
  const score = Float32Array.from({ length: n }, () => next() ** 8);
  const order = Uint32Array.from(score.keys()).sort((a, b) => score[b] - score[a] || a - b);
  const ids = packTexts(Array.from(comm, (_, i) => `paper/${i}`));
  const titled = Math.min(n, 20_000);
  const titles = packTexts(
    Array.from(order.subarray(0, titled), (node) => `A study of part ${node} in the large`),
  );
  const sections = [
    ['xy', xy],
    ...links.sections,
    ['comm', comm],
    ['order', order],
    ['s0', score],
    ['ids.off', ids.off],
    ['ids', ids.bytes],
    ['ttl.off', titles.off],
    ['ttl', titles.bytes],
  ];
  return { head: headOf(n, links, areas), block: encodeMap({ n, m: links.m, t: titled }, sections) };
}

function placesOf(n, areas, comm, next) {
  const xy = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const r = 480 * Math.sqrt((comm[i] + 0.5) / areas);
    const own = (400 / Math.sqrt(areas)) * Math.sqrt(next());
    const turn = next() * 2 * Math.PI;
    xy[2 * i] = 500 + r * Math.cos(comm[i] * TURN) + own * Math.cos(turn);
    xy[2 * i + 1] = 500 + r * Math.sin(comm[i] * TURN) + own * Math.sin(turn);
  }
  return xy;
}

/** Nine of ten links stay in the area; rows ascend. */
function linksOf(n, areas, each, next) {
  const off = new Uint32Array(n + 1);
  const adj = [];
  for (let u = 0; u < n; u++) {
    const row = new Set();
    for (let k = 0; k < each; k++) {
      const far = next() < 0.1;
      const v = far ? Math.floor(next() * n) : u + areas * (1 + Math.floor(next() * 30));
      if (v > u && v < n) row.add(v);
    }
    for (const v of [...row].sort((a, b) => a - b)) adj.push(v);
    off[u + 1] = adj.length;
  }
  const m = adj.length;
  const weight = Float32Array.from({ length: m }, () => 0.1 + 0.4 * next());
  const sections = [
    ['off', off],
    ['adj', Uint32Array.from(adj)],
    ['weight', weight],
    ['flags', new Uint16Array(m).fill(1)],
  ];
  return { m, sections };
}

function headOf(n, { m }, areas) {
  const size = (place) => Math.floor(n / areas) + (place < n % areas ? 1 : 0);
  return {
    format: 1,
    hash: 'sha256:0102030405060708',
    made: { version: 'test', seed: 1 },
    title: `${n} papers`,
    counts: { papers: n, links: m, drawn: m, concepts: 0, withYear: 0 },
    weightKept: 1,
    bin: { url: 'map.bin', bytes: 0 },
    communities: Array.from({ length: areas }, (_, place) => ({
      id: place + 1,
      name: `area ${place + 1} · part`,
      terms: [],
      size: size(place),
    })),
    columns: [{ name: 'pagerank', label: 'PageRank', section: 's0', max: 1 }],
    exports: [],
    may: { modes: ['papers'] },
  };
}
