/** Each export is downloaded, opened and counted. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ask, flow, useStage } from './stage.js';

useStage();

/** Opens the dialog and downloads one format. */
async function download(page, name, prepare = async () => {}) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await prepare(dialog);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: `Download ${name}`, exact: true }).click(),
  ]);
  const bytes = await readFile(await file.path());
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  return { bytes, text: bytes.toString('utf8'), name: file.suggestedFilename() };
}

const times = (text, what) => text.split(what).length - 1;

flow('GraphML holds all papers and links', async (page) => {
  const { counts } = await ask('map');
  const { text, name } = await download(page, 'GraphML');
  assert.match(name, /\.graphml$/);
  assert.equal(times(text, '<node '), counts.papers);
  assert.equal(times(text, '<edge '), counts.links);
});

flow('JSON holds all papers and links', async (page) => {
  const { counts } = await ask('map');
  const graph = JSON.parse((await download(page, 'JSON')).text);
  assert.equal(graph.nodes.length, counts.papers);
  assert.equal((graph.links ?? graph.edges).length, counts.links);
});

flow('CSV is a zip with nodes and edges', async (page) => {
  const { bytes, text, name } = await download(page, 'CSV');
  assert.match(name, /\.zip$/);
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.match(text, /nodes\.csv/);
  assert.match(text, /edges\.csv/);
});

flow('the report names every community', async (page) => {
  const { communities } = await ask('map');
  const { text, name } = await download(page, 'Report');
  assert.match(name, /\.md$/);
  assert.match(text, /^# /m);
  const plain = text.replaceAll('\\', '');
  for (const { name: community } of communities) assert.ok(plain.includes(community), community);
});

flow('SVG parses, holds all papers, and no script', async (page) => {
  const { counts } = await ask('map');
  const { text } = await download(page, 'SVG', (dialog) =>
    dialog.getByRole('checkbox', { name: 'With legend', exact: true }).uncheck(),
  );
  const seen = await page.evaluate((source) => {
    const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      fault: picture.querySelector('parsererror') !== null,
      circles: picture.querySelectorAll('circle').length,
      scripts: picture.querySelectorAll('script').length,
    };
  }, text);
  assert.equal(seen.fault, false);
  assert.ok(seen.circles >= counts.papers, `${seen.circles} circles`);
  assert.equal(seen.scripts, 0);
  assert.ok(!/(?:href|src)="https?:/.test(text));
});

flow('the legend goes into the picture when it is asked for', async (page) => {
  const legend = (dialog) => dialog.getByRole('checkbox', { name: 'With legend', exact: true });
  const { communities } = await ask('map');
  const bare = await download(page, 'SVG', (dialog) => legend(dialog).uncheck());
  const full = await download(page, 'SVG', (dialog) => legend(dialog).check());
  const first = communities[0].name.split(' · ')[0];
  assert.ok(times(full.text, first) > times(bare.text, first));
});

flow('PNG is a picture of the size that was asked for', async (page) => {
  const size = async (x) => {
    const { bytes } = await download(page, 'PNG', (dialog) =>
      dialog.getByRole('combobox', { name: 'Picture size', exact: true }).selectOption(x),
    );
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    return bytes.readUInt32BE(16);
  };
  const [one, four] = [await size('1x'), await size('4x')];
  assert.ok(Math.abs(four - 4 * one) <= 4, `${one} and ${four} px wide`);
});

flow('what is shown is all that is exported, when that is asked for', async (page) => {
  const { communities, counts } = await ask('map');
  await page.getByRole('checkbox', { name: `Show ${communities[0].name}`, exact: true }).uncheck();
  const shown = (dialog) => dialog.getByRole('radio', { name: 'What is shown', exact: true }).check();
  const graph = JSON.parse((await download(page, 'JSON', shown)).text);
  assert.equal(graph.nodes.length, counts.papers - communities[0].size);
  const whole = JSON.parse((await download(page, 'JSON')).text);
  assert.equal(whole.nodes.length, counts.papers);
});

flow('a selection is exported alone', async (page) => {
  await page.getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.keyboard.press('PageDown');
  await page.keyboard.press(' ');
  const selection = (dialog) => dialog.getByRole('radio', { name: 'Selection', exact: true }).check();
  const graph = JSON.parse((await download(page, 'JSON', selection)).text);
  assert.equal(graph.nodes.length, 2);
});
