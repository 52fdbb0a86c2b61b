/** Wires the parts of the page; the only file that knows all of them. */

import { createApi } from './api.js';
import { createView } from './render/view.js';
import { createStore, initialState, OPENED } from './state.js';
import { followFilters } from './ui/active.js';
import { floating, freeArea } from './ui/area.js';
import { choosing } from './ui/choosing.js';
import { createCorner, followCount } from './ui/corner.js';
import { createEgoLine } from './ui/ego.js';
import { byId } from './ui/h.js';
import { droppedLine, followHistory, readAddress } from './ui/history.js';
import { icon } from './ui/icons.js';
import { listenToKeys } from './ui/keys.js';
import { createLegend } from './ui/legend.js';
import { loadMap } from './ui/load.js';
import { createMapKeys } from './ui/mapkeys.js';
import { noticeConnection, noticeExample, noticeLine } from './ui/notice.js';
import { createPair } from './ui/pair.js';
import { createPanel, fetchPanels } from './ui/panel.js';
import { createPrint } from './ui/print.js';
import { say } from './ui/say.js';
import { createScreen } from './ui/screen.js';
import { createSearch } from './ui/search.js';
import { createSteps } from './ui/steps.js';
import { firstTheme, followTheme, switchTheme } from './ui/theme.js';
import { createToolbar } from './ui/toolbar.js';
import { createViews } from './ui/views.js';

/** @import { Page, Head } from './ui/page.js' */
/** @import { Model } from './model.js' */
/** @import { Store } from './state.js' */

byId('old', HTMLElement).remove();
const map = byId('map', HTMLElement);
const screen = createScreen();
const api = createApi('api/v1/');
/** @type {Page | null} */
let page = null;
/** @type {Head | null} */
let head = null;
const store = createStore(initialState({ theme: firstTheme() }), () =>
  (head?.communities ?? []).map((c) => c.id),
);

followTheme(store);
noticeConnection(api, say);
byId('skip', HTMLElement).addEventListener('click', (e) => {
  e.preventDefault();
  map.focus();
});
showItself();
load();

async function load() {
  try {
    const loaded = await loadMap(api, screen);
    head = loaded.head;
    if (loaded.model.n === 0) {
      map.setAttribute('aria-busy', 'false');
      return screen.empty();
    }
    page = begin(loaded.head, loaded.model);
    screen.ready();
  } catch (fault) {
    screen.error(/** @type {Error} */ (fault).message, load);
  }
}

/**
 * Makes the page of a map. What takes room of the map stands before the view asks for the free area.
 * @param {Head} head
 * @param {Model} model
 * @returns {Page}
 */
function begin(head, model) {
  const size = head.columns[0]?.name ?? 'equal';
  const start = initialState({ size });
  const { said, rest, dropped } = readAddress(location.hash, head, model);
  store.actions.restore(said, start);
  document.title = `${head.title} · papergraph`;
  byId('source', HTMLElement).textContent = head.title;
  noticeExample(head, () => page?.view.areaChanged());
  const parts = /** @type {Page} */ ({ store, api, head, model, say });
  followCount(parts);
  const line = droppedLine(dropped);
  const pair = createPair(parts);
  const legend = createLegend(parts);
  if (window.innerWidth < 900) legend.fold(true);
  const panel = createPanel(parts);
  parts.view = createView({
    canvas: byId('graph', HTMLCanvasElement),
    overlay: byId('labels', HTMLCanvasElement),
    model,
    head,
    store: choosing(parts, map),
    area: freeArea,
    obstacles: floating,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    onPick: ({ node }) => pair.select(node, true),
    onSettled: () => settled(line),
  });
  createCorner(parts);
  followFilters(parts);
  const search = createSearch(parts);
  createTools(parts);
  createViews(parts);
  createEgoLine(parts);
  createPrint(parts);
  createMapKeys(parts, (node) => pair.select(node, false));
  letters(parts, { search, pair, steps: createSteps(parts), close: () => stepBack(panel) });
  followHistory(store, { head, model, start, rest, tell: (line) => noticeLine(line, say) });
  noticeLine(line, say);
  window.addEventListener('resize', () => parts.view.resize());
  parts.view.areaChanged();
  return parts;
}

/** The map settled: it can be used, and what may be needed later is fetched. @param {string} line what else is to be said */
function settled(line) {
  map.setAttribute('aria-busy', 'false');
  say(['The map is ready.', line].filter(Boolean).join(' '));
  fetchPanels();
}

