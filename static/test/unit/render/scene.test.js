import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rgb } from '../../../src/color/contrast.js';
import { communityStyle } from '../../../src/color/palette.js';
import { fadeScene } from '../../../src/render/fade.js';
import { litOf } from '../../../src/render/lit.js';
import { MARK, makeScene, visibleIn } from '../../../src/render/scene.js';
import { glide, startPlaces } from '../../../src/render/settle.js';
import { DIM, LINK } from '../../../src/settings.js';
import { plantedModel, quietState } from '../fixture.js';

const model = plantedModel(160, 4);
const look = { zoom: 1, area: 1e6, xy: model.xy, stretch: 1, focus: -1 };
const sceneOf = (more, other = {}) => {
  const state = quietState(more);
  return makeScene(model, state, litOf(model, state), { ...look, ...other });
};
const alpha = (scene, node) => scene.nodeColor[4 * node + 3];
const linkAlpha = (scene, link) => scene.linkColor[4 * scene.drawn.indexOf(link) + 3];

test('nothing in hand: all papers, the backbone, colours of communities', () => {
  const scene = sceneOf({});
  assert.equal(scene.drawn.length, model.drawn.length);
  for (let i = 0; i < model.n; i++) {
    assert.equal(alpha(scene, i), 255);
    assert.deepEqual(
      [...scene.nodeColor.subarray(4 * i, 4 * i + 3)],
      rgb(communityStyle(model.comm[i], 'light').fill),
    );
    assert.equal(scene.mark[i], model.comm[i] >= 8 ? MARK.ring : MARK.disc);
  }
});

test('radius grows with score, and zoom makes it larger within bounds', () => {
  const scene = sceneOf({});
  const [first, last] = [model.order[0], model.order[model.n - 1]];
  assert.ok(Math.abs(scene.radius[first] - 11) < 1e-5);
  assert.ok(scene.radius[last] < scene.radius[first]);
  assert.ok(Math.abs(sceneOf({}, { zoom: 1e6 }).radius[first] - 11 * 2.6) < 1e-4);
  assert.ok(Math.abs(sceneOf({}, { zoom: 1e-6 }).radius[first] - 11 * 0.75) < 1e-4);
  assert.ok(Math.abs(sceneOf({}, { area: 250_000 }).radius[first] - 5.5) < 1e-4);
  const equal = sceneOf({ size: 'equal' });
  assert.equal(new Set(equal.radius).size, 1);
});

test('a paper in hand: it and its neighbours stand out, the rest steps back, all its links are drawn', () => {
  const scene = sceneOf({ paper: 'paper/3' });
  const linked = new Set(model.neighbours(3).map((n) => n.node));
  for (let i = 0; i < model.n; i++) {
    if (i === 3 || linked.has(i)) assert.equal(alpha(scene, i), 255);
    else assert.equal(alpha(scene, i), Math.round(255 * DIM.node));
  }
  for (const { link } of model.neighbours(3)) assert.ok(linkAlpha(scene, link) > 90);
  const far = model.drawn.find(
    (e) => !linked.has(model.source[e]) && model.source[e] !== 3 && model.target[e] !== 3,
  );
  assert.ok(linkAlpha(scene, far) <= Math.round(255 * DIM.link));
  assert.ok(scene.mark[3] & MARK.selected);
  assert.ok(scene.front < scene.drawn.length);
});

test('a link in hand is the strongest thing, and its ends keep their own links', () => {
  const link = model.drawn[20];
  const [a, b] = [model.source[link], model.target[link]];
  const scene = sceneOf({ link: [model.ids[b], model.ids[a]] });
  assert.equal(scene.drawn[scene.drawn.length - 1], link);
  assert.equal(linkAlpha(scene, link), 255);
  const other = model.drawn.find((e) => e !== link && (model.source[e] === a || model.target[e] === a));
  assert.ok(linkAlpha(scene, other) > 255 * DIM.link);
});

test('two papers without a link can be asked about', () => {
  const far = [...Array(model.n).keys()].find((v) => v !== 0 && model.linkBetween(0, v) < 0);
  const scene = sceneOf({ link: ['paper/0', model.ids[far]] });
  assert.equal(alpha(scene, far), 255);
});

