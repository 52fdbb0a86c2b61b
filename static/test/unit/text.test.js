import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  captionLines,
  codePointStarts,
  cutAtWord,
  fold,
  lengthOf,
  marks,
  shortTitle,
  toCodePoints,
  toUtf16,
} from '../../src/text.js';
import { random } from './fixture.js';

const joined = (segments) => segments.map((s) => s.text).join('');
const marked = (segments) => segments.filter((s) => s.mark >= 0).map((s) => s.text);

test('an emoji before a mark shifts nothing', () => {
  const text = 'We 🦙🔥 tune LLaMA with LoRA.';
  const at = toCodePoints(text, text.indexOf('LoRA'));
  assert.deepEqual(marked(marks(text, [[at, at + 4]])), ['LoRA']);
});

test('right-to-left text and combining marks keep their letters', () => {
  const hebrew = 'מודל שפה גדול';
  assert.deepEqual(marked(marks(hebrew, [[5, 8]])), ['שפה']);
  const accents = 'e\u0301tude de modèles';
  assert.deepEqual(marked(marks(accents, [[0, 6]])), ['e\u0301tude']);
});

test('spans that overlap, run out or turn round lose nothing of the text', () => {
  const text = 'classifier-free guidance';
  const spans = [
    [0, 24],
    [11, 15],
    [20, 99],
    [9, 3],
    [-4, 2],
  ];
  assert.equal(joined(marks(text, spans)), text);
  assert.deepEqual(
    marked(
      marks(text, [
        [11, 15],
        [0, 24],
      ]),
    ),
    ['classifier-free guidance'],
  );
  assert.deepEqual(marks('', [[0, 3]]), []);
});

test('a segment says which span it is', () => {
  const segments = marks('a b c', [
    [4, 5],
    [0, 1],
  ]);
  assert.deepEqual(segments, [
    { text: 'a', mark: 1 },
    { text: ' b ', mark: -1 },
    { text: 'c', mark: 0 },
  ]);
});

test('random spans over random text: pieces join to the text and are what was asked for', () => {
  const next = random(3);
  const letters = ['a', 'é', '🦙', '\u0301', 'ש', ' ', '𝛼', '漢'];
  for (let i = 0; i < 300; i++) {
    const points = Array.from(
      { length: Math.floor(next() * 30) },
      () => letters[Math.floor(next() * letters.length)],
    );
    const spans = Array.from({ length: 4 }, () => [Math.floor(next() * 34) - 2, Math.floor(next() * 34) - 2]);
    const segments = marks(points.join(''), spans);
    assert.equal(joined(segments), points.join(''));
    for (const s of segments) {
      if (s.mark < 0) continue;
      const [a, b] = spans[s.mark];
      assert.equal(s.text, points.slice(Math.max(0, a), b).join(''));
    }
  }
});

test('offsets go there and back', () => {
  const text = 'x🦙y𝛼z';
  assert.deepEqual([...codePointStarts(text)], [0, 1, 3, 4, 6, 7]);
  for (let p = 0; p <= 5; p++) assert.equal(toCodePoints(text, toUtf16(text, p)), p);
  assert.equal(toUtf16(text, 99), text.length);
  assert.equal(lengthOf(text), 5);
});

test('short titles', () => {
  const cases = [
    ['LoRA', 34, 'LoRA'],
    ['Pruning at Initialization -- A Sketching Perspective', 34, 'Pruning at Initialization'],
    ['Model soups: averaging weights of many fine-tuned models improves accuracy', 34, 'Model soups'],
    [
      'SAM: Sharpness-Aware Minimization for Efficiently Improving Generalization',
      34,
      'SAM: Sharpness-Aware Minimization…',
    ],
    ['On the Opportunities and Risks of Foundation Models', 34, 'On the Opportunities and Risks of…'],
    ['  Two   spaces ', 34, 'Two spaces'],
    ['Donaudampfschifffahrtsgesellschaftskapitän und andere', 20, 'Donaudampfschifffahr…'],
    ['🦙🦙🦙🦙🦙🦙 many llamas walk over the hill today', 20, '🦙🦙🦙🦙🦙🦙 many llamas…'],
  ];
  for (const [title, max, want] of cases) assert.equal(shortTitle(title, max), want);
});

test('a cut never splits a letter pair', () => {
  for (let max = 1; max < 12; max++) {
    const cut = cutAtWord('🦙a🦙b🦙c🦙d🦙e🦙f', max);
    assert.ok(!/\p{Surrogate}/u.test(cut), cut);
    assert.ok(lengthOf(cut) <= max + 1);
  }
});

test('folding forgets case, accents and the kind of dash', () => {
  assert.equal(fold('Schrödinger\u2011Bridge  ÉTUDE'), 'schrodinger-bridge etude');
  assert.equal(fold('don\u2019t'), "don't");
});

test('captions take two terms', () => {
  assert.deepEqual(captionLines('guidance · diffusion models · CFG'), ['guidance', 'diffusion models']);
  assert.deepEqual(captionLines('pruning'), ['pruning']);
  assert.deepEqual(captionLines(''), []);
});
