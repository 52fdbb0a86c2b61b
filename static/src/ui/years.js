/** From and to which year: two sliders under a histogram, and a play button that lets the years come one by one. */

import { passing } from '../filter.js';
import { h } from './h.js';
import { icon } from './icons.js';
import { keepsLine } from './slider.js';

/** @import { Page } from './page.js' */

/** ms a year while they play; bars at most. */
const BEAT = 700;
const BARS = 60;

/** @param {Page} page @param {AbortSignal} signal the panel is gone */
export function createYears(page, signal) {
  const { head, store } = page;
  const [first, last] = head.years ?? [0, 0];
  const off = head.counts.withYear === 0 || first === last;
  const keeps = keepsLine(page, 'years');
  const from = yearSlider('From year', first, last, off, (year) => bound('from', year));
  const to = yearSlider('To year', first, last, off, (year) => bound('to', year));
  const play = createPlay(page, signal, first, last, off);
  const bars = createBars(page, first, last);
  const span = h('output', {});

  /** The other end is pushed along; a bound at the end of all years is none. @param {'from' | 'to'} end @param {number} year */
  function bound(end, year) {
    play.pause();
    const now = store.get();
    const a = end === 'from' ? year : Math.min(now.from ?? first, year);
    const b = end === 'to' ? year : Math.max(now.to ?? last, year);
    store.actions.filter({ from: a <= first ? null : a, to: b >= last ? null : b });
  }

  const draw = () => {
    const state = store.get();
    const [a, b] = [clamp(state.from ?? first, first, last), clamp(state.to ?? last, first, last)];
    from.value = String(a);
    to.value = String(b);
    from.style.zIndex = a > (first + last) / 2 ? '2' : '1';
    to.style.zIndex = a > (first + last) / 2 ? '1' : '2';
    span.textContent = off ? '' : `${a} – ${b}`;
    keeps.draw();
    bars.draw(a, b);
  };
  const why =
    head.counts.withYear === 0 ? 'No paper of this map came with its year.' : `All years known are ${first}.`;
  const element = h(
    'div',
    { class: 'filter years' },
    h('div', { class: 'row-top' }, h('span', {}, 'Years'), keeps.element, span),
    off ? null : bars.element,
    h('div', { class: 'two-ends' }, from, to),
    off ? h('p', { class: 'quiet why-off', id: 'years-why' }, why) : null,
    off
      ? null
      : h('div', { class: 'ends-of quiet' }, h('span', {}, String(first)), h('span', {}, String(last))),
    play.element,
  );
  return { element, draw };
}

/** @param {string} name @param {number} first @param {number} last @param {boolean} off @param {(year: number) => void} choose */
function yearSlider(name, first, last, off, choose) {
  const input = h('input', {
    type: 'range',
    'aria-label': name,
    min: first,
    max: last,
    disabled: off,
    'aria-describedby': off ? 'years-why' : null,
    on: { input: () => choose(Number(input.value)) },
  });
  return input;
}

/** How many papers each year has; those outside the bounds are pale. @param {Page} page @param {number} first @param {number} last */
function createBars({ model }, first, last) {
  const width = Math.ceil((last - first + 1) / BARS);
  const counts = new Array(Math.floor((last - first) / width) + 1).fill(0);
  for (const year of model.year) if (year !== 0) counts[Math.floor((year - first) / width)]++;
  const most = Math.max(1, ...counts);
  const bars = counts.map((n) => {
    const bar = h('i');
    bar.style.height = n === 0 ? '0' : `${Math.max(4, (100 * n) / most)}%`;
    return bar;
  });
  const element = h('div', { class: 'histogram', 'aria-hidden': 'true' }, bars);
  const draw = (/** @type {number} */ a, /** @type {number} */ b) =>
    bars.forEach((bar, i) => {
      const year = first + i * width;
      bar.classList.toggle('outside', year + width - 1 < a || year > b);
    });
  return { element, draw };
}

/** @param {Page} page @param {AbortSignal} signal @param {number} first @param {number} last @param {boolean} off */
function createPlay({ model, store, say }, signal, first, last, off) {
  const button = h('button', { type: 'button', class: 'button', disabled: off });
  let timer = 0;
  const dress = () => {
    const playing = timer !== 0;
    button.replaceChildren(icon(playing ? 'pause' : 'play'), playing ? 'Pause years' : 'Play years');
  };
  const pause = () => {
    clearInterval(timer);
    timer = 0;
    dress();
  };
  const step = (/** @type {number} */ year) => {
    store.actions.filter({ to: year >= last ? null : year });
    say(`Until ${year}: ${passing(model, store.get()).count} papers`);
    if (year >= last) pause();
  };
  const start = () => {
    const { from, to } = store.get();
    timer = setInterval(() => step((store.get().to ?? last) + 1), BEAT);
    step(to === null || to >= last ? (from ?? first) : to);
    dress();
  };
  button.addEventListener('click', () => (timer === 0 ? start() : pause()));
  signal.addEventListener('abort', pause);
  dress();
  return { element: button, pause };
}

/** @param {number} x @param {number} least @param {number} most */
function clamp(x, least, most) {
  return Math.min(most, Math.max(least, x));
}
