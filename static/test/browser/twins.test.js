/** The two renderers: chosen by an address, alike to the eye, one in the other's place when it loses its context. */
import assert from 'node:assert/strict';
import { flow, useStage } from './stage.js';

useStage();

const COLUMNS = 32;
const ROWS = 20;
/** Of 255, between the means of any cell of the two pictures. */
const ALIKE = 2.5;
const LORA = 'hu-2022-lora';

const drawnBy = (page, name) =>
  page.waitForFunction((one) => globalThis.papergraph.inspect().renderer === one, name);

/** Has another renderer draw, without loading the page anew. */
async function drawBy(page, map, name) {
  await page.evaluate((one) => {
    const rest = location.hash.replace(/^#|&?renderer=\w+/g, '');
    location.hash = `${rest}${rest ? '&' : ''}renderer=${one}`;
  }, name);
  await drawnBy(page, name);
  await map.still();
}

/** Means of red, green and blue on a grid over the map, without what lies over it. */
async function gridOf(page) {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main > :not(#map), #labels, .dock, header')) {
      one.style.visibility = 'hidden';
    }
  });
  const box = await page.locator('#map').boundingBox();
  const picture = (await page.screenshot({ clip: box })).toString('base64');
  return page.evaluate(
    async ([bytes, columns, rows]) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], { type: 'image/png' });
      const bitmap = await createImageBitmap(blob);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      });
      context.drawImage(bitmap, 0, 0);
      const means = [];
      for (let i = 0; i < columns * rows; i++) {
        const [w, h] = [Math.floor(bitmap.width / columns), Math.floor(bitmap.height / rows)];
        const { data } = context.getImageData((i % columns) * w, Math.floor(i / columns) * h, w, h);
        for (let c = 0; c < 3; c++) {
          let sum = 0;
          for (let k = c; k < data.length; k += 4) sum += data[k];
          means.push((4 * sum) / data.length);
        }
      }
      return means;
    },
    [picture, COLUMNS, ROWS],
  );
}

for (const [name, fragment, theme] of [
  ['the map', '', 'light'],
  ['a paper in hand', `#paper=${LORA}`, 'dark'],
  ['a neighbourhood', `#paper=${LORA}&ego=1`, 'light'],
  ['near', '#cam=400.0,400.0,4.000', 'light'],
]) {
  flow(
    `the twins are alike: ${name}`,
    async (page, map) => {
      await drawBy(page, map, 'canvas2d');
      const plain = await gridOf(page);
      await drawBy(page, map, 'webgl2');
      const other = await gridOf(page);
      const most = Math.max(...plain.map((mean, i) => Math.abs(mean - other[i])));
      assert.ok(most < ALIKE, `a cell differs by ${most}`);
      const [low, high] = [Math.min(...other), Math.max(...other)];
      assert.ok(high - low > 10, 'nothing was drawn');
    },
    { fragment, theme, lenient: true },
  );
}

flow('without a graphics processor Canvas2D draws, and the address can ask for either', async (page) => {
  await drawnBy(page, 'canvas2d');
  assert.equal(await page.locator('#map canvas').count(), 2);
});

flow(
  'a lost context is drawn on with Canvas2D at once, and comes back',
  async (page, map) => {
    await drawnBy(page, 'webgl2');
    await page.evaluate(() => {
      const gl = document.querySelector('#map .layer').getContext('webgl2');
      globalThis.losing = gl.getExtension('WEBGL_lose_context');
      globalThis.losing.loseContext();
    });
    await drawnBy(page, 'canvas2d');
    await map.still();
    const { paper } = await map.sample();
    await map.clickPaper(paper);
    await page.getByRole('region', { name: 'Paper', exact: true }).waitFor();
    await map.still();
    const plain = await gridOf(page);
    await page.evaluate(() => globalThis.losing.restoreContext());
    await drawnBy(page, 'webgl2');
    await map.still();
    const other = await gridOf(page);
    assert.ok(Math.max(...plain.map((mean, i) => Math.abs(mean - other[i]))) < ALIKE);
  },
  { fragment: '#renderer=webgl2', lenient: true },
);
