/**
 * The colours of both themes: what the page is made of, and the communities by their place in the list.
 */
import { mix } from './contrast.js';

/** @typedef {'light' | 'dark'} Theme */
/** @typedef {{ fill: string, ring: boolean, caption: string }} CommunityStyle  ring: drawn hollow */

/** @typedef {{ page: string, card: string, hairline: string, control: string, text: string, quiet: string, accent: string, between: string, ring: string }} Tokens */

/** @type {Record<Theme, Tokens>} */
const TOKENS = {
  light: {
    page: '#fbfbf9',
    card: '#ffffff',
    hairline: '#dfe2e6',
    control: '#8a919c',
    text: '#1d2330',
    quiet: '#5b6473',
    accent: '#0b5cad',
    between: '#78808e',
    ring: '#8b929d',
  },
  dark: {
    page: '#11141b',
    card: '#171b24',
    hairline: '#2b313d',
    control: '#667085',
    text: '#e7eaf0',
    quiet: '#a0a9b8',
    accent: '#7db8ff',
    between: '#8c96a8',
    ring: '#6f7786',
  },
};

/** Eight and no more: a ninth could not be told from the others by every eye. @type {Record<Theme, string[]>} */
export const COMMUNITY_COLORS = {
  light: ['#0a94f9', '#b53e02', '#15776a', '#de51b8', '#a6904c', '#073f6d', '#75012a', '#7531c5'],
  dark: ['#9ebbfc', '#b06140', '#1eb8a4', '#fdd9e8', '#f7c313', '#3d7e99', '#ff7f53', '#8d78e7'],
};

/** How far captions are moved away from the page, to be read as text. */
const CAPTION_MIX = { light: 0.28, dark: 0.25 };

/** @param {Theme} theme */
export function tokens(theme) {
  return TOKENS[theme];
}

/**
 * How a community is drawn, here and in the legend.
 * @param {number} place in head.communities (largest first); 65535 or −1 for papers in none
 * @param {Theme} theme
 * @returns {CommunityStyle}
 */
export function communityStyle(place, theme) {
  const colors = COMMUNITY_COLORS[theme];
  const ring = place < 0 || place >= colors.length;
  const fill = ring ? TOKENS[theme].ring : colors[place];
  const away = theme === 'light' ? '#000000' : '#ffffff';
  const share = ring && theme === 'light' ? 0.4 : CAPTION_MIX[theme];
  return { fill, ring, caption: mix(fill, away, share) };
}
