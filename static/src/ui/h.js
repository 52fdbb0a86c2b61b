/** Elements without markup: text from outside can only become text. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ on?: Record<string, (event: any) => void>, [name: string]: unknown }} Props */

/**
 * An element with attributes and children. `on` takes listeners; true is an empty attribute, false and null are none.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  dress(element, props);
  element.append(...children.flat().filter(isChild));
  return element;
}

/**
 * An element of SVG.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...SVGElement} children
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  dress(element, props);
  element.append(...children);
  return element;
}

/** @param {Element} element @param {Props} props */
function dress(element, { on = {}, ...attributes }) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [type, fn] of Object.entries(on)) element.addEventListener(type, fn);
}

/** @param {Child} child @returns {child is Node | string} */
function isChild(child) {
  return child !== null && child !== undefined && child !== false;
}

/** An element that the page's own HTML has. @template {HTMLElement} E @param {string} id @param {new () => E} Kind @returns {E} */
export function byId(id, Kind) {
  const element = document.getElementById(id);
  if (!(element instanceof Kind)) throw new TypeError(`the page has no ${id}`);
  return element;
}
