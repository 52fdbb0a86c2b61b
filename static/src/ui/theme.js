/** Light or dark: what was chosen, else what the system says. */

import { recall, remember } from './memory.js';

/** @import { Store } from '../state.js' */

/** @returns {'light' | 'dark'} */
export function firstTheme() {
  const chosen = recall('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** @param {Store} store */
export function followTheme(store) {
  const apply = () => {
    document.documentElement.dataset.theme = store.get().theme;
  };
  store.subscribe(['theme'], apply);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (e) => {
    if (!recall('theme')) store.actions.setTheme(e.matches ? 'dark' : 'light');
  });
  apply();
}

/** @param {Store} store */
export function switchTheme(store) {
  const theme = store.get().theme === 'dark' ? 'light' : 'dark';
  remember('theme', theme);
  store.actions.setTheme(theme);
}
