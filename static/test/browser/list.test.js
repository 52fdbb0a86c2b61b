/** The reading list: how papers come into it, what is kept, what is taken away, what happens when nothing can be kept. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ask, flow, settled, useStage } from './stage.js';

useStage();

const region = (page) => page.getByRole('region', { name: 'Reading list', exact: true });
const items = (page) =>
  region(page).getByRole('list', { name: 'Papers in the list', exact: true }).getByRole('listitem');

async function openList(page) {
  await page.getByRole('button', { name: 'Reading list', exact: true }).click();
  await region(page).waitFor();
}

/** Selects the most central papers of so many areas by keys, and adds them. */
async function addByKeys(page, count) {
  await page.getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  for (let i = 1; i < count; i++) {
    await page.keyboard.press('PageDown');
    await page.keyboard.press(' ');
  }
  await page.getByRole('button', { name: `Add ${count} papers`, exact: true }).waitFor();
  await page.keyboard.press('l');
}

flow('a paper is added in its panel, is kept, and comes back with the next visit', async (page, map) => {
  const { paper } = await map.sample();
  const { title } = await ask(`papers/${encodeURIComponent(paper)}`);
  await map.clickPaper(paper);
  const add = page.getByRole('button', { name: 'Add to reading list', exact: true });
  await add.click();
  assert.equal(await add.getAttribute('aria-pressed'), 'true');
  await openList(page);
  await region(page).getByRole('button', { name: title, exact: true }).waitFor();
  await region(page)
    .getByRole('textbox', { name: `Note on ${title}`, exact: true })
    .fill('for chapter two');
  await page.reload();
  await settled(page);
  const note = region(page).getByRole('textbox', { name: `Note on ${title}`, exact: true });
  assert.equal(await note.inputValue(), 'for chapter two');
  await region(page)
    .getByRole('button', { name: `Remove ${title}`, exact: true })
    .click();
  await region(page).getByText('No papers yet.', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  assert.equal(await items(page).count(), 1);
  await page.keyboard.press('Control+Shift+z');
  await region(page).getByText('No papers yet.', { exact: true }).waitFor();
});

flow('papers are selected and added by keys alone, moved by hand and put in order', async (page) => {
  await addByKeys(page, 3);
  assert.equal(await page.getByRole('group', { name: 'Selection', exact: true }).count(), 0);
  await page.getByRole('application').blur();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('l');
  await region(page).waitFor();
  const titles = async () =>
    (await items(page).all()).length && (await items(page).locator('.entry .title').allTextContents());
  const before = await titles();
  assert.equal(before.length, 3);
  await region(page)
    .getByRole('button', { name: `Move up ${before[2]}`, exact: true })
    .focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await titles(), [before[0], before[2], before[1]]);
  const focused = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(focused, `Move up ${before[2]}`);
  await region(page)
    .getByRole('combobox', { name: 'Reading order', exact: true })
    .selectOption('Central first');
  const central = await titles();
  const { items: ranked } = await ask('papers?sort=pagerank&limit=1000&fields=title');
  const place = (title) => ranked.findIndex((p) => p.title === title);
  assert.deepEqual(
    central,
    [...central].sort((a, b) => place(a) - place(b)),
  );
  assert.equal(
    await region(page)
      .getByRole('button', { name: /^Move up/ })
      .count(),
    0,
  );
});

flow('a line drawn with Shift selects what is inside, and that is added', async (page, map) => {
  const { paper } = await map.sample();
  const { x, y } = await map.pointOf(paper);
  const camera = (await map.inspect()).camera;
  const all = await ask('papers?limit=1000&fields=id');
  await page.keyboard.down('Shift');
  await page.mouse.move(x - 60, y - 60);
  await page.mouse.down();
  for (const [dx, dy] of [
    [60, -60],
    [60, 60],
    [-60, 60],
    [-60, -58],
  ])
    await page.mouse.move(x + dx, y + dy, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const inside = await page.evaluate(
    ({ ids, left, top }) =>
      ids.filter((id) => {
        const p = globalThis.papergraph.pointOf(id);
        return p.x > left && p.x < left + 120 && p.y > top && p.y < top + 119;
      }).length,
    { ids: all.items.map((p) => p.id), left: x - 60, top: y - 60 },
  );
  assert.ok(inside > 0);
  assert.deepEqual((await map.inspect()).camera, camera);
  const name = inside === 1 ? 'Add 1 paper' : `Add ${inside} papers`;
  await page.getByRole('button', { name, exact: true }).click();
  await openList(page);
  assert.equal(await items(page).count(), inside);
});

flow('the list is downloaded as Markdown and CSV', async (page) => {
  await addByKeys(page, 3);
  await openList(page);
  const first = await items(page).locator('.entry .title').first().textContent();
  await region(page)
    .getByRole('textbox', { name: `Note on ${first}`, exact: true })
    .fill('=SUM(1)');
  const taken = async (name) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      region(page)
        .getByRole('button', { name: `Download ${name}`, exact: true })
        .click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const { items: known } = await ask('papers?limit=1000&fields=title,authors,year');
  const paper = known.find((p) => p.title === first);
  const text = await taken('Markdown');
  assert.match(text.name, /-reading-list\.md$/);
  assert.equal(text.text.match(/^\d+\. /gm).length, 3);
  assert.ok(text.text.includes(String(paper.year)) && text.text.includes('   > =SUM(1)'));
  const table = await taken('CSV');
  const rows = table.text.trim().split('\r\n');
  assert.equal(rows.length, 4);
  assert.ok(rows[1].includes("'=SUM(1)") && rows[1].includes(paper.authors[0].split(',')[0]));
});

flow('only the reading list is shown when a filter asks for it', async (page, map) => {
  await addByKeys(page, 4);
  await page.keyboard.press('f');
  await page.getByRole('checkbox', { name: 'Only the reading list', exact: true }).check();
  await page.waitForFunction(() => globalThis.papergraph.inspect().drawn.nodes === 4);
  assert.ok((await map.inspect()).labels.length > 0);
});

flow('storage that is refused is named, and the list stays while the page is open', async (page) => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await addByKeys(page, 2);
  await openList(page);
  await region(page)
    .getByRole('alert')
    .getByText(/^This browser does not keep the list/)
    .waitFor();
  assert.equal(await items(page).count(), 2);
});

flow('a list that cannot be read is put aside, not lost', async (page) => {
  const key = await page.evaluate(() => {
    const name = `papergraph:list:${document.getElementById('source').textContent}`;
    localStorage.setItem(name, '{"broken');
    return name;
  });
  await page.reload();
  await settled(page);
  await addByKeys(page, 2);
  assert.equal(await page.evaluate((name) => localStorage.getItem(`${name}:unreadable`), key), '{"broken');
  assert.match(await page.evaluate((name) => localStorage.getItem(name), key), /"format":1/);
});
