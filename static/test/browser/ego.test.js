/** The neighbourhood of a paper: shown by a button or an address, left by Escape, Back or the line over it. */
import assert from 'node:assert/strict';
import { ask, flow, settled, useStage } from './stage.js';

useStage();

const LORA = 'hu-2022-lora';
const shownOf = async (map) => (await map.inspect()).neighbourhood;

/** Distance of papers from another, px. */
async function distances(map, from, ids) {
  const centre = await map.pointOf(from);
  const points = await Promise.all(ids.map(map.pointOf));
  return points.map((p) => Math.hypot(p.x - centre.x, p.y - centre.y));
}

flow(
  'Show neighbourhood leaves the linked papers, the nearer the more alike, and Escape brings the map back',
  async (page, map) => {
    const before = await map.inspect();
    const toggle = page.getByRole('button', { name: 'Show neighbourhood', exact: true });
    assert.equal(await toggle.getAttribute('aria-pressed'), 'false');
    await toggle.click();
    await map.still();
    assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
    const shown = await map.inspect();
    const near = shown.neighbourhood;
    assert.equal(near.paper, LORA);
    assert.equal(shown.drawn.nodes, near.papers.length + 1);
    const weights = await Promise.all(
      near.papers.map(async (id) => (await ask(`links/${LORA}/${encodeURIComponent(id)}`)).weight),
    );
    const far = await distances(map, LORA, near.papers);
    for (let i = 1; i < far.length; i++) {
      assert.ok(weights[i - 1] >= weights[i] - 1e-6 && far[i - 1] <= far[i] + 1, near.papers[i]);
    }
    assert.match(page.url(), /#paper=hu-2022-lora&ego=1$/);
    await page.keyboard.press('Escape');
    await map.still();
    const after = await map.inspect();
    assert.equal(after.neighbourhood, null);
    assert.equal(after.drawn.nodes, before.drawn.nodes);
    assert.equal(after.selection.paper, LORA);
    assert.ok(!page.url().includes('ego'));
  },
  { fragment: `#paper=${LORA}` },
);

flow(
  'what it builds on and what builds on it are marked, as the server has it',
  async (page, map) => {
    const { buildsOn, builtOnBy } = await ask(`papers/${LORA}`);
    const near = await shownOf(map);
    const ids = (list) => (list ?? []).map((one) => one.id).sort();
    assert.ok(builtOnBy.length > 0);
    assert.deepEqual(near.buildsOn.toSorted(), ids(buildsOn));
    assert.deepEqual(near.builtOnBy.toSorted(), ids(builtOnBy));
    await page
      .getByRole('group', { name: 'Neighbourhood', exact: true })
      .getByText(`${builtOnBy.length} built on it`)
      .waitFor();
  },
  { fragment: `#paper=${LORA}&ego=1` },
);

flow(
  'by keys: the toggle, another paper, Escape to the first, Escape to the map, Back again',
  async (page, map) => {
    const toggle = page.getByRole('button', { name: 'Show neighbourhood', exact: true });
    await toggle.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Neighbourhood', exact: true }).waitFor();
    const { papers } = await shownOf(map);
    await map.still();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => globalThis.papergraph.inspect().selection.paper !== id, LORA);
    assert.ok(papers.includes((await map.inspect()).selection.paper), 'the arrow left the neighbourhood');
    assert.equal((await shownOf(map)).paper, LORA);
    await page.keyboard.press('Escape');
    assert.equal((await map.inspect()).selection.paper, LORA);
    await page.keyboard.press('Escape');
    assert.equal(await shownOf(map), null);
    await page.goBack();
    await page.waitForFunction(() => globalThis.papergraph.inspect().neighbourhood !== null);
    assert.equal((await shownOf(map)).paper, LORA);
  },
  { fragment: `#paper=${LORA}` },
);

flow(
  'the camera returns to where it stood',
  async (page, map) => {
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await map.still();
    const { camera } = await map.inspect();
    await page.getByRole('button', { name: 'Show neighbourhood', exact: true }).click();
    await map.still();
    assert.ok(Math.abs((await map.inspect()).camera.k - 1) < 0.01);
    await page.getByRole('button', { name: 'Show whole map', exact: true }).click();
    await map.still();
    const after = (await map.inspect()).camera;
    for (const key of ['x', 'y', 'k']) assert.ok(Math.abs(after[key] - camera[key]) < 0.02, key);
  },
  { fragment: `#paper=${LORA}` },
);

flow(
  'a paper found by search that is not near takes the middle; labels never overlap',
  async (page, map) => {
    const { papers } = await shownOf(map);
    const { items } = await ask('papers?sort=pagerank');
    const far = items.find((p) => p.id !== LORA && !papers.includes(p.id));
    await page.getByRole('combobox', { name: 'Search papers and concepts' }).fill(far.title);
    await page.getByRole('option').filter({ hasText: far.title }).first().click();
    await page.waitForFunction((id) => globalThis.papergraph.inspect().neighbourhood?.paper === id, far.id);
    await map.still();
    const { labels } = await map.inspect();
    for (const a of labels) {
      assert.equal(a.kind, 'title');
      for (const b of labels) {
        const apart = a === b || a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
        assert.ok(apart, `${a.text} on ${b.text}`);
      }
    }
  },
  { fragment: `#paper=${LORA}&ego=1` },
);

flow(
  'on a phone by touch: the button in the sheet, the line over the map',
  async (page, map) => {
    const toggle = page.getByRole('button', { name: 'Show neighbourhood', exact: true });
    await toggle.scrollIntoViewIfNeeded();
    await toggle.tap();
    await map.still();
    assert.equal((await shownOf(map)).paper, LORA);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await page.getByRole('button', { name: 'Show whole map', exact: true }).tap();
    await page.waitForFunction(() => globalThis.papergraph.inspect().neighbourhood === null);
    await page.goBack();
    await settled(page);
  },
  { fragment: `#paper=${LORA}`, size: 'phone' },
);
