/** A part of a picture: some papers, the links among them, and their titles. Pure. */

/** @import { Model } from '../model.js' */
/** @import { Label } from './place.js' */
/** @import { Scene } from './scene.js' */

/**
 * A scene without the papers outside a set.
 * @param {Scene} scene @param {Model} model @param {Set<number>} nodes
 * @returns {Scene}
 */
export function partOfScene(scene, { source, target }, nodes) {
  const [radius, nodeColor, linkColor] = [
    scene.radius.slice(),
    scene.nodeColor.slice(),
    scene.linkColor.slice(),
  ];
  for (let u = 0; u < radius.length; u++) {
    if (nodes.has(u)) continue;
    radius[u] = 0;
    nodeColor[4 * u + 3] = 0;
  }
  const heads = scene.heads.slice();
  scene.drawn.forEach((link, i) => {
    if (nodes.has(source[link]) && nodes.has(target[link])) return;
    linkColor[4 * i + 3] = 0;
    heads[i] = 0;
  });
  return { ...scene, radius, nodeColor, linkColor, heads };
}

/** Titles of the papers of a set; captions speak of more than those. @param {readonly Label[]} labels @param {Set<number>} nodes */
export function partOfLabels(labels, nodes) {
  return labels.filter((label) => label.kind === 'title' && nodes.has(label.key));
}
