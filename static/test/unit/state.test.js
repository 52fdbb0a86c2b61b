import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, initialState } from '../../src/state.js';

/** A store that writes down which fields its listener was told of. */
function watched(patch = {}, communities = [1, 2, 3]) {
  const store = createStore(initialState(patch), () => communities);
  const told = [];
  for (const key of Object.keys(store.get())) store.subscribe([key], () => told.push(key));
  return { store, told, actions: store.actions };
}

test('opening one thing closes the other', () => {
  const { store, actions } = watched();
  actions.open({ paper: 'a' });
  actions.open({ link: ['a', 'b'] });
  assert.equal(store.get().paper, null);
  assert.deepEqual(store.get().link, ['a', 'b']);
  actions.open(null);
  assert.equal(store.get().link, null);
});

test('opening another path forgets the steps of the last', () => {
  const { store, actions } = watched();
  actions.open({ path: { from: 'a', to: 'b' } });
  actions.setPathSteps(['a', 'c', 'b']);
  actions.open({ path: { from: 'a', to: 'd' } });
  assert.deepEqual(store.get().pathSteps, []);
});

test('listeners hear of what changed and of nothing else', () => {
  const { told, actions } = watched();
  actions.setQuery('lora');
  actions.setQuery('lora');
  assert.deepEqual(told, ['query']);
});

test('what is equal by content is no change', () => {
  const { told, actions } = watched();
  actions.open({ link: ['a', 'b'] });
  actions.open({ link: ['a', 'b'] });
  actions.camera({ x: 1, y: 2, k: 3 });
  actions.camera({ x: 1, y: 2, k: 3 });
  actions.setHits([]);
  assert.deepEqual(told, ['link', 'cam']);
});

test('a listener that is ended hears nothing, even of the change that ends it', () => {
  const store = createStore(initialState());
  let heard = 0;
  let end = () => {};
  store.subscribe(['query'], () => end());
  end = store.subscribe(['query'], () => {
    heard++;
  });
  store.actions.setQuery('x');
  assert.equal(heard, 0);
});

test('a community is hidden and comes back', () => {
  const { store, actions } = watched();
  actions.toggleCommunity(2);
  assert.deepEqual([...store.get().hidden], [2]);
  actions.toggleCommunity(2);
  assert.deepEqual([...store.get().hidden], []);
});

test('showing one more beside the only one hides the rest one by one', () => {
  const { store, actions } = watched();
  actions.only(2);
  actions.toggleCommunity(3);
  assert.equal(store.get().only, null);
  assert.deepEqual([...store.get().hidden], [1]);
});

test('a paper is selected once and let go', () => {
  const { store, actions } = watched();
  actions.select('a');
  actions.select('b');
  actions.select('a');
  assert.deepEqual(store.get().selected, ['b']);
});

test('an address restores all but the theme', () => {
  const { store, actions } = watched({ theme: 'dark' });
  actions.open({ paper: 'a' });
  actions.restore({ community: 3 }, initialState({ size: 'pagerank' }));
  const { paper, community, theme, size } = store.get();
  assert.deepEqual(
    { paper, community, theme, size },
    { paper: null, community: 3, theme: 'dark', size: 'pagerank' },
  );
});

test('a neighbourhood stays while papers and links are opened, and gives way to what speaks of the whole map', () => {
  const { store, actions } = watched();
  actions.setEgo('a');
  actions.open({ link: ['a', 'b'] });
  actions.open({ paper: 'b' });
  actions.open(null);
  assert.equal(store.get().ego, 'a');
  actions.open({ community: 2 });
  assert.equal(store.get().ego, null);
  actions.setEgo('a');
  actions.open({ path: { from: 'a', to: '' } });
  assert.equal(store.get().ego, null);
});
