/** Filters: each keeps as many papers as it says, is a chip, goes into the address, and is taken away again. */
import assert from 'node:assert/strict';
import { ask, flow, useStage } from './stage.js';

useStage();

/** Opens the panel by its button. */
async function openFilters(page) {
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Filters', exact: true });
  await panel.getByRole('slider', { name: 'From year', exact: true }).waitFor();
  return panel;
}

const slider = (panel, name) => panel.getByRole('slider', { name, exact: true });
const box = (panel, name) => panel.getByRole('checkbox', { name, exact: true });
const chips = (page) => page.getByRole('list', { name: 'Active filters', exact: true });

/** Papers drawn, once they differ from what they were. */
async function drawnAfter(page, map, act) {
  const before = (await map.inspect()).drawn.nodes;
  await act();
  await page.waitForFunction((n) => globalThis.papergraph.inspect().drawn.nodes !== n, before);
  return (await map.inspect()).drawn.nodes;
}

flow('years keep the papers of those years, by mouse and by keys', async (page, map) => {
  const { years } = await ask('map');
  const { items } = await ask('papers?fields=year&limit=1000');
  const panel = await openFilters(page);
  const nodes = await drawnAfter(page, map, () => slider(panel, 'From year').fill(String(years[1] - 1)));
  assert.equal(nodes, items.filter((p) => p.year >= years[1] - 1).length);
  await panel.getByText(`keeps ${nodes}`, { exact: true }).waitFor();
  await page.waitForFunction((year) => location.hash.includes(`from=${year}`), years[1] - 1);
  await slider(panel, 'From year').focus();
  const fewer = await drawnAfter(page, map, () => page.keyboard.press('ArrowRight'));
  assert.equal(fewer, items.filter((p) => p.year >= years[1]).length);
  await drawnAfter(page, map, () =>
    chips(page)
      .getByRole('button', { name: `Remove filter since ${years[1]}`, exact: true })
      .click(),
  );
  assert.equal((await map.inspect()).drawn.nodes, items.length);
  assert.equal(await chips(page).count(), 0);
});

flow('a thumb is dragged', async (page, map) => {
  const panel = await openFilters(page);
  const { x, y, width, height } = await slider(panel, 'To year').boundingBox();
  const nodes = await drawnAfter(page, map, async () => {
    await page.mouse.move(x + width - 9, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 0.2 * width, y + height / 2, { steps: 4 });
    await page.mouse.up();
  });
  const to = Number(await slider(panel, 'To year').inputValue());
  const { items } = await ask('papers?fields=year&limit=1000');
  assert.equal(nodes, items.filter((p) => p.year && p.year <= to).length);
});

flow('years play from first to last and can be paused', async (page, map) => {
  const { years, counts } = await ask('map');
  const panel = await openFilters(page);
  const few = await drawnAfter(page, map, () =>
    panel.getByRole('button', { name: 'Play years', exact: true }).click(),
  );
  assert.ok(few < counts.papers);
  const first = Number(await slider(panel, 'To year').inputValue());
  await page.waitForFunction((year) => document.querySelector('[aria-label="To year"]').value > year, first);
  await panel.getByRole('button', { name: 'Pause years', exact: true }).click();
  const paused = await slider(panel, 'To year').inputValue();
  assert.ok(Number(paused) < years[1]);
  await slider(panel, 'To year').fill(String(years[1] - 1));
  await panel.getByRole('button', { name: 'Play years', exact: true }).click();
  await page.waitForFunction((n) => globalThis.papergraph.inspect().drawn.nodes === n, counts.papers);
  await panel.getByRole('button', { name: 'Play years', exact: true }).waitFor();
});

flow('strength, score and kinds keep as many papers as they say', async (page, map) => {
  const { counts } = await ask('map');
  const panel = await openFilters(page);
  for (const [name, value] of [
    ['Least link strength', '45'],
    ['Least score', '60'],
  ]) {
    const nodes = await drawnAfter(page, map, () => slider(panel, name).fill(value));
    assert.ok(nodes > 0 && nodes < counts.papers);
    await panel.getByText(`keeps ${nodes}`, { exact: true }).waitFor();
    await drawnAfter(page, map, () => slider(panel, name).fill('0'));
  }
  for (const name of ['Methods', 'Tasks', 'Concepts']) await box(panel, name).uncheck();
  const group = panel.getByRole('group', { name: 'Kinds of shared terms', exact: true });
  const { nodes } = (await map.inspect()).drawn;
  await group.getByText(`keeps ${nodes}`, { exact: true }).waitFor();
  assert.ok(nodes < counts.papers);
  await chips(page)
    .getByRole('button', { name: /^Remove filter datasets/ })
    .click();
  await box(panel, 'Methods').and(page.locator(':checked')).waitFor();
  assert.equal((await map.inspect()).drawn.nodes, counts.papers);
});

