/**
 * The state of the page: one plain object, replaced field by field through actions. Scene, panels, labels and address are
 * functions of it.
 */

/** @typedef {{ x: number, y: number, k: number }} Camera */
/** @typedef {{ from: string, to: string }} Ends  ids of papers, empty where none is chosen yet */
/** @typedef {{ a: number, b: number }} Areas  ids of communities, 0 where none is chosen yet */

/**
 * What papers and links must have to be shown. Years, strength and score null: no bound. kinds and links: the kinds that
 * count. matches: the papers that hold the words, null until the server said so.
 * @typedef {{
 *   from: number | null, to: number | null, min: number | null, score: number | null,
 *   kinds: Set<string>, links: Set<string>, words: string, matches: number[] | null, listed: boolean,
 * }} Filters
 */

/**
 * @typedef {Filters & {
 *   paper: string | null, link: [string, string] | null, concept: string | null, community: number | null,
 *   path: Ends | null, pathSteps: string[], bridges: Areas | null, bridging: string[], filters: true | null, list: true | null,
 *   query: string, hits: number[],
 *   hidden: Set<number>, only: number | null, selected: string[],
 *   hover: { node: number } | { link: number } | null,
 *   ego: string | null, theme: 'light' | 'dark', colour: string, size: string, view: 'map' | 'table', cam: Camera | null,
 *   renderer: 'webgl2' | 'canvas2d' | null, reading: string[],
 * }} State  papers by id, communities by id, hits and hover by number; ego is the paper whose neighbourhood is shown in place
 *   of the map; reading: the papers of the reading list, as kept
 */

/**
 * @typedef {{ paper: string } | { link: [string, string] } | { concept: string } | { community: number } | { path: Ends } |
 *   { bridges: Areas } | { filters: true } | { list: true } | null} Opened
 */
/** @typedef {ReturnType<typeof createStore>} Store */

/** The fields of which at most one is set: what the panel shows. */
export const OPENED = /** @type {const} */ ([
  'paper',
  'link',
  'concept',
  'community',
  'path',
  'bridges',
  'filters',
  'list',
]);

/** Kinds of terms that a link may share, and of links that are shown unless a filter says otherwise. */
export const ALL_KINDS = ['method', 'dataset', 'metric', 'task', 'concept'];
const USUAL_LINKS = ['terms', 'citation', 'coupling', 'cocitation', 'authors'];

/** No filter. @type {Readonly<Filters>} */
export const NO_FILTERS = {
  from: null,
  to: null,
  min: null,
  score: null,
  kinds: new Set(ALL_KINDS),
  links: new Set(USUAL_LINKS),
  words: '',
  matches: null,
  listed: false,
};

/** The fields that say which papers and links are shown. */
export const FILTERED = /** @type {(keyof State)[]} */ ([
  ...Object.keys(NO_FILTERS),
  'hidden',
  'only',
  'reading',
]);

/** @type {State} */
const NOTHING = {
  ...NO_FILTERS,
  paper: null,
  link: null,
  concept: null,
  community: null,
  path: null,
  filters: null,
  list: null,
  pathSteps: [],
  bridges: null,
  bridging: [],
  query: '',
  hits: [],
  hidden: new Set(),
  only: null,
  selected: [],
  hover: null,
  ego: null,
  theme: 'light',
  colour: 'community',
  size: 'equal',
  view: 'map',
  cam: null,
  reading: [],
  renderer: null,
};

/** @param {Partial<State>} [patch] @returns {State} */
export function initialState(patch = {}) {
  return { ...NOTHING, ...patch };
}

/**
 * @param {State} state
 * @param {() => number[]} [communities] ids of all communities, asked when one of them is toggled
 */