test('a path: its steps in order, its links over all others', () => {
  const b = model.neighbours(0)[0].node;
  const c = model.neighbours(b).find((n) => n.node !== 0).node;
  const steps = [0, b, c].map((node) => model.ids[node]);
  const scene = sceneOf({ path: { from: steps[0], to: steps[2] }, pathSteps: steps });
  assert.deepEqual(scene.lit.steps, [0, b, c]);
  assert.equal(scene.drawn.length - scene.front, 2);
  assert.ok(scene.radius[c] >= 9);
});

test('a community in hand, and one alone', () => {
  const lit = sceneOf({ community: 2 });
  assert.equal(alpha(lit, model.members[1][0]), 255);
  assert.ok(alpha(lit, model.members[0][0]) < 60);
  const only = sceneOf({ only: 2 });
  assert.equal(alpha(only, model.members[0][0]), 0);
  assert.equal(only.radius[model.members[0][0]], 0);
  for (const e of only.drawn)
    assert.ok(model.comm[model.source[e]] === 1 && model.comm[model.target[e]] === 1);
});

test('hidden communities take their links with them', () => {
  const state = quietState({ hidden: new Set([1]) });
  const visible = visibleIn(model, state);
  const scene = sceneOf({ hidden: new Set([1]) });
  for (let i = 0; i < model.n; i++) assert.equal(visible(i), model.comm[i] !== 0);
  for (const e of scene.drawn) assert.ok(visible(model.source[e]) && visible(model.target[e]));
});

test('hover stands before what is open, which stays in sight', () => {
  const far = [...Array(model.n).keys()].find((v) => v !== 5 && model.linkBetween(5, v) < 0);
  const scene = sceneOf({ paper: 'paper/5', hover: { node: far } });
  assert.equal(scene.lit.kind, 'hover');
  assert.equal(alpha(scene, 5), 255);
  assert.equal(alpha(scene, far), 255);
});

test('an id that is not on the map lights nothing', () => {
  assert.equal(litOf(model, quietState({ paper: 'gone', link: null })), null);
  assert.equal(litOf(model, quietState({ link: ['gone', 'paper/1'] })), null);
  assert.equal(litOf(model, quietState({ community: 99 })), null);
});

test('long links are fainter than short ones of the same strength', () => {
  const scene = sceneOf({});
  const seen = [...scene.drawn].map((e, i) => {
    const [u, v] = [model.source[e], model.target[e]];
    const length = Math.hypot(model.xy[2 * u] - model.xy[2 * v], model.xy[2 * u + 1] - model.xy[2 * v + 1]);
    return { length, alpha: scene.linkColor[4 * i + 3], inside: model.comm[u] === model.comm[v] };
  });
  const between = seen.filter((s) => !s.inside).sort((a, b) => a.length - b.length);
  assert.ok(between[0].alpha > between[between.length - 1].alpha);
});

test('no more links than the limit, the strongest', () => {
  const many = { ...model, n: 10, drawn: new Uint32Array(LINK.limitSmall + 5).map((_, i) => i % model.m) };
  const state = quietState();
  const scene = makeScene({ ...many, n: model.n }, state, null, look);
  assert.equal(scene.drawn.length, LINK.limitSmall);
  assert.equal(scene.drawn[LINK.limitSmall - 1], many.drawn[LINK.limitSmall + 4]);
  assert.equal(scene.curve, 0);
});

test('colour by year: unknown is hollow, newest strongest', () => {
  const scene = sceneOf({ colour: 'year' });
  const unknown = model.year.indexOf(0);
  assert.ok(scene.mark[unknown] & MARK.ring);
  const oldest = model.year.indexOf(Math.min(...model.year.filter(Boolean)));
  const newest = model.year.indexOf(Math.max(...model.year));
  assert.ok(scene.nodeColor[4 * newest] < scene.nodeColor[4 * oldest]);
});

test('hits are ringed and the keyboard has its ring', () => {
  const scene = sceneOf({ hits: [2, 9] }, { focus: 7 });
  assert.ok(scene.mark[2] & MARK.hit && scene.mark[9] & MARK.hit && !(scene.mark[3] & MARK.hit));
  assert.ok(scene.mark[7] & MARK.focus);
});

