/** Keys alone, phone, labels, less motion, a server that goes and comes back. */
import assert from 'node:assert/strict';
import { ask, flow, settled, startServer, stopServer, useStage } from './stage.js';

useStage();

flow('by keys alone: from the skip link over the map to a paper, its link, and back', async (page, map) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the map');
  await page.keyboard.press('Enter');
  assert.ok(await page.getByRole('application').evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Home');
  const said = page.getByRole('status', { name: 'Announcements', exact: true });
  const { items } = await ask('papers?sort=pagerank');
  await said.filter({ hasText: /links$/ }).waitFor({ state: 'attached' });
  const first = await said.textContent();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Paper', exact: true });
  await panel.waitFor();
  const { paper } = (await map.inspect()).selection;
  const title =
    items.find((p) => p.id === paper)?.title ?? (await ask(`papers/${encodeURIComponent(paper)}`)).title;
  assert.ok(first.startsWith(title), first);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
  await page.keyboard.press(']');
  await page.waitForFunction((id) => globalThis.papergraph.inspect().selection.paper !== id, paper);
  await page.keyboard.press('[');
  await page.waitForFunction((id) => globalThis.papergraph.inspect().selection.paper === id, paper);
  await page.keyboard.press('Escape');
  assert.equal(await panel.count(), 0);
  assert.ok(await page.getByRole('application').evaluate((element) => element === document.activeElement));
});

flow('by keys alone: two papers are selected and W says why', async (page, map) => {
  await page.getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.keyboard.press('PageDown'); // the most central paper of another area, so never the same
  await page.keyboard.press(' ');
  await page.keyboard.press('w');
  await page.getByRole('region', { name: 'Link', exact: true }).waitFor();
  const [a, b] = (await map.inspect()).selection.link;
  assert.notEqual(a, b);
});

flow('arrows move to another paper, PageDown to another area', async (page, map) => {
  const { communities } = await ask('map');
  await page.getByRole('application').focus();
  const said = page.getByRole('status', { name: 'Announcements', exact: true });
  const heard = new Set();
  for (let i = 0; i < communities.length; i++) {
    await page.keyboard.press('PageDown');
    const text = await said.textContent();
    heard.add(communities.find(({ name }) => text.includes(`, ${name}, `))?.name);
  }
  for (const { name } of communities) assert.ok(heard.has(name), name);
  await page.keyboard.press('Home');
  const places = new Set([await said.textContent()]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    places.add(await said.textContent());
  }
  assert.ok(places.size > 2, 'four arrows lead to two other papers at least');
  assert.equal((await map.inspect()).state, 'ready');
});

