/** What is shared: a link that brings the view back, a citation, pictures and files of a part. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ask, flow, settled, useStage } from './stage.js';

useStage();

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

flow(
  'the link leads back to the view: what is open, filters, camera',
  async (page, map) => {
    const { paper } = await map.sample();
    await map.clickPaper(paper);
    await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
    await page.keyboard.press('+');
    await map.still();
    const { camera, drawn } = await map.inspect();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this view', exact: true });
    const link = await dialog.getByRole('textbox', { name: 'Link to this view', exact: true }).inputValue();
    await dialog.getByRole('button', { name: 'Copy link', exact: true }).click();
    await page
      .getByRole('status', { name: 'Announcements' })
      .filter({ hasText: 'copied' })
      .waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    await page.goto('about:blank');
    await page.goto(link);
    await settled(page);
    await map.still();
    const again = await map.inspect();
    assert.equal(again.selection.paper, paper);
    assert.equal(again.drawn.nodes, drawn.nodes);
    for (const key of ['x', 'y', 'k']) assert.ok(Math.abs(again.camera[key] - camera[key]) < 1, key);
  },
  { ...clipboard, fragment: '#from=2015&size=equal' },
);

flow(
  'a citation is copied',
  async (page, map) => {
    const { paper } = await map.sample();
    const { title, year } = await ask(`papers/${encodeURIComponent(paper)}`);
    await map.clickPaper(paper);
    await page.getByRole('button', { name: 'Copy citation', exact: true }).click();
    await page
      .getByRole('status', { name: 'Announcements' })
      .filter({ hasText: 'copied' })
      .waitFor({ state: 'attached' });
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.includes(title) && text.includes(`(${year})`), text);
  },
  clipboard,
);

flow('where copying is refused the text stands selected', async (page, map) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await map.clickPaper((await map.sample()).paper);
  await page.getByRole('button', { name: 'Copy citation', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Text to copy', exact: true });
  await field.waitFor();
  assert.ok(
    await field.evaluate((one) => one === document.activeElement && one.selectionEnd === one.value.length),
  );
});

flow('the reading list is exported alone, as a graph and as a picture', async (page) => {
  await page.getByRole('application').focus();
  for (const key of ['Home', ' ', 'PageDown', ' ', 'PageDown', ' ', 'l']) await page.keyboard.press(key);
  const taken = async (name) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
    await dialog.getByRole('radio', { name: 'Reading list', exact: true }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: `Download ${name}`, exact: true }).click(),
    ]);
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    return readFile(await file.path(), 'utf8');
  };
  assert.equal(JSON.parse(await taken('JSON')).nodes.length, 3);
  const picture = await taken('SVG');
  const part = (id) => new RegExp(`<g id="${id}"[^>]*>(.*?)</g>`, 's').exec(picture)[1];
  assert.equal(`${part('papers-behind')}${part('papers')}`.split('<title>').length - 1, 3);
  const { frames } = await page.evaluate(() => globalThis.papergraph.inspect());
  assert.ok(frames > 0);
});
