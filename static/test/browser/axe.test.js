/** What axe finds, in each state and both themes: nothing. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { flow, useStage } from './stage.js';

useStage();

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The states that axe looks at. */
const STATES = {
  start: async () => {},
  paper: async (page, map) => {
    await map.clickPaper((await map.sample()).paper);
    await page.getByRole('list', { name: 'Concepts', exact: true }).waitFor();
  },
  link: async (page, map) => {
    const { x, y } = await map.pointOfLink((await map.sample()).link);
    await page.mouse.click(x, y);
    await page.getByRole('meter').first().waitFor();
  },
  path: async (page, map) => {
    const [a, b] = (await map.sample()).link;
    await page.goto(`${page.url()}#path=${encodeURIComponent(a)}~${encodeURIComponent(b)}`);
    await page.getByRole('list', { name: 'Path steps', exact: true }).waitFor();
  },
  search: async (page) => {
    await page.getByRole('combobox', { name: 'Search papers and concepts' }).fill('learning');
    await page.getByRole('option').first().waitFor();
  },
  community: async (page) => {
    await page.goto(`${page.url()}#community=1`);
    await page.getByRole('list', { name: 'Central papers', exact: true }).waitFor();
  },
  bridges: async (page) => {
    await page.goto(`${page.url()}#bridges=1~8`);
    await page.getByRole('list', { name: 'Bridging papers', exact: true }).waitFor();
  },
  filters: async (page) => {
    await page.goto(`${page.url()}#filters=1&from=2022&kinds=m&min=0.1`);
    await page.getByRole('slider', { name: 'From year', exact: true }).waitFor();
  },
  'nothing passes': async (page) => {
    await page.goto(`${page.url()}#from=2400`);
    await page.getByRole('heading', { name: 'No paper passes the filters', exact: true }).waitFor();
  },
  neighbourhood: async (page, map) => {
    const { paper } = await map.sample();
    await page.goto(`${page.url()}#paper=${encodeURIComponent(paper)}&ego=1`);
    await page.getByRole('button', { name: 'Show whole map', exact: true }).waitFor();
  },
  table: async (page) => {
    await page.keyboard.press('t');
    await page.getByRole('table', { name: 'Papers', exact: true }).waitFor();
  },
  export: async (page) => {
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor();
  },
  help: async (page) => {
    await page.keyboard.press('?');
    await page.getByText('What was read', { exact: true }).waitFor();
  },
};

for (const theme of ['light', 'dark']) {
  for (const [state, reach] of Object.entries(STATES)) {
    flow(
      `axe finds nothing: ${state}, ${theme}`,
      async (page, map) => {
        await reach(page, map);
        await map.still();
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => {
          const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
          return found.violations.map(
            (v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).join('; ')}`,
          );
        });
        assert.deepEqual(violations, []);
      },
      { theme },
    );
  }
}
