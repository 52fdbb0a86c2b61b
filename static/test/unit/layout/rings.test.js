import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heirDash, ringsAround } from '../../../src/layout/rings.js';
import { litOf } from '../../../src/render/lit.js';
import { MARK, makeScene, visibleIn } from '../../../src/render/scene.js';
import { RINGS } from '../../../src/settings.js';
import { plantedModel, quietState } from '../fixture.js';

const model = plantedModel(160, 4);
const distance = ({ xy }, node) => Math.hypot(xy[2 * node] - RINGS.middle, xy[2 * node + 1] - RINGS.middle);

test('the paper is in the middle, its neighbours are around it, nobody else is shown', () => {
  for (let centre = 0; centre < model.n; centre++) {
    const rings = ringsAround(model, centre);
    assert.ok(distance(rings, centre) < 1e-3);
    const near = new Set(model.neighbours(centre).map(({ node }) => node));
    assert.deepEqual(new Set(rings.nodes), near);
    assert.equal(
      rings.shown.reduce((a, b) => a + b, 0),
      near.size + 1,
    );
    for (const node of rings.nodes) assert.ok(distance(rings, node) <= RINGS.radius + 1e-3);
  }
});

test('the more alike the nearer, and the circles say how alike', () => {
  for (let centre = 0; centre < model.n; centre++) {
    const rings = ringsAround(model, centre);
    const weight = (node) => model.weight[model.linkBetween(centre, node)];
    for (let i = 1; i < rings.nodes.length; i++) {
      const [a, b] = [rings.nodes[i - 1], rings.nodes[i]];
      assert.ok(weight(a) >= weight(b));
      assert.ok(distance(rings, a) <= distance(rings, b) + 1e-3);
    }
    for (const { radius, strength } of rings.guides) {
      for (const node of rings.nodes) {
        if (weight(node) > strength) assert.ok(distance(rings, node) <= radius + 1e-3);
        if (weight(node) < strength) assert.ok(distance(rings, node) >= radius - 1e-3);
      }
    }
  }
});

test('papers of one area stand together, and no two on one spot', () => {
  const rings = ringsAround(model, 3);
  const angle = (node) =>
    Math.atan2(rings.xy[2 * node + 1] - RINGS.middle, rings.xy[2 * node] - RINGS.middle);
  const areas = rings.nodes.toSorted((a, b) => angle(a) - angle(b)).map((node) => model.comm[node]);
  const changes = areas.filter((area, i) => area !== areas.at(i - 1)).length;
  assert.ok(changes <= new Set(areas).size || new Set(areas).size === 1, areas.join(' '));
  for (const a of rings.nodes) {
    for (const b of rings.nodes) {
      if (a !== b)
        assert.ok(
          Math.hypot(rings.xy[2 * a] - rings.xy[2 * b], rings.xy[2 * a + 1] - rings.xy[2 * b + 1]) > 8,
        );
    }
  }
});

test('the same paper gives the same places, and asking again costs nothing', () => {
  const [first, again] = [ringsAround(model, 5), ringsAround(model, 5)];
  assert.equal(first, again);
  ringsAround(model, 6);
  assert.deepEqual(ringsAround(model, 5).xy, first.xy);
});

/** The model with links of paper 3 made to say who builds on whom. */
function withLineage() {
  const flags = model.flags.slice();
  const [one, two] = model.neighbours(3);
  const away = (link) => (model.source[link] === 3 ? RINGS.forth : RINGS.back);
  flags[one.link] |= 64 | away(one.link);
  flags[two.link] |= 64 | (RINGS.forth + RINGS.back - away(two.link));
  return { told: { ...model, flags }, origin: one.node, heir: two.node };
}

test('what it builds on and what builds on it are told apart and marked', () => {
  const { told, origin, heir } = withLineage();
  const rings = ringsAround(told, 3);
  assert.deepEqual([...rings.buildsOn], [origin]);
  assert.deepEqual([...rings.builtOnBy], [heir]);
  const state = quietState({ ego: 'paper/3' });
  const look = { zoom: 1, area: 1e6, xy: rings.xy, stretch: 1, focus: -1 };
  const scene = makeScene(told, state, litOf(told, state), look);
  assert.ok(scene.mark[origin] & MARK.origin && !(scene.mark[origin] & MARK.heir));
  assert.ok(scene.mark[heir] & MARK.heir && !(scene.mark[heir] & MARK.origin));
});

test('a hidden community is hidden among the neighbours too', () => {
  const centre = 3;
  const place = model.comm[ringsAround(model, centre).nodes[0]];
  const id = model.head.communities[place].id;
  const all = visibleIn(model, quietState({ ego: model.ids[centre] }));
  const some = visibleIn(model, quietState({ ego: model.ids[centre], hidden: new Set([id]) }));
  for (let i = 0; i < model.n; i++) assert.equal(some(i), all(i) && model.comm[i] !== place);
});

test('dashes close round any ring', () => {
  for (const r of [2, 5.3, 11, 40]) {
    const pieces = (2 * Math.PI * r) / heirDash(r)[0];
    assert.ok(Math.abs(pieces - Math.round(pieces)) < 1e-9 && Math.round(pieces) % 2 === 0);
  }
});
