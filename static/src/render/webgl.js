/**
 * Draws scenes with WebGL2. Has the methods of its twin on Canvas2D, and gives the same picture. A moving frame uploads
 * nothing but the lens; papers that glide cost 8 bytes each.
 */
import { rgb } from '../color/contrast.js';
import { heirDash } from '../layout/rings.js';
import { ARROW, NODE, RINGS } from '../settings.js';
import { arrowheads } from './arrow.js';
import { alphaStep, nodeOrder, widthStep } from './batches.js';
import { project } from './camera.js';
import { stepsBack } from './lit.js';
import { marksOf } from './marks.js';
import { Program } from './program.js';
import { MARK } from './scene.js';
import { LINK as LINKS, NODE as NODES, PIECES, RING as RINGED, ROW, TRIANGLE } from './shaders.js';
import { resizeSurface } from './surface.js';

/** @import { Lens } from './camera.js' */
/** @import { Scene } from './scene.js' */

/** Renderers that are no graphics processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|microsoft basic/i;

/** @param {HTMLCanvasElement} canvas */
export function contextFor(canvas) {
  return canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false });
}

/** Whether a context is drawn by a graphics processor, as far as its name tells. @param {WebGL2RenderingContext} gl */
export function isHardware(gl) {
  let name = String(gl.getParameter(gl.RENDERER));
  if (/^webkit webgl$/i.test(name)) {
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'software';
  }
  return !SOFTWARE.test(name);
}

/** Where an instance's values lie. @param {number} size @param {'float' | 'byte' | 'uint'} type @param {number} offset bytes */
const at = (size, type, offset) => ({ size, type, offset });

const LAYOUT = {
  link: { ends: at(2, 'uint', 0), color: at(4, 'byte', 8), width: at(1, 'float', 12) },
  node: {
    node: at(1, 'uint', 0),
    color: at(4, 'byte', 4),
    radius: at(1, 'float', 8),
    hollow: at(1, 'float', 12),
  },
  ring: { node: at(1, 'uint', 0), color: at(4, 'byte', 4), form: at(3, 'float', 8) },
  corner: { corner: at(2, 'float', 0), heights: at(3, 'float', 8) },
};

export class WebglRenderer {
  /** @param {HTMLCanvasElement} canvas @param {WebGL2RenderingContext} gl */
  constructor(canvas, gl) {
    this.name = 'webgl2';
    this.canvas = canvas;
    this.gl = gl;
    this.ratio = 1;
    this.width = 0;
    this.height = 0;
    this.px = new Float32Array(0);
    /** @type {ArrayLike<number>} */
    this.xy = [];
    /** @type {{ source: Uint32Array, target: Uint32Array }} */
    this.ends = { source: new Uint32Array(0), target: new Uint32Array(0) };
    /** @type {Scene | null} */
    this.scene = null;
    this.links = new Program(gl, LINKS, LAYOUT.link, 16);
    this.nodes = new Program(gl, NODES, LAYOUT.node, 16);
    this.marks = new Program(gl, RINGED, LAYOUT.ring, 20);
    this.guides = new Program(gl, RINGED, LAYOUT.ring, 20);
    this.heads = new Program(gl, TRIANGLE, LAYOUT.corner, 20, false);
    this.places = gl.createTexture();
    /** Instances that lie behind what stands out. */
    this.behind = { links: 0, nodes: 0 };
  }

  /** @param {number} w CSS px @param {number} h CSS px @param {number} ratio device px a CSS px */
  resize(w, h, ratio) {
    resizeSurface(this, w, h, ratio);
  }