export function createStore(state, communities = () => []) {
  const inner = observed(state);
  const { get, set } = inner;
  const actions = {
    /** Shows one thing in the panel in place of what is there; null closes it. @param {Opened} what */
    open: (what) => set({ ...closed(), hover: null, ...what, ...(needsMap(what) ? { ego: null } : {}) }),
    /** Shows the neighbourhood of a paper in place of the map; null brings the map back. @param {string | null} ego */
    setEgo: (ego) => set({ ego, hover: null }),
    /** @param {State['hover']} hover */
    hover: (hover) => set({ hover }),
    /** @param {Camera | null} cam */
    camera: (cam) => set({ cam }),
    /** Hides or shows a community; what "only" hid is hidden one by one then. @param {number} id */
    toggleCommunity: (id) => {
      const { only, hidden } = get();
      const next = new Set(only === null ? hidden : communities().filter((other) => other !== only));
      if (!next.delete(id)) next.add(id);
      set({ hidden: next, only: null });
    },
    showAll: () => set({ hidden: new Set(), only: null }),
    /** @param {number | null} id */
    only: (id) => set({ only: id, hidden: new Set() }),
    /** @param {Partial<Filters>} filters */
    filter: (filters) => set(filters),
    /** Shows everything again, hidden communities as well. */
    clearFilters: () => set({ ...NO_FILTERS, hidden: new Set(), only: null }),
    /** @param {string[]} reading */
    setReading: (reading) => set({ reading }),
    /** Adds a paper to the selection or takes it out. @param {string} id */
    select: (id) => {
      const { selected } = get();
      set({ selected: selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id] });
    },
    /** Adds papers to the selection. @param {string[]} ids */
    selectAll: (ids) => set({ selected: [...new Set([...get().selected, ...ids])] }),
    clearSelection: () => set({ selected: [] }),
    /** @param {string} query */
    setQuery: (query) => set({ query }),
    /** @param {number[]} hits */
    setHits: (hits) => set({ hits }),
    /** @param {string[]} pathSteps */
    setPathSteps: (pathSteps) => set({ pathSteps }),
    /** Papers that join the two communities, best first. @param {string[]} bridging */
    setBridging: (bridging) => set({ bridging }),
    /** @param {State['theme']} theme */
    setTheme: (theme) => set({ theme }),
    /** @param {string} colour */
    setColour: (colour) => set({ colour }),
    /** @param {string} size */
    setSize: (size) => set(size === get().size ? {} : { size, score: null }),
    /** @param {State['view']} view */
    setView: (view) => set({ view }),
    /** Takes what an address says; what it does not say is as at the start. @param {Partial<State>} said @param {State} start */
    restore: (said, start) => set({ ...start, theme: get().theme, reading: get().reading, ...said }),
  };
  return { get, subscribe: inner.subscribe, actions };
}

/** @type {Partial<State>} */
export const CLOSED = Object.fromEntries(OPENED.map((key) => [key, null]));

/** Whether what is opened speaks of the whole map, so that a neighbourhood gives way to it. @param {Opened} what */
function needsMap(what) {
  return what !== null && ('community' in what || 'path' in what || 'bridges' in what);
}

/** Nothing open. @returns {Partial<State>} */
function closed() {
  return { ...CLOSED, pathSteps: [], bridging: [] };
}

/**
 * A state and those who want to know of its changes.
 * @param {State} state
 */
function observed(state) {
  let now = state;
  /** @type {Set<{ keys: readonly (keyof State)[], fn: (state: State) => void }>} */
  const listeners = new Set();

  /** @param {Partial<State>} patch */
  function set(patch) {
    const keys = /** @type {(keyof State)[]} */ (Object.keys(patch));
    const changed = new Set(keys.filter((key) => !same(now[key], patch[key])));
    if (changed.size === 0) return;
    now = { ...now, ...patch };
    for (const listener of [...listeners]) {
      if (listeners.has(listener) && listener.keys.some((key) => changed.has(key))) listener.fn(now);
    }
  }

  /**
   * Calls fn at once after each change of one of the fields.
   * @param {readonly (keyof State)[]} keys
   * @param {(state: State) => void} fn
   * @returns {() => void} ends it
   */
  function subscribe(keys, fn) {
    const listener = { keys, fn };
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { get: () => now, set, subscribe };
}

/** Equal by content, one level deep. @param {unknown} a @param {unknown} b @returns {boolean} */
function same(a, b) {
  if (Object.is(a, b)) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((x) => b.has(x));
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => Object.is(value, right.get(key)));
}
