/**
 * Text as readers see it: offsets counted in code points, short titles, folding for comparison, marked segments.
 */

/** @typedef {{ text: string, mark: number }} Segment  mark is the number of the span it lies in, −1 outside */

/**
 * Where each code point of a text starts, in UTF-16 units; the last entry is the text's length.
 * @param {string} text
 * @returns {Uint32Array}
 */
export function codePointStarts(text) {
  const starts = [];
  for (let i = 0; i < text.length; i += step(text, i)) starts.push(i);
  starts.push(text.length);
  return Uint32Array.from(starts);
}

/** UTF-16 units of the code point at i. @param {string} text @param {number} i */
function step(text, i) {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * The UTF-16 offset of a code point offset; past the end is the end.
 * @param {string} text
 * @param {number} points
 */
export function toUtf16(text, points) {
  let at = 0;
  for (let i = 0; i < points && at < text.length; i++) at += step(text, at);
  return at;
}

/**
 * The code point offset of a UTF-16 offset.
 * @param {string} text
 * @param {number} units
 */
export function toCodePoints(text, units) {
  let points = 0;
  for (let at = 0; at < units && at < text.length; at += step(text, at)) points++;
  return points;
}

/** Length in code points. @param {string} text */
export function lengthOf(text) {
  return toCodePoints(text, text.length);
}

/**
 * Cuts a text into marked and unmarked pieces. Spans are [start, end) in code points; where two overlap
 * the earlier (of equals the longer) wins and the other is left out; what lies outside the text is cut off.
 * @param {string} text
 * @param {ReadonlyArray<readonly [number, number]>} spans
 * @returns {Segment[]} in order; their texts joined are the text
 */
export function marks(text, spans) {
  const starts = codePointStarts(text);
  const last = starts.length - 1;
  const order = spans
    .map(([a, b], mark) => ({ a: Math.max(0, a), b: Math.min(b, last), mark }))
    .filter((s) => s.b > s.a)
    .sort((s, t) => s.a - t.a || t.b - s.b || s.mark - t.mark);
  /** @type {Segment[]} */
  const out = [];
  let at = 0;
  for (const { a, b, mark } of order) {
    if (a < at) continue;
    if (a > at) out.push({ text: text.slice(starts[at], starts[a]), mark: -1 });
    out.push({ text: text.slice(starts[a], starts[b]), mark });
    at = b;
  }
  if (at < last) out.push({ text: text.slice(starts[at]), mark: -1 });
  return out;
}

/** Letters a name before ":" must have to stand for the whole title. */
const NAME_LEAST = 6;

/**
 * A title short enough for the map: what stands before ":" if that has 6 to max letters, else cut at a word.
 * @param {string} title
 * @param {number} max in code points
 */
export function shortTitle(title, max) {
  const whole = title.trim().replace(/\s+/g, ' ');
  if (lengthOf(whole) <= max) return whole;
  const colon = whole.search(/[:：]\s|\s(?:[—–]|--)\s/);
  const name = colon > 0 ? whole.slice(0, colon).trim() : '';
  const letters = lengthOf(name);
  if (letters >= NAME_LEAST && letters <= max) return name;
  return cutAtWord(whole, max);
}

/**
 * At most max code points and an ellipsis, cut after a whole word where one ends in the second half.
 * @param {string} text
 * @param {number} max
 */
export function cutAtWord(text, max) {
  if (lengthOf(text) <= max) return text;
  const hard = text.slice(0, toUtf16(text, max));
  const next = text.slice(hard.length, hard.length + 1);
  const space = next === ' ' ? hard.length : hard.lastIndexOf(' ');
  const words = space > hard.length / 2 ? hard.slice(0, space) : wholeClusters(hard);
  return `${words.replace(/[\s,;:.·(–—-]+$/u, '')}…`;
}

/** Leaves out a last letter whose combining marks were cut away with it. @param {string} text */
function wholeClusters(text) {
  return text.replace(/\u200d$/u, '');
}

/**
 * A text folded for comparison: no case, no accents, one kind of dash, quote and space.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The two lines of a caption: the first two terms of a community's name.
 * @param {string} name terms joined by " · "
 */
export function captionLines(name) {
  return name
    .split(' · ')
    .map((term) => term.trim())
    .filter(Boolean)
    .slice(0, 2);
}
