/**
 * Colours as numbers: hex, luminance, contrast (WCAG 2.2), mixing, OKLab and simulated colour blindness.
 */

/** @typedef {[number, number, number]} Rgb  red, green, blue, 0 to 255 */

/** @param {string} hex "#rrggbb" @returns {Rgb} */
export function rgb(hex) {
  const v = Number.parseInt(hex.slice(1), 16);
  return [(v >> 16) & 255, (v >> 8) & 255, v & 255];
}

/** @param {Rgb} color */
export function hex(color) {
  return `#${color.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * a with a share of b in it, in sRGB as CSS mixes.
 * @param {string} a @param {string} b @param {number} share of b, 0 to 1
 */
export function mix(a, b, share) {
  const [p, q] = [rgb(a), rgb(b)];
  const at = (/** @type {number} */ i) => p[i] + (q[i] - p[i]) * share;
  return hex([at(0), at(1), at(2)]);
}

/** sRGB channel 0 to 255 → linear 0 to 1. @param {number} c */
function linear(c) {
  const s = c / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, 0 to 1. @param {string} color */
export function luminance(color) {
  const [r, g, b] = rgb(color).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21. @param {string} a @param {string} b */
export function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The one of two that reads better on a ground. @param {string} ground @param {string} a @param {string} b */
export function readable(ground, a, b) {
  return contrast(ground, a) >= contrast(ground, b) ? a : b;
}

/**
 * Linear RGB → OKLab (Ottosson 2020).
 * @param {readonly number[]} lin
 */
function oklab([r, g, b]) {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Full dichromacy in linear RGB (Machado, Oliveira, Fernandes 2009, doi:10.1109/TVCG.2009.113). */
const BLIND = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/**
 * Distance of two colours in OKLab × 100 as an eye of that kind sees them.
 * @param {string} a @param {string} b
 * @param {keyof typeof BLIND} [eye]
 */
export function distance(a, b, eye = 'none') {
  const k = BLIND[eye];
  const seen = (/** @type {string} */ color) => {
    const lin = rgb(color).map(linear);
    const row = (/** @type {number} */ i) => k[i] * lin[0] + k[i + 1] * lin[1] + k[i + 2] * lin[2];
    return oklab([row(0), row(3), row(6)].map((c) => Math.min(1, Math.max(0, c))));
  };
  const [p, q] = [seen(a), seen(b)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
