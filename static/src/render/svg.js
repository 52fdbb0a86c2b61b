/**
 * The map as SVG: paths, circles with titles, texts with a halo, the legend. No script, no foreign address. Pure.
 */
import { tokens } from '../color/palette.js';
import { heirDash } from '../layout/rings.js';
import { CAPTION, FONT_FAMILY, PICTURE_LEGEND as L, NODE, RING, RINGS, TITLE } from '../settings.js';
import { arrowheads } from './arrow.js';
import { guideFigures } from './guides.js';
import { labelColor, linesOf } from './labels.js';
import { stepsBack } from './lit.js';
import { MARK } from './scene.js';

/** @import { Frame } from './png.js' */
/** @import { Label } from './place.js' */

/**
 * @param {Frame} frame
 * @returns {string}
 */
export function writeSvg(frame) {
  const { w, h, scene } = frame;
  const [W, H] = [Math.round(w), Math.round(h)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}" font-family="${xml(FONT_FAMILY)}">`,
    `<title>${xml(frame.model.head.title)}</title>`,
    `<rect width="${W}" height="${H}" fill="${scene.page}"/>`,
    `<g id="rings" fill="none" stroke="${scene.hairline}">${rings(frame)}</g>`,
    `<g id="links" fill="none" stroke-linecap="round">${links(frame, 0, scene.front)}</g>`,
    `<g id="papers-behind">${nodes(frame, true)}</g>`,
    `<g id="links-in-hand" fill="none" stroke-linecap="round">${links(frame, scene.front, scene.drawn.length)}</g>`,
    `<g id="papers">${nodes(frame, false)}</g>`,
    `<g id="arrowheads" fill="${scene.text}">${heads(frame)}</g>`,
    `<g id="figures" paint-order="stroke" stroke-linejoin="round" stroke="${scene.page}" fill="${scene.quiet}">${figures(frame)}</g>`,
    `<g id="labels" paint-order="stroke" stroke-linejoin="round" stroke="${scene.page}">${labels(frame)}</g>`,
    frame.legend ? legend(frame) : '',
    '</svg>',
  ].join('\n');
}

