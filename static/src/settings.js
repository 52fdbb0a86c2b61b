/**
 * The numbers a designer would turn, named once. Lengths are CSS px, times ms, shares 0 to 1.
 */

/** Node discs: radius = (least + span · share^power) · zoom and map factors. */
export const NODE = {
  least: 2.6,
  span: 8.4,
  power: 0.8,
  equalShare: 0.32,
  zoomPower: 0.4,
  zoomLeast: 0.75,
  zoomMost: 2.6,
  fullArea: 1e6,
  rim: 1.2,
  ring: 2,
  dotsFrom: 20_000,
  dot: 1.5,
};

/** Links: width and alpha by strength; the strongest percentile counts as 1. */
export const LINK = {
  percentile: 0.98,
  width: 0.5,
  widthSpan: 1.3,
  inside: 0.3,
  between: 0.16,
  alphaSpan: 0.3,
  thinFrom: 900,
  dark: 0.9,
  fadeReach: 1.5,
  fadeLeast: 0.35,
  leastAlpha: 0.02,
  curve: 0.08,
  curvedTo: 5_000,
  limitSmall: 60_000,
  limitLarge: 150_000,
  perPath: 2_000,
};

/** What steps back and what comes forward when something is in hand. */
export const DIM = { node: 0.18, half: 0.55, link: 0.05, lit: 0.85, litWidth: 0.6, fade: 120 };

/** The strong link of the link panel and of a path. */
export const STRONG = { width: 1.5, alpha: 1, pathNode: 9 };

/** The head of an arrow to the paper that another builds on. */
export const ARROW = { length: 6, width: 6 };

/** Rings round nodes, and the path's numbers. */
export const RING = { select: 2, hit: 1.5, focus: 2, gap: 2.5 };

/** The tick at a paper of the reading list. */
export const TICK = { size: 4, width: 1.8, halo: 5 };

/** Titles beside nodes. Densities are px² of free area a title. */
export const TITLE = {
  size: 11.5,
  weight: 450,
  strongWeight: 600,
  strongShare: 0.1,
  halo: 3.5,
  padding: 4,
  gap: 3,
  line: 14,
  perFit: 26_000,
  perZoomed: 15_000,
  perSelection: 16_000,
  zoomedFrom: 1.6,
  letters: 34,
  lettersNear: 52,
  lettersTight: 24,
  nearFrom: 2,
  colonLeast: 6,
  selectedSize: 13.5,
  selectedLetters: 70,
  coverFree: 0.6,
  coverMust: 12,
  coverDim: 0.2,
  coverLink: 1,
  ringRoom: 4,
  triedLeast: 60,
  triedTimes: 8,
};

/** Captions of communities. */
export const CAPTION = {
  size: 14.5,
  weight: 680,
  line: 17,
  halo: 5,
  leastSize: 8,
  most: 40,
  zoomMost: 2.2,
  columns: 21,
  rows: 37,
  stepX: 16,
  stepY: 9,
  pull: 0.035,
  pullX: 3.2,
  own: 2.2,
  other: 3.2,
  coverBase: 0.5,
  coverRadius: 8,
  spread: 75,
  pullLeast: 0.4,
  near: 30,
  astray: 5,
  hoverAlpha: 0.3,
  leastInSight: 3,
  margin: 10,
  smallest: 0.84,
  fullArea: 4e5,
};

/** Cells of the occupancy grid of labels and of the picking grid. */
export const CELL = { labels: 32, picking: 48 };

/** The camera: zoom 1 is the fit. */
export const CAMERA = {
  least: 0.4,
  most: 24,
  step: 1.5,
  wheel: 0.0016,
  pinch: 0.012,
  flight: 350,
  curve: 1.42,
  padX: 46,
  padTop: 38,
  padBottom: 62,
  padPhone: 26,
  padPhoneBottom: 46,
  phoneTo: 600,
  stretch: 2,
  focusZoom: 1.9,
  linkSpan: 0.34,
  friction: 0.0045,
  leastSpeed: 0.04,
  panStep: 80,
};

/** How the map arrives: nodes glide out from their areas' centres. */
export const SETTLE = { time: 900, towardsArea: 0.5, towardsCentre: 0.12 };

/** While the camera moves: ms of a frame above which links are thinned, ms aimed at then, least share of links that stays. */
export const PACE = { slow: 50, wanted: 40, least: 0.04 };

/** Pointer slack. */
export const PICK = {
  node: 4,
  touch: 12,
  link: 5,
  longPress: 500,
  doubleTap: 300,
  drag: 4,
  hoverLinksTo: 20_000,
};

/**
 * The neighbourhood of a paper: papers shown, circles at most, radius of the outermost and its middle in map units, share of it at which the
 * closest paper lies, flags of who builds on whom, the golden section, directions tried for the figures of circles, part of their alpha that links among the neighbours keep, ms of the glide.
 */
export const RINGS = {
  papers: 48,
  circles: 4,
  radius: 480,
  middle: 500,
  nearest: 0.3,
  forth: 128,
  back: 256,
  directions: 36,
  golden: (Math.sqrt(5) - 1) / 2,
  among: 0.5,
  glide: 420,
  glideTo: 20_000,
  guide: 1,
  lineage: 1.6,
  dash: 5,
  figure: 10.5,
  figureWidth: 30,
  figureHeight: 14,
};

/** How often labels are placed anew while the camera moves, their fade, and of how many papers it is weighed what they would cover. */
export const LABELS = { every: 100, fade: 140, weighed: 3_000 };

/** Device pixels a CSS px, at most. */
export const RATIO_MOST = 2;

/** The legend in pictures that are taken away. */
export const PICTURE_LEGEND = { width: 236, row: 20, rows: 14, pad: 14, size: 12.5, swatch: 5.5 };

export const FONT_FAMILY =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
