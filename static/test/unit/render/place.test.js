import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeGrid } from '../../../src/render/grid.js';
import { coverOf, overlap, place } from '../../../src/render/place.js';
import { random } from '../fixture.js';

const measure = (text, size) => text.length * size * 0.55;
const area = { x0: 20, y0: 10, x1: 900, y1: 640 };

function scene(seed) {
  const next = random(seed);
  const words = () =>
    'model merging of many adapters by search in the weights'.slice(0, 4 + Math.floor(next() * 40));
  const items = Array.from({ length: 10 + Math.floor(next() * 80) }, (_, key) => ({
    kind: next() < 0.15 ? 'caption' : 'title',
    key,
    lines: next() < 0.3 ? [words(), words()] : [words()],
    short: null,
    size: 11.5,
    weight: 450,
    line: 14,
    x: next() * 920,
    y: next() * 660,
    r: 2 + 9 * next(),
    pullX: 1,
    pullY: 0.5 + next() / 2,
    must: next() < 0.1,
    hold: false,
    from: null,
  }));
  const obstacles = Array.from({ length: Math.floor(next() * 4) }, () => {
    const [x, y] = [next() * 900, next() * 600];
    return { x0: x, y0: y, x1: x + 20 + next() * 200, y1: y + 20 + next() * 200 };
  });
  return { items, obstacles };
}

function coverOfItems(items) {
  const px = Float32Array.from(items.flatMap((item) => [item.x, item.y]));
  const radius = Float32Array.from(items, (item) => item.r);
  const grid = makeGrid(px, () => true);
  const nodeColor = new Uint8ClampedArray(4 * items.length).fill(255);
  return coverOf(grid, px, { radius, most: 11, nodeColor }, new Uint16Array(items.length));
}

test('1,000 random scenes: no label on another, on an obstacle or over the edge', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const { items, obstacles } = scene(seed);
    const labels = place(items, area, obstacles, measure, coverOfItems(items));
    labels.forEach((label, i) => {
      assert.ok(
        label.x0 >= area.x0 && label.y0 >= area.y0 && label.x1 <= area.x1 && label.y1 <= area.y1,
        `seed ${seed}`,
      );
      for (const other of labels.slice(0, i))
        assert.ok(!overlap(label, other), `seed ${seed}: ${label.lines} on ${other.lines}`);
      for (const other of obstacles) assert.ok(!overlap(label, other), `seed ${seed}: on an obstacle`);
    });
  }
});

test('the same scene gives the same boxes', () => {
  const { items, obstacles } = scene(11);
  const once = place(items, area, obstacles, measure, coverOfItems(items));
  assert.deepEqual(place(items, area, obstacles, measure, coverOfItems(items)), once);
});

test('a box holds its text, beside its node and not on it', () => {
  const item = { ...scene(1).items[0], kind: 'title', lines: ['Model soups'], x: 400, y: 300, r: 8 };
  const [label] = place([item], area, [], measure);
  assert.ok(label.x1 - label.x0 >= measure('Model soups', 11.5));
  assert.ok(label.x0 >= item.x + item.r - 4 || label.x1 <= item.x - item.r + 4);
});

test('no more titles than asked for, but what is in hand and captions always', () => {
  const base = { ...scene(1).items[0], kind: 'title', must: false, lines: ['a title'], r: 3 };
  const items = Array.from({ length: 30 }, (_, i) => ({
    ...base,
    key: i,
    x: 60 + (i % 6) * 140,
    y: 40 + Math.floor(i / 6) * 90,
  }));
  items[29].must = true;
  items[28].kind = 'caption';
  const labels = place(items, area, [], measure, undefined, 5);
  assert.equal(labels.length, 7);
});

test('a title moves to where it covers no node; one that nothing obliges stays away', () => {
  const base = {
    ...scene(1).items[0],
    kind: 'title',
    lines: ['Saliency'],
    x: 400,
    y: 300,
    r: 5,
    key: 0,
    must: false,
  };
  const crowd = [
    [430, 300],
    [450, 300],
  ];
  const [label] = place(
    [base],
    area,
    [],
    measure,
    coverOfItems([base, ...crowd.map(([x, y]) => ({ x, y, r: 5 }))]),
  );
  assert.ok(label.x1 < 400);
  const ring = Array.from({ length: 60 }, (_, i) => ({
    x: 400 + 40 * Math.cos(i / 9.5),
    y: 300 + (i % 3) * 12 - 12,
    r: 7,
  }));
  const wall = [
    ...ring,
    ...Array.from({ length: 40 }, (_, i) => ({ x: 340 + i * 3, y: 318, r: 7 })),
    ...Array.from({ length: 40 }, (_, i) => ({ x: 340 + i * 3, y: 282, r: 7 })),
  ];
  assert.equal(place([base], area, [], measure, coverOfItems([base, ...wall])).length, 0);
  assert.equal(place([{ ...base, must: true }], area, [], measure, () => 5).length, 1);
});

test('a caption goes off its own nodes when that is near', () => {
  const item = {
    kind: 'caption',
    key: 0,
    lines: ['guidance', 'diffusion'],
    short: null,
    size: 14.5,
    weight: 680,
    line: 17,
    x: 450,
    y: 300,
    r: 0,
    pullX: 1,
    pullY: 1,
    must: false,
    from: null,
  };
  const nodes = Array.from({ length: 25 }, (_, i) => ({
    x: 430 + (i % 5) * 12,
    y: 280 + Math.floor(i / 5) * 12,
    r: 6,
  }));
  const [label] = place([item], area, [], measure, coverOfItems(nodes));
  assert.ok(nodes.every(({ x, y }) => x < label.x0 || x > label.x1 || y < label.y0 || y > label.y1));
  assert.ok(Math.abs((label.y0 + label.y1) / 2 - 300) < 130);
});

test('what does not fit whole is written short', () => {
  const base = { ...scene(1).items[0], kind: 'title', must: true, x: 60, y: 300, r: 5 };
  const narrow = { x0: 20, y0: 200, x1: 200, y1: 400 };
  const [label] = place([{ ...base, lines: ['x'.repeat(70)], short: 'a short one' }], narrow, [], measure);
  assert.deepEqual(label.lines, ['a short one']);
});

test('a label stays on the side it had when that costs little', () => {
  const base = { ...scene(1).items[0], kind: 'title', lines: ['Stay'], x: 400, y: 300, r: 5 };
  const [left] = place([{ ...base, from: { spot: 1 } }], area, [], measure);
  assert.equal(left.spot, 1);
});

test('a label that is held stays where it was or goes', () => {
  const base = {
    ...scene(1).items[0],
    kind: 'title',
    lines: ['Held'],
    x: 400,
    y: 300,
    r: 5,
    hold: true,
    must: false,
  };
  const [below] = place([{ ...base, from: { spot: 2 } }], area, [], measure, () => 9);
  assert.equal(below.spot, 2);
  const there = [{ x0: 380, y0: 305, x1: 420, y1: 330 }];
  assert.deepEqual(place([{ ...base, from: { spot: 2 } }], area, there, measure), []);
});
