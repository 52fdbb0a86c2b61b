/** What joins two communities: chosen by name, by keys, on the map, by an address. */
import assert from 'node:assert/strict';
import { ask, flow, useStage } from './stage.js';

useStage();

const panelOf = (page) => page.getByRole('region', { name: 'Bridges', exact: true });
const fieldOf = (page, which) =>
  panelOf(page).getByRole('combobox', { name: `${which} community`, exact: true });
const listOf = (page, name) => panelOf(page).getByRole('list', { name, exact: true });

flow(
  'two communities are chosen, and the papers between them are listed as the server ranks them',
  async (page, map) => {
    const { communities } = await ask('map');
    const [one, two] = [communities[0].id, communities[7].id];
    await page.getByRole('button', { name: 'Bridges', exact: true }).click();
    await fieldOf(page, 'First').selectOption(String(one));
    await fieldOf(page, 'Second').selectOption(String(two));
    await listOf(page, 'Bridging papers').waitFor();
    const told = await ask(`bridges?a=${one}&b=${two}`);
    const titles = await listOf(page, 'Bridging papers').getByRole('button').allTextContents();
    assert.deepEqual(
      titles,
      told.papers.map((paper) => paper.title),
    );
    const concepts = await listOf(page, 'Shared concepts').getByRole('button').allTextContents();
    assert.deepEqual(
      concepts,
      told.concepts.map((concept) => concept.label),
    );
    await panelOf(page).getByText(`${told.gap.links} links join the two`).waitFor();
    assert.equal(new URL(page.url()).hash, `#bridges=${one}~${two}`);
    await map.still();
    const { labels } = await map.inspect();
    const captions = labels.filter(({ kind }) => kind === 'caption');
    assert.equal(captions.length, 2);
    await listOf(page, 'Bridging papers').getByRole('button').first().click();
    await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
    assert.equal((await map.inspect()).selection.paper, told.papers[0].id);
    await page.goBack();
    await listOf(page, 'Bridging papers').waitFor();
  },
);

flow(
  'only the links between the two stay lit',
  async (page, map) => {
    await page.getByRole('button', { name: 'Fit map', exact: true }).click();
    await listOf(page, 'Bridging papers').waitFor();
    await map.still();
    const { lit } = await map.inspect();
    const told = await ask('bridges?a=1&b=8');
    const own = new Map();
    for (const id of [1, 8]) {
      for (const { id: paper } of (await ask(`papers?community=${id}&fields=id&limit=1000`)).items)
        own.set(paper, id);
    }
    const listed = new Set(told.papers.map(({ id }) => id));
    const across = lit.filter(([a, b]) => own.get(a) && own.get(b));
    assert.equal(across.length, told.gap.links);
    for (const [a, b] of lit) {
      const joins = own.get(a) && own.get(b) && own.get(a) !== own.get(b);
      const third = [a, b].some((id) => !own.has(id) && listed.has(id)) && [a, b].some((id) => own.has(id));
      assert.ok(joins || third, `${a} and ${b}`);
    }
  },
  { fragment: '#bridges=1~8' },
);

flow('by keys alone: B, two choices by letters and arrows, Escape', async (page, map) => {
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'First community');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Second community');
  await page.keyboard.press('ArrowDown');
  await panelOf(page)
    .getByText(/the two[,;]/)
    .waitFor();
  const [, a, b] = /bridges=(\d+)~(\d+)/.exec(page.url());
  assert.notEqual(a, b);
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(page).count(), 0);
  assert.deepEqual((await map.inspect()).lit, []);
});

flow('communities are chosen by clicks on the map', async (page, map) => {
  const { communities } = await ask('map');
  const { paper, link } = await map.sample();
  const areaOf = async (id) => (await ask(`papers/${encodeURIComponent(id)}`)).community;
  const first = await areaOf(paper);
  const hubs = communities.filter(({ id }) => id !== first).map(({ hub }) => hub);
  assert.ok(link.length === 2 && hubs.length > 0);
  await page.keyboard.press('b');
  await panelOf(page).waitFor();
  await map.still();
  await map.clickPaper(paper);
  await page.waitForFunction((id) => location.hash === `#bridges=${id}~`, first);
  assert.equal(await fieldOf(page, 'First').inputValue(), String(first));
  await map.clickPaper(hubs[0]);
  await page.waitForFunction(() => /bridges=\d+~\d+$/.test(location.hash));
});

flow('communities that no link joins are a gap, and say so', async (page) => {
  const { communities } = await ask('map');
  for (const { id: a } of communities) {
    for (const { id: b } of communities.filter(({ id }) => id > a)) {
      const told = await ask(`bridges?a=${a}&b=${b}`);
      if (told.gap.links > 0) continue;
      await page.goto(`${page.url().split('#')[0]}#bridges=${a}~${b}`);
      await panelOf(page).getByText('A gap: no link joins the two').waitFor();
      assert.equal(await listOf(page, 'Bridging papers').count(), 0);
      return;
    }
  }
});

flow(
  'an address that names no community is told and left out',
  async (page) => {
    const said = page.getByRole('status', { name: 'Announcements', exact: true });
    await said.filter({ hasText: 'left out: bridges' }).waitFor({ state: 'attached' });
    assert.equal(await panelOf(page).count(), 0);
  },
  { fragment: '#bridges=1~4000' },
);

flow(
  'on a phone from the menu by touch',
  async (page) => {
    await page.getByRole('button', { name: 'More tools', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Bridges', exact: true }).tap();
    await fieldOf(page, 'First').selectOption('1');
    await fieldOf(page, 'Second').selectOption('8');
    await listOf(page, 'Bridging papers').waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  },
  { size: 'phone' },
);
