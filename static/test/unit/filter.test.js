import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chipsOf, takesMost } from '../../src/chips.js';
import { isOfKind, keptBy, linkKindsOf, passing } from '../../src/filter.js';
import { makeModel } from '../../src/model.js';
import { createStore, NO_FILTERS } from '../../src/state.js';
import { readMap } from '../../src/wire.js';
import { mapOf, plantedGraph, plantedModel, quietState } from './fixture.js';

/** A planted map whose links share kinds of terms in turn, every tenth of which builds on another. */
function kindsModel(n = 60) {
  const graph = plantedGraph(n, 3);
  graph.links.forEach((link, i) => {
    link[3] = (link[3] & 1) | [2, 512, 1024, 2048, 4096][i % 5] | (i % 10 === 0 ? 64 | 128 : 0);
  });
  const { head, buffer } = mapOf(graph);
  return makeModel(head, readMap(buffer));
}

const shownIn = (model, more) =>
  Array.from(passing(model, quietState(more)).node.keys()).filter(
    (u) => passing(model, quietState(more)).node[u],
  );

test('without filters everything passes and the backbone is drawn', () => {
  const model = plantedModel(60);
  const all = passing(model, quietState());
  assert.equal(all.count, 60);
  assert.equal(all.link, null);
  assert.equal(all.drawn, model.drawn);
  assert.deepEqual(chipsOf(model, quietState()), []);
});

test('years keep what lies between them, and no paper of unknown year', () => {
  const model = plantedModel(60);
  for (const bounds of [{ from: 2015 }, { to: 2014 }, { from: 2012, to: 2013 }]) {
    const shown = shownIn(model, bounds);
    const wanted = [...model.year.keys()].filter((u) => {
      const y = model.year[u];
      return y !== 0 && y >= (bounds.from ?? -1e9) && y <= (bounds.to ?? 1e9);
    });
    assert.deepEqual(shown, wanted);
  }
});

test('a least score is of the column by which sizes go', () => {
  const model = plantedModel(60);
  const score = model.columns.pagerank[7];
  assert.deepEqual(
    shownIn(model, { score }),
    [...model.columns.pagerank.keys()].filter((u) => model.columns.pagerank[u] >= score),
  );
  assert.equal(passing(model, quietState({ score, size: 'equal' })).count, 60);
});

test('a least strength keeps the papers of strong links, and draws no weak one', () => {
  const model = kindsModel();
  const { node, drawn } = passing(model, quietState({ min: 0.4 }));
  for (let u = 0; u < model.n; u++) {
    const strong = model.neighbours(u).some((near) => near.weight >= 0.4);
    assert.equal(node[u] === 1, strong);
  }
  assert.ok(drawn.length > 0);
  for (const e of drawn) assert.ok(model.weight[e] >= 0.4);
});

test('every paper that is kept for its links has one that is drawn', () => {
  const model = kindsModel();
  for (const kind of ['method', 'dataset', 'metric', 'task', 'concept']) {
    const { node, drawn, link } = passing(model, quietState({ kinds: new Set([kind]) }));
    const linked = new Set([...drawn].flatMap((e) => [model.source[e], model.target[e]]));
    for (let u = 0; u < model.n; u++) assert.equal(linked.has(u), node[u] === 1, `${kind}: ${u}`);
    for (const e of drawn) assert.equal(link[e], 1);
    for (let i = 1; i < drawn.length; i++) assert.ok(model.weight[drawn[i - 1]] <= model.weight[drawn[i]]);
  }
});

test('links that build on one another are drawn when they are asked for, alone or beside the others', () => {
  const model = kindsModel();
  assert.deepEqual(linkKindsOf(model), ['terms', 'builds']);
  const built = [...model.flags.keys()].filter((e) => isOfKind(model.flags[e], 'builds'));
  const both = passing(model, quietState({ links: new Set(['terms', 'builds']) }));
  assert.equal(both.count, model.n);
  for (const e of built) assert.ok(both.drawn.includes(e));
  const alone = passing(model, quietState({ links: new Set(['builds']) }));
  assert.deepEqual(
    [...alone.drawn].sort((a, b) => a - b),
    built,
  );
  assert.equal(passing(model, quietState({ links: new Set() })).count, 0);
});

test('words, the reading list and communities keep what they name', () => {
  const model = plantedModel(60);
  assert.deepEqual(shownIn(model, { words: 'x', matches: [3, 5, 59] }), [3, 5, 59]);
  assert.equal(passing(model, quietState({ words: 'x', matches: null })).count, 60);
  assert.deepEqual(shownIn(model, { listed: true, reading: ['paper/4', 'strange'] }), [4]);
  assert.deepEqual(
    shownIn(model, { only: 1 }),
    [...model.members[0]].sort((a, b) => a - b),
  );
});

test('a filter alone keeps as many as it says, several together no more than each', () => {
  const model = kindsModel();
  const parts = [
    { from: 2014 },
    { min: 0.35 },
    { kinds: new Set(['method', 'task']) },
    { hidden: new Set([2]) },
  ];
  for (const part of parts) {
    const state = quietState(part);
    const [chip] = chipsOf(model, state);
    assert.equal(keptBy(model, state, chip.name), passing(model, state).count);
  }
  const all = quietState(Object.assign({}, ...parts));
  const chips = chipsOf(model, all);
  assert.equal(chips.length, parts.length);
  for (const { name } of chips) assert.ok(passing(model, all).count <= keptBy(model, all, name));
  const most = takesMost(model, all);
  assert.equal(most.kept, Math.min(...chips.map(({ name }) => keptBy(model, all, name))));
});

test('each chip takes its own filter away and no other', () => {
  const model = kindsModel();
  const state = quietState({
    from: 2014,
    score: 0.002,
    kinds: new Set(['task']),
    hidden: new Set([2, 3]),
    listed: true,
  });
  const chips = chipsOf(model, state);
  assert.deepEqual(
    chips.map((chip) => chip.text),
    ['2 communities hidden', 'since 2014', 'PageRank at least 0.002', 'reading list only', 'tasks only'],
  );
  for (const { name, without } of chips) {
    const left = chipsOf(model, { ...state, ...without }).map((chip) => chip.name);
    assert.deepEqual(
      left,
      chips.map((chip) => chip.name).filter((other) => other !== name),
    );
  }
});

test('clearing filters shows everything, another size forgets the least score', () => {
  const store = createStore(quietState({ from: 2000, hidden: new Set([1]), score: 1 }));
  store.actions.setSize('degree');
  assert.equal(store.get().score, null);
  store.actions.clearFilters();
  const { from, hidden, kinds } = store.get();
  assert.deepEqual([from, hidden.size, kinds], [null, 0, NO_FILTERS.kinds]);
});
