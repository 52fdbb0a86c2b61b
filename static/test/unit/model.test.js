import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeModel } from '../../src/model.js';
import { readMap } from '../../src/wire.js';
import { mapOf, plantedGraph, plantedModel } from './fixture.js';

const graph = plantedGraph(120, 5);
const model = plantedModel(120, 5);

test('every link is there from both ends, with its weight', () => {
  for (const [u, v, weight] of graph.links) {
    const link = model.linkBetween(u, v);
    assert.equal(model.linkBetween(v, u), link);
    assert.equal(model.source[link], u);
    assert.equal(model.target[link], v);
    assert.equal(model.weight[link], Math.fround(weight));
    assert.ok(model.neighbours(u).some((n) => n.node === v && n.link === link));
    assert.ok(model.neighbours(v).some((n) => n.node === u && n.link === link));
  }
  assert.equal(model.nbr.length, 2 * graph.links.length);
});

test('what is not linked is −1', () => {
  const linked = new Set(graph.links.map(([u, v]) => `${u} ${v}`));
  for (let v = 1; v < 120; v++) if (!linked.has(`0 ${v}`)) assert.equal(model.linkBetween(0, v), -1);
});

test('neighbours come strongest first and rows ascend', () => {
  for (let u = 0; u < 120; u++) {
    const weights = model.neighbours(u).map((n) => n.weight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
    const row = [...model.nbr.subarray(model.off[u], model.off[u + 1])];
    assert.deepEqual(
      row,
      [...row].sort((a, b) => a - b),
    );
  }
});

test('the backbone is drawn weakest first', () => {
  const want = graph.links.filter((l) => l[3] & 1).length;
  assert.equal(model.drawn.length, want);
  for (let i = 1; i < want; i++) assert.ok(model.weight[model.drawn[i - 1]] <= model.weight[model.drawn[i]]);
});

test('titles go to their papers, and one without a title is called by its id', () => {
  graph.titles.forEach((title, node) => {
    assert.equal(model.titles[node], title);
  });
  const { head, buffer } = mapOf({ ...graph, titles: graph.titles.map(() => '') });
  assert.equal(makeModel(head, readMap(buffer)).titles[3], 'paper/3');
});

test('members of a community are most central first', () => {
  assert.equal(model.members.flat().length, 120);
  for (const list of model.members) {
    for (let i = 1; i < list.length; i++) assert.ok(model.rank[list[i - 1]] < model.rank[list[i]]);
  }
});

test('arrows prefer a linked paper that way, and never stay', () => {
  for (const dir of ['left', 'right', 'up', 'down']) {
    for (let u = 0; u < 120; u++) {
      const to = model.nearestInDirection(u, dir);
      if (to < 0) continue;
      assert.notEqual(to, u);
      const [dx, dy] = [model.xy[2 * to] - model.xy[2 * u], model.xy[2 * to + 1] - model.xy[2 * u + 1]];
      assert.ok({ left: -dx, right: dx, up: -dy, down: dy }[dir] > 0);
      const ahead = model.neighbours(u).filter((n) => {
        const [x, y] = [
          model.xy[2 * n.node] - model.xy[2 * u],
          model.xy[2 * n.node + 1] - model.xy[2 * u + 1],
        ];
        return { left: -x, right: x, up: -y, down: y }[dir] > 0.3 * Math.hypot(x, y);
      });
      assert.equal(ahead.length > 0, model.linkBetween(u, to) >= 0 && ahead.some((n) => n.node === to));
    }
  }
});

test('arrows skip what is hidden', () => {
  const hidden = model.nearestInDirection(0, 'right');
  assert.notEqual(
    model.nearestInDirection(0, 'right', model.xy, (node) => node !== hidden),
    hidden,
  );
});

test('ids and places', () => {
  assert.equal(model.nodeOf('paper/9'), 9);
  assert.equal(model.nodeOf('nobody'), -1);
  assert.equal(model.nodeOf(null), -1);
  assert.equal(model.placeOf(2), 1);
  assert.equal(model.placeOf(null), -1);
});
