/**
 * The legend of pictures that are taken away: rows with swatch, name and count, laid out. Pure.
 */
import { communityStyle } from '../color/palette.js';
import { PICTURE_LEGEND as L } from '../settings.js';
import { captionLines, cutAtWord } from '../text.js';

/** @import { Head } from '../model.js' */
/** @import { Theme } from '../color/palette.js' */

/** @typedef {{ fill: string, ring: boolean, name: string, count: string, y: number }} Row  y is the middle */
/** @typedef {{ x: number, y: number, w: number, h: number, title: string, rows: Row[], foot: string }} LegendBox */

/** Letters of a name that fit. */
const NAME_LETTERS = 27;

/**
 * @param {Head} head
 * @param {Set<number>} hidden ids of communities switched off
 * @param {Theme} theme
 * @param {number} height of the picture
 * @returns {LegendBox}
 */
export function legendBox(head, hidden, theme, height) {
  const shown = head.communities
    .map((community, place) => ({ community, place }))
    .filter(({ community }) => !hidden.has(community.id));
  const most = Math.min(L.rows, Math.max(1, Math.floor((height - 90) / L.row)));
  const taken = shown.length > most ? shown.slice(0, most - 1) : shown;
  const h = 2 * L.pad + (taken.length + 2) * L.row + (shown.length > taken.length ? L.row : 0);
  const y = Math.max(8, height - h - 16);
  const at = (/** @type {number} */ i) => y + L.pad + (i + 1.5) * L.row;
  const rows = taken.map(({ community, place }, i) => {
    const { fill, ring } = communityStyle(place, theme);
    return {
      fill,
      ring,
      name: cutAtWord(captionLines(community.name).join(' · '), NAME_LETTERS),
      count: String(community.size),
      y: at(i),
    };
  });
  if (shown.length > taken.length) {
    rows.push({
      fill: '',
      ring: false,
      name: `${shown.length - taken.length} more`,
      count: '',
      y: at(taken.length),
    });
  }
  const { papers, drawn } = head.counts;
  return {
    x: 12,
    y,
    w: L.width,
    h,
    title: 'Communities',
    rows,
    foot: `${papers} papers · ${drawn} links drawn`,
  };
}
