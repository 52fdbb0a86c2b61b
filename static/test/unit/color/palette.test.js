import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrast, distance, hex, luminance, mix, readable, rgb } from '../../../src/color/contrast.js';
import { COMMUNITY_COLORS, communityStyle, tokens } from '../../../src/color/palette.js';
import { makeScale, ramp } from '../../../src/color/scale.js';

const THEMES = ['light', 'dark'];

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
  assert.equal(luminance('#ffffff'), 1);
  assert.deepEqual(rgb('#0a94f9'), [10, 148, 249]);
  assert.equal(hex([10, 148, 249]), '#0a94f9');
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080');
  assert.equal(readable('#000000', '#ffffff', '#333333'), '#ffffff');
});

for (const theme of THEMES) {
  const t = tokens(theme);

  test(`${theme}: words can be read on page and card`, () => {
    for (const ground of [t.page, t.card]) {
      assert.ok(contrast(t.text, ground) >= 14, `text ${contrast(t.text, ground)}`);
      assert.ok(contrast(t.quiet, ground) >= 4.5, `quiet ${contrast(t.quiet, ground)}`);
      assert.ok(contrast(t.accent, ground) >= 4.5, `accent ${contrast(t.accent, ground)}`);
      assert.ok(contrast(t.control, ground) >= 3, `control ${contrast(t.control, ground)}`);
    }
  });

  test(`${theme}: every community can be seen on the page and its caption read`, () => {
    for (let place = 0; place < 12; place++) {
      const { fill, caption } = communityStyle(place, theme);
      assert.ok(contrast(fill, t.page) >= 2.95, `${place}: fill ${contrast(fill, t.page)}`);
      assert.ok(contrast(caption, t.page) >= 4.5, `${place}: caption ${contrast(caption, t.page)}`);
    }
  });

  test(`${theme}: the eight can be told apart by every eye`, () => {
    const colors = COMMUNITY_COLORS[theme];
    const least = { light: 12, dark: 9.4 }[theme];
    for (const eye of ['none', 'protan', 'deutan', 'tritan']) {
      for (let i = 0; i < colors.length; i++) {
        for (let j = 0; j < i; j++) {
          const d = distance(colors[i], colors[j], eye);
          assert.ok(d >= least, `${colors[i]} and ${colors[j]}, ${eye}: ${d}`);
        }
      }
    }
  });

  test(`${theme}: the ramp goes one way and its ends are far apart`, () => {
    const light = ramp(theme).map(luminance);
    const sorted = [...light].sort((a, b) => (theme === 'light' ? b - a : a - b));
    assert.deepEqual(light, sorted);
    assert.ok(contrast(ramp(theme)[4], t.page) >= 7);
  });
}

test('from the ninth on communities are rings, and so is none', () => {
  assert.equal(communityStyle(7, 'light').ring, false);
  for (const place of [8, 40, -1, 65535]) assert.equal(communityStyle(place, 'light').ring, true);
});

test('a scale puts about as many papers on each step', () => {
  const values = Array.from({ length: 100 }, (_, i) => i ** 3);
  const scale = makeScale(values, 'light');
  const counts = [0, 0, 0, 0, 0];
  for (const v of values) counts[scale.stepOf(v)]++;
  assert.deepEqual(counts, [20, 20, 20, 20, 20]);
  assert.equal(scale.least, 0);
  assert.equal(scale.most, 99 ** 3);
});

test('what is not known has no step', () => {
  const scale = makeScale([0, 2001, 2020], 'dark', (year) => year !== 0);
  assert.equal(scale.stepOf(0), -1);
  assert.equal(scale.least, 2001);
  assert.ok(scale.stepOf(2020) > scale.stepOf(2001));
  assert.equal(makeScale([], 'dark').most, 0);
});

for (const theme of THEMES) {
  test(`${theme}: the map and the style sheet have the same colours`, () => {
    const css = readFileSync(new URL('../../../style/tokens.css', import.meta.url), 'utf8');
    const block = css.slice(css.indexOf(`[data-theme="${theme}"] {`));
    const said = Object.fromEntries(
      [...block.slice(0, block.indexOf('\n}')).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [
        m[1],
        m[2],
      ]),
    );
    for (const [name, value] of Object.entries(tokens(theme))) assert.equal(said[name], value, name);
    COMMUNITY_COLORS[theme].forEach((value, i) => {
      assert.equal(said[`c${i}`], value);
    });
  });
}
