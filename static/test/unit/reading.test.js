import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressOf,
  csv,
  EMPTY,
  has,
  markdown,
  moved,
  noted,
  ordered,
  packed,
  unpacked,
  withMore,
  withNotes,
  without,
} from '../../src/reading.js';
import { insidePolygon } from '../../src/render/lasso.js';
import { plantedModel, random } from './fixture.js';

const papers = (...ids) => ids.map((id) => ({ id, title: `Title of ${id}` }));
const ids = (list) => list.items.map((item) => item.id);

test('papers are added once, moved, noted and removed', () => {
  let list = withMore(EMPTY, papers('a', 'b', 'a'));
  list = withMore(list, papers('b', 'c'));
  assert.deepEqual(ids(list), ['a', 'b', 'c']);
  assert.deepEqual(ids(moved(list, 'c', -1)), ['a', 'c', 'b']);
  assert.equal(moved(list, 'a', -1), list);
  assert.equal(moved(list, 'strange', 1), list);
  list = noted(list, 'b', 'read twice');
  assert.deepEqual(
    list.items.map((item) => item.note),
    ['', 'read twice', ''],
  );
  assert.ok(has(list, 'b') && !has(without(list, 'b'), 'b'));
  assert.deepEqual(ids(EMPTY), []);
});

test('what was undone keeps the notes of today', () => {
  const before = noted(withMore(EMPTY, papers('a', 'b')), 'b', 'old');
  const now = noted(without(before, 'b'), 'a', 'new');
  assert.deepEqual(
    withNotes(before, now).items.map((item) => item.note),
    ['new', 'old'],
  );
});

test('orders go by rank, betweenness and year; what is not known comes last', () => {
  const model = plantedModel(30);
  model.columns.betweenness = Float32Array.from({ length: 30 }, (_, u) => (u * 7) % 30);
  const list = withMore(EMPTY, papers('strange', ...model.ids));
  const by = (order) => ordered({ ...list, order }, model).map((item) => model.nodeOf(item.id));
  assert.deepEqual(by('central'), [...model.order, -1]);
  const bridging = by('bridging');
  assert.equal(bridging.at(-1), -1);
  for (let i = 1; i < 30; i++)
    assert.ok(model.columns.betweenness[bridging[i - 1]] >= model.columns.betweenness[bridging[i]]);
  const years = by('newest')
    .slice(0, -1)
    .map((node) => model.year[node] ?? 0);
  assert.deepEqual(
    years,
    [...years].sort((a, b) => b - a),
  );
  assert.deepEqual(by('hand'), [-1, ...model.ids.keys()]);
});

test('a list comes back as it was kept; what is no list is none', () => {
  const list = { ...noted(withMore(EMPTY, papers('a', '論文')), 'a', '"quoted"\n🦙'), order: 'newest' };
  assert.deepEqual(unpacked(packed(list)), list);
  for (const text of ['', 'null', '{', '[]', '{"format":2,"items":[]}', '{"format":1}', '7', '"x"'])
    assert.equal(unpacked(text), null);
  assert.deepEqual(
    unpacked('{"format":1,"items":[null,7,{"id":""},{"id":"a","title":3},{"id":"a"}],"order":"constructor"}'),
    {
      items: [{ id: 'a', title: 'a', note: '' }],
      order: 'hand',
    },
  );
});

const FACTS = new Map([
  [
    'a',
    {
      id: 'a',
      title: 'On *stars* [and] <b>bars</b>',
      authors: ['Åsa Ek', 'B. O’Hara'],
      year: 2021,
      venue: 'J. "Q"',
      doi: '10.1/x y',
    },
  ],
]);

test('Markdown has a line a paper in which nothing of the papers is markup', () => {
  const text = markdown(
    'my_map',
    [
      { id: 'a', title: 'x', note: 'one\ntwo' },
      { id: 'b', title: 'Unknown', note: '' },
    ],
    FACTS,
  );
  assert.equal(
    text,
    '# Reading list: my\\_map\n\n1. Åsa Ek, B. O’Hara (2021). **On \\*stars\\* \\[and\\] \\<b\\>bars\\</b\\>**. J. "Q". https://doi.org/10.1/x%20y\n\n   > one\n   > two\n\n2. **Unknown**.\n',
  );
});

test('CSV reads back, and no cell is a formula', () => {
  const text = csv(
    [
      { id: 'a', title: 'x', note: '=1+1\n"and", more' },
      { id: '-b', title: '@x', note: '' },
    ],
    FACTS,
  );
  const rows = readCsv(text);
  assert.equal(rows.length, 3);
  for (const row of rows) assert.equal(row.length, 9);
  assert.deepEqual(rows[1], [
    '1',
    'a',
    'On *stars* [and] <b>bars</b>',
    'Åsa Ek; B. O’Hara',
    '2021',
    'J. "Q"',
    '10.1/x y',
    'https://doi.org/10.1/x%20y',
    '\'=1+1\n"and", more',
  ]);
  assert.deepEqual(rows[2].slice(1, 3), ["'-b", "'@x"]);
});

/** A plain reader of RFC 4180. */
function readCsv(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    rows.at(-1).push(m[1]?.replaceAll('""', '"') ?? m[2]);
    if (m[3] !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('only addresses of the web lead out', () => {
  assert.equal(addressOf({ id: 'a', url: 'javascript:alert(1)' }), '');
  assert.equal(addressOf({ id: 'a', url: 'https://example.org/a?b=%20' }), 'https://example.org/a?b=%20');
  assert.equal(addressOf(undefined), '');
});

test('a line round papers holds those that winding says are inside', () => {
  const next = random(5);
  const px = Float32Array.from({ length: 400 }, () => next() * 100);
  for (let round = 0; round < 40; round++) {
    const centre = { x: 30 + 40 * next(), y: 30 + 40 * next() };
    const corners = Array.from({ length: 12 }, (_, i) => {
      const r = 10 + 30 * next();
      return { x: centre.x + r * Math.cos((i * Math.PI) / 6), y: centre.y + r * Math.sin((i * Math.PI) / 6) };
    });
    const wanted = [...Array(200).keys()].filter(
      (i) => Math.abs(winding(corners, px[2 * i], px[2 * i + 1])) > 0.5,
    );
    assert.deepEqual(insidePolygon(corners, px), wanted);
  }
  assert.deepEqual(insidePolygon([], px), []);
});

/** How often a line goes round a point: the angles that it turns by, added up. */
function winding(corners, x, y) {
  let turn = 0;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length];
    let d = Math.atan2(b.y - y, b.x - x) - Math.atan2(a.y - y, a.x - x);
    if (d > Math.PI) d -= 2 * Math.PI;
    if (d < -Math.PI) d += 2 * Math.PI;
    turn += d;
  });
  return turn / (2 * Math.PI);
}
