/** A reading list: papers in an order made by hand, each with a note. Pure: what it is, how it is kept, how it is written. */

/** @import { Model } from './model.js' */

/** @typedef {{ id: string, title: string, note: string }} Entry  the title is kept for a map that lacks the paper */
/** @typedef {'hand' | 'central' | 'bridging' | 'newest'} Order */
/** @typedef {{ items: readonly Entry[], order: Order }} List */
/** @typedef {{ id: string, title?: string, authors?: string[], year?: number, venue?: string, doi?: string, arxiv?: string, url?: string }} Facts */

/** Orders as readers see them. @type {Record<Order, string>} */
export const ORDERS = {
  hand: 'By hand',
  central: 'Central first',
  bridging: 'Bridging first',
  newest: 'Newest first',
};

/** Letters of a note at most. */
const NOTE_MOST = 20_000;

/** @type {List} */
export const EMPTY = { items: [], order: 'hand' };

/** @param {List} list @param {string} id */
export function has(list, id) {
  return list.items.some((item) => item.id === id);
}

/** With more papers at the end, each once. @param {List} list @param {{ id: string, title: string }[]} papers @returns {List} */
export function withMore(list, papers) {
  const known = new Set(list.items.map((item) => item.id));
  const more = papers.filter(({ id }) => !known.has(id) && known.add(id));
  return { ...list, items: [...list.items, ...more.map(({ id, title }) => ({ id, title, note: '' }))] };
}

/** @param {List} list @param {string} id @returns {List} */
export function without(list, id) {
  return { ...list, items: list.items.filter((item) => item.id !== id) };
}

/** @param {List} list @param {string} id @param {string} note @returns {List} */
export function noted(list, id, note) {
  const items = list.items.map((item) =>
    item.id === id ? { ...item, note: note.slice(0, NOTE_MOST) } : item,
  );
  return { ...list, items };
}

/** With a paper moved by so many places. @param {List} list @param {string} id @param {number} by @returns {List} */
export function moved(list, id, by) {
  const from = list.items.findIndex((item) => item.id === id);
  const to = Math.min(list.items.length - 1, Math.max(0, from + by));
  if (from < 0 || from === to) return list;
  const items = [...list.items];
  items.splice(to, 0, ...items.splice(from, 1));
  return { ...list, items };
}

/** With the notes that another list has: an undone change takes no note away. @param {List} list @param {List} other @returns {List} */
export function withNotes(list, other) {
  const notes = new Map(other.items.map((item) => [item.id, item.note]));
  return { ...list, items: list.items.map((item) => ({ ...item, note: notes.get(item.id) ?? item.note })) };
}

/** The entries in the order that the list says; what the map lacks comes last. @param {List} list @param {Model} model @returns {Entry[]} */
export function ordered(list, model) {
  const worth = worthOf(list.order, model);
  if (!worth) return [...list.items];
  const value = (/** @type {Entry} */ { id }) => {
    const node = model.nodeOf(id);
    const v = node < 0 ? Number.NaN : worth(node);
    return Number.isNaN(v) ? -Infinity : v;
  };
  return [...list.items].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? 0 : y - x;
  });
}

/** What makes a paper come first, null where the hand decides. @param {Order} order @param {Model} model */
function worthOf(order, model) {
  /** @type {Record<Order, ((node: number) => number) | null>} */
  const worth = {
    hand: null,
    central: (node) => -model.rank[node],
    bridging: (node) => model.columns.betweenness?.[node] ?? Number.NaN,
    newest: (node) => model.year[node] || Number.NaN,
  };
  return worth[order];
}

/** As it is stored. @param {List} list */
export function packed(list) {
  return JSON.stringify({ format: 1, ...list });
}

/** As it was stored; null for what is no list. @param {string} text @returns {List | null} */
export function unpacked(text) {
  const said = parsed(text);
  if (said?.format !== 1 || !Array.isArray(said.items)) return null;
  const sound = (/** @type {any} */ item) => typeof item?.id === 'string' && item.id !== '';
  const read = said.items.filter(sound).map((/** @type {any} */ { id, title, note }) => ({
    id,
    title: typeof title === 'string' ? title : id,
    note: typeof note === 'string' ? note : '',
  }));
  const list = withMore(EMPTY, read);
  const notes = new Map(read.map((/** @type {Entry} */ item) => [item.id, item.note]));
  const items = list.items.map((item) => ({ ...item, note: notes.get(item.id) ?? '' }));
  return { items, order: Object.hasOwn(ORDERS, said.order) ? said.order : 'hand' };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The list as Markdown: numbered, authors, year, where it stands, the note below.
 * @param {string} map @param {Entry[]} entries @param {Map<string, Facts>} facts
 */
export function markdown(map, entries, facts) {
  const parts = entries.map(({ id, title, note }, i) => {
    const one = facts.get(id);
    const by = one?.authors?.length ? `${plain(one.authors.join(', '))}` : '';
    const year = one?.year ? `(${one.year})` : '';
    const start = [by, year].filter(Boolean).join(' ');
    const end = [plain(one?.venue ?? ''), addressOf(one)].filter(Boolean).join('. ');
    const line = `${i + 1}. ${start ? `${start}. ` : ''}**${plain(one?.title ?? title)}**.${end ? ` ${end}` : ''}`;
    return note.trim() === '' ? line : `${line}\n\n${quoted(note)}\n`;
  });
  return `# Reading list: ${plain(map)}\n\n${parts.join('\n')}\n`;
}

/** One line, in which nothing is markup. @param {string} text */
function plain(text) {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** @param {string} note */
function quoted(note) {
  return note
    .trim()
    .split(/\r?\n/)
    .map((line) => `   > ${plain(line)}`)
    .join('\n');
}

/** Where a paper can be read; only addresses of the web. @param {Facts | undefined} facts */
export function addressOf(facts) {
  const { doi, arxiv, url } = facts ?? {};
  if (doi) return `https://doi.org/${encodeURI(doi)}`;
  if (arxiv) return `https://arxiv.org/abs/${encodeURI(arxiv)}`;
  return url && /^https?:\/\/\S+$/i.test(url) ? encodeURI(url).replace(/%25/g, '%') : '';
}

/** The list as a table of comma-separated values (RFC 4180). @param {Entry[]} entries @param {Map<string, Facts>} facts */
export function csv(entries, facts) {
  const head = ['place', 'id', 'title', 'authors', 'year', 'venue', 'doi', 'address', 'note'];
  const rows = entries.map(({ id, title, note }, i) => {
    const one = facts.get(id);
    const authors = (one?.authors ?? []).join('; ');
    return [
      i + 1,
      id,
      one?.title ?? title,
      authors,
      one?.year || '',
      one?.venue ?? '',
      one?.doi ?? '',
      addressOf(one),
      note,
    ];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a table program would take for a formula gets an apostrophe before it. @param {string | number} value */
function cell(value) {
  const text = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
