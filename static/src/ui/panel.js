/** The one place for panels: opens what the state says, takes the focus and gives it back. */

import { OPENED } from '../state.js';
import { byId, h } from './h.js';
import { icon } from './icons.js';
import { noticeLine } from './notice.js';
import { createSheet } from './sheet.js';
import { createWidth } from './width.js';

/** @import { Page, PanelKind } from './page.js' */

/** Panels are fetched when first opened. @type {Record<string, () => Promise<PanelKind<any>>>} */
const KINDS = {
  paper: async () => (await import('./paper.js')).paperPanel,
  link: async () => (await import('./link.js')).linkPanel,
  concept: async () => (await import('./concept.js')).conceptPanel,
  community: async () => (await import('./community.js')).communityPanel,
  path: async () => (await import('./path.js')).pathPanel,
  bridges: async () => (await import('./bridges.js')).bridgesPanel,
  filters: async () => (await import('./filters.js')).filtersPanel,
};

/** @param {Page} page */
export function createPanel(page) {
  return new Panel(page);
}

/** Fetches all panels, so that they open at once and without the server; what fails is fetched when it is opened. */
export function fetchPanels() {
  return Promise.allSettled(Object.values(KINDS).map((kind) => kind()));
}

class Panel {
  #asked = new AbortController();
  /** @type {Element | null} */
  #cameFrom = null;
  #kind = '';

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.dock = byId('dock', HTMLElement);
    this.sheet = createSheet(this.dock, () => page.view.areaChanged());
    this.width = createWidth(this.dock, () => page.view.areaChanged());
    page.store.subscribe(OPENED, () => this.#follow(true));
    this.#reserve();
    this.#follow(false);
  }

  /** Takes its place at once where an address opens it. */
  #reserve() {
    const state = this.page.store.get();
    if (OPENED.every((key) => state[key] === null)) return;
    this.dock.hidden = false;
    document.documentElement.classList.add('with-panel');
  }

  /** @param {boolean} focus whether the panel takes the focus */
  async #follow(focus) {
    const state = this.page.store.get();
    const kind = OPENED.find((key) => state[key] !== null);
    if (kind === this.#kind && (kind === 'path' || kind === 'bridges')) return; // their forms follow the state by themselves
    this.#asked.abort();
    this.#asked = new AbortController();
    if (!kind) return this.#close();
    const { signal } = this.#asked;
    const from = document.activeElement;
    const inside = this.dock.contains(from);
    if (!inside && from !== document.body) this.#cameFrom = from;
    const panel = await KINDS[kind]().catch(() => null);
    if (signal.aborted) return;
    if (!panel)
      return noticeLine('The server does not answer, and this panel was never opened before.', this.page.say);
    this.#kind = kind;
    this.#show(kind, panel, signal, focus);
  }

  /** @param {string} kind @param {PanelKind<any>} panel @param {AbortSignal} signal @param {boolean} focus */
  async #show(kind, panel, signal, focus) {
    const { page } = this;
    const key = page.store.get()[/** @type {'paper'} */ (kind)];
    const heading = h('h2', { tabindex: '-1', dir: 'auto' }, panel.title(page, key));
    const body = h('div', { class: 'panel-body' });
    const close = h(
      'button',
      { type: 'button', class: 'tool close', 'aria-label': 'Close', title: 'Close (Esc)' },
      icon('close'),
    );
    close.addEventListener('click', () => this.close());
    const region = h('section', { class: `panel ${kind}`, 'aria-label': panel.region, 'aria-busy': 'true' });
    const top = h(
      'header',
      { class: 'panel-top' },
      h('span', { class: 'eyebrow', 'aria-hidden': 'true' }, panel.region),
      close,
    );
    region.append(
      this.sheet.handle,
      this.width.edge,
      top,
      h('div', { class: 'scroll', tabindex: '0' }, heading, body),
    );
    this.dock.replaceChildren(region);
    this.dock.hidden = false;
    this.dock.dataset.kind = kind;
    document.documentElement.classList.add('with-panel');
    if (focus) heading.focus({ preventScroll: true });
    page.view.areaChanged();
    if (kind === 'paper') performance.mark('papergraph:paper-open');
    await this.#fill(panel, key, body, signal);
    region.setAttribute('aria-busy', 'false');
  }

  /** @param {PanelKind<any>} panel @param {unknown} key @param {HTMLElement} body @param {AbortSignal} signal */
  async #fill(panel, key, body, signal) {
    try {
      await panel.fill(this.page, key, body, signal);
    } catch (fault) {
      if (signal.aborted) return;
      const again = h('button', { type: 'button', class: 'button' }, 'Try again');
      const box = h(
        'div',
        { class: 'fault', role: 'alert' },
        h('p', {}, /** @type {Error} */ (fault).message),
        again,
      );
      again.addEventListener('click', () => {
        box.remove();
        this.#fill(panel, key, body, signal);
      });
      body.append(box);
    }
  }

  /** Closes what is open. */
  close() {
    this.page.store.actions.open(null);
  }

  #close() {
    if (this.dock.hidden) return;
    const inside = this.dock.contains(document.activeElement);
    this.#kind = '';
    this.dock.hidden = true;
    this.dock.replaceChildren();
    document.documentElement.classList.remove('with-panel');
    this.page.view.areaChanged();
    if (inside || document.activeElement === document.body) this.#giveBack();
  }

  #giveBack() {
    const to = this.#cameFrom?.isConnected ? this.#cameFrom : byId('map', HTMLElement);
    /** @type {HTMLElement} */ (to).focus({ preventScroll: true });
    this.#cameFrom = null;
  }
}