flow('a least score follows what sizes go by', async (page) => {
  const panel = await openFilters(page);
  await page.getByRole('combobox', { name: 'Size by', exact: true }).selectOption('equal');
  assert.equal(await slider(panel, 'Least score').isDisabled(), true);
  await panel
    .getByText('All papers are of equal size: choose a score at Size by.', { exact: true })
    .waitFor();
});

flow('links that build on one another are drawn alone', async (page, map) => {
  const panel = await openFilters(page);
  const before = (await map.inspect()).drawn.edges;
  await box(panel, 'Builds on').check();
  const { drawn } = await map.inspect();
  assert.ok(drawn.edges > before, 'lineage beside shared terms');
  const nodes = await drawnAfter(page, map, () => box(panel, 'Shared terms').uncheck());
  await panel
    .getByRole('group', { name: 'Kinds of link', exact: true })
    .getByText(`keeps ${nodes}`, { exact: true })
    .waitFor();
  const { edges } = (await map.inspect()).drawn;
  assert.ok(edges > 0 && edges < before);
  await page.waitForFunction(() => location.hash.includes('links=b'));
});

flow('words keep the papers that hold them, in the table as well', async (page, map) => {
  const { nodes } = await ask('matches?q=diffusion');
  const panel = await openFilters(page);
  const shown = await drawnAfter(page, map, () =>
    panel.getByRole('searchbox', { name: 'Only papers with', exact: true }).fill('diffusion'),
  );
  assert.equal(shown, nodes.length);
  await page.getByRole('tab', { name: 'Table', exact: true }).click();
  const table = page.getByRole('table', { name: 'Papers', exact: true });
  await table.waitFor();
  assert.equal(Number(await table.getAttribute('aria-rowcount')), nodes.length + 1);
  await page.getByRole('button', { name: 'Clear filters', exact: true }).click();
  const { counts } = await ask('map');
  await page.waitForFunction(
    (n) => Number(document.querySelector('table[aria-label=Papers]').getAttribute('aria-rowcount')) === n,
    counts.papers + 1,
  );
});

flow(
  'an address brings its filters back, several at once',
  async (page, map) => {
    const { items } = await ask('papers?fields=year&limit=1000');
    const { nodes } = await ask('matches?q=model');
    const held = new Set(nodes);
    const wanted = items.filter((p) => p.year >= 2023 && held.has(p.node)).length;
    await page.waitForFunction((n) => globalThis.papergraph.inspect().drawn.nodes === n, wanted);
    assert.equal(await chips(page).getByRole('listitem').count(), 2);
    await page.getByText(`${wanted} of ${items.length} papers`, { exact: true }).waitFor();
    assert.ok((await map.inspect()).labels.length > 0);
  },
  { fragment: '#from=2023&with=model&kinds=nonsense' },
);

flow(
  'when nothing passes the chip that takes most is named, and all can be cleared',
  async (page, map) => {
    const { counts } = await ask('map');
    assert.equal((await map.inspect()).drawn.nodes, 0);
    await page.getByRole('heading', { name: 'No paper passes the filters', exact: true }).waitFor();
    await page.getByText(/^“since 2400” takes most away/).waitFor();
    await page.getByRole('button', { name: 'Clear filters', exact: true }).click();
    await page.waitForFunction((n) => globalThis.papergraph.inspect().drawn.nodes === n, counts.papers);
    assert.equal(await page.getByRole('heading', { name: 'No paper passes the filters' }).count(), 0);
    assert.ok(await page.getByRole('application').evaluate((element) => element === document.activeElement));
  },
  { fragment: '#from=2400&min=0.2' },
);

flow('F opens and closes, Esc closes and keeps the filters', async (page) => {
  await page.keyboard.press('f');
  const panel = page.getByRole('region', { name: 'Filters', exact: true });
  await panel.waitFor();
  await slider(panel, 'Least link strength').fill('30');
  await page.keyboard.press('Escape');
  assert.equal(await panel.count(), 0);
  await chips(page)
    .getByRole('button', { name: 'Remove filter strength at least 0.30', exact: true })
    .waitFor();
  await page.keyboard.press('f');
  await panel.waitFor();
  await page.getByRole('heading', { name: 'Which papers are shown' }).focus();
  await page.keyboard.press('f');
  await panel.waitFor({ state: 'detached' });
});
