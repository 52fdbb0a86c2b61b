/**
 * What the page takes on maps of several sizes, in headless Chromium without a graphics processor: npm run speed, or with
 * sizes: npm run speed -- 274 5000. Prints a table. CHROMIUM names the browser.
 */
import { chromium } from 'playwright-core';
import { largeMap } from './large.js';
import { serveMap } from './serve.js';

const BROWSER = process.env.CHROMIUM || '/usr/bin/chromium';
const LINKS_EACH = 14;
const MOVES = 12;
/** ms in which an idle page must not draw. */
const IDLE = 1500;

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const rows = [];
for (const n of sizes.length > 0 ? sizes : [274, 5_000, 20_000]) rows.push(await measure(n));
console.table(rows);

/** @param {number} n papers */
async function measure(n) {
  const map = largeMap(n, LINKS_EACH);
  const server = await serveMap(map);
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.base);
    await page.waitForFunction(
      () => document.querySelector('[role=application]')?.getAttribute('aria-busy') === 'false',
      null,
      { timeout: 120_000 },
    );
    const start = await page.evaluate(marks);
    const pan = await page.evaluate(panned, MOVES);
    const idle = await page.evaluate(framesIn, IDLE);
    return { papers: n, links: map.head.counts.links, ...start, ...pan, 'idle frames': idle };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** First picture, and what the last frame took apart, ms. */
function marks() {
  const first = performance.getEntriesByName('papergraph:first-picture')[0].startTime;
  const took = (name) => Math.round(10 * (performance.getEntriesByName(name).at(-1)?.duration ?? 0)) / 10;
  return {
    'first picture': Math.round(first),
    frame: took('papergraph:frame'),
    labels: took('papergraph:place'),
    scene: took('papergraph:scene'),
  };
}

/** Pans by keys and takes the median of frames, and the share of links that the last one drew. @param {number} moves */
async function panned(moves) {
  const map = document.querySelector('[role=application]');
  const frames = [];
  for (let i = 0; i < moves; i++) {
    const options = {
      key: i % 2 ? 'ArrowLeft' : 'ArrowRight',
      shiftKey: true,
      bubbles: true,
      cancelable: true,
    };
    map.dispatchEvent(new KeyboardEvent('keydown', options));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    frames.push(performance.getEntriesByName('papergraph:frame').at(-1).duration);
  }
  frames.sort((a, b) => a - b);
  const { share } = globalThis.papergraph.inspect().drawn;
  return {
    'pan, median frame': Math.round(10 * frames[moves >> 1]) / 10,
    'links kept in a pan': share.toFixed(2),
  };
}

/** Frames in a while after the map came to rest. @param {number} ms */
async function framesIn(ms) {
  const now = () => globalThis.papergraph.inspect().frames;
  for (let last = -1; last !== now(); await new Promise((done) => setTimeout(done, 600))) last = now();
  const before = now();
  await new Promise((done) => setTimeout(done, ms));
  return now() - before;
}