/** What XML does not allow in a text is left out, what it reserves is written otherwise. @param {string} text */
export function xml(text) {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Two decimals are enough at any zoom. @param {number} x */
function n(x) {
  return String(Math.round(x * 100) / 100);
}

/** @param {ArrayLike<number>} c @param {number} i */
function color(c, i) {
  return `#${[0, 1, 2].map((k) => c[4 * i + k].toString(16).padStart(2, '0')).join('')}`;
}

/** @param {Frame} frame */
function at({ lens, xy }) {
  return (/** @type {number} */ node) => [
    xy[2 * node] * lens.sx + lens.tx,
    xy[2 * node + 1] * lens.sy + lens.ty,
  ];
}

/** @param {Frame} frame @param {number} from @param {number} to places in scene.drawn */
function links(frame, from, to) {
  const { scene, model } = frame;
  const point = at(frame);
  const out = [];
  for (let i = from; i < to; i++) {
    if (scene.linkColor[4 * i + 3] === 0) continue;
    const [ax, ay] = point(model.source[scene.drawn[i]]);
    const [bx, by] = point(model.target[scene.drawn[i]]);
    const bow = 2 * scene.curve;
    const [cx, cy] = [(ax + bx) / 2 - (by - ay) * bow, (ay + by) / 2 + (bx - ax) * bow];
    const way = bow === 0 ? `L${n(bx)} ${n(by)}` : `Q${n(cx)} ${n(cy)} ${n(bx)} ${n(by)}`;
    const look = `stroke="${color(scene.linkColor, i)}" stroke-opacity="${n(scene.linkColor[4 * i + 3] / 255)}" stroke-width="${n(scene.linkWidth[i])}"`;
    out.push(`<path d="M${n(ax)} ${n(ay)}${way}" ${look}/>`);
  }
  return out.join('\n');
}

/** The circles of a neighbourhood. @param {Frame} frame */
function rings({ scene, lens, xy }) {
  if (!scene.rings) return '';
  const { centre, guides } = scene.rings;
  const place = `cx="${n(xy[2 * centre] * lens.sx + lens.tx)}" cy="${n(xy[2 * centre + 1] * lens.sy + lens.ty)}"`;
  return guides
    .map(({ radius }) => `<ellipse ${place} rx="${n(radius * lens.sx)}" ry="${n(radius * lens.sy)}"/>`)
    .join('\n');
}

/** The strengths on them. @param {Frame} frame */
function figures({ scene, lens }) {
  const look = `font-size="${RINGS.figure}" font-weight="500" text-anchor="middle" stroke-width="3"`;
  return guideFigures(scene, lens)
    .map(({ text, x, y }) => `<text x="${n(x)}" y="${n(y)}" dy=".36em" ${look}>${xml(text)}</text>`)
    .join('\n');
}

/** Heads of the arrows in hand. @param {Frame} frame */
function heads(frame) {
  const { scene, model } = frame;
  const point = at(frame);
  const out = [];
  for (let i = scene.front; i < scene.drawn.length; i++) {
    if (scene.heads[i] === 0) continue;
    const [a, b] = [model.source[scene.drawn[i]], model.target[scene.drawn[i]]];
    const [[ax, ay], [bx, by]] = [point(a), point(b)];
    const [ra, rb] = [scene.radius[a] + NODE.rim, scene.radius[b] + NODE.rim];
    for (const c of arrowheads(scene.heads[i], scene.curve, ax, ay, bx, by, ra, rb)) {
      out.push(`<path d="M${n(c[0])} ${n(c[1])}L${n(c[2])} ${n(c[3])}L${n(c[4])} ${n(c[5])}Z"/>`);
    }
  }
  return out.join('\n');
}

/** @param {Frame} frame @param {boolean} behind those that step back, or the others */
function nodes(frame, behind) {
  const { scene, model } = frame;
  const point = at(frame);
  const level = (/** @type {number} */ i) => scene.lit?.node[i] ?? 0;
  const list = Array.from(scene.radius.keys()).filter(
    (i) => scene.nodeColor[4 * i + 3] > 0 && stepsBack(scene.lit, i) === behind,
  );
  list.sort((a, b) => level(a) - level(b) || scene.radius[b] - scene.radius[a] || a - b);
  return list.map((i) => node(scene, i, point(i), model.titles[i])).join('\n');
}

/** @param {Frame['scene']} scene @param {number} i @param {number[]} point @param {string} title */
function node(scene, i, [x, y], title) {
  const r = scene.radius[i];
  const place = `cx="${n(x)}" cy="${n(y)}"`;
  const opacity = scene.nodeColor[4 * i + 3] < 255 ? ` opacity="${n(scene.nodeColor[4 * i + 3] / 255)}"` : '';
  const fill = color(scene.nodeColor, i);
  const hollow = (scene.mark[i] & MARK.ring) !== 0;
  const look = hollow
    ? `r="${n(Math.max(0.5, r - NODE.ring / 2))}" fill="${scene.page}" stroke="${fill}" stroke-width="${NODE.ring}"`
    : `r="${n(r)}" fill="${fill}"`;
  const rim = `<circle ${place} r="${n(r + NODE.rim)}" fill="${scene.page}"/>`;
  const main = `<circle ${place} ${look}${opacity}><title>${xml(title)}</title></circle>`;
  const selected = (scene.mark[i] & MARK.selected) !== 0;
  const mark = `<circle ${place} r="${n(r + RING.gap)}" fill="none" stroke="${scene.text}" stroke-width="${RING.select}"/>`;
  return rim + main + lineage(scene, i, place) + (selected ? mark : '') + step(scene, i, x, y);
}

/** The ring of what the middle paper builds on, the broken ring of what builds on it. @param {Frame['scene']} scene @param {number} i @param {string} place */
function lineage(scene, i, place) {
  const ring = (/** @type {number} */ r, more = '') =>
    `<circle ${place} r="${n(r)}" fill="none" stroke="${scene.text}" stroke-width="${RINGS.lineage}"${more}/>`;
  const origin = (scene.mark[i] & MARK.origin) !== 0;
  const r = scene.radius[i] + RING.gap;
  const outer = origin ? r + RINGS.lineage + 1.5 : r;
  const dash = ` stroke-dasharray="${heirDash(outer).map(n).join(' ')}"`;
  return (origin ? ring(r) : '') + ((scene.mark[i] & MARK.heir) !== 0 ? ring(outer, dash) : '');
}

/** The number of a paper on a path. @param {Frame['scene']} scene @param {number} i @param {number} x @param {number} y */
function step(scene, i, x, y) {
  const number = scene.lit?.steps.indexOf(i) ?? -1;
  if (number < 0) return '';
  const words = `<text x="${n(x)}" y="${n(y)}" dy=".36em" text-anchor="middle" font-size="11" font-weight="700" fill="${scene.page}">${number + 1}</text>`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="9" fill="${scene.text}"/>${words}`;
}

/** @param {Frame} frame */
function labels({ labels: list, state }) {
  return list.map((label) => labelText(label, labelColor(label, state.theme))).join('\n');
}

/** @param {Label} label @param {string} fill */
function labelText(label, fill) {
  const { centred, x, lines } = linesOf(label);
  const halo = label.kind === 'caption' ? CAPTION.halo : TITLE.halo;
  const look = `font-size="${label.size}" font-weight="${label.weight}" fill="${fill}" stroke-width="${halo}"`;
  const anchor = centred ? ' text-anchor="middle"' : '';
  const spans = lines.map(({ text, y }) => `<tspan x="${n(x)}" y="${n(y)}" dy=".36em">${xml(text)}</tspan>`);
  return `<text ${look}${anchor}>${spans.join('')}</text>`;
}

/** @param {Frame} frame */
function legend({ legend: box, h, state }) {
  if (!box) return '';
  const t = tokens(state.theme);
  const x = box.x + L.pad;
  const words = (/** @type {number} */ px, /** @type {number} */ y, /** @type {string} */ text, more = '') =>
    `<text x="${n(px)}" y="${n(y)}" dy=".36em"${more}>${xml(text)}</text>`;
  const rows = box.rows.map((row) => {
    const look = row.ring
      ? `r="${L.swatch - 1}" fill="none" stroke="${row.fill}" stroke-width="2"`
      : `r="${L.swatch}" fill="${row.fill}"`;
    const swatch = row.fill ? `<circle cx="${n(x + L.swatch)}" cy="${n(row.y)}" ${look}/>` : '';
    const figure = words(box.x + box.w - L.pad, row.y, row.count, ` text-anchor="end" fill="${t.quiet}"`);
    return swatch + words(x + 20, row.y, row.name) + figure;
  });
  const head = words(x, box.y + L.pad + L.row / 2, box.title, ` font-weight="650" fill="${t.quiet}"`);
  const foot = words(x, box.y + box.h - L.pad - 2, box.foot, ` fill="${t.quiet}"`);
  const ground = `<rect width="${n(box.w + 20)}" height="${n(h)}" fill="${t.page}"/>`;
  return `<g id="legend" font-size="${L.size}" fill="${t.text}">${ground}${head}${rows.join('\n')}${foot}</g>`;
}