flow('letters can be switched off in Help', async (page) => {
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help', exact: true });
  await help.getByText('What was read', { exact: true }).waitFor();
  await help.getByRole('checkbox', { name: 'Single letters act', exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  assert.equal(
    await page.getByRole('tab', { name: 'Map', exact: true }).getAttribute('aria-selected'),
    'true',
  );
});

flow('the toolbar and the tabs are one stop each', async (page) => {
  const inBar = () =>
    page.evaluate(
      () => document.activeElement.closest('[role=toolbar],[role=tablist]')?.getAttribute('aria-label') ?? '',
    );
  const stops = [];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    stops.push(await inBar());
  }
  assert.equal(stops.filter((name) => name === 'View').length, 1);
  assert.equal(stops.filter((name) => name === 'Tools').length, 1);
});

flow(
  'on a phone a tap opens a sheet that leaves the map its place',
  async (page, map) => {
    const { paper } = await map.sample();
    const { x, y } = await map.pointOf(paper);
    await page.touchscreen.tap(x, y);
    const panel = page.getByRole('region', { name: 'Paper', exact: true });
    await panel.waitFor();
    await map.still();
    const sheet = await panel.boundingBox();
    assert.ok(sheet.y >= 0.4 * 844, `the sheet begins at ${sheet.y}`);
    const point = await map.pointOf(paper);
    assert.ok(point.y < sheet.y && point.y > 0, 'the paper is under the sheet');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `${wide} px wide`);
    await page.getByRole('button', { name: 'Panel height', exact: true }).tap();
    await page.waitForFunction(() => document.querySelector('section.panel').getBoundingClientRect().y < 200);
    await panel.getByRole('button', { name: 'Close', exact: true }).tap();
    await page.getByRole('button', { name: 'More tools', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Switch to dark theme', exact: true }).tap();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  },
  { size: 'phone' },
);

/** Pairs of labels that lie on each other. */
function overlaps(labels) {
  const found = [];
  labels.forEach((a, i) => {
    for (const b of labels.slice(i + 1)) {
      if (a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1) found.push(`${a.text} on ${b.text}`);
    }
  });
  return found;
}

for (const size of ['desk', 'phone']) {
  flow(
    `labels never overlap nor leave the map: ${size}`,
    async (page, map) => {
      const bounds = await page.getByRole('application').boundingBox();
      const check = async (when) => {
        await map.still();
        const { labels } = await map.inspect();
        assert.deepEqual(overlaps(labels), [], when);
        for (const { text, x0, y0, x1, y1 } of labels) {
          const inside =
            x0 >= bounds.x &&
            y0 >= bounds.y &&
            x1 <= bounds.x + bounds.width &&
            y1 <= bounds.y + bounds.height;
          assert.ok(inside, `${when}: ${text} leaves the map`);
        }
        return labels.length;
      };
      assert.ok((await check('at fit')) >= (size === 'desk' ? 10 : 4));
      for (let i = 1; i <= 6; i++) {
        await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
        await check(`zoom step ${i}`);
      }
      await page.getByRole('button', { name: 'Fit map', exact: true }).click();
      await map.still();
      const { paper } = await map.sample();
      await map.clickPaper(paper);
      await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
      await check('with a selection');
    },
    { size },
  );
}

flow(
  'with less motion the map arrives settled and does not fly',
  async (page, map) => {
    const before = (await map.inspect()).frames;
    assert.ok(before < 12, `${before} frames to arrive`);
    await page.keyboard.press('+');
    await map.still();
    assert.ok((await map.inspect()).frames - before < 12);
  },
  { context: { reducedMotion: 'reduce' } },
);

flow(
  'a server that is gone is named, what is loaded still works, and it is found again',
  async (page, map) => {
    const { paper } = await map.sample();
    await map.clickPaper(paper);
    const panel = page.getByRole('region', { name: 'Paper', exact: true });
    await panel.getByRole('list', { name: 'Concepts', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await stopServer();
    await page.getByRole('combobox', { name: 'Search papers and concepts' }).fill('anything');
    await page.getByText('Not connected; what is loaded still works', { exact: true }).first().waitFor();
    await map.still();
    await map.clickPaper(paper);
    await panel.getByRole('list', { name: 'Concepts', exact: true }).waitFor();
    await startServer();
    await page.locator('.notice.gone').waitFor({ state: 'detached' });
    assert.equal((await map.inspect()).state, 'ready');
  },
  { lenient: true },
);

flow(
  'a map that cannot be had says so and can be asked for again',
  async (page) => {
    let broken = true;
    await page.route('**/api/v1/map', (route) => {
      const fault = {
        status: 500,
        contentType: 'application/problem+json',
        body: '{"status":500,"detail":"there is no map: planted"}',
      };
      return broken ? route.fulfill(fault) : route.continue();
    });
    await page.reload();
    const alert = page.getByRole('alert');
    await alert.getByText('There is no map: planted', { exact: true }).waitFor();
    broken = false;
    await alert.getByRole('button', { name: 'Try again', exact: true }).click();
    await settled(page);
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  { lenient: true },
);

flow(
  'while the map is made its stages are told',
  async (page) => {
    let left = 2;
    await page.route('**/api/v1/map', (route) => {
      const body = JSON.stringify({
        status: 503,
        title: 'Service Unavailable',
        stage: 'links',
        done: 3,
        total: 7,
      });
      return left-- > 0
        ? route.fulfill({ status: 503, contentType: 'application/problem+json', body })
        : route.continue();
    });
    await page.reload();
    await page.getByRole('progressbar', { name: 'Making the map', exact: true }).waitFor();
    await page.getByText('3 of 7', { exact: true }).waitFor();
    await settled(page);
    assert.equal(await page.getByRole('progressbar').count(), 0);
  },
  { lenient: true },
);
