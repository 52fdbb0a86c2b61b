import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAddress, onlyKnown, parseAddress } from '../../src/address.js';
import { initialState } from '../../src/state.js';

/** A seeded stream of numbers from 0 to 1 (mulberry32). */
function stream(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const IDS = ['a', '10.1145/3292500', 'Łukasz & Söhne', 'x~y', '100%', 'a+b', '論文', '🦙=🦙', '#?', ' '];

/** A state as a reader may have it. */
function randomState(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const opened = pick([
    {},
    { paper: pick(IDS) },
    { link: [pick(IDS), pick(IDS)] },
    { concept: pick(IDS) },
    { community: 1 + Math.floor(next() * 99) },
    { path: { from: pick(['', ...IDS]), to: pick(['', ...IDS]) } },
    { filters: true },
    { list: true },
  ]);
  return initialState({
    ...opened,
    query: pick(['', ...IDS]),
    from: pick([null, 0, 1999, -400]),
    to: pick([null, 2024]),
    min: pick([null, 0.25, 1]),
    score: pick([null, 0.002517, 4.2e-7, 31]),
    kinds: new Set(['method', 'dataset', 'metric', 'task', 'concept'].filter(() => next() < 0.7)),
    links: new Set(
      ['terms', 'builds', 'citation', 'coupling', 'cocitation', 'authors'].filter(() => next() < 0.7),
    ),
    words: pick(['', ...IDS]),
    listed: next() < 0.3,
    hidden: new Set([1, 5, 12].filter(() => next() < 0.4)),
    only: next() < 0.3 ? 4 : null,
    colour: pick(['community', 'year', 'pagerank']),
    size: pick(['equal', 'betweenness']),
    view: pick(['map', 'table']),
    cam:
      next() < 0.5
        ? { x: Math.round(next() * 1e4) / 10, y: -12.5, k: (1 + Math.floor(next() * 1e4)) / 1e3 }
        : null,
  });
}

test('random states come back from their addresses', () => {
  const next = stream(1);
  for (let i = 0; i < 2000; i++) {
    const state = randomState(next);
    const { said, dropped } = parseAddress(`#${formatAddress(state)}`);
    assert.deepEqual(dropped, []);
    assert.deepEqual(initialState(said), state);
  }
});

test('the start has an empty address', () => {
  assert.equal(formatAddress(initialState()), '');
  assert.equal(formatAddress(initialState({ size: 'pagerank' }), initialState({ size: 'pagerank' })), '');
});

test('an address holds only letters that travel well', () => {
  const next = stream(2);
  for (let i = 0; i < 500; i++) assert.match(formatAddress(randomState(next)), /^[\w\-.!~*'()%=&,]*$/);
});

test('keys of others are kept as they stood', () => {
  const { rest } = parseAddress('#paper=a&utm=x%20y&flag');
  assert.equal(formatAddress(initialState({ paper: 'b' }), initialState(), rest), 'paper=b&utm=x%20y&flag');
});

const HOSTILE = {
  'broken escapes': ['paper=%E0%A4', 'paper'],
  'a year in words': ['from=soon', 'from'],
  'a strength below nothing': ['min=-1', 'min'],
  'a kind that is none': ['kinds=m.z', 'kinds'],
  'kinds of a prototype': ['links=constructor', 'links'],
  'half a pair': ['link=a', 'link'],
  'an empty end': ['link=a~', 'link'],
  'three ends': ['link=a~b~c', 'link'],
  'a community that is no number': ['community=one', 'community'],
  'a community with a sign': ['community=-1', 'community'],
  'a huge community': ['community=99999999999999999999', 'community'],
  'hidden ones that are none': ['hide=1.x', 'hide'],
  'a camera without a zoom': ['cam=1,2', 'cam'],
  'a camera at no zoom': ['cam=1,2,0', 'cam'],
  'a camera at infinity': ['cam=1,2,1e999', 'cam'],
  'a view that is none': ['view=list', 'view'],
};

for (const [name, [fragment, key]] of Object.entries(HOSTILE)) {
  test(`${name} is dropped and told`, () => {
    assert.deepEqual(parseAddress(fragment), { said: {}, rest: [], dropped: [key] });
  });
}

test('names of the language are keys of others', () => {
  const { said, rest } = parseAddress('#__proto__=1&constructor=2&toString=3');
  assert.deepEqual(said, {});
  assert.equal(rest.length, 3);
  assert.equal({}.polluted, undefined);
});

test('any string is read without an error', () => {
  const next = stream(3);
  const signs = 'paperlinkhide=&~%,.#+0123456789\u0000🦙\ud800é';
  for (let i = 0; i < 3000; i++) {
    const text = Array.from(
      { length: Math.floor(next() * 40) },
      () => signs[Math.floor(next() * signs.length)],
    ).join('');
    const { said } = parseAddress(text);
    formatAddress(initialState(said));
  }
});

test('of two things to open the last is opened', () => {
  const { said } = parseAddress('paper=a&community=2');
  assert.equal(said.paper, null);
  assert.equal(said.community, 2);
});

const knows = {
  paper: (id) => id === 'a' || id === 'b',
  community: (id) => id < 4,
  colour: (name) => name === 'community',
  size: (name) => name === 'pagerank',
};

test('what the map does not have is left out and told', () => {
  const fragment = 'link=a~z&only=9&hide=2.7&colour=mood&size=pagerank';
  const { said, dropped } = onlyKnown(parseAddress(fragment), knows);
  assert.deepEqual(dropped, ['link', 'only', 'colour']);
  assert.deepEqual(said.hidden, new Set([2]));
  assert.equal(said.link, undefined);
  assert.equal(said.size, 'pagerank');
});

test('what the map has stays', () => {
  const { said, dropped } = onlyKnown(parseAddress('path=a~b&community=3'), knows);
  assert.deepEqual(dropped, []);
  assert.equal(said.community, 3);
});

test('a path with one end open is an address', () => {
  const { said, dropped } = onlyKnown(parseAddress('path=a~'), knows);
  assert.deepEqual(dropped, []);
  assert.deepEqual(said.path, { from: 'a', to: '' });
});

test('a neighbourhood is "1" where its paper is open, else it names the paper', () => {
  const read = (text) => parseAddress(text).said.ego;
  assert.equal(read('paper=a&ego=1'), 'a');
  assert.equal(read('ego=1&link=a~b'), 'a');
  assert.equal(read('paper=b&ego=~a'), 'a');
  assert.equal(formatAddress(initialState({ paper: 'a', ego: 'a' })), 'paper=a&ego=1');
  assert.equal(formatAddress(initialState({ paper: '1', ego: '~' })), 'paper=1&ego=~%7E');
  for (const bad of ['ego=1', 'ego=yes', 'ego=~', 'ego=~%zz']) {
    const parsed = parseAddress(bad);
    assert.deepEqual([parsed.said.ego, parsed.dropped], [undefined, ['ego']], bad);
  }
});

test('two communities, one of them, none yet; nonsense is dropped', () => {
  const read = (text) => parseAddress(`bridges=${text}`).said.bridges;
  assert.deepEqual(read('2~5'), { a: 2, b: 5 });
  assert.deepEqual(read('2~'), { a: 2, b: 0 });
  assert.deepEqual(read('~'), { a: 0, b: 0 });
  for (const bad of ['2', '2~5~7', 'a~b', '-1~2', '0~1']) assert.equal(read(bad), undefined, bad);
  assert.equal(formatAddress(initialState({ bridges: { a: 2, b: 0 } })), 'bridges=2~');
});
