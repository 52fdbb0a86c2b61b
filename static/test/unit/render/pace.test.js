import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextShare } from '../../../src/render/pace.js';
import { linkLimit } from '../../../src/render/scene.js';
import { LINK, NODE, PACE } from '../../../src/settings.js';

test('a frame in time keeps its links, a slow one thins them until it is in time', () => {
  assert.equal(nextShare(1, PACE.slow), 1);
  let share = 1;
  for (let i = 0; i < 20; i++) share = nextShare(share, 20 + 400 * share);
  assert.ok(20 + 400 * share <= PACE.slow && share > PACE.least);
});

test('some links stay however slow it is', () => {
  let share = 1;
  for (let i = 0; i < 20; i++) share = nextShare(share, 5_000);
  assert.equal(share, PACE.least);
});

test('larger maps draw more links, up to their limit', () => {
  assert.equal(linkLimit(NODE.dotsFrom), LINK.limitSmall);
  assert.equal(linkLimit(NODE.dotsFrom + 1), LINK.limitLarge);
});
