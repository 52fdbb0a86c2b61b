/**
 * What every flow of the browser needs: one server, one Chromium, a fresh page each. Without Chromium the flows are left out,
 * unless PAPERGRAPH_CI=1 makes them mandatory. CHROMIUM names the browser, PAPERGRAPH the server's binary; without it the
 * server is built. The page is this checkout's. PAPERGRAPH_INPUT names what it serves in place of the embedded example.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BROWSER = process.env.CHROMIUM || '/usr/bin/chromium';
const MANDATORY = process.env.PAPERGRAPH_CI === '1';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
ARGS.push('--disable-background-networking', '--disable-component-update', '--disable-sync');

export const SIZES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** Console lines that tell of what the flow itself asked for: an answer of a server that is gone, a picture of software GL, a context taken away. */
const EXPECTED = /Failed to load resource|GL Driver Message|CONTEXT_LOST_WEBGL/;

const missing = !MANDATORY && !existsSync(BROWSER) ? 'left out: no Chromium' : false;

/** @type {{ browser: import('playwright-core').Browser, server: import('node:child_process').ChildProcess, base: string, folder: string }} */
const stage = {};

/** Starts server and browser before the first flow of a file, ends them after the last. */
export function useStage() {
  before(async () => {
    if (missing) return;
    stage.folder = mkdtempSync(path.join(tmpdir(), 'papergraph-'));
    stage.port = await freePort();
    stage.base = `http://127.0.0.1:${stage.port}/`;
    stage.binary = process.env.PAPERGRAPH || build(stage.folder);
    await startServer();
    stage.browser = await chromium.launch({ executablePath: BROWSER, args: ARGS });
  });
  after(async () => {
    await stage.browser?.close();
    await stopServer();
    if (stage.folder) rmSync(stage.folder, { recursive: true });
  });
}

function build(folder) {
  const binary = path.join(folder, 'papergraph');
  execFileSync('go', ['build', '-o', binary, './cmd/papergraph'], { cwd: ROOT, stdio: 'inherit' });
  return binary;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server, or starts it again. */
export async function startServer() {
  const input = process.env.PAPERGRAPH_INPUT ? [process.env.PAPERGRAPH_INPUT] : [];
  const args = ['serve', ...input, '--addr', `127.0.0.1:${stage.port}`, '--quiet', '--static', 'static'];
  stage.server = spawn(stage.binary, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    stage.server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    stage.server.stdout.once('data', resolve);
  });
  stage.server.removeAllListeners('exit');
}

export async function stopServer() {
  if (!stage.server || stage.server.exitCode !== null) return;
  const ended = new Promise((resolve) => stage.server.once('exit', resolve));
  stage.server.kill('SIGINT');
  await ended;
}

/**
 * One flow: a page in a fresh profile, with what the map shows of itself. It fails on any message of the console, on any
 * error, on any request that leaves the server.
 * @param {string} name
 * @param {(page: import('playwright-core').Page, map: ReturnType<typeof mapOf>) => Promise<void>} run
 * @param {{ size?: keyof typeof SIZES, theme?: 'light' | 'dark', fragment?: string, lenient?: boolean, context?: object }} [options]
 */
export function flow(
  name,
  run,
  { size = 'desk', theme = 'light', fragment = '', lenient = false, context = {} } = {},
) {
  test(name, { skip: missing, timeout: 60_000 }, async () => {
    const touch = size === 'phone';
    const profile = await stage.browser.newContext({
      viewport: SIZES[size],
      colorScheme: theme,
      hasTouch: touch,
      isMobile: touch,
      acceptDownloads: true,
      permissions: [],
      ...context,
    });
    const page = await profile.newPage();
    const wrong = watch(page, lenient);
    try {
      await page.goto(stage.base + fragment);
      await settled(page);
      await run(page, mapOf(page));
      if (wrong.length > 0) throw new Error(`the page is not silent:\n${wrong.join('\n')}`);
    } finally {
      await profile.close();
    }
  });
}

/** Everything that a silent page would not say. */
function watch(page, lenient) {
  const wrong = [];
  page.on('console', (message) => {
    if (lenient && EXPECTED.test(message.text())) return;
    wrong.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.name} ${error.message} ${error.stack}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(stage.base) && !url.startsWith(`blob:${stage.base}`)) wrong.push(`request of ${url}`);
  });
  return wrong;
}

/** Waits until the map has come to rest. */
export async function settled(page) {
  await page.waitForFunction(
    () => document.querySelector('[role=application]')?.getAttribute('aria-busy') === 'false',
  );
}

/** What the map shows of itself. */
function mapOf(page) {
  const inspect = () => page.evaluate(() => globalThis.papergraph.inspect());
  return {
    inspect,
    sample: async () => (await inspect()).sample,
    pointOf: (id) => page.evaluate((one) => globalThis.papergraph.pointOf(one), id),
    pointOfLink: (pair) => page.evaluate(([a, b]) => globalThis.papergraph.pointOfLink(a, b), pair),
    /** Clicks a paper where it is drawn. */
    clickPaper: async (id, options = {}) => {
      const { x, y } = await page.evaluate((one) => globalThis.papergraph.pointOf(one), id);
      if (options.shift) await page.keyboard.down('Shift');
      await page.mouse.click(x, y);
      if (options.shift) await page.keyboard.up('Shift');
    },
    /** Waits until no frame has been drawn for a while: the camera stands still, nothing fades. */
    still: () =>
      page.evaluate(
        (rest) =>
          new Promise((done) => {
            let last = -1;
            let since = 0;
            const look = () => {
              const { frames } = globalThis.papergraph.inspect();
              if (frames !== last) since = performance.now();
              last = frames;
              if (performance.now() - since > rest) done(frames);
              else setTimeout(look, 40);
            };
            look();
          }),
        400,
      ),
  };
}

/** Asks the server what the page should show. */
export async function ask(path) {
  const answer = await fetch(`${stage.base}api/v1/${path}`);
  return answer.json();
}

export function baseOf() {
  return stage.base;
}
