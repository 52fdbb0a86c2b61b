/** The page's few pictograms, drawn as lines of 1.6 on a grid of 20. */

import { svg } from './h.js';

const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  path: 'M5 15.5a2 2 0 1 0 0-.01M15 4.5a2 2 0 1 0 0-.01M6.8 14.2C10 12 7 8 13 5.6',
  bridges:
    'M2.6 15.5v-5M17.4 15.5v-5M2.6 12.8c4-7.6 10.8-7.6 14.8 0M1 12.8h18M7 12.6V8.2M10 12.6V7.1M13 12.6V8.2',
  export: 'M10 3v9M6.5 8.8L10 12.3l3.5-3.5M4 16.5h12',
  moon: 'M15.8 12.2A6.6 6.6 0 0 1 7.8 4.2a6.6 6.6 0 1 0 8 8z',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 0 0 0-6.8zM10 1.8v1.9M10 16.3v1.9M1.8 10h1.9M16.3 10h1.9M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M15.8 4.2l-1.4 1.4M5.6 14.4l-1.4 1.4',
  help: 'M7.6 7.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M10 14.4v.2M10 2.4a7.6 7.6 0 1 0 0 15.2a7.6 7.6 0 0 0 0-15.2z',
  filter: 'M3.5 5.5h13M6 10h8M8.5 14.5h3',
  play: 'M7 4.8v10.4l8.2-5.2z',
  pause: 'M7.5 5v10M12.5 5v10',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  out: 'M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15.2 4.8L9.5 10.5',
  swap: 'M6 4v11M3.2 12.4L6 15.2l2.8-2.8M14 16V5M11.2 7.6L14 4.8l2.8 2.8',
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const path = svg('path', { d: PATHS[name] });
  return svg('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, path);
}
