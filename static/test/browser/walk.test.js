/** Load, search, paper, link, path: what a reader comes for, each by roles and names, asserting what it does. */
import assert from 'node:assert/strict';
import { ask, flow, useStage } from './stage.js';

useStage();

flow('the map loads, says its size, and draws it', async (page, map) => {
  const head = await ask('map');
  const shown = await map.inspect();
  assert.equal(shown.state, 'ready');
  assert.equal(shown.papers, head.counts.papers);
  assert.equal(shown.links, head.counts.links);
  assert.equal(shown.drawn.nodes, head.counts.papers);
  assert.ok(shown.drawn.edges > 0 && shown.drawn.edges <= head.counts.links);
  await page.getByText(`${head.counts.papers} papers`, { exact: true }).waitFor();
  assert.ok(await page.getByRole('application', { name: 'Map of papers', exact: true }).isVisible());
});

flow('the map rests when nothing happens', async (_, map) => {
  await map.still();
  const { frames } = await map.inspect();
  await new Promise((done) => setTimeout(done, 600));
  assert.equal((await map.inspect()).frames, frames);
});

flow('search marks the words, opens with Enter, and its hits stay ringed', async (page) => {
  const { items } = await ask('papers?sort=pagerank');
  const word = items[0].title.split(/\W+/).find((w) => w.length > 5);
  const field = page.getByRole('combobox', { name: 'Search papers and concepts', exact: true });
  await page.keyboard.press('/');
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  await page.keyboard.type(word);
  const results = page.getByRole('listbox', { name: 'Search results', exact: true });
  const own = results.getByRole('option').filter({ hasText: items[0].title });
  await own.waitFor();
  assert.equal((await own.locator('mark').first().textContent()).toLowerCase(), word.toLowerCase());
  while ((await own.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Paper', exact: true })
    .getByRole('heading', { level: 2, name: items[0].title, exact: true })
    .waitFor();
  assert.match(page.url(), new RegExp(`paper=.*q=${word}`));
  await page.getByRole('button', { name: 'Clear search', exact: true }).click();
  await page.waitForFunction(() => !location.hash.includes('q='));
});

flow('search says when nothing fits', async (page) => {
  await page.getByRole('combobox', { name: 'Search papers and concepts' }).fill('zzqqxxyy');
  await page.getByText('No matches', { exact: true }).waitFor();
  const results = page.getByRole('listbox', { name: 'Search results', exact: true });
  assert.equal(await results.count(), 0);
});

flow('a click on a node opens the paper it is', async (page, map) => {
  const { paper } = await map.sample();
  const known = await ask(`papers/${encodeURIComponent(paper)}`);
  await map.clickPaper(paper);
  const panel = page.getByRole('region', { name: 'Paper', exact: true });
  await panel.getByRole('heading', { level: 2, name: known.title, exact: true }).waitFor();
  const concepts = panel.getByRole('list', { name: 'Concepts', exact: true });
  await concepts.waitFor();
  assert.equal((await map.inspect()).selection.paper, paper);
  assert.equal(await panel.locator('.abstract > p').first().textContent(), known.abstract);
  const first = await concepts.getByRole('button').first().textContent();
  assert.equal(first, known.concepts[0].label);
});

flow('concepts are marked in the abstract where the server says they stand', async (page, map) => {
  const { paper } = await map.sample();
  const { abstract, concepts } = await ask(`papers/${encodeURIComponent(paper)}`);
  const points = [...abstract];
  const words = new Set(
    concepts.flatMap((c) =>
      c.mentions.filter((m) => m.field === 'abstract').map((m) => points.slice(m.start, m.end).join('')),
    ),
  );
  await map.clickPaper(paper);
  const marks = page.getByRole('region', { name: 'Paper' }).locator('.abstract mark');
  await marks.first().waitFor();
  const found = await marks.allTextContents();
  assert.ok(found.length > 0);
  for (const text of found) assert.ok(words.has(text), text);
});

flow('Why beside a nearest paper opens the link of the two', async (page, map) => {
  const { paper } = await map.sample();
  const { items } = await ask(`papers/${encodeURIComponent(paper)}/related`);
  await map.clickPaper(paper);
  const panel = page.getByRole('region', { name: 'Paper', exact: true });
  const nearest = panel.getByRole('list', { name: 'Nearest papers', exact: true });
  await nearest.getByRole('button', { name: `Why linked to ${items[0].title}`, exact: true }).click();
  await page.getByRole('region', { name: 'Link', exact: true }).waitFor();
  assert.deepEqual((await map.inspect()).selection.link, [paper, items[0].id]);
});

flow('a click on a link says why, and its bars add up', async (page, map) => {
  const { link } = await map.sample();
  const { x, y } = await map.pointOfLink(link);
  await page.mouse.click(x, y);
  const panel = page.getByRole('region', { name: 'Link', exact: true });
  await panel.getByRole('heading', { level: 2, name: 'Why these two are linked', exact: true }).waitFor();
  assert.deepEqual([...(await map.inspect()).selection.link].sort(), [...link].sort());
  const meters = panel.getByRole('list', { name: 'Shared concepts', exact: true }).getByRole('meter');
  await meters.first().waitFor();
  const read = (name) =>
    meters.evaluateAll((all, attribute) => all.map((m) => Number(m.getAttribute(attribute))), name);
  const sum = (await read('aria-valuenow')).reduce((a, b) => a + b, 0);
  const [weight] = await read('aria-valuemax');
  const known = await ask(`links/${link.map(encodeURIComponent).join('/')}`);
  assert.ok(Math.abs(sum - weight) < 1e-9, `${sum} is not ${weight}`);
  assert.ok(Math.abs(weight - known.weight) < 1e-12);
  const label = known.shares.find((s) => s.kind !== 'word').label;
  const quotes = panel
    .getByRole('group', { name: `Evidence for ${label}`, exact: true })
    .getByRole('blockquote');
  assert.ok((await quotes.count()) >= 2);
  for (const quote of await quotes.all()) assert.ok((await quote.locator('mark').count()) > 0);
});

flow('Zoom to link brings the two apart', async (page, map) => {
  const { link } = await map.sample();
  const { x, y } = await map.pointOfLink(link);
  await page.mouse.click(x, y);
  const length = async () => {
    const [a, b] = await Promise.all(link.map(map.pointOf));
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  await page.getByRole('button', { name: 'Zoom to link', exact: true }).waitFor();
  await map.still();
  const before = await length();
  await page.getByRole('button', { name: 'Zoom to link', exact: true }).click();
  await map.still();
  assert.ok((await length()) > before, 'the two are no farther apart');
});

flow('a path is told in steps that are links, by choosing both ends', async (page, map) => {
  const { paper } = await map.sample();
  const { items } = await ask('papers?sort=pagerank');
  const from = items.find((p) => p.id === paper);
  const far = await farFrom(paper, items);
  await page.getByRole('button', { name: 'Find path', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Path', exact: true });
  for (const [name, one] of [
    ['From', from],
    ['To', far],
  ]) {
    await panel.getByRole('combobox', { name: `${name} paper`, exact: true }).fill(one.title);
    const results = panel.getByRole('listbox', { name: `${name} paper results`, exact: true });
    await results.getByRole('option', { name: one.title, exact: true }).click();
  }
  await panel.getByRole('button', { name: 'Show path', exact: true }).click();
  const steps = panel.getByRole('list', { name: 'Path steps', exact: true });
  await steps.getByRole('button', { name: far.title, exact: true }).waitFor();
  const told = await ask(`path?from=${encodeURIComponent(paper)}&to=${encodeURIComponent(far.id)}&k=3`);
  const ids = told.items[0].steps.flatMap((s) => (s.paper ? [s.paper.id] : []));
  assert.equal(await steps.getByRole('listitem').count(), told.items[0].steps.length);
  for (let i = 1; i < ids.length; i++) {
    const link = await ask(`links/${encodeURIComponent(ids[i - 1])}/${encodeURIComponent(ids[i])}`);
    assert.equal(link.linked, true);
  }
  assert.equal(decodeURIComponent(new URL(page.url()).hash), `#path=${paper}~${far.id}`);
});

/** A paper to which more than one step leads. */
async function farFrom(paper, items) {
  for (const one of items.toReversed()) {
    const link = await ask(`links/${encodeURIComponent(paper)}/${encodeURIComponent(one.id)}`);
    if (one.id === paper || link.linked) continue;
    const told = await ask(`path?from=${encodeURIComponent(paper)}&to=${encodeURIComponent(one.id)}`);
    if (told.items.length > 1) return one;
  }
  throw new Error('no paper is far');
}

flow('another path is another story', async (page, map) => {
  const { paper } = await map.sample();
  const { items } = await ask('papers?sort=pagerank');
  const far = await farFrom(paper, items);
  await page.goto(
    `${page.url().split('#')[0]}#path=${encodeURIComponent(paper)}~${encodeURIComponent(far.id)}`,
  );
  const steps = page.getByRole('list', { name: 'Path steps', exact: true });
  await steps.waitFor();
  const first = await steps.textContent();
  await page
    .getByRole('radiogroup', { name: 'Alternative paths', exact: true })
    .getByRole('radio')
    .nth(1)
    .check();
  await page.waitForFunction(
    (text) => document.querySelector('[aria-label="Path steps"]').textContent !== text,
    first,
  );
});

flow('the other end of a path is chosen by a click on the map', async (page, map) => {
  const { paper, link } = await map.sample();
  const other = link.find((id) => id !== paper);
  await page.keyboard.press('p');
  await page.getByRole('region', { name: 'Path', exact: true }).waitFor();
  await map.still();
  await map.clickPaper(paper);
  await map.clickPaper(other);
  await page.getByRole('list', { name: 'Path steps', exact: true }).waitFor();
  assert.equal(decodeURIComponent(new URL(page.url()).hash), `#path=${paper}~${other}`);
});

flow('Shift and a click ask why those two', async (page, map) => {
  const { link } = await map.sample();
  await map.clickPaper(link[0]);
  await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
  await map.still();
  await map.clickPaper(link[1], { shift: true });
  await page.getByRole('region', { name: 'Link', exact: true }).waitFor();
  assert.deepEqual((await map.inspect()).selection.link, link);
});
