import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  boundsOf,
  fitOf,
  flight,
  keepOnMap,
  lensOf,
  panBy,
  placeAtFit,
  project,
  zoomAt,
} from '../../../src/render/camera.js';
import { CAMERA } from '../../../src/settings.js';
import { random } from '../fixture.js';

const area = { x: 250, y: 0, w: 1150, h: 820 };
const bounds = { x0: -500, y0: -360, x1: 500, y1: 360 };

const at = (lens, x, y) => [...project(lens, [x, y], new Float32Array(2))];
const near = (a, b, by = 0.01) => assert.ok(Math.abs(a - b) < by, `${a} is not ${b}`);

test('at fit all of the map lies in the free area, and fills it along one side', () => {
  const next = random(2);
  for (let i = 0; i < 200; i++) {
    const free = { x: next() * 300, y: next() * 80, w: 200 + next() * 1500, h: 200 + next() * 900 };
    const box = { x0: -next() * 900, y0: -next() * 900, x1: next() * 900, y1: next() * 900 };
    const fit = fitOf(box, free);
    const lens = lensOf(placeAtFit(fit), fit, free);
    const [x0, y0] = at(lens, box.x0, box.y0);
    const [x1, y1] = at(lens, box.x1, box.y1);
    assert.ok(
      x0 >= free.x - 0.01 &&
        y0 >= free.y - 0.01 &&
        x1 <= free.x + free.w + 0.01 &&
        y1 <= free.y + free.h + 0.01,
    );
    assert.ok(x1 - x0 > free.w * 0.5 || y1 - y0 > free.h * 0.5);
    const stretch = fit.sx / fit.sy;
    assert.ok(stretch <= CAMERA.stretch + 1e-9 && stretch >= 1 / CAMERA.stretch - 1e-9);
  }
});

test('one paper, or all in one place, still has a camera', () => {
  const fit = fitOf(boundsOf([3, 4]), area);
  const [x, y] = at(lensOf(placeAtFit(fit), fit, area), 3, 4);
  near(x, area.x + area.w / 2);
  near(y, area.y + area.h / 2, 14);
  assert.deepEqual(boundsOf([]), { x0: 0, y0: 0, x1: 0, y1: 0 });
});

test('zoom keeps the point under the pointer', () => {
  const fit = fitOf(bounds, area);
  let place = placeAtFit(fit);
  for (const factor of [1.3, 2, 0.5, 9, 0.01, 3]) {
    const lens = lensOf(place, fit, area);
    const [mx, my] = [(700 - lens.tx) / lens.sx, (200 - lens.ty) / lens.sy];
    place = zoomAt(place, fit, area, factor, 700, 200);
    const [x, y] = at(lensOf(place, fit, area), mx, my);
    near(x, 700);
    near(y, 200);
    assert.ok(place.k >= CAMERA.least && place.k <= CAMERA.most);
  }
});

test('pan moves by as many px', () => {
  const fit = fitOf(bounds, area);
  const before = at(lensOf(placeAtFit(fit), fit, area), 10, 20);
  const after = at(lensOf(panBy(placeAtFit(fit), fit, 30, -12), fit, area), 10, 20);
  near(after[0] - before[0], 30);
  near(after[1] - before[1], -12);
});

test('the middle of the view stays on the map', () => {
  assert.deepEqual(keepOnMap({ x: 9000, y: -9000, k: 3 }, bounds), { x: 500, y: -360, k: 3 });
});

test('a flight starts here, ends there, and only rises on a long way', () => {
  const from = { x: -400, y: 100, k: 4 };
  const to = { x: 300, y: -50, k: 3 };
  const path = flight(from, to, 1000);
  const start = path(0);
  near(start.x, from.x);
  near(start.k, from.k);
  assert.deepEqual(path(1), to);
  const end = path(0.9999);
  near(end.x, to.x, 1);
  near(end.k, to.k, 0.05);
  assert.ok(path(0.5).k < 3);
});

test('a flight on the spot changes only the zoom', () => {
  const path = flight({ x: 5, y: 5, k: 1 }, { x: 5, y: 5, k: 4 }, 1000);
  assert.deepEqual(path(0.5), { x: 5, y: 5, k: 2 });
  assert.deepEqual(path(1), { x: 5, y: 5, k: 4 });
});

test('flights between random places are numbers all the way', () => {
  const next = random(8);
  for (let i = 0; i < 300; i++) {
    const place = () => ({ x: next() * 1000 - 500, y: next() * 700 - 350, k: 0.4 + 20 * next() ** 3 });
    const path = flight(place(), place(), 1000);
    for (let t = 0; t <= 1; t += 0.05) {
      const { x, y, k } = path(t);
      assert.ok([x, y, k].every(Number.isFinite) && k > 0);
    }
  }
});
