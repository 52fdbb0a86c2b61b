/** A paper as one line of a list of references. Pure. */
import { addressOf } from './reading.js';

/** @import { Facts } from './reading.js' */

/** "Ek, Å.; O’Hara, B. (2021). On stars. Journal. https://doi.org/10.1/x". @param {Facts} facts */
export function citation(facts) {
  const { authors = [], year, title = '', venue = '' } = facts;
  const by = [authors.join('; '), year ? `(${year})` : ''].filter(Boolean).join(' ');
  const parts = [by, title, venue].map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const line = parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
  return [line, addressOf(facts)].filter(Boolean).join(' ');
}
