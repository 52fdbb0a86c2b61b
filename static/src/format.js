/**
 * Figures, years and counts as readers see them. English, fixed, so that every place writes alike.
 */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count with thousands parted: 1,900. @param {number} n */
export function count(n) {
  return whole.format(n);
}

/**
 * A count with its noun: "1 paper", "1,900 papers".
 * @param {number} n
 * @param {string} one
 * @param {string} [many] else one + "s"
 */
export function plural(n, one, many) {
  return `${count(n)} ${n === 1 ? one : (many ?? `${one}s`)}`;
}

/** A strength or share from 0 to 1 with two decimals: 0.41. @param {number} w */
export function strength(w) {
  return w.toFixed(2);
}

/** A part of a whole: 0.831 → "83 %"; never 0 or 100 for what is neither. @param {number} share */
export function percent(share) {
  const p = Math.round(share * 100);
  if (p === 0 && share > 0) return '< 1 %';
  if (p === 100 && share < 1) return '> 99 %';
  return `${p} %`;
}

/** A score in three figures, however small: 0.0213, 4.2e-7. @param {number} x */
export function figure(x) {
  if (!Number.isFinite(x)) return '–';
  if (x === 0) return '0';
  if (Number.isInteger(x)) return count(x);
  const size = Math.abs(x);
  if (size < 1e-4) return x.toExponential(1);
  return String(Number(x.toPrecision(3)));
}

/** The year, or a word when it is not known. @param {number | undefined} y */
export function year(y) {
  return y ? String(y) : 'year unknown';
}

/** A span of years: "2001–2025", or one year. @param {number} from @param {number} to */
export function years(from, to) {
  return from === to ? String(from) : `${from}–${to}`;
}

/** First, second, third in figures: 1st, 22nd, 113th. @param {number} n */
export function ordinal(n) {
  const tens = n % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${count(n)}${suffix}`;
}

/**
 * Share of the others that a rank leaves behind it, 0 to 100, rounded down: rank 1 of 274 → 100, 4 → 98.
 * @param {number} rank 1 the highest
 * @param {number} of
 */
export function percentile(rank, of) {
  return of < 2 ? 100 : Math.floor((100 * (of - rank)) / (of - 1));
}

/** Bytes as kB or MB: "1.2 MB". @param {number} n */
export function bytes(n) {
  return n < 1e6 ? `${Math.max(1, Math.round(n / 1e3))} kB` : `${(n / 1e6).toFixed(1)} MB`;
}

/**
 * The first authors of a paper: "Ho, Salimans", "Hu and 7 others".
 * @param {readonly string[]} names
 * @param {number} [most]
 */
export function authors(names, most = 3) {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} others`;
}

/**
 * A score as the head tells of it; estimate where it was not counted but estimated from draws.
 * @typedef {{
 *   name: string, label: string, section: string, max: number,
 *   estimate?: { samples: number, of: string, error: number, confidence: number },
 * }} Score
 */

/** The label of a score; one that is an estimate says so: "≈ Betweenness". @param {Score} score */
export function scoreLabel({ label, estimate }) {
  return estimate ? `≈ ${label}` : label;
}

/** What an estimate is worth, empty for a score that is exact. @param {Score} score */
export function scoreHint({ estimate }) {
  if (!estimate) return '';
  const { samples, of, error, confidence } = estimate;
  const drawn = `${count(samples)} ${of}`;
  return `an estimate from ${drawn}: with a chance of ${percent(confidence)} none is more than ${figure(error)} off`;
}