  /** @param {number} n @param {{ source: Uint32Array, target: Uint32Array }} ends */
  setGraph(n, ends) {
    const { gl } = this;
    this.px = new Float32Array(2 * n);
    this.ends = ends;
    this.rows = Math.max(1, Math.ceil(n / ROW));
    this.texels = new Float32Array(2 * ROW * this.rows);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RG32F, ROW, this.rows);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  /** @param {ArrayLike<number>} xy map units, 2 a node */
  setPositions(xy) {
    const { gl, rows, texels } = this;
    this.xy = xy;
    if (!rows || !texels) return;
    texels.set(xy);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW, rows, gl.RG, gl.FLOAT, texels);
  }

  /** @param {Scene} scene */
  setScene(scene) {
    this.scene = scene;
    this.#fillLinks(scene);
    this.#fillNodes(scene);
    const marks = marksOf(scene);
    this.#fillRings(
      this.marks,
      marks.map(({ node, radius, width, color, dashed }) => {
        const dashes = dashed ? Math.round((Math.PI * radius) / heirDash(radius)[0]) : 0;
        return { node, color, form: [radius, width, dashes] };
      }),
    );
    const { rings, hairline } = scene;
    const guides = (rings?.guides ?? []).map(({ radius }) => ({
      node: rings?.centre ?? 0,
      color: hairline,
      form: [radius, RINGS.guide, 0],
    }));
    this.#fillRings(this.guides, guides);
  }

  /** @param {Scene} scene */
  #fillLinks({ drawn, front, linkColor, linkWidth }) {
    const data = new ArrayBuffer(16 * drawn.length);
    const [words, bytes, floats] = [new Uint32Array(data), new Uint8Array(data), new Float32Array(data)];
    let count = 0;
    this.behind.links = 0;
    for (let i = 0; i < drawn.length; i++) {
      if (linkColor[4 * i + 3] === 0) continue;
      words[4 * count] = this.ends.source[drawn[i]];
      words[4 * count + 1] = this.ends.target[drawn[i]];
      bytes.set(linkColor.subarray(4 * i, 4 * i + 3), 16 * count + 8);
      bytes[16 * count + 11] = alphaStep(linkColor[4 * i + 3]);
      floats[4 * count + 3] = widthStep(linkWidth[i]);
      count++;
      if (i < front) this.behind.links = count;
    }
    this.links.fill(data, count);
  }

  /** @param {Scene} scene */
  #fillNodes(scene) {
    const order = nodeOrder(scene);
    const { nodeColor, radius, mark, lit } = scene;
    const data = new ArrayBuffer(16 * order.length);
    const [words, bytes, floats] = [new Uint32Array(data), new Uint8Array(data), new Float32Array(data)];
    this.behind.nodes = 0;
    order.forEach((node, i) => {
      words[4 * i] = node;
      bytes.set(nodeColor.subarray(4 * node, 4 * node + 4), 16 * i + 4);
      floats[4 * i + 2] = radius[node];
      floats[4 * i + 3] = mark[node] & MARK.ring;
      if (stepsBack(lit, node)) this.behind.nodes = i + 1;
    });
    this.nodes.fill(data, order.length);
  }

  /** @param {Program} program @param {{ node: number, color: string, form: number[] }[]} rings */
  #fillRings(program, rings) {
    const data = new ArrayBuffer(20 * rings.length);
    const [words, bytes, floats] = [new Uint32Array(data), new Uint8Array(data), new Float32Array(data)];
    rings.forEach(({ node, color, form }, i) => {
      words[5 * i] = node;
      bytes.set([...rgb(color), 255], 20 * i + 4);
      floats.set(form, 5 * i + 2);
    });
    program.fill(data, rings.length);
  }

  /** @param {Lens} lens @param {number} [share] of the links behind, the strongest */
  draw(lens, share = 1) {
    const { gl, scene } = this;
    if (!scene) return;
    project(lens, this.xy, this.px);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    const page = rgb(scene.page).map((c) => c / 255);
    gl.clearColor(page[0], page[1], page[2], 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    const frame = { lens: [lens.sx, lens.sy, lens.tx, lens.ty], view: [this.width, this.height, this.ratio] };
    this.guides.use({ ...frame, unit: [lens.sx, lens.sy] });
    this.guides.draw(gl.TRIANGLE_STRIP, 4);
    this.#drawLinks(frame, Math.floor((1 - share) * this.behind.links), this.behind.links);
    this.#drawNodes(frame, page, 0, this.behind.nodes);
    this.#drawLinks(frame, this.behind.links, this.links.count);
    this.#drawNodes(frame, page, this.behind.nodes, this.nodes.count);
    this.#drawHeads(frame);
    this.marks.use({ ...frame, unit: [1, 1] });
    this.marks.draw(gl.TRIANGLE_STRIP, 4);
  }

  /** @param {{ lens: number[], view: number[] }} frame @param {number} from @param {number} to instances */
  #drawLinks(frame, from, to) {
    const { gl, links } = this;
    const curve = this.scene?.curve ?? 0;
    const pieces = curve === 0 ? 1 : PIECES;
    links.use({ ...frame, bow: [2 * curve], pieces: [pieces] });
    links.draw(gl.TRIANGLE_STRIP, 2 * (pieces + 1), from, to);
  }

  /** @param {{ lens: number[], view: number[] }} frame @param {number[]} page @param {number} from @param {number} to instances */
  #drawNodes(frame, page, from, to) {
    const { gl, nodes, scene } = this;
    const dots = (scene?.radius.length ?? 0) >= NODE.dotsFrom;
    nodes.use({ ...frame, page, rim: [dots ? 0 : NODE.rim], ring: [NODE.ring], dots: [dots ? 1 : 0] });
    nodes.draw(gl.TRIANGLE_STRIP, 4, from, to);
  }

  /** @param {{ lens: number[], view: number[] }} frame */
  #drawHeads(frame) {
    const { gl, scene, px } = this;
    const corners = scene ? headCorners(scene, this.ends, px) : [];
    if (!scene || corners.length === 0) return;
    this.heads.fill(Float32Array.from(corners).buffer, corners.length / 5);
    this.heads.use({ ...frame, color: rgb(scene.text).map((c) => c / 255) });
    this.heads.draw(gl.TRIANGLES, 3);
  }

  destroy() {
    this.scene = null;
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

/**
 * Corners of the arrows in hand, each with its distance from the three sides.
 * @param {Scene} scene @param {{ source: Uint32Array, target: Uint32Array }} ends @param {Float32Array} px
 */
function headCorners({ drawn, front, heads, curve, radius }, { source, target }, px) {
  const out = [];
  for (let i = front; i < drawn.length; i++) {
    if (heads[i] === 0) continue;
    const [a, b] = [source[drawn[i]], target[drawn[i]]];
    const [ra, rb] = [radius[a] + NODE.rim, radius[b] + NODE.rim];
    const [ax, ay, bx, by] = [px[2 * a], px[2 * a + 1], px[2 * b], px[2 * b + 1]];
    for (const [x, y, lx, ly, rx, ry] of arrowheads(heads[i], curve, ax, ay, bx, by, ra, rb)) {
      const flank = (ARROW.width * ARROW.length) / Math.hypot(ARROW.length, ARROW.width / 2);
      out.push(x, y, ARROW.length, 0, 0, lx, ly, 0, flank, 0, rx, ry, 0, 0, flank);
    }
  }
  return out;
}
