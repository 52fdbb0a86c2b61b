/** Copies a text; where the browser refuses, the text stands selected in a field to be copied by hand. */

import { h } from './h.js';

/** Said where the browser does not let the page copy. */
const BY_HAND = 'This browser does not let the page copy. The text is selected: press Ctrl+C.';

/** A button that copies what make returns. @param {string} name @param {Node | null} picture @param {() => string} make @param {(sentence: string) => void} say */
export function copyButton(name, picture, make, say) {
  const label = h('span', {}, name);
  const button = h('button', { type: 'button', class: 'button' }, picture, label);
  let timer = 0;
  button.addEventListener('click', async () => {
    const text = make();
    const copied = await writeText(text);
    if (!copied) return byHand(button, text, say);
    say(`${name}: copied`);
    clearTimeout(timer);
    button.classList.add('copied');
    timer = setTimeout(() => button.classList.remove('copied'), 2000);
    return undefined;
  });
  return button;
}

/** @param {string} text */
async function writeText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLElement} button @param {string} text @param {(sentence: string) => void} say */
function byHand(button, text, say) {
  const field = h('textarea', {
    class: 'by-hand',
    readonly: true,
    rows: '3',
    'aria-label': 'Text to copy',
    dir: 'auto',
  });
  field.value = text;
  const box = h('div', { class: 'to-copy' }, h('p', { class: 'quiet' }, BY_HAND), field);
  const row = button.closest('.actions') ?? button;
  if (row.nextElementSibling?.classList.contains('to-copy')) row.nextElementSibling.remove();
  row.after(box);
  field.select();
  say(BY_HAND);
}
