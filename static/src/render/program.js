/** Programs, buffers and draws of WebGL2: what every one of them needs. */

/** @typedef {{ size: number, type: 'float' | 'byte' | 'uint', offset: number }} Attribute  byte is 0 to 1 in the shader */

/** Uniforms that are whole numbers or yes and no. */
const WHOLE = new Set(['pieces', 'dots']);

/**
 * A program with one buffer of instances (or of corners).
 */
export class Program {
  /**
   * @param {WebGL2RenderingContext} gl
   * @param {{ vertex: string, fragment: string }} source
   * @param {Record<string, Attribute>} layout of an instance
   * @param {number} stride bytes of an instance
   * @param {boolean} instanced
   */
  constructor(gl, source, layout, stride, instanced = true) {
    this.gl = gl;
    this.stride = stride;
    this.layout = layout;
    this.instanced = instanced;
    this.program = link(gl, source);
    this.buffer = gl.createBuffer();
    this.count = 0;
    /** @type {Map<string, WebGLUniformLocation | null>} */
    this.places = new Map();
  }

  /** @param {ArrayBuffer} data @param {number} count instances */
  fill(data, count) {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
    this.count = count;
  }

  /** @param {string} name */
  at(name) {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.gl.getUniformLocation(this.program, name);
      this.places.set(name, place);
    }
    return place;
  }

  /** Makes it the one that draws. @param {Record<string, number[]>} uniforms by name, 1 to 4 numbers */
  use(uniforms) {
    const { gl } = this;
    gl.useProgram(this.program);
    for (const [name, v] of Object.entries(uniforms)) {
      const place = this.at(name);
      if (v.length === 1 && WHOLE.has(name)) gl.uniform1i(place, v[0]);
      else if (v.length === 1) gl.uniform1f(place, v[0]);
      else if (v.length === 2) gl.uniform2fv(place, v);
      else if (v.length === 3) gl.uniform3fv(place, v);
      else gl.uniform4fv(place, v);
    }
  }

  /** @param {number} mode @param {number} corners of an instance @param {number} from first instance @param {number} to */
  draw(mode, corners, from = 0, to = this.count) {
    const { gl } = this;
    if (to <= from) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    const used = Object.entries(this.layout).map(([name, attribute]) => this.#point(name, attribute, from));
    if (this.instanced) gl.drawArraysInstanced(mode, 0, corners, to - from);
    else gl.drawArrays(mode, 0, to - from);
    for (const place of used) {
      gl.vertexAttribDivisor(place, 0);
      gl.disableVertexAttribArray(place);
    }
  }

  /** @param {string} name @param {Attribute} attribute @param {number} from */
  #point(name, { size, type, offset }, from) {
    const { gl, stride } = this;
    const place = gl.getAttribLocation(this.program, name);
    const at = offset + from * stride;
    gl.enableVertexAttribArray(place);
    if (type === 'uint') gl.vertexAttribIPointer(place, size, gl.UNSIGNED_INT, stride, at);
    else
      gl.vertexAttribPointer(
        place,
        size,
        type === 'byte' ? gl.UNSIGNED_BYTE : gl.FLOAT,
        type === 'byte',
        stride,
        at,
      );
    gl.vertexAttribDivisor(place, this.instanced ? 1 : 0);
    return place;
  }
}

/** @param {WebGL2RenderingContext} gl @param {{ vertex: string, fragment: string }} source */
function link(gl, { vertex, fragment }) {
  const program = gl.createProgram();
  for (const [type, text] of /** @type {[number, string][]} */ ([
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ])) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('WebGL2 makes no shader.');
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`WebGL2 refuses a program: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}
