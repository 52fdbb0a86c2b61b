import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMap, WireError } from '../../src/wire.js';
import { encodeMap, mapOf, packTexts, plantedGraph, random, sectionsOf } from './fixture.js';

const graph = plantedGraph(40);
const sections = () => sectionsOf(graph);
const header = () => ({ n: 40, m: graph.links.length, t: 40 });

/** Sections with one of them put in place of the old. */
function changed(name, values) {
  return sections().map((entry) => (entry[0] === name ? [name, values] : entry));
}

test('a whole map is read as views of the same bytes', () => {
  const buffer = mapOf(graph).buffer;
  const map = readMap(buffer, 'sha256:0102030405060708aaaa');
  assert.equal(map.n, 40);
  assert.equal(map.m, graph.links.length);
  assert.equal(map.xy.buffer, buffer);
  assert.equal(map.ids[7], 'paper/7');
  assert.equal(map.titles[0], graph.titles[graph.order[0]]);
  assert.deepEqual([...map.year], graph.years);
  assert.equal(map.scores.s0.length, 40);
});

test('a map of no papers is a map', () => {
  const empty = {
    xy: [],
    comm: [],
    years: [],
    order: [],
    scores: [],
    ids: [],
    titles: [],
    links: [],
    sizes: [],
  };
  assert.equal(readMap(encodeMap({ n: 0, m: 0, t: 0 }, sectionsOf(empty))).n, 0);
});

test('sections that may be missing are zeros', () => {
  const kept = sections().filter(([name]) => !['state', 'kind', 'year'].includes(name));
  const map = readMap(encodeMap(header(), kept));
  assert.deepEqual([...map.year], new Array(40).fill(0));
});

test('titles end where the table ends', () => {
  const titles = packTexts(['first', 'sécond']);
  const entries = changed('ttl', titles.bytes).map((entry) =>
    entry[0] === 'ttl.off' ? ['ttl.off', titles.off] : entry,
  );
  const map = readMap(encodeMap({ ...header(), t: 2 }, entries));
  assert.deepEqual(map.titles, ['first', 'sécond']);
});

const wrong = {
  'nothing at all': () => new ArrayBuffer(0),
  'half a header': () => new ArrayBuffer(20),
  'another magic': () => encodeMap({ ...header(), magic: 'PNGMAP01' }, sections()),
  'a page in place of a map': () =>
    new TextEncoder().encode('<!doctype html><title>404 not found, sorry</title>').buffer,
  'papers without end': () => encodeMap({ ...header(), n: 0xffffffff }, sections()),
  'links without end': () => encodeMap({ ...header(), m: 0xffffffff }, sections()),
  'more titles than papers': () => encodeMap({ ...header(), t: 41 }, sections()),
  'a missing section': () => encodeMap(header(), sections().slice(1)),
  'a short section': () => encodeMap(header(), changed('comm', new Uint16Array(39))),
  'a section of another type': () => encodeMap(header(), changed('comm', new Uint32Array(40))),
  'a place that is no number': () =>
    encodeMap(header(), changed('xy', new Float32Array(80).fill(Number.NaN))),
  'an order that names no paper': () => encodeMap(header(), changed('order', new Uint32Array(40).fill(40))),
  'an order that names a paper twice': () => encodeMap(header(), changed('order', new Uint32Array(40))),
  'a weight that is no number': () =>
    encodeMap(header(), changed('weight', new Float32Array(graph.links.length).fill(Number.NaN))),
  'a link to itself': () => encodeMap(header(), changed('adj', new Uint32Array(graph.links.length))),
  'rows out of order': () =>
    encodeMap(header(), changed('off', new Uint32Array(41).fill(graph.links.length, 40).fill(99999, 3, 4))),
  'ids outside their table': () => encodeMap(header(), changed('ids.off', new Uint32Array(41).fill(1e6, 5))),
};

for (const [name, make] of Object.entries(wrong)) {
  test(`is a sentence: ${name}`, () => {
    assert.throws(
      () => readMap(make()),
      (err) => err instanceof WireError && /^[A-Z].*\.$/.test(err.message),
    );
  });
}

test('another hash than the head says is a sentence', () => {
  assert.throws(() => readMap(mapOf(graph).buffer, 'sha256:ffff030405060708'), /Load the page again\.$/);
});

test('a table that claims more sections than there are bytes', () => {
  const buffer = mapOf(graph).buffer;
  new DataView(buffer).setUint32(16, 0xffffffff, true);
  assert.throws(() => readMap(buffer), /cut short/);
});

test('offsets past what a number holds', () => {
  const buffer = mapOf(graph).buffer;
  new DataView(buffer).setBigUint64(32 + 16, 2n ** 64n - 8n, true);
  assert.throws(() => readMap(buffer), WireError);
});

test('cut anywhere, it is an error', () => {
  const { buffer } = mapOf(graph);
  for (let size = 0; size < buffer.byteLength - 8; size += 13) {
    assert.throws(() => readMap(buffer.slice(0, size)), WireError);
  }
});

test('any broken byte is read or refused with a sentence', () => {
  const next = random(7);
  for (let i = 0; i < 400; i++) {
    const buffer = mapOf(graph).buffer.slice(0);
    const bytes = new Uint8Array(buffer);
    bytes[Math.floor(next() * Math.min(bytes.length, i < 200 ? 420 : 1e9))] ^= 1 << Math.floor(next() * 8);
    try {
      readMap(buffer);
    } catch (err) {
      assert.ok(err instanceof WireError, String(err));
    }
  }
});
