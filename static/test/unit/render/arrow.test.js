import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowheads, HEAD, headsOf, LINEAGE } from '../../../src/render/arrow.js';
import { litOf } from '../../../src/render/lit.js';
import { makeScene } from '../../../src/render/scene.js';
import { ARROW } from '../../../src/settings.js';
import { plantedModel, quietState } from '../fixture.js';

test('the head lies at the paper that introduces', () => {
  assert.equal(headsOf(3), 0);
  assert.equal(headsOf(LINEAGE.buildsOn | LINEAGE.forth), HEAD.target);
  assert.equal(headsOf(LINEAGE.buildsOn | LINEAGE.back | 1), HEAD.source);
  assert.equal(headsOf(LINEAGE.buildsOn | LINEAGE.forth | LINEAGE.back), HEAD.target | HEAD.source);
});

test('a straight arrow stops at the rim, and is six px long and wide', () => {
  const [[x, y, lx, ly, rx, ry]] = arrowheads(HEAD.target, 0, 0, 0, 100, 0, 4, 10);
  assert.deepEqual([x, y], [90, 0]);
  assert.equal(lx, 90 - ARROW.length);
  assert.equal(rx, lx);
  assert.equal(Math.abs(ly - ry), ARROW.width);
});

test('a curved arrow points the way the curve ends, at either end', () => {
  const [target, source] = arrowheads(3, 0.08, 0, 0, 100, 0, 5, 5);
  assert.ok(target[1] > 0 && source[1] > 0, 'the curve bows down the screen');
  assert.ok(Math.abs(Math.hypot(target[0] - 100, target[1]) - 5) < 1e-9);
  assert.ok(Math.abs(Math.hypot(source[0], source[1]) - 5) < 1e-9);
});

test('papers in one place have a head all the same', () => {
  for (const head of arrowheads(3, 0.08, 7, 7, 7, 7, 2, 2)) assert.ok(head.every(Number.isFinite));
});

test('arrows are drawn for the paper in hand alone, in the colour of text', () => {
  const plain = plantedModel(60, 2);
  const { link } = plain.neighbours(0)[0];
  const flags = Uint16Array.from(plain.flags);
  flags[link] |= LINEAGE.buildsOn | (plain.source[link] === 0 ? LINEAGE.forth : LINEAGE.back);
  const model = { ...plain, flags };
  const look = { zoom: 1, area: 1e6, xy: model.xy, stretch: 1, focus: -1 };
  const sceneOf = (state) => makeScene(model, state, litOf(model, state), look);
  assert.ok(sceneOf(quietState({})).heads.every((h) => h === 0));
  const scene = sceneOf(quietState({ paper: model.ids[0] }));
  const at = scene.drawn.indexOf(link);
  assert.equal(scene.heads[at], model.source[link] === 0 ? HEAD.target : HEAD.source);
  assert.equal(scene.heads.filter((h) => h > 0).length, 1);
  const hex = `#${[...scene.linkColor.subarray(4 * at, 4 * at + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
  assert.equal(hex, scene.text.toLowerCase());
});