/** @param {Page} parts */
function createTools(parts) {
  const dark = () => store.get().theme === 'dark';
  const tools = createToolbar([
    { name: () => 'Find path', short: 'Path', icon: () => icon('path'), run: () => findPath() },
    ...(parts.head.communities.length > 1
      ? [{ name: () => 'Bridges', short: 'Bridges', icon: () => icon('bridges'), run: showBridges }]
      : []),
    { name: () => 'Filters', short: 'Filters', icon: () => icon('filter'), run: () => toggle('filters') },
    { name: () => 'Export', short: 'Export', icon: () => icon('export'), run: () => showExport(parts) },
    {
      name: () => (dark() ? 'Switch to light theme' : 'Switch to dark theme'),
      icon: () => icon(dark() ? 'sun' : 'moon'),
      run: () => switchTheme(store),
    },
    { name: () => 'Help', icon: () => icon('help'), run: () => showHelp(parts) },
  ]);
  store.subscribe(['theme'], tools.draw);
}

function findPath() {
  const { paper, path } = store.get();
  if (!path) store.actions.open({ path: { from: paper ?? '', to: '' } });
}

/** From the community in hand, if there is one. */
function showBridges() {
  const { paper, community, bridges } = store.get();
  const own = page?.model.communityOf(page.model.nodeOf(paper))?.id;
  if (!bridges && (head?.communities.length ?? 0) > 1) {
    store.actions.open({ bridges: { a: community ?? own ?? 0, b: 0 } });
  }
}

/** Opens a panel, or closes it where it is open. @param {'filters'} panel */
function toggle(panel) {
  store.actions.open(store.get()[panel] ? null : { [panel]: true });
}

/** @param {Page} parts */
async function showExport(parts) {
  const { openExport } = await import('./ui/export.js');
  openExport(parts);
}

/** @param {Page} parts */
async function showHelp(parts) {
  const { openHelp } = await import('./ui/help.js');
  await openHelp(parts);
}

/**
 * @param {Page} parts
 * @param {{ search: { focus: () => void }, pair: { why: () => void }, steps: ReturnType<typeof createSteps>, close: () => void }} acts
 */
function letters(parts, { search, pair, steps, close }) {
  const { view } = parts;
  listenToKeys(
    {
      '/': search.focus,
      n: () => steps.nextHit(1),
      'shift+n': () => steps.nextHit(-1),
      p: findPath,
      b: showBridges,
      f: () => toggle('filters'),
      w: pair.why,
      t: () => store.actions.setView(store.get().view === 'map' ? 'table' : 'map'),
      e: () => showExport(parts),
      '?': () => showHelp(parts),
      0: () => view.fit(),
      '+': () => view.zoom(1.5),
      '=': () => view.zoom(1.5),
      '-': () => view.zoom(1 / 1.5),
      ']': () => steps.nearest(1),
      '[': () => steps.nearest(-1),
    },
    close,
  );
}

/** One step back: what is open, then what is selected, then what is shown alone. @param {{ close: () => void }} panel */
function stepBack(panel) {
  const state = store.get();
  const { paper, link, concept, filters, list, selected, only, ego } = state;
  if (ego !== null && (link ?? concept ?? filters ?? list ?? (paper !== null && paper !== ego)))
    store.actions.open({ paper: ego });
  else if (ego !== null) store.actions.setEgo(null);
  else if (OPENED.some((key) => state[key] !== null)) panel.close();
  else if (selected.length > 0) store.actions.clearSelection();
  else if (only !== null) store.actions.only(null);
}

/** What the page shows of itself to tests and to whoever asks. */
function showItself() {
  const inspect = () => {
    const { paper, link } = store.get();
    const counts = page?.head.counts;
    const seen = page?.view.inspect();
    return {
      renderer: 'canvas2d',
      drawn: { nodes: 0, edges: 0 },
      camera: { x: 0, y: 0, k: 1 },
      labels: [],
      frames: 0,
      sample: { paper: null, link: null },
      neighbourhood: null,
      lit: [],
      ...seen,
      state: screen.condition(),
      papers: counts?.papers ?? 0,
      links: counts?.links ?? 0,
      edits: 0,
      selection: { paper, link },
    };
  };
  const shown = {
    inspect,
    pointOf: (/** @type {string} */ id) => page?.view.pointOf(id) ?? null,
    pointOfLink: (/** @type {string} */ a, /** @type {string} */ b) => page?.view.pointOfLink(a, b) ?? null,
  };
  Object.defineProperty(globalThis, 'papergraph', { value: Object.freeze(shown), enumerable: true });
}