test('a fade starts at the old alpha and ends as the new scene', () => {
  const from = sceneOf({});
  const to = sceneOf({ paper: 'paper/3' });
  const far = [...Array(model.n).keys()].find((v) => alpha(to, v) < 60);
  assert.equal(fadeScene(from, to, 1), to);
  assert.equal(alpha(fadeScene(from, to, 0), far), 255);
  const half = alpha(fadeScene(from, to, 0.5), far);
  assert.ok(half < 255 && half > alpha(to, far));
});

test('papers glide from their areas to exactly their places', () => {
  const from = startPlaces(model.xy, model.comm, model.head.communities.length);
  const out = new Float32Array(model.xy.length);
  assert.deepEqual(glide(from, model.xy, 0, out), from);
  assert.deepEqual(glide(from, model.xy, 1, out), model.xy);
  assert.ok(from.every(Number.isFinite));
});

test('a link under the pointer lets the rest as it is', () => {
  const link = model.drawn[10];
  const scene = sceneOf({ hover: { link } });
  for (let i = 0; i < model.n; i++) assert.equal(alpha(scene, i), 255);
  assert.equal(linkAlpha(scene, link), 255);
  const calm = sceneOf({});
  const other = model.drawn[40];
  assert.equal(linkAlpha(scene, other), linkAlpha(calm, other));
  const open = sceneOf({ paper: 'paper/3', hover: { link } });
  assert.equal(open.lit.kind, 'paper');
  assert.equal(linkAlpha(open, link), 255);
});

test('between two communities only the links that lead across stay lit, and those of listed papers of a third', () => {
  const [a, b] = [model.comm[0], model.comm.find((c) => c !== model.comm[0])];
  const ids = [a, b].map((place) => model.head.communities[place].id);
  const third = Array.from(model.ids.keys()).find(
    (i) =>
      model.comm[i] !== a &&
      model.comm[i] !== b &&
      model.neighbours(i).some(({ node }) => model.comm[node] === a),
  );
  const lit = litOf(model, quietState({ bridges: { a: ids[0], b: ids[1] }, bridging: [model.ids[third]] }));
  for (let e = 0; e < model.m; e++) {
    const [u, v] = [model.source[e], model.target[e]];
    const areas = [model.comm[u], model.comm[v]];
    const across = areas.includes(a) && areas.includes(b);
    const own = [u, v].includes(third) && (areas.includes(a) || areas.includes(b));
    assert.equal(lit.link.get(e) ?? 0, across || own ? 2 : 0);
  }
  for (let i = 0; i < model.n; i++) if ([a, b].includes(model.comm[i])) assert.ok(lit.node[i] > 0);
  assert.equal(lit.node[third], 3);
  assert.deepEqual(lit.areas.toSorted(), [a, b].toSorted());
});

test('what leaves fades as a ring, what comes fades in', () => {
  const all = sceneOf({});
  const some = sceneOf({ hidden: new Set([1]) });
  const gone = model.members[0][0];
  assert.equal(some.radius[gone], 0);
  const leaving = fadeScene(all, some, 0.5);
  assert.equal(leaving.radius[gone], all.radius[gone]);
  assert.equal(leaving.mark[gone], MARK.ring);
  assert.deepEqual(
    [...leaving.nodeColor.slice(4 * gone, 4 * gone + 3)],
    [...all.nodeColor.slice(4 * gone, 4 * gone + 3)],
  );
  const half = leaving.nodeColor[4 * gone + 3];
  assert.ok(half > 0 && half < 255);
  const coming = fadeScene(some, all, 0.5).nodeColor[4 * gone + 3];
  assert.ok(coming > 0 && coming < 255);
  assert.equal(fadeScene(all, some, 1).radius[gone], 0);
});

test('links that build on one another lie in front with their heads when they are asked for', () => {
  const built = model.drawn[0];
  const flags = model.flags.slice();
  flags[built] |= 64 | 128;
  const mine = { ...model, flags };
  const scene = makeScene(mine, quietState({ links: new Set(['terms', 'builds']) }), null, look);
  const at = scene.drawn.indexOf(built);
  assert.equal(scene.front, scene.drawn.length - 1);
  assert.equal(at, scene.front);
  assert.ok(scene.heads[at] > 0);
  const quiet = makeScene(mine, quietState(), null, look);
  assert.ok(quiet.heads.every((head) => head === 0));
});
