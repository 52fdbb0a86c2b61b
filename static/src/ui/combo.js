/** A field with a list of what fits (the combobox pattern): arrows choose, Enter takes, Escape leaves. */

import { h } from './h.js';

/** ms after the last letter before it is asked. */
const REST = 120;

/**
 * @template T
 * @typedef {{
 *   id: string, label: string, list: string, placeholder: string,
 *   find: (text: string, signal: AbortSignal) => Promise<T[]>, draw: (found: T) => Node[],
 *   choose: (found: T) => void, typed?: (text: string) => void, leave?: () => void,
 * }} ComboOptions  label and list are the names of field and list
 */

/**
 * @template T
 * @param {ComboOptions<T>} options
 */
export function createCombo(options) {
  return new Combo(options);
}

/** @template T */
class Combo {
  /** @type {T[]} */
  #found = [];
  #active = -1;
  #timer = 0;
  #asked = new AbortController();

  /** @param {ComboOptions<T>} options */
  constructor(options) {
    const { id, label, list, placeholder } = options;
    this.options = options;
    this.list = h('ul', {
      class: 'options',
      role: 'listbox',
      id: `${id}-list`,
      'aria-label': list,
      hidden: true,
    });
    this.none = h('p', { class: 'none', hidden: true }, 'No matches');
    this.input = h('input', {
      type: 'text',
      id,
      role: 'combobox',
      'aria-label': label,
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder,
      dir: 'auto',
      on: {
        input: () => this.#typed(),
        keydown: (e) => this.#key(e),
        focus: () => this.#shown(this.#found.length > 0 && this.input.value !== ''),
      },
    });
    const pop = h('div', { class: 'pop' }, this.list, this.none);
    this.element = h('div', { class: 'combo', on: { focusout: (e) => this.#left(e) } }, this.input, pop);
    pop.addEventListener('pointerdown', (e) => e.preventDefault());
  }

  /** Puts a text into the field without asking. @param {string} text */
  set(text) {
    this.input.value = text;
    this.#stop();
    this.#found = [];
    this.#shown(false);
  }

  /** Asks for a text at once. @param {string} text */
  ask(text) {
    this.input.value = text;
    return this.#ask(false);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  #typed() {
    this.#stop();
    this.options.typed?.(this.input.value);
    this.#timer = setTimeout(() => this.#ask(true), REST);
  }

  /** @param {boolean} show */
  async #ask(show) {
    this.#stop();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const text = this.input.value.trim();
    const found = text === '' ? [] : await this.options.find(text, signal).catch(() => null);
    if (signal.aborted || found === null) return;
    this.#found = found;
    this.#active = -1;
    this.list.replaceChildren(...found.map((one, i) => this.#option(one, i)));
    this.#shown(show && text !== '');
  }

  /** @param {T} one @param {number} i */
  #option(one, i) {
    return h(
      'li',
      {
        role: 'option',
        id: `${this.options.id}-${i}`,
        'aria-selected': 'false',
        on: { click: () => this.#take(i), pointermove: () => this.#activate(i, false) },
      },
      ...this.options.draw(one),
    );
  }

  /** @param {boolean} shown */
  #shown(shown) {
    this.list.hidden = !shown || this.#found.length === 0;
    this.none.hidden = !shown || this.#found.length > 0;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    if (!shown) this.#activate(-1, false);
  }

  /** @param {number} i @param {boolean} scroll */
  #activate(i, scroll) {
    if (i === this.#active) return;
    this.#active = i;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === i));
    });
    if (i < 0) return this.input.removeAttribute('aria-activedescendant');
    this.input.setAttribute('aria-activedescendant', `${this.options.id}-${i}`);
    if (scroll) this.list.children[i]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} i */
  #take(i) {
    const one = this.#found[i];
    if (one === undefined) return;
    this.#shown(false);
    this.options.choose(one);
  }

  /** @param {KeyboardEvent} e */
  #key(e) {
    const count = this.#found.length;
    const open = !this.list.hidden;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (!open) return this.#shown(count > 0);
      const step = e.key === 'ArrowDown' ? 1 : -1;
      this.#activate((this.#active + step + (this.#active < 0 && step < 0 ? 1 : 0) + count) % count, true);
    } else if (e.key === 'Enter') this.#enter(e, open);
    else if (e.key === 'Escape') this.#escape(e, open || !this.none.hidden);
  }

  /** Takes the chosen one, else the first; waits for the answer where letters were typed faster. @param {KeyboardEvent} e @param {boolean} open */
  async #enter(e, open) {
    e.preventDefault();
    if (!open) await this.#ask(true);
    this.#take(Math.max(0, this.#active));
  }

  /** @param {KeyboardEvent} e @param {boolean} open */
  #escape(e, open) {
    e.preventDefault();
    e.stopPropagation();
    if (open) this.#shown(false);
    this.options.leave?.();
  }

  /** @param {FocusEvent} e */
  #left(e) {
    if (!this.element.contains(/** @type {Node | null} */ (e.relatedTarget))) this.#shown(false);
  }
}
