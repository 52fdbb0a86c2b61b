/** Legend, theme, table, address, concept and community: what stands round the map. */
import assert from 'node:assert/strict';
import { ask, flow, settled, useStage } from './stage.js';

useStage();

flow('the legend hides a community and brings it back', async (page, map) => {
  const { communities, counts } = await ask('map');
  const { name, size, id } = communities[0];
  const legend = page.getByRole('region', { name: 'Communities', exact: true });
  const box = legend.getByRole('checkbox', { name: `Show ${name}`, exact: true });
  await box.uncheck();
  assert.equal((await map.inspect()).drawn.nodes, counts.papers - size);
  await page.waitForFunction((one) => location.hash.includes(`hide=${one}`), id);
  await map.still();
  assert.ok((await map.inspect()).labels.every((label) => !name.startsWith(label.text)));
  await box.check();
  assert.equal((await map.inspect()).drawn.nodes, counts.papers);
});

flow('Colour by and Size by change the picture', async (page) => {
  const { columns } = await ask('map');
  const look = () => page.getByRole('application').screenshot();
  for (const [name, value] of [
    ['Colour by', columns[1].label],
    ['Size by', 'Equal'],
  ]) {
    const before = await look();
    await page.getByRole('combobox', { name, exact: true }).selectOption(value);
    await page.mouse.move(640, 60);
    await page.waitForFunction((key) => location.hash.includes(`${key}=`), name.split(' ')[0].toLowerCase());
    assert.ok(!before.equals(await look()), `${name} changed nothing`);
  }
});

flow('a community tells what it is about, and can be shown alone', async (page, map) => {
  const { communities } = await ask('map');
  const { name, size } = communities[1];
  await page.getByRole('button', { name, exact: true }).click();
  const panel = page.getByRole('region', { name: 'Community', exact: true });
  await panel.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  for (const list of ['What sets it apart', 'Central papers', 'Bridging papers']) {
    await panel.getByRole('list', { name: list, exact: true }).getByRole('listitem').first().waitFor();
  }
  const only = panel.getByRole('button', { name: 'Show only this community', exact: true });
  await only.click();
  assert.equal((await map.inspect()).drawn.nodes, size);
  assert.equal(await only.getAttribute('aria-pressed'), 'true');
  await only.click();
  assert.ok((await map.inspect()).drawn.nodes > size);
});

flow('a concept lists the papers that have it', async (page) => {
  const { items } = await ask('concepts');
  const concept = await ask(`concepts/${encodeURIComponent(items[0].key)}`);
  await page.goto(`${page.url()}#concept=${encodeURIComponent(concept.key)}`);
  const panel = page.getByRole('region', { name: 'Concept', exact: true });
  await panel.getByRole('heading', { level: 2, name: concept.label, exact: true }).waitFor();
  const rows = panel.getByRole('list', { name: 'Papers with it', exact: true }).getByRole('listitem');
  await rows.first().waitFor();
  assert.equal(await rows.count(), concept.in.length);
});

flow('the theme turns, is dark where it should be, and is remembered', async (page) => {
  const light = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0]);
  assert.ok((await light()) > 180);
  await page.getByRole('button', { name: 'Switch to dark theme', exact: true }).click();
  assert.ok((await light()) < 110);
  const canvas = await meanLight(page);
  assert.ok(canvas < 110, `the map is ${canvas} light`);
  await page.reload();
  await settled(page);
  assert.ok((await light()) < 110);
  await page.getByRole('button', { name: 'Switch to light theme', exact: true }).click();
  assert.ok((await meanLight(page)) > 180);
});

/** Mean light of the map's middle, 0 to 255. */
function meanLight(page) {
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 300));
    const canvas = document.querySelector('[role=application] canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const page = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0];
    let sum = 0;
    for (let i = 0; i < data.length; i += 4)
      sum += (data[i] * data[i + 3] + page * (255 - data[i + 3])) / 255;
    return sum / (data.length / 4);
  });
}

flow('the table has all papers, sorts, and opens one', async (page, map) => {
  const { counts } = await ask('map');
  await page.getByRole('tab', { name: 'Table', exact: true }).click();
  const table = page.getByRole('table', { name: 'Papers', exact: true });
  await table.waitFor();
  assert.equal(await table.getAttribute('aria-rowcount'), String(counts.papers + 1));
  const header = table.getByRole('columnheader', { name: 'Title' });
  await header.getByRole('button').click();
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  const titles = await table.locator('tbody .title').allTextContents();
  const sorted = titles.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  assert.deepEqual(titles, sorted);
  await header.getByRole('button').click();
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  assert.equal(await table.locator('tbody .title').first().textContent(), sorted.at(-1));
  await table.getByRole('button', { name: sorted.at(-1), exact: true }).click();
  await page
    .getByRole('region', { name: 'Paper', exact: true })
    .getByRole('heading', { level: 2, name: sorted.at(-1), exact: true })
    .waitFor();
  assert.equal((await map.inspect()).selection.paper !== null, true);
});

flow('the table keeps the filters of the map', async (page) => {
  const { communities, counts } = await ask('map');
  const { name, size } = communities[0];
  await page.getByRole('checkbox', { name: `Show ${name}`, exact: true }).uncheck();
  await page.keyboard.press('t');
  const table = page.getByRole('table', { name: 'Papers', exact: true });
  await table.waitFor();
  assert.equal(await table.getAttribute('aria-rowcount'), String(counts.papers - size + 1));
});

flow('an address opens what it names, and Back goes where one was', async (page, map) => {
  const { paper, link } = await map.sample();
  const start = page.url();
  await page.goto(`${start}#link=${link.map(encodeURIComponent).join('~')}`);
  await page.reload();
  await settled(page);
  await page.getByRole('region', { name: 'Link', exact: true }).waitFor();
  assert.deepEqual((await map.inspect()).selection.link, link);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await map.still();
  await map.clickPaper(paper);
  await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
  await page.goBack();
  assert.equal(await page.getByRole('region', { name: 'Paper', exact: true }).count(), 0);
  await page.goBack();
  await page.getByRole('region', { name: 'Link', exact: true }).waitFor();
  await page.goForward();
  await page.goForward();
  await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
});

flow(
  'an address that does not fit is told and does no harm',
  async (page, map) => {
    await page.getByRole('status').filter({ hasText: 'left out: cam, paper' }).waitFor({ state: 'attached' });
    await page.getByText('Part of the address does not fit this map').first().waitFor();
    assert.equal((await map.inspect()).state, 'ready');
    assert.equal(await page.getByRole('region', { name: 'Paper', exact: true }).count(), 0);
  },
  { fragment: '#paper=%3Cimg%20src%3Dx%3E&view=map&cam=a,b,c&later=kept' },
);

flow('the camera is in the address and comes back', async (page, map) => {
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await page.waitForFunction(() => location.hash.includes('cam='));
  const { camera } = await map.inspect();
  await page.reload();
  await settled(page);
  const again = (await map.inspect()).camera;
  for (const key of ['x', 'y', 'k'])
    assert.ok(Math.abs(camera[key] - again[key]) < 0.1, `${key}: ${camera[key]} ${again[key]}`);
  await page.getByRole('button', { name: 'Fit map', exact: true }).click();
  await page.waitForFunction(() => !location.hash.includes('cam='));
});

flow('over the example a line says how to open one’s own papers, until it is dismissed', async (page) => {
  const line = page.getByText('papergraph serve FILE', { exact: true });
  assert.ok(await line.isVisible());
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await page.reload();
  await settled(page);
  assert.equal(await line.count(), 0);
});
