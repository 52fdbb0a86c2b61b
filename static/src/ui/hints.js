/** Three hints on the first visit, one after the other, each at the thing it speaks of and dismissed for good. */

import { OPENED } from '../state.js';
import { byId, h } from './h.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';

/** @import { State } from '../state.js' */
/** @import { Page } from './page.js' */

/** @typedef {{ x: number, y: number } | null} Point  px of the window */
/** @typedef {{ name: string, text: string, at: () => Point, learnt: (state: State) => boolean }} Hint  learnt: the reader did it */

/** px between a hint and what it speaks of, and from the edges. */
const GAP = 16;
const EDGE = 8;

/** @param {Page} page */
export function createHints(page) {
  const { store, view } = page;
  const all = hintsOf(page).filter((hint) => recall(`hint:${hint.name}`) !== 'seen');
  if (all.length === 0) return;
  const words = h('span', {});
  const dismiss = h(
    'button',
    { type: 'button', class: 'tool small', 'aria-label': 'Dismiss hint', title: 'Dismiss' },
    icon('close'),
  );
  const box = h(
    'div',
    { class: 'tip', id: 'hint', role: 'note', 'aria-label': 'Hint', hidden: true },
    words,
    dismiss,
  );
  byId('corner', HTMLElement).before(box);

  const place = () => {
    const [hint] = all;
    const state = store.get();
    const busy = OPENED.some((key) => state[key] !== null) || state.ego !== null || state.view === 'table';
    const point = hint && !busy ? hint.at() : null;
    const was = box.hidden;
    box.hidden = point === null;
    if (hint && point) {
      words.textContent = hint.text;
      put(box, point);
    }
    if (was !== box.hidden) view.areaChanged();
  };
  const next = () => {
    const [hint] = all.splice(0, 1);
    if (hint) remember(`hint:${hint.name}`, 'seen');
    if (all.length > 0) return place();
    for (const end of ends) end();
    box.remove();
    return view.areaChanged();
  };
  dismiss.addEventListener('click', () => {
    next();
    if (!box.isConnected) byId('map', HTMLElement).focus({ preventScroll: true });
  });
  const follow = () => {
    if (all[0]?.learnt(store.get())) next();
    else place();
  };
  const stop = new AbortController();
  const ends = [
    store.subscribe([...OPENED, 'ego', 'view', 'query', 'cam', 'only', 'hidden'], follow),
    () => stop.abort(),
  ];
  window.addEventListener('resize', place, { signal: stop.signal });
  follow();
}

/** @param {Page} page @returns {Hint[]} */
function hintsOf({ view }) {
  const click = matchMedia('(pointer: coarse)').matches ? 'Tap' : 'Click';
  const { sample } = view.inspect();
  const link = sample.link;
  return [
    {
      name: 'paper',
      text: `${click} a paper to read it in its place.`,
      at: () => (sample.paper ? view.pointOf(sample.paper) : null),
      learnt: ({ paper }) => paper !== null,
    },
    {
      name: 'link',
      text: `${click} a link to see why it is there, sentence by sentence.`,
      at: () => (link ? view.pointOfLink(link[0] ?? '', link[1] ?? '') : null),
      learnt: (state) => state.link !== null,
    },
    {
      name: 'search',
      text: 'Press / to find papers and concepts.',
      at: () => {
        const field = byId('search', HTMLElement).getBoundingClientRect();
        return { x: field.left, y: field.bottom };
      },
      learnt: ({ query }) => query !== '',
    },
  ];
}

/** Below and to the right of a point, on the other side where there is no room. @param {HTMLElement} box @param {{ x: number, y: number }} point */
function put(box, point) {
  const map = byId('map', HTMLElement).getBoundingClientRect();
  const [x, y] = [point.x - map.left, point.y - map.top];
  const { width, height } = box.getBoundingClientRect();
  const left = x + GAP + width + EDGE > map.width ? x - GAP - width : x + GAP;
  const top = y + GAP + height + EDGE > map.height ? y - GAP - height : y + GAP;
  box.style.left = `${Math.max(EDGE, Math.min(left, map.width - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, Math.min(top, map.height - height - EDGE))}px`;
}
