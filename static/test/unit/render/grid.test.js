import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curvePoint, makeGrid, nearestLink } from '../../../src/render/grid.js';
import { random } from '../fixture.js';

function points(n, next, w = 1400, h = 900) {
  const px = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    px[2 * i] = next() * w;
    px[2 * i + 1] = next() * h;
  }
  return px;
}

/** The same question, asked of every node. */
function linear(px, radius, take, x, y, slack) {
  let best = -1;
  let least = slack;
  for (let i = 0; i < radius.length; i++) {
    const gap = Math.hypot(px[2 * i] - x, px[2 * i + 1] - y) - radius[i];
    if (!take(i) || gap > least || (gap === least && best >= 0)) continue;
    best = i;
    least = gap;
  }
  return { best, least };
}

test('finds the node that a linear search finds', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const next = random(seed);
    const n = Math.floor(next() * 400);
    const px = points(n, next);
    const radius = Float32Array.from({ length: n }, () => 1 + next() * 12);
    const take = (i) => i % 5 !== 0;
    const grid = makeGrid(px, take);
    for (let k = 0; k < 60; k++) {
      const [x, y] = [next() * 1600 - 100, next() * 1100 - 100];
      const want = linear(px, radius, take, x, y, 4);
      assert.equal(grid.nearest(x, y, radius, 4, 13), want.best);
    }
  }
});

test('visits every node of a box', () => {
  const next = random(9);
  const px = points(500, next);
  const grid = makeGrid(px, () => true);
  for (let k = 0; k < 100; k++) {
    const [x0, y0] = [next() * 1400 - 100, next() * 900 - 100];
    const [x1, y1] = [x0 + next() * 300, y0 + next() * 200];
    const seen = new Set();
    grid.within(x0, y0, x1, y1, (i) => {
      assert.ok(!seen.has(i));
      seen.add(i);
    });
    for (let i = 0; i < 500; i++) {
      const [x, y] = [px[2 * i], px[2 * i + 1]];
      if (x >= x0 && x <= x1 && y >= y0 && y <= y1) assert.ok(seen.has(i));
    }
  }
});

test('no node, one node, all in one place', () => {
  assert.equal(makeGrid(new Float32Array(0), () => true).nearest(1, 1, [], 4, 5), -1);
  assert.equal(makeGrid(Float32Array.of(5, 5), () => true).nearest(6, 6, [3], 4, 3), 0);
  const same = makeGrid(new Float32Array(20).fill(7), () => true);
  assert.equal(same.nearest(7, 7, new Float32Array(10).fill(2), 4, 2), 0);
});

test('a link is hit on its curve and not beside it', () => {
  const px = Float32Array.of(100, 100, 400, 100, 100, 300, 400, 300);
  const ends = { source: Uint32Array.of(0, 2), target: Uint32Array.of(1, 3) };
  const scene = { drawn: Uint32Array.of(0, 1), linkColor: new Uint8ClampedArray(8).fill(255), curve: 0.08 };
  const middle = curvePoint(100, 100, 400, 100, 0.08, 0.5);
  assert.deepEqual(middle, { x: 250, y: 124 });
  assert.equal(nearestLink(250, 124, 5, scene, ends, px), 0);
  assert.equal(nearestLink(250, 100, 5, scene, ends, px), -1);
  assert.equal(nearestLink(250, 325, 5, scene, ends, px), 1);
  scene.linkColor[3] = 0;
  assert.equal(nearestLink(250, 124, 5, scene, ends, px), -1);
});
