/**
 * State to address fragment and back. Tolerant: what is not known is kept as it is, what is no value is dropped and told.
 */
import { flagField, numberField, setField } from './fields.js';
import { CLOSED, initialState, OPENED } from './state.js';

/** @import { State } from './state.js' */

/**
 * @typedef {{ said: Partial<State>, rest: [string, string][], dropped: string[] }} Parsed
 *   said: fields the fragment speaks of; rest: keys of others, as they stood; dropped: what could not be read
 */

/** @typedef {{ read: (text: string) => Partial<State> | null, write: (state: State) => string }} Field */

/** @param {string} text @returns {string | null} null where the escapes are broken */
function decode(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

/** Percent-encoded, the sign between two ids as well. @param {string} text */
function encode(text) {
  return encodeURIComponent(text).replace(/~/g, '%7E');
}

/** Two ids. @param {string} text @returns {[string, string] | null} */
function readPair(text) {
  const parts = text.split('~').map(decode);
  const [a, b] = parts;
  return parts.length === 2 && a !== null && b !== null ? [a ?? '', b ?? ''] : null;
}

/** @param {string} text */
function readId(text) {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** @param {string} text @returns {Set<number> | null} */
function readIds(text) {
  const ids = text.split('.').map(readId);
  return ids.every((id) => id !== null) ? new Set(/** @type {number[]} */ (ids)) : null;
}

/** @param {string} text @returns {State['cam']} */
function readCamera(text) {
  const parts = text.split(',');
  const [x, y, k] = parts.map(Number);
  const sound = parts.length === 3 && parts.every((p) => /^-?\d+(\.\d+)?$/.test(p));
  return sound && k > 0 && Math.max(Math.abs(x), Math.abs(y), k) < 1e6 ? { x, y, k } : null;
}

/** A value, or null for the field when it is null. @template T @param {T | null} value @param {(value: T) => Partial<State>} make */
function made(value, make) {
  return value === null || value === '' ? null : make(value);
}

/**
 * A field that holds a text.
 * @param {'paper' | 'concept' | 'query' | 'words' | 'colour' | 'size'} key
 * @returns {Field}
 */
function textField(key) {
  return {
    read: (text) => made(decode(text), (value) => ({ [key]: value })),
    write: (state) => encode(state[key] ?? ''),
  };
}

/** @param {'community' | 'only'} key @returns {Field} */
function idField(key) {
  return {
    read: (text) => made(readId(text), (value) => ({ [key]: value })),
    write: (state) => String(state[key] ?? ''),
  };
}

/** Two communities, either of which may not be chosen yet. @param {string} text @returns {State['bridges']} */
function readAreas(text) {
  const parts = text.split('~').map((part) => (part === '' ? 0 : readId(part)));
  const [a, b] = parts;
  return parts.length === 2 && a !== null && b !== null ? { a: a ?? 0, b: b ?? 0 } : null;
}

/** What stands for the paper that is open; it is put in its place when the whole fragment is read. */
const EGO_OPEN = '1';

/** "1", or "~" and an id where another paper is open than the one in the middle. @param {string} text @returns {Partial<State> | null} */
function readEgo(text) {
  if (text === EGO_OPEN) return { ego: text };
  return text.startsWith('~') ? made(decode(text.slice(1)), (id) => ({ ego: id })) : null;
}

/** @param {State} state */
function writeEgo({ ego, paper, link }) {
  if (ego === null) return '';
  return ego === (paper ?? link?.[0]) ? EGO_OPEN : `~${encode(ego)}`;
}

/** In the order they are written. @type {Record<string, Field>} */
const FIELDS = {
  paper: textField('paper'),
  link: {
    read: (text) => {
      const pair = readPair(text);
      return pair?.[0] && pair[1] ? { link: pair } : null;
    },
    write: ({ link }) => (link ? link.map(encode).join('~') : ''),
  },
  concept: textField('concept'),
  community: idField('community'),
  path: {
    read: (text) => made(readPair(text), ([from, to]) => ({ path: { from, to } })),
    write: ({ path }) => (path ? `${encode(path.from)}~${encode(path.to)}` : ''),
  },
  filters: flagField('filters'),
  list: flagField('list'),
  bridges: {
    read: (text) => made(readAreas(text), (bridges) => ({ bridges })),
    write: ({ bridges }) => (bridges ? `${bridges.a || ''}~${bridges.b || ''}` : ''),
  },
  ego: { read: readEgo, write: writeEgo },
  q: textField('query'),
  from: numberField('from', 'year'),
  to: numberField('to', 'year'),
  min: numberField('min', 'number'),
  score: numberField('score', 'number'),
  kinds: setField('kinds'),
  links: setField('links'),
  with: textField('words'),
  listed: flagField('listed'),
  hide: {
    read: (text) => made(readIds(text), (hidden) => ({ hidden })),
    write: ({ hidden }) => [...hidden].sort((a, b) => a - b).join('.'),
  },
  only: idField('only'),
  colour: textField('colour'),
  size: textField('size'),
  view: {
    read: (text) => (text === 'table' || text === 'map' ? { view: text } : null),
    write: ({ view }) => view,
  },
  cam: {
    read: (text) => made(readCamera(text), (cam) => ({ cam })),
    write: ({ cam }) => (cam ? [cam.x.toFixed(1), cam.y.toFixed(1), cam.k.toFixed(3)].join(',') : ''),
  },
  renderer: {
    read: (text) => (text === 'webgl2' || text === 'canvas2d' ? { renderer: text } : null),
    write: ({ renderer }) => renderer ?? '',
  },
};

/**
 * Reads a fragment. At most one thing is open; of several the last one is.
 * @param {string} fragment with or without "#"
 * @returns {Parsed}
 */
export function parseAddress(fragment) {
  /** @type {Parsed} */
  const parsed = { said: {}, rest: [], dropped: [] };
  let egoOpen = false;
  for (const piece of fragment.replace(/^#/, '').split('&').filter(Boolean)) {
    const at = piece.indexOf('=');
    const [key, text] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
    if (!Object.hasOwn(FIELDS, key)) {
      parsed.rest.push([key, text]);
      continue;
    }
    const read = FIELDS[key].read(text);
    if (!read) parsed.dropped.push(key);
    else Object.assign(parsed.said, opensOne(read), read);
    if (key === 'ego') egoOpen = text === EGO_OPEN;
  }
  return egoOpen ? withEgoOpen(parsed) : parsed;
}

/** The open paper, or the first of an open link, in the middle; without one there is no neighbourhood. @param {Parsed} parsed @returns {Parsed} */
function withEgoOpen(parsed) {
  const { ego: _, ...said } = parsed.said;
  const open = said.paper ?? said.link?.[0];
  if (open) return { ...parsed, said: { ...said, ego: open } };
  return { ...parsed, said, dropped: [...parsed.dropped, 'ego'] };
}

/** What else is closed where something is opened. @param {Partial<State>} read @returns {Partial<State>} */
function opensOne(read) {
  return OPENED.some((key) => key in read) ? CLOSED : {};
}

/**
 * The fragment of a state, without "#": what is not as at the start.
 * @param {State} state
 * @param {State} [start]
 * @param {[string, string][]} [rest] keys to be kept
 */
export function formatAddress(state, start = initialState(), rest = []) {
  const own = Object.entries(FIELDS)
    .filter(([, field]) => field.write(state) !== field.write(start))
    .map(([key, field]) => [key, field.write(state)]);
  return [...own, ...rest].map(([key, text]) => (text === '' ? key : `${key}=${text}`)).join('&');
}

/** Fields that name papers. @type {(keyof State)[]} */
const OPENS_PAPERS = ['paper', 'link', 'path'];

/**
 * Leaves out what this map does not have: papers, communities and columns are looked up here and never asked of the server.
 * @param {Parsed} parsed
 * @param {{ paper: (id: string) => boolean, community: (id: number) => boolean, colour: (name: string) => boolean, size: (name: string) => boolean }} knows
 * @returns {Parsed}
 */
export function onlyKnown(parsed, knows) {
  const { paper, link, community, path, bridges, only, hidden, colour, size } = parsed.said;
  const papers = [paper, ...(link ?? []), path?.from, path?.to].filter(
    (id) => typeof id === 'string' && id !== '',
  );
  const strange = papers.some((id) => !knows.paper(/** @type {string} */ (id)));
  const said = { ...parsed.said };
  const dropped = [...parsed.dropped];
  const drop = (/** @type {boolean} */ wrong, /** @type {keyof State} */ name, keys = [name]) => {
    if (!wrong) return;
    for (const key of keys) delete said[key];
    dropped.push(name);
  };
  drop(strange, OPENS_PAPERS.find((key) => said[key]) ?? 'paper', OPENS_PAPERS);
  drop(said.ego != null && !knows.paper(said.ego), 'ego');
  drop(community != null && !knows.community(community), 'community');
  const strangeArea = [bridges?.a, bridges?.b].some((id) => id && !knows.community(id));
  drop(strangeArea, 'bridges');
  drop(only != null && !knows.community(only), 'only');
  drop(colour !== undefined && !knows.colour(colour), 'colour');
  drop(size !== undefined && !knows.size(size), 'size');
  if (hidden) said.hidden = new Set([...hidden].filter(knows.community));
  return { ...parsed, said, dropped };
}
