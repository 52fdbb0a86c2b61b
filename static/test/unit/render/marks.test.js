import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alphaStep, batchesOf, nodeOrder, widthStep } from '../../../src/render/batches.js';
import { litOf, stepsBack } from '../../../src/render/lit.js';
import { marksOf } from '../../../src/render/marks.js';
import { makeScene } from '../../../src/render/scene.js';
import { plantedModel, quietState } from '../fixture.js';

const model = plantedModel(160, 4);
const sceneOf = (more, focus = -1) => {
  const state = quietState(more);
  const look = { zoom: 1, area: 1e6, xy: model.xy, stretch: 1, focus };
  return makeScene(model, state, litOf(model, state), look);
};

test('every link that is drawn is in one batch, and what stands out in none with what does not', () => {
  const scene = sceneOf({ paper: 'paper/3' });
  const seen = new Uint8Array(scene.drawn.length);
  for (const { links, front, alpha, width } of batchesOf(scene)) {
    for (const i of links) {
      seen[i]++;
      assert.equal(front, i >= scene.front);
      assert.equal(alpha, alphaStep(scene.linkColor[4 * i + 3]) / 255);
      assert.equal(width, widthStep(scene.linkWidth[i]));
    }
  }
  seen.forEach((count, i) => {
    assert.equal(count, scene.linkColor[4 * i + 3] === 0 ? 0 : 1);
  });
});

test('what steps back is drawn before what does not', () => {
  const scene = sceneOf({ paper: 'paper/3' });
  const back = Array.from(nodeOrder(scene), (node) => stepsBack(scene.lit, node));
  assert.equal(back.lastIndexOf(true), back.filter(Boolean).length - 1);
  assert.equal(back.length, model.n);
});

test('rings of one paper never lie on each other', () => {
  const scene = sceneOf({ paper: 'paper/3', hits: [3, 4] }, 3);
  const own = marksOf(scene).filter(({ node }) => node === 3);
  assert.equal(own.length, 4);
  for (let i = 1; i < own.length; i++) {
    assert.ok(own[i].radius - own[i].width / 2 >= own[i - 1].radius + own[i - 1].width / 2 - 1e-6);
  }
  assert.deepEqual(
    marksOf(scene).map(({ node }) => node),
    [3, 3, 3, 3, 4],
  );
});
