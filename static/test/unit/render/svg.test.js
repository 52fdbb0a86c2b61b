import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeModel } from '../../../src/model.js';
import { boundsOf, fitOf, lensOf, placeAtFit } from '../../../src/render/camera.js';
import { litOf } from '../../../src/render/lit.js';
import { pictureFrame } from '../../../src/render/png.js';
import { makeScene } from '../../../src/render/scene.js';
import { writeSvg, xml } from '../../../src/render/svg.js';
import { readMap } from '../../../src/wire.js';
import { mapOf, plantedGraph, quietState } from '../fixture.js';

/** Reads XML strictly enough for what is written here: nesting, quotes, entities. Returns counts by element. */
function parse(text) {
  const counts = {};
  const open = [];
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|[^<]+/gy;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const m = token.exec(text);
    assert.ok(m, `not XML at ${text.slice(at, at + 60)}`);
    at = token.lastIndex;
    for (const entity of m[0].match(/&[^;]*;?/g) ?? []) assert.match(entity, /^&(amp|lt|gt|quot);$/);
    if (!m[2]) continue;
    if (m[1]) assert.equal(open.pop(), m[2]);
    else {
      counts[m[2]] = (counts[m[2]] ?? 0) + 1;
      if (!m[4]) open.push(m[2]);
    }
  }
  assert.deepEqual(open, []);
  return counts;
}

function view(more = {}, titles = null) {
  const graph = plantedGraph(80, 2);
  if (titles) graph.titles = graph.titles.map((t, i) => titles[i] ?? t);
  const { head, buffer } = mapOf(graph);
  const model = makeModel(head, readMap(buffer));
  const state = quietState(more);
  const area = { x: 250, y: 0, w: 1000, h: 700 };
  const fit = fitOf(boundsOf(model.xy), area);
  const lens = lensOf(placeAtFit(fit), fit, area);
  const scene = makeScene(model, state, litOf(model, state), {
    zoom: 1,
    area: 7e5,
    xy: model.xy,
    stretch: 1,
    focus: -1,
  });
  const label = {
    kind: 'title',
    key: 0,
    lines: [model.titles[0]],
    size: 11.5,
    weight: 450,
    line: 14,
    x0: 300,
    y0: 40,
    x1: 420,
    y1: 56,
  };
  const caption = { ...label, kind: 'caption', key: 1, lines: ['a & b', 'c < d'], line: 17, y0: 90, y1: 130 };
  return {
    model,
    scene,
    lens,
    xy: model.xy,
    store: { get: () => state },
    camera: { area },
    labeller: { labels: [label, caption] },
  };
}

test('is XML with every paper, every drawn link and every label', () => {
  const v = view();
  const svg = writeSvg(pictureFrame(v, false));
  const counts = parse(svg);
  assert.equal(counts.circle, 160);
  const seen = [...v.scene.drawn].filter((_, i) => v.scene.linkColor[4 * i + 3] > 0).length;
  assert.equal(counts.path, seen);
  assert.equal(counts.text, 2);
  assert.equal(counts.tspan, 3);
  assert.equal(counts.title, 81);
});

test('titles of strangers stay text', () => {
  const nasty = ['<script>alert(1)</script>', 'a "quoted" & <b>bold</b>', 'bell \u0007 and \ud83e half'];
  const svg = writeSvg(pictureFrame(view({}, nasty), true));
  parse(svg);
  assert.ok(!svg.includes('<script'));
  assert.equal(xml('\u0000a\ud800<&>"'), 'a\ufffd&lt;&amp;&gt;&quot;');
});

test('says nothing of other places', () => {
  const svg = writeSvg(pictureFrame(view(), true));
  assert.deepEqual(svg.match(/https?:[^"]*/g), ['http://www.w3.org/2000/svg']);
  assert.ok(!/href|style=|<image|foreignObject/.test(svg));
});

test('with the legend: a row a community, rings from the ninth on, and room for it', () => {
  const frame = pictureFrame(view(), true);
  assert.equal(frame.w, 1000 + 256);
  const svg = writeSvg(frame);
  parse(svg);
  const shown = frame.legend.rows;
  assert.ok(shown.length > 3);
  for (const row of shown) assert.ok(svg.includes(xml(row.name)));
  const hidden = pictureFrame(view({ hidden: new Set([1]) }), true);
  assert.equal(hidden.legend.rows.length, shown.length - 1);
});

test('a path has its numbers, a selection its ring', () => {
  const ids = ['paper/0', 'paper/1'];
  const svg = writeSvg(pictureFrame(view({ path: { from: ids[0], to: ids[1] }, pathSteps: ids }), false));
  parse(svg);
  assert.match(svg, />1<\/text>/);
  assert.match(svg, />2<\/text>/);
});
