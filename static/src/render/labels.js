/**
 * Measures and paints labels on a 2D canvas: text with a halo in page colour, so that it reads over links.
 */
import { communityStyle, tokens } from '../color/palette.js';
import { CAPTION, FONT_FAMILY, TITLE } from '../settings.js';

/** @import { Theme } from '../color/palette.js' */
/** @import { Label, Measure } from './place.js' */

/** @param {number} size @param {number} weight */
export function fontOf(size, weight) {
  return `${weight} ${size}px ${FONT_FAMILY}`;
}

/**
 * Text widths by font, each asked of the browser once.
 * @returns {Measure}
 */
export function makeMeasure() {
  const context = document.createElement('canvas').getContext('2d');
  /** @type {Map<string, number>} */
  const known = new Map();
  return (text, size, weight) => {
    const key = `${size} ${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = fontOf(size, weight);
      width = context ? context.measureText(text).width : text.length * size * 0.55;
      known.set(key, width);
    }
    return width;
  };
}

/**
 * Paints labels where they stand.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Label[]} labels
 * @param {Theme} theme
 * @param {(label: Label) => number} [alpha]
 */
export function paintLabels(context, labels, theme, alpha = () => 1) {
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  for (const label of labels) {
    context.globalAlpha = alpha(label);
    context.font = fontOf(label.size, label.weight);
    context.strokeStyle = tokens(theme).page;
    context.fillStyle = labelColor(label, theme);
    context.lineWidth = label.kind === 'caption' ? CAPTION.halo : TITLE.halo;
    paintLines(context, label);
  }
  context.globalAlpha = 1;
}

/** @param {Label} label @param {Theme} theme */
export function labelColor(label, theme) {
  return label.kind === 'caption' ? communityStyle(label.key, theme).caption : tokens(theme).text;
}

/** Middles of a label's lines, and where its text starts or is centred. @param {Label} label */
export function linesOf(label) {
  const centred = label.kind === 'caption';
  const x = centred ? (label.x0 + label.x1) / 2 : label.x0 + TITLE.padding;
  const top = (label.y0 + label.y1) / 2 - ((label.lines.length - 1) * label.line) / 2;
  return { centred, x, lines: label.lines.map((text, i) => ({ text, y: top + i * label.line })) };
}

/** @param {CanvasRenderingContext2D} context @param {Label} label */
function paintLines(context, label) {
  const { centred, x, lines } = linesOf(label);
  context.textAlign = centred ? 'center' : 'left';
  for (const { text, y } of lines) context.strokeText(text, x, y);
  for (const { text, y } of lines) context.fillText(text, x, y);
}
