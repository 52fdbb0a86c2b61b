/**
 * What the renderer on WebGL2 runs on the graphics processor: places of nodes come from a texture, everything is quads or
 * strips that smooth their own edges. Colours are premultiplied before they reach the blender.
 */

/** Nodes a row of the texture of places. */
export const ROW = 1024;

/** Pieces a curved link is drawn in. */
export const PIECES = 12;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
`;

/** Places on screen, px of CSS, and from there to the clip space. */
const PLACES = `
uniform sampler2D places;
uniform vec4 lens; // sx, sy, tx, ty
uniform vec3 view; // width, height, device px a CSS px
vec2 placeOf(uint node) {
  return texelFetch(places, ivec2(node % ${ROW}u, node / ${ROW}u), 0).xy * lens.xy + lens.zw;
}
vec4 clip(vec2 px) {
  return vec4(px.x / view.x * 2.0 - 1.0, 1.0 - px.y / view.y * 2.0, 0.0, 1.0);
}
`;

/** A link as a strip along its curve. */
export const LINK = {
  vertex: `${HEAD}${PLACES}
in uvec2 ends;
in vec4 color;
in float width;
uniform float bow;
uniform int pieces;
out vec4 tint;
out float off;
out float edge;
void main() {
  vec2 a = placeOf(ends.x);
  vec2 b = placeOf(ends.y);
  vec2 way = b - a;
  vec2 c = (a + b) / 2.0 + bow * vec2(-way.y, way.x);
  float t = float(gl_VertexID / 2) / float(pieces);
  vec2 at = mix(mix(a, c, t), mix(c, b, t), t);
  vec2 along = mix(c - a, b - c, t);
  vec2 side = vec2(-along.y, along.x) / max(length(along), 1e-6);
  edge = max(width, 1.0 / view.z) / 2.0;
  off = (gl_VertexID % 2 == 0 ? 1.0 : -1.0) * (edge + 1.0);
  tint = vec4(color.rgb, color.a * min(1.0, width * view.z));
  gl_Position = clip(at + side * off);
}`,
  fragment: `${HEAD}
in vec4 tint;
in float off;
in float edge;
uniform vec3 view;
out vec4 paint;
void main() {
  float cover = clamp((edge - abs(off)) * view.z + 0.5, 0.0, 1.0);
  float alpha = tint.a * cover;
  paint = vec4(tint.rgb * alpha, alpha);
}`,
};

/** A node: disc or ring with a rim in the colour of the page, or a square dot without one. */
export const NODE = {
  vertex: `${HEAD}${PLACES}
in uint node;
in vec4 color;
in float radius;
in float hollow;
uniform float rim;
out vec4 tint;
out vec3 shape; // radius, hollow
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2) * 2.0 - 1.0;
  at = corner * (radius + rim + 1.0);
  tint = color;
  shape = vec3(radius, hollow, 0.0);
  gl_Position = clip(placeOf(node) + at);
}`,
  fragment: `${HEAD}
in vec4 tint;
in vec3 shape;
in vec2 at;
uniform vec3 view;
uniform vec3 page;
uniform float rim;
uniform float ring;
uniform bool dots;
out vec4 paint;
float inside(float d) { return clamp(d * view.z + 0.5, 0.0, 1.0); }
void main() {
  float r = shape.x;
  if (dots) {
    float alpha = tint.a * inside(r - abs(at.x)) * inside(r - abs(at.y));
    paint = vec4(tint.rgb * alpha, alpha);
    return;
  }
  float d = length(at);
  float fill = inside(r - d);
  if (shape.y > 0.5) fill = inside(ring / 2.0 - abs(d - max(0.5, r - ring / 2.0)));
  float own = tint.a * fill;
  float under = inside(r + rim - d) * (1.0 - own);
  paint = vec4(tint.rgb * own + page * under, own + under);
}`,
};

/** A ring round a node, whole or dashed; unit is px a unit of its radius. */
export const RING = {
  vertex: `${HEAD}${PLACES}
in uint node;
in vec4 color;
in vec3 form; // radius, width, dashes round it or 0
uniform vec2 unit;
out vec4 tint;
out vec3 shape;
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2) * 2.0 - 1.0;
  at = corner * (form.x * unit + form.y + 1.0);
  tint = color;
  shape = form;
  gl_Position = clip(placeOf(node) + at);
}`,
  fragment: `${HEAD}
in vec4 tint;
in vec3 shape;
in vec2 at;
uniform vec3 view;
uniform vec2 unit;
out vec4 paint;
void main() {
  float d = length(at);
  float rim = d / max(length(at / (shape.x * unit)), 1e-6);
  float cover = clamp((shape.y / 2.0 - abs(d - rim)) * view.z + 0.5, 0.0, 1.0);
  if (shape.z > 0.0 && d > 0.0) {
    float turn = atan(at.y, at.x) / 6.283185307179586 + 1.0;
    float phase = fract(turn * shape.z);
    float length = 6.283185307179586 * d / shape.z;
    cover *= clamp((0.25 - abs(phase - 0.25)) * length * view.z + 0.5, 0.0, 1.0);
  }
  float alpha = tint.a * cover;
  paint = vec4(tint.rgb * alpha, alpha);
}`,
};

/** Triangles in px, each corner with its distances from the three sides. */
export const TRIANGLE = {
  vertex: `${HEAD}${PLACES}
in vec2 corner;
in vec3 heights;
out vec3 inner;
void main() {
  inner = heights;
  gl_Position = clip(corner);
}`,
  fragment: `${HEAD}
in vec3 inner;
uniform vec3 view;
uniform vec3 color;
out vec4 paint;
void main() {
  float cover = clamp(min(inner.x, min(inner.y, inner.z)) * view.z + 0.5, 0.0, 1.0);
  paint = vec4(color * cover, cover);
}`,
};
