/** The tools: one stop of Tab with arrows inside; on a small screen a button with a menu of the same. */

import { byId, h } from './h.js';
import { icon } from './icons.js';

/** @typedef {{ name: () => string, short?: string, icon: () => SVGElement, run: () => void }} Tool */

/** @param {Tool[]} tools */
export function createToolbar(tools) {
  const bar = h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Tools' });
  const more = moreMenu(tools);
  byId('tools', HTMLElement).replaceChildren(bar, more.element);
  const draw = () => {
    const at = [...bar.children].indexOf(/** @type {Element} */ (document.activeElement));
    const buttons = tools.map((tool) => toolButton(tool));
    bar.replaceChildren(...buttons);
    rove(bar, buttons, Math.max(0, at));
    if (at >= 0) buttons[at].focus();
    more.close(false);
  };
  draw();
  return { draw };
}

/** @param {Tool} tool */
function toolButton({ name, short, icon, run }) {
  const label = name();
  return h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': label, title: label, on: { click: run } },
    icon(),
    short ? h('span', { 'aria-hidden': 'true' }, short) : null,
  );
}

/**
 * One stop of Tab for a row of controls: arrows, Home and End move inside.
 * @param {HTMLElement} row @param {HTMLElement[]} items @param {number} first
 * @param {(item: HTMLElement) => void} [came]
 */
export function rove(row, items, first, came = () => {}) {
  items.forEach((item, i) => {
    item.tabIndex = i === first ? 0 : -1;
  });
  row.onkeydown = (e) => {
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = nextOf(e.key, at, items.length);
    if (at < 0 || to < 0) return;
    e.preventDefault();
    e.stopPropagation();
    items.forEach((item, i) => {
      item.tabIndex = i === to ? 0 : -1;
    });
    items[to].focus();
    came(items[to]);
  };
}

/** @param {string} key @param {number} at @param {number} count */
function nextOf(key, at, count) {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

/** @param {Tool[]} tools */
function moreMenu(tools) {
  const menu = h('div', {
    class: 'menu',
    role: 'menu',
    'aria-label': 'More tools',
    id: 'more-menu',
    hidden: true,
  });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tool more',
      'aria-label': 'More tools',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': 'more-menu',
    },
    icon('more'),
  );
  const element = h('div', { class: 'more-tools' }, button, menu);
  const close = (/** @type {boolean} */ focus) => {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
  };
  const open = () => {
    const items = tools.map((tool) => menuItem(tool, () => close(true)));
    menu.replaceChildren(...items);
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    rove(menu, items, 0);
    items[0].focus();
  };
  button.addEventListener('click', () => (menu.hidden ? open() : close(true)));
  menu.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' && e.key !== 'Tab') return;
    e.stopPropagation();
    close(e.key === 'Escape');
  });
  element.addEventListener('focusout', (e) => {
    if (!element.contains(/** @type {Node | null} */ (e.relatedTarget))) close(false);
  });
  return { element, close };
}

/** @param {Tool} tool @param {() => void} close */
function menuItem(tool, close) {
  const click = () => {
    close();
    tool.run();
  };
  return h('button', { type: 'button', role: 'menuitem', on: { click } }, tool.icon(), tool.name());
}
