/** Hints of the first visit: three, one after the other, gone for good; and the help that lists all keys. */
import assert from 'node:assert/strict';
import { flow, settled, useStage } from './stage.js';

useStage();

const hint = (page) => page.getByRole('note', { name: 'Hint', exact: true });

flow('three hints come one after the other and never again', async (page) => {
  for (const text of [
    'Click a paper to read it in its place.',
    'Click a link to see why it is there, sentence by sentence.',
    'Press / to find papers and concepts.',
  ]) {
    await hint(page).getByText(text, { exact: true }).waitFor();
    await hint(page).getByRole('button', { name: 'Dismiss hint', exact: true }).click();
  }
  await hint(page).waitFor({ state: 'detached' });
  await page.reload();
  await settled(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help', exact: true }).waitFor();
  assert.equal(await hint(page).count(), 0);
});

flow('who does what a hint says has learnt it', async (page, map) => {
  await hint(page).getByText('Click a paper to read it in its place.', { exact: true }).waitFor();
  await map.clickPaper((await map.sample()).paper);
  await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
  assert.equal(await hint(page).count(), 0);
  await page.keyboard.press('Escape');
  await hint(page)
    .getByText(/^Click a link/)
    .waitFor();
});

flow('the help lists every single key that acts', async (page) => {
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Help', exact: true }).locator('kbd');
  await keys.first().waitFor();
  const listed = new Set(await keys.allTextContents());
  for (const key of [
    '/',
    'N',
    'P',
    'B',
    'F',
    'L',
    'W',
    'T',
    'E',
    '[',
    ']',
    '+',
    '-',
    '0',
    'Enter',
    'Space',
    'Esc',
  ])
    assert.ok(listed.has(key), key);
});
