/** A slider with its name, what it stands at, and why it is off where it is; and how many papers a filter keeps. */

import { isActive, keptBy } from '../filter.js';
import { count } from '../format.js';
import { h } from './h.js';

/** @import { FilterName } from '../filter.js' */
/** @import { Page } from './page.js' */

let made = 0;

/**
 * @typedef {{
 *   label: string, least: number, most: number, choose: (value: number) => void, why: string, keeps: HTMLElement,
 * }} SliderOptions  why: the reason for which it is off, "" where it is on
 */

/** @param {SliderOptions} options */
export function createSlider({ label, least, most, choose, why, keeps }) {
  const id = `slider-${++made}`;
  const input = h('input', {
    type: 'range',
    min: least,
    max: most,
    id,
    on: { input: () => choose(Number(input.value)) },
  });
  const said = h('output', { for: id });
  const of = h('small', { class: 'quiet' });
  const reason = h('p', { class: 'quiet why-off', id: `${id}-why` });
  const top = h('div', { class: 'row-top' }, h('label', { for: id }, label), of, keeps, said);
  const element = h('div', { class: 'filter' }, top, input, reason);

  /** @param {number} end @param {string} words why it is off */
  function bound(end, words) {
    input.max = String(end);
    input.disabled = words !== '';
    reason.textContent = words;
    reason.hidden = words === '';
    if (words) input.setAttribute('aria-describedby', reason.id);
    else input.removeAttribute('aria-describedby');
  }

  /** @param {number} value @param {string} words @param {string} [what] that it is of */
  function set(value, words, what = '') {
    input.value = String(value);
    said.textContent = input.disabled ? '' : words;
    of.textContent = what;
    input.setAttribute('aria-valuetext', [what, words].filter(Boolean).join(' '));
    input.style.setProperty('--at', String((value - least) / Math.max(1, Number(input.max) - least)));
  }

  bound(most, why);
  return { element, input, set, bound };
}

/** "keeps 80" while a filter is in force. @param {Page} page @param {FilterName} name */
export function keepsLine({ model, store }, name) {
  const element = h('small', { class: 'keeps' });
  const draw = () => {
    const state = store.get();
    const keeps = isActive(model, state, name) ? `keeps ${count(keptBy(model, state, name))}` : '';
    element.textContent = keeps;
  };
  return { element, draw };
}
