import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from '../../src/format.js';

test('counts and nouns', () => {
  assert.equal(format.plural(1, 'paper'), '1 paper');
  assert.equal(format.plural(1900, 'link'), '1,900 links');
  assert.equal(format.plural(2, 'community', 'communities'), '2 communities');
});

test('shares are never rounded to all or nothing', () => {
  assert.equal(format.percent(0.831), '83 %');
  assert.equal(format.percent(0.999), '> 99 %');
  assert.equal(format.percent(0.001), '< 1 %');
  assert.equal(format.percent(1), '100 %');
  assert.equal(format.percent(0), '0 %');
});

test('scores of any size', () => {
  assert.equal(format.figure(0.021345), '0.0213');
  assert.equal(format.figure(0), '0');
  assert.equal(format.figure(14), '14');
  assert.equal(format.figure(0.00000042), '4.2e-7');
  assert.equal(format.figure(Number.NaN), '–');
});

test('ordinals', () => {
  const want = {
    1: '1st',
    2: '2nd',
    3: '3rd',
    4: '4th',
    11: '11th',
    12: '12th',
    113: '113th',
    22: '22nd',
    1001: '1,001st',
  };
  for (const [n, text] of Object.entries(want)) assert.equal(format.ordinal(Number(n)), text);
});

test('percentiles: the first is ahead of all, the last of none', () => {
  assert.equal(format.percentile(1, 274), 100);
  assert.equal(format.percentile(274, 274), 0);
  assert.equal(format.percentile(4, 274), 98);
  assert.equal(format.percentile(1, 1), 100);
});

test('years, bytes, authors', () => {
  assert.equal(format.years(2001, 2025), '2001–2025');
  assert.equal(format.years(2020, 2020), '2020');
  assert.equal(format.year(0), 'year unknown');
  assert.equal(format.bytes(61200), '61 kB');
  assert.equal(format.bytes(6_300_000), '6.3 MB');
  assert.equal(format.authors(['Ho', 'Salimans']), 'Ho, Salimans');
  assert.equal(format.authors(['A', 'B', 'C', 'D', 'E']), 'A, B and 3 others');
});

test('scores that are estimates say so, and how good they are', () => {
  const exact = { name: 'degree', label: 'Links', section: 's4', max: 9 };
  assert.equal(format.scoreLabel(exact), 'Links');
  assert.equal(format.scoreHint(exact), '');
  const estimate = { samples: 20000, of: 'paths', error: 0.00341, confidence: 0.9 };
  const guessed = { ...exact, label: 'Betweenness', estimate };
  assert.equal(format.scoreLabel(guessed), '≈ Betweenness');
  assert.equal(
    format.scoreHint(guessed),
    'an estimate from 20,000 paths: with a chance of 90 % none is more than 0.00341 off',
  );
});
