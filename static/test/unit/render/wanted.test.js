import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, fitOf, lensOf, placeAtFit, project } from '../../../src/render/camera.js';
import { makeGrid } from '../../../src/render/grid.js';
import { litOf } from '../../../src/render/lit.js';
import { coverOf, overlap, place } from '../../../src/render/place.js';
import { makeScene, visibleIn } from '../../../src/render/scene.js';
import { wantedLabels } from '../../../src/render/wanted.js';
import { plantedModel, quietState } from '../fixture.js';

const area = { x: 250, y: 0, w: 1150, h: 800 };
const measure = (text, size) => text.length * size * 0.54;

/** What a map would be labelled with. */
function labelled(model, more = {}, zoom = 1, before = []) {
  const state = quietState(more);
  const lit = litOf(model, state);
  const fit = fitOf(boundsOf(model.xy), area);
  const lens = lensOf({ ...placeAtFit(fit), k: zoom }, fit, area);
  const px = project(lens, model.xy, new Float32Array(2 * model.n));
  const scene = makeScene(model, state, lit, {
    zoom,
    area: area.w * area.h,
    xy: model.xy,
    stretch: 1,
    focus: -1,
  });
  const visible = visibleIn(model, state);
  const wanted = wantedLabels(model, { zoom, area, px, radius: scene.radius, lit, visible, before });
  const box = { x0: area.x, y0: area.y, x1: area.x + area.w, y1: area.y + area.h };
  const cover = coverOf(makeGrid(px, visible), px, scene, model.comm);
  return { ...wanted, labels: place(wanted.items, box, [], measure, cover, wanted.most) };
}

const captions = (labels) => labels.filter((l) => l.kind === 'caption');
const titles = (labels) => labels.filter((l) => l.kind === 'title');

test('three maps at fit: captions of the areas of eight papers or more, titles as many as there is room for, none on another', () => {
  for (const [n, seed] of [
    [120, 1],
    [274, 2],
    [600, 3],
  ]) {
    const model = plantedModel(n, seed);
    const { labels, most } = labelled(model);
    const large = model.head.communities.filter((c) => c.size >= 8).length;
    assert.equal(captions(labels).length, large);
    assert.ok(labels.length >= 10);
    assert.ok(titles(labels).length <= most);
    labels.forEach((label, i) => {
      for (const other of labels.slice(0, i)) assert.ok(!overlap(label, other));
    });
  }
});

test('captions are gone when near and while something is in hand', () => {
  const model = plantedModel(200, 4);
  assert.equal(captions(labelled(model, {}, 2.3).labels).length, 0);
  for (const more of [{ paper: 'paper/1' }, { community: 1 }, { selected: ['paper/1'] }]) {
    assert.equal(captions(labelled(model, more).labels).length, 0);
  }
});

test('with a paper in hand it is named first and only its neighbours are', () => {
  const model = plantedModel(200, 4);
  const { items, labels } = labelled(model, { paper: 'paper/7' });
  assert.equal(items[0].key, 7);
  assert.ok(items[0].must);
  const linked = new Set(model.neighbours(7).map((n) => n.node));
  for (const label of labels) assert.ok(label.key === 7 || linked.has(label.key));
});

test('under the pointer captions stay where they stood or go, and the paper is named', () => {
  const model = plantedModel(274, 2);
  const before = labelled(model).labels;
  const { labels } = labelled(model, { hover: { node: 5 } }, 1, before);
  assert.ok(titles(labels).some((l) => l.key === 5));
  for (const label of captions(labels)) {
    const old = before.find((b) => b.kind === 'caption' && b.key === label.key);
    assert.deepEqual([label.x0, label.y0], [old.x0, old.y0]);
  }
});

test('a link under the pointer adds two names and moves nothing', () => {
  const model = plantedModel(274, 2);
  const before = labelled(model).labels;
  const link = model.drawn[30];
  const { labels } = labelled(model, { hover: { link } }, 1, before);
  for (const label of labels) {
    if (label.must) continue;
    const old = before.find((b) => b.kind === label.kind && b.key === label.key);
    assert.deepEqual([label.x0, label.y0], [old.x0, old.y0]);
  }
});

test('hidden areas have neither caption nor titles', () => {
  const model = plantedModel(200, 4);
  const { labels } = labelled(model, { hidden: new Set([1]) });
  for (const label of labels)
    assert.notEqual(label.kind === 'caption' ? label.key : model.comm[label.key], 0);
});
