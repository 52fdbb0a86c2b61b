/**
 * Turns the map into the neighbourhood of a paper and back: papers glide to their rings, the camera takes them in, and
 * afterwards stands where it stood before.
 */
import { RINGS } from '../settings.js';
import { ringsIn } from './scene.js';
import { glide } from './settle.js';

/** @import { Rings } from '../layout/rings.js' */
/** @import { Place } from './camera.js' */
/** @import { Stage } from './stage.js' */

export class Ego {
  /** Where the camera stood on the map. @type {{ place: Place, atFit: boolean } | null} */
  #before = null;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {Rings | null} */
    this.rings = ringsIn(stage.model, stage.store.get());
    /** Where papers belong now, map units, 2 a node. @type {Float32Array} */
    this.home = this.rings?.xy ?? stage.model.xy;
  }

  /** What the camera has to take in, where that is not the whole map. */
  circle() {
    if (!this.rings) return null;
    const [middle, r] = [RINGS.middle, RINGS.radius];
    return { x0: middle - r, y0: middle - r, x1: middle + r, y1: middle + r };
  }

  /** Goes where the state says, if that is elsewhere. */
  follow() {
    const { stage } = this;
    const rings = ringsIn(stage.model, stage.store.get());
    if (rings === this.rings) return;
    if (rings && !this.rings) this.#before = { place: stage.camera.place, atFit: stage.camera.atFit };
    this.rings = rings;
    this.home = rings?.xy ?? stage.model.xy;
    stage.camera.setBounds(this.home, this.circle());
    this.#goThere();
    if (!rings) this.#goBack();
  }

  #goThere() {
    const { stage, home } = this;
    const from = stage.xy.slice();
    const still = stage.options.reducedMotion || stage.model.n > RINGS.glideTo;
    const step = (/** @type {number} */ t) => {
      glide(from, home, t, stage.xy);
      stage.renderer.setPositions(stage.xy);
      stage.picker.moved();
      stage.labeller.stale = true;
    };
    stage.loop.tween('settle', still ? 0 : RINGS.glide, step, () => {
      stage.settled = true;
      stage.labeller.stale = true;
    });
    stage.camera.toFit();
  }

  #goBack() {
    const before = this.#before;
    this.#before = null;
    if (before && !before.atFit) this.stage.camera.flyTo(before.place);
  }
}
