import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation } from '../../src/citation.js';
import { partOfLabels, partOfScene } from '../../src/render/part.js';
import { makeScene } from '../../src/render/scene.js';
import { plantedModel, quietState } from './fixture.js';

test('a citation has what is known, in order, and no empty part', () => {
  assert.equal(
    citation({
      id: 'a',
      authors: ['Ek, Å.', 'O’Hara, B.'],
      year: 2021,
      title: 'On stars?',
      venue: 'J. of\n Q',
      doi: '10.1/x',
    }),
    'Ek, Å.; O’Hara, B. (2021). On stars? J. of Q. https://doi.org/10.1/x',
  );
  assert.equal(citation({ id: 'a', title: 'Alone' }), 'Alone.');
  assert.equal(citation({ id: 'a', title: 'Old', year: 1900, url: 'ftp://x' }), '(1900). Old.');
});

test('a part of a picture has its papers, the links among them, and their titles', () => {
  const model = plantedModel(60);
  const look = { zoom: 1, area: 1e6, xy: model.xy, stretch: 1, focus: -1 };
  const scene = makeScene(model, quietState(), null, look);
  const nodes = new Set(model.members[0]);
  const part = partOfScene(scene, model, nodes);
  for (let u = 0; u < model.n; u++) assert.equal(part.radius[u] > 0, nodes.has(u));
  scene.drawn.forEach((e, i) => {
    const inside = nodes.has(model.source[e]) && nodes.has(model.target[e]);
    assert.equal(part.linkColor[4 * i + 3], inside ? scene.linkColor[4 * i + 3] : 0);
  });
  assert.ok(scene.radius.every((r) => r > 0));
  const [own, other] = [model.members[0][0], model.members[1][0]];
  const labels = [
    { kind: 'title', key: own },
    { kind: 'title', key: other },
    { kind: 'caption', key: 0 },
  ];
  assert.deepEqual(partOfLabels(labels, nodes), [labels[0]]);
});
