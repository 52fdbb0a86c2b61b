/** Fields of the address that are flags, numbers, or sets of kinds: what filters say. Pure. */
import { ALL_KINDS, NO_FILTERS } from './state.js';

/** @import { State } from './state.js' */

/** @typedef {{ read: (text: string) => Partial<State> | null, write: (state: State) => string }} Field */

/** @param {'filters' | 'list' | 'listed'} key @returns {Field} */
export function flagField(key) {
  return {
    read: (text) => (text === '1' ? { [key]: true } : null),
    write: (state) => (state[key] ? '1' : ''),
  };
}

/** How numbers may be written. */
const FORMS = { year: /^-?\d{1,5}$/, number: /^\d{1,12}(\.\d{1,12})?(e[+-]?\d{1,2})?$/ };

/** A number, or nothing. @param {'from' | 'to' | 'min' | 'score'} key @param {keyof typeof FORMS} form @returns {Field} */
export function numberField(key, form) {
  return {
    read: (text) => (FORMS[form].test(text) ? { [key]: Number(text) } : null),
    write: (state) => String(state[key] ?? ''),
  };
}

/** Kinds by the letters that stand for them, joined by dots; "none" for none. @type {Record<'kinds' | 'links', Record<string, string>>} */
const LETTERS = {
  kinds: Object.fromEntries(ALL_KINDS.map((kind) => [kind === 'metric' ? 'r' : kind[0], kind])),
  links: { t: 'terms', b: 'builds', c: 'citation', p: 'coupling', o: 'cocitation', a: 'authors' },
};

/** @param {'kinds' | 'links'} key @returns {Field} */
export function setField(key) {
  const names = LETTERS[key];
  return {
    read: (text) => {
      const letters = text === 'none' ? [] : text.split('.');
      const sound = letters.every((letter) => Object.hasOwn(names, letter));
      return sound ? { [key]: new Set(letters.map((letter) => names[letter])) } : null;
    },
    write: (state) => {
      const letters = Object.keys(names).filter((letter) => state[key].has(names[letter]));
      const usual =
        letters.length === NO_FILTERS[key].size && letters.every((l) => NO_FILTERS[key].has(names[l]));
      return usual ? '' : letters.join('.') || 'none';
    },
  };
}
